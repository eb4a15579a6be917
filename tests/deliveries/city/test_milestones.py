from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from core.audit import Action, latest
from core.people.actor import OPERATOR
from core.people.person import NotAllowed
from core.people.roles import Role
from core.people.schools import NoSuchSchool
from deliveries.city.milestones import (
    Milestone,
    MilestoneDraft,
    add_milestone,
    change_milestone,
    milestones,
    remove_milestone,
)
from deliveries.facts import Device, Subproject
from deliveries.refusals import DateUnreadable, DeliveryRefusal, NoSuchMilestone, WordMissing, WordTooLong
from tests.deliveries.status.made import TODAY, Deliveries, at

NOW = at(TODAY)
MAY = MilestoneDraft("Displays 1:1", Subproject.DISPLAYS, "05/2024")


def add(made: Deliveries, draft: MilestoneDraft = MAY) -> int:
    with made.database.write.begin() as db:
        return add_milestone(db, draft, OPERATOR, NOW)


def only(made: Deliveries, today: date = TODAY) -> Milestone:
    (found,) = made.look(lambda db: milestones(db, OPERATOR, today))
    return found


def test_a_school_is_done_when_all_it_wants_can_be_used(anywhere: Deliveries) -> None:
    made = anywhere
    done, half, other = made.school("GS A"), made.school("GS B"), made.school("GS C")
    made.line(made.school("GS D").id, "cancelled 4")  # wants nothing any more
    made.line(done.id, "in_use 4 cancelled 2")
    made.line(half.id, "in_use 4")
    made.line(half.id, "mounted 1")
    made.line(other.id, "in_use 30", device=Device("Tablet", "Apple", "iPad"))
    add(made)
    found = only(made)
    assert (found.title, found.subproject, found.due.written) == (
        "Displays 1:1",
        Subproject.DISPLAYS,
        "05/2024",
    )
    assert (found.schools, found.open_schools, found.for_all) == ((done, half), (half,), True)
    assert (found.done, found.total, found.percent) == (1, 2, 50)


def test_it_is_for_the_schools_that_were_chosen(made: Deliveries) -> None:
    chosen, without_lines, other = made.school("GS A"), made.school("GS B"), made.school("GS C")
    made.line(chosen.id, "in_use 4")
    made.line(other.id, "mounted 4")
    add(made, replace(MAY, schools=(without_lines.id, chosen.id, chosen.id)))
    found = only(made)
    assert (found.schools, found.open_schools, found.for_all) == (
        (chosen, without_lines), (without_lines,), False,
    )  # fmt: skip


@pytest.mark.parametrize(("today", "late"), [(date(2024, 5, 31), False), (date(2024, 6, 1), True)])
def test_it_is_late_after_its_last_day(made: Deliveries, today: date, late: bool) -> None:
    made.line(made.school().id, "mounted 4")
    add(made)
    assert only(made, today).late is late


def test_it_is_not_late_when_all_have_reached_it(made: Deliveries) -> None:
    made.line(made.school().id, "in_use 4")
    add(made)
    assert not only(made, date(2025, 1, 1)).late


@pytest.mark.parametrize(("share", "late"), [(60, True), (100, False), (None, True)])
def test_where_no_line_shows_it_what_was_told_counts(made: Deliveries, share: int | None, late: bool) -> None:
    add(made, replace(MAY, stated_share=share, stated_on=date(2023, 7, 1)))
    found = only(made, date(2025, 1, 1))
    assert (found.total, found.percent, found.stated_share, found.late) == (0, None, share, late)
    assert found.stated_on == date(2023, 7, 1)


def test_they_come_by_the_day_they_are_due(made: Deliveries) -> None:
    for due in ("Q3/2024", "Mai 2024", "01.06.2024"):
        add(made, replace(MAY, title=due, due=due))
    found = made.look(lambda db: milestones(db, OPERATOR, TODAY))
    assert [milestone.title for milestone in found] == ["Mai 2024", "01.06.2024", "Q3/2024"]


def test_it_can_be_changed_and_removed(made: Deliveries) -> None:
    school = made.school()
    number = add(made, replace(MAY, schools=(school.id,)))
    with made.database.write.begin() as db:
        change_milestone(db, number, replace(MAY, title=" WLAN ", subproject=Subproject.WIFI), OPERATOR, NOW)
    assert (only(made).title, only(made).subproject, only(made).for_all) == ("WLAN", Subproject.WIFI, True)
    with made.database.write.begin() as db:
        remove_milestone(db, number, OPERATOR, NOW)
        told = [entry.action for entry in latest(db, 3)]
    assert told == [Action.MILESTONE_REMOVED, Action.MILESTONE_CHANGED, Action.MILESTONE_ADDED]
    assert made.look(lambda db: milestones(db, OPERATOR, TODAY)) == ()


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (replace(MAY, title="  "), WordMissing("title")),
        (replace(MAY, title="x" * 201), WordTooLong("title", 200)),
        (replace(MAY, due="bald"), DateUnreadable("bald")),
        (replace(MAY, due=""), DateUnreadable("")),
        (replace(MAY, stated_share=101), WordMissing("stated_share")),
        (replace(MAY, stated_share=-1), WordMissing("stated_share")),
    ],
)
def test_what_makes_no_milestone_is_refused(
    made: Deliveries, draft: MilestoneDraft, refusal: DeliveryRefusal
) -> None:
    with pytest.raises(DeliveryRefusal) as refused:
        add(made, draft)
    assert refused.value == refusal
    assert made.look(lambda db: milestones(db, OPERATOR, TODAY)) == ()


def test_only_schools_and_milestones_that_there_are(made: Deliveries) -> None:
    with pytest.raises(NoSuchSchool):
        add(made, replace(MAY, schools=(99,)))
    for number in (0, 7, 2**70):
        with made.database.write() as db:
            with pytest.raises(NoSuchMilestone):
                change_milestone(db, number, MAY, OPERATOR, NOW)
            with pytest.raises(NoSuchMilestone):
                remove_milestone(db, number, OPERATOR, NOW)


def test_they_are_for_the_city_s_team(made: Deliveries) -> None:
    head, number = made.person(made.school(), role=Role.HEAD), add(made)
    ways: list[Callable[[Session], Any]] = [
        lambda db: milestones(db, head, TODAY),
        lambda db: add_milestone(db, MAY, head, NOW),
        lambda db: change_milestone(db, number, MAY, head, NOW),
        lambda db: remove_milestone(db, number, head, NOW),
    ]
    for way in ways:
        with pytest.raises(NotAllowed), made.database.write() as db:
            way(db)
