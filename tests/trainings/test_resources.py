"""Rooms and machines: added, changed, put out of use, deleted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import trainings.planning.resources
from core.people.actor import OPERATOR
from core.people.person import NotAllowed
from tests.trainings.made import NOW, Made
from tests.trainings.plans_made import Plans, plans_made
from trainings.facts import Resource, ResourceKind
from trainings.planning.resources import add_resource, change_resource, delete_resource, resources_of
from trainings.refusals import NoSuchResource, StillUsed, TextMissing, TextTooLong, TitleTaken
from trainings.seats.tables import AuthorisationRow, BookingRow

ROOM, MACHINE = ResourceKind.ROOM, ResourceKind.MACHINE


@pytest.fixture
def plans(made: Made, monkeypatch: pytest.MonkeyPatch) -> Plans:
    return plans_made(made, monkeypatch)


@pytest.fixture
def everywhere(anywhere: Made, monkeypatch: pytest.MonkeyPatch) -> Plans:
    """On SQLite and on PostgreSQL."""
    return plans_made(anywhere, monkeypatch)


def add(plans: Plans, name: str, kind: ResourceKind = ROOM, place: str = "") -> Resource:
    with plans.database.write.begin() as db:
        return add_resource(db, name, kind, place, plans.team, NOW)


def change(plans: Plans, number: int, name: str, place: str = "", active: bool = True) -> Resource:
    with plans.database.write.begin() as db:
        return change_resource(db, number, name, place, active, plans.team, NOW)


def delete(plans: Plans, number: int) -> None:
    with plans.database.write.begin() as db:
        delete_resource(db, number, plans.team, NOW)


def known(plans: Plans) -> list[Resource]:
    with plans.database.read() as db:
        return resources_of(db, plans.team)


def test_rooms_and_machines_stand_by_name(everywhere: Plans) -> None:
    added = [
        add(everywhere, "Werkstatt", place=" Haus  2 "),
        add(everywhere, "Ätzbad", MACHINE),
        add(everywhere, "bad"),
    ]
    assert known(everywhere) == [added[1], added[2], added[0]]
    assert added[0] == Resource(added[0].id, "Werkstatt", ROOM, "Haus 2", True)
    assert everywhere.audited() == [
        (everywhere.team.id, "resource_added", f"resource {each.id}") for each in added
    ]


def test_names_are_there_and_short_and_each_is_used_once(plans: Plans) -> None:
    add(plans, "Drucker 1", MACHINE)
    with pytest.raises(TextMissing) as missing:
        add(plans, " - ")
    with pytest.raises(TextTooLong) as long:
        add(plans, "x" * 201)
    with pytest.raises(TextTooLong) as far:
        add(plans, "Raum", place="x" * 201)
    with pytest.raises(TitleTaken) as taken:
        add(plans, "drucker  1")
    assert (missing.value.field, long.value.field, far.value.field) == ("name", "name", "place")
    assert taken.value == TitleTaken("drucker 1")
    assert len(known(plans)) == 1


def test_of_two_who_add_the_same_at_once_one_is_told(
    everywhere: Plans, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(everywhere, "Drucker 1")
    monkeypatch.setattr(
        trainings.planning.resources, "fold", lambda name: object()
    )  # as though it were not there yet
    with pytest.raises(TitleTaken):
        add(everywhere, "Drucker 1")


def test_a_change_is_recorded_only_where_something_is_different(plans: Plans) -> None:
    room = add(plans, "Raum 1")
    assert change(plans, room.id, "Raum 1") == room
    changed = change(plans, room.id, "Raum 2", "Keller", active=False)
    assert changed == Resource(room.id, "Raum 2", ROOM, "Keller", False)
    assert known(plans) == [changed]
    assert [what for _, what, _ in plans.audited()] == ["resource_added", "resource_changed"]


def test_no_name_is_taken_from_another(plans: Plans) -> None:
    add(plans, "Raum 1")
    second = add(plans, "Raum 2")
    with pytest.raises(TitleTaken):
        change(plans, second.id, "RAUM 1")


def test_what_nobody_uses_can_be_deleted(everywhere: Plans) -> None:
    room = add(everywhere, "Raum 1")
    delete(everywhere, room.id)
    assert known(everywhere) == []
    assert everywhere.audited()[-1] == (everywhere.team.id, "resource_changed", f"resource {room.id} deleted")


def test_what_a_date_a_training_or_an_authorisation_hangs_on_stays(everywhere: Plans) -> None:
    room, machine, other = (
        add(everywhere, "Raum"),
        add(everywhere, "Laser", MACHINE),
        add(everywhere, "Säge", MACHINE),
    )
    date_id = everywhere.added(everywhere.draft(resource_ids=(room.id,)))
    everywhere.made.training(authorises_id=machine.id, authorises_months=6)
    with everywhere.database.write.begin() as db:
        booking = BookingRow(
            date_id=date_id, person_id=everywhere.teacher.id, state="booked", seat=1, created_at=NOW
        )
        db.add(booking)
        db.flush()
        db.add(
            AuthorisationRow(
                person_id=everywhere.teacher.id,
                resource_id=other.id,
                booking_id=booking.id,
                since=NOW,
                until=NOW,
            )
        )
    for used in (room, machine, other):
        with pytest.raises(StillUsed):
            delete(everywhere, used.id)
    assert len(known(everywhere)) == 3


def test_what_is_not_there_is_neither_changed_nor_deleted(plans: Plans) -> None:
    with pytest.raises(NoSuchResource):
        change(plans, 4711, "Raum")
    with pytest.raises(NoSuchResource):
        delete(plans, 4711)


DOES: list[Callable[..., Any]] = [
    lambda db, by: resources_of(db, by),
    lambda db, by: add_resource(db, "Raum", ROOM, "", by, NOW),
    lambda db, by: change_resource(db, 1, "Raum", "", True, by, NOW),
    lambda db, by: delete_resource(db, 1, by, NOW),
]


@pytest.mark.parametrize("does", DOES)
def test_only_the_team_looks_after_them(plans: Plans, does: Callable[..., Any]) -> None:
    room = add(plans, "Zimmer")
    for person in (plans.trainer, plans.teacher, None):
        with pytest.raises(NotAllowed), plans.database.write.begin() as db:
            does(db, person)
    assert known(plans) == [room]
    with plans.database.read() as db:
        assert resources_of(db, OPERATOR) == [room]
