"""One date: what there is to know of it, its form, what can be done with it; and the form of a new one."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from core.people.person import Person
from trainings.facts import DateState, TrainingDate
from trainings.planning.dates import Overview, draft_of, planned_date
from trainings.refusals import NoSuchDate
from ui.escaping import as_html
from ui.planning.acting import head_of, is_said, place_of, save_date, save_new, show_news
from ui.planning.actions import show_cancel, show_copy, show_ways
from ui.planning.fields import clear, fill_once, put, take_length, typed_in, value
from ui.planning.form import show_fields
from ui.planning.knowledge import Known, look_up
from ui.planning.look import show_note
from ui.planning.rows import badges, where, who
from ui.planning.series import days_chosen
from ui.planning.typed import Typed, draft, news, typed_of
from ui.planning.ways import CANCEL, COPY, DO, NEW, TRAINING
from ui.planning.words import counted
from ui.portal import entrance
from ui.staff.acting import go, show_said
from ui.staff.fields import joined
from ui.staff.headings import show_heading, show_way_back, show_words
from ui.staff.numbers import NOBODY, as_number
from ui.texts import Texts
from ui.trainings.when import span


def show_new_date(person: Person, t: Texts) -> None:
    """The form of a date that is not there yet; the address may name its training."""
    known = look_up(person)
    show_way_back(t.planning.to_dates, go)
    show_heading(t.planning.new_date_title)
    if not known.trainings:
        show_words(t.planning.first_a_training)
        st.button(
            t.planning.new_training, type="primary", on_click=go, kwargs={TRAINING: NEW}, key="first-training"
        )
        return
    if not fill_once(NOBODY, Typed(place=t.planning.fablab), None):
        _take_training(known)
    show_fields(NOBODY, known, None, t)
    show_said(place_of(NOBODY))
    _show_save_new(t)


def show_one_date(written: str, person: Person, t: Texts) -> None:
    """The date with the number that stands in the address, whatever was written there."""
    seen = _seen(as_number(written), person)
    show_way_back(t.planning.to_dates, _go_back if seen is None else lambda: _go_back(seen.date.id))
    if seen is None:
        show_heading(t.planning.date_gone, t.planning.date_gone_explained)
        return
    now = datetime.now(UTC)
    _show_head(seen, now, t)
    match st.query_params.get(DO):
        case doing if doing == COPY:
            show_copy(seen.date, t)
        case doing if doing == CANCEL and _can_change(seen.date, now):
            show_cancel(seen, t)
        case _:
            show_ways(seen.date, _can_change(seen.date, now), t)
            if _can_change(seen.date, now):
                _show_form(seen, person, t)


def _seen(number: int, person: Person) -> Overview | None:
    with entrance().database.read() as db:
        try:
            return planned_date(db, number, person)
        except NoSuchDate:
            return None


def _can_change(date: TrainingDate, now: datetime) -> bool:
    return date.state is DateState.PLANNED and now < date.starts_at


def _show_head(seen: Overview, now: datetime, t: Texts) -> None:
    date = seen.date
    show_heading(date.training.title)
    st.html(
        f'<div class="plan-about plan-head"><p>{as_html(span(date, t))}</p>'
        f'<p class="plan-where">{as_html(joined([where(date, t), who(date, t)]))}</p>'
        f"{badges(seen, now, t)}</div>"
    )
    show_news(head_of(date.id))


def _show_form(seen: Overview, person: Person, t: Texts) -> None:
    date = seen.date
    known, began = look_up(person), draft_of(date)
    if fill_once(date.id, typed_of(began), began) and not is_said(place_of(date.id)):
        show_note(t.planning.changed_meanwhile)
    show_fields(date.id, known, date, t)
    show_said(place_of(date.id))
    typed = typed_in(date.id)
    told = seen.booked + seen.offered
    if told and typed.day and typed.training_id and news(began, draft(typed, typed.training_id, typed.day)):
        show_note(counted(told, t.planning.change_tells_one, t.planning.change_tells_many))
    st.button(
        t.planning.save, type="primary", on_click=save_date, args=(date.id,), key=f"save-date-{date.id}"
    )


def _show_save_new(t: Texts) -> None:
    days = days_chosen(NOBODY)
    label = t.planning.save_series.format(count=len(days)) if len(days) > 1 else t.planning.save_new
    with st.container(horizontal=True):
        st.button(label, type="primary", on_click=save_new, key="save-new-date")
        st.button(t.planning.discard, type="tertiary", on_click=_discard, key="discard-new-date")


def _take_training(known: Known) -> None:
    """The training that the address names, once."""
    named = as_number(st.query_params.get(TRAINING, ""))
    if named and value(NOBODY, "training_id") is None and any(each.id == named for each in known.trainings):
        put(NOBODY, training_id=named)
        take_length(NOBODY, known.trainings)


def _discard() -> None:
    clear(NOBODY)
    go()


def _go_back(number: int = NOBODY) -> None:
    """What was typed and not saved in a date is not kept; a new one is."""
    if number != NOBODY:
        clear(number)
    go()
