"""The picture of a school's progress: a bar for each kind of device, in the colours of its pieces' stages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import streamlit as st

from deliveries.pieces import Pieces
from deliveries.stages import COMING, PROGRESS, Stage
from deliveries.status.lines import LineStatus
from deliveries.status.progress import by_category
from deliveries.words.names import stage_word
from ui.deliveries.stage_row import colour, where_words
from ui.escaping import as_html
from ui.texts import Texts

FURTHEST_FIRST = tuple(reversed(PROGRESS))
MOST = 6  # bars, before some are folded away


@dataclass(frozen=True, slots=True)
class Bar:
    """All wanted pieces of a kind: their parts, those furthest on first."""

    name: str
    pieces: Pieces

    @property
    def parts(self) -> list[tuple[Stage, int]]:
        return [(stage, self.pieces[stage]) for stage in FURTHEST_FIRST if self.pieces[stage]]


def bars(lines: Iterable[LineStatus], t: Texts) -> list[Bar]:
    """For each kind of which pieces are wanted, those with the most pieces first."""
    sums = by_category(lines).items()
    wanted = [Bar(kind or t.deliveries.other_kind, pieces) for kind, pieces in sums if pieces.wanted]
    return sorted(wanted, key=lambda bar: (-bar.pieces.wanted, bar.name.casefold()))


def said_of(pieces: Pieces, t: Texts) -> str:
    """ "16 von 20 da, 12 nutzbar"."""
    d, all_, here, usable = t.deliveries, pieces.wanted, pieces.arrived, pieces.usable
    if all_ == 1:
        return (d.is_usable if usable else d.is_here) if here else d.not_here
    if usable == all_:
        return d.all_usable.format(count=all_)
    if here == all_ and not usable:
        return d.all_here.format(count=all_)
    if here == usable or not usable:
        return d.some_here.format(here=here, all=all_)
    return d.some_usable.format(here=here, all=all_, usable=usable)


def show_progress(lines: Sequence[LineStatus], language: str, t: Texts) -> None:
    """Nothing for a single line, which shows by itself how far it is."""
    shown = bars(lines, t)
    if shown and len(lines) > 1:
        heading = as_html(t.deliveries.progress)
        legend = legend_html(_stages(shown), language)
        rows = _rows(shown, language, t)
        st.html(f'<section class="progress"><h2 class="section">{heading}</h2>{rows}{legend}</section>')


def legend_html(stages: Iterable[Stage], language: str) -> str:
    """The colours in words."""
    items = "".join(f"<li {_look(stage)}>{as_html(stage_word(stage, language))}</li>" for stage in stages)
    return f'<ul class="legend">{items}</ul>'


def bar_html(bar: Bar, language: str) -> str:
    """The bar alone, with its parts in words for those who cannot see it."""
    parts = "".join(f"<i {_look(stage, count)}></i>" for stage, count in bar.parts)
    label = as_html(f"{bar.name}: {where_words(bar.pieces, language)}")
    return f'<div class="bar" role="img" aria-label="{label}">{parts}</div>'


def _rows(shown: Sequence[Bar], language: str, t: Texts) -> str:
    """Where there are many, those of which all is usable are folded away: they are nobody's question."""
    done = [bar for bar in shown if bar.pieces.usable == bar.pieces.wanted]
    still = [bar for bar in shown if bar not in done]
    if len(shown) <= MOST or not still:
        return _list(shown, language, t)
    if not done:
        return _list(still, language, t)
    d = t.deliveries
    more = d.one_kind_usable if len(done) == 1 else d.kinds_usable.format(count=len(done))
    folded = f"<details><summary>{as_html(more)}</summary>{_list(done, language, t)}</details>"
    return _list(still, language, t) + folded


def _list(shown: Iterable[Bar], language: str, t: Texts) -> str:
    return f'<ul class="bars">{"".join(_row(bar, language, t) for bar in shown)}</ul>'


def _row(bar: Bar, language: str, t: Texts) -> str:
    name, said = as_html(bar.name), as_html(said_of(bar.pieces, t))
    return (
        f'<li><span class="kind">{name}</span><span class="said">{said}</span>{bar_html(bar, language)}</li>'
    )


def _look(stage: Stage, count: int = 0) -> str:
    """What is still to come is pale: a full bar means that all is there."""
    pale = ' class="pale"' if stage in COMING else ""
    wide = f"flex-grow:{count};" if count else ""
    return f'style="{wide}--stage:{colour(stage)}"{pale}'


def _stages(shown: Iterable[Bar]) -> list[Stage]:
    """Those at which pieces are, in their order."""
    there = {stage for bar in shown for stage, _ in bar.parts}
    return [stage for stage in FURTHEST_FIRST if stage in there]
