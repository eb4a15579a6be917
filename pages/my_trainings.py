"""What somebody has booked, waits for and has attended."""

from __future__ import annotations

from core.people.roles import Right
from ui.language import texts
from ui.prose import show_title
from ui.visitor import admitted

person = admitted(Right.BOOK_TRAININGS)
show_title(texts().trainings.mine_title)
