"""Lines along time: what is overdue, what comes in which month, and what has come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import IntEnum

import streamlit as st

from deliveries.status.lines import LineStatus, Situation
from deliveries.words.sentences import sentence
from ui.deliveries.badges import badge_html
from ui.deliveries.cards import expected
from ui.deliveries.known import own_day_html
from ui.deliveries.naming import line_name
from ui.deliveries.ways import line_way
from ui.escaping import as_html
from ui.language import KEY as LANGUAGE
from ui.texts import Texts


class Place(IntEnum):
    """Where along time a line stands, in the order in which it is shown: the next first, the past last."""

    OVERDUE = 0
    MONTH = 1
    OPEN = 2  # no time is promised
    HERE = 3
    STOPPED = 4


Stop = tuple[Place, date]  # with the first day of its month, where the place is one


def show_timeline(lines: Sequence[LineStatus], as_of: date | None, language: str, t: Texts) -> None:
    stops = "".join(_stop_html(stop, within, as_of, language, t) for stop, within in stops_of(lines).items())
    st.html(f'<div class="timeline">{stops}</div>')


def stops_of(lines: Iterable[LineStatus]) -> dict[Stop, list[LineStatus]]:
    """The lines by where they stand along time, in its order."""
    found: dict[Stop, list[LineStatus]] = {}
    for status in lines:
        found.setdefault(_stop(status), []).append(status)
    return dict(sorted(found.items()))


def along_time(lines: Iterable[LineStatus]) -> list[LineStatus]:
    """All of them, in the order in which they stand along time."""
    return [status for within in stops_of(lines).values() for status in within]


def heading(stop: Stop, t: Texts) -> str:
    """ "Überfällig", "März 2027"."""
    place, month = stop
    d = t.deliveries
    if place is Place.MONTH:
        return d.by_month.format(month=t.months.split()[month.month - 1], year=month.year)
    return {
        Place.OVERDUE: d.overdue,
        Place.OPEN: d.without_date,
        Place.HERE: d.arrived,
        Place.STOPPED: d.stopped,
    }[place]


def _stop(status: LineStatus) -> Stop:
    """A promise counts to its last day: its month is that in which it ends."""
    if status.situation is Situation.STOPPED:
        return Place.STOPPED, date.min
    if not status.line.pieces.coming:
        return Place.HERE, date.min
    if status.situation is Situation.LATE:
        return Place.OVERDUE, date.min
    period = status.judgement.period
    return (Place.MONTH, period.last.replace(day=1)) if period else (Place.OPEN, date.min)


def _stop_html(stop: Stop, lines: Iterable[LineStatus], as_of: date | None, language: str, t: Texts) -> str:
    items = "".join(_item_html(status, as_of, language, t) for status in lines)
    look, named = f"at-{stop[0].name.lower()}", as_html(heading(stop, t))
    return f'<section class="{look}"><h2 class="section">{named}</h2><ul>{items}</ul></section>'


def _item_html(status: LineStatus, as_of: date | None, language: str, t: Texts) -> str:
    address = as_html(line_way(status.line.id, st.query_params.get(LANGUAGE)))
    name, said = as_html(line_name(status.line, language, t)), as_html(sentence(status, language))
    promised = expected(status, language)
    when = f'<span class="when">{as_html(promised)}</span>' if promised else ""
    head = f'<a href="{address}">{name}</a>{when}{badge_html(status, language, t)}'
    return f"<li>{head}<p>{said}</p>{own_day_html(status, as_of, t)}</li>"
