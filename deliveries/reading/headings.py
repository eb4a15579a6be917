"""The columns of a list of order lines, and how their headings may be written."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from core.people.names import fold
from deliveries.refusals import ColumnTwice


class Column(StrEnum):
    """What a list may say of an order line. The values are the names in the lists of other programs."""

    ORDER = "order"
    POSITION = "position"
    SCHOOL = "school"
    CATEGORY = "category"
    MAKE = "make"
    MODEL = "model"
    DEVICE = "device"  # instead of the three, in one cell
    ORDERED = "ordered"
    DELIVERED = "delivered"
    STAGE = "stage"
    PROMISE = "planned_date"
    REASON = "reason"
    PROGRAMME = "programme"
    ROOM = "room"
    MEASURE = "measure"
    EARMARKED_UNTIL = "earmarked_until"


# The heading of a clean list first, then the others.
HEADINGS: Mapping[Column, tuple[str, ...]] = {
    Column.ORDER: (
        "Bestellnummer", "Bestellnr.", "Bestell-Nr.", "Bestellung", "Auftrag", "Auftragsnummer", "Vorgang",
    ),
    Column.POSITION: ("Position", "Pos.", "Auftragsposition"),
    Column.SCHOOL: ("Schule", "Schule/Standort", "Standort", "Schulname"),
    Column.CATEGORY: ("Kategorie", "Geräteart"),
    Column.MAKE: ("Hersteller", "Marke"),
    Column.MODEL: ("Modell", "Typ"),
    Column.DEVICE: ("Gerät", "Bezeichnung", "Artikel"),
    Column.ORDERED: ("Menge bestellt", "Menge", "Bestellmenge", "Anzahl", "Stückzahl", "Soll"),
    Column.DELIVERED: (
        "Menge geliefert", "geliefert", "Liefermenge", "davon geliefert", "Anzahl geliefert", "Ist",
    ),
    Column.STAGE: ("Status", "Stufe", "Lieferstatus"),
    Column.PROMISE: ("Liefertermin", "Plantermin", "geplant für", "Termin"),
    Column.REASON: ("Grund der Verzögerung", "Grund", "Bemerkung", "Bemerkungen", "Hinweis"),
    Column.PROGRAMME: ("Förderprogramm", "Förderung", "Programm"),
    Column.ROOM: ("Raum", "Raum/Gebäude", "Gebäude", "Gebäude/Raum", "Aufstellort", "Einsatzort"),
    Column.MEASURE: ("Maßnahme", "Fördermaßnahme", "Maßnahmennummer"),
    Column.EARMARKED_UNTIL: (
        "Zweckbindung bis", "Zweckbindungsende", "Zweckbindungsfrist", "Ende der Zweckbindung",
    ),
}  # fmt: skip

LONGEST = 200  # letters of a heading
MOST = 1_000  # headings that are looked at
DEVICE_COLUMNS = (Column.CATEGORY, Column.DEVICE, Column.MODEL, Column.MAKE)
# Without one column of each of these no order line can be known.
NEEDED: tuple[tuple[Column, ...], ...] = (
    (Column.ORDER,),
    (Column.SCHOOL,),
    DEVICE_COLUMNS,
    (Column.ORDERED,),
    (Column.STAGE,),
)


@dataclass(frozen=True, slots=True)
class Layout:
    """How lists of one make are read where the portal does not know it by itself: `columns` from folded
    heading to the name of its column ("" for a column of no use), `stages` from folded word to the name of
    its stage."""

    columns: Mapping[str, str] = field(default_factory=dict)
    stages: Mapping[str, str] = field(default_factory=dict)


NO_LAYOUT = Layout()


def folded(heading: str) -> str:
    """The heading as headings are compared: only its letters and digits, in small, umlauts written out."""
    return "".join(letter for letter in fold(heading) if letter.isalnum())


SPELLINGS: Mapping[str, Column] = {
    folded(spelling): column for column, spellings in HEADINGS.items() for spelling in spellings
}


def clean_heading(column: Column) -> str:
    """How the heading is written in a clean list."""
    return HEADINGS[column][0]


def column_called(heading: str, layout: Layout = NO_LAYOUT) -> Column | None:
    """The column that the heading names; None for one of no use."""
    plain = folded(heading) if len(heading) <= LONGEST else ""
    said = layout.columns.get(plain)
    if said is None:
        return SPELLINGS.get(plain)
    return Column(said) if said in set(Column) else None


def series_of(headings: Iterable[str]) -> str:
    """The same for all lists with the same headings, in whatever sequence and however they are written."""
    plain = sorted({folded(heading) for heading in headings} - {""})
    return hashlib.sha256("\n".join(plain).encode()).hexdigest()


def columns_in(headings: Sequence[str], layout: Layout = NO_LAYOUT) -> dict[Column, int]:
    """Where which column stands. Of two headings for the same column the one that the layout names counts, or
    else the one of a clean list.

    Raises ColumnTwice where both are as good.
    """
    places: dict[Column, list[int]] = {}
    for number, heading in enumerate(headings):
        if column := column_called(heading, layout):
            places.setdefault(column, []).append(number)
    return {
        column: _best(column, numbers, [folded(headings[number]) for number in numbers], layout)
        for column, numbers in places.items()
    }


def _best(column: Column, numbers: Sequence[int], plain: Sequence[str], layout: Layout) -> int:
    ranks = [(word not in layout.columns, word != folded(clean_heading(column))) for word in plain]
    if ranks.count(min(ranks)) > 1:
        raise ColumnTwice(clean_heading(column))
    return numbers[ranks.index(min(ranks))]


def known(headings: Iterable[str], layout: Layout = NO_LAYOUT) -> frozenset[Column]:
    """The columns that the headings name."""
    return frozenset(filter(None, (column_called(heading, layout) for heading in headings)))


def missing(columns: Collection[Column]) -> tuple[str, ...]:
    """The clean headings of the needed columns that are not there."""
    return tuple(clean_heading(names[0]) for names in NEEDED if not set(names) & set(columns))
