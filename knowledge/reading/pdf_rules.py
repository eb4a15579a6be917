"""The ruled lines drawn on a PDF page, and whether it has pictures."""

from __future__ import annotations

import ctypes
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c


class Rule(NamedTuple):
    """A thin straight line on the page, in the glyphs' coordinates."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def upright(self) -> bool:
        return self.top - self.bottom > self.right - self.left


def rules_and_pictures(page: pdfium.PdfPage) -> tuple[list[Rule], bool]:
    """The straight lines on the page, and whether there is a picture."""
    rules: list[Rule] = []
    has_pictures = False
    for item in page.get_objects(max_depth=2):
        if item.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            has_pictures = True
        elif item.type == pdfium_c.FPDF_PAGEOBJ_PATH and item.container is None:
            rules += _rules(item)
    return rules, has_pictures


_THIN = 2.5
_MANY_SEGMENTS = 400  # a drawing, not a grid


def _rules(path: pdfium.PdfObject) -> list[Rule]:
    """The straight lines of a path: itself where it is a thin bar, else its stroked segments."""
    left, bottom, right, top = path.get_bounds()
    width, height = right - left, top - bottom
    if min(width, height) <= _THIN:
        return [Rule(left, bottom, right, top)] if max(width, height) > 2 * _THIN else []
    count = pdfium_c.FPDFPath_CountSegments(path.raw)
    if count > _MANY_SEGMENTS or not _stroked(path):
        return []
    return _segments(path, count)


def _stroked(path: pdfium.PdfObject) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium_c.FPDFPath_GetDrawMode(path.raw, fill, stroke)) and bool(stroke.value)


def _segments(path: pdfium.PdfObject, count: int) -> list[Rule]:
    matrix = path.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    rules: list[Rule] = []
    start = here = (0.0, 0.0)
    for index in range(count):
        segment = pdfium_c.FPDFPath_GetPathSegment(path.raw, index)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        there = matrix.on_point(x.value, y.value)
        if pdfium_c.FPDFPathSegment_GetType(segment) == pdfium_c.FPDF_SEGMENT_LINETO:
            rules += _rule(here, there)
        elif pdfium_c.FPDFPathSegment_GetType(segment) == pdfium_c.FPDF_SEGMENT_MOVETO:
            start = there
        here = there
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            rules += _rule(here, start)
    return rules


def _rule(here: tuple[float, float], there: tuple[float, float]) -> list[Rule]:
    width, height = abs(here[0] - there[0]), abs(here[1] - there[1])
    if min(width, height) > _THIN or max(width, height) <= 2 * _THIN:
        return []
    return [
        Rule(min(here[0], there[0]), min(here[1], there[1]), max(here[0], there[0]), max(here[1], there[1]))
    ]
