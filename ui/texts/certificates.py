"""What stands on certificates, on the page that checks them, at check-in and on the papers of a course."""

from __future__ import annotations

from dataclasses import dataclass

from trainings.facts import BookingState


@dataclass(frozen=True, slots=True)
class CertificateTexts:
    """`long_day` is a pattern of Unicode's CLDR (by Babel)."""

    long_day: str
    within_a_day: str
    over_days: str
    one_hour: str
    hours: str
    minutes: str

    heading: str
    sentence: str
    when: str
    extent: str
    trainer: str
    content: str
    issued: str
    check: str
    signature: str

    none_yet: str
    not_over: str
    not_attended: str
    none_given: str

    check_title: str
    check_lead: str
    code: str
    check_now: str
    genuine: str
    genuine_explained: str
    not_genuine: str
    not_genuine_explained: str
    another: str
    name: str
    training: str

    arrival_page: str
    was_there: str
    was_away: str
    came_at: str
    mark_there: str
    mark_not_there: str
    too_early: str
    to_course: str
    next_one: str
    for_trainers: str
    for_trainers_explained: str
    no_such_code: str
    no_such_code_explained: str

    columns: tuple[str, ...]
    states: dict[BookingState, str]
    yes: str
    no: str
    file_name: str
    list_title: str
    list_columns: tuple[str, ...]
    list_waiting: str
    nobody: str
    held_by: str
    back_to_course: str


GERMAN = CertificateTexts(
    long_day="EEEE, d. MMMM y",
    within_a_day="{day}, {start} bis {end} Uhr",
    over_days="{first}, {start} Uhr bis {last}, {end} Uhr",
    one_hour="1 Stunde",
    hours="{count} Stunden",
    minutes="{count} Minuten",
    heading="Teilnahmebescheinigung",
    sentence="hat an dieser Fortbildung teilgenommen:",
    when="Wann",
    extent="Umfang",
    trainer="Leitung",
    content="Darum ging es",
    issued="Ausgestellt am {day}.",
    check="Ob diese Bescheinigung echt ist, lässt sich hier prüfen:",
    signature="Sie wurde elektronisch ausgestellt und gilt ohne Unterschrift.",
    none_yet="Hier gibt es keine Bescheinigung",
    not_over="Eine Bescheinigung gibt es erst nach dem Ende der Fortbildung. Bitte kommen Sie dann wieder.",
    not_attended="Die Teilnahme ist noch nicht vermerkt. Bitte fragen Sie die Trainerin oder den Trainer; ist sie vermerkt, steht die Bescheinigung sofort bereit.",
    none_given="Zu dieser Fortbildung gehört keine Bescheinigung.",
    check_title="Bescheinigung prüfen",
    check_lead="Geben Sie den Code ein, der unten auf der Bescheinigung steht.",
    code="Code, zum Beispiel 7K3M-Q9X2-V4AB",
    check_now="Prüfen",
    genuine="Diese Bescheinigung ist echt",
    genuine_explained="Auf dem Papier muss dasselbe stehen wie hier.",
    not_genuine="Zu diesem Code gibt es keine Bescheinigung",
    not_genuine_explained="Bitte vergleichen Sie alle zwölf Zeichen noch einmal. Stimmen sie, dann ist die Bescheinigung nicht von uns oder gilt nicht mehr.",
    another="Eine andere prüfen",
    name="Name",
    training="Fortbildung",
    arrival_page="Einchecken",
    was_there="Ist als anwesend vermerkt.",
    was_away="Ist als abwesend vermerkt.",
    came_at="Ist da, eingecheckt um {time} Uhr.",
    mark_there="Ist da",
    mark_not_there="Doch nicht da",
    too_early="Einchecken können Sie ab zwei Stunden vor dem Beginn.",
    to_course="Zur Liste",
    next_one="Für die nächste Person lesen Sie einfach deren Code.",
    for_trainers="Diesen Code liest die Trainerin oder der Trainer",
    for_trainers_explained="Zeigen Sie ihn einfach am Eingang auf Ihrem Telefon. Mehr müssen Sie nicht tun.",
    no_such_code="Dieser Code gehört zu keinem Platz in Ihren Kursen",
    no_such_code_explained="Vielleicht ist der Platz storniert, oder es ist der Code eines anderen Termins. In der Liste des Kurses sehen Sie, wer heute einen Platz hat.",
    columns=("Name", "Schule", "E-Mail", "Stand", "Platz auf der Warteliste", "Anwesend", "Eingecheckt"),
    states={
        BookingState.BOOKED: "gebucht",
        BookingState.OFFERED: "Platz angeboten",
        BookingState.WAITING: "wartet",
        BookingState.GONE: "abgemeldet",
    },
    yes="ja",
    no="nein",
    file_name="teilnehmende",
    list_title="Teilnehmende",
    list_columns=("Nr.", "Name", "Schule", "Unterschrift"),
    list_waiting="Warteliste",
    nobody="Für diesen Termin hat noch niemand gebucht.",
    held_by="Leitung: {name}",
    back_to_course="Zum Kurs",
)

ENGLISH = CertificateTexts(
    long_day="EEEE, d MMMM y",
    within_a_day="{day}, {start} to {end}",
    over_days="{first}, {start} to {last}, {end}",
    one_hour="1 hour",
    hours="{count} hours",
    minutes="{count} minutes",
    heading="Certificate of attendance",
    sentence="has attended this training:",
    when="When",
    extent="Duration",
    trainer="Trainer",
    content="What it was about",
    issued="Issued on {day}.",
    check="Anybody can check here whether this certificate is genuine:",
    signature="It was issued electronically and is valid without a signature.",
    none_yet="There is no certificate here",
    not_over="You get a certificate after the training has ended. Please come back then.",
    not_attended="Your attendance has not been noted yet. Please ask the trainer; once it is noted, the certificate is ready at once.",
    none_given="There is no certificate for this training.",
    check_title="Check a certificate",
    check_lead="Enter the code at the bottom of the certificate.",
    code="Code, for example 7K3M-Q9X2-V4AB",
    check_now="Check",
    genuine="This certificate is genuine",
    genuine_explained="The paper must say the same as this page.",
    not_genuine="There is no certificate with this code",
    not_genuine_explained="Please compare all twelve characters once more. If they are right, the certificate is not from us or is no longer valid.",
    another="Check another one",
    name="Name",
    training="Training",
    arrival_page="Check in",
    was_there="Is noted as present.",
    was_away="Is noted as absent.",
    came_at="Is here, checked in at {time}.",
    mark_there="Is here",
    mark_not_there="Not here after all",
    too_early="You can check people in from two hours before the start.",
    to_course="To the list",
    next_one="For the next person just scan their code.",
    for_trainers="This code is for the trainer to scan",
    for_trainers_explained="Just show it on your phone when you arrive. There is nothing else to do.",
    no_such_code="This code belongs to no seat in your courses",
    no_such_code_explained="The seat may have been cancelled, or it is the code of another date. The list of the course shows who has a seat today.",
    columns=("Name", "School", "E-mail", "Status", "Place on the waiting list", "Present", "Checked in"),
    states={
        BookingState.BOOKED: "booked",
        BookingState.OFFERED: "seat offered",
        BookingState.WAITING: "waiting",
        BookingState.GONE: "gone",
    },
    yes="yes",
    no="no",
    file_name="participants",
    list_title="Participants",
    list_columns=("No.", "Name", "School", "Signature"),
    list_waiting="Waiting list",
    nobody="Nobody has booked this date yet.",
    held_by="Trainer: {name}",
    back_to_course="To the course",
)

TEXTS = {"de": GERMAN, "en": ENGLISH}
