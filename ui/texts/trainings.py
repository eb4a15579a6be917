"""What the pages say on which trainings are found and booked."""

from __future__ import annotations

from dataclasses import dataclass

from trainings.facts import DateKind
from ui.texts import training_refusals
from ui.texts.training_refusals import RefusalTexts
from ui.trainings.facets import Facet


@dataclass(frozen=True, slots=True)
class TrainingTexts:
    page: str
    title: str
    date_page: str
    mine_page: str
    mine_title: str
    refusals: RefusalTexts

    # moments
    weekdays: str  # all seven, with blanks between
    weekday_and_day: str
    month: str
    moment: str
    span: str
    span_of_days: str
    one_hour: str
    hours: str
    minutes: str

    # looking around
    lead: str
    search: str
    search_example: str
    facets: dict[Facet, str]
    kinds: dict[DateKind, str]
    switches: str
    only_free: str
    own_kind: str
    one_date: str
    count_dates: str
    view: str
    views: dict[str, str]
    calendar_of: str
    more_of_day: str
    empty_month: str
    to_next_dates: str
    nothing: str
    nothing_explained: str
    empty: str
    empty_explained: str
    wish: str
    wish_these_words: str

    # how a person stands to a date, and how full it is
    held_by: str
    only_for: str
    is_booked: str
    is_offered: str
    is_waiting: str
    is_cancelled: str
    opens_on: str
    is_closed: str
    has_begun: str
    you_hold_it: str
    booked_short: str
    offered_short: str
    waiting_short: str
    full: str
    full_and_one_waits: str
    full_and_waiting: str
    one_seat: str
    few_seats: str
    many_seats: str

    # steps
    book: str
    book_again: str
    book_anyway: str
    accept: str
    refuse: str
    offered_until: str
    join_list: str
    list_explained: str
    short_notice: str
    join_list_now: str
    leave_list: str
    leave_list_sure: str
    leave_list_now: str
    is_short_notice: str
    is_asked_first: str
    calendar_file: str
    booked_now: str
    series_booked_now: str
    waiting_now: str
    left_now: str
    refused_now: str
    cancelled_now: str

    # a date
    to_trainings: str
    not_there: str
    not_there_explained: str
    aim: str
    preparation: str
    good_to_know: str
    for_whom: str
    for_all: str
    level: str
    about: str
    takes: str
    counts: str
    counts_for: str
    counts_nothing: str
    authorises: str
    authorises_for: str
    one_month: str
    months: str
    can_cancel_until: str
    can_cancel_late: str
    is_of_series: str
    other_dates: str
    no_date_suits: str
    series: str
    book_series: str
    book_series_anyway: str
    book_rest_of_series: str

    # a seat
    what_comes_next: str
    mail_comes: str
    we_remind: str
    prepare: str
    link_is_here: str
    cancel_by: str
    open_link: str
    check_in: str
    check_in_picture: str
    cancel: str
    cancel_sure: str
    cancel_now: str
    cancel_late: str
    the_trainer: str
    word_to: str
    word_example: str
    cancel_with_word: str
    demo_post: str

    # one's own
    lead_offered: str
    lead_next: str
    lead_waiting: str
    mine_empty: str
    mine_empty_explained: str
    find_one: str
    find_more: str
    offered: str
    coming: str
    waiting: str
    past: str
    was_cancelled: str
    not_noted_yet: str
    was_not_there: str
    feedback_is_given: str
    certificate: str
    give_feedback: str
    how_was_it: str
    ratings: tuple[str, ...]
    in_words: str
    feedback_thanks: str
    machines: str
    authorised_until: str
    machines_explained: str
    calendar: str
    calendar_explained: str
    show_address: str
    calendar_steps: tuple[str, ...]
    calendar_secret: str
    subscribe: str
    renew: str
    renew_sure: str
    renew_now: str
    renewed: str


GERMAN = TrainingTexts(
    page="Fortbildungen",
    title="Was möchten Sie können?",
    date_page="Fortbildung",
    mine_page="Meine Fortbildungen",
    mine_title="Meine Fortbildungen",
    refusals=training_refusals.GERMAN,
    weekdays="Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    weekday_and_day="{weekday}, {day}",
    month="{month} {year}",
    moment="{day}, {time} Uhr",
    span="{day}, {start} bis {end} Uhr",
    span_of_days="{start} bis {end}",
    one_hour="1 Stunde",
    hours="{count} Stunden",
    minutes="{count} Minuten",
    lead="Suchen Sie sich einen Termin aus. Ein Klick, und der Platz gehört Ihnen.",
    search="Fortbildungen suchen",
    search_example="Zum Beispiel: etwas mit 3D-Druck für die Grundschule",
    facets={
        Facet.TOPIC: "Thema",
        Facet.DEVICE: "Gerät",
        Facet.LEVEL: "Stufe",
        Facet.PLACE: "Ort",
    },
    kinds={
        DateKind.FABLAB: "FabLab",
        DateKind.ONLINE: "Online",
        DateKind.SCHOOL: "An einer Schule",
    },
    switches="Nur zeigen",
    only_free="Mit freien Plätzen",
    own_kind="Für meine Schulform",
    one_date="Ein Termin",
    count_dates="{count} Termine",
    view="Ansicht",
    views={"": "Liste", "kalender": "Kalender"},
    calendar_of="Fortbildungen im {month}",
    more_of_day="{count} mehr",
    empty_month="In diesem Monat gibt es keinen passenden Termin.",
    to_next_dates="Zum nächsten Termin: {month}",
    nothing="Dazu gibt es gerade keinen Termin",
    nothing_explained="Sagen Sie uns, was Ihnen fehlt. Wünschen sich mehrere dasselbe, planen wir einen Termin, und Sie erfahren es zuerst.",
    empty="Gerade sind keine Termine geplant",
    empty_explained="Neue Termine erscheinen hier. Sie können sich auch jetzt schon eine Fortbildung wünschen.",
    wish="Nichts Passendes dabei? Fortbildung wünschen",
    wish_these_words="„{words}“ als Fortbildung wünschen",
    held_by="mit {name}",
    only_for="nur für {school}",
    is_booked="Ihr Platz ist gebucht",
    is_offered="Ein Platz ist für Sie reserviert",
    is_waiting="Sie stehen auf Platz {place} der Warteliste",
    is_cancelled="fällt aus",
    opens_on="Anmeldung ab {day}",
    is_closed="Anmeldung geschlossen",
    has_begun="hat begonnen",
    you_hold_it="Sie leiten diesen Termin",
    booked_short="gebucht",
    offered_short="reserviert",
    waiting_short="Warteliste",
    full="ausgebucht",
    full_and_one_waits="ausgebucht, 1 wartet",
    full_and_waiting="ausgebucht, {count} warten",
    one_seat="noch 1 Platz",
    few_seats="noch {count} Plätze",
    many_seats="{count} Plätze frei",
    book="Platz buchen",
    book_again="Doch wieder buchen",
    book_anyway="Trotzdem buchen",
    accept="Platz annehmen",
    refuse="Ich kann doch nicht",
    offered_until="Der Platz ist für Sie reserviert bis {moment}. Danach fragen wir die Nächsten.",
    join_list="Auf die Warteliste",
    list_explained="Wird ein Platz frei, reservieren wir ihn für Sie und schreiben Ihnen. Sie entscheiden dann in Ruhe.",
    short_notice="Auch kurzfristig fest einbuchen (in den letzten zwei Tagen, ohne Rückfrage)",
    join_list_now="Eintragen",
    leave_list="Warteliste verlassen",
    leave_list_sure="Ihr Platz auf der Warteliste geht an die Nächsten.",
    leave_list_now="Ja, verlassen",
    is_short_notice="Wird in den letzten zwei Tagen ein Platz frei, buchen wir ihn gleich fest für Sie.",
    is_asked_first="Wird ein Platz frei, reservieren wir ihn und fragen Sie per Mail.",
    calendar_file="In den Kalender",
    booked_now="Ihr Platz ist gebucht. Die Bestätigung mit dem Kalendereintrag kommt per Mail.",
    series_booked_now="Ihre Plätze sind gebucht, alle {count}. Die Bestätigungen mit den Kalendereinträgen kommen per Mail.",
    waiting_now="Sie stehen auf Platz {place} der Warteliste. Wird ein Platz frei, schreiben wir Ihnen.",
    left_now="Sie stehen nicht mehr auf der Warteliste.",
    refused_now="Danke für die Antwort. Der Platz geht an die Nächsten.",
    cancelled_now="Ihr Platz ist abgesagt. Die Bestätigung kommt per Mail.",
    to_trainings="Zurück zu den Fortbildungen",
    not_there="Diesen Termin gibt es hier nicht",
    not_there_explained="Vielleicht ist der Link nicht vollständig, oder der Termin ist nur für eine andere Schule.",
    aim="Das können Sie danach",
    preparation="So bereiten Sie sich vor",
    good_to_know="Gut zu wissen",
    for_whom="Für wen",
    for_all="Alle Schulformen",
    level="Stufe",
    about="Worum es geht",
    takes="Dauer",
    counts="Nachweis",
    counts_for="über {time}",
    counts_nothing="keiner",
    authorises="Berechtigt zu",
    authorises_for="{machine} selbst nutzen, {time} lang",
    one_month="einen Monat",
    months="{count} Monate",
    can_cancel_until="Absagen können Sie bis {moment}.",
    can_cancel_late="Die Frist zum Absagen ist schon vorbei. Danach geht es nur noch mit einem Wort an die Leitung.",
    is_of_series="Der Termin gehört zu einer Reihe aus {count} Terminen. Weiter unten buchen Sie alle auf einmal.",
    other_dates="Andere Termine dieser Fortbildung",
    no_date_suits="Kein Termin passt? Einen anderen wünschen",
    series="Eine Reihe aus {count} Terminen",
    book_series="Alle {count} Termine der Reihe buchen",
    book_series_anyway="Trotzdem alle {count} Termine der Reihe buchen",
    book_rest_of_series="Die übrigen {count} Termine der Reihe buchen",
    what_comes_next="So geht es weiter",
    mail_comes="Die Bestätigung mit dem Kalendereintrag geht an {email}.",
    we_remind="Drei Tage und einen Tag vorher erinnern wir Sie.",
    prepare="Lesen Sie vorher, was Sie vorbereiten können. Es steht weiter unten.",
    link_is_here="Am Tag selbst kommen Sie hier mit einem Klick in die Sitzung.",
    cancel_by="Können Sie doch nicht, sagen Sie bis {moment} ab. Dann freut sich jemand von der Warteliste.",
    open_link="Zur Online-Sitzung",
    check_in="Zeigen Sie diesen Code vor Ort. Damit ist Ihre Teilnahme eingetragen.",
    check_in_picture="QR-Code zum Einchecken",
    cancel="Platz absagen",
    cancel_sure="Möchten Sie absagen? Ihr Platz geht dann an die Nächsten.",
    cancel_now="Ja, Platz absagen",
    cancel_late="Die Frist war am {deadline}. Mit einem kurzen Wort können Sie Ihren Platz noch abgeben.",
    the_trainer="die Leitung",
    word_to="Ein Wort an {name}",
    word_example="Zum Beispiel: Ich bin krank geworden.",
    cancel_with_word="Absagen und Wort senden",
    demo_post="Mails der Vorführung ansehen",
    lead_offered="Für Sie ist ein Platz reserviert. Bitte antworten Sie, bevor die Zeit um ist.",
    lead_next="Als Nächstes: {title}, {when}.",
    lead_waiting="Sie stehen auf einer Warteliste. Wird ein Platz frei, schreiben wir Ihnen.",
    mine_empty="Sie haben noch nichts gebucht",
    mine_empty_explained="Suchen Sie sich eine Fortbildung aus. Hier finden Sie dann Ihre Termine, die Nachweise und alles Weitere.",
    find_one="Fortbildung finden",
    find_more="Weitere Fortbildungen finden",
    offered="Bitte antworten",
    coming="Das kommt",
    waiting="Darauf warten Sie",
    past="Das war",
    was_cancelled="Dieser Termin ist ausgefallen.",
    not_noted_yet="Ihre Teilnahme ist noch nicht eingetragen. Danach finden Sie hier den Nachweis.",
    was_not_there="Sie waren nicht dabei. Stimmt das nicht, wenden Sie sich an die Leitung.",
    feedback_is_given="Danke für Ihre Rückmeldung.",
    certificate="Nachweis (PDF)",
    give_feedback="Sagen, wie es war",
    how_was_it="Wie hilfreich war es für Ihren Unterricht?",
    ratings=("1 · gar nicht", "2 · wenig", "3 · teils", "4 · gut", "5 · sehr"),
    in_words="Was hat geholfen, was hat gefehlt? (freiwillig, ohne Ihren Namen)",
    feedback_thanks="Danke, das hilft uns weiter.",
    machines="Diese Geräte dürfen Sie selbst nutzen",
    authorised_until="bis {day}",
    machines_explained="Läuft eine Berechtigung ab, frischen Sie sie mit der nächsten Einweisung auf.",
    calendar="Ihre Termine im eigenen Kalender",
    calendar_explained="Mit Ihrer persönlichen Adresse stehen Ihre Fortbildungen von selbst in Outlook, Google oder auf dem iPhone, auch wenn sich etwas ändert.",
    show_address="Adresse zeigen",
    calendar_steps=(
        "Outlook: Kalender, „Kalender hinzufügen“, „Aus dem Internet abonnieren“, Adresse einfügen.",
        "Google: im Browser bei „Weitere Kalender“ auf das Plus, „Per URL“, Adresse einfügen.",
        "iPhone, iPad und Mac: einfach auf „Im Kalender abonnieren“ tippen.",
    ),
    calendar_secret="Wer die Adresse kennt, sieht Ihre Termine. Behalten Sie sie für sich. Ist sie doch bekannt geworden, machen Sie sie neu.",
    subscribe="Im Kalender abonnieren",
    renew="Adresse neu machen",
    renew_sure="Die alte Adresse zeigt dann nichts mehr. Sie fügen die neue in Ihren Kalender ein.",
    renew_now="Ja, neu machen",
    renewed="Ihre Adresse ist neu. Bitte fügen Sie sie in Ihren Kalender ein.",
)

ENGLISH = TrainingTexts(
    page="Trainings",
    title="What would you like to be able to do?",
    date_page="Training",
    mine_page="My trainings",
    mine_title="My trainings",
    refusals=training_refusals.ENGLISH,
    weekdays="Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    weekday_and_day="{weekday}, {day}",
    month="{month} {year}",
    moment="{day}, {time}",
    span="{day}, {start} to {end}",
    span_of_days="{start} to {end}",
    one_hour="1 hour",
    hours="{count} hours",
    minutes="{count} minutes",
    lead="Choose a date. One click, and the seat is yours.",
    search="Search trainings",
    search_example="For example: something with 3D printing for primary school",
    facets={
        Facet.TOPIC: "Topic",
        Facet.DEVICE: "Device",
        Facet.LEVEL: "Level",
        Facet.PLACE: "Place",
    },
    kinds={
        DateKind.FABLAB: "FabLab",
        DateKind.ONLINE: "Online",
        DateKind.SCHOOL: "At a school",
    },
    switches="Only show",
    only_free="With free seats",
    own_kind="For my kind of school",
    one_date="One date",
    count_dates="{count} dates",
    view="View",
    views={"": "List", "kalender": "Calendar"},
    calendar_of="Trainings in {month}",
    more_of_day="{count} more",
    empty_month="There is no fitting date in this month.",
    to_next_dates="To the next date: {month}",
    nothing="There is no date for this at the moment",
    nothing_explained="Tell us what you are missing. When several people wish for the same, we plan a date, and you hear of it first.",
    empty="No dates are planned at the moment",
    empty_explained="New dates appear here. You can also wish for a training right now.",
    wish="Nothing that suits you? Wish for a training",
    wish_these_words="Wish for “{words}” as a training",
    held_by="with {name}",
    only_for="only for {school}",
    is_booked="Your seat is booked",
    is_offered="A seat is kept for you",
    is_waiting="You are at place {place} of the waiting list",
    is_cancelled="does not take place",
    opens_on="Registration from {day}",
    is_closed="Registration is closed",
    has_begun="has begun",
    you_hold_it="You hold this date",
    booked_short="booked",
    offered_short="kept for you",
    waiting_short="waiting list",
    full="fully booked",
    full_and_one_waits="fully booked, 1 waiting",
    full_and_waiting="fully booked, {count} waiting",
    one_seat="1 seat left",
    few_seats="{count} seats left",
    many_seats="{count} seats free",
    book="Book a seat",
    book_again="Book a seat again",
    book_anyway="Book all the same",
    accept="Accept the seat",
    refuse="I cannot come after all",
    offered_until="The seat is kept for you until {moment}. After that we ask the next person.",
    join_list="Join the waiting list",
    list_explained="When a seat becomes free, we keep it for you and write to you. You then decide in peace.",
    short_notice="Book me at short notice too (in the last two days, without asking)",
    join_list_now="Put me on the list",
    leave_list="Leave the waiting list",
    leave_list_sure="Your place on the list goes to the next person.",
    leave_list_now="Yes, leave",
    is_short_notice="If a seat becomes free in the last two days, we book it for you right away.",
    is_asked_first="When a seat becomes free, we keep it and ask you by mail.",
    calendar_file="Add to calendar",
    booked_now="Your seat is booked. The confirmation with the calendar entry comes by mail.",
    series_booked_now="Your seats are booked, all {count}. The confirmations with the calendar entries come by mail.",
    waiting_now="You are at place {place} of the waiting list. When a seat becomes free, we will write to you.",
    left_now="You are no longer on the waiting list.",
    refused_now="Thank you for the answer. The seat goes to the next person.",
    cancelled_now="Your seat is cancelled. The confirmation comes by mail.",
    to_trainings="Back to the trainings",
    not_there="There is no such date here",
    not_there_explained="Perhaps the link is not complete, or the date is only for another school.",
    aim="What you will be able to do",
    preparation="How to prepare",
    good_to_know="Good to know",
    for_whom="For whom",
    for_all="All kinds of school",
    level="Level",
    about="What it is about",
    takes="Duration",
    counts="Certificate",
    counts_for="of {time}",
    counts_nothing="none",
    authorises="Authorises you to",
    authorises_for="use {machine} by yourself, for {time}",
    one_month="one month",
    months="{count} months",
    can_cancel_until="You can cancel until {moment}.",
    can_cancel_late="The deadline for cancelling is over. After that it takes a word to the trainer.",
    is_of_series="This date belongs to a series of {count} dates. Further below you book all of them at once.",
    other_dates="Other dates of this training",
    no_date_suits="No date suits you? Wish for another one",
    series="A series of {count} dates",
    book_series="Book all {count} dates of the series",
    book_series_anyway="Book all {count} dates of the series all the same",
    book_rest_of_series="Book the other {count} dates of the series",
    what_comes_next="What comes next",
    mail_comes="The confirmation with the calendar entry goes to {email}.",
    we_remind="We remind you three days and one day before.",
    prepare="Read beforehand what you can prepare. It stands further below.",
    link_is_here="On the day, one click here takes you into the meeting.",
    cancel_by="If you cannot come after all, please cancel by {moment}. Somebody on the waiting list will be glad.",
    open_link="To the online meeting",
    check_in="Show this code when you arrive. It notes your attendance.",
    check_in_picture="QR code for checking in",
    cancel="Cancel my seat",
    cancel_sure="Would you like to cancel? Your seat then goes to the next person.",
    cancel_now="Yes, cancel my seat",
    cancel_late="The deadline was {deadline}. With a short word you can still give your seat back.",
    the_trainer="the trainer",
    word_to="A word to {name}",
    word_example="For example: I have fallen ill.",
    cancel_with_word="Cancel and send the word",
    demo_post="See the mails of the demonstration",
    lead_offered="A seat is kept for you. Please answer before the time is up.",
    lead_next="Next: {title}, {when}.",
    lead_waiting="You are on a waiting list. When a seat becomes free, we will write to you.",
    mine_empty="You have not booked anything yet",
    mine_empty_explained="Choose a training. You will then find your dates, the certificates and all the rest here.",
    find_one="Find a training",
    find_more="Find more trainings",
    offered="Please answer",
    coming="Coming up",
    waiting="What you are waiting for",
    past="What was",
    was_cancelled="This date did not take place.",
    not_noted_yet="Your attendance has not been noted yet. After that you will find the certificate here.",
    was_not_there="You were not there. If that is not right, please ask the trainer.",
    feedback_is_given="Thank you for your feedback.",
    certificate="Certificate (PDF)",
    give_feedback="Say how it was",
    how_was_it="How helpful was it for your teaching?",
    ratings=("1 · not at all", "2 · little", "3 · partly", "4 · well", "5 · very"),
    in_words="What helped, what was missing? (optional, without your name)",
    feedback_thanks="Thank you, this helps us.",
    machines="You may use these machines by yourself",
    authorised_until="until {day}",
    machines_explained="When an authorisation ends, the next introduction renews it.",
    calendar="Your dates in your own calendar",
    calendar_explained="With your personal address your trainings appear in Outlook, Google or on the iPhone by themselves, also when something changes.",
    show_address="Show the address",
    calendar_steps=(
        "Outlook: calendar, “Add calendar”, “Subscribe from web”, paste the address.",
        "Google: in the browser the plus at “Other calendars”, “From URL”, paste the address.",
        "iPhone, iPad and Mac: simply tap “Subscribe in the calendar”.",
    ),
    calendar_secret="Whoever knows the address sees your dates. Keep it to yourself. If it has become known, renew it.",
    subscribe="Subscribe in the calendar",
    renew="Renew the address",
    renew_sure="The old address will then show nothing any more. You paste the new one into your calendar.",
    renew_now="Yes, renew it",
    renewed="Your address is new. Please paste it into your calendar.",
)
