"""Privacy: what is kept about people, why, how long, who sees it, and what they can do about it."""

from __future__ import annotations

from core.settings import load_settings
from ui.language import language, texts
from ui.portal import entrance
from ui.privacy import (
    show_cookies,
    show_kept,
    show_questions,
    show_responsible,
    show_rights,
    show_seen_by,
    show_short,
)

t = texts()
settings = load_settings()
show_short(t)
show_responsible(settings, t)
show_kept(settings, t)
show_questions(settings, t)
show_seen_by(settings, t)
show_rights(language(), t)
show_cookies(entrance(), t)
