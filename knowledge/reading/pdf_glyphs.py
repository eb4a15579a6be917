"""The characters of a PDF page with their places and fonts."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_BOLD_NAME = re.compile(r"bold|black|heavy|demi|cmbx|-bd\b", re.IGNORECASE)
_MONO_NAME = re.compile(r"mono|nimbusmon|courier|consol|menlo|typewriter|cmtt|lmtt|code(?!c)", re.IGNORECASE)
_FIXED_PITCH = 1
_FORCE_BOLD = 1 << 18
_BOLD_WEIGHT = 600
_PDFIUM_HYPHEN = 0x02  # PDFium's sign for a hyphen at the end of a line


class Style(NamedTuple):
    size: float
    bold: bool
    mono: bool
    angle: int  # quarter turns against the clock


class Glyph(NamedTuple):
    """A character and its box in points, x to the right and y upwards, turned so that the page's main text
    is upright."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    style: Style


def read_glyphs(page: pdfium.PdfPage) -> tuple[list[Glyph], int]:
    """The upright characters in the order of the file, and by how many quarter turns their coordinates
    were turned."""
    glyphs = _glyphs(page)
    turns = _main_angle(glyphs)
    return [_turned_glyph(g, turns) if turns else g for g in glyphs if g.style.angle == turns], turns


def turned(box: tuple[float, float, float, float], turns: int) -> tuple[float, float, float, float]:
    """The box (left, bottom, right, top) after that many quarter turns with the clock around the origin."""
    left, bottom, right, top = box
    for _ in range(turns % 4):
        left, bottom, right, top = bottom, -right, top, -left
    return left, bottom, right, top


def _turned_glyph(glyph: Glyph, turns: int) -> Glyph:
    return Glyph(glyph.text, *turned((glyph.left, glyph.bottom, glyph.right, glyph.top), turns), glyph.style)


def _main_angle(glyphs: list[Glyph]) -> int:
    angles = Counter(glyph.style.angle for glyph in glyphs)
    return angles.most_common(1)[0][0] if angles else 0


def _glyphs(page: pdfium.PdfPage) -> list[Glyph]:
    textpage = page.get_textpage()
    try:
        return _read_glyphs(textpage)
    finally:
        textpage.close()


def _read_glyphs(textpage: pdfium.PdfTextPage) -> list[Glyph]:
    handle, box, found = textpage.raw, pdfium_c.FS_RECTF(), []
    get_code, get_box, get_object = (
        pdfium_c.FPDFText_GetUnicode,
        pdfium_c.FPDFText_GetLooseCharBox,
        pdfium_c.FPDFText_GetTextObject,
    )
    styles: dict[int | None, Style] = {}
    pending = ""
    for index in range(textpage.count_chars()):
        code = get_code(handle, index)
        if code in (0x0D, 0x0A, 0):
            continue
        if 0xD800 <= code < 0xDC00:
            pending = chr(code)
            continue
        text = "-" if code == _PDFIUM_HYPHEN else _plain(pending + chr(code))
        pending = ""
        get_box(handle, index, box)
        text_object = get_object(handle, index)
        address = ctypes.cast(text_object, ctypes.c_void_p).value if text_object else None
        style = styles.get(address)
        if style is None:
            style = styles[address] = _style(handle, index, text_object, box.top - box.bottom)
        found.append(Glyph(text, box.left, box.bottom, box.right, box.top, style))
    return list(_one_box_each(found))


_LONGEST_LIGATURE = 3  # "ffi"


def _one_box_each(glyphs: list[Glyph]) -> Iterator[Glyph]:
    """Letters of a ligature side by side in its box; a whole word in one box is the name of an icon, and
    goes."""
    for _, group in groupby(glyphs, key=lambda glyph: glyph[1:5]):
        letters = list(group)
        if len(letters) == 1:
            yield letters[0]
            continue
        if len(letters) > _LONGEST_LIGATURE:
            continue
        left, width = letters[0].left, (letters[0].right - letters[0].left) / len(letters)
        for index, letter in enumerate(letters):
            yield letter._replace(left=left + index * width, right=left + (index + 1) * width)


def _plain(text: str) -> str:
    if text < "\x7f":
        return text if text >= " " else " "
    if len(text) == 2:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if "\ufb00" <= text <= "\ufb06":  # ligatures such as ﬁ
        return unicodedata.normalize("NFKC", text)
    if text in "\xa0\u2002\u2003\u2007\u2009\u202f\u200b":
        return " "
    return "-" if text in "\u2010\u2011" else text


def _style(handle: Any, index: int, text_object: Any, height: float) -> Style:
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium_c.FPDFText_GetFontInfo(handle, index, name, 128, flags)
    font = name.value.decode("utf-8", "replace")
    weight = pdfium_c.FPDFText_GetFontWeight(handle, index)
    size, angle = _size_and_angle(handle, index, text_object)
    if (
        height > 0 and not 0.5 < height / max(size, 0.01) < 2.5
    ):  # a scale outside the text object, for example a form's
        size = height * 0.9
    bold = bool(_BOLD_NAME.search(font)) or weight >= _BOLD_WEIGHT or bool(flags.value & _FORCE_BOLD)
    mono = bool(_MONO_NAME.search(font)) or bool(flags.value & _FIXED_PITCH)
    return Style(round(size * 2) / 2, bold, mono, angle)


def _size_and_angle(handle: Any, index: int, text_object: Any) -> tuple[float, int]:
    size: float = pdfium_c.FPDFText_GetFontSize(handle, index)
    matrix = pdfium_c.FS_MATRIX()
    if not text_object or not pdfium_c.FPDFPageObj_GetMatrix(text_object, matrix):
        return size, 0
    quarter = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
    return size * math.hypot(matrix.c, matrix.d), quarter
