"""One order line: where its pieces are, what comes next, and its history."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from core.local_time import local_day
from core.people.person import Person
from deliveries.refusals import NoSuchLine
from deliveries.status.history import history
from deliveries.status.lines import LineStatus, line_status
from deliveries.words.sentences import next_step, sentence
from ui.deliveries.badges import badge_html
from ui.deliveries.cards import show_ways
from ui.deliveries.editing import show_edit
from ui.deliveries.known import as_of_html
from ui.deliveries.line_facts import facts_html
from ui.deliveries.naming import about_line, line_name
from ui.deliveries.nothing import show_contact, show_no_such_line
from ui.deliveries.progress import Bar, bar_html
from ui.deliveries.receipt_box import show_receipt
from ui.deliveries.stage_row import stage_row_html
from ui.deliveries.story import show_story
from ui.deliveries.ways import NUMBER, back_link
from ui.escaping import as_html
from ui.language import language
from ui.library.address import number
from ui.portal import entrance
from ui.staff.fields import joined
from ui.texts import Texts


def show_line(person: Person, t: Texts) -> None:
    """The line with the number that stands in the address, whatever was written there."""
    today = local_day(datetime.now(UTC))
    try:
        with entrance().database.read() as db:
            status = line_status(db, number(NUMBER) or 0, person, today)
            changes = history(db, status.line.id, person)
    except NoSuchLine:
        show_no_such_line(t)
        return
    back_link(status.line.school.id, t.deliveries.back)
    _show_head(status, t)
    _show_picture(status, t)
    show_ways(status, t)
    show_receipt(status, person, t)
    st.html(facts_html(status, language(), t))
    st.html(as_of_html(status.line.as_of, status.line.source, today, t))
    show_story(changes, language(), t)
    show_contact(person, t)
    show_edit(status.line, changes[0].id if changes else None, person, t)


def _show_head(status: LineStatus, t: Texts) -> None:
    line = status.line
    about = as_html(joined((about_line(line), line.school.name)))
    st.html(
        f'<div class="line-head"><h1>{as_html(line_name(line, language(), t))}</h1>'
        f'<p class="about">{about}</p>{badge_html(status, language(), t)}'
        f'<p class="lead">{as_html(sentence(status, language()))}</p></div>'
    )


def _show_picture(status: LineStatus, t: Texts) -> None:
    """The row of stages, a bar where the pieces are at several of them, and what comes next."""
    row = stage_row_html(status.line, language(), t)
    bar = Bar(line_name(status.line, language(), t), status.line.pieces)
    picture = bar_html(bar, language()) if len(bar.parts) > 1 else ""
    step = next_step(status, language())
    coming = f"<p><strong>{as_html(t.deliveries.next_step)}:</strong> {as_html(step)}</p>" if step else ""
    st.html(f'<div class="line-picture">{row}{picture}{coming}</div>')
