"""Schools as lists name them, several in one cell."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from core.people.names import fold
from core.people.person import School
from core.people.schools import school_called


@dataclass(frozen=True, slots=True)
class Named:
    """What a cell means: the numbers of the schools it names, and the names that no school has."""

    school_ids: frozenset[int]
    unknown: tuple[str, ...]


def named_schools(cells: Collection[str], schools: Sequence[School]) -> Mapping[str, Named]:
    """Each cell with what it means. Names and short names are parted by ";", "|" or ","; a comma may also
    belong to the name."""
    return {cell: _named(cell, schools) for cell in set(cells)}


def similar_school(name: str, schools: Sequence[School]) -> str | None:
    """The name of the school that may have been meant."""
    names = {fold(school.name): school.name for school in schools}
    close = difflib.get_close_matches(fold(name), names, 1)
    return names[close[0]] if close else None


def _named(cell: str, schools: Sequence[School]) -> Named:
    found = {name: school_called(schools, name) for name in _names(cell, schools)}
    known = frozenset(school.id for school in found.values() if school)
    return Named(known, tuple(name for name, school in found.items() if school is None))


def _names(cell: str, schools: Sequence[School]) -> Sequence[str]:
    parts = re.split("[;|]", cell)
    whole = {part for part in parts if school_called(schools, part)}
    names = (name.strip() for part in parts for name in ([part] if part in whole else part.split(",")))
    return [name for name in names if name]
