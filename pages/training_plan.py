"""Planning trainings, dates, rooms and machines."""

from __future__ import annotations

from core.people.roles import Right
from ui.language import texts
from ui.prose import show_title
from ui.visitor import admitted

person = admitted(Right.PLAN_TRAININGS)
show_title(texts().planning.title)
