"""No room, no machine and no trainer is ever planned twice for the same time, also by two at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

import trainings.planning.clashes
import trainings.planning.dates
from core.people.roles import Role
from tests.trainings.made import DAY, HOUSE, NOW, Made
from tests.trainings.plans_made import START, Plans, plans_made
from trainings.facts import ResourceKind
from trainings.planning.clashes import demand_free
from trainings.planning.dates import DateDraft, add_date, add_series, cancel_date, change_date, planned_dates
from trainings.planning.resources import delete_resource
from trainings.refusals import Clash, NoSuchResource, StillUsed

HOUR = timedelta(hours=1)
PLANNERS = 4


@pytest.fixture
def plans(made: Made, monkeypatch: pytest.MonkeyPatch) -> Plans:
    return plans_made(made, monkeypatch)


@pytest.fixture
def everywhere(anywhere: Made, monkeypatch: pytest.MonkeyPatch) -> Plans:
    """On SQLite and on PostgreSQL."""
    return plans_made(anywhere, monkeypatch)


def look(plans: Plans, starts_at: datetime, ends_at: datetime, *resources: int, **more: Any) -> Clash | None:
    known = {"resource_ids": resources, "trainer_id": None, "but": None, **more}
    with plans.database.write.begin() as db:
        try:
            demand_free(db, starts_at, ends_at, **known)
        except Clash as clash:
            return clash
    return None


def test_a_room_that_is_taken_is_named_with_the_date_that_has_it(everywhere: Plans) -> None:
    room, other = everywhere.resource("Werkstatt"), everywhere.resource("Küche")
    everywhere.added(everywhere.draft(resource_ids=(room,)))
    assert look(everywhere, START + HOUR, START + 3 * HOUR, room, other) == Clash(
        "Werkstatt", "3D-Druck", START, START + 2 * HOUR
    )
    assert look(everywhere, START, START + HOUR, other) is None


def test_a_trainer_is_in_one_place_at_a_time(everywhere: Plans) -> None:
    everywhere.added(everywhere.draft(trainer_id=everywhere.trainer.id))
    clash = look(everywhere, START, START + HOUR, trainer_id=everywhere.trainer.id)
    assert clash == Clash("Toni Trainer", "3D-Druck", START, START + 2 * HOUR, trainer=True)
    assert look(everywhere, START, START + HOUR, trainer_id=everywhere.team.id) is None


@pytest.mark.parametrize(
    ("begins", "ends", "clashes"),
    [
        (-2, 0, False),  # until the other begins
        (2, 4, False),  # from when the other ends
        (-1, 1, True),
        (1, 3, True),
        (0, 2, True),
        (0.5, 1, True),
        (-1, 5, True),
        (48, 50, False),
    ],
)
def test_one_after_the_other_is_no_clash(plans: Plans, begins: float, ends: float, clashes: bool) -> None:
    room = plans.resource("Werkstatt")
    plans.added(plans.draft(resource_ids=(room,)))
    found = look(plans, START + begins * HOUR, START + ends * HOUR, room)
    assert (found is not None) is clashes


def test_a_date_does_not_clash_with_itself_nor_with_one_that_was_cancelled(plans: Plans) -> None:
    room = plans.resource("Werkstatt")
    date_id = plans.added(plans.draft(resource_ids=(room,), trainer_id=plans.trainer.id))
    more = {"trainer_id": plans.trainer.id}
    assert look(plans, START, START + HOUR, room, but=date_id, **more) is None
    assert look(plans, START, START + HOUR, room, but=date_id + 1, **more) is not None
    with plans.database.write.begin() as db:
        cancel_date(db, date_id, "Krank", plans.team, NOW, HOUSE)
    assert look(plans, START, START + HOUR, room, **more) is None


def test_the_first_of_several_clashes_is_named(plans: Plans) -> None:
    room, machine = plans.resource("Werkstatt"), plans.resource("Laser", ResourceKind.MACHINE)
    plans.added(plans.draft(START + 5 * HOUR, resource_ids=(room,)))
    plans.added(plans.draft(START, resource_ids=(machine,)))
    clash = look(plans, START, START + 9 * HOUR, room, machine)
    assert clash is not None
    assert (clash.what, clash.starts_at) == ("Laser", START)


# Races. Each planner looks, waits a little, and only then is done: so all of them are at it together.

Planned = Callable[[Any], Any]


def at_once(sessions: Any, *does: Planned) -> list[Any]:
    """What each returned or raised."""
    start = threading.Barrier(len(does))

    def run(plan: Planned) -> Any:
        start.wait(30)
        try:
            with sessions.begin() as db:
                done = plan(db)
                time.sleep(0.2)
            return done
        except Exception as error:
            return error

    with ThreadPoolExecutor(len(does)) as pool:
        return list(pool.map(run, does))


def rivals(plans: Plans, what: str) -> list[DateDraft]:
    """Drafts for the same time that all need the same, and nothing else that another needs."""
    if what == "trainer":
        return [plans.draft(trainer_id=plans.trainer.id)] * PLANNERS
    kind = ResourceKind.ROOM if what == "room" else ResourceKind.MACHINE
    wanted = plans.resource("Gefragt", kind)
    others = [plans.resource(f"Raum {number}") for number in range(PLANNERS)]
    return [plans.draft(resource_ids=(other, wanted)) for other in others]


@pytest.mark.parametrize("what", ["room", "machine", "trainer"])
def test_of_several_planners_one_gets_it(everywhere: Plans, what: str) -> None:
    does = [adds(everywhere, draft) for draft in rivals(everywhere, what)]
    done = at_once(everywhere.database.write, *does)
    assert sum(isinstance(each, int) for each in done) == 1
    assert sum(isinstance(each, Clash) for each in done) == PLANNERS - 1
    assert len(dates(everywhere)) == 1


@pytest.mark.parametrize("what", ["room", "machine", "trainer"])
def test_without_the_lock_it_is_planned_twice(
    everywhere: Plans, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Shows that the test above can fail: everybody looks, finds it free, and takes it."""
    looked = threading.Barrier(PLANNERS)
    honest = trainings.planning.clashes._busy

    def looks(*arguments: Any) -> Clash | None:
        found = honest(*arguments)
        looked.wait(30)
        return found

    monkeypatch.setattr(trainings.planning.clashes, "keep", lambda *_: None)
    monkeypatch.setattr(trainings.planning.clashes, "_busy", looks)
    does = [adds(everywhere, draft) for draft in rivals(everywhere, what)]
    done = at_once(as_it_comes(everywhere), *does)
    assert not any(isinstance(each, Clash) for each in done)
    assert len(dates(everywhere)) > 1


def test_two_dates_are_not_moved_to_the_same_place_at_once(everywhere: Plans) -> None:
    room = everywhere.resource("Werkstatt")
    drafts = [everywhere.draft(START + number * DAY) for number in range(2)]
    numbers = [everywhere.added(draft) for draft in drafts]
    wanted = everywhere.draft(resource_ids=(room,))

    def moves(number: int) -> Planned:
        return lambda db: change_date(db, number, wanted, everywhere.team, NOW, HOUSE)

    done = at_once(everywhere.database.write, *(moves(number) for number in numbers))
    assert sorted(type(each).__name__ for each in done) == ["Clash", "NoneType"]


def test_series_that_cross_do_not_wait_for_each_other_for_ever(
    everywhere: Plans, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(*arguments: Any, **more: Any) -> None:
        demand_free(*arguments, **more)
        time.sleep(0.1)

    monkeypatch.setattr(trainings.planning.dates, "demand_free", slowly)
    first, second = everywhere.resource("Raum 1"), everywhere.resource("Raum 2")
    trainers = [everywhere.made.person(role=Role.TRAINER).id for _ in range(2)]

    def series(week: int, rooms: tuple[int, int], people: list[int]) -> Planned:
        drafts = [
            everywhere.draft(START + timedelta(weeks=week, days=day), resource_ids=(room,), trainer_id=person)
            for day, (room, person) in enumerate(zip(rooms, people, strict=True))
        ]
        return lambda db: add_series(db, drafts, everywhere.team, NOW)

    there, back = series(0, (first, second), trainers), series(3, (second, first), trainers[::-1])
    for _ in range(3):
        done = at_once(everywhere.database.write, there, back)
        assert not [each for each in done if not isinstance(each, list | Clash)]
    assert len(dates(everywhere)) == 4


def test_planners_who_plan_for_each_other_do_not_wait_for_ever(everywhere: Plans) -> None:
    """The log refers to who plans, while their row is kept because they are the trainer of another's date."""
    other = everywhere.made.person(role=Role.TEAM)
    drafts = [everywhere.draft(trainer_id=person.id) for person in (other, everywhere.team)]
    one = lambda db: add_date(db, drafts[0], everywhere.team, NOW)  # noqa: E731
    two = lambda db: add_date(db, drafts[1], other, NOW)  # noqa: E731
    assert all(isinstance(each, int) for each in at_once(everywhere.database.write, one, two))


def test_a_room_is_not_deleted_while_somebody_plans_with_it(everywhere: Plans) -> None:
    room = everywhere.resource("Werkstatt")
    done = at_once(
        everywhere.database.write,
        adds(everywhere, everywhere.draft(resource_ids=(room,))),
        lambda db: delete_resource(db, room, everywhere.team, NOW),
    )
    kinds = [type(each) for each in done]
    assert kinds in ([int, StillUsed], [NoSuchResource, type(None)])


def adds(plans: Plans, draft: DateDraft) -> Planned:
    return lambda db: add_date(db, draft, plans.team, NOW)


def dates(plans: Plans) -> list[int]:
    with plans.database.read() as db:
        return [each.date.id for each in planned_dates(db, plans.team, NOW)]


def as_it_comes(plans: Plans) -> sessionmaker[Any]:
    """Sessions as SQLAlchemy makes them when nobody thinks of writers."""
    if plans.database.engine.dialect.name == "sqlite":
        return sessionmaker(create_engine(plans.database.engine.url, connect_args={"timeout": 30}))
    return plans.database.write
