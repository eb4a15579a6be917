"""The list of schools: read from a CSV file, and taken into the register."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.people.actor import Actor, demand_of
from core.people.csv_reading import Columns, Fault, Line, RowError, read_lines
from core.people.importing import Imported, ImportRefused, by_line, judged
from core.people.names import fold, kept_name
from core.people.person import SchoolKind
from core.people.roles import Right
from core.people.schools import SchoolFacts, kept_facts, kept_short_name, kept_sites, new_row, write_facts
from core.people.tables import SchoolRow
from core.people.words import kind_called

NAME, KIND, SHORT_NAME, SITES = "Schule", "Schulform", "Kurzname", "Standorte"
COLUMNS = Columns(
    headings={
        NAME: "schule schulname name namederschule school",
        KIND: "schulform schulart schultyp form kind",
        SHORT_NAME: "kurzname kuerzel kurzbezeichnung abkuerzung shortname",
        SITES: "standorte standort gebaeude sites",
    },
    required=((NAME,), (KIND,)),
)


@dataclass(frozen=True, slots=True)
class SchoolTable:
    """A list of schools as it was read: the good lines, and everything that is wrong with the others."""

    rows: tuple[SchoolFacts, ...]
    errors: tuple[RowError, ...]


def read_schools(data: bytes) -> SchoolTable:
    """Reads a CSV file with the columns Schule and Schulform, perhaps also Kurzname and Standorte (several
    with ";" or "|" between them)."""
    lines, errors = read_lines(data, COLUMNS)
    rows: dict[str, SchoolFacts] = {}
    for line in lines:
        faults = _faults(line)
        if not faults:
            facts = kept_facts(_facts(line))
            if rows.setdefault(fold(facts.name), facts) != facts:
                faults.append(line.error(NAME, Fault.TWICE))
        errors += faults
    return SchoolTable(tuple(rows.values()), by_line(errors))


def import_schools(db: Session, table: SchoolTable, by: Actor, now: datetime) -> Imported:
    """Adds the schools that are new and changes the others, known by their names. An empty cell leaves what
    is known, and so do schools that are not in the list. Raises NotAllowed and ImportRefused."""
    actor = demand_of(by, Right.MANAGE_SCHOOLS)
    if table.errors:
        raise ImportRefused(table.errors)
    known = {
        row.folded: row for row in db.scalars(select(SchoolRow).order_by(SchoolRow.id).with_for_update())
    }
    created = changed = 0
    for facts in table.rows:
        row = known.get(fold(facts.name))
        if row is None:
            db.add(new_row(facts))
            created += 1
        else:
            changed += write_facts(row, _filled(facts, row))
    imported = Imported(created, changed, len(table.rows) - created - changed)
    if created or changed:
        record(db, actor, Action.SCHOOLS_IMPORTED, f"{len(table.rows)} rows: {imported}", now)
    return imported


def _faults(line: Line) -> list[RowError]:
    unknown = line[KIND] and kind_called(line[KIND]) is None
    return [
        *judged(line, NAME, kept_name),
        *([line.error(KIND, Fault.UNKNOWN_KIND)] if unknown else []),
        *judged(line, SHORT_NAME, kept_short_name),
        *judged(line, SITES, lambda cell: kept_sites(_sites(cell))),
    ]


def _facts(line: Line) -> SchoolFacts:
    return SchoolFacts(line[NAME], kind_called(line[KIND]), line[SHORT_NAME], _sites(line[SITES]))


def _sites(cell: str) -> tuple[str, ...]:
    return tuple(site for site in re.split("[;|]", cell) if site.strip())


def _filled(facts: SchoolFacts, row: SchoolRow) -> SchoolFacts:
    """The facts, with what is known already where the list says nothing."""
    known_kind = SchoolKind(row.kind) if row.kind else None
    sites = facts.sites or tuple(site.name for site in row.sites)
    return SchoolFacts(facts.name, facts.kind or known_kind, facts.short_name or row.short_name, sites)
