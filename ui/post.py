"""The page about mails: one's own in a demonstration, and for the team those that do not go out."""

from __future__ import annotations

import re
from collections.abc import Sequence

import streamlit as st

from core.mail.outbox import Waiting
from core.mail.reading import Mail, Troubles
from core.mail.sending import EXPIRED
from ui.escaping import as_html, as_label
from ui.language import language
from ui.moments import written_moment
from ui.prose import paragraph, show_section, show_words
from ui.staff.tables import show_table
from ui.texts import Texts
from ui.trainings.ways import TRAININGS


def show_own(mails: Sequence[Mail], portal: str, t: Texts) -> None:
    """Each mail folded away behind its subject, the newest one open."""
    for number, mail in enumerate(mails):
        icon = ":material/event:" if mail.calendar else ":material/mail:"
        with st.expander(as_label(mail.subject), expanded=number == 0, icon=icon):
            _show_mail(mail, portal, t)


def show_none(t: Texts) -> None:
    """There is nothing to read, and how that changes."""
    way = f'<a class="button" href="{as_html(TRAININGS)}?lang={language()}">{as_html(t.post.find_one)}</a>'
    show_words(f'<p class="lead">{as_html(t.post.none)}</p>', paragraph(t.post.none_explained), way)


def show_troubles(found: Troubles, sends: bool, t: Texts) -> None:
    """What the team must know; `sends` where a mail server is set."""
    if not sends:
        words = t.post.no_server.format(count=found.untried)
    else:
        words = t.post.troubles_explained if found.mails else t.post.no_troubles
    show_section(t.post.troubles, paragraph(words))
    if found.mails:
        show_table(t.post.columns, (_line(mail, t) for mail in found.mails))
    if found.count > len(found.mails):
        show_words(paragraph(t.post.not_all.format(shown=len(found.mails), count=found.count)))


def linked(text: str, portal: str) -> str:
    """The text as HTML; addresses of the portal's own pages, and no others, can be followed."""
    # After two slashes a browser would read another host.
    pieces = re.split(rf"({re.escape(portal)}/(?![/\\])\S*)", text)
    return "".join(
        _link(piece, portal) if number % 2 else as_html(piece) for number, piece in enumerate(pieces)
    )


def _link(address: str, portal: str) -> str:
    return f'<a href="{as_html(address.removeprefix(portal))}">{as_html(address)}</a>'


def _show_mail(mail: Mail, portal: str, t: Texts) -> None:
    about = [written_moment(mail.written_at, t)] + [t.post.with_calendar] * mail.calendar
    paragraphs = (linked(part, portal).replace("\n", "<br>") for part in mail.text.strip().split("\n\n"))
    said = "".join(f"<p>{part}</p>" for part in paragraphs)
    st.html(f'<div class="words"><p class="quiet">{as_html(" · ".join(about))}</p>{said}</div>')


def _line(mail: Waiting, t: Texts) -> tuple[str, ...]:
    error = t.post.expired if mail.error == EXPIRED else mail.error or ""
    next_try = written_moment(mail.next_try_at, t) if mail.next_try_at else t.post.given_up
    tries = t.post.one_try if mail.tries == 1 else t.post.tries.format(count=mail.tries)
    return (
        f"{mail.recipient}\n{mail.subject}",
        f"{written_moment(mail.created_at, t)}\n{tries}",
        error,
        next_try,
    )
