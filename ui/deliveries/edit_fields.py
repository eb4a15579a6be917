"""The fields in which the city's team changes an order line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from deliveries.editing import LONGEST_PROGRAMME, LONGEST_TEXT, LONGEST_WORD
from deliveries.facts import Funding, Line, Period, ReasonKind
from deliveries.stages import PROGRESS, Stage
from deliveries.words.names import reason_word, stage_word
from deliveries.words.periods import cell_day
from ui.escaping import as_html
from ui.language import language
from ui.texts import Texts

IN_PIECES = (*PROGRESS, Stage.CANCELLED)
COLUMNS = 4
LONGEST_PROMISE = 100
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)


@dataclass(frozen=True, slots=True)
class Fields:
    """Of a line, with the newest change that stands on the page: once there is a newer one, they start anew
    with what is known then."""

    line: Line
    seen: int | None

    def key(self, name: str) -> str:
        """Under which a field is kept."""
        return f"line-{self.line.id}-{self.seen}-{name}"


def show_pieces(fields: Fields, t: Texts) -> None:
    line = fields.line
    told = t.deliveries.where_pieces.format(count=line.ordered)
    st.html(f'<p class="field-group">{as_html(told)}</p>')
    rows = [*st.columns(COLUMNS), *st.columns(COLUMNS)]  # where there is no room they stand in this order
    for column, stage in zip(rows, IN_PIECES, strict=True):
        column.number_input(
            stage_word(stage, language()),
            min_value=0,
            max_value=line.ordered,
            value=line.pieces[stage],
            key=fields.key(stage),
        )


def show_promise(fields: Fields, t: Texts) -> None:
    line = fields.line
    left, right = st.columns(2)
    _stage_field(left, fields, t)
    right.text_input(
        t.deliveries.promise,
        value=_typed(line.promise),
        key=fields.key("promise"),
        help=t.deliveries.promise_example,
        max_chars=LONGEST_PROMISE,
    )
    left, right = st.columns(2)
    _reason_field(left, fields, t)
    right.text_input(t.deliveries.reason, value=line.reason, key=fields.key("reason"), max_chars=LONGEST_TEXT)


def show_place_and_funding(fields: Fields, t: Texts) -> None:
    d, funding = t.deliveries, fields.line.funding or Funding("")
    left, right = st.columns(2)
    _word_field(left, d.room, fields.line.room, fields.key("room"))
    _word_field(right, d.programme, funding.programme, fields.key("programme"), LONGEST_PROGRAMME)
    left, right = st.columns(2)
    _word_field(left, d.measure, funding.measure, fields.key("measure"))
    until = funding.earmarked_until  # lists say 31.12.9999 too
    right.date_input(
        d.earmarked_until,
        value=until,
        min_value=min(FIRST_DAY, until or FIRST_DAY),
        max_value=max(LAST_DAY, until or LAST_DAY),
        format="DD.MM.YYYY",
        key=fields.key("earmarked_until"),
    )


def _typed(promise: Period | None) -> str:
    """As one would type it: a day in the way of the language, all else as it was written."""
    if promise is None:
        return ""
    return cell_day(promise.first, language()) if promise.is_day else promise.written


def _stage_field(column: DeltaGenerator, fields: Fields, t: Texts) -> None:
    stages = list(Stage)
    column.selectbox(
        t.deliveries.stage,
        stages,
        index=stages.index(fields.line.stage),
        format_func=lambda stage: stage_word(stage, language()),
        key=fields.key("stage"),
    )


def _reason_field(column: DeltaGenerator, fields: Fields, t: Texts) -> None:
    kinds = [None, *ReasonKind]
    column.selectbox(
        t.deliveries.reason_kind,
        kinds,
        index=kinds.index(fields.line.reason_kind),
        format_func=lambda kind: reason_word(kind, language()) if kind else t.deliveries.no_reason,
        key=fields.key("reason_kind"),
    )


def _word_field(
    column: DeltaGenerator, label: str, known: str, key: str, longest: int = LONGEST_WORD
) -> None:
    column.text_input(label, value=known, key=key, max_chars=longest)
