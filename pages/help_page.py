"""Help: what Lotse can do, how to get on, whom to ask, and how accessible it is."""

from __future__ import annotations

from core.settings import load_settings
from ui.help import show_access, show_ask, show_keyboard, show_people, show_roles, show_signing_in
from ui.language import language, texts
from ui.prose import show_title
from ui.visitor import visitor

t = texts()
settings = load_settings()
show_title(t.help.title, t.help.lead)
show_ask(language(), t)
show_signing_in(settings, language(), t)
show_roles(visitor(), t)
show_keyboard(t)
show_people(t)
show_access(settings, t)
