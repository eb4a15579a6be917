"""One date of a training: what it brings, and a seat."""

from __future__ import annotations

from core.people.roles import Right
from ui.language import texts
from ui.trainings.date_page import show_date
from ui.visitor import admitted

person = admitted(Right.BOOK_TRAININGS)
show_date(person, texts())
