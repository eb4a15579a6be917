"""PDF documents, with text or scanned → sections with heading paths and pages."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2 as pdfium

from knowledge.reading.errors import Damaged, NeedsRecognition
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.ocr import RecognitionFailed, tesseract_available
from knowledge.reading.pdf_blocks import sections_of
from knowledge.reading.pdf_columns import in_reading_order
from knowledge.reading.pdf_file import open_pdf
from knowledge.reading.pdf_fonts import looks_of, with_headings_by_looks, with_minor_headings
from knowledge.reading.pdf_furniture import without_contents, without_furniture
from knowledge.reading.pdf_glyphs import turned
from knowledge.reading.pdf_lines import Line, Table
from knowledge.reading.pdf_metadata import date_of, language_of, title_of
from knowledge.reading.pdf_outline import Bookmark, bookmarks_of, with_headings
from knowledge.reading.pdf_rules import Rule
from knowledge.reading.pdf_runs import Run, runs_of
from knowledge.reading.pdf_scans import runs_of_scan
from knowledge.reading.pdf_sheet import Sheet, read_sheet
from knowledge.reading.pdf_spacing import Item, spacing_of
from knowledge.reading.section import Reading

_SHARE_FOR_RECOGNITION = 0.8  # of the seconds allowed; the rest is for what follows
_UNREADABLE_SHARE = 0.3  # of a page's characters without a meaning: a font that hides its letters


@dataclass(slots=True)
class _Pages:
    """The runs, rules and edges (lower, upper) of each page, and what could not be read (page numbers from
    1)."""

    runs: list[list[Run]] = field(default_factory=list)
    rules: list[list[Rule]] = field(default_factory=list)
    edges: list[tuple[float, float]] = field(default_factory=list)
    pictures_only: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    recognised: list[int] = field(default_factory=list)
    skipped: list[int] = field(default_factory=list)


def read_pdf(path: Path, limits: Limits, recognition: Recognition) -> Reading:
    """The PDF's text in reading order under its headings. Raises an Unreadable that says what is wrong."""
    started = time.monotonic()
    with open_pdf(path, limits) as document:
        pages = _read_pages(document)
        if pages.pictures_only and tesseract_available(recognition.tesseract_languages):
            deadline = started + limits.seconds * _SHARE_FOR_RECOGNITION
            _recognise(document, pages, recognition.tesseract_languages, deadline)
        _require_text(pages)
        return _reading(document, pages, path)


def _read_pages(document: pdfium.PdfDocument) -> _Pages:
    pages = _Pages()
    for index in range(len(document)):
        try:
            page = document[index]
        except pdfium.PdfiumError:
            pages.broken.append(index + 1)
            _add(pages, [], [], (0, 0))
            continue
        try:
            _read_page(page, pages, index + 1)
        finally:
            page.close()
    if len(pages.broken) == len(document):
        raise Damaged("The PDF is damaged: none of its pages can be opened; export or download it again.")
    return pages


def _read_page(page: pdfium.PdfPage, pages: _Pages, number: int) -> None:
    sheet = read_sheet(page)
    legible = _legible(sheet)
    if not legible and (sheet.has_pictures or sheet.glyphs):
        pages.pictures_only.append(number)
    _, low, _, high = turned(page.get_cropbox(), sheet.turns)
    _add(pages, runs_of(sheet.glyphs, sheet.rules) if legible else [], sheet.rules, (low, high))


def _add(pages: _Pages, runs: list[Run], rules: list[Rule], edges: tuple[float, float]) -> None:
    pages.runs.append(runs)
    pages.rules.append(rules)
    pages.edges.append(edges)


def _legible(sheet: Sheet) -> bool:
    ink = [glyph.text for glyph in sheet.glyphs if glyph.text != " "]
    strange = sum(text == "\ufffd" or text < " " or "\ue000" <= text <= "\uf8ff" for text in ink)
    return bool(ink) and strange <= _UNREADABLE_SHARE * len(ink)


def _recognise(document: pdfium.PdfDocument, pages: _Pages, languages: str, deadline: float) -> None:
    for number in list(pages.pictures_only):
        left = deadline - time.monotonic()
        if left <= 0:
            pages.skipped.append(number)
            continue
        page = document[number - 1]
        try:
            pages.runs[number - 1] = runs_of_scan(page, languages, left)
            pages.edges[number - 1] = (0, page.get_height())
        except RecognitionFailed:
            continue
        finally:
            page.close()
        if pages.runs[number - 1]:
            pages.pictures_only.remove(number)
            pages.recognised.append(number)


def _require_text(pages: _Pages) -> None:
    if any(pages.runs):
        return
    if pages.skipped:
        raise NeedsRecognition(
            "The PDF is scanned, and recognising its text took too long; allow more seconds or split it."
        )
    if not pages.pictures_only:
        raise NeedsRecognition("The PDF has no text on any page; export it again from the original.")
    raise NeedsRecognition(
        "The PDF is scanned and has no text: it needs OCR; install Tesseract or save it with recognised text."
    )


def _reading(document: pdfium.PdfDocument, pages: _Pages, path: Path) -> Reading:
    laid_out = _laid_out(pages)
    first = in_reading_order(pages.runs[0], pages.rules[0], 1)
    title = title_of(document, first, path)
    items = _with_headings(laid_out, bookmarks_of(document))
    return Reading(
        title,
        sections_of(items, spacing_of(items), title),
        date=date_of(document),
        language=language_of(document),
        pages=len(document),
        notices=_notices(pages),
    )


def _laid_out(pages: _Pages) -> list[list[Line | Table]]:
    cleaned = without_furniture(pages.runs, pages.edges)
    return [
        in_reading_order(without_contents(runs), rules, number)
        for number, (runs, rules) in enumerate(zip(cleaned, pages.rules, strict=True), 1)
    ]


def _with_headings(pages: Sequence[Sequence[Line | Table]], bookmarks: Sequence[Bookmark]) -> list[Item]:
    looks = looks_of(pages)
    items: list[Item] = []
    for number, page in enumerate(pages, 1):
        if bookmarks:
            marked = with_headings(page, [mark for mark in bookmarks if mark.page == number])
            items += with_minor_headings(marked, looks.body)
        else:
            items += with_headings_by_looks(page, looks)
    return items


def _notices(pages: _Pages) -> tuple[str, ...]:
    unread = [number for number in pages.pictures_only if number not in pages.skipped]
    facts = (
        (unread, "no text (pictures only)", "has", "have"),
        (pages.skipped, "not read: recognising the scanned text took too long", "was", "were"),
        (pages.broken, "damaged and left out", "is", "are"),
        (pages.recognised, "scanned; its text was recognised and may have errors", "is", "are"),
    )
    return tuple(
        f"page {numbers[0]} {one} {fact}" if len(numbers) == 1 else f"pages {_ranges(numbers)} {many} {fact}"
        for numbers, fact, one, many in facts
        if numbers
    )


def _ranges(numbers: Sequence[int]) -> str:
    """1, 2, 3, 5 → "1–3, 5"."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    return ", ".join(str(span[0]) if len(span) == 1 else f"{span[0]}–{span[-1]}" for span in spans)
