"""Texts of the city's view of all deliveries."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CityTexts:
    page: str
    title: str
    views_label: str
    views: dict[str, str]
    way_back: str
    more: str
    as_of: str

    # schools
    summary: str
    summary_late: str
    summary_late_one: str
    summary_none_late: str
    summary_blocked: str
    summary_blocked_one: str
    summary_none_blocked: str
    nothing_known: str
    nothing_known_explained: str
    to_lists: str
    search: str
    search_hint: str
    kinds_label: str
    only_label: str
    only: dict[str, str]
    one_school: str
    many_schools: str
    no_school: str
    clear: str
    table: str
    school: str
    late: str
    blocked: str
    all_schools: str
    percent: str
    of_pieces: str
    nothing_ordered: str
    none: str
    legend: str

    # late and blocked
    none_late: str
    one_late: str
    many_late: str
    one_day: str
    days: str
    all_parts: str
    parts_label: str
    none_blocked: str
    one_blocked: str
    many_blocked: str
    order: str
    open_line: str

    # milestones
    no_milestones: str
    no_milestones_explained: str
    new_milestone: str
    new_milestone_title: str
    change_milestone_title: str
    milestone_gone: str
    due: str
    reached_at: str
    nothing_for: str
    stated: str
    stated_on: str
    reached: str
    overdue: str
    open_schools: str
    open_schools_one: str
    for_all: str
    change: str
    remove: str
    remove_named: str
    remove_sure: str
    remove_yes: str
    cancel: str
    field_title: str
    field_title_hint: str
    field_part: str
    field_due: str
    field_due_hint: str
    field_schools: str
    field_schools_hint: str
    field_stated: str
    field_stated_help: str
    field_stated_on: str
    save: str
    saved: str
    removed: str

    # proofs
    council: str
    council_explained: str
    programmes: str
    programmes_explained: str
    no_programmes: str
    as_csv: str
    as_xlsx: str
    council_file: str
    proof_file: str


GERMAN = CityTexts(
    page="Alle Lieferungen",
    title="Lieferungen aller Schulen",
    views_label="Ansicht",
    views={
        "schulen": "Schulen",
        "verspaetet": "Verspätet",
        "blockiert": "Blockiert",
        "meilensteine": "Meilensteine",
        "nachweise": "Nachweise",
        "rueckmeldungen": "Rückmeldungen",
    },
    way_back="Zurück",
    more="Weitere zeigen",
    as_of="Stand {day}",
    summary="{late}, {blocked}",
    summary_late="{count} Lieferungen sind verspätet",
    summary_late_one="Eine Lieferung ist verspätet",
    summary_none_late="Keine Lieferung ist verspätet",
    summary_blocked="{count} sind blockiert",
    summary_blocked_one="eine ist blockiert",
    summary_none_blocked="keine ist blockiert",
    nothing_known="Noch ist keine Lieferung bekannt.",
    nothing_known_explained="Sobald die erste Liste eingelesen ist, sehen Sie hier alle Schulen.",
    to_lists="Liste einlesen",
    search="Schule suchen",
    search_hint="zum Beispiel: Westring",
    kinds_label="Schulform",
    only_label="Nur bestimmte Schulen",
    only={"verspaetet": "mit Verspätung", "blockiert": "mit Blockade", "offen": "noch nicht fertig"},
    one_school="Eine Schule",
    many_schools="{count} Schulen",
    no_school="Keine Schule passt dazu.",
    clear="Auswahl aufheben",
    table="Alle Schulen und wie viel davon schon nutzbar ist",
    school="Schule",
    late="Verspätet",
    blocked="Blockiert",
    all_schools="Alle zusammen",
    percent="{percent} %",
    of_pieces="{usable} von {wanted} nutzbar",
    nothing_ordered="nichts bestellt",
    none="keine",
    legend="Die Balken zeigen, wie viel vom Bestellten schon genutzt werden kann.",
    none_late="Keine Lieferung ist verspätet.",
    one_late="Eine Lieferung ist verspätet.",
    many_late="{count} Lieferungen sind verspätet, die längste Verspätung steht oben.",
    one_day="seit 1 Tag",
    days="seit {count} Tagen",
    all_parts="Alle",
    parts_label="Bereich",
    none_blocked="Keine Lieferung ist blockiert.",
    one_blocked="{reason}: 1 Lieferung",
    many_blocked="{reason}: {count} Lieferungen",
    order="Bestellung {order} / {position}",
    open_line="Ansehen",
    no_milestones="Noch ist kein Meilenstein eingetragen.",
    no_milestones_explained="Ein Meilenstein sagt, bis wann etwas an welchen Schulen nutzbar sein soll. Wie "
    "weit es ist, ergibt sich dann von selbst aus den Lieferungen.",
    new_milestone="Meilenstein eintragen",
    new_milestone_title="Neuer Meilenstein",
    change_milestone_title="Meilenstein ändern",
    milestone_gone="Diesen Meilenstein gibt es nicht mehr.",
    due="bis {period}",
    reached_at="An {done} von {total} Schulen erreicht",
    nothing_for="Dazu sind keine Lieferungen bekannt.",
    stated="{percent} % laut Angabe",
    stated_on="{percent} % laut Angabe vom {day}",
    reached="erreicht",
    overdue="Zeit ist um",
    open_schools="Noch offen an {count} Schulen",
    open_schools_one="Noch offen an einer Schule",
    for_all="alle Schulen mit Lieferungen in diesem Bereich",
    change="Ändern",
    remove="Entfernen",
    remove_named="„{title}“ entfernen",
    remove_sure="Der Meilenstein „{title}“ wird entfernt. Die Lieferungen bleiben, wie sie sind.",
    remove_yes="Ja, entfernen",
    cancel="Abbrechen",
    field_title="Was soll erreicht sein?",
    field_title_hint="zum Beispiel: Displays an allen Grundschulen",
    field_part="Bereich",
    field_due="Bis wann?",
    field_due_hint="zum Beispiel: 07/2027, KW 14/2027 oder 31.03.2027",
    field_schools="An welchen Schulen?",
    field_schools_hint="alle mit Lieferungen in diesem Bereich",
    field_stated="Anteil in Prozent, falls er anderswo genannt wurde",
    field_stated_help="Für das, was nicht in den Lieferlisten steht. Sonst bleibt das Feld leer.",
    field_stated_on="Genannt am",
    save="Speichern",
    saved="„{title}“ ist gespeichert.",
    removed="„{title}“ ist entfernt.",
    council="Auskunft für den Stadtrat",
    council_explained="Für jede Schule und jeden Bereich: bestellt, da, nutzbar, verspätet und warum.",
    programmes="Verwendungsnachweise",
    programmes_explained="Für jedes Förderprogramm: was wo angekommen ist, wann, und bis wann es "
    "zweckgebunden ist.",
    no_programmes="Keine bekannte Lieferung nennt ein Förderprogramm.",
    as_csv="CSV",
    as_xlsx="Excel",
    council_file="lieferungen-aller-schulen",
    proof_file="nachweis",
)

ENGLISH = CityTexts(
    page="All deliveries",
    title="Deliveries of all schools",
    views_label="View",
    views={
        "schulen": "Schools",
        "verspaetet": "Late",
        "blockiert": "Blocked",
        "meilensteine": "Milestones",
        "nachweise": "Proofs",
        "rueckmeldungen": "Remarks",
    },
    way_back="Back",
    more="Show more",
    as_of="as of {day}",
    summary="{late}, {blocked}",
    summary_late="{count} deliveries are late",
    summary_late_one="One delivery is late",
    summary_none_late="No delivery is late",
    summary_blocked="{count} are blocked",
    summary_blocked_one="one is blocked",
    summary_none_blocked="none is blocked",
    nothing_known="No delivery is known yet.",
    nothing_known_explained="As soon as the first list has been read in, you see all schools here.",
    to_lists="Read in a list",
    search="Find a school",
    search_hint="for example: Westring",
    kinds_label="Kind of school",
    only_label="Only some schools",
    only={
        "verspaetet": "with something late",
        "blockiert": "with something blocked",
        "offen": "not finished",
    },
    one_school="One school",
    many_schools="{count} schools",
    no_school="No school fits.",
    clear="Clear the choice",
    table="All schools and how much can be used already",
    school="School",
    late="Late",
    blocked="Blocked",
    all_schools="All together",
    percent="{percent} %",
    of_pieces="{usable} of {wanted} usable",
    nothing_ordered="nothing ordered",
    none="none",
    legend="The bars show how much of what was ordered can be used already.",
    none_late="No delivery is late.",
    one_late="One delivery is late.",
    many_late="{count} deliveries are late, the longest delay first.",
    one_day="for 1 day",
    days="for {count} days",
    all_parts="All",
    parts_label="Part of the work",
    none_blocked="No delivery is blocked.",
    one_blocked="{reason}: 1 delivery",
    many_blocked="{reason}: {count} deliveries",
    order="Order {order} / {position}",
    open_line="Look",
    no_milestones="No milestone has been entered yet.",
    no_milestones_explained="A milestone says by when something should be usable at which schools. How far "
    "it is then follows from the deliveries.",
    new_milestone="Enter a milestone",
    new_milestone_title="New milestone",
    change_milestone_title="Change the milestone",
    milestone_gone="This milestone is no longer there.",
    due="by {period}",
    reached_at="Reached at {done} of {total} schools",
    nothing_for="No deliveries are known for this.",
    stated="{percent} % as stated",
    stated_on="{percent} % as stated on {day}",
    reached="reached",
    overdue="time is up",
    open_schools="Still open at {count} schools",
    open_schools_one="Still open at one school",
    for_all="all schools with deliveries in this part",
    change="Change",
    remove="Remove",
    remove_named="Remove “{title}”",
    remove_sure="The milestone “{title}” will be removed. The deliveries stay as they are.",
    remove_yes="Yes, remove",
    cancel="Cancel",
    field_title="What should be reached?",
    field_title_hint="for example: displays at all primary schools",
    field_part="Part of the work",
    field_due="By when?",
    field_due_hint="for example: 07/2027, KW 14/2027 or 31.03.2027",
    field_schools="At which schools?",
    field_schools_hint="all with deliveries in this part",
    field_stated="Share in percent, if it was stated elsewhere",
    field_stated_help="For what does not stand in the delivery lists. Otherwise leave this empty.",
    field_stated_on="Stated on",
    save="Save",
    saved="“{title}” is saved.",
    removed="“{title}” is removed.",
    council="Answer for the city council",
    council_explained="For each school and part of the work: ordered, here, usable, late and why.",
    programmes="Proofs of use",
    programmes_explained="For each funding programme: what has arrived where and when, and until when it is "
    "earmarked.",
    no_programmes="No known delivery names a funding programme.",
    as_csv="CSV",
    as_xlsx="Excel",
    council_file="deliveries-of-all-schools",
    proof_file="proof",
)
