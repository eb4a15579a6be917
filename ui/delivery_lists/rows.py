"""Rows of a list before they are taken: where they stand, what they are, and what would change, as HTML."""

from __future__ import annotations

from datetime import UTC, datetime

from deliveries.facts import Change, Field
from deliveries.importing.plan import Missing, Outcome, Plan, PlannedChange, PlannedLine
from deliveries.reading.export import ReadLine, RowFault
from deliveries.words.changes import change_sentence
from deliveries.words.faults import fault_sentence
from deliveries.words.names import stage_word
from deliveries.words.periods import period_words
from ui.escaping import as_html
from ui.staff.fields import joined
from ui.texts import Texts

NEVER = datetime(1, 1, 1, tzinfo=UTC)


def fault_row(fault: RowFault, language: str, t: Texts) -> str:
    said = t.lists.fault_at if fault.value else t.lists.fault_at_nothing
    where = said.format(column=fault.column, value=fault.value)
    return _row("fault", place(fault.row, fault.sheet, t), where, [fault_sentence(fault, language)])


def planned_row(planned: PlannedLine, plan: Plan, language: str, t: Texts) -> str:
    line = planned.line
    about = joined([place(line.row, line.sheet, t), number(line.order, line.position)])
    heading = joined([planned.school.name, f"{line.ordered} × {thing(line)}"])
    match planned.outcome:
        case Outcome.CREATED:
            said = [t.lists.new_line.format(facts=facts(line, language, t))]
        case Outcome.CHANGED:
            said = [_change_words(change, planned, plan, language, t) for change in told(planned)]
        case _:
            said = []
    look = "backwards" if planned.backwards else planned.outcome.value
    return _row(look, about, heading, said)


def missing_row(missing: Missing, t: Texts) -> str:
    return _row("missing", "", joined([missing.school_name, number(missing.order, missing.position)]), [])


def listed(rows: list[str]) -> str:
    return f'<ul class="list-rows">{"".join(rows)}</ul>'


def place(row: int, sheet: str, t: Texts) -> str:
    """Where Excel shows it."""
    if sheet:
        return t.lists.in_sheet.format(sheet=sheet, row=row)
    return t.lists.in_row.format(row=row)


def number(order: str, position: int) -> str:
    return f"{order} / {position}"


def thing(line: ReadLine) -> str:
    """What was ordered, with its kind where that does not stand there already."""
    told = str(line.device)
    category = line.device.category
    return told if category.casefold() in told.casefold() else f"{category} {told}"


def facts(line: ReadLine, language: str, t: Texts) -> str:
    """What the list says of a line that is new."""
    delivered = (
        t.lists.of_pieces.format(delivered=line.delivered, ordered=line.ordered) if line.delivered else ""
    )
    promised = t.lists.promised.format(period=period_words(line.promise, language)) if line.promise else ""
    return joined([stage_word(line.stage, language), delivered, promised, line.reason])


def told(planned: PlannedLine) -> list[PlannedChange]:
    """The changes that a reader needs: pieces follow from the stage, the kind of a reason from the reason."""
    fields = {change.field for change in planned.changes}
    follow = set()
    if fields & {Field.STAGE, Field.DELIVERED, Field.ORDERED}:
        follow.add(Field.PIECES)
    if Field.REASON in fields:
        follow.add(Field.REASON_KIND)
    return [change for change in planned.changes if change.field not in follow]


def _change_words(change: PlannedChange, planned: PlannedLine, plan: Plan, language: str, t: Texts) -> str:
    """The sentence that the line's history would say; schools stand there by their numbers."""
    if change.field is Field.SCHOOL:
        return t.lists.now_for.format(name=planned.school.name)
    kept = Change(
        id=0,
        line_id=0,
        at=NEVER,
        as_of=plan.as_of,
        field=change.field,
        old=change.old,
        new=change.new,
        why="",
        source="",
        by="",
        backwards=change.backwards,
    )
    return change_sentence(kept, language)


def _row(look: str, about: str, heading: str, said: list[str]) -> str:
    small = f'<p class="about">{as_html(about)}</p>' if about else ""
    told = "".join(f"<li>{as_html(text)}</li>" for text in said)
    if len(said) > 1:
        told = f'<ul class="list-said">{told}</ul>'
    elif said:
        told = f"<p>{as_html(said[0])}</p>"
    return f'<li class="list-row {look}"><p class="list-what">{as_html(heading)}</p>{small}{told}</li>'
