"""What a school sees: its own lines, the most urgent first, from all that was ever promised."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event, insert

from core.people.actor import OPERATOR
from core.people.person import NotAllowed, Person
from core.people.roles import Role
from deliveries.facts import Device, Field, Funding, ReasonKind, Subproject
from deliveries.kept import keep_pieces
from deliveries.pieces import Pieces
from deliveries.promises import Standing
from deliveries.refusals import NoDeliveriesThere, NoSuchLine
from deliveries.stages import Stage
from deliveries.status.lines import Situation, line_status, school_status
from deliveries.status.progress import by_category, by_subproject
from deliveries.tables import LineChangeRow
from tests.deliveries.status.made import FIRST, TODAY, Deliveries, at, later


def test_a_line_is_told_as_it_was_kept(anywhere: Deliveries) -> None:
    made = anywhere
    school = made.school("GS Am Westring")
    import_id = made.list("lieferstand.csv")
    line_id = made.line(
        school.id, "mounted 12 commissioned 8", import_id=import_id, promise="Mai 2024", room="204",
        stage=Stage.PART_DELIVERED, reason="Verkabelung", reason_kind=ReasonKind.CABLING, order="B-7",
    )  # fmt: skip
    teacher = made.person(school)
    status = made.look(lambda db: line_status(db, line_id, teacher, TODAY))
    line = status.line
    assert (line.school, line.order, line.position, line.room) == (school, "B-7", 1, "204")
    assert (line.ordered, line.delivered, line.pieces) == (20, 12, Pieces(commissioned=8, mounted=12))
    assert (line.stage, line.reason_kind) == (Stage.PART_DELIVERED, ReasonKind.CABLING)
    assert (line.source, line.as_of, line.subproject) == ("lieferstand.csv", FIRST, Subproject.DISPLAYS)
    assert line.promise
    assert line.promise.written == "Mai 2024"
    assert (status.judgement.standing, status.situation) == (Standing.ON_TIME, Situation.COMING)
    assert status.receipt is None


def test_the_most_urgent_comes_first(made: Deliveries) -> None:
    school = made.school()
    wanted: dict[str, tuple[str, dict[str, Any]]] = {
        "stopped": ("cancelled 2", {}),
        "usable": ("in_use 4", {}),
        "here": ("mounted 4", {}),
        "no date": ("commissioned 4", {}),
        "june": ("commissioned 4", {"promise": "Juni 2024"}),
        "may": ("mounted 1 commissioned 3", {"promise": "Mai 2024"}),
        "blocked": ("commissioned 4", {"stage": Stage.BLOCKED, "promise": "Mai 2024"}),
        "late": ("commissioned 4", {"promise": "März 2024"}),
        "very late": ("commissioned 4", {"promise": "Februar 2024", "stage": Stage.BLOCKED}),
    }
    for name, (pieces, said) in wanted.items():
        made.line(school.id, pieces, order=name, **said)
    status = made.look(lambda db: school_status(db, school.id, made.person(school), TODAY))
    assert [line.line.order for line in status.lines] == list(reversed(wanted))
    assert [line.situation for line in status.lines] == [
        Situation.LATE, Situation.LATE, Situation.BLOCKED, Situation.COMING, Situation.COMING,
        Situation.COMING, Situation.HERE, Situation.USABLE, Situation.STOPPED,
    ]  # fmt: skip


def test_a_promise_that_was_moved_is_remembered(made: Deliveries) -> None:
    school = made.school()
    line_id = made.line(school.id, promise="März 2024")
    made.told(line_id, later(20), promise="Mai 2024", reason="Lieferverzug")
    judgement = made.look(lambda db: line_status(db, line_id, OPERATOR, TODAY)).judgement
    assert (judgement.standing, judgement.why) == (Standing.MOVED, "Lieferverzug")
    assert judgement.before
    assert judgement.before.written == "März 2024"


def test_what_came_is_judged_by_the_promise_that_was_valid_then(made: Deliveries) -> None:
    school = made.school()
    line_id = made.line(school.id, promise="März 2024")
    made.told(line_id, date(2024, 4, 5), pieces="delivered 20")
    made.told(line_id, date(2024, 4, 9), promise="Mai 2024")  # too late to be of use
    status = made.look(lambda db: line_status(db, line_id, OPERATOR, TODAY))
    assert (status.judgement.standing, status.judgement.days) == (Standing.CAME_LATE, 5)
    assert (status.line.delivered_on, status.situation) == (date(2024, 4, 5), Situation.HERE)


def test_as_of_and_source_are_the_newest(made: Deliveries) -> None:
    school = made.school()
    made.line(school.id, import_id=made.list("februar.csv"))
    made.line(school.id, on=later(30), import_id=made.list("maerz.csv", later(30)))
    status = made.look(lambda db: school_status(db, school.id, OPERATOR, TODAY))
    assert (status.as_of, status.source) == (later(30), "maerz.csv")


def test_a_school_with_nothing_has_no_day(made: Deliveries) -> None:
    school = made.school()
    status = made.look(lambda db: school_status(db, school.id, made.person(school), TODAY))
    assert (status.lines, status.as_of, status.source, status.school) == ((), None, "", school)


def test_nobody_sees_another_school_s_lines(made: Deliveries) -> None:
    mine, other = made.school(), made.school()
    line_id = made.line(other.id)
    made.line(mine.id)
    for role in (Role.TEACHER, Role.HEAD, Role.ASSISTANT, Role.TRAINER):
        person = made.person(mine, role=role)
        with made.database.read() as db:
            with pytest.raises(NoDeliveriesThere):
                school_status(db, other.id, person, TODAY)
            with pytest.raises(NoSuchLine):
                line_status(db, line_id, person, TODAY)
    with pytest.raises(NotAllowed):
        made.look(lambda db: school_status(db, mine.id, made.person(mine, role=None), TODAY))
    team = made.person(role=Role.TEAM)
    assert len(made.look(lambda db: school_status(db, other.id, team, TODAY)).lines) == 1


@pytest.mark.parametrize("number", [0, -1, 99, 2**31, 2**70])
def test_a_number_that_nobody_has_is_refused(made: Deliveries, number: int) -> None:
    with pytest.raises(NoSuchLine):
        made.look(lambda db: line_status(db, number, OPERATOR, TODAY))
    with pytest.raises(NoDeliveriesThere):
        made.look(lambda db: school_status(db, number, OPERATOR, TODAY))


def test_only_who_may_know_is_told_who_pays(made: Deliveries) -> None:
    school = made.school()
    line_id = made.line(school.id, programme="IKT 2", measure="M-1", earmarked_until=date(2030, 12, 31))

    def seen(role: Role) -> Funding | None:
        person = made.person(school, role=role)
        return made.look(lambda db: line_status(db, line_id, person, TODAY)).line.funding

    funding = Funding("IKT 2", "M-1", date(2030, 12, 31))
    for role in (Role.HEAD, Role.TEAM, Role.ADMIN):
        assert seen(role) == funding
    for role in (Role.TEACHER, Role.ASSISTANT, Role.TRAINER):
        assert seen(role) is None


def test_a_receipt_stands_with_its_line(made: Deliveries) -> None:
    school = made.school()
    line_id, person = made.line(school.id, "in_use 4"), made.person(school, name="Anna Kurz")
    made.receipt(line_id, person.id, missing=1, remarks="eins fehlt")
    receipt = made.look(lambda db: line_status(db, line_id, person, TODAY)).receipt
    assert receipt
    assert (receipt.by, receipt.missing, receipt.remarks) == ("Anna Kurz", 1, "eins fehlt")
    assert (receipt.line_id, receipt.settled_at) == (line_id, None)


def test_progress_is_counted_in_pieces(made: Deliveries) -> None:
    school = made.school()
    made.line(school.id, "mounted 12 commissioned 8")
    made.line(school.id, "in_use 2 cancelled 1")
    made.line(school.id, "delivered 30", device=Device("Tablet", "Apple", "iPad"))
    made.line(school.id, "planned 1", device=Device(name="Etwas Neues"))
    lines = made.look(lambda db: school_status(db, school.id, OPERATOR, TODAY)).lines
    assert by_category(lines) == {
        "Display": Pieces(commissioned=8, mounted=12, in_use=2, cancelled=1),
        "Tablet": Pieces(delivered=30),
        "": Pieces(planned=1),
    }
    parts = by_subproject(lines)
    assert parts[Subproject.DISPLAYS] == Pieces(commissioned=8, mounted=12, in_use=2, cancelled=1)
    assert list(parts) == [part for part in Subproject if part in parts]


def test_the_number_of_queries_does_not_grow_with_the_lines(made: Deliveries) -> None:
    school = made.school()

    def queries() -> int:
        counted: list[str] = []
        engine = made.database.engine

        def count(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
            counted.append(statement)

        event.listen(engine, "before_cursor_execute", count)
        made.look(lambda db: school_status(db, school.id, OPERATOR, TODAY))
        event.remove(engine, "before_cursor_execute", count)
        return len(counted)

    made.line(school.id)
    one = queries()
    for _line in range(12):
        made.line(school.id, promise="Mai 2024")
    assert queries() == one


def test_a_long_history_does_not_make_the_page_slow(made: Deliveries) -> None:
    """Only what was promised is read of the history."""
    school = made.school()
    line_id = made.line(school.id, promise="Mai 2024")
    pieces = keep_pieces(Pieces(commissioned=20))
    with made.database.write.begin() as db:
        table: object = LineChangeRow.__table__
        rows = [
            {"line_id": line_id, "at": at(FIRST), "as_of": FIRST, "field": Field.PIECES, "old": pieces,
             "new": pieces, "why": "", "backwards": False}
            for _row in range(2_000)
        ]  # fmt: skip
        db.execute(insert(table), rows)  # type: ignore[arg-type]
    read: list[int] = []

    def look(person: Person) -> None:
        with made.database.read() as db:
            school_status(db, school.id, person, TODAY + timedelta(days=1))
            read.append(sum(isinstance(row, LineChangeRow) for row in db.identity_map.values()))

    look(made.person(school))
    assert read == [0]
