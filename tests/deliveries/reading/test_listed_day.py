from __future__ import annotations

import pytest

from deliveries.reading.listed_day import day_told


@pytest.mark.parametrize(
    ("note", "name", "day"),
    [
        ("Lieferstand der Schulausstattung, Stand 04.03.2024", "liste.csv", "2024-03-04"),
        ("Export aus dem Ticketsystem vom 05.02.2024", "liste.csv", "2024-02-05"),
        ("Export erstellt am 5.2.24", "liste.csv", "2024-02-05"),
        ("Stand: 2024-02-05", "liste-2024-03-01.csv", "2024-02-05"),
        ("Quelle: Ticketsystem", "lieferstand-2024-02-05.csv", "2024-02-05"),
        ("", "lieferstand_20240205.csv", "2024-02-05"),
        ("", "Stand 5.2.2024.xlsx", "2024-02-05"),
        ("", "lieferstand-2024-13-05.csv", "None"),
        ("", "auftrag-12024020512.csv", "None"),
        ("Lieferung bis 31.03.2024", "liste.csv", "None"),
        ("Stand der Bestellungen für das Haushaltsjahr, gültig ab 01.01.2024", "liste.csv", "None"),
        ("Stand 31.02.2024", "liste.csv", "None"),
    ],
)
def test_the_day_is_the_one_that_the_list_names(note: str, name: str, day: str) -> None:
    assert str(day_told([note], name)) == day


def test_the_latest_of_several_counts() -> None:
    assert str(day_told(["Stand 01.02.2024", "Stand 03.02.2024"], "")) == "2024-02-03"
