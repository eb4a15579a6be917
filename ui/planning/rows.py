"""Dates in the plan: when, where, how full, and what must be looked at, in words."""

from __future__ import annotations

from datetime import datetime, timedelta

import streamlit as st

from trainings.facts import DateKind, DateState, ResourceKind, TrainingDate
from trainings.planning.dates import Overview
from ui.escaping import as_html, as_label
from ui.moments import written_day
from ui.planning.ways import DATE
from ui.planning.words import counted
from ui.staff.acting import go
from ui.staff.fields import joined
from ui.texts import Texts
from ui.trainings.when import span

GOOD, WARNING, QUIET = "good", "warning", "quiet"
SOON = timedelta(days=14)  # when too few people begin to be a worry
Badge = tuple[str, str]  # its look, its words


def show_row(seen: Overview, now: datetime, t: Texts) -> None:
    date = seen.date
    with st.container(gap=None, key=f"plan-row-{date.id}"):
        st.button(
            f"**{as_label(date.training.title)}**",
            key=f"open-date-{date.id}",
            type="tertiary",
            on_click=go,
            kwargs={DATE: str(date.id)},
        )
        st.html(about(seen, now, t))


def about(seen: Overview, now: datetime, t: Texts) -> str:
    """The lines below the title, as HTML."""
    return (
        f'<div class="plan-about"><p>{as_html(span(seen.date, t))}</p>'
        f'<p class="plan-where">{as_html(joined([where(seen.date, t), who(seen.date, t)]))}</p>'
        f"{badges(seen, now, t)}</div>"
    )


def badges(seen: Overview, now: datetime, t: Texts) -> str:
    """How full it is, and what must be looked at, as HTML."""
    told = "".join(f'<li class="{look}">{as_html(text)}</li>' for look, text in _badges(seen, now, t))
    return f'<ul class="plan-badges">{told}</ul>'


def where(date: TrainingDate, t: Texts) -> str:
    """The place, with the rooms and machines that it does not name already."""
    if date.kind is DateKind.ONLINE:
        return t.planning.kinds[date.kind]
    named = date.place or date.school or t.planning.kinds[date.kind]
    rooms_first = sorted(date.resources, key=lambda each: each.kind is ResourceKind.MACHINE)
    return ", ".join([named, *(each.name for each in rooms_first if each.name not in named)])


def who(date: TrainingDate, t: Texts) -> str:
    return date.trainer or t.planning.no_trainer_yet


def missing(seen: Overview) -> int:
    """How many are missing until the minimum is reached."""
    return max(0, seen.date.minimum - seen.booked)


def _badges(seen: Overview, now: datetime, t: Texts) -> list[Badge]:
    if seen.date.state is DateState.CANCELLED:
        return [(WARNING, _cancelled(seen.date, t)), *_marks(seen, t)]
    found = [_full(seen, t)]
    if missing(seen) and now < seen.date.starts_at:
        soon = seen.date.decide_at - now < SOON
        found.append((WARNING if soon else QUIET, _below(seen, now, t)))
    if seen.waiting:
        found.append((QUIET, counted(seen.waiting, t.planning.one_waits, t.planning.many_wait)))
    return [*found, *_marks(seen, t)]


def _full(seen: Overview, t: Texts) -> Badge:
    seats, taken = seen.date.seats, seen.booked + seen.offered
    if taken >= seats:
        return GOOD, t.planning.full.format(seats=seats)
    return QUIET, t.planning.taken.format(taken=taken, seats=seats)


def _below(seen: Overview, now: datetime, t: Texts) -> str:
    wanted = counted(missing(seen), t.planning.one_missing, t.planning.many_missing)
    decide_at = seen.date.decide_at
    said = t.planning.decided_at if now < decide_at else t.planning.decided_now
    return said.format(missing=wanted, day=written_day(decide_at, t))


def _cancelled(date: TrainingDate, t: Texts) -> str:
    said = t.planning.cancelled_because if date.cancel_reason else t.planning.cancelled
    return said.format(reason=date.cancel_reason)


def _marks(seen: Overview, t: Texts) -> list[Badge]:
    date = seen.date
    told = [t.planning.of_series] if date.series else []
    if date.school_id is not None:
        told.append(t.planning.only_for.format(school=date.school))
    return [(QUIET, text) for text in told]
