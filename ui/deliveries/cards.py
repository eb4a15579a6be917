"""Lines as cards under their headings: one sentence, the stages, what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from core.people.person import Person, may
from core.people.roles import Right
from deliveries.facts import ReasonKind
from deliveries.status.lines import LineStatus, Situation
from deliveries.words.sentences import next_step, period_words, sentence
from knowledge.devices import devices_in
from ui.deliveries.badges import badge_html
from ui.deliveries.choice import parted
from ui.deliveries.known import own_day_html
from ui.deliveries.naming import about_line, line_name, whole_text
from ui.deliveries.stage_row import stage_row_html
from ui.deliveries.ways import confirm_link, history_link, line_link, manuals_link, trainings_link
from ui.escaping import as_html, as_label
from ui.texts import Texts

# Nothing more is to come of these: their sentence says it all.
SETTLED = frozenset({Situation.USABLE, Situation.STOPPED})


def show_cards(
    lines: Sequence[LineStatus], as_of: date | None, person: Person, language: str, t: Texts
) -> None:
    with st.container(key="delivery-cards"):
        for situation, within in parted(lines).items():
            st.html(f'<h2 class="section">{as_html(t.deliveries.situations[situation])}</h2>')
            for status in within:
                _show_card(status, as_of, person, language, t)


def _show_card(status: LineStatus, as_of: date | None, person: Person, language: str, t: Texts) -> None:
    with st.container(key=f"delivery-card-{status.line.id}", gap="small"):
        line_link(status.line.id, as_label(line_name(status.line, language, t)))
        st.html(card_html(status, language, t) + own_day_html(status, as_of, t))
        _show_ways_on(status, person, t)


def show_ways(status: LineStatus, t: Texts) -> None:
    """To what helps with a device that is here."""
    if devices := _here(status):
        with st.container(horizontal=True, key=f"delivery-ways-{status.line.id}"):
            _show_help(devices[0], t)


def _show_ways_on(status: LineStatus, person: Person, t: Texts) -> None:
    """From a card: to what is still to be done, to the line's history, and to what helps."""
    with st.container(horizontal=True, key=f"delivery-ways-{status.line.id}"):
        if _to_confirm(status) and may(person, Right.CONFIRM_DELIVERIES):
            confirm_link(status.line.id, t.deliveries.confirm)
        history_link(status.line.id, t.deliveries.history_of)
        if devices := _here(status):
            _show_help(devices[0], t)


def _show_help(device: str, t: Texts) -> None:
    manuals_link(device, t.deliveries.manuals)
    trainings_link(device, t.deliveries.trainings)


def _to_confirm(status: LineStatus) -> bool:
    return status.situation is Situation.USABLE and status.receipt is None


def _here(status: LineStatus) -> tuple[str, ...]:
    """The devices that the line is about, once some have arrived."""
    return devices_in(whole_text(status.line.device)) if status.line.pieces.arrived else ()


def card_html(status: LineStatus, language: str, t: Texts) -> str:
    """The row of stages and what comes next only where something does."""
    about = as_html(about_line(status.line))
    told = f'<p class="about">{about}</p>' if about else ""
    said = f'<p class="said">{as_html(sentence(status, language))}</p>'
    head = f"{badge_html(status, language, t)}{told}{said}"
    if status.situation in SETTLED:
        return head
    return f"{head}{stage_row_html(status.line, language, t)}{_facts_html(status, language, t)}"


def _facts_html(status: LineStatus, language: str, t: Texts) -> str:
    d, late = t.deliveries, status.situation is Situation.LATE
    when = d.was_expected if late else d.expected
    facts = {
        when: expected(status, language),
        d.reason_given: _reason_given(status),
        d.next_step: next_step(status, language),
    }
    rows = "".join(
        f"<div><dt>{as_html(name)}</dt><dd>{as_html(told)}</dd></div>" for name, told in facts.items() if told
    )
    return f'<dl class="card-facts">{rows}</dl>' if rows else ""


def _reason_given(status: LineStatus) -> str:
    """As the list says it, where the sentence says in words of its own what kind of reason it is."""
    line = status.line
    return line.reason if line.reason_kind not in {None, ReasonKind.OTHER} else ""


def expected(status: LineStatus, language: str) -> str:
    """Nothing where nothing more comes, or no time is promised."""
    promised = status.judgement.period if status.line.pieces.coming else None
    return period_words(promised, language) if promised else ""
