"""What was ordered for a school: what is here, what comes, what is late."""

from __future__ import annotations

from core.people.roles import Right
from ui.deliveries.school_page import show_school
from ui.language import texts
from ui.visitor import admitted

person = admitted(Right.SEE_DELIVERIES)
show_school(person, texts())
