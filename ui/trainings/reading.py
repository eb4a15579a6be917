"""What is worth knowing of a date before one comes."""

from __future__ import annotations

import streamlit as st

from trainings.facts import TrainingDate
from ui.escaping import as_html
from ui.prose import show_section
from ui.texts import Texts
from ui.trainings.when import duration

BLANK_LINE = "\n\n"


def show_reading(date: TrainingDate, t: Texts) -> None:
    training = date.training
    if training.aim:
        show_section(t.trainings.aim, _paragraphs(training.aim))
    if training.preparation:
        show_section(t.trainings.preparation, _paragraphs(training.preparation))
    st.html(f'<h2 class="section">{as_html(t.trainings.good_to_know)}</h2>{_facts(date, t)}')


def _paragraphs(text: str) -> str:
    """Lines that begin with a dash are a list."""
    return "".join(map(_paragraph, text.strip().split(BLANK_LINE)))


def _paragraph(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if lines and all(line.startswith(("- ", "• ", "* ")) for line in lines):
        return f"<ul>{''.join(f'<li>{as_html(line[2:])}</li>' for line in lines)}</ul>"
    return f"<p>{'<br>'.join(map(as_html, lines))}</p>"


def _facts(date: TrainingDate, t: Texts) -> str:
    """Pairs of a name and what it is, without those of which nothing is known."""
    told = {
        t.trainings.for_whom: _for_whom(date, t),
        t.trainings.level: t.library.words.get(date.training.level, date.training.level),
        t.trainings.about: _about(date, t),
        t.trainings.takes: duration(date.training.minutes, t),
        t.trainings.counts: _certificate(date.training.certificate_minutes, t),
        t.trainings.authorises: _authorises(date, t),
    }
    rows = (
        f"<div><dt>{as_html(name)}</dt><dd>{as_html(is_)}</dd></div>" for name, is_ in told.items() if is_
    )
    return f'<dl class="good-to-know">{"".join(rows)}</dl>'


def _for_whom(date: TrainingDate, t: Texts) -> str:
    if date.school:
        return t.trainings.only_for.format(school=date.school)
    kinds = ", ".join(t.staff.kinds[kind] for kind in date.training.audience)
    return kinds or t.trainings.for_all


def _about(date: TrainingDate, t: Texts) -> str:
    words = dict.fromkeys((*date.training.topics, *date.training.devices))
    return ", ".join(t.library.words.get(word, word) for word in words)


def _certificate(minutes: int, t: Texts) -> str:
    return t.trainings.counts_for.format(time=duration(minutes, t)) if minutes else t.trainings.counts_nothing


def _authorises(date: TrainingDate, t: Texts) -> str:
    training = date.training
    if not training.authorises or not training.authorises_months:
        return ""
    months = training.authorises_months
    time = t.trainings.one_month if months == 1 else t.trainings.months.format(count=months)
    return t.trainings.authorises_for.format(machine=training.authorises.name, time=time)
