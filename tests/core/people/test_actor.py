from __future__ import annotations

from typing import Any

import pytest

from core.people.actor import OPERATOR, demand_of
from core.people.person import NotAllowed, Person
from core.people.roles import Right, Role


@pytest.mark.parametrize("right", Right)
def test_the_operator_may_do_everything_and_has_no_number(right: Right) -> None:
    assert demand_of(OPERATOR, right) is None


def test_a_person_acts_under_their_number() -> None:
    assert demand_of(Person(7, "Ruth", "ruth@stadt.example", Role.ADMIN), Right.MANAGE_PEOPLE) == 7


@pytest.mark.parametrize("role", [None, *(role for role in Role if role is not Role.ADMIN)])
def test_a_person_without_the_right_is_refused(role: Role | None) -> None:
    with pytest.raises(NotAllowed):
        demand_of(Person(7, "Anna", "anna@schule.example", role), Right.MANAGE_PEOPLE)


def test_nobody_is_not_taken_for_the_operator() -> None:
    nobody: Any = None
    with pytest.raises(NotAllowed):
        demand_of(nobody, Right.MANAGE_PEOPLE)
