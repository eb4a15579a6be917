"""Reading lists of deliveries in, and what is needed for it."""

from __future__ import annotations

from core.people.roles import Right
from ui.delivery_lists.lists_page import show_lists
from ui.language import texts
from ui.visitor import admitted

person = admitted(Right.MANAGE_DELIVERIES)
show_lists(person, texts())
