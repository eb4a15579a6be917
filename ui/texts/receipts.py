"""What the pages say on receipts and on mails about deliveries."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReceiptTexts:
    # confirming
    title: str
    explained: str
    others_confirm: str
    missing: str
    remarks: str
    remarks_hint: str
    confirm: str
    confirmed_now: str
    told_team: str
    # confirmed
    confirmed: str
    confirmed_by_nobody: str
    all_there: str
    one_missing: str
    many_missing: str
    remark: str
    seen_to: str
    not_seen_to: str
    # what schools have remarked
    no_remarks: str
    no_open_remarks: str
    open_remarks: str
    settled_remarks: str
    about: str
    order: str
    to_line: str
    answer: str
    answer_hint: str
    settle: str
    settled_now: str
    settled_on: str
    # mails
    mails: str
    mails_explained: str
    weekly: str
    weekly_explained: str
    at_once: str
    at_once_explained: str
    chosen: str
    chosen_none: str
    # the page behind the link in a mail
    stop_title: str
    stop_lead: str
    stop: str
    stopped_title: str
    stopped_lead: str
    to_deliveries: str
    no_stop: str
    no_stop_explained: str


GERMAN = ReceiptTexts(
    title="Ist alles da?",
    explained="Die Geräte sind eingerichtet. Bitte bestätigen Sie, dass sie da sind und funktionieren.",
    others_confirm="Die Geräte sind eingerichtet. Die Schulleitung oder die Digitalassistenz bestätigt, dass "
    "alles da ist.",
    missing="Wie viele fehlen?",
    remarks="Möchten Sie etwas dazu sagen? (freiwillig)",
    remarks_hint="Zum Beispiel: Bei einem Display fehlt die Fernbedienung.",
    confirm="Empfang bestätigen",
    confirmed_now="Danke, der Empfang ist bestätigt.",
    told_team="Danke, der Empfang ist bestätigt. Das Team der Stadt weiß Bescheid und meldet sich bei Ihnen.",
    confirmed="Empfang bestätigt am {day} von {name}",
    confirmed_by_nobody="Empfang bestätigt am {day}",
    all_there="Es ist alles da.",
    one_missing="Ein Stück fehlt.",
    many_missing="{count} Stück fehlen.",
    remark="Bemerkung: {text}",
    seen_to="Antwort der Stadt vom {day}: {text}",
    not_seen_to="Das Team der Stadt kümmert sich darum.",
    no_remarks="Noch keine Rückmeldungen. Bestätigt eine Schule den Empfang und fehlt etwas, steht es hier.",
    no_open_remarks="Alles beantwortet. Zurzeit wartet keine Schule auf eine Antwort.",
    open_remarks="Offen ({count})",
    settled_remarks="Beantwortet",
    about="{ordered} × {device}",
    order="Bestellung {order}, Position {position}",
    to_line="Zur Lieferung",
    answer="Antwort an die Schule",
    answer_hint="Zum Beispiel: Die Fernbedienung kommt am Montag mit.",
    settle="Antworten und erledigen",
    settled_now="Die Antwort ist bei der Schule.",
    settled_on="Beantwortet am {day}: {text}",
    mails="Per Mail auf dem Laufenden",
    mails_explained="Wenn Sie möchten, schreibt Lotse Ihnen an {email}.",
    weekly="Einmal in der Woche",
    weekly_explained="Montags, was sich an Ihren Schulen geändert hat. Ändert sich nichts, kommt keine Mail.",
    at_once="Sofort, wenn es wichtig ist",
    at_once_explained="Wenn sich ein Termin um mehr als zwei Wochen verschiebt oder neue Geräte benutzbar sind.",
    chosen="Gespeichert.",
    chosen_none="Gespeichert. Sie bekommen keine Mails über Lieferungen.",
    stop_title="Keine Mails mehr über Lieferungen?",
    stop_lead="Sie bekommen dann weder die wöchentliche Mail noch die bei wichtigen Änderungen.",
    stop="Keine Mails mehr",
    stopped_title="Sie bekommen keine Mails mehr über Lieferungen.",
    stopped_lead="Auf der Seite „Lieferungen“ schalten Sie sie wieder ein, wenn Sie möchten.",
    to_deliveries="Zu den Lieferungen",
    no_stop="Dieser Link ist unvollständig.",
    no_stop_explained="Öffnen Sie ihn bitte noch einmal aus der Mail, oder schalten Sie die Mails auf der Seite "
    "„Lieferungen“ aus.",
)

ENGLISH = ReceiptTexts(
    title="Is everything there?",
    explained="The devices have been set up. Please confirm that they are there and work.",
    others_confirm="The devices have been set up. The head of the school or the digital assistant confirms that "
    "everything is there.",
    missing="How many are missing?",
    remarks="Would you like to add anything? (optional)",
    remarks_hint="For example: one display came without its remote control.",
    confirm="Confirm receipt",
    confirmed_now="Thank you, receipt is confirmed.",
    told_team="Thank you, receipt is confirmed. The city's team has been told and will get back to you.",
    confirmed="Receipt confirmed on {day} by {name}",
    confirmed_by_nobody="Receipt confirmed on {day}",
    all_there="Everything is there.",
    one_missing="One piece is missing.",
    many_missing="{count} pieces are missing.",
    remark="Remark: {text}",
    seen_to="Answer of the city on {day}: {text}",
    not_seen_to="The city's team is seeing to it.",
    no_remarks="No remarks yet. When a school confirms receipt and something is missing, it stands here.",
    no_open_remarks="All answered. At the moment no school is waiting for an answer.",
    open_remarks="Open ({count})",
    settled_remarks="Answered",
    about="{ordered} × {device}",
    order="Order {order}, position {position}",
    to_line="Open the delivery",
    answer="Answer to the school",
    answer_hint="For example: the remote control will come on Monday.",
    settle="Answer and settle",
    settled_now="The answer has gone to the school.",
    settled_on="Answered on {day}: {text}",
    mails="News by e-mail",
    mails_explained="If you like, Lotse writes to you at {email}.",
    weekly="Once a week",
    weekly_explained="On Mondays, what has changed at your schools. No mail when nothing has.",
    at_once="At once when it matters",
    at_once_explained="When a time moves by more than two weeks or new devices can be used.",
    chosen="Saved.",
    chosen_none="Saved. You get no mails about deliveries.",
    stop_title="No more mails about deliveries?",
    stop_lead="You will then get neither the weekly mail nor those on important changes.",
    stop="No more mails",
    stopped_title="You get no more mails about deliveries.",
    stopped_lead="On the page “Deliveries” you can switch them on again.",
    to_deliveries="To the deliveries",
    no_stop="This link is incomplete.",
    no_stop_explained="Please open it again from the mail, or switch the mails off on the page “Deliveries”.",
)
