"""Where in a document its page stands: what its address says, checked against the document."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.codes import as_typed
from retriever.catalogue import Chapter, Manual
from ui.desk import Desk
from ui.library.address import number, value

DOCUMENT = "d"


@dataclass(frozen=True, slots=True)
class Shown:
    """A document, and the chapter, page and second that are wanted of it."""

    manual: Manual
    chapter: Chapter | None
    page: int
    seconds: float | None

    @property
    def last_page(self) -> int:
        each = (block.page or 1 for chapter in self.manual.chapters for block in chapter.blocks)
        return self.manual.document.pages or max(each, default=1)


def shown(desk: Desk) -> Shown | None:
    """What the address names; None where there is no such document or the person may not read it."""
    target = desk.target(as_typed(value(DOCUMENT)))
    manual = desk.manual(target.document) if target else None
    if target is None or manual is None:
        return None
    wanted = {target.section, as_typed(value("abschnitt"))}
    chapter = next((chapter for chapter in manual.chapters if chapter.code in wanted), None)
    return _within(Shown(manual, chapter, _page(chapter), _seconds(chapter)))


def _within(place: Shown) -> Shown:
    page = min(max(place.page, 1), place.last_page)
    return Shown(place.manual, place.chapter, page, place.seconds)


def _page(chapter: Chapter | None) -> int:
    return number("seite") or (chapter.page if chapter else None) or 1


def _seconds(chapter: Chapter | None) -> float | None:
    given = number("sekunde")
    return float(given) if given else chapter.seconds if chapter else None
