"""Title, date and language as a PDF states them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from knowledge.reading.pdf_hyphens import join_lines
from knowledge.reading.pdf_lines import Line, Table

_DATE = re.compile(r"(?:D:)?(\d{4})-?(\d{2})-?(\d{2})")
_NO_TITLE = re.compile(
    r"^(microsoft (word|powerpoint|excel)\b.*|untitled.*|unbenannt.*|ohne titel.*|powerpoint.*|slide 1|\W*"
    r"|(dokument|document|präsentation|presentation)\s*\d*|(scan|img|doc)[\d_\-]*"
    r"|\S+\.(docx?|odt|pdf|pptx?|odp|indd|tex|dvi|rtf|xlsx?|html?|pages|qxd))$",
    re.IGNORECASE,
)
_LONGEST = 150
_FEWEST_LETTERS = 3


def title_of(document: pdfium.PdfDocument, first_page: Sequence[Line | Table], path: Path) -> str:
    """The title in the metadata where it is one, else the largest text on the first page, else the file's
    name."""
    stated = " ".join(document.get_metadata_value("Title").split())
    if stated and stated != path.stem and not _NO_TITLE.match(stated):
        return stated
    return _largest([item for item in first_page if isinstance(item, Line)]) or path.stem


def _largest(lines: Sequence[Line]) -> str:
    worded = [line for line in lines if sum(map(str.isalpha, line.text)) >= _FEWEST_LETTERS]
    if not worded:
        return ""
    size = max(line.size for line in worded)
    usual = sorted(line.size for line in worded)[(len(worded) - 1) // 2]
    start = next(index for index, line in enumerate(worded) if line.size == size)
    if size <= usual and not (start == 0 and worded[0].bold):
        return ""
    group = [worded[start]]
    for line in worded[start + 1 : start + 3]:
        if (line.size, line.bold) != (size, group[0].bold) or group[-1].bottom - line.top > size:
            break
        group.append(line)
    title = join_lines(line.text for line in group)
    return title if len(title) <= _LONGEST else ""


def date_of(document: pdfium.PdfDocument) -> date | None:
    """The day of the last change, or of creation."""
    for key in ("ModDate", "CreationDate"):
        found = _DATE.match(document.get_metadata_value(key))
        if found:
            try:
                return date(*map(int, found.groups()))
            except ValueError:
                continue
    return None


def language_of(document: pdfium.PdfDocument) -> str | None:
    """ "de" or "en" where the document states it."""
    length = pdfium_c.FPDFCatalog_GetLanguage(document.raw, None, 0)
    if length <= 2:
        return None
    buffer = (pdfium_c.FPDF_WCHAR * (length // 2))()
    pdfium_c.FPDFCatalog_GetLanguage(document.raw, buffer, length)
    language = bytes(buffer).decode("utf-16-le", "replace").strip("\0").casefold()[:2]
    return language if language in ("de", "en") else None
