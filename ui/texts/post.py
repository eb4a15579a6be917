"""What the page about mails says, and the name of the personal calendar."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PostTexts:
    page: str
    title: str
    calendar: str
    own_explained: str
    none: str
    none_explained: str
    find_one: str
    with_calendar: str
    only_by_mail: str
    troubles: str
    troubles_explained: str
    no_troubles: str
    not_all: str
    no_server: str
    columns: tuple[str, ...]
    tries: str
    one_try: str
    given_up: str
    expired: str


GERMAN = PostTexts(
    page="Post",
    title="Ihre Post",
    calendar="Meine Fortbildungen",
    own_explained="In dieser Vorführung geht keine Mail hinaus. Hier lesen Sie, was in Ihrem Postfach läge.",
    none="Gerade liegt nichts für Sie hier.",
    none_explained="Buchen Sie eine Fortbildung, dann sehen Sie hier die Bestätigung.",
    find_one="Fortbildungen ansehen",
    with_calendar="Mit Kalenderdatei",
    only_by_mail="Ihre Mails gehen an {email}. Fehlt eine, schauen Sie bitte auch in den Spam-Ordner.",
    troubles="Was nicht hinausging",
    troubles_explained="Mails werden eine Woche lang immer wieder versucht, mit wachsenden Pausen.",
    no_troubles="Alle Mails sind hinausgegangen, oder sie sind gerade auf dem Weg.",
    not_all="Sie sehen die neuesten {shown} von {count}.",
    no_server="Es ist kein Mailserver eingestellt. {count} Mails liegen hier, bis es einen gibt.",
    columns=("An, Betreff", "Geschrieben", "Was der Mailserver sagt", "Nächster Versuch"),
    tries="{count} Versuche",
    one_try="1 Versuch",
    given_up="Keiner mehr",
    expired="Hatte sich vor dem Versand erledigt",
)

ENGLISH = PostTexts(
    page="Mail",
    title="Your mail",
    calendar="My trainings",
    own_explained="In this demonstration no mail goes out. Here you read what would be in your mailbox.",
    none="Nothing is here for you at the moment.",
    none_explained="Book a training, and you will see the confirmation here.",
    find_one="See the trainings",
    with_calendar="With calendar file",
    only_by_mail="Your mails go to {email}. If one is missing, please look into the spam folder, too.",
    troubles="What did not go out",
    troubles_explained="Mails are tried again and again for a week, with growing pauses.",
    no_troubles="All mails have gone out, or are on their way.",
    not_all="You see the newest {shown} of {count}.",
    no_server="No mail server is set. {count} mails are kept here until there is one.",
    columns=("To, subject", "Written", "What the mail server says", "Next try"),
    tries="{count} tries",
    one_try="1 try",
    given_up="No more",
    expired="Was no longer needed before it could be sent",
)
