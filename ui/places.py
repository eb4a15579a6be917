"""A citation in words: where the place is, what kind of document it stands in, of when it is."""

from __future__ import annotations

from datetime import date

from knowledge.kinds import RECORDINGS, DocumentKind
from retriever.answer import Citation
from ui.texts import Texts


def clock(seconds: float) -> str:
    """A moment as a player shows it: 0:42, 12:05, 1:02:03."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def place(citation: Citation, t: Texts) -> str:
    """The place in its document ("Seite 2", "ab 0:42", "Abschnitt „WLAN“"); empty where it is the whole."""
    if citation.seconds is not None:
        return t.moment.format(time=clock(citation.seconds))
    if citation.page is not None:
        pattern = t.slide if citation.kind is DocumentKind.SLIDES else t.page
        return pattern.format(number=citation.page)
    return t.section.format(heading=citation.heading_path[-1]) if citation.heading_path else ""


def day(when: date, t: Texts) -> str:
    """A date as a person writes it."""
    return t.day.format(day=when.day, month=t.months.split()[when.month - 1], year=when.year)


def description(citation: Citation, t: Texts) -> str:
    """Kind, place (or the headings above it) and date on one line."""
    paged = citation.page is not None or citation.seconds is not None
    where = place(citation, t) if paged else " › ".join(citation.heading_path)
    dated = t.as_of.format(date=day(citation.date, t)) if citation.date else ""
    return " · ".join(part for part in (t.kinds[citation.kind], where, dated) if part)


def is_recording(citation: Citation) -> bool:
    """Whether the place is a moment that can be played."""
    return citation.kind in RECORDINGS and citation.seconds is not None


def invitation(citation: Citation, kept: bool, t: Texts) -> str:
    """What the button says that brings the place onto the screen; `kept` where its file is still there."""
    if kept and is_recording(citation) and citation.seconds is not None:
        return t.play_from.format(time=clock(citation.seconds))
    paged = citation.kind is DocumentKind.PDF and citation.page
    return t.show_page if kept and paged else t.read_place
