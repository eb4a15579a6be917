"""The operator's table of rights says what the code does, and every role and right has its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.people.roles import RIGHTS, Right, Role
from ui.texts import GERMAN, TEXTS, Texts

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "roles.md"
YES, NO = "yes", "–"


def rows(first: str) -> list[list[str]]:
    """The cells of the table whose head begins with the line `first`, without the line of dashes."""
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(first))
    table = []
    for line in lines[start:]:
        if not line.startswith("|"):
            break
        table.append([cell.strip() for cell in line.strip("|").split("|")])
    return [table[0], *table[2:]]


TABLE = rows("| |")


def test_the_columns_are_the_roles_by_their_names_on_the_pages() -> None:
    assert TABLE[0][1:] == [GERMAN.frame.roles[role] for role in Role]


def test_each_right_has_one_row() -> None:
    assert [row[0].split("`")[1] for row in TABLE[1:]] == [right.value for right in Right]


@pytest.mark.parametrize("right", Right)
def test_the_row_says_which_roles_have_the_right(right: Right) -> None:
    row = next(row for row in TABLE[1:] if row[0].startswith(f"`{right.value}`"))
    assert row[1:] == [YES if right in RIGHTS[role] else NO for role in Role]


def test_each_role_has_a_line_with_its_word_for_the_sign_in_service() -> None:
    told = [(name, word.strip("`")) for name, word, _ in rows("| Role |")[1:]]
    assert told == [(GERMAN.frame.roles[role], role.value) for role in Role]


@pytest.mark.parametrize("t", TEXTS.values(), ids=TEXTS)
def test_every_role_and_right_has_a_name_of_its_own(t: Texts) -> None:
    assert set(t.frame.roles) == set(Role)
    assert set(t.help.rights) == set(Right)
    for names in (t.frame.roles.values(), t.help.rights.values()):
        assert len(set(names)) == len(names)
