"""How lists are read is kept by their headings."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from core.people.actor import OPERATOR
from deliveries.importing.profiles import layouts, profile_of, profiles, remove_profile, save_profile
from deliveries.reading.export import look_at, read_export
from deliveries.refusals import ColumnsMissing, NoSuchProfile, WordMissing, WordTooLong
from deliveries.stages import Stage
from tests.deliveries.importing.lists import NOW, City

COLUMNS = {
    "Wofür": "school",
    "Was": "device",
    "Wie viele": "ordered",
    "Wo": "stage",
    "Nr": "order",
    "Ort": "",
}
DATA = "Nr;Wofür;Was;Wie viele;Wo;Ort\nA-1;GS Salbke;Display;3;unterwegs;Halle\n".encode()


def series_of_data() -> str:
    return look_at(DATA, "liste.csv").series


def save(city: City, name: str = "Liste des Lagers", now: datetime = NOW, **values: dict[str, str]) -> int:
    columns, stages = values.get("columns", COLUMNS), values.get("stages", {"Unterwegs": "commissioned"})
    with city.database.write.begin() as db:
        return save_profile(db, series_of_data(), name, columns, stages, False, OPERATOR, now).id


def test_a_list_that_nobody_knew_is_read_by_its_profile(city: City) -> None:
    with pytest.raises(ColumnsMissing):
        read_export(DATA, "liste.csv")
    save(city)
    with city.database.read() as db:
        export = read_export(DATA, "liste.csv", layouts(db))
    assert [(line.order, line.school, line.stage) for line in export.lines] == [
        ("A-1", "GS Salbke", Stage.COMMISSIONED)
    ]
    assert export.series == series_of_data()


def test_a_profile_is_changed_in_its_place_and_removed(city: City) -> None:
    first = save(city)
    assert save(city, name="  Lager ") == first
    with city.database.write.begin() as db:
        known = profile_of(db, series_of_data(), OPERATOR)
        assert known
        assert [known] == list(profiles(db, OPERATOR))
        assert (known.name, known.columns["wofuer"], known.stages) == (
            "Lager", "school", {"unterwegs": "commissioned"},
        )  # fmt: skip
        remove_profile(db, first, OPERATOR, NOW)
        assert layouts(db) == {}
        with pytest.raises(NoSuchProfile):
            remove_profile(db, first, OPERATOR, NOW)


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"name": " "}, WordMissing),
        ({"name": "x" * 201}, WordTooLong),
        ({"columns": {"A": "nonsense"}}, ValueError),
        ({"stages": {"A": "nonsense"}}, ValueError),
    ],
)
def test_what_cannot_be_kept(city: City, values: dict[str, Any], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        save(city, **values)


def test_a_list_read_in_a_new_way_speaks_anew(city: City) -> None:
    save(city)
    with city.database.read() as db:
        city.takes_list(read_export(DATA, "liste.csv", layouts(db)))
    save(city, stages={"Unterwegs": "planned"}, now=city.now)
    with city.database.read() as db:
        export = read_export(DATA, "liste.csv", layouts(db))
    city.takes_list(export)
    assert city.line("A-1").stage == "planned"
