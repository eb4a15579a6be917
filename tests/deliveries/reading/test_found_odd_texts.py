"""Texts in which a day is found that is none, and a promise that is longer than any."""

from __future__ import annotations

import pytest

from deliveries.reading.listed_day import day_told
from deliveries.reading.periods import BadDate, read_period


@pytest.mark.parametrize(
    "note",
    [
        "Alle Standorte werden bis 31.12.2026 beliefert",
        "Standorte ohne Verkabelung nach dem 15.01.2024",
        "Neuer Standard ab 01.02.2024",
    ],
)
def test_places_and_standards_tell_no_day_of_a_list(note: str) -> None:
    assert day_told([note], "liste.csv") is None


@pytest.mark.parametrize("note", ["Datenstand 04.03.2024", "Bestandsliste vom 04.03.2024"])
def test_other_words_for_it_do(note: str) -> None:
    assert str(day_told([note], "liste.csv")) == "2024-03-04"


@pytest.mark.parametrize("written", ["Mai" + " " * 94 + "2024", "Mai 2024" + " " * 93 + "abgesagt"])
def test_a_promise_is_read_to_its_end_and_fits_into_the_database(written: str) -> None:
    with pytest.raises(BadDate):
        read_period(written)
