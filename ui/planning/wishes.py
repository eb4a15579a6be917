"""What schools have wished for, in the row of the planning views."""

from __future__ import annotations

from core.people.person import Person
from ui.planning.views import show_views
from ui.texts import Texts
from ui.wishes.desk import show_wish_desk


def show_wishes(person: Person, t: Texts) -> None:
    show_views(t)
    show_wish_desk(person, t)
