"""One order line: where its pieces are, and its history."""

from __future__ import annotations

from core.people.roles import Right
from ui.deliveries.line_page import show_line
from ui.language import texts
from ui.visitor import admitted

person = admitted(Right.SEE_DELIVERIES)
show_line(person, texts())
