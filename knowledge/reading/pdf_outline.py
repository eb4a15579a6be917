"""The bookmarks of a PDF as headings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from knowledge.reading.pdf_hyphens import join_lines
from knowledge.reading.pdf_lines import Line, Table

_FEWEST = 2
_NOT_LETTERS = re.compile(r"[\W_]+")
_NUMBERING = re.compile(r"(?:kapitel|anhang|chapter|appendix|teil|part)?[\divxabcdef]{0,8}$")
_LINES_OF_A_HEADING = 3
_DEEP_NUMBER = re.compile(r"(\d+(?:\.\d+){2,5})\.?\s+\S")
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Bookmark:
    """`page` counts from 1, `level` from 0; `top` is the height on the page, where the bookmark says so."""

    level: int
    title: str
    page: int
    top: float | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its depth (0 is the outermost)."""

    level: int
    text: str
    page: int


def bookmarks_of(document: pdfium.PdfDocument) -> list[Bookmark]:
    """The bookmarks with a page; empty where there are too few to be the document's structure."""
    found = []
    for item in document.get_toc():
        target = item.get_dest()
        title = " ".join(item.get_title().split())
        if target is None or target.get_index() is None or not title:
            continue
        found.append(Bookmark(item.level, title, target.get_index() + 1, _height(target)))
    return found if len(found) >= _FEWEST else []


def _height(target: pdfium.PdfDest) -> float | None:
    mode, numbers = target.get_view()
    if mode == pdfium_c.PDFDEST_VIEW_XYZ and len(numbers) >= 2:
        return float(numbers[1])
    if mode == pdfium_c.PDFDEST_VIEW_FITH and numbers:
        return float(numbers[0])
    return None


def with_headings(
    items: Sequence[Line | Table], bookmarks: Sequence[Bookmark]
) -> list[Line | Table | Heading]:
    """A page's lines and tables with the lines that are headings replaced. A bookmark whose words do not
    stand on the page becomes a heading at its height, or at the page's start."""
    result: list[Line | Table | Heading] = list(items)
    searched_to = 0
    for mark in bookmarks:
        place = _place(result, mark, searched_to)
        if place is None:
            index = _insertion(result, mark, searched_to)
            result.insert(index, Heading(mark.level, mark.title, mark.page))
        else:
            index, length = place
            text = join_lines(line.text for line in result[index : index + length] if isinstance(line, Line))
            result[index : index + length] = [Heading(mark.level, text, mark.page)]
        searched_to = index + 1
    return [_numbered_heading(item) if isinstance(item, Line) else item for item in result]


def _numbered_heading(line: Line) -> Line | Heading:
    """The line, or the heading it is although no bookmark leads to it: bold, with a number such as
    6.3.7.1."""
    found = _DEEP_NUMBER.match(line.text)
    if found and line.bold and len(line.text) <= _LONGEST:
        return Heading(found.group(1).count("."), line.text, line.page)
    return line


def _place(items: Sequence[Line | Table | Heading], mark: Bookmark, start: int) -> tuple[int, int] | None:
    """The index and number of the lines that say the bookmark's title, the ones nearest to its height."""
    wanted = letters(mark.title)
    places = []
    for index in range(start, len(items)):
        length = _lines_saying(items, index, wanted)
        if length:
            line = items[index]
            distance = abs(mark.top - line.top) if mark.top is not None and isinstance(line, Line) else 0
            places.append((distance, index, length))
    return min(places)[1:] if places else None


def _lines_saying(items: Sequence[Line | Table | Heading], index: int, wanted: str) -> int:
    said = ""
    for length in range(1, _LINES_OF_A_HEADING + 1):
        line = items[index + length - 1] if index + length <= len(items) else None
        if not isinstance(line, Line):
            return 0
        said += letters(line.text)
        if said.endswith(wanted) and _NUMBERING.match(said.removesuffix(wanted)):
            return length
        if len(said) > len(wanted) + 10:
            return 0
    return 0


def _insertion(items: Sequence[Line | Table | Heading], mark: Bookmark, start: int) -> int:
    if mark.top is None:
        return start
    for index in range(start, len(items)):
        item = items[index]
        if isinstance(item, Line | Table) and item.top <= mark.top + 2:
            return index
    return len(items)


def letters(text: str) -> str:
    """Only the letters and digits, in one form, so that two spellings of one text are equal."""
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFKC", text).casefold())
