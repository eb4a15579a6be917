"""Taking a list over, exactly as it was shown."""

from __future__ import annotations

from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person
from deliveries.importing.plan import Outcome, Plan
from deliveries.importing.taking import Taken, Way, import_export
from deliveries.refusals import ChangedMeanwhile
from ui.city.acting import attempt
from ui.delivery_lists.reading import Reading, compare_anew, done
from ui.delivery_lists.ways import MISSING
from ui.language import texts
from ui.planning.words import counted
from ui.staff.acting import go, show_said, tell
from ui.staff.headings import show_words
from ui.texts import Texts
from ui.trainings.house import house
from ui.view_row import VIEW

PLACE, BUTTON = "lists", "lists-take"
NEWS = (Outcome.CREATED, Outcome.CHANGED)


def show_taking(reading: Reading, plan: Plan, t: Texts) -> None:
    """The one button, with what it will do; why there is none where nothing can be taken."""
    news = sum(plan.count(outcome) for outcome in NEWS)
    with st.container(key="list-take", gap="small"):
        show_said(BUTTON)
        if said := _said(plan, news, t):
            show_words(said)
        if not plan.lines:
            return
        many = counted(news, t.lists.take_one, t.lists.take_many)
        label = many if news else t.lists.take_same
        if st.button(label, type="primary" if news else "secondary", key="take-list"):
            with st.spinner(t.lists.taking):
                take(reading)
            st.rerun()


def take(reading: Reading) -> None:
    """Nothing is taken where it would come to something else than was shown."""
    export, wanted, shown = reading.export, reading.wanted, reading.plan
    if export is None or wanted is None or shown is None:
        return

    def use_case(db: Session, by: Person, now: datetime) -> Taken:
        taken = import_export(
            db,
            export,
            Way.PAGE,
            by,
            now,
            house(),
            as_of=wanted.as_of,
            full=wanted.full,
            older=wanted.older,
        )
        if outcome_of(taken.plan) != outcome_of(shown):
            raise ChangedMeanwhile
        return taken

    refusal = attempt(BUTTON, use_case, _taken)
    if isinstance(refusal, ChangedMeanwhile):
        compare_anew()
        tell(BUTTON, texts().lists.changed_meanwhile, good=False)


def outcome_of(plan: Plan) -> tuple[object, ...]:
    """What a person who looks at the plan agrees to."""
    lines = tuple((line.outcome, line.line_id, line.changes) for line in plan.lines)
    return lines, tuple(plan.faults), tuple(missing.line_id for missing in plan.missing)


def counts(plan: Plan, t: Texts) -> str:
    """ "3 neu, 2 geändert, 1 mit Fehlern"."""
    told = [(outcome.value, plan.count(outcome)) for outcome in Outcome]
    told.append(("faults", len(faulty_rows(plan))))
    return ", ".join(t.lists.counts[name].format(count=count) for name, count in told if count)


def faulty_rows(plan: Plan) -> set[tuple[str, int]]:
    """A row may have several faults."""
    return {(fault.sheet, fault.row) for fault in plan.faults}


def _said(plan: Plan, news: int, t: Texts) -> str:
    bad = len(faulty_rows(plan))
    left_out = counted(bad, t.lists.fault_stays, t.lists.faults_stay) if bad else ""
    if not plan.lines:
        return t.lists.nothing_at_all
    return left_out if news else f"{t.lists.nothing_to_take} {left_out}".strip()


def _taken(taken: Taken) -> None:
    t = texts()
    news = any(taken.plan.count(outcome) for outcome in NEWS)
    tell(PLACE, t.lists.taken.format(counts=counts(taken.plan, t)) if news else t.lists.taken_without)
    done()
    if taken.plan.missing:
        go(**{VIEW: MISSING})
