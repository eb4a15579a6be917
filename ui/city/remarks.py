"""What schools have remarked on receipt, for the team to see to."""

from __future__ import annotations

from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person
from deliveries.receipts import LONGEST, Remark, remarks, settle_remark
from ui.city.acting import attempt
from ui.deliveries.receipt_box import missing
from ui.deliveries.ways import line_way
from ui.escaping import as_html
from ui.language import language, texts
from ui.moments import written_day
from ui.portal import entrance
from ui.staff.acting import forget, show_said, tell, typed
from ui.staff.fields import joined
from ui.staff.headings import show_section, show_words
from ui.texts import Texts
from ui.trainings.house import house

PLACE = "city-remarks"


def show_remarks(person: Person, t: Texts) -> None:
    show_said(PLACE)
    with entrance().database.read() as db:
        known = remarks(db, person)
    waiting = [remark for remark in known if remark.receipt.settled_at is None]
    settled = [remark for remark in known if remark.receipt.settled_at]
    if not waiting:
        show_words(t.receipts.no_open_remarks if settled else t.receipts.no_remarks)
    else:
        show_section(t.receipts.open_remarks.format(count=len(waiting)))
        for remark in waiting:
            _show_open(remark, t)
    if settled:
        show_section(t.receipts.settled_remarks)
        st.html(f'<ul class="city-lines">{"".join(f"<li>{_settled(each, t)}</li>" for each in settled)}</ul>')


def _show_open(remark: Remark, t: Texts) -> None:
    number = remark.receipt.id
    with st.container(border=True, gap="small", key=f"city-remark-{number}"):
        st.html(_told(remark, t))
        show_said(_place(number))
        with st.form(f"settle-remark-{number}", border=False):
            st.text_area(
                t.receipts.answer,
                key=_key(number),
                max_chars=LONGEST,
                placeholder=t.receipts.answer_hint,
                height=80,
            )
            st.form_submit_button(t.receipts.settle, on_click=_settle, args=(number,))


def _settled(remark: Remark, t: Texts) -> str:
    receipt = remark.receipt
    day = written_day(receipt.settled_at or receipt.at, t)
    answer = t.receipts.settled_on.format(day=day, text=receipt.settled_word)
    return f"{_told(remark, t)}<p>{as_html(answer)}</p>"


def _told(remark: Remark, t: Texts) -> str:
    """What it is about and what was said, as HTML."""
    r, receipt = t.receipts, remark.receipt
    device = r.about.format(ordered=remark.ordered, device=remark.device)
    order = r.order.format(order=remark.order, position=remark.position)
    about = joined((device, remark.room, order, receipt.by, written_day(receipt.at, t)))
    gone = f"<p>{as_html(missing(receipt.missing, t))}</p>" if receipt.missing else ""
    said = f"<p>{as_html(receipt.remarks).replace(chr(10), '<br>')}</p>" if receipt.remarks else ""
    to_line = as_html(line_way(receipt.line_id, language()))
    return (
        f'<div class="words"><p class="list-name">{as_html(remark.school.name)}</p>{gone}{said}'
        f'<p class="about">{as_html(about)} · '
        f'<a href="{to_line}" target="_self" aria-label="{as_html(f"{r.to_line}: {order}")}">'
        f"{as_html(r.to_line)}</a></p></div>"
    )


def _settle(number: int) -> None:
    word, place = str(typed(_key(number)) or ""), _place(number)

    def use_case(db: Session, by: Person, now: datetime) -> None:
        settle_remark(db, number, word, by, now, house())

    def done(_nothing: None) -> None:
        forget(_key(number))
        tell(PLACE, texts().receipts.settled_now)

    attempt(place, use_case, done)


def _place(number: int) -> str:
    return f"{PLACE}-{number}"


def _key(number: int) -> str:
    return f"{PLACE}-answer-{number}"
