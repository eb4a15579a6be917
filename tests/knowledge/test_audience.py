"""Who may read a document, and how that is kept."""

from __future__ import annotations

import pytest

from core.people.roles import Right, Role
from knowledge.audience import NOBODY, OPEN, Audience
from knowledge.stored import load_audience, store_audience
from tests.knowledge.people import person

SIGNED_IN = Audience(signed_in=True)
HEADS = Audience(signed_in=True, roles=frozenset({Role.HEAD}))
AT_SEVEN = Audience(signed_in=True, schools=frozenset({7}))
HEADS_AT_SEVEN = Audience(signed_in=True, roles=frozenset({Role.HEAD}), schools=frozenset({7}))
LIMITED = [SIGNED_IN, HEADS, AT_SEVEN, HEADS_AT_SEVEN, NOBODY]
READS_ALL = [role for role in Role if Right.READ_ALL_DOCUMENTS in person(role).rights]


def test_what_is_open_is_read_by_everyone() -> None:
    assert OPEN.admits(None)
    assert OPEN.admits(person(None))
    assert OPEN.admits(person(Role.TEACHER))


@pytest.mark.parametrize("audience", LIMITED)
def test_nothing_limited_is_read_without_signing_in_or_before_a_role_is_given(audience: Audience) -> None:
    assert not audience.admits(None)
    assert not audience.admits(person(None, 7))


@pytest.mark.parametrize("audience", LIMITED)
@pytest.mark.parametrize("role", READS_ALL)
def test_who_may_read_all_documents_reads_all(audience: Audience, role: Role) -> None:
    assert audience.admits(person(role))


def test_documents_for_the_signed_in_are_read_by_every_role() -> None:
    assert all(SIGNED_IN.admits(person(role)) for role in Role)


def test_a_role_is_needed_where_roles_are_named() -> None:
    assert HEADS.admits(person(Role.HEAD))
    assert not HEADS.admits(person(Role.TEACHER, 7))


def test_one_of_the_persons_schools_is_needed_where_schools_are_named() -> None:
    assert AT_SEVEN.admits(person(Role.ASSISTANT, 3, 7))
    assert not AT_SEVEN.admits(person(Role.HEAD, 3))
    assert not AT_SEVEN.admits(person(Role.HEAD))


def test_where_both_are_named_both_must_hold() -> None:
    assert HEADS_AT_SEVEN.admits(person(Role.HEAD, 7))
    assert not HEADS_AT_SEVEN.admits(person(Role.HEAD, 3))
    assert not HEADS_AT_SEVEN.admits(person(Role.TEACHER, 7))


def test_nobody_is_at_the_school_of_nobody() -> None:
    assert not any(NOBODY.admits(person(role, 1, 7)) for role in Role if role not in READS_ALL)


@pytest.mark.parametrize("audience", [OPEN, *LIMITED])
def test_an_audience_is_read_back_as_it_was_stored(audience: Audience) -> None:
    assert load_audience(store_audience(audience)) == audience


def test_only_what_is_open_to_all_is_stored_as_nothing() -> None:
    assert store_audience(OPEN) is None
    assert None not in [store_audience(audience) for audience in LIMITED]


WHOLE = {"signed_in": True, "roles": ["head"], "schools": [7]}


@pytest.mark.parametrize(
    "stored",
    [
        {},
        [],
        "open",
        7,
        False,
        {"signed_in": False, "roles": [], "schools": []},
        {"roles": [], "schools": []},
        WHOLE | {"roles": ["janitor"]},
        WHOLE | {"roles": "head"},
        WHOLE | {"roles": None},
        WHOLE | {"schools": ["7"]},
        WHOLE | {"schools": [[7]]},
        WHOLE | {"schools": [None, 7]},
        WHOLE | {"signed_in": "yes"},
        WHOLE | {"groups": ["a"]},
    ],
)
def test_what_cannot_be_read_back_is_for_nobody(stored: object) -> None:
    assert load_audience(stored) == NOBODY
