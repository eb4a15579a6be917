"""The form of a training: what can be learned, for whom, with which devices, what a certificate counts."""

from __future__ import annotations

from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person
from core.people.roles import Right
from trainings.facts import Resource, ResourceKind, Training
from trainings.planning.resources import resources_of
from trainings.planning.trainings import (
    add_training,
    all_trainings,
    change_training,
    set_training_active,
)
from ui.language import texts
from ui.planning.acting import show_news
from ui.planning.look import show_note
from ui.planning.training_fields import fill_once, forget_fields, show_fields, typed_draft
from ui.planning.trainings import PLACE
from ui.planning.ways import NEW, TRAININGS
from ui.portal import entrance
from ui.staff.acting import attempt, go, show_said, tell
from ui.staff.headings import show_heading, show_way_back
from ui.staff.numbers import NOBODY, as_number
from ui.texts import Texts
from ui.view_row import VIEW


def show_training(written: str, person: Person, t: Texts) -> None:
    """The training with the number that stands in the address, or a new one."""
    number = NOBODY if written == NEW else as_number(written)
    training, machines = _look_up(number, person)
    show_way_back(t.planning.to_trainings, _go_back if training is None else lambda: _leave(number))
    if training is None and written != NEW:
        show_heading(t.planning.training_gone, t.planning.training_gone_explained)
        return
    show_heading(training.title if training else t.planning.new_training_title)
    show_news(_head(number))
    if training and not training.active:
        show_note(t.planning.retired_explained)
    fill_once(number, training)
    show_fields(number, machines, t)
    show_said(_place(number))
    _show_buttons(number, training, t)


def _look_up(number: int, person: Person) -> tuple[Training | None, list[Resource]]:
    with entrance().database.read() as db:
        trainings = all_trainings(db, person, also_retired=True)
        resources = resources_of(db, person)
    machines = [each for each in resources if each.kind is ResourceKind.MACHINE]
    return next((each for each in trainings if each.id == number), None), machines


def _show_buttons(number: int, training: Training | None, t: Texts) -> None:
    with st.container(horizontal=True):
        label = t.planning.save if training else t.planning.save_training
        st.button(label, type="primary", on_click=_save, args=(number,), key=f"save-training-{number}")
        if training:
            st.button(
                t.planning.retire if training.active else t.planning.bring_back,
                on_click=_set_active,
                args=(number, not training.active),
                type="tertiary",
                key=f"retire-training-{number}",
            )


def _save(number: int) -> None:
    draft = typed_draft(number)

    def use_case(db: Session, by: Person, now: datetime) -> Training:
        if number == NOBODY:
            return add_training(db, draft, by, now)
        return change_training(db, number, draft, by, now)

    def done(training: Training) -> None:
        said = texts().planning
        forget_fields(number)
        if number == NOBODY:
            go(**{VIEW: TRAININGS})
            tell(PLACE, said.training_added.format(title=training.title))
        else:
            tell(_head(number), said.saved)

    attempt(_place(number), Right.PLAN_TRAININGS, use_case, done)


def _set_active(number: int, active: bool) -> None:
    def use_case(db: Session, by: Person, now: datetime) -> None:
        set_training_active(db, number, active, by, now)

    def done(_: None) -> None:
        said = texts().planning
        tell(_head(number), said.brought_back if active else said.retired_now)

    attempt(_place(number), Right.PLAN_TRAININGS, use_case, done)


def _leave(number: int) -> None:
    """What was typed and not saved in a training is not kept; a new one is."""
    forget_fields(number)
    _go_back()


def _go_back() -> None:
    go(**{VIEW: TRAININGS})


def _place(number: int) -> str:
    return f"plan-training-{number}"


def _head(number: int) -> str:
    return f"plan-training-head-{number}"
