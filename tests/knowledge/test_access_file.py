"""What an access file says, and what it must not be believed to say."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.people.roles import Role
from knowledge.access_file import AccessRefused, read_access
from knowledge.audience import OPEN, Audience

SCHOOLS = {"gs am westring": 3, "foes hugo kuekelhaus": 7}


def read(tmp_path: Path, text: str | bytes) -> Audience:
    path = tmp_path / "zugriff.yml"
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return read_access(path, SCHOOLS)


def test_a_folder_for_everyone_who_has_signed_in(tmp_path: Path) -> None:
    assert read(tmp_path, "angemeldet: true\n") == Audience(signed_in=True)


def test_a_folder_within_a_limited_one_can_be_opened_again(tmp_path: Path) -> None:
    assert read(tmp_path, "angemeldet: false\n") == OPEN


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("Lehrkraft", Role.TEACHER),
        ("schulleitung", Role.HEAD),
        ("Digitalassistenz", Role.ASSISTANT),
        ("Trainer/in", Role.TRAINER),
        ("Trainerin", Role.TRAINER),
        ("Trainer", Role.TRAINER),
        ("Schulträger-Team", Role.TEAM),
        ("Team", Role.TEAM),
        ("Verwaltung", Role.ADMIN),
        *[(role.value, role) for role in Role],
    ],
)
def test_roles_are_called_as_people_call_them(tmp_path: Path, word: str, role: Role) -> None:
    assert read(tmp_path, f"rollen: [{word}]").roles == {role}


def test_schools_are_named_as_in_the_portal_however_they_are_written(tmp_path: Path) -> None:
    found = read(tmp_path, "schulen:\n  - GS  am westring\n  - FÖS Hugo Kükelhaus\n")
    assert found == Audience(signed_in=True, schools=frozenset({3, 7}))


def test_roles_and_schools_together(tmp_path: Path) -> None:
    found = read(tmp_path, "angemeldet: true\nrollen: [Schulleitung, Team]\nschulen: [GS Am Westring]\n")
    assert found == Audience(True, frozenset({Role.HEAD, Role.TEAM}), frozenset({3}))


def test_the_mark_that_windows_puts_first_does_not_matter(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbfangemeldet: true\r\n") == Audience(signed_in=True)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("# rollen: [Team]\n", "empty"),
        ("{}", "needs lines such as"),
        ("Team", "needs lines such as"),
        ("- angemeldet", "needs lines such as"),
        ("rollen: [Team", "not YAML, line"),
        ("a: 1\n---\nb: 2", "not YAML"),
        ("rolle: [Team]", '"rolle" is not known'),
        ("angemeldet: true\n7: Team", "of type int is not known"),
        ("rollen: [Hausmeister]", 'unknown role "Hausmeister"'),
        ("rollen: [Team, Hausmeister]", 'unknown role "Hausmeister"'),
        ("rollen: [7]", "unknown role of type int"),
        ("rollen: ['']", "unknown role"),
        ("rollen: Team", "rollen needs a list"),
        ("rollen:", "rollen needs a list"),
        ("rollen: []", "rollen needs a list"),
        ("schulen: []", "schulen needs a list"),
        ("schulen: [GS Anderswo]", 'unknown school "GS Anderswo"'),
        ("angemeldet: ja", "angemeldet is true or false"),
        ("angemeldet:", "angemeldet is true or false"),
        ("angemeldet: 1", "angemeldet is true or false"),
        ("angemeldet: false\nrollen: [Team]", "cannot be false together"),
        ("rollen: [Lehrkraft]\nrollen: [Team]", "given twice"),
        ("angemeldet: !!int ''", "not YAML"),
        ("angemeldet: !!timestamp Montag", "not YAML"),
        ("angemeldet: !!python/object/apply:os.getcwd []", "not YAML"),
        ("[" * 5000, "not YAML"),
        (b"angemeldet: tr\xfce", "not UTF-8"),
        (b"angemeldet: true\n" + b"#" * 70_000, "larger than 64 KB"),
    ],
)
def test_what_is_not_understood_is_refused_with_the_reason(
    tmp_path: Path, text: str | bytes, why: str
) -> None:
    with pytest.raises(AccessRefused, match=why):
        read(tmp_path, text)


def test_a_value_that_grows_without_end_is_not_written_out(tmp_path: Path) -> None:
    grown = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    with pytest.raises(AccessRefused) as refused:
        read(tmp_path, f"rollen: [*a29]\na0: &a0 [x]\n{grown}rollen2: [*a29]\n")
    assert len(str(refused.value)) < 300


def test_a_reason_is_one_line_of_plain_text(tmp_path: Path) -> None:
    with pytest.raises(AccessRefused) as refused:
        read(tmp_path, 'rollen: ["a\\nb\\e[2J\\ud800"]')
    assert str(refused.value) == 'unknown role "ab[2J"'


def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(AccessRefused, match="not a file"):
        read_access(tmp_path / "pipe", {})
    with pytest.raises(AccessRefused, match="not a file"):
        read_access(tmp_path, {})
    with pytest.raises(AccessRefused, match="cannot be read: No such file"):
        read_access(tmp_path / "gone.yml", {})
