"""The list of people, read from a CSV file."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.people.csv_reading import Columns, Fault, Line, RowError, read_lines
from core.people.emails import kept_email
from core.people.importing import by_line, judged
from core.people.names import kept_name
from core.people.roles import Role
from core.people.words import role_called

NAME, FIRST_NAME, LAST_NAME = "Name", "Vorname", "Nachname"
EMAIL, ROLE, SCHOOLS = "E-Mail", "Rolle", "Schulen"
COLUMNS = Columns(
    headings={
        NAME: "name vollername",
        FIRST_NAME: "vorname firstname",
        LAST_NAME: "nachname familienname lastname",
        EMAIL: "email mail emailadresse mailadresse dienstlicheemail dienstlicheemailadresse",
        ROLE: "rolle funktion role",
        SCHOOLS: "schulen schule schools school",
    },
    required=((NAME, LAST_NAME), (EMAIL,), (ROLE,), (SCHOOLS,)),
)


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What a line says of a person; `schools` is the cell as it stands there, and empty like `role` where
    the line says nothing of them."""

    name: str
    email: str
    role: Role | None
    schools: str


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """A list of people as it was read: the good lines, and everything that is wrong with the others. Which
    schools there are is known to the register only, so `lines` keeps the cells to be held against it."""

    rows: tuple[PersonFacts, ...]
    errors: tuple[RowError, ...]
    lines: tuple[Line, ...]


def read_people(data: bytes) -> PeopleTable:
    """Reads a CSV file with the columns Name (or Vorname and Nachname), E-Mail, Rolle and Schulen (several
    with ";", "|" or "," between them)."""
    found, errors = read_lines(data, COLUMNS)
    lines = [replace(line, cells={**line.cells, NAME: _whole_name(line)}) for line in found]
    rows: dict[str, PersonFacts] = {}
    for line in lines:
        faults = _faults(line)
        if not faults:
            facts = _facts(line)
            if rows.setdefault(facts.email, facts) != facts:
                faults.append(line.error(EMAIL, Fault.TWICE))
        errors += faults
    return PeopleTable(tuple(rows.values()), by_line(errors), tuple(lines))


def _faults(line: Line) -> list[RowError]:
    unknown = line[ROLE] and role_called(line[ROLE]) is None
    return [
        *judged(line, NAME, kept_name),
        *judged(line, EMAIL, kept_email),
        *([line.error(ROLE, Fault.UNKNOWN_ROLE)] if unknown else []),
    ]


def _facts(line: Line) -> PersonFacts:
    return PersonFacts(kept_name(line[NAME]), kept_email(line[EMAIL]), role_called(line[ROLE]), line[SCHOOLS])


def _whole_name(line: Line) -> str:
    """First and last name; a column Name beside one for first names alone often holds the last name."""
    first, last = line[FIRST_NAME], line[LAST_NAME] or line[NAME]
    return last if first in last else f"{first} {last}"
