"""One order line: where its pieces are, and its history."""

from __future__ import annotations

from core.people.person import Person
from ui.prose import show_title
from ui.texts import Texts


def show_line(person: Person, t: Texts) -> None:
    show_title(t.deliveries.page, "")
