"""Changing an order line by hand, with a reason: for the city's team."""

from __future__ import annotations

from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person, may
from core.people.roles import Right
from deliveries.editing import LONGEST_TEXT, LineEdit, change_line
from deliveries.facts import Line
from deliveries.pieces import Pieces
from deliveries.stages import Stage
from ui.city.acting import attempt
from ui.deliveries.edit_fields import IN_PIECES, Fields, show_pieces, show_place_and_funding, show_promise
from ui.escaping import as_html
from ui.language import texts
from ui.staff.acting import forget, show_said, tell, typed
from ui.texts import Texts
from ui.trainings.house import house

RIGHT = Right.MANAGE_DELIVERIES
PLACE = "delivery-edit"
NAMES = (
    "stage",
    "promise",
    "reason_kind",
    "reason",
    "room",
    "programme",
    "measure",
    "earmarked_until",
    "why",
)


def show_edit(line: Line, seen: int | None, person: Person, t: Texts) -> None:
    """Nothing for whoever may not change it; `seen` is the newest change that stands on the page."""
    if not may(person, RIGHT):
        return
    fields = Fields(line, seen)
    show_said(_place(line.id))
    with st.expander(t.deliveries.change, icon=":material/edit:", key=f"edit-line-{line.id}"):
        st.html(f'<p class="quiet">{as_html(t.deliveries.change_explained)}</p>')
        with st.form(f"change-line-{line.id}", border=False):
            show_pieces(fields, t)
            show_promise(fields, t)
            show_place_and_funding(fields, t)
            st.text_area(
                t.deliveries.why_changed,
                key=fields.key("why"),
                placeholder=t.deliveries.why_changed_example,
                max_chars=LONGEST_TEXT,
                height=80,
            )
            st.form_submit_button(t.deliveries.save, type="primary", on_click=_save, args=(fields,))


def _place(line_id: int) -> str:
    return f"{PLACE}-{line_id}"


def _save(fields: Fields) -> None:
    line_id = fields.line.id
    edit, why, place = _typed(fields), str(typed(fields.key("why")) or ""), _place(line_id)

    def use_case(db: Session, by: Person, now: datetime) -> int:
        return change_line(db, line_id, edit, why, by, now, house(), seen=fields.seen)

    def done(_count: int) -> None:
        forget(*map(fields.key, (*IN_PIECES, *NAMES)))
        tell(place, texts().deliveries.saved)

    attempt(place, use_case, done)


def _typed(fields: Fields) -> LineEdit:
    """What stands in the form."""

    def text(name: str) -> str:
        return str(typed(fields.key(name)) or "").strip()

    counts = {stage: int(typed(fields.key(stage)) or 0) for stage in IN_PIECES}
    return LineEdit(
        pieces=Pieces().put(counts),
        promise_text=text("promise"),
        stage=Stage(text("stage")),
        reason=text("reason"),
        reason_kind=typed(fields.key("reason_kind")),
        room=text("room"),
        programme=text("programme"),
        measure=text("measure"),
        earmarked_until=typed(fields.key("earmarked_until")),
    )
