"""The deliveries of a demonstration: true to the public figures, lively for its people, made once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

import bootstrap
from core.database import Database, open_database
from core.house import House
from core.migration import migrate
from core.people.actor import OPERATOR
from core.people.demo import make_demo_people
from core.people.people import person_by_email
from core.people.schools import find_school
from core.settings import Settings
from deliveries.city.milestones import milestones
from deliveries.demo import demo_list, make_demo_deliveries
from deliveries.demo.told import DAYS, HEAD, MILESTONES, RECEIPTS
from deliveries.facts import ReasonKind, Subproject
from deliveries.invariants import faults
from deliveries.promises import Standing
from deliveries.receipts import remarks
from deliveries.stages import Stage
from deliveries.status.found import LineStatus, Situation
from deliveries.status.history import history
from deliveries.status.lines import school_status
from deliveries.tables import ImportRow, LineChangeRow, OrderLineRow

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOUSE = House("lotse@stadt.example", "https://lotse.stadt.example")
PLACES = ("GS Am Westring", "Hegel-Gymnasium", "FÖS Erich Kästner", "BBS Otto-von-Guericke")


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The demonstration as it is on its first start; only read."""
    with _opened(tmp_path_factory.mktemp("demo")) as database:
        _make(database, NOW)
        yield database


@contextmanager
def _opened(folder: Path) -> Iterator[Database]:
    database = open_database(f"sqlite:///{folder / 'lotse.sqlite'}")
    migrate(database)
    yield database
    database.close()


def _make(database: Database, now: datetime) -> None:
    with database.write.begin() as db:
        make_demo_people(db, now)
        make_demo_deliveries(db, now, HOUSE)


def lines_at(database: Database, name: str) -> tuple[LineStatus, ...]:
    with database.read() as db:
        school = find_school(db, name)
        assert school
        return school_status(db, school.id, OPERATOR, NOW.date()).lines


def test_its_lists_are_read_without_a_fault_and_every_school_is_known(town: Database) -> None:
    assert [demo_list(day).faults for day in DAYS] == [()] * len(DAYS)
    assert [demo_list(day).as_of for day in DAYS] == list(DAYS)
    with town.read() as db:
        reports = [row.report for row in db.scalars(select(ImportRow).order_by(ImportRow.id))]
    assert [report["row_errors"] for report in reports] == [[]] * len(DAYS)
    assert [report["rows_ok"] for report in reports] == [len(demo_list(day).lines) for day in DAYS]
    assert reports[2]["backwards"] == []


@pytest.mark.parametrize("name", PLACES)
def test_its_people_find_a_lively_page(town: Database, name: str) -> None:
    lines = lines_at(town, name)
    situations = [status.situation for status in lines]
    assert {Situation.LATE, Situation.BLOCKED, Situation.COMING, Situation.USABLE} <= set(situations)
    moved = [status for status in lines if status.judgement.standing is Standing.MOVED]
    assert moved
    assert all(status.line.reason for status in moved)
    blocked = [status.line.reason_kind for status in lines if status.line.stage is Stage.BLOCKED]
    assert None not in blocked
    assert ReasonKind.OTHER not in blocked
    to_confirm = [s for s in lines if s.situation is Situation.USABLE and s.receipt is None]
    assert len(to_confirm) == 1
    assert [s for s in lines if s.receipt]


def test_the_teacher_s_displays_tell_of_parts_a_move_and_its_reason(town: Database) -> None:
    (displays,) = (s for s in lines_at(town, "GS Am Westring") if s.line.subproject is Subproject.DISPLAYS)
    assert (displays.line.pieces.mounted, displays.line.ordered) == (8, 12)
    assert displays.judgement.before
    assert displays.judgement.before.written == "März 2024"
    assert displays.judgement.period
    assert displays.judgement.period.written == "Mai 2024"
    assert displays.line.reason_kind is ReasonKind.CABLING
    with town.read() as db:
        promised = [
            change.new for change in history(db, displays.line.id, OPERATOR) if "promise" in change.field
        ]
    assert len(promised) == 3


@pytest.mark.parametrize(
    ("name", "stage", "kind"),
    [
        ("GmS Wille", Stage.PLANNED, ReasonKind.BUDGET),
        ("GS Westerhüsen", Stage.BLOCKED, ReasonKind.BUILDING),
        ("Salzmannschule", Stage.PART_DELIVERED, ReasonKind.CABLING),
        ("Salzmannschule", Stage.BLOCKED, ReasonKind.TENDER),
        ("FÖS Erich Kästner", Stage.MOUNTED, ReasonKind.CABLING),
        ("FÖS Erich Kästner", Stage.BLOCKED, ReasonKind.TENDER),
        ("FÖS Sternsee", Stage.PART_DELIVERED, ReasonKind.TENDER),
        ("BBS Schlein", Stage.PART_DELIVERED, ReasonKind.SCHOOL),
        ("GS Klosterwuhne", Stage.TESTED, ReasonKind.SCHOOL),
        ("GS Nordwest", Stage.BLOCKED, ReasonKind.BUDGET),
    ],
)
def test_reasons_are_those_that_the_city_named(
    town: Database, name: str, stage: Stage, kind: ReasonKind
) -> None:
    displays = [s.line for s in lines_at(town, name) if s.line.subproject is Subproject.DISPLAYS]
    assert (stage, kind) in [(line.stage, line.reason_kind) for line in displays]


def test_there_is_something_in_every_part_of_the_work(town: Database) -> None:
    with town.read() as db:
        parts = set(db.scalars(select(OrderLineRow.subproject).distinct()))
    assert parts == {part.value for part in Subproject}


def test_every_page_says_where_the_figures_come_from(town: Database) -> None:
    with town.read() as db:
        head = person_by_email(db, HEAD)
        assert head
        status = school_status(db, head.schools[0].id, head, NOW.date())
    assert status.as_of == DAYS[-1]
    assert status.source == "Lieferstand 04.03.2024 nach öffentlichen Angaben, Mengen zum Teil erfunden"
    assert {line.judgement.judged_on for line in status.lines} == {DAYS[-1]}


def test_the_team_finds_milestones_and_remarks(town: Database) -> None:
    with town.read() as db:
        known = {milestone.title: milestone for milestone in milestones(db, OPERATOR, NOW.date())}
        told = remarks(db, OPERATOR)
    assert len(known) == len(MILESTONES)
    assert known["Aktuelle Schulserver"].stated_share == 27
    assert len(known["Verkabelung an sechs weiteren Schulen"].schools) == 6
    assert len(told) == sum(bool(receipt.remarks or receipt.missing) for receipt in RECEIPTS)
    assert {bool(remark.receipt.settled_at) for remark in told} == {True, False}


def test_the_history_explains_every_line(town: Database) -> None:
    with town.read() as db:
        assert faults(db) == []


def test_it_is_made_once_and_keeps_what_visitors_change(tmp_path: Path) -> None:
    with _opened(tmp_path) as database:
        _make(database, NOW)
        before = _counted(database)
        with database.write.begin() as db:
            db.execute(update(OrderLineRow).values(room="Keller"))
        _make(database, NOW + timedelta(days=1))
        assert _counted(database) == before
        with database.read() as db:
            assert set(db.scalars(select(OrderLineRow.room))) == {"Keller"}


@pytest.mark.parametrize("demo", [True, False])
def test_only_a_demonstration_begins_with_deliveries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, demo: bool
) -> None:
    monkeypatch.setattr(bootstrap, "make_delivery_rounds_regularly", lambda *_given: None)
    door = bootstrap.open_entrance(Settings(home=tmp_path, demo=demo))
    bootstrap.look_after_deliveries(door)
    with door.database.read() as db:
        assert bool(db.scalar(select(func.count()).select_from(OrderLineRow))) is demo
    door.database.close()


def test_without_its_people_nothing_is_confirmed(tmp_path: Path) -> None:
    with _opened(tmp_path) as database:
        with database.write.begin() as db:
            make_demo_deliveries(db, NOW, HOUSE)
        with database.read() as db:
            assert remarks(db, OPERATOR) == ()
            assert faults(db) == []


def _counted(database: Database) -> list[int]:
    with database.read() as db:
        counts = [select(func.count()).select_from(t) for t in (OrderLineRow, LineChangeRow, ImportRow)]
        return [db.scalar(count) or 0 for count in counts]
