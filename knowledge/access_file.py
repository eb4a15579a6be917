"""The file `zugriff.yml`: who may read what lies in its folder.

    angemeldet: true                        everyone who has signed in; false: everyone at all
    rollen: [Schulleitung, Team]            only these roles
    schulen: [GS Am Westring]               only people of these schools; with `rollen` both must hold

Whatever is not understood is refused as a whole.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import yaml

from core.people.names import fold
from core.people.words import role_called
from knowledge.audience import Audience

MOST_BYTES = 64 * 1024
SIGNED_IN, ROLES, SCHOOLS = "angemeldet", "rollen", "schulen"
EXAMPLES = {ROLES: "Schulleitung, Team", SCHOOLS: "GS Am Westring"}
Meant = TypeVar("Meant")


class AccessRefused(Exception):
    """An access file says nothing that can be relied on; `str(error)` is the reason."""


def read_access(path: Path, schools: Mapping[str, int]) -> Audience:
    """Raises AccessRefused."""
    values = _values(_text(path))
    if unknown := [key for key in values if key not in (SIGNED_IN, ROLES, SCHOOLS)]:
        raise AccessRefused(f"{_shown(unknown[0])} is not known; there are {SIGNED_IN}, {ROLES}, {SCHOOLS}")
    limited = ROLES in values or SCHOOLS in values
    signed_in = values.get(SIGNED_IN, True)
    if not isinstance(signed_in, bool):
        raise AccessRefused(f"{SIGNED_IN} is true or false")
    if limited and not signed_in:
        raise AccessRefused(f"{SIGNED_IN} cannot be false together with {ROLES} or {SCHOOLS}")
    return Audience(
        signed_in,
        frozenset(_meant(values, ROLES, role_called, "role")),
        frozenset(_meant(values, SCHOOLS, lambda name: schools.get(fold(name)), "school")),
    )


def _text(path: Path) -> str:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise AccessRefused("this is not a file")
        with path.open("rb") as content:
            data = content.read(MOST_BYTES + 1)
    except OSError as error:
        raise AccessRefused(f"cannot be read: {error.strerror}") from error
    if len(data) > MOST_BYTES:
        raise AccessRefused(f"larger than {MOST_BYTES // 1024} KB")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AccessRefused("not UTF-8") from error


def _values(text: str) -> Mapping[object, Any]:
    try:
        values = yaml.safe_load(text)
        written = yaml.compose(text, Loader=yaml.SafeLoader)
    except Exception as error:  # odd values make the parser raise nearly anything, and all of it closes
        place = getattr(error, "problem_mark", None)
        raise AccessRefused("not YAML" + (f", line {place.line + 1}" if place else "")) from error
    if values is None:
        raise AccessRefused("empty")
    if not values or not isinstance(values, dict) or not isinstance(written, yaml.MappingNode):
        raise AccessRefused(f"needs lines such as {SIGNED_IN}: true")
    # Of a name that is given twice the parser would silently drop the first.
    if len(written.value) != len(values):
        raise AccessRefused("a name is given twice")
    return values


def _meant(
    values: Mapping[object, Any], key: str, find: Callable[[str], Meant | None], what: str
) -> Iterator[Meant]:
    """What the words behind `key` stand for; nothing where the key is not there."""
    if key not in values:
        return
    words = values[key]
    if not isinstance(words, list) or not words:
        raise AccessRefused(f"{key} needs a list, such as [{EXAMPLES[key]}]")
    for word in words:
        meant = find(word) if isinstance(word, str) else None
        if meant is None:
            raise AccessRefused(f"unknown {what} {_shown(word)}")
        yield meant


def _shown(word: object) -> str:
    """Only words are quoted: a nested value can be a few bytes in the file and gigabytes when written out."""
    if not isinstance(word, str):
        return f"of type {type(word).__name__}"
    return f'"{"".join(letter for letter in word if letter.isprintable())[:80]}"'
