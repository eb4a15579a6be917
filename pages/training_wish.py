"""Wishing for a training."""

from __future__ import annotations

from core.people.roles import Right
from ui.language import texts
from ui.visitor import admitted
from ui.wishes.form import show_wish_page

show_wish_page(admitted(Right.BOOK_TRAININGS), texts())
