"""What the pages say on which people wish for trainings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WishTexts:
    page: str
    title: str
    lead: str
    # the form
    topic: str
    topic_hint: str
    people: str
    details: str
    details_hint: str
    times: str
    times_hint: str
    privacy: str
    send: str
    # after sending
    sent: str
    sent_explained: str
    coming: str
    coming_explained: str
    alike_one: str
    alike_many: str
    alike_others: str
    alike_explained: str
    nothing_alike: str
    ask: str
    asked_now: str
    another: str
    to_mine: str
    # one's own wishes
    mine: str
    one_person: str
    many_people: str
    states: dict[str, str]
    with_times: str
    together: str
    asked: str
    wants_to_join: str
    say_yes: str
    say_no: str
    said_yes: str
    said_no: str
    some_school: str
    school_and_people: str
    alike: str
    withdraw: str
    withdraw_sure: str
    withdraw_now: str
    withdrawn: str
    hide: str
    planned: str
    to_date: str
    date_cancelled: str
    declined: str
    # the team's desk
    desk_lead: str
    desk_empty: str
    one_group: str
    many_groups: str
    joined_wishes: str
    wished_by: str
    no_times: str
    answer: str
    back: str
    choose: str
    choose_explained: str
    choose_date: str
    choose_hint: str
    choose_first: str
    no_dates: str
    plan: str
    planned_one: str
    planned_many: str
    new_date: str
    new_date_explained: str
    decline: str
    decline_explained: str
    decline_answer: str
    decline_hint: str
    decline_now: str
    declined_now: str


GERMAN = WishTexts(
    page="Fortbildung wünschen",
    title="Welche Fortbildung fehlt Ihnen?",
    lead="Ein Satz genügt. Das Team plant einen Termin, und Sie erfahren es zuerst.",
    topic="Worum soll es gehen?",
    topic_hint="Zum Beispiel: 3D-Druck im Sachunterricht",
    people="Wie viele Personen möchten kommen?",
    details="Was möchten Sie danach können? (freiwillig)",
    details_hint="Was Sie schon kennen, welche Geräte Sie haben",
    times="Wann passt es Ihnen? (freiwillig)",
    times_hint="Zum Beispiel: dienstags ab 14 Uhr, nicht vor den Ferien",
    privacy="Andere Schulen sehen nur Thema, Schule und Zahl der Personen, nie Ihren Namen.",
    send="Wunsch abschicken",
    sent="Ihr Wunsch ist beim Team",
    sent_explained="Sobald ein Termin geplant ist, schreiben wir Ihnen als Erstes. Sie können dann gleich buchen.",
    coming="Vielleicht passt das schon",
    coming_explained="Diese Termine sind bereits geplant. Ihr Wunsch bleibt bestehen, bis Sie ihn zurückziehen.",
    alike_one="Eine andere Schule wünscht sich etwas Ähnliches",
    alike_many="{count} andere Schulen wünschen sich etwas Ähnliches",
    alike_others="Auch andere wünschen sich etwas Ähnliches",
    alike_explained="Gemeinsam kommt ein Termin leichter zustande. Wir fragen für Sie, und Ihr Name wird dabei nicht genannt.",
    nothing_alike="Im Moment wünscht sich sonst niemand etwas Ähnliches. Fragt später eine andere Schule an, schreiben wir Ihnen.",
    ask="Anfragen",
    asked_now="Wir haben gefragt. Sobald die Antwort da ist, schreiben wir Ihnen.",
    another="Noch etwas wünschen",
    to_mine="Meine Fortbildungen",
    mine="Meine Wünsche",
    one_person="1 Person",
    many_people="{count} Personen",
    states={
        "open": "Beim Team",
        "planned": "Termin steht",
        "declined": "Geht leider nicht",
        "cancelled": "Termin fällt aus",
    },
    with_times="{people} · {times}",
    together="Gemeinsam mit: {schools}",
    asked="Gefragt, noch ohne Antwort: {schools}",
    wants_to_join="{school} wünscht sich etwas Ähnliches: „{topic}“. Möchten Sie gemeinsam einen Termin?",
    say_yes="Ja, gemeinsam",
    say_no="Nein, lieber allein",
    said_yes="Sie gehen jetzt gemeinsam. Die andere Schule bekommt Bescheid.",
    said_no="Ihr Wunsch bleibt für sich. Die andere Schule bekommt Bescheid.",
    some_school="Eine andere Schule",
    school_and_people="{school} ({people})",
    alike="Wer wünscht sich Ähnliches?",
    withdraw="Zurückziehen",
    withdraw_sure="Möchten Sie den Wunsch zurückziehen? Das Team plant dann nichts mehr dafür.",
    withdraw_now="Ja, zurückziehen",
    withdrawn="Ihr Wunsch steht nicht mehr in der Liste.",
    hide="Aus der Liste nehmen",
    planned="{title}: {when}",
    to_date="Termin ansehen und buchen",
    date_cancelled="Der Termin fällt leider aus. Wünschen Sie sich die Fortbildung gern noch einmal.",
    declined="Das Team schreibt: {answer}",
    desk_lead="Was Schulen sich wünschen. Was zusammengehört, steht zusammen; die Wünsche der meisten Personen zuerst.",
    desk_empty="Gerade ist kein Wunsch offen. Neue Wünsche erscheinen hier, sobald jemand einen abschickt.",
    one_group="Ein Thema ist offen.",
    many_groups="{count} Themen sind offen.",
    joined_wishes="{count} Wünsche gemeinsam",
    wished_by="{person}, {school}",
    no_times="Ohne Angabe, wann es passt",
    answer="Antworten",
    back="Alle Wünsche",
    choose="Einen Termin zuordnen",
    choose_explained="Alle, die sich das wünschen, bekommen eine Mail und können buchen, bevor die Anmeldung öffnet.",
    choose_date="Termin",
    choose_hint="Termin wählen",
    choose_first="Bitte wählen Sie zuerst einen Termin.",
    no_dates="Es gibt noch keinen kommenden Termin, der dafür offensteht.",
    plan="Termin zuordnen und Bescheid geben",
    planned_one="Erledigt. Eine Person hat eine Mail bekommen.",
    planned_many="Erledigt. {count} Personen haben eine Mail bekommen.",
    new_date="Neuen Termin anlegen",
    new_date_explained="Passt keiner? Legen Sie einen Termin an und ordnen Sie ihn danach hier zu.",
    decline="Absagen",
    decline_explained="Ein freundlicher Satz genügt: warum es nicht geht, und wo es vielleicht weitergeht.",
    decline_answer="Ihre Antwort",
    decline_hint="Zum Beispiel: Dazu bietet das Landesinstitut im Frühjahr einen Kurs an.",
    decline_now="Absage schicken",
    declined_now="Die Absage ist unterwegs.",
)

ENGLISH = WishTexts(
    page="Wish for a training",
    title="Which training are you missing?",
    lead="One sentence is enough. The team plans a date, and you are the first to know.",
    topic="What should it be about?",
    topic_hint="For example: 3D printing in primary school science",
    people="How many people would like to come?",
    details="What would you like to be able to do afterwards? (optional)",
    details_hint="What you know already, which devices you have",
    times="When would it suit you? (optional)",
    times_hint="For example: Tuesdays from 2 p.m., not just before the holidays",
    privacy="Other schools see only the topic, the school and the number of people, never your name.",
    send="Send the wish",
    sent="Your wish is with the team",
    sent_explained="As soon as a date is planned, we write to you first. You can then book at once.",
    coming="Perhaps this fits already",
    coming_explained="These dates are planned already. Your wish stays until you withdraw it.",
    alike_one="Another school wishes for something similar",
    alike_many="{count} other schools wish for something similar",
    alike_others="Others wish for something similar, too",
    alike_explained="A date comes about more easily together. We ask for you; your name is not mentioned.",
    nothing_alike="At the moment nobody else wishes for something similar. If another school asks later, we write to you.",
    ask="Ask them",
    asked_now="We have asked. As soon as there is an answer, we write to you.",
    another="Wish for something else",
    to_mine="My trainings",
    mine="My wishes",
    one_person="1 person",
    many_people="{count} people",
    states={
        "open": "With the team",
        "planned": "There is a date",
        "declined": "Not possible",
        "cancelled": "Date cancelled",
    },
    with_times="{people} · {times}",
    together="Together with: {schools}",
    asked="Asked, no answer yet: {schools}",
    wants_to_join="{school} wishes for something similar: “{topic}”. Would you like a date together?",
    say_yes="Yes, together",
    say_no="No, rather alone",
    said_yes="You go together now. The other school will be told.",
    said_no="Your wish stays on its own. The other school will be told.",
    some_school="Another school",
    school_and_people="{school} ({people})",
    alike="Who wishes for something similar?",
    withdraw="Withdraw",
    withdraw_sure="Would you like to withdraw the wish? The team will not plan anything for it then.",
    withdraw_now="Yes, withdraw",
    withdrawn="Your wish is no longer in the list.",
    hide="Take it off the list",
    planned="{title}: {when}",
    to_date="See the date and book",
    date_cancelled="The date will not take place, unfortunately. Please feel free to wish for the training again.",
    declined="The team writes: {answer}",
    desk_lead="What schools wish for. What belongs together stands together; the wishes of most people come first.",
    desk_empty="No wish is open at the moment. New ones appear here as soon as somebody sends one.",
    one_group="One topic is open.",
    many_groups="{count} topics are open.",
    joined_wishes="{count} wishes together",
    wished_by="{person}, {school}",
    no_times="Did not say when it suits",
    answer="Answer",
    back="All wishes",
    choose="Give them a date",
    choose_explained="All who wish for it get a mail and can book before the registration opens.",
    choose_date="Date",
    choose_hint="Choose a date",
    choose_first="Please choose a date first.",
    no_dates="There is no coming date yet that is open to them.",
    plan="Give this date and tell them",
    planned_one="Done. One person has been sent a mail.",
    planned_many="Done. {count} people have been sent a mail.",
    new_date="Add a new date",
    new_date_explained="None fits? Add a date, then come back here and choose it.",
    decline="Decline",
    decline_explained="One friendly sentence is enough: why it is not possible, and where they may find help.",
    decline_answer="Your answer",
    decline_hint="For example: The state institute offers a course on this in spring.",
    decline_now="Send the answer",
    declined_now="The answer is on its way.",
)
