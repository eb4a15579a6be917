"""Texts of the pages about a school's deliveries."""

from __future__ import annotations

from dataclasses import dataclass

from deliveries.status.lines import Situation
from ui.deliveries.choice import State


@dataclass(frozen=True, slots=True)
class DeliveryTexts:
    page: str
    line_page: str

    # a school's page
    title: str
    as_of: str
    source: str
    by_hand: str
    long_ago: str
    school: str
    choose_school: str
    which_school: str
    which_school_explained: str
    to_city: str
    progress: str
    one_kind_usable: str
    kinds_usable: str
    other_kind: str
    states: dict[State, str]
    state: str
    kinds: str
    every: str
    view: str
    views: dict[str, str]
    one_line: str
    lines: str
    situations: dict[Situation, str]
    clear: str
    take_along: str
    print_it: str
    as_workbook: str
    as_csv: str

    # one line in few words
    of_kind: str
    late_by: str
    is_late: str
    is_blocked: str
    is_coming: str
    is_moved: str
    is_unpromised: str
    is_here: str
    is_usable: str
    came_late: str
    is_cancelled: str
    all_usable: str
    some_usable: str
    all_here: str
    some_here: str
    not_here: str
    stages_of: str
    expected: str
    was_expected: str
    next_step: str
    reason_given: str
    history_of: str
    confirm: str
    manuals: str
    trainings: str

    # the line of time
    overdue: str
    by_month: str
    without_date: str
    arrived: str
    stopped: str

    # nothing to show
    nothing: str
    nothing_explained: str
    empty: str
    empty_for: str
    empty_explained: str
    no_school: str
    no_school_explained: str
    not_there: str
    not_there_explained: str
    no_line: str
    no_line_explained: str
    ask_people: str
    to_manuals: str
    to_trainings: str
    to_deliveries: str

    # one line's page
    back: str
    good_to_know: str
    ordered: str
    delivered: str
    not_said: str
    promised: str
    before: str
    why: str
    room: str
    order: str
    order_and_position: str
    known_as_of: str
    delivered_on: str
    usable_on: str
    funding: str
    programme: str
    measure: str
    earmarked_until: str
    history: str
    no_history: str
    told_by_list: str
    told_by_person: str
    told_by_nobody: str
    went_back: str

    # changing a line
    change: str
    change_explained: str
    where_pieces: str
    stage: str
    promise: str
    promise_example: str
    reason_kind: str
    no_reason: str
    reason: str
    why_changed: str
    why_changed_example: str
    save: str
    saved: str

    # on paper
    paper_columns: tuple[str, ...]
    file_name: str
    printed_on: str


GERMAN = DeliveryTexts(
    page="Lieferungen",
    line_page="Lieferung",
    title="Lieferungen für {school}",
    as_of="Stand: {day}",
    source="Quelle: {source}",
    by_hand="von der Stadt eingetragen",
    long_ago="Das ist schon länger her. Was seitdem geschah, steht hier noch nicht.",
    school="Schule",
    choose_school="Schule wählen",
    which_school="Um welche Schule geht es?",
    which_school_explained="Wählen Sie eine Schule, dann sehen Sie ihre Lieferungen, wie die Schule sie sieht.",
    to_city="Lieferungen aller Schulen",
    progress="So weit ist es",
    one_kind_usable="Eine weitere Art ist vollständig da und nutzbar",
    kinds_usable="{count} weitere Arten sind vollständig da und nutzbar",
    other_kind="Anderes",
    states={
        State.LATE: "Verspätet",
        State.BLOCKED: "Blockiert",
        State.COMING: "Kommt noch",
        State.HERE: "Ist da",
    },
    state="Nur zeigen",
    kinds="Art",
    every="Alles",
    view="Ansicht",
    views={"": "Karten", "zeit": "Zeitstrahl"},
    one_line="Eine Lieferung",
    lines="{count} Lieferungen",
    situations={
        Situation.LATE: "Verspätet",
        Situation.BLOCKED: "Blockiert",
        Situation.COMING: "Unterwegs",
        Situation.HERE: "Da, aber noch nicht nutzbar",
        Situation.USABLE: "Da und nutzbar",
        Situation.STOPPED: "Storniert",
    },
    clear="Auswahl aufheben",
    take_along="Zum Mitnehmen",
    print_it="Drucken",
    as_workbook="Excel-Datei",
    as_csv="CSV-Datei",
    of_kind="{count} {device}",
    late_by="{delay} verspätet",
    is_late="verspätet",
    is_blocked="blockiert",
    is_coming="kommt",
    is_moved="kommt, verschoben",
    is_unpromised="kommt, noch ohne Termin",
    is_here="da, noch nicht nutzbar",
    is_usable="da und nutzbar",
    came_late="da, kam später",
    is_cancelled="storniert",
    all_usable="alle {count} nutzbar",
    some_usable="{here} von {all} da, {usable} nutzbar",
    all_here="alle {count} da, noch nicht nutzbar",
    some_here="{here} von {all} da",
    not_here="noch nicht da",
    stages_of="Stufen dieser Lieferung",
    expected="Erwartet",
    was_expected="Zugesagt war",
    next_step="Als Nächstes",
    reason_given="Angegebener Grund",
    history_of="Verlauf",
    confirm="Empfang bestätigen",
    manuals="Anleitungen dazu",
    trainings="Fortbildungen dazu",
    overdue="Überfällig",
    by_month="{month} {year}",
    without_date="Noch ohne Termin",
    arrived="Schon da",
    stopped="Storniert",
    nothing="Dazu gibt es gerade keine Lieferung",
    nothing_explained="Mit einer anderen Auswahl sehen Sie wieder mehr.",
    empty="Gerade ist nichts unterwegs",
    empty_for="Für {school} ist gerade nichts unterwegs",
    empty_explained="Sobald die Stadt etwas für Ihre Schule bestellt, steht es hier: was kommt, wann, und wie weit es ist. Sie müssen dafür nichts tun.",
    no_school="Für Sie ist noch keine Schule eingetragen",
    no_school_explained="Lieferungen sieht man für die Schulen, an denen man arbeitet. Bitte lassen Sie Ihre Schule eintragen.",
    not_there="Diese Schule gibt es hier nicht",
    not_there_explained="Vielleicht ist der Link nicht vollständig, oder Sie arbeiten an einer anderen Schule.",
    no_line="Diese Lieferung gibt es hier nicht",
    no_line_explained="Vielleicht ist der Link nicht vollständig, oder die Lieferung ist für eine andere Schule.",
    ask_people="Sie erwarten etwas, das hier fehlt, oder etwas stimmt nicht?",
    to_manuals="Anleitungen ansehen",
    to_trainings="Fortbildungen ansehen",
    to_deliveries="Zu den Lieferungen",
    back="Zurück zu den Lieferungen",
    good_to_know="Gut zu wissen",
    ordered="Bestellt",
    delivered="Geliefert",
    not_said="noch nicht gemeldet",
    promised="Zugesagt für",
    before="Vorher zugesagt für",
    why="Grund",
    room="Raum oder Haus",
    order="Bestellung",
    order_and_position="{order}, Position {position}",
    known_as_of="Stand",
    delivered_on="Vollständig da seit",
    usable_on="Nutzbar seit",
    funding="Förderung",
    programme="Förderprogramm",
    measure="Maßnahme",
    earmarked_until="Zweckbindung bis",
    history="Was bisher geschah",
    no_history="Bisher hat sich nichts geändert.",
    told_by_list="Liste „{source}“",
    told_by_person="eingetragen von {name}",
    told_by_nobody="eingetragen von der Stadt",
    went_back="ging zurück",
    change="Lieferung ändern",
    change_explained="Jede Änderung steht mit Ihrem Namen und dem Grund im Verlauf. Nichts wird überschrieben.",
    where_pieces="Wie viele Stück sind wo? Zusammen müssen es {count} sein.",
    stage="Stand der ganzen Lieferung",
    promise="Zugesagt für",
    promise_example="Zum Beispiel: 31.03.2027, KW 14/2027, Q2/2027, Mai 2027",
    reason_kind="Was hält auf?",
    no_reason="nichts",
    reason="Grund in Worten",
    why_changed="Warum ändern Sie das?",
    why_changed_example="Zum Beispiel: Anruf der Spedition am 23. November",
    save="Änderung speichern",
    saved="Die Änderung ist gespeichert und steht im Verlauf.",
    paper_columns=("Was", "Stand", "Zugesagt für", "Als Nächstes"),
    file_name="lieferungen",
    printed_on="Gedruckt am {day}. Was heute gilt, steht im Portal:",
)

ENGLISH = DeliveryTexts(
    page="Deliveries",
    line_page="Delivery",
    title="Deliveries for {school}",
    as_of="As of {day}",
    source="source: {source}",
    by_hand="entered by the city",
    long_ago="That is some time ago. What has happened since is not here yet.",
    school="School",
    choose_school="Choose a school",
    which_school="Which school is it about?",
    which_school_explained="Choose a school to see its deliveries as the school sees them.",
    to_city="Deliveries of all schools",
    progress="How far it is",
    one_kind_usable="One more kind is all here and usable",
    kinds_usable="{count} more kinds are all here and usable",
    other_kind="Other",
    states={
        State.LATE: "Late",
        State.BLOCKED: "Blocked",
        State.COMING: "Still to come",
        State.HERE: "Here",
    },
    state="Show only",
    kinds="Kind",
    every="Everything",
    view="View",
    views={"": "Cards", "zeit": "Timeline"},
    one_line="One delivery",
    lines="{count} deliveries",
    situations={
        Situation.LATE: "Late",
        Situation.BLOCKED: "Blocked",
        Situation.COMING: "On the way",
        Situation.HERE: "Here, but not usable yet",
        Situation.USABLE: "Here and usable",
        Situation.STOPPED: "Cancelled",
    },
    clear="Clear the choice",
    take_along="To take along",
    print_it="Print",
    as_workbook="Excel file",
    as_csv="CSV file",
    of_kind="{count} {device}",
    late_by="{delay} late",
    is_late="late",
    is_blocked="blocked",
    is_coming="coming",
    is_moved="coming, moved",
    is_unpromised="coming, no date yet",
    is_here="here, not usable yet",
    is_usable="here and usable",
    came_late="here, came late",
    is_cancelled="cancelled",
    all_usable="all {count} usable",
    some_usable="{here} of {all} here, {usable} usable",
    all_here="all {count} here, not usable yet",
    some_here="{here} of {all} here",
    not_here="not here yet",
    stages_of="Stages of this delivery",
    expected="Expected",
    was_expected="Was promised for",
    next_step="Next",
    reason_given="Reason given",
    history_of="History",
    confirm="Confirm receipt",
    manuals="Manuals for it",
    trainings="Trainings for it",
    overdue="Overdue",
    by_month="{month} {year}",
    without_date="No date yet",
    arrived="Already here",
    stopped="Cancelled",
    nothing="There is no such delivery at the moment",
    nothing_explained="With another choice you will see more again.",
    empty="Nothing is on its way at the moment",
    empty_for="Nothing is on its way for {school} at the moment",
    empty_explained="As soon as the city orders something for your school, it stands here: what comes, when, and how far it is. There is nothing you need to do.",
    no_school="No school is entered for you yet",
    no_school_explained="Deliveries can be seen for the schools where one works. Please have your school entered.",
    not_there="There is no such school here",
    not_there_explained="Perhaps the link is not complete, or you work at another school.",
    no_line="There is no such delivery here",
    no_line_explained="Perhaps the link is not complete, or the delivery is for another school.",
    ask_people="You expect something that is missing here, or something is wrong?",
    to_manuals="Look at manuals",
    to_trainings="Look at trainings",
    to_deliveries="To the deliveries",
    back="Back to the deliveries",
    good_to_know="Good to know",
    ordered="Ordered",
    delivered="Delivered",
    not_said="not reported yet",
    promised="Promised for",
    before="Promised before for",
    why="Reason",
    room="Room or building",
    order="Order",
    order_and_position="{order}, position {position}",
    known_as_of="As of",
    delivered_on="All here since",
    usable_on="Usable since",
    funding="Funding",
    programme="Funding programme",
    measure="Measure",
    earmarked_until="Earmarked until",
    history="What happened so far",
    no_history="Nothing has changed so far.",
    told_by_list="list “{source}”",
    told_by_person="entered by {name}",
    told_by_nobody="entered by the city",
    went_back="went back",
    change="Change the delivery",
    change_explained="Every change stands in the history with your name and the reason. Nothing is overwritten.",
    where_pieces="How many pieces are where? Together they must be {count}.",
    stage="Stage of the whole delivery",
    promise="Promised for",
    promise_example="For example: 31.03.2027, KW 14/2027, Q2/2027, Mai 2027",
    reason_kind="What holds it up?",
    no_reason="nothing",
    reason="Reason in words",
    why_changed="Why do you change this?",
    why_changed_example="For example: call from the carrier on 23 November",
    save="Save the change",
    saved="The change is saved and stands in the history.",
    paper_columns=("What", "How far", "Promised for", "Next"),
    file_name="deliveries",
    printed_on="Printed on {day}. What is true today stands in the portal:",
)
