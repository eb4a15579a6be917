"""Texts about reading lists of deliveries in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeliveryListTexts:
    page: str
    title: str
    lead: str
    views_label: str
    views: dict[str, str]
    way_back: str
    edit: str
    more: str

    # handing a list in
    choose: str
    file_help: str
    needs: str
    needs_explained: str
    last_one: str
    reading: str
    refused: str
    one_line: str
    many_lines: str
    layout_known: str
    layout_named: str
    sheets: str
    samples: str
    unlisted: str
    unlisted_one: str
    day: str
    day_told: str
    day_asked: str
    full: str
    full_help: str
    older: str
    older_help: str

    # its columns and words
    columns_asked: str
    columns_explained: str
    columns: dict[str, str]
    not_in_list: str
    layout_name: str
    layout_name_hint: str
    keep_layout: str
    layout_kept: str
    change_layout: str
    words_asked: str
    words_explained: str
    word_means: str
    not_yet: str
    keep_words: str
    words_kept: str

    # its schools
    schools_asked: str
    schools_explained: str
    one_row: str
    many_rows: str
    meant: str
    is_it: str
    other_school: str
    choose_school: str
    keep_school: str
    school_kept: str
    more_schools: str

    # what it would do
    preview: str
    groups: dict[str, str]
    group_label: str
    group_help: dict[str, str]
    in_row: str
    in_sheet: str
    fault_at: str
    fault_at_nothing: str
    new_line: str
    now_for: str
    of_pieces: str
    promised: str
    missing_coming: str
    missing_coming_one: str
    missing_explained: str
    missing_lines: str
    take_one: str
    take_many: str
    take_same: str
    faults_stay: str
    fault_stays: str
    nothing_to_take: str
    nothing_at_all: str
    changed_meanwhile: str
    taking: str
    taken: str
    taken_without: str
    counts: dict[str, str]

    # lines that a complete list lacks
    none_missing: str
    missing_ask: str
    missing_since: str
    stays: str
    is_cancelled: str
    why: str
    why_hint: str
    settled_stays: str
    settled_cancelled: str

    # lists so far
    no_lists: str
    no_lists_explained: str
    accepted: str
    refused_short: str
    ways: dict[str, str]
    as_of: str
    complete: str
    open_report: str
    no_such_list: str
    no_faults: str
    faults_title: str
    faults_file: str
    by: str
    report_row: tuple[str, ...]
    file_name: str

    # names of schools
    names_explained: str
    no_names: str
    written_so: str
    remove: str
    remove_named: str
    name_removed: str

    # layouts
    layouts_explained: str
    no_layouts: str
    layout_of: str
    layout_full: str
    layout_changed: str
    layout_saved: str
    layout_removed: str
    word_list: str
    save: str
    cancel: str
    no_such_layout: str

    # lists that come by themselves
    access_explained: str
    folder: str
    folder_off: str
    folder_gone: str
    folder_watched: str
    folder_waiting: str
    folder_waits_one: str
    folder_empty: str
    tokens: str
    tokens_explained: str
    token_guide: str
    no_tokens: str
    token_name: str
    token_name_hint: str
    make_token: str
    token_made: str
    token_once: str
    token_seen: str
    token_since: str
    token_used: str
    token_never_used: str
    revoke: str
    revoke_sure: str
    revoke_yes: str
    token_revoked: str
    token_is_revoked: str


GERMAN = DeliveryListTexts(
    page="Lieferlisten",
    title="Lieferlisten einlesen",
    lead="Laden Sie die Liste aus dem Ticketsystem hoch. Sie sehen zuerst, was sich ändern würde. "
    "Übernommen wird erst, wenn Sie es sagen.",
    views_label="Ansicht",
    views={
        "einlesen": "Einlesen",
        "bisher": "Bisherige Listen",
        "fehlende": "Nicht mehr gelistet",
        "schulnamen": "Schulnamen",
        "aufbau": "Aufbau",
        "automatisch": "Automatisch",
    },
    way_back="Zurück",
    edit="Ändern",
    more="Weitere zeigen",
    choose="Liste wählen: CSV oder Excel, höchstens 20 MB",
    file_help="Die Datei, wie sie das Ticketsystem oder eine Tabelle ausgibt",
    needs="Das muss in der Liste stehen",
    needs_explained="Bestellnummer, Schule, Gerät (oder Kategorie, Hersteller, Modell), Menge bestellt und "
    "Status. Willkommen sind auch Position, Menge geliefert, Liefertermin, Grund und Förderprogramm. "
    "Titelzeilen, Summen und weitere Spalten stören nicht.",
    last_one="Zuletzt übernommen: „{name}“, am {moment}",
    reading="Ich lese die Liste …",
    refused="Diese Liste kann ich nicht übernehmen. {why}",
    one_line="1 Bestellzeile",
    many_lines="{count} Bestellzeilen",
    layout_known="übliche Spalten",
    layout_named="Aufbau „{name}“",
    sheets="Blätter: {names}",
    unlisted_one="Eine bekannte Lieferung steht nicht in dieser Liste. Ist sie vollständig? Dann haken Sie "
    "das oben an, und wir klären es.",
    samples="So fängt die Liste an",
    unlisted="{count} bekannte Lieferungen stehen nicht in dieser Liste. Ist sie vollständig? Dann haken Sie "
    "das oben an, und wir klären sie.",
    day="Stand der Liste",
    day_told="Der Tag stand in der Liste.",
    day_asked="In der Liste steht kein Tag. Stimmt dieser?",
    full="Die Liste ist vollständig",
    full_help="Dann frage ich nach, wenn eine bekannte Lieferung nicht mehr darin steht.",
    older="Ältere Angaben trotzdem übernehmen",
    older_help="Von manchen Lieferungen gibt es schon neuere Angaben. Sonst bleiben diese stehen.",
    columns_asked="Welche Spalte ist was?",
    columns_explained="Diesen Aufbau kenne ich noch nicht. Sagen Sie einmal, in welcher Spalte was steht; "
    "bei der nächsten Liste dieser Art weiß ich es.",
    columns={
        "order": "Bestellnummer",
        "position": "Position",
        "school": "Schule",
        "category": "Kategorie",
        "make": "Hersteller",
        "model": "Modell",
        "device": "Gerät in einer Spalte",
        "ordered": "Menge bestellt",
        "delivered": "Menge geliefert",
        "stage": "Status",
        "planned_date": "Liefertermin",
        "reason": "Grund der Verzögerung",
        "programme": "Förderprogramm",
        "room": "Raum oder Gebäude",
        "measure": "Maßnahme",
        "earmarked_until": "Zweckbindung bis",
    },
    not_in_list="steht nicht in der Liste",
    layout_name="Name für diesen Aufbau",
    layout_name_hint="zum Beispiel: Ticketsystem, Wochenliste",
    keep_layout="Aufbau merken und weiter",
    layout_kept="Der Aufbau „{name}“ ist gemerkt.",
    change_layout="Spalten anders zuordnen",
    words_asked="Was bedeuten diese Wörter im Status?",
    words_explained="Diese Wörter kenne ich nicht. Zeilen damit werden sonst nicht übernommen.",
    word_means="„{word}“ ({rows})",
    not_yet="noch nicht festlegen",
    keep_words="Wörter merken",
    words_kept="Gemerkt. Die Zeilen sind jetzt dabei.",
    schools_asked="Welche Schulen sind gemeint?",
    schools_explained="Diese Namen kenne ich nicht. Sagen Sie es einmal, dann merke ich es mir.",
    one_row="1 Zeile",
    many_rows="{count} Zeilen",
    meant="Meint die Liste {name}?",
    is_it="Ja, das ist {name}",
    other_school="Andere Schule",
    choose_school="Schule wählen",
    keep_school="Merken",
    school_kept="Gemerkt: „{written}“ ist {name}.",
    more_schools="Noch {count} weitere Namen; sie folgen, wenn diese geklärt sind.",
    preview="Das würde sich ändern",
    groups={
        "faults": "Fehler: {count}",
        "created": "Neu: {count}",
        "changed": "Geändert: {count}",
        "backwards": "Geht zurück: {count}",
        "outdated": "Veraltet: {count}",
        "unchanged": "Unverändert: {count}",
    },
    group_label="Welche Zeilen sollen gezeigt werden?",
    group_help={
        "faults": "Diese Zeilen werden nicht übernommen, alle anderen schon.",
        "created": "Diese Lieferungen sind neu.",
        "changed": "Bei diesen Lieferungen ändert sich etwas.",
        "backwards": "Hier steht in der Liste weniger oder eine frühere Stufe als bisher. Bitte prüfen Sie "
        "diese Zeilen.",
        "outdated": "Von diesen Lieferungen gibt es schon neuere Angaben. Sie bleiben, wie sie sind.",
        "unchanged": "Hier ist alles, wie es schon bekannt war.",
    },
    in_row="Zeile {row}",
    in_sheet="Blatt {sheet}, Zeile {row}",
    fault_at="{column}: „{value}“",
    fault_at_nothing="{column}: leer",
    new_line="Neu: {facts}",
    now_for="Jetzt für {name}",
    of_pieces="{delivered} von {ordered} geliefert",
    promised="zugesagt für {period}",
    missing_coming="{count} bekannte Lieferungen stehen nicht mehr in dieser Liste",
    missing_coming_one="Eine bekannte Lieferung steht nicht mehr in dieser Liste",
    missing_explained="Sie bleiben, wie sie sind. Nach dem Übernehmen fragen wir Sie zu jeder einzeln.",
    missing_lines="Welche sind es?",
    take_one="1 Änderung übernehmen",
    take_many="{count} Änderungen übernehmen",
    take_same="Als gesehen vermerken",
    faults_stay="{count} Zeilen mit Fehlern bleiben draußen.",
    fault_stays="Eine Zeile mit Fehler bleibt draußen.",
    nothing_to_take="Diese Liste ändert nichts: Alles darin ist schon bekannt.",
    nothing_at_all="Keine Zeile dieser Liste kann übernommen werden.",
    changed_meanwhile="Inzwischen hat sich etwas geändert. Hier ist der neue Vergleich, bitte schauen Sie "
    "noch einmal.",
    taking="Ich übernehme die Liste …",
    taken="Übernommen: {counts}.",
    taken_without="Vermerkt. Die Liste hat nichts geändert.",
    counts={
        "created": "{count} neu",
        "changed": "{count} geändert",
        "unchanged": "{count} unverändert",
        "outdated": "{count} veraltet",
        "faults": "{count} mit Fehlern",
    },
    none_missing="Alle bekannten Lieferungen standen in der letzten vollständigen Liste. Hier ist nichts "
    "zu tun.",
    missing_ask="Diese Lieferungen fehlten in einer vollständigen Liste. Was ist mit ihnen?",
    missing_since="fehlt seit {name}, {day}",
    stays="Bleibt bestellt",
    is_cancelled="Ist storniert",
    why="Falls storniert: warum? (ein Satz für die Schule)",
    why_hint="zum Beispiel: laut Händler nicht mehr lieferbar",
    settled_stays="Die Lieferung {order} bleibt bestellt.",
    settled_cancelled="Die Lieferung {order} ist als storniert vermerkt.",
    no_lists="Noch wurde keine Liste eingelesen.",
    no_lists_explained="Unter „Einlesen“ geht es los.",
    accepted="übernommen",
    refused_short="nicht übernommen",
    ways={
        "page": "hier hochgeladen",
        "command": "über die Befehlszeile",
        "folder": "aus dem Ordner",
        "http": "über die Schnittstelle",
    },
    as_of="Stand {day}",
    complete="vollständige Liste",
    open_report="Bericht ansehen",
    no_such_list="Diese Liste gibt es nicht.",
    no_faults="Alle Zeilen waren in Ordnung.",
    faults_title="Nicht übernommene Zeilen",
    faults_file="Fehler als Tabelle laden",
    by="von {name}",
    report_row=("Zeile", "Spalte", "Inhalt", "Was nicht passt"),
    file_name="fehler",
    names_explained="So schreiben Listen manche Schulen. Jeden Namen hat einmal jemand bestätigt.",
    no_names="Noch ist keine andere Schreibweise gemerkt. Steht in einer Liste ein unbekannter Name, frage "
    "ich beim Einlesen nach.",
    written_so="steht für {name}",
    remove="Vergessen",
    remove_named="„{name}“ vergessen",
    name_removed="„{name}“ ist vergessen.",
    layouts_explained="Wie Listen aufgebaut sind, deren Spalten einmal zugeordnet wurden.",
    no_layouts="Noch ist kein eigener Aufbau gemerkt. Hat eine Liste unbekannte Spalten, frage ich beim "
    "Einlesen nach.",
    layout_of="{columns} Spalten, {words} Wörter",
    layout_full="kommt als vollständige Liste",
    layout_changed="geändert am {moment}",
    layout_saved="Der Aufbau „{name}“ ist geändert.",
    layout_removed="Der Aufbau „{name}“ ist vergessen.",
    word_list="Wörter im Status",
    save="Speichern",
    cancel="Abbrechen",
    no_such_layout="Diesen Aufbau gibt es nicht mehr.",
    access_explained="Listen können auch von selbst kommen: aus einem Ordner oder von einem anderen System.",
    folder="Ordner",
    folder_off="Es wird kein Ordner beobachtet. Wer den Server betreibt, kann einen einstellen.",
    folder_gone="Der eingestellte Ordner ist gerade nicht erreichbar. Bitte sagen Sie dem Betrieb Bescheid.",
    folder_watched="Der Ordner wird jede Minute durchgesehen.",
    folder_waiting="{count} Dateien warten.",
    folder_waits_one="Eine Datei wartet.",
    folder_empty="Gerade wartet keine Datei.",
    tokens="Zugänge für andere Systeme",
    tokens_explained="Ein System mit Zugang darf Listen abgeben, sonst nichts.",
    token_guide="Beschreibung der Schnittstelle",
    no_tokens="Noch hat kein System einen Zugang.",
    token_name="Welches System bekommt den Zugang?",
    token_name_hint="zum Beispiel: Ticketsystem der Stadt",
    make_token="Zugang anlegen",
    token_made="Zugang für „{name}“",
    token_once="Bitte kopieren Sie den Schlüssel jetzt. Er wird nur dieses eine Mal gezeigt.",
    token_seen="Ich habe ihn kopiert",
    token_since="seit {moment}",
    token_used="zuletzt benutzt am {moment}",
    token_never_used="noch nie benutzt",
    revoke="Sperren",
    revoke_sure="Danach kann das System keine Listen mehr abgeben. Den Zugang „{name}“ sperren?",
    revoke_yes="Ja, sperren",
    token_revoked="Der Zugang „{name}“ ist gesperrt.",
    token_is_revoked="gesperrt am {moment}",
)

ENGLISH = DeliveryListTexts(
    page="Delivery lists",
    title="Read in delivery lists",
    lead="Upload the list from the ticket system. You see first what would change. Nothing is taken over "
    "until you say so.",
    views_label="View",
    views={
        "einlesen": "Read in",
        "bisher": "Lists so far",
        "fehlende": "No longer listed",
        "schulnamen": "School names",
        "aufbau": "Layouts",
        "automatisch": "Automatic",
    },
    way_back="Back",
    edit="Change",
    more="Show more",
    choose="Choose a list: CSV or Excel, at most 20 MB",
    file_help="The file as the ticket system or a spreadsheet gives it",
    needs="What the list must hold",
    needs_explained="Order number, school, device (or category, make, model), quantity ordered and stage. "
    "Position, quantity delivered, delivery date, reason and funding programme are welcome. Title rows, "
    "totals and further columns do no harm.",
    last_one="Last one taken over: “{name}”, on {moment}",
    reading="Reading the list …",
    refused="I cannot take this list over. {why}",
    one_line="1 order line",
    many_lines="{count} order lines",
    layout_known="usual columns",
    layout_named="layout “{name}”",
    sheets="Sheets: {names}",
    unlisted_one="One known delivery is not in this list. Is it complete? Then tick that above and we "
    "will settle it.",
    samples="This is how the list begins",
    unlisted="{count} known deliveries are not in this list. Is it complete? Then tick that above and we "
    "will settle them.",
    day="The list is as of",
    day_told="The day stood in the list.",
    day_asked="The list names no day. Is this one right?",
    full="The list is complete",
    full_help="Then I ask when a known delivery is no longer in it.",
    older="Take over older facts all the same",
    older_help="Of some deliveries something newer is known. Otherwise that stays.",
    columns_asked="Which column is what?",
    columns_explained="I do not know this layout yet. Say once which column holds what; I will know it for "
    "the next list of this kind.",
    columns={
        "order": "Order number",
        "position": "Position",
        "school": "School",
        "category": "Category",
        "make": "Make",
        "model": "Model",
        "device": "Device in one column",
        "ordered": "Quantity ordered",
        "delivered": "Quantity delivered",
        "stage": "Stage",
        "planned_date": "Delivery date",
        "reason": "Reason for the delay",
        "programme": "Funding programme",
        "room": "Room or building",
        "measure": "Measure",
        "earmarked_until": "Earmarked until",
    },
    not_in_list="not in the list",
    layout_name="Name of this layout",
    layout_name_hint="for example: ticket system, weekly list",
    keep_layout="Remember the layout and go on",
    layout_kept="The layout “{name}” is remembered.",
    change_layout="Choose columns differently",
    words_asked="What do these words for the stage mean?",
    words_explained="I do not know these words. Rows with them are otherwise not taken over.",
    word_means="“{word}” ({rows})",
    not_yet="not yet",
    keep_words="Remember the words",
    words_kept="Remembered. The rows are now among the others.",
    schools_asked="Which schools are meant?",
    schools_explained="I do not know these names. Say it once and I will remember.",
    one_row="1 row",
    many_rows="{count} rows",
    meant="Does the list mean {name}?",
    is_it="Yes, this is {name}",
    other_school="Another school",
    choose_school="Choose a school",
    keep_school="Remember",
    school_kept="Remembered: “{written}” is {name}.",
    more_schools="{count} more names follow once these are settled.",
    preview="What would change",
    groups={
        "faults": "Faults: {count}",
        "created": "New: {count}",
        "changed": "Changed: {count}",
        "backwards": "Going back: {count}",
        "outdated": "Outdated: {count}",
        "unchanged": "Unchanged: {count}",
    },
    group_label="Which rows should be shown?",
    group_help={
        "faults": "These rows are not taken over; all others are.",
        "created": "These deliveries are new.",
        "changed": "Something changes for these deliveries.",
        "backwards": "The list says less or an earlier stage than before. Please check these rows.",
        "outdated": "Something newer is known of these deliveries. They stay as they are.",
        "unchanged": "Everything here is as it was known.",
    },
    in_row="Row {row}",
    in_sheet="Sheet {sheet}, row {row}",
    fault_at="{column}: “{value}”",
    fault_at_nothing="{column}: empty",
    new_line="New: {facts}",
    now_for="Now for {name}",
    of_pieces="{delivered} of {ordered} delivered",
    promised="promised for {period}",
    missing_coming="{count} known deliveries are no longer in this list",
    missing_coming_one="One known delivery is no longer in this list",
    missing_explained="They stay as they are. After taking the list over we ask about each of them.",
    missing_lines="Which ones?",
    take_one="Take over 1 change",
    take_many="Take over {count} changes",
    take_same="Note as seen",
    faults_stay="{count} rows with faults stay out.",
    fault_stays="One row with a fault stays out.",
    nothing_to_take="This list changes nothing: everything in it is known.",
    nothing_at_all="No row of this list can be taken over.",
    changed_meanwhile="Something has changed in the meantime. This is the new comparison; please look again.",
    taking="Taking the list over …",
    taken="Taken over: {counts}.",
    taken_without="Noted. The list has changed nothing.",
    counts={
        "created": "{count} new",
        "changed": "{count} changed",
        "unchanged": "{count} unchanged",
        "outdated": "{count} outdated",
        "faults": "{count} with faults",
    },
    none_missing="All known deliveries were in the last complete list. There is nothing to do here.",
    missing_ask="These deliveries were missing from a complete list. What about them?",
    missing_since="missing since {name}, {day}",
    stays="Still ordered",
    is_cancelled="Is cancelled",
    why="If cancelled: why? (one sentence for the school)",
    why_hint="for example: no longer available from the supplier",
    settled_stays="The delivery {order} is still ordered.",
    settled_cancelled="The delivery {order} is noted as cancelled.",
    no_lists="No list has been read in yet.",
    no_lists_explained="Start under “Read in”.",
    accepted="taken over",
    refused_short="not taken over",
    ways={
        "page": "uploaded here",
        "command": "by the command line",
        "folder": "from the folder",
        "http": "through the interface",
    },
    as_of="as of {day}",
    complete="complete list",
    open_report="See the report",
    no_such_list="There is no such list.",
    no_faults="All rows were in order.",
    faults_title="Rows that were not taken over",
    faults_file="Faults as a table",
    by="by {name}",
    report_row=("Row", "Column", "Content", "What does not fit"),
    file_name="faults",
    names_explained="How lists write some schools. Somebody has confirmed each name once.",
    no_names="No other spelling is remembered yet. When a list holds an unknown name, I ask while reading "
    "it in.",
    written_so="stands for {name}",
    remove="Forget",
    remove_named="Forget “{name}”",
    name_removed="“{name}” is forgotten.",
    layouts_explained="How lists are laid out whose columns were chosen once.",
    no_layouts="No layout is remembered yet. When a list has unknown columns, I ask while reading it in.",
    layout_of="{columns} columns, {words} words",
    layout_full="comes as a complete list",
    layout_changed="changed on {moment}",
    layout_saved="The layout “{name}” is changed.",
    layout_removed="The layout “{name}” is forgotten.",
    word_list="Words for the stage",
    save="Save",
    cancel="Cancel",
    no_such_layout="This layout is no longer there.",
    access_explained="Lists can also come by themselves: from a folder or from another system.",
    folder="Folder",
    folder_off="No folder is watched. Whoever runs the server can set one.",
    folder_gone="The folder that is set cannot be reached at the moment. Please tell whoever runs the server.",
    folder_watched="The folder is looked through every minute.",
    folder_waiting="{count} files wait.",
    folder_waits_one="One file waits.",
    folder_empty="No file waits at the moment.",
    tokens="Access for other systems",
    tokens_explained="A system with access may hand in lists and nothing else.",
    token_guide="Description of the interface",
    no_tokens="No system has access yet.",
    token_name="Which system gets access?",
    token_name_hint="for example: the city's ticket system",
    make_token="Give access",
    token_made="Access for “{name}”",
    token_once="Please copy the key now. It is shown only this once.",
    token_seen="I have copied it",
    token_since="since {moment}",
    token_used="last used on {moment}",
    token_never_used="never used yet",
    revoke="Revoke",
    revoke_sure="The system can then hand in no more lists. Revoke the access “{name}”?",
    revoke_yes="Yes, revoke",
    token_revoked="The access “{name}” is revoked.",
    token_is_revoked="revoked on {moment}",
)
