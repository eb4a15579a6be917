"""Mails: in a demonstration one's own, for the team those that could not be sent."""

from __future__ import annotations

from core.people.roles import Right
from ui.language import texts
from ui.prose import show_title
from ui.visitor import admitted

person = admitted(Right.OWN_ACCOUNT)
show_title(texts().post.title)
