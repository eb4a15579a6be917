"""Mails: in a demonstration one's own, for the team those that could not be sent."""

from __future__ import annotations

from core.mail.reading import own_mails, troubles
from core.people.person import may
from core.people.roles import Right
from core.settings import load_settings
from ui.language import texts
from ui.portal import entrance
from ui.post import show_none, show_own, show_troubles
from ui.prose import show_title
from ui.visitor import admitted

t, settings = texts(), load_settings()
sends = settings.smtp_host is not None
person = admitted(Right.OWN_ACCOUNT)
with entrance().database.read() as db:
    mails = own_mails(db, person) if settings.demo else ()
    found = troubles(db, person) if may(person, Right.READ_OUTBOX) else None

kept_here = settings.demo and not sends
show_title(
    t.post.title, t.post.own_explained if kept_here else t.post.only_by_mail.format(email=person.email)
)
show_own(mails, settings.public_url, t)
if kept_here and not mails:
    show_none(t)
if found:
    show_troubles(found, sends, t)
