"""A document in words: its key words in the reader's language, how long it is, when it was checked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from knowledge.kinds import RECORDINGS, DocumentKind
from retriever.facets import Facet
from retriever.narrowing import devices_of
from retriever.snapshot import IndexedDocument
from ui.places import clock, day
from ui.texts import Texts

KIND_ICONS = {
    DocumentKind.PDF: ":material/picture_as_pdf:",
    DocumentKind.TEXT: ":material/description:",
    DocumentKind.SLIDES: ":material/slideshow:",
    DocumentKind.WEB: ":material/article:",
    DocumentKind.VIDEO: ":material/play_circle:",
    DocumentKind.AUDIO: ":material/headphones:",
    DocumentKind.TRANSCRIPT: ":material/subtitles:",
}
DEVICES_SHOWN = 3


def word(facet: Facet, value: str, t: Texts) -> str:
    """A facet's word as the interface's language has it; as it is where the language has none for it."""
    if facet is Facet.KIND:
        return next((name for kind, name in t.kinds.items() if kind == value), value)
    return t.library.words.get(value, value)


def about(document: IndexedDocument, t: Texts) -> str:
    """Kind, length, devices and the day on which it was checked, on one line."""
    names = words(devices_of(document)[:DEVICES_SHOWN], t)
    when = document.facts.checked
    checked = t.library.checked.format(date=day(when, t)) if when else ""
    return joined([t.kinds[document.kind], length(document, t), names, checked])


def length(document: IndexedDocument, t: Texts) -> str:
    """How many pages, slides or minutes; empty where nothing is known."""
    if document.kind in RECORDINGS and document.duration:
        return t.library.minutes.format(time=clock(document.duration))
    if not document.pages:
        return ""
    if document.kind is DocumentKind.SLIDES:
        return t.library.one_slide if document.pages == 1 else _many(t.library.count_slides, document.pages)
    return t.library.one_page if document.pages == 1 else _many(t.library.count_pages, document.pages)


def words(values: Iterable[str], t: Texts) -> str:
    return ", ".join(t.library.words.get(value, value) for value in values)


def checked(document: IndexedDocument, today: date, t: Texts) -> tuple[str, bool]:
    """When it was checked, and whether that is too long ago."""
    when = document.facts.checked
    if when is None:
        return t.library.never_checked, False
    return t.library.checked_on.format(date=day(when, t)), is_long_ago(when, today)


def is_long_ago(when: date, today: date) -> bool:
    years = today.year - when.year
    return years > 1 or (years == 1 and (today.month, today.day) > (when.month, when.day))


def joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)


def _many(pattern: str, count: int) -> str:
    return pattern.format(count=count)
