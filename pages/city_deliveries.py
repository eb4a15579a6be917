"""The deliveries of all schools, milestones and proofs."""

from __future__ import annotations

from core.people.roles import Right
from ui.city.city_page import show_city
from ui.language import texts
from ui.visitor import admitted

person = admitted(Right.MANAGE_DELIVERIES)
show_city(person, texts())
