"""Whether the school has confirmed a line, and the form to do it."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from core.people.person import Person, may
from core.people.roles import Right
from deliveries.receipts import LONGEST, Receipt, confirm
from deliveries.refusals import DeliveryRefusal
from deliveries.status.lines import LineStatus
from deliveries.words.faults import refusal_sentence
from ui.language import language, texts
from ui.moments import written_day
from ui.portal import entrance
from ui.prose import paragraph, show_words
from ui.staff.acting import forget, show_said, tell, typed
from ui.staff.headings import show_section
from ui.texts import Texts
from ui.trainings.house import house
from ui.visitor import visitor

RIGHT = Right.CONFIRM_DELIVERIES
PLACE = "delivery-receipt"


def show_receipt(status: LineStatus, person: Person, t: Texts) -> None:
    """Nothing as long as not all of the line has been set up."""
    line, place = status.line, f"{PLACE}-{status.line.id}"
    if status.receipt:
        show_said(place)
        show_words(*map(paragraph, words_of(status.receipt, t)))
    elif line.pieces.wanted and line.pieces.usable == line.pieces.wanted:
        if may(person, RIGHT):
            _show_form(line.id, line.ordered, place, t)
        else:
            show_words(paragraph(t.receipts.others_confirm))


def words_of(receipt: Receipt, t: Texts) -> list[str]:
    """Who has confirmed it and when, what is missing or was remarked, and what became of that."""
    r, day = t.receipts, written_day(receipt.at, t)
    by = r.confirmed.format(day=day, name=receipt.by) if receipt.by else r.confirmed_by_nobody.format(day=day)
    told = [f"{by}. {missing(receipt.missing, t)}"]
    if receipt.remarks:
        told.append(r.remark.format(text=receipt.remarks))
    if receipt.settled_at:
        told.append(r.seen_to.format(day=written_day(receipt.settled_at, t), text=receipt.settled_word))
    elif receipt.missing or receipt.remarks:
        told.append(r.not_seen_to)
    return told


def missing(count: int, t: Texts) -> str:
    """ "2 Stück fehlen."."""
    if count == 0:
        return t.receipts.all_there
    return t.receipts.one_missing if count == 1 else t.receipts.many_missing.format(count=count)


def _show_form(line_id: int, ordered: int, place: str, t: Texts) -> None:
    count, remarks = f"{place}-missing", f"{place}-remarks"
    show_section(t.receipts.title, t.receipts.explained)
    with st.form(place):
        show_said(place)
        st.number_input(t.receipts.missing, min_value=0, max_value=ordered, value=0, step=1, key=count)
        st.text_area(
            t.receipts.remarks,
            key=remarks,
            max_chars=LONGEST,
            placeholder=t.receipts.remarks_hint,
            height=100,
        )
        st.form_submit_button(
            t.receipts.confirm, type="primary", on_click=_confirm, args=(line_id, place, count, remarks)
        )


def _confirm(line_id: int, place: str, count: str, remarks: str) -> None:
    person, gone, said = visitor(), int(typed(count) or 0), str(typed(remarks) or "")
    if person is None or not may(person, RIGHT):
        return  # the page, run next, says why
    try:
        with entrance().database.write.begin() as db:
            confirm(db, line_id, gone, said, person, datetime.now(UTC), house())
    except DeliveryRefusal as refusal:
        tell(place, refusal_sentence(refusal, language()), good=False)
        return
    forget(count, remarks)
    t = texts().receipts
    tell(place, t.told_team if gone or said.strip() else t.confirmed_now)
