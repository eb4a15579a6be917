"""From the rows of a list and the lines that are known to what is to be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.people.person import School
from core.people.schools import all_schools
from deliveries.importing.changes import changes_between, first_changes
from deliveries.importing.known import Known, known_lines
from deliveries.importing.planned import Outcome, Plan, PlannedLine
from deliveries.importing.saying import first_state, next_state
from deliveries.importing.school_names import Matcher
from deliveries.importing.states import State
from deliveries.importing.unlisted import asked_about, unlisted
from deliveries.reading.export import Export, Fault, ReadLine, RowFault
from deliveries.reading.headings import Column
from deliveries.tables import SchoolSpellingRow


@dataclass(frozen=True, slots=True)
class Told:
    """Of which day a list tells, whether that was said, whether it names all open lines, whether it may speak
    after a younger one, and the import by which the same list was first taken."""

    as_of: date
    dated: bool
    full: bool
    older: bool
    first_time: int | None


@dataclass(frozen=True, slots=True)
class Step:
    """One planned line with what it was and what it will be."""

    planned: PlannedLine
    known: Known | None
    state: State


@dataclass(frozen=True, slots=True)
class Steps:
    plan: Plan
    steps: tuple[Step, ...]


def planned(db: Session, export: Export, told: Told, lock: bool = False) -> Steps:
    """What there is to do; with `lock` the lines are held until the transaction ends."""
    matcher = matcher_of(db)
    at_school = [(line, matcher.school(line.school)) for line in export.lines]
    known = known_lines(db, {(line.order, line.position) for line in export.lines}, lock)
    steps = tuple(
        _step(line, school, known.get((line.order, line.position)), told)
        for line, school in at_school
        if school
    )
    strange = [_unknown_school(line, matcher) for line, school in at_school if school is None]
    gone = unlisted(db, export, told.as_of)
    plan = Plan(
        export=export,
        as_of=told.as_of,
        dated=told.dated,
        full=told.full,
        lines=tuple(step.planned for step in steps),
        faults=_in_order(export, [*export.faults, *strange]),
        missing=tuple(line.missing for line in gone if told.full and asked_about(line)),
        unlisted=tuple(line.missing for line in gone),
    )
    return Steps(plan, steps)


def matcher_of(db: Session) -> Matcher:
    """Knows all schools, and all spellings that were confirmed."""
    confirmed = db.execute(select(SchoolSpellingRow.folded, SchoolSpellingRow.school_id))
    return Matcher(all_schools(db), {folded: school_id for folded, school_id in confirmed})


def _step(line: ReadLine, school: School, known: Known | None, told: Told) -> Step:
    if known is None:
        state = first_state(line, school)
        return Step(PlannedLine(line, school, Outcome.CREATED, first_changes(state), None), None, state)
    state = next_state(known.state, line, school)
    changes = changes_between(known.state, state)
    outcome = _outcome(known, told) if changes else Outcome.UNCHANGED
    if outcome is not Outcome.CHANGED:
        return Step(PlannedLine(line, school, outcome, (), known.id), known, known.state)
    return Step(PlannedLine(line, school, outcome, changes, known.id), known, state)


def _outcome(known: Known, told: Told) -> Outcome:
    """Of a line of which the list says something else."""
    contradicts_younger = known.as_of > told.as_of and known.dated and told.dated
    if not told.older and (contradicts_younger or _spoke_before(known, told)):
        return Outcome.OUTDATED
    return Outcome.CHANGED


def _spoke_before(known: Known, told: Told) -> bool:
    """Whether the very same list has spoken of the line already, so that what differs came after it: from
    another list, or by hand."""
    if told.first_time is None:
        return False
    return known.import_id is None or known.import_id >= told.first_time


def _unknown_school(line: ReadLine, matcher: Matcher) -> RowFault:
    meant = matcher.suggestion(line.school)
    return line.fault(Column.SCHOOL, line.school, Fault.UNKNOWN_SCHOOL, meant.name if meant else None)


def _in_order(export: Export, faults: list[RowFault]) -> tuple[RowFault, ...]:
    """As somebody who reads the list from its top comes upon them."""
    sheets = {name: place for place, name in enumerate(export.sheets)}
    return tuple(sorted(faults, key=lambda fault: (sheets.get(fault.sheet, 0), fault.row)))
