from __future__ import annotations

import pytest

from deliveries.reading.headings import (
    HEADINGS,
    SPELLINGS,
    Column,
    Layout,
    column_called,
    columns_in,
    folded,
    missing,
    series_of,
)
from deliveries.refusals import ColumnTwice

WRITTEN = {
    "Bestellnummer": "order", "Bestellnr.": "order", "Bestell-Nr.": "order", "Bestellung": "order",
    "Auftrag": "order", "Auftragsnummer": "order", "Vorgang": "order", "Position": "position",
    "Pos.": "position", "Auftragsposition": "position", "Schule": "school", "Schule/Standort": "school",
    "Standort": "school", "Schulname": "school", "Kategorie": "category", "Geräteart": "category",
    "Hersteller": "make", "Marke": "make", "Modell": "model", "Typ": "model", "Gerät": "device",
    "Bezeichnung": "device", "Artikel": "device", "Menge bestellt": "ordered", "Menge": "ordered",
    "Bestellmenge": "ordered", "Anzahl": "ordered", "Stückzahl": "ordered", "Soll": "ordered",
    "Menge geliefert": "delivered", "geliefert": "delivered", "Liefermenge": "delivered",
    "davon geliefert": "delivered", "Anzahl geliefert": "delivered", "Ist": "delivered", "Status": "stage",
    "Stufe": "stage", "Lieferstatus": "stage", "Liefertermin": "planned_date", "Plantermin": "planned_date",
    "geplant für": "planned_date", "Termin": "planned_date", "Grund der Verzögerung": "reason",
    "Grund": "reason", "Bemerkung": "reason", "Bemerkungen": "reason", "Hinweis": "reason",
    "Förderprogramm": "programme", "Förderung": "programme", "Programm": "programme",
}  # fmt: skip


@pytest.mark.parametrize(("heading", "column"), WRITTEN.items())
def test_headings_name_their_columns(heading: str, column: str) -> None:
    assert column_called(heading) == column
    assert column_called(f"  {heading.upper().replace(' ', ' - ')}. ") == column


@pytest.mark.parametrize("heading", ["", "Preis netto", "Lfd. Nr.", "Menge storniert", "x" * 300])
def test_other_headings_name_none(heading: str) -> None:
    assert column_called(heading) is None


def test_no_spelling_means_two_columns() -> None:
    assert len(SPELLINGS) == len({word for words in HEADINGS.values() for word in map(folded, words)})
    assert sum(len(set(map(folded, words))) for words in HEADINGS.values()) == len(SPELLINGS)


def test_all_that_is_missing_is_named() -> None:
    assert missing([]) == ("Bestellnummer", "Schule", "Kategorie", "Menge bestellt", "Status")
    assert missing([Column.ORDER, Column.DEVICE, Column.STAGE]) == ("Schule", "Menge bestellt")


def test_a_layout_says_more_and_otherwise() -> None:
    layout = Layout(columns={"lieferort": "school", "menge": "", "anzahl": "no such column"})
    headings = ("Lieferort", "Menge", "Anzahl", "Status")
    assert [column_called(heading, layout) for heading in headings] == ["school", None, None, "stage"]


def test_the_clean_heading_counts_before_other_spellings() -> None:
    assert columns_in(["Bemerkung", "Grund der Verzögerung"]) == {Column.REASON: 1}


def test_the_layout_counts_before_the_clean_heading() -> None:
    layout = Layout(columns={"bemerkung": "reason"})
    assert columns_in(["Bemerkung", "Grund der Verzögerung"], layout) == {Column.REASON: 0}


@pytest.mark.parametrize("headings", [["Grund", "Bemerkung"], ["Status", "Status"]])
def test_two_headings_that_are_as_good_are_refused(headings: list[str]) -> None:
    with pytest.raises(ColumnTwice):
        columns_in(headings)


def test_a_series_is_known_by_its_headings_in_whatever_sequence() -> None:
    assert series_of(["Schule", "Status", ""]) == series_of(["STATUS ", "schule"])
    assert series_of(["Schule", "Status"]) != series_of(["Schule", "Stufe"])
    assert len(series_of([])) == 64
