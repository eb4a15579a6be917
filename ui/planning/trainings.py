"""All trainings: what they are, and the way to their next date."""

from __future__ import annotations

import streamlit as st

from core.people.names import fold
from core.people.person import Person
from trainings.facts import Training
from trainings.planning.trainings import all_trainings
from ui.escaping import as_html, as_label
from ui.planning.acting import show_news
from ui.planning.views import show_views
from ui.planning.ways import DATE, NEW, TRAINING
from ui.planning.words import about_training, counted
from ui.portal import entrance
from ui.staff.acting import go
from ui.staff.fields import joined
from ui.staff.headings import show_words
from ui.texts import Texts

PLACE = "plan-trainings"
SEARCH, RETIRED = "plan-trainings-search", "plan-trainings-retired"
FEW = 5  # that are seen at a glance


def show_trainings(person: Person, t: Texts) -> None:
    show_views(t)
    show_news(PLACE)
    with entrance().database.read() as db:
        trainings = all_trainings(db, person, also_retired=True)
    st.button(
        t.planning.new_training, type="primary", icon=":material/add:", on_click=go, kwargs={TRAINING: NEW}
    )
    if not trainings:
        show_words(t.planning.no_trainings)
        return
    _show_narrowing(trainings, t)
    shown = [each for each in trainings if _is_wanted(each)]
    show_words(counted(len(shown), t.planning.one_training, t.planning.many_trainings))
    for training in shown:
        _show_row(training, t)


def _show_narrowing(trainings: list[Training], t: Texts) -> None:
    if len(trainings) > FEW:
        st.text_input(
            t.planning.search_trainings,
            key=SEARCH,
            placeholder=t.planning.search_trainings_hint,
            type="search",
            persist_state="page",
            max_chars=100,
        )
    if any(not each.active for each in trainings):
        st.checkbox(t.planning.also_retired, key=RETIRED, persist_state="page")


def _is_wanted(training: Training) -> bool:
    facts = (training.title, training.level, *training.devices, *training.topics, *training.audience)
    told = fold(" ".join(facts))
    words = fold(st.session_state.get(SEARCH) or "").split()
    return (training.active or bool(st.session_state.get(RETIRED))) and all(word in told for word in words)


def _show_row(training: Training, t: Texts) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"line-training-{training.id}"):
        with st.container(gap=None):
            st.button(
                f"**{as_label(training.title)}**",
                key=f"open-training-{training.id}",
                type="tertiary",
                on_click=go,
                kwargs={TRAINING: str(training.id)},
            )
            retired = "" if training.active else t.planning.retired
            about = joined([retired, *about_training(training, t)])
            st.html(f'<div class="plan-about"><p class="plan-where">{as_html(about)}</p></div>')
        if training.active:
            st.button(
                t.planning.new_date,
                key=f"date-of-training-{training.id}",
                help=as_label(t.planning.new_date_of.format(title=training.title)),
                on_click=go,
                kwargs={DATE: NEW, TRAINING: str(training.id)},
            )
