from __future__ import annotations

from datetime import date

import pytest

from core.people.actor import OPERATOR, Actor
from core.people.roles import Role
from deliveries.facts import Change, Field
from deliveries.refusals import NoSuchLine
from deliveries.status.history import history
from tests.deliveries.status.made import TODAY, Deliveries, later


def told(made: Deliveries, line_id: int, by: Actor) -> tuple[Change, ...]:
    return made.look(lambda db: history(db, line_id, by))


def test_nothing_that_was_said_is_forgotten(made: Deliveries) -> None:
    school = made.school()
    team = made.person(role=Role.TEAM, name="Ida Amt")
    line_id = made.line(school.id, promise="März 2024", import_id=made.list("februar.csv"))
    made.told(line_id, later(20), promise="Mai 2024", reason="Umzug", import_id=made.list("maerz.csv"))
    made.told(line_id, later(30), promise="Juni 2024", reason="Anruf", by_id=team.id)
    changes = [change for change in told(made, line_id, OPERATOR) if change.field is Field.PROMISE]
    assert [change.new for change in changes] == [
        "2024-06-01/2024-06-30/Juni 2024",
        "2024-05-01/2024-05-31/Mai 2024",
        "2024-03-01/2024-03-31/März 2024",
    ]
    assert [change.old for change in changes] == [changes[1].new, changes[2].new, None]
    assert [change.as_of for change in changes] == [later(30), later(20), later(0)]
    assert [change.why for change in changes] == ["Anruf", "Umzug", ""]
    assert [(change.source, change.by) for change in changes] == [
        ("", "Ida Amt"), ("maerz.csv", ""), ("februar.csv", ""),
    ]  # fmt: skip


def test_a_list_speaks_for_itself_and_not_for_who_read_it_in(made: Deliveries) -> None:
    school, team = made.school(), made.person(role=Role.TEAM, name="Ida Amt")
    line_id = made.line(school.id, import_id=made.list("februar.csv"), by_id=team.id)
    assert {change.by for change in told(made, line_id, OPERATOR)} == {""}


def test_the_history_of_the_funding_is_for_those_who_may_know_it(made: Deliveries) -> None:
    school = made.school()
    line_id = made.line(school.id, programme="IKT 2", measure="M-1", earmarked_until=date(2030, 12, 31))
    hidden = {Field.PROGRAMME, Field.MEASURE, Field.EARMARKED_UNTIL}
    for role in (Role.TEACHER, Role.ASSISTANT, Role.TRAINER):
        changes = told(made, line_id, made.person(school, role=role))
        assert hidden.isdisjoint(change.field for change in changes)
    for role in (Role.HEAD, Role.TEAM):
        changes = told(made, line_id, made.person(school, role=role))
        assert hidden <= {change.field for change in changes}


def test_nobody_reads_the_history_of_another_school_s_line(made: Deliveries) -> None:
    line_id, head = made.line(made.school().id), made.person(made.school(), role=Role.HEAD)
    for number in (line_id, 0, 99, 2**70):
        with pytest.raises(NoSuchLine):
            told(made, number, head)


def test_what_was_said_at_another_school_stays_there(made: Deliveries) -> None:
    before, now = made.school("GS Salbke"), made.school("GS Diesdorf")
    line_id = made.line(before.id, reason="Nur für Salbke bestimmt", room="Salbke 1")
    made.told(line_id, later(10), school_id=now.id, reason="", room="")
    made.told(line_id, later(20), reason="Umzug")
    seen = told(made, line_id, made.person(now, role=Role.HEAD))
    moves = [change for change in seen if change.field is Field.SCHOOL]
    assert [(change.old, change.new) for change in moves] == [("", "GS Diesdorf")]
    assert {change.as_of for change in seen} == {later(10), later(20)}
    both = told(made, line_id, made.person(before, now))
    assert ("GS Salbke", "GS Diesdorf") in {(change.old, change.new) for change in both}
    assert {change.as_of for change in both} == {later(0), later(10), later(20)}


def test_a_step_back_is_marked(made: Deliveries) -> None:
    line_id = made.line(made.school().id, "mounted 20")
    made.told(line_id, TODAY, pieces="delivered 20")
    back = {change.field for change in told(made, line_id, OPERATOR) if change.backwards}
    assert Field.STAGE in back
