"""Lines of the audit log in words; names are looked up only now, so that the log itself keeps none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from core.audit import Entry
from core.people.people import names_of
from core.people.roles import Role
from core.people.schools import all_schools
from ui.moments import written_moment
from ui.texts import Texts

PERSON = re.compile(r"person (\d+)")
SCHOOL = re.compile(r"school (\d+)")
SCHOOLS = re.compile(r"schools ([\d ]+\d|\d|none)")
WORD = re.compile(r"[a-z][a-z -]*[a-z]")


@dataclass(frozen=True, slots=True)
class Names:
    """Who and what the numbers in the log are."""

    people: Mapping[int, str]
    schools: Mapping[int, str]


def names_in(db: Session, entries: Sequence[Entry]) -> Names:
    about = {int(number) for entry in entries for number in PERSON.findall(entry.about)}
    by = {entry.person_id for entry in entries if entry.person_id is not None}
    return Names(names_of(db, about | by), {school.id: school.name for school in all_schools(db)})


def line_in_words(entry: Entry, names: Names, t: Texts) -> tuple[str, str, str]:
    """When, who, and what; what it was done to on a line of its own."""
    who = t.staff.no_person if entry.person_id is None else _person(entry.person_id, names, t)
    what = f"{t.staff.actions[entry.action]}\n{_about(entry.about, names, t)}"
    return written_moment(entry.at, t), who, what


def _about(about: str, names: Names, t: Texts) -> str:
    """Each known part in words, everything else as it stands there."""
    start, colon, rest = about.partition(": ")
    return _subject(start, names, t) + colon + _details(rest, names, t)


def _subject(start: str, names: Names, t: Texts) -> str:
    if found := PERSON.match(start):
        return _person(int(found[1]), names, t) + _details(start[found.end() :], names, t)
    if found := SCHOOL.fullmatch(start):
        return _school(int(found[1]), names, t)
    return _details(start, names, t)


def _details(text: str, names: Names, t: Texts) -> str:
    if found := SCHOOLS.fullmatch(text):
        numbers = [int(number) for number in found[1].split() if number.isdecimal()]
        return ", ".join(_school(number, names, t) for number in numbers) or t.staff.log_words["none"]
    return WORD.sub(lambda word: _word(word[0], t), text)


def _word(word: str, t: Texts) -> str:
    """A role, alone or with who gave it, or one of the words that use cases write."""
    first, blank, rest = word.partition(" ")
    if first in set(Role):
        return t.frame.roles[Role(first)] + blank + t.staff.log_words.get(rest, rest)
    return t.staff.log_words.get(word, word)


def _person(number: int, names: Names, t: Texts) -> str:
    return names.people.get(number) or t.staff.deleted_person.format(number=number)


def _school(number: int, names: Names, t: Texts) -> str:
    return names.schools.get(number) or t.staff.deleted_school.format(number=number)
