from __future__ import annotations

from typing import Any

import pytest

from core.people.actor import OPERATOR
from core.people.person import NotAllowed
from core.people.roles import Role
from deliveries.city.overview import CityStatus, Share, city_status
from deliveries.facts import Device, ReasonKind, Subproject
from deliveries.stages import Stage
from tests.deliveries.status.made import FIRST, TODAY, Deliveries, later

TABLETS, SERVERS = Device("Tablet", "Apple", "iPad"), Device("Schulserver", "Puavo", "Server")


def status(made: Deliveries) -> CityStatus:
    return made.look(lambda db: city_status(db, OPERATOR, TODAY))


def test_each_school_has_its_share_of_each_part(anywhere: Deliveries) -> None:
    made = anywhere
    west, east, empty = made.school("GS West"), made.school("GS Ost"), made.school("GS Leer")
    made.line(west.id, "in_use 12 commissioned 8", on=later(9))
    made.line(west.id, "set_up 4 cancelled 6")
    made.line(west.id, "mounted 3", device=SERVERS)
    made.line(east.id, "in_use 30", device=TABLETS)
    made.line(east.id, "cancelled 30", device=SERVERS)
    found = {school.school.name: school for school in status(made).schools}
    assert list(found) == ["GS Leer", "GS Ost", "GS West"]
    assert found["GS West"].shares == {Subproject.SERVER: Share(0, 3), Subproject.DISPLAYS: Share(16, 24)}
    assert list(found["GS West"].shares) == [Subproject.SERVER, Subproject.DISPLAYS]
    assert found["GS Ost"].shares == {Subproject.DEVICES: Share(30, 30)}
    assert found[empty.name].shares == {}
    assert [found[name].as_of for name in ("GS West", "GS Ost", "GS Leer")] == [later(9), FIRST, None]


@pytest.mark.parametrize(
    ("share", "percent"), [(Share(0, 3), 0), (Share(2, 3), 66), (Share(999, 1000), 99), (Share(3, 3), 100)]
)
def test_a_hundred_percent_is_all(share: Share, percent: int) -> None:
    assert share.percent == percent


def test_late_lines_begin_with_the_longest_delay(made: Deliveries) -> None:
    west, east = made.school("GS West"), made.school("GS Ost")
    made.line(west.id, order="ten days", promise="März 2024")
    made.line(east.id, order="longer", promise="Februar 2024")
    made.line(east.id, "in_use 4", order="came", promise="Februar 2024")
    made.line(east.id, order="in time", promise="April 2024")
    made.line(east.id, "cancelled 4", order="cancelled", promise="Februar 2024")
    moved = made.line(east.id, order="moved", promise="Februar 2024")
    made.told(moved, later(20), promise="Mai 2024")
    city = status(made)
    assert [line.line.order for line in city.late] == ["longer", "ten days"]
    assert {school.school.name: school.late for school in city.schools} == {"GS West": 1, "GS Ost": 1}


def test_a_list_of_long_ago_makes_nothing_late_today(made: Deliveries) -> None:
    made.line(made.school().id, promise="Mai 2024")
    made.line(made.school().id, promise="Januar 2024", order="late then")
    years_later = made.look(lambda db: city_status(db, OPERATOR, TODAY.replace(year=2026)))
    assert [line.line.order for line in years_later.late] == ["late then"]
    assert [line.judgement.days for line in years_later.late] == [5]


def test_what_is_blocked_stands_by_its_reason(made: Deliveries) -> None:
    west, east = made.school("GS West"), made.school("GS Ost")
    cabling: dict[str, Any] = {"stage": Stage.BLOCKED, "reason_kind": ReasonKind.CABLING}
    made.line(west.id, order="one", **cabling)
    made.line(east.id, order="two", promise="Mai 2024", **cabling)
    made.line(east.id, order="late too", promise="März 2024", stage=Stage.BLOCKED)
    made.line(east.id, "cancelled 3", order="gone", stage=Stage.BLOCKED)
    city = status(made)
    found = {kind: [line.line.order for line in lines] for kind, lines in city.blocked.items()}
    assert found == {ReasonKind.CABLING: ["two", "one"], ReasonKind.OTHER: ["late too"]}
    assert list(city.blocked) == [ReasonKind.CABLING, ReasonKind.OTHER]
    assert {school.school.name: school.blocked for school in city.schools} == {"GS West": 1, "GS Ost": 2}


def test_all_schools_are_for_the_city_s_team(made: Deliveries) -> None:
    school = made.school()
    with made.database.read() as db:
        for role in (Role.TEACHER, Role.HEAD, Role.ASSISTANT, Role.TRAINER, None):
            with pytest.raises(NotAllowed):
                city_status(db, made.person(school, role=role), TODAY)
        for role in (Role.TEAM, Role.ADMIN):
            assert len(city_status(db, made.person(role=role), TODAY).schools) == 1
