"""What the pages of trainers say: participants, attendance, certificates."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CourseTexts:
    page: str
    title: str
    only_mine: str
    none_yet: str
    none_yet_all: str
    none_of_mine: str

    span_today: str
    of_trainer: str
    without_trainer: str

    today: str
    coming: str
    past: str
    more_coming: str
    more_past: str
    nothing_coming: str
    taken: str
    full: str
    one_waits: str
    many_wait: str
    below_minimum: str
    cancelled: str
    tick_off: str
    open_date: str

    back: str
    back_to_date: str
    gone: str
    gone_explained: str
    cancelled_because: str
    comes_nobody: str
    comes_one: str
    come_many: str
    free_none: str
    free_one: str
    free_many: str
    offered_one: str
    offered_many: str
    missing_one: str
    missing_many: str
    open_one: str
    open_many: str
    was_there_none: str
    was_there_one: str
    were_there_many: str
    needed: str
    for_school: str
    online_room: str
    date: str

    who_comes: str
    who_is_here: str
    who_was_here: str
    nobody_booked: str
    nobody_booked_past: str
    how_to_tick: str
    opens_later: str
    here: str
    away: str
    not_yet: str
    so_far: str
    change_attendance: str
    rest_here: str
    rest_away: str
    code_hint: str
    about: str

    waiting: str
    waiting_explained: str
    nobody_waits: str
    place: str
    short_notice: str
    moved_up: str
    move_up: str
    move_up_explained: str
    move_up_now: str
    move_back: str
    move_back_explained: str
    move_back_now: str
    moved: str
    reason: str
    reason_example: str

    person_gone: str
    person_gone_explained: str
    school: str
    no_school: str
    email: str
    standing: str
    has_seat: str
    has_offer: str
    waits: str
    checked_in: str
    certificate: str
    may_use: str
    until: str
    remove: str
    remove_explained: str
    remove_waiting_explained: str
    remove_reason: str
    remove_now: str
    removed: str

    message: str
    message_to_none: str
    message_to_none_explained: str
    message_to_one: str
    message_to_many: str
    subject: str
    text: str
    send: str
    sent_one: str
    sent_many: str

    copy: str
    copy_explained: str
    day: str
    free_of_school: str
    begins: str
    clock: str
    copy_when: str
    copy_deadlines: str
    copy_now: str
    copied: str

    lists: str
    csv: str
    xlsx: str
    paper: str

    authorised: str
    authorised_explained: str
    nobody_authorised: str
    authorised_columns: tuple[str, ...]
    not_yet_authorised: str

    certificates: str
    certificates_explained: str
    no_certificates_yet: str

    no_shows: str
    no_shows_explained: str

    feedback: str
    no_feedback: str
    one_feedback: str
    few_feedback: str
    decimal: str
    many_feedback: str
    ratings: tuple[str, ...]
    rating_columns: tuple[str, ...]
    said: str


GERMAN = CourseTexts(
    page="Kurse",
    title="Kurse",
    only_mine="Nur meine",
    none_yet="Für Sie ist noch kein Termin geplant. Sobald das Team einen Termin für Sie einträgt, steht er "
    "hier: mit allen, die kommen, und allem, was Sie am Tag selbst brauchen.",
    none_yet_all="Zurzeit ist kein Termin geplant. Neue Termine legen Sie unter „Fortbildungen planen“ an.",
    none_of_mine="Sie selbst halten zurzeit keinen Termin.",
    span_today="Heute, {start} bis {end} Uhr",
    of_trainer="mit {name}",
    without_trainer="noch ohne Trainer/in",
    today="Heute",
    coming="Was kommt",
    past="Was war",
    more_coming="Spätere Termine zeigen",
    more_past="Frühere Termine zeigen",
    nothing_coming="Zurzeit steht kein weiterer Termin an.",
    taken="{taken} von {seats} Plätzen vergeben",
    full="Alle {seats} Plätze vergeben",
    one_waits="eine Person wartet",
    many_wait="{count} warten",
    below_minimum="noch {count} bis zur Mindestzahl",
    cancelled="fällt aus",
    tick_off="Teilnehmende abhaken",
    open_date="Termin öffnen",
    back="Zu den Kursen",
    back_to_date="Zurück zum Termin",
    gone="Diesen Termin gibt es hier nicht",
    gone_explained="Vielleicht wurde er gelöscht, oder eine andere Person hält ihn. Ihre eigenen Termine finden "
    "Sie in der Liste.",
    cancelled_because="Dieser Termin fällt aus. Grund: {reason}",
    comes_nobody="Noch kommt niemand",
    comes_one="Eine Person kommt",
    come_many="{count} kommen",
    free_none="kein Platz frei",
    free_one="ein Platz frei",
    free_many="{count} Plätze frei",
    offered_one="ein Platz angeboten",
    offered_many="{count} Plätze angeboten",
    missing_one="eine Person hat gefehlt",
    missing_many="{count} haben gefehlt",
    open_one="eine Person noch offen",
    open_many="{count} noch offen",
    was_there_none="Niemand war da",
    was_there_one="Eine Person war da",
    were_there_many="{count} waren da",
    needed="Für Sie reserviert: {names}",
    for_school="Nur für {school}",
    online_room="Zum Online-Raum",
    date="Zum Termin",
    who_comes="Wer kommt",
    who_is_here="Wer ist da?",
    who_was_here="Wer war da?",
    nobody_booked="Noch hat niemand gebucht. Sobald jemand einen Platz nimmt, steht der Name hier.",
    nobody_booked_past="Für diesen Termin hatte niemand einen Platz.",
    how_to_tick="Einmal tippen: da. Zweimal: fehlt. Dreimal: offen.",
    opens_later="Abhaken können Sie ab {time} Uhr am Tag selbst.",
    here="da",
    away="fehlt",
    not_yet="offen",
    so_far="{here} von {all}",
    change_attendance="Anwesenheit ändern",
    rest_here="Alle übrigen sind da",
    rest_away="Alle übrigen fehlen",
    code_hint="Es geht auch mit der Kamera: Teilnehmende zeigen ihren Code aus „Meine Fortbildungen“. Sie scannen ihn "
    "mit der Kamera Ihres Telefons und bestätigen.",
    about="Mehr zu {name}",
    waiting="Warteliste",
    waiting_explained="Wird ein Platz frei, bietet das Portal ihn der Reihe nach an. Sie müssen nichts tun.",
    nobody_waits="Zurzeit wartet niemand.",
    place="Platz {place}",
    short_notice="kommt auch kurzfristig",
    moved_up="vorgezogen",
    move_up="Vorziehen",
    move_up_explained="{name} kommt auf Platz 1 der Warteliste. Der Grund wird festgehalten, damit es gerecht bleibt.",
    move_up_now="Auf Platz 1 setzen",
    move_back="Wieder einreihen",
    move_back_explained="{name} kommt dorthin zurück, wo der Platz nach der Wartezeit ist.",
    move_back_now="Einreihen",
    moved="Die Warteliste ist geändert.",
    reason="Warum?",
    reason_example="Etwa: Der letzte Termin fiel aus.",
    person_gone="Diese Person steht nicht mehr auf der Liste",
    person_gone_explained="Vielleicht hat sie inzwischen abgesagt. Die aktuelle Liste steht beim Termin.",
    school="Schule",
    no_school="ohne Schule",
    email="E-Mail",
    standing="Stand",
    has_seat="hat einen Platz",
    has_offer="Platz angeboten",
    waits="wartet auf Platz {place} der Warteliste",
    checked_in="Eingetragen um",
    certificate="Bescheinigung (PDF)",
    may_use="Darf allein nutzen",
    until="{machine}, bis {day}",
    remove="Von der Liste nehmen",
    remove_explained="{name} verliert den Platz und bekommt eine E-Mail mit Ihrem Grund. Der Platz geht an die "
    "Warteliste.",
    remove_waiting_explained="{name} wartet dann nicht mehr und bekommt eine E-Mail mit Ihrem Grund.",
    remove_reason="Grund, wie er in der E-Mail stehen soll",
    remove_now="Jetzt von der Liste nehmen",
    removed="{name} steht nicht mehr auf der Liste und bekommt eine E-Mail.",
    message="Nachricht an alle",
    message_to_none="Noch ist niemand da, der die Nachricht bekommt",
    message_to_none_explained="Sobald jemand gebucht hat, können Sie von hier aus an alle schreiben.",
    message_to_one="Ihre Nachricht geht als E-Mail an eine Person.",
    message_to_many="Ihre Nachricht geht als E-Mail an {count} Personen. Keine sieht die Adresse der anderen.",
    subject="Betreff",
    text="Nachricht",
    send="Senden",
    sent_one="Ihre Nachricht ist unterwegs an eine Person.",
    sent_many="Ihre Nachricht ist unterwegs an {count} Personen.",
    copy="Termin kopieren",
    copy_explained="Der neue Termin übernimmt Dauer, Ort, Plätze, Räume und Geräte. Alle Fristen wandern mit, "
    "Teilnehmende nicht.",
    day="Neuer Tag",
    free_of_school="{day} (schulfrei)",
    begins="Beginn",
    clock="{time} Uhr",
    copy_when="Neuer Termin: {span}",
    copy_deadlines="Anmelden geht bis {closes}, abmelden bis {cancel}.",
    copy_now="Neuen Termin anlegen",
    copied="Der neue Termin steht und kann gebucht werden, sobald die Anmeldung offen ist.",
    lists="Listen zum Mitnehmen",
    csv="Tabelle (CSV)",
    xlsx="Excel",
    paper="Liste zum Drucken",
    authorised="Wer darf an welches Gerät?",
    authorised_explained="Wer da war, darf nach dem Termin {months} Monate lang allein an das Gerät: {machine}.",
    nobody_authorised="Noch hat niemand von der Liste die Einweisung.",
    authorised_columns=("Name", "Darf allein an das Gerät bis"),
    not_yet_authorised="noch nicht",
    certificates="Bescheinigungen",
    certificates_explained="Alle, die da waren, finden ihre Bescheinigung auch selbst unter „Meine "
    "Fortbildungen“.",
    no_certificates_yet="Bescheinigungen gibt es, sobald Sie eintragen, wer da war.",
    no_shows="Gefehlt haben",
    no_shows_explained="Ohne Abmeldung nicht gekommen:",
    feedback="Rückmeldungen",
    no_feedback="Noch hat niemand etwas gesagt. Alle, die da waren, werden danach um ein Wort gebeten; Namen "
    "werden dabei nicht gespeichert.",
    one_feedback="Eine Rückmeldung ist da. Zu lesen ist sie ab drei, damit niemand errät, von wem sie kommt.",
    few_feedback="{count} Rückmeldungen sind da. Zu lesen sind sie ab drei, damit niemand errät, von wem sie "
    "kommen.",
    decimal=",",
    many_feedback="{count} Rückmeldungen, im Mittel {average} von 5",
    ratings=(
        "1: gar nicht gut",
        "2: weniger gut",
        "3: in Ordnung",
        "4: gut",
        "5: sehr gut",
    ),
    rating_columns=("Bewertung", "Stimmen"),
    said="In eigenen Worten",
)

ENGLISH = CourseTexts(
    page="Courses",
    title="Courses",
    only_mine="Only mine",
    none_yet="No date is planned for you yet. As soon as the team enters one, it is here: with everybody who "
    "comes and all you need on the day.",
    none_yet_all="No date is planned at present. New dates are made under “Plan trainings”.",
    none_of_mine="You hold no date yourself at present.",
    span_today="Today, {start} to {end}",
    of_trainer="with {name}",
    without_trainer="no trainer yet",
    today="Today",
    coming="What is coming",
    past="What was",
    more_coming="Show later dates",
    more_past="Show earlier dates",
    nothing_coming="There is no other date ahead at present.",
    taken="{taken} of {seats} seats taken",
    full="All {seats} seats taken",
    one_waits="one person is waiting",
    many_wait="{count} are waiting",
    below_minimum="{count} more to reach the minimum",
    cancelled="cancelled",
    tick_off="Tick off participants",
    open_date="Open the date",
    back="To the courses",
    back_to_date="Back to the date",
    gone="This date is not here",
    gone_explained="Perhaps it was deleted, or somebody else holds it. Your own dates are in the list.",
    cancelled_because="This date is cancelled. Reason: {reason}",
    comes_nobody="Nobody comes yet",
    comes_one="One person comes",
    come_many="{count} come",
    free_none="no seat free",
    free_one="one seat free",
    free_many="{count} seats free",
    offered_one="one seat offered",
    offered_many="{count} seats offered",
    missing_one="one person was missing",
    missing_many="{count} were missing",
    open_one="one person still open",
    open_many="{count} still open",
    was_there_none="Nobody was here",
    was_there_one="One person was here",
    were_there_many="{count} were here",
    needed="Reserved for you: {names}",
    for_school="Only for {school}",
    online_room="To the online room",
    date="About the date",
    who_comes="Who comes",
    who_is_here="Who is here?",
    who_was_here="Who was here?",
    nobody_booked="Nobody has booked yet. As soon as somebody takes a seat, the name is here.",
    nobody_booked_past="Nobody had a seat on this date.",
    how_to_tick="One tap: here. Two: missing. Three: open.",
    opens_later="You can tick off from {time} on the day itself.",
    here="here",
    away="missing",
    not_yet="open",
    so_far="{here} of {all}",
    change_attendance="Change attendance",
    rest_here="All others are here",
    rest_away="All others are missing",
    code_hint="The camera works too: participants show their code from “My trainings”. You scan it with the camera of "
    "your phone and confirm.",
    about="More about {name}",
    waiting="Waiting list",
    waiting_explained="When a seat becomes free, the portal offers it in order. There is nothing you need to do.",
    nobody_waits="Nobody is waiting at present.",
    place="Place {place}",
    short_notice="comes at short notice too",
    moved_up="moved up",
    move_up="Move up",
    move_up_explained="{name} goes to place 1 of the waiting list. The reason is kept, so that it stays fair.",
    move_up_now="Put on place 1",
    move_back="Back in line",
    move_back_explained="{name} goes back to where the waiting time puts them.",
    move_back_now="Back in line",
    moved="The waiting list is changed.",
    reason="Why?",
    reason_example="Say: the last date was cancelled.",
    person_gone="This person is no longer on the list",
    person_gone_explained="Perhaps they have cancelled meanwhile. The current list stands with the date.",
    school="School",
    no_school="no school",
    email="E-mail",
    standing="Status",
    has_seat="has a seat",
    has_offer="seat offered",
    waits="waits on place {place} of the waiting list",
    checked_in="Marked at",
    certificate="Certificate (PDF)",
    may_use="May use alone",
    until="{machine}, until {day}",
    remove="Take off the list",
    remove_explained="{name} loses the seat and gets an e-mail with your reason. The seat goes to the waiting "
    "list.",
    remove_waiting_explained="{name} no longer waits then and gets an e-mail with your reason.",
    remove_reason="Reason, as it shall stand in the e-mail",
    remove_now="Take off the list now",
    removed="{name} is no longer on the list and gets an e-mail.",
    message="Message to all",
    message_to_none="There is nobody yet who would get the message",
    message_to_none_explained="As soon as somebody has booked, you can write to all of them from here.",
    message_to_one="Your message goes to one person by e-mail.",
    message_to_many="Your message goes to {count} people by e-mail. Nobody sees the address of the others.",
    subject="Subject",
    text="Message",
    send="Send",
    sent_one="Your message is on its way to one person.",
    sent_many="Your message is on its way to {count} people.",
    copy="Copy the date",
    copy_explained="The new date takes over duration, place, seats, rooms and machines. All deadlines move along, "
    "participants do not.",
    day="New day",
    free_of_school="{day} (no school)",
    begins="Begins",
    clock="{time}",
    copy_when="New date: {span}",
    copy_deadlines="Registration is open until {closes}, cancelling is possible until {cancel}.",
    copy_now="Make the new date",
    copied="The new date stands and can be booked as soon as registration is open.",
    lists="Lists to take along",
    csv="Table (CSV)",
    xlsx="Excel",
    paper="List to print",
    authorised="Who may use which machine?",
    authorised_explained="Whoever was here may use the machine alone for {months} months after the date: {machine}.",
    nobody_authorised="Nobody on the list has had the instruction yet.",
    authorised_columns=("Name", "May use the machine alone until"),
    not_yet_authorised="not yet",
    certificates="Certificates",
    certificates_explained="Everybody who was here also finds their certificate under “My trainings”.",
    no_certificates_yet="There are certificates as soon as you mark who was here.",
    no_shows="Missing",
    no_shows_explained="Did not come and had not cancelled:",
    feedback="Feedback",
    no_feedback="Nobody has said anything yet. Everybody who was here is asked for a word afterwards; no names are "
    "kept with it.",
    one_feedback="One answer is here. It can be read once there are three, so that nobody guesses whose it is.",
    few_feedback="{count} answers are here. They can be read once there are three, so that nobody guesses whose "
    "they are.",
    decimal=".",
    many_feedback="{count} answers, {average} of 5 on average",
    ratings=(
        "1: not good at all",
        "2: not so good",
        "3: all right",
        "4: good",
        "5: very good",
    ),
    rating_columns=("Rating", "Votes"),
    said="In their own words",
)
