"""What somebody has booked, waits for and has attended."""

from __future__ import annotations

from core.people.roles import Right
from ui.language import texts
from ui.trainings.my_page import show_my_trainings
from ui.visitor import admitted

person = admitted(Right.BOOK_TRAININGS)
show_my_trainings(person, texts())
