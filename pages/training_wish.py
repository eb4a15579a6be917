"""Wishing for a training."""

from __future__ import annotations

from core.people.roles import Right
from ui.language import texts
from ui.trainings.wish_form import show_wish_page
from ui.visitor import admitted

show_wish_page(admitted(Right.BOOK_TRAININGS), texts())
