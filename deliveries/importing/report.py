"""What was said of a list, as JSON: the contract of the command line and of the push by HTTP."""

from __future__ import annotations

from typing import Any

from deliveries.importing.planned import Missing, Outcome, Plan, PlannedLine
from deliveries.reading.export import RowFault
from deliveries.refusals import DeliveryRefusal
from deliveries.words.faults import fault_sentence, refusal_sentence

KEPT_AT_MOST = 1_000  # entries of each kind, in the report that is kept with an import
Entry = dict[str, Any]


def as_json(told: Plan | DeliveryRefusal) -> Entry:
    """{"accepted", "rows_ok", "created", "changed", "unchanged", "outdated", "as_of", "row_errors": [{"line",
    "column", "value", "why", "kind", "sheet"?, "suggestion"?}], "backwards": [{"order", "line", "field",
    "old", "new"}], "no_longer_listed": [{"order", "line"}], "asked_about" (alike), "refusal"? (a sentence)}.
    """
    return _refused(told) if isinstance(told, DeliveryRefusal) else _planned(told)


def kept_report(plan: Plan) -> Entry:
    """The report as it is kept: of long lists the beginning, and under "more" how many entries each lacks."""
    report = as_json(plan)
    lists = {name: entries for name, entries in report.items() if isinstance(entries, list)}
    more = {name: len(entries) - KEPT_AT_MOST for name, entries in lists.items()}
    cut = {name: entries[:KEPT_AT_MOST] for name, entries in lists.items()}
    return {**report, **cut, "more": {name: count for name, count in more.items() if count > 0}}


def _planned(plan: Plan) -> Entry:
    return {
        "accepted": True,
        "rows_ok": plan.rows_ok,
        **{outcome.value: plan.count(outcome) for outcome in Outcome},
        "as_of": plan.as_of.isoformat() if plan.dated else None,
        "row_errors": [_fault(fault) for fault in plan.faults],
        "backwards": [entry for line in plan.lines if line.backwards for entry in _steps_back(line)],
        "no_longer_listed": [_missing(line) for line in plan.unlisted],
        "asked_about": [_missing(line) for line in plan.missing],
    }


def _refused(refusal: DeliveryRefusal) -> Entry:
    return {
        "accepted": False,
        "rows_ok": 0,
        **{outcome.value: 0 for outcome in Outcome},
        "as_of": None,
        "row_errors": [],
        "backwards": [],
        "no_longer_listed": [],
        "asked_about": [],
        "refusal": refusal_sentence(refusal),
    }


def _fault(fault: RowFault) -> Entry:
    return {
        "line": fault.row,
        "column": fault.column,
        "value": fault.value,
        "why": fault_sentence(fault),
        "kind": fault.fault.value,
        **({"sheet": fault.sheet} if fault.sheet else {}),
        **({"suggestion": fault.suggestion} if fault.suggestion else {}),
    }


def _steps_back(line: PlannedLine) -> list[Entry]:
    known = {"order": line.line.order, "line": line.line.position}
    back = [change for change in line.changes if change.backwards]
    return [{**known, "field": one.field.value, "old": one.old, "new": one.new} for one in back]


def _missing(line: Missing) -> Entry:
    return {"order": line.order, "line": line.position}
