"""Planning trainings, dates, rooms and machines, school holidays, and answering wishes."""

from __future__ import annotations

import streamlit as st

from core.people.roles import Right
from ui.language import texts
from ui.planning.date import show_new_date, show_one_date
from ui.planning.dates import show_dates
from ui.planning.holidays import show_holidays
from ui.planning.resources import show_resource, show_resources
from ui.planning.training import show_training
from ui.planning.trainings import show_trainings
from ui.planning.ways import (
    DATE,
    HOLIDAYS,
    NEW,
    RESOURCE,
    RESOURCES,
    TRAINING,
    TRAININGS,
    WISHES,
    view,
)
from ui.planning.wishes import show_wishes
from ui.visitor import admitted

person = admitted(Right.PLAN_TRAININGS)
t = texts()
views = {TRAININGS: show_trainings, RESOURCES: show_resources, HOLIDAYS: show_holidays, WISHES: show_wishes}
match [st.query_params.get(name) for name in (DATE, TRAINING, RESOURCE)]:
    case [date, _, _] if date == NEW:
        show_new_date(person, t)
    case [str(date), _, _]:
        show_one_date(date, person, t)
    case [_, str(training), _]:
        show_training(training, person, t)
    case [_, _, str(resource)]:
        show_resource(resource, person, t)
    case _:
        views.get(view(), show_dates)(person, t)
