"""What is wrong with a row of a list, and why something about deliveries cannot be done, as sentences that
say what to do instead: for pages, the command line and reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime

from core.local_time import HERE
from deliveries.reading.lines import Fault, RowFault
from deliveries.refusals import (
    AlreadyConfirmed,
    ChangedMeanwhile,
    ColumnsMissing,
    ColumnTwice,
    DateUnreadable,
    DeliveryRefusal,
    FileEmpty,
    FutureDay,
    MissingTooMany,
    NoDeliveriesThere,
    NoLines,
    NoSuchImport,
    NoSuchLine,
    NoSuchMilestone,
    NoSuchProfile,
    NoSuchToken,
    NotATable,
    NotSetUpYet,
    OldWorkbook,
    PiecesDoNotAddUp,
    ReasonMissing,
    RowUnreadable,
    TooLarge,
    WebPage,
    WordMissing,
    WordTooLong,
)

Both = tuple[str, str]  # German and English

FAULTS: Mapping[Fault, Both] = {
    Fault.MISSING: ("Hier fehlt eine Angabe.", "Nothing is filled in here."),
    Fault.NOT_A_NUMBER: ("Das ist keine Zahl.", "This is not a number."),
    Fault.FRACTION: ("Die Menge muss eine ganze Zahl sein.", "The quantity must be a whole number."),
    Fault.NEGATIVE: ("Die Menge ist kleiner als null.", "The quantity is below zero."),
    Fault.NOT_POSITIVE: ("Bestellt sein muss mindestens ein Stück.", "At least one piece must be ordered."),
    Fault.TOO_LARGE: ("Die Zahl ist zu groß.", "The number is too large."),
    Fault.TOO_MANY_DELIVERED: (
        "Es ist mehr geliefert als bestellt.",
        "More pieces were delivered than ordered.",
    ),
    Fault.UNKNOWN_STAGE: ("Diesen Status kennt das Portal nicht.", "The portal does not know this stage."),
    Fault.BAD_DATE: (
        "Daraus lässt sich kein Termin lesen, oder es gibt ihn nicht.",
        "No date can be read from this, or it does not exist.",
    ),
    Fault.TOO_LONG: ("Der Text ist zu lang.", "The text is too long."),
    Fault.UNKNOWN_SCHOOL: (
        "Diese Schule steht nicht in der Schulliste.",
        "This school is not in the list of schools.",
    ),
    Fault.CONTRADICTION: (
        "Dieselbe Position steht mehrmals in der Liste, mit verschiedenen Angaben.",
        "The same order line stands in the list more than once, with different values.",
    ),
}
MEANT: Both = ("Ist „{}“ gemeint?", "Is “{}” meant?")

REFUSALS: Mapping[type[DeliveryRefusal], Both] = {
    NoSuchLine: ("Diese Lieferung gibt es nicht.", "There is no such delivery."),
    NoDeliveriesThere: (
        "Diese Schule gibt es nicht, oder sie gehört nicht zu Ihren Schulen.",
        "There is no such school, or it is not one of yours.",
    ),
    NoSuchImport: ("Diese Liste gibt es nicht.", "There is no such list."),
    NoSuchProfile: (
        "Diese Zuordnung gibt es nicht mehr. Bitte laden Sie die Seite neu.",
        "This layout is gone. Please reload the page.",
    ),
    NoSuchMilestone: (
        "Diesen Meilenstein gibt es nicht mehr. Bitte laden Sie die Seite neu.",
        "This milestone is gone. Please reload the page.",
    ),
    NoSuchToken: (
        "Diesen Zugang gibt es nicht mehr. Bitte laden Sie die Seite neu.",
        "This access is gone. Please reload the page.",
    ),
    ReasonMissing: (
        "Bitte schreiben Sie kurz dazu, warum.",
        "Please say in a few words why.",
    ),
    WordMissing: ("Bitte füllen Sie das Feld „{field}“ aus.", "Please fill in the field “{field}”."),
    WordTooLong: (
        "Das Feld „{field}“ ist zu lang. Höchstens {longest} Zeichen passen hinein.",
        "The field “{field}” is too long: it takes {longest} letters at most.",
    ),
    PiecesDoNotAddUp: (
        "Bestellt sind {ordered} Stück, gezählt sind {counted}. Bitte verteilen Sie genau, was bestellt ist.",
        "{ordered} pieces were ordered, {counted} are counted. Please share out exactly what was ordered.",
    ),
    MissingTooMany: (
        "Es können nicht mehr Stück fehlen, als bestellt wurden ({ordered}).",
        "No more pieces can be missing than were ordered ({ordered}).",
    ),
    NotSetUpYet: (
        "Den Empfang können Sie bestätigen, sobald alles eingerichtet ist.",
        "You can confirm receipt as soon as all is set up.",
    ),
    AlreadyConfirmed: (
        "Den Empfang hat schon jemand bestätigt: {by} am {at}.",
        "Somebody has confirmed receipt already: {by} on {at}.",
    ),
    DateUnreadable: (
        "Aus „{written}“ lässt sich kein Termin lesen. Möglich sind zum Beispiel 31.05.2024, KW 14/2024, "
        "Mai 2024 oder Q2/2024.",
        "No date can be read from “{written}”. Write 31.05.2024, KW 14/2024, Mai 2024 or Q2/2024.",
    ),
    FileEmpty: (
        "Die Datei ist leer. Bitte speichern Sie die Liste noch einmal und laden Sie sie neu hoch.",
        "The file is empty. Please save the list again and hand it in anew.",
    ),
    NotATable: (
        "Die Datei ist keine Tabelle. Bitte speichern Sie die Liste als Excel-Datei (.xlsx) oder CSV-Datei.",
        "The file is no table. Please save the list as an Excel file (.xlsx) or a CSV file.",
    ),
    OldWorkbook: (
        "Die Datei hat das alte Excel-Format (.xls). Bitte öffnen Sie sie in Excel und speichern Sie sie "
        "als .xlsx.",
        "The file is in the old Excel format (.xls). Please open it in Excel and save it as .xlsx.",
    ),
    WebPage: (
        "Die Datei ist eine Internetseite ohne lesbare Lieferliste. Bitte öffnen Sie sie in Excel und "
        "speichern Sie sie als .xlsx.",
        "The file is a web page without a readable list. Please open it in Excel and save it as .xlsx.",
    ),
    TooLarge: (
        "Die Datei ist zu groß. Höchstens {megabytes} MB sind möglich. Bitte teilen Sie die Liste auf.",
        "The file is too large: {megabytes} MB at most. Please split the list.",
    ),
    ColumnsMissing: (
        "In der Liste fehlt: {columns}. Bitte ergänzen Sie die Spalten, oder ordnen Sie die vorhandenen zu.",
        "The list lacks: {columns}. Please add the columns, or say which of its columns they are.",
    ),
    ColumnTwice: (
        "Die Spalte „{column}“ kommt zweimal vor. Bitte behalten Sie nur eine davon, oder ordnen Sie sie zu.",
        "The column “{column}” stands there twice. Please keep one of them, or say which counts.",
    ),
    NoLines: (
        "Die Liste hat eine Kopfzeile, aber keine Lieferungen. Es wurde nichts geändert.",
        "The list has headings and no deliveries. Nothing was changed.",
    ),
    ChangedMeanwhile: (
        "Inzwischen hat jemand anderes hier etwas geändert. Bitte laden Sie die Seite neu.",
        "Somebody else has changed this in the meantime. Please reload the page.",
    ),
    RowUnreadable: (
        "Ab Zeile {row} ist die Datei nicht lesbar: Dort fehlt ein Anführungszeichen, oder eine Zelle hört "
        "nicht auf. Bitte prüfen Sie die Zeile, oder speichern Sie die Liste als .xlsx.",
        "From row {row} on the file cannot be read: a quotation mark is missing, or a cell does not end. "
        "Please check the row, or save the list as .xlsx.",
    ),
    FutureDay: (
        "Der Stand {day} liegt in der Zukunft. Bitte prüfen Sie den Tag.",
        "The list claims to tell of {day}, which is yet to come. Please check the day.",
    ),
}

# Fields by the names that refusals give them.
FIELDS: Mapping[str, Both] = {
    "school": ("Schule", "School"),
    "name": ("Name", "Name"),
    "title": ("Titel", "Title"),
    "why": ("Grund der Änderung", "Why it is changed"),
    "reason": ("Grund der Verzögerung", "Reason of the delay"),
    "room": ("Raum", "Room"),
    "programme": ("Förderprogramm", "Funding programme"),
    "measure": ("Maßnahme", "Measure"),
    "remarks": ("Bemerkungen", "Remarks"),
    "word": ("Antwort", "Answer"),
    "promise": ("Zugesagt für", "Promised for"),
    "promise_text": ("Zugesagt für", "Promised for"),
    "due": ("Termin", "Date"),
}


def fault_sentence(fault: RowFault, language: str = "de") -> str:
    """What is wrong with this cell."""
    told = _in(FAULTS[fault.fault], language)
    if fault.suggestion is None:
        return told
    return f"{told} {_in(MEANT, language).format(fault.suggestion)}"


def refusal_sentence(refusal: DeliveryRefusal, language: str = "de") -> str:
    """What to tell whoever tried."""
    pattern = _in(REFUSALS[type(refusal)], language)
    values = {field.name: getattr(refusal, field.name) for field in fields(refusal)}
    return pattern.format(**{name: _fact(name, value, language) for name, value in values.items()})


def _fact(name: str, value: object, language: str) -> str:
    match value:
        case datetime():
            return _day(value.astimezone(HERE).date(), language)
        case date():
            return _day(value, language)
        case tuple():
            return ", ".join(map(str, value))
    known = FIELDS.get(str(value)) if name == "field" else None
    return _in(known, language) if known else str(value)


def _day(day: date, language: str) -> str:
    return day.strftime("%d.%m.%Y") if language == "de" else f"{day.day} {day:%B %Y}"


def _in(both: Both, language: str) -> str:
    return both[0] if language == "de" else both[1]
