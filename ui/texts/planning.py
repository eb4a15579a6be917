"""What the pages say on which trainings are planned."""

from __future__ import annotations

from dataclasses import dataclass

from trainings.facts import DateKind, ResourceKind


@dataclass(frozen=True, slots=True)
class PlanningTexts:
    page: str
    title: str
    views_label: str
    views: dict[str, str]
    short_weekdays: str  # all seven, with blanks between

    no_dates: str
    to_trainings: str
    new_date: str
    new_date_of: str
    search_dates: str
    search_dates_hint: str
    which_dates: str
    which: dict[str, str]
    one_date: str
    many_dates: str
    none: str
    more: str
    taken: str
    full: str
    one_waits: str
    many_wait: str
    one_missing: str
    many_missing: str
    decided_at: str
    decided_now: str
    cancelled: str
    cancelled_because: str
    of_series: str
    only_for: str
    no_trainer_yet: str

    to_dates: str
    new_date_title: str
    first_a_training: str
    date_gone: str
    date_gone_explained: str
    changed_meanwhile: str
    overtaken: str
    change_tells_one: str
    change_tells_many: str
    save: str
    save_new: str
    save_series: str
    discard: str
    saved: str
    planned: str
    series_planned: str
    one_is_told: str
    many_are_told: str
    training_missing: str
    day_missing: str
    days_missing: str
    opening_missing: str

    what: str
    training: str
    choose_training: str
    when: str
    day: str
    begins: str
    ends: str
    clock: str
    no_school: str
    weekend: str
    public_holiday: str
    repeat: str
    repeats: tuple[str, str, str]
    times: str
    days_of_series: str
    leave_out: str
    where: str
    kind: str
    kinds: dict[DateKind, str]
    fablab: str
    place: str
    place_hints: dict[DateKind, str]
    link: str
    link_hint: str
    rooms_and_machines: str
    choose_resources: str
    who: str
    trainer: str
    for_whom: str
    for_all_schools: str
    seats_and_rules: str
    seats: str
    minimum: str
    capped: str
    cap: str
    cap_days: str
    deadlines: str
    deadlines_of_series: str
    own_deadlines: str
    at_once: str
    opens: str
    closes: str
    cancel_until: str
    decided: str
    opens_later: str
    opens_on: str
    opens_at: str
    field_closes: str
    field_cancel: str
    field_decide: str
    until_the_start: str
    before_it: str
    one_day: str
    days: str

    copy: str
    cancel: str
    participants: str
    copy_title: str
    copy_explained: str
    copy_it: str
    copied: str
    back: str
    cancel_title: str
    cancel_explained: str
    cancel_tells_nobody: str
    cancel_tells_one: str
    cancel_tells_many: str
    reason: str
    reason_hint: str
    cancel_it: str
    keep_it: str
    date_cancelled: str

    new_training: str
    no_trainings: str
    search_trainings: str
    search_trainings_hint: str
    also_retired: str
    one_training: str
    many_trainings: str
    for_all_kinds: str
    retired: str
    new_training_title: str
    training_gone: str
    training_gone_explained: str
    retired_explained: str
    title_field: str
    title_hint: str
    aim: str
    aim_hint: str
    preparation: str
    preparation_hint: str
    for_whom_and_what: str
    audience: str
    level: str
    devices: str
    topics: str
    topics_hint: str
    length_and_proof: str
    takes: str
    certificate: str
    no_certificate: str
    authorises: str
    authorises_nothing: str
    authorises_months: str
    save_training: str
    training_added: str
    retire: str
    retired_now: str
    bring_back: str
    brought_back: str

    new_resource: str
    no_resources: str
    resource_kinds: dict[ResourceKind, str]
    resource_kind: str
    resource_kind_names: dict[ResourceKind, str]
    out_of_use: str
    to_resources: str
    resource_gone: str
    resource_gone_explained: str
    new_resource_title: str
    resource_name: str
    resource_name_hint: str
    resource_place: str
    resource_place_hint: str
    in_use: str
    save_resource: str
    resource_saved: str
    delete_resource: str
    resource_deleted: str

    holidays_explained: str
    no_holidays: str
    past_holidays: str
    from_day_to_day: str
    remove: str
    remove_named: str
    add_holiday_title: str
    holiday_name: str
    holiday_name_hint: str
    first_day: str
    last_day: str
    add_holiday: str
    holiday_days_missing: str
    holiday_added: str
    holiday_removed: str


GERMAN = PlanningTexts(
    page="Fortbildungen planen",
    title="Fortbildungen planen",
    views_label="Ansicht",
    views={
        "termine": "Termine",
        "fortbildungen": "Fortbildungen",
        "raeume": "Räume und Geräte",
        "ferien": "Schulferien",
        "wuensche": "Wünsche",
    },
    short_weekdays="Mo Di Mi Do Fr Sa So",
    no_dates=(
        "Gerade ist kein Termin geplant. Ein Termin braucht eine Fortbildung, einen Tag und einen "
        "Ort; den Rest schlagen wir Ihnen vor."
    ),
    to_trainings="Zu den Fortbildungen",
    new_date="Neuer Termin",
    new_date_of="Neuer Termin für „{title}“",
    search_dates="Termin suchen",
    search_dates_hint="Titel, Ort, Trainer/in oder Gerät",
    which_dates="Welche Termine?",
    which={
        "coming": "Kommende",
        "below": "Unter der Mindestzahl",
        "past": "Vergangene",
    },
    one_date="1 Termin",
    many_dates="{count} Termine",
    none="Dazu gibt es keinen Termin.",
    more="Mehr zeigen",
    taken="{taken} von {seats} Plätzen belegt",
    full="Alle {seats} Plätze belegt",
    one_waits="1 wartet",
    many_wait="{count} warten",
    one_missing="Noch 1 Person bis zur Mindestzahl",
    many_missing="Noch {count} Personen bis zur Mindestzahl",
    decided_at="{missing}, Entscheidung am {day}",
    decided_now="{missing}, entschieden am {day}",
    cancelled="Abgesagt",
    cancelled_because="Abgesagt: {reason}",
    of_series="Teil einer Reihe",
    only_for="Nur für {school}",
    no_trainer_yet="Trainer/in steht noch nicht fest",
    to_dates="Alle Termine",
    new_date_title="Einen Termin planen",
    first_a_training=("Ein Termin gehört zu einer Fortbildung. Beschreiben Sie zuerst, was man lernen kann."),
    date_gone="Diesen Termin gibt es nicht",
    date_gone_explained=(
        "Vielleicht ist die Adresse nicht vollständig. In der Liste finden Sie alle Termine."
    ),
    changed_meanwhile="Jemand anders hat diesen Termin inzwischen geändert. Sie sehen den neuen Stand.",
    overtaken=(
        "Nicht gespeichert, denn jemand anders hat diesen Termin inzwischen geändert. Sie sehen "
        "den neuen Stand; bitte tragen Sie Ihre Änderung noch einmal ein."
    ),
    change_tells_one=(
        "Wenn Sie speichern, bekommt 1 Person mit einem Platz eine Mail mit der Änderung und kann "
        "zurücktreten."
    ),
    change_tells_many=(
        "Wenn Sie speichern, bekommen {count} Personen mit einem Platz eine Mail mit der Änderung "
        "und können zurücktreten."
    ),
    save="Speichern",
    save_new="Termin anlegen",
    save_series="{count} Termine anlegen",
    discard="Verwerfen",
    saved="Gespeichert.",
    planned="Der Termin ist angelegt: {when}.",
    series_planned="{count} Termine sind angelegt. Hier sehen Sie den ersten.",
    one_is_told="1 Person bekommt eine Mail.",
    many_are_told="{count} Personen bekommen eine Mail.",
    training_missing="Bitte wählen Sie, um welche Fortbildung es geht.",
    day_missing="Bitte wählen Sie den Tag.",
    days_missing="Bitte wählen Sie mindestens einen Tag der Reihe.",
    opening_missing="Bitte wählen Sie den Tag, an dem die Anmeldung beginnt.",
    what="Was",
    training="Fortbildung",
    choose_training="Fortbildung auswählen",
    when="Wann",
    day="Tag",
    begins="Beginn",
    ends="Ende",
    clock="{time} Uhr",
    no_school="{day}. Achtung, kein Schultag: {free}.",
    weekend="Wochenende",
    public_holiday="Feiertag",
    repeat="Wiederholen",
    repeats=("Nein, ein einzelner Termin", "Jede Woche", "Alle zwei Wochen"),
    times="Wie viele Termine insgesamt?",
    days_of_series="Diese {count} Termine werden angelegt",
    leave_out=(
        "Tippen Sie auf einen Tag, um ihn auszulassen oder dazuzunehmen. Tage ohne Schule sind "
        "schon ausgelassen."
    ),
    where="Wo",
    kind="Art des Termins",
    kinds={
        DateKind.FABLAB: "Im FabLab",
        DateKind.ONLINE: "Online",
        DateKind.SCHOOL: "An einer Schule",
    },
    fablab="FabLab",
    place="Ort",
    place_hints={
        DateKind.FABLAB: "Zum Beispiel: FabLab, Werkraum im Erdgeschoss",
        DateKind.SCHOOL: "Zum Beispiel: GS Am Westring, Computerraum",
    },
    link="Link zur Videokonferenz (nur wer einen Platz hat, sieht ihn)",
    link_hint="https://…",
    rooms_and_machines="Räume und Geräte, die belegt werden",
    choose_resources="Auswählen",
    who="Wer",
    trainer="Trainer/in",
    for_whom="Für wen?",
    for_all_schools="Für alle Schulen",
    seats_and_rules="Plätze und Regeln",
    seats="Plätze",
    minimum="Mindestzahl (0: keine)",
    capped="Plätze je Schule begrenzen",
    cap="Höchstens so viele Plätze je Schule",
    cap_days="Bis so viele Tage vorher",
    deadlines="So gilt es für diesen Termin:",
    deadlines_of_series="So gilt es für den ersten Termin, für die anderen ebenso:",
    own_deadlines="Fristen ändern",
    at_once="sofort",
    opens="Anmeldung offen: {moment}",
    closes="Anmeldeschluss: {moment}",
    cancel_until="Abmelden ohne Begründung: bis {moment}",
    decided="Entscheidung bei zu wenigen Anmeldungen: {moment}",
    opens_later="Anmeldung erst ab einem bestimmten Tag",
    opens_on="Anmeldung ab",
    opens_at="Uhrzeit",
    field_closes="Anmeldeschluss",
    field_cancel="Abmelden bis",
    field_decide="Mindestzahl entscheiden",
    until_the_start="bis zum Beginn",
    before_it="{distance} vorher",
    one_day="1 Tag",
    days="{count} Tage",
    copy="Kopieren",
    cancel="Absagen",
    participants="Teilnehmende",
    copy_title="An einem anderen Tag noch einmal",
    copy_explained=(
        "Ort, Trainer/in, Räume, Plätze und Fristen bleiben gleich. Danach können Sie alles ändern."
    ),
    copy_it="Termin kopieren",
    copied="Das ist der neue Termin. Alles andere ist übernommen.",
    back="Zurück",
    cancel_title="Diesen Termin absagen?",
    cancel_explained="Das lässt sich nicht zurücknehmen.",
    cancel_tells_nobody="Noch hat sich niemand angemeldet, also bekommt niemand eine Mail.",
    cancel_tells_one="1 Person bekommt eine Mail mit dem Grund und mit anderen Terminen.",
    cancel_tells_many="{count} Personen bekommen eine Mail mit dem Grund und mit anderen Terminen.",
    reason="Warum fällt er aus?",
    reason_hint="Zum Beispiel: Die Trainerin ist erkrankt.",
    cancel_it="Termin absagen",
    keep_it="Doch nicht",
    date_cancelled="Der Termin ist abgesagt.",
    new_training="Neue Fortbildung",
    no_trainings=(
        "Noch ist keine Fortbildung beschrieben. Fangen Sie mit einer an: Titel und Dauer genügen."
    ),
    search_trainings="Fortbildung suchen",
    search_trainings_hint="Titel, Gerät oder Thema",
    also_retired="Auch solche zeigen, die nicht mehr angeboten werden",
    one_training="1 Fortbildung",
    many_trainings="{count} Fortbildungen",
    for_all_kinds="alle Schulformen",
    retired="Wird nicht mehr angeboten",
    new_training_title="Was soll man lernen können?",
    training_gone="Diese Fortbildung gibt es nicht",
    training_gone_explained=(
        "Vielleicht ist die Adresse nicht vollständig. In der Liste finden Sie alle Fortbildungen."
    ),
    retired_explained=(
        "Diese Fortbildung wird nicht mehr angeboten. Termine, die schon geplant sind, finden statt."
    ),
    title_field="Titel",
    title_hint="Zum Beispiel: 3D-Druck für Einsteiger",
    aim="Was können Sie danach?",
    aim_hint="Ein, zwei Sätze, so wie Sie es im Lehrerzimmer sagen würden",
    preparation="Was ist vorzubereiten oder mitzubringen?",
    preparation_hint="Zum Beispiel: eigenes iPad, geladen",
    for_whom_and_what="Für wen und womit",
    audience="Schulformen (leer: alle)",
    level="Stufe",
    devices="Geräte und Programme",
    topics="Themen",
    topics_hint="Mit Komma getrennt, zum Beispiel: Werken, Mathematik",
    length_and_proof="Dauer und Nachweis",
    takes="Dauer",
    certificate="Zeit auf der Bescheinigung",
    no_certificate="Keine Bescheinigung",
    authorises="Wer dabei war, darf danach selbst bedienen",
    authorises_nothing="Kein Gerät",
    authorises_months="Für so viele Monate",
    save_training="Fortbildung anlegen",
    training_added="„{title}“ ist angelegt. Jetzt fehlt noch ein Termin.",
    retire="Nicht mehr anbieten",
    retired_now="Diese Fortbildung wird nicht mehr angeboten.",
    bring_back="Wieder anbieten",
    brought_back="Diese Fortbildung wird wieder angeboten.",
    new_resource="Neuer Raum, neues Gerät",
    no_resources=(
        "Noch ist kein Raum und kein Gerät eingetragen. Was hier steht, kann nie doppelt belegt werden."
    ),
    resource_kinds={
        ResourceKind.ROOM: "Räume",
        ResourceKind.MACHINE: "Geräte",
    },
    resource_kind="Art",
    resource_kind_names={
        ResourceKind.ROOM: "Raum",
        ResourceKind.MACHINE: "Gerät",
    },
    out_of_use="Außer Betrieb",
    to_resources="Alle Räume und Geräte",
    resource_gone="Diesen Raum oder dieses Gerät gibt es nicht",
    resource_gone_explained="Vielleicht wurde der Eintrag gelöscht. In der Liste finden Sie alle.",
    new_resource_title="Raum oder Gerät eintragen",
    resource_name="Name (jedes Gerät einzeln)",
    resource_name_hint="Zum Beispiel: 3D-Drucker 1",
    resource_place="Wo steht es?",
    resource_place_hint="Zum Beispiel: FabLab, Erdgeschoss",
    in_use="Kann für neue Termine gewählt werden",
    save_resource="Eintragen",
    resource_saved="„{name}“ ist gespeichert.",
    delete_resource="Löschen",
    resource_deleted="„{name}“ ist gelöscht.",
    holidays_explained=(
        "In den Schulferien muss niemand auf einen angebotenen Platz antworten: Die Frist läuft "
        "erst danach weiter. Wochenenden und Feiertage kennt Lotse schon."
    ),
    no_holidays="Für die kommende Zeit sind keine Schulferien eingetragen.",
    past_holidays="Auch vergangene Ferien zeigen",
    from_day_to_day="{first} bis {last}",
    remove="Entfernen",
    remove_named="{name} entfernen ({days})",
    add_holiday_title="Ferien eintragen",
    holiday_name="Name",
    holiday_name_hint="Zum Beispiel: Herbstferien",
    first_day="Erster Tag",
    last_day="Letzter Tag",
    add_holiday="Eintragen",
    holiday_days_missing="Bitte wählen Sie den ersten und den letzten Tag.",
    holiday_added="„{name}“ ist eingetragen.",
    holiday_removed="„{name}“ ist entfernt.",
)


ENGLISH = PlanningTexts(
    page="Plan trainings",
    title="Plan trainings",
    views_label="View",
    views={
        "termine": "Dates",
        "fortbildungen": "Trainings",
        "raeume": "Rooms and machines",
        "ferien": "School holidays",
        "wuensche": "Wishes",
    },
    short_weekdays="Mon Tue Wed Thu Fri Sat Sun",
    no_dates=(
        "No date is planned at the moment. A date needs a training, a day and a place; the rest "
        "is proposed to you."
    ),
    to_trainings="To the trainings",
    new_date="New date",
    new_date_of="New date of “{title}”",
    search_dates="Find a date",
    search_dates_hint="Title, place, trainer or device",
    which_dates="Which dates?",
    which={
        "coming": "Coming",
        "below": "Below the minimum",
        "past": "Past",
    },
    one_date="1 date",
    many_dates="{count} dates",
    none="There is no such date.",
    more="Show more",
    taken="{taken} of {seats} seats taken",
    full="All {seats} seats taken",
    one_waits="1 is waiting",
    many_wait="{count} are waiting",
    one_missing="1 more person needed for the minimum",
    many_missing="{count} more people needed for the minimum",
    decided_at="{missing}, decided on {day}",
    decided_now="{missing}, was decided on {day}",
    cancelled="Cancelled",
    cancelled_because="Cancelled: {reason}",
    of_series="Part of a series",
    only_for="Only for {school}",
    no_trainer_yet="Trainer not known yet",
    to_dates="All dates",
    new_date_title="Plan a date",
    first_a_training="A date belongs to a training. Describe first what can be learned.",
    date_gone="There is no such date",
    date_gone_explained="Perhaps the address is not complete. You find all dates in the list.",
    changed_meanwhile="Somebody else has changed this date meanwhile. You see it as it is now.",
    overtaken=(
        "Not saved, because somebody else has changed this date meanwhile. You see it as it is "
        "now; please make your change again."
    ),
    change_tells_one=("When you save, 1 person with a seat gets a mail with the change and may step back."),
    change_tells_many=(
        "When you save, {count} people with a seat get a mail with the change and may step back."
    ),
    save="Save",
    save_new="Add the date",
    save_series="Add {count} dates",
    discard="Discard",
    saved="Saved.",
    planned="The date is planned: {when}.",
    series_planned="{count} dates are planned. This is the first of them.",
    one_is_told="1 person gets a mail.",
    many_are_told="{count} people get a mail.",
    training_missing="Please choose the training.",
    day_missing="Please choose the day.",
    days_missing="Please choose at least one day of the series.",
    opening_missing="Please choose the day on which registration opens.",
    what="What",
    training="Training",
    choose_training="Choose a training",
    when="When",
    day="Day",
    begins="Start",
    ends="End",
    clock="{time}",
    no_school="{day}. Please note that this is no school day: {free}.",
    weekend="weekend",
    public_holiday="public holiday",
    repeat="Repeat",
    repeats=("No, a single date", "Every week", "Every two weeks"),
    times="How many dates in all?",
    days_of_series="These {count} dates will be added",
    leave_out=("Tap a day to leave it out or take it in. Days without school are left out already."),
    where="Where",
    kind="Kind of date",
    kinds={
        DateKind.FABLAB: "In the FabLab",
        DateKind.ONLINE: "Online",
        DateKind.SCHOOL: "At a school",
    },
    fablab="FabLab",
    place="Place",
    place_hints={
        DateKind.FABLAB: "For example: FabLab, workshop on the ground floor",
        DateKind.SCHOOL: "For example: GS Am Westring, computer room",
    },
    link="Link of the video conference (only those with a seat see it)",
    link_hint="https://…",
    rooms_and_machines="Rooms and machines that are needed",
    choose_resources="Choose",
    who="Who",
    trainer="Trainer",
    for_whom="For whom?",
    for_all_schools="For all schools",
    seats_and_rules="Seats and rules",
    seats="Seats",
    minimum="Minimum (0: none)",
    capped="Limit the seats of each school",
    cap="At most so many seats for one school",
    cap_days="Until so many days before",
    deadlines="These are the rules of this date:",
    deadlines_of_series="These are the rules of the first date; the others have the same:",
    own_deadlines="Change the deadlines",
    at_once="at once",
    opens="Registration opens: {moment}",
    closes="Registration closes: {moment}",
    cancel_until="Cancelling without giving a word: until {moment}",
    decided="Decision if there are too few people: {moment}",
    opens_later="Registration opens on a certain day",
    opens_on="Registration opens on",
    opens_at="Time",
    field_closes="Registration closes",
    field_cancel="Cancel until",
    field_decide="Decide on the minimum",
    until_the_start="until the start",
    before_it="{distance} before",
    one_day="1 day",
    days="{count} days",
    copy="Copy",
    cancel="Cancel",
    participants="Participants",
    copy_title="Once more on another day",
    copy_explained=(
        "Place, trainer, rooms, seats and deadlines stay the same. You can change everything afterwards."
    ),
    copy_it="Copy the date",
    copied="This is the new date. Everything else is taken over.",
    back="Back",
    cancel_title="Cancel this date?",
    cancel_explained="This cannot be undone.",
    cancel_tells_nobody="Nobody has booked yet, so nobody gets a mail.",
    cancel_tells_one="1 person gets a mail with the reason and with other dates.",
    cancel_tells_many="{count} people get a mail with the reason and with other dates.",
    reason="Why is it cancelled?",
    reason_hint="For example: The trainer is ill.",
    cancel_it="Cancel the date",
    keep_it="Keep it",
    date_cancelled="The date is cancelled.",
    new_training="New training",
    no_trainings="No training is described yet. Begin with one: title and length will do.",
    search_trainings="Find a training",
    search_trainings_hint="Title, device or topic",
    also_retired="Also show those that are no longer offered",
    one_training="1 training",
    many_trainings="{count} trainings",
    for_all_kinds="all kinds of school",
    retired="No longer offered",
    new_training_title="What can be learned?",
    training_gone="There is no such training",
    training_gone_explained="Perhaps the address is not complete. You find all trainings in the list.",
    retired_explained="This training is no longer offered. Dates that are planned already take place.",
    title_field="Title",
    title_hint="For example: 3D printing for beginners",
    aim="What will you be able to do afterwards?",
    aim_hint="One or two sentences, as you would say it in the staff room",
    preparation="What is to be prepared or brought along?",
    preparation_hint="For example: your own iPad, charged",
    for_whom_and_what="For whom and with what",
    audience="Kinds of school (empty: all)",
    level="Level",
    devices="Devices and programs",
    topics="Topics",
    topics_hint="Separated by commas, for example: crafts, mathematics",
    length_and_proof="Length and proof",
    takes="Length",
    certificate="Time on the certificate",
    no_certificate="No certificate",
    authorises="Those who were there may then use by themselves",
    authorises_nothing="No machine",
    authorises_months="For so many months",
    save_training="Add the training",
    training_added="“{title}” is added. Now it needs a date.",
    retire="No longer offer it",
    retired_now="This training is no longer offered.",
    bring_back="Offer it again",
    brought_back="This training is offered again.",
    new_resource="New room or machine",
    no_resources=("No room and no machine is listed yet. What is listed here can never be booked twice."),
    resource_kinds={
        ResourceKind.ROOM: "Rooms",
        ResourceKind.MACHINE: "Machines",
    },
    resource_kind="Kind",
    resource_kind_names={
        ResourceKind.ROOM: "Room",
        ResourceKind.MACHINE: "Machine",
    },
    out_of_use="Out of use",
    to_resources="All rooms and machines",
    resource_gone="There is no such room or machine",
    resource_gone_explained="Perhaps the entry was deleted. You find all of them in the list.",
    new_resource_title="Add a room or a machine",
    resource_name="Name (each machine by itself)",
    resource_name_hint="For example: 3D printer 1",
    resource_place="Where is it?",
    resource_place_hint="For example: FabLab, ground floor",
    in_use="Can be chosen for new dates",
    save_resource="Add",
    resource_saved="“{name}” is saved.",
    delete_resource="Delete",
    resource_deleted="“{name}” is deleted.",
    holidays_explained=(
        "In the school holidays nobody has to answer an offered seat: the time goes on "
        "afterwards. Weekends and public holidays are known already."
    ),
    no_holidays="No coming school holidays are listed.",
    past_holidays="Also show past holidays",
    from_day_to_day="{first} to {last}",
    remove="Remove",
    remove_named="Remove {name} ({days})",
    add_holiday_title="Add holidays",
    holiday_name="Name",
    holiday_name_hint="For example: autumn holidays",
    first_day="First day",
    last_day="Last day",
    add_holiday="Add",
    holiday_days_missing="Please choose the first and the last day.",
    holiday_added="“{name}” is added.",
    holiday_removed="“{name}” is removed.",
)
