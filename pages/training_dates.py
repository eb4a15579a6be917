"""The trainings to look around in and to book."""

from __future__ import annotations

from core.people.roles import Right
from ui.language import texts
from ui.trainings.browsing import show_trainings
from ui.visitor import admitted

person = admitted(Right.BOOK_TRAININGS)
show_trainings(person, texts())
