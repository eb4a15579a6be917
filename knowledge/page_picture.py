"""The picture of a PDF page with the cited passages marked."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from knowledge.page_marks import Area, find_marks
from knowledge.reading.pdf_file import open_pdf
from knowledge.reading.pdf_glyphs import read_glyphs, turned

Box = tuple[int, int, int, int]

_INK = (255, 213, 74)  # #ffd54a
_STRENGTH = 0.45
_EDGE = (212, 160, 23)  # #d4a017
_PADDING = 3  # pixels at a width of 900
_NEXT_LINE = 1.1  # line heights of white between two lines of one mark
_ALIGNED = 2  # pixels
_COMPRESSION = 3  # the quickest of those that make small pictures
_HIGHEST = 4  # times the width: a page longer than that is drawn narrower
_EXCERPT_MARGIN = 0.05  # of the width, around the marks


class NoSuchPage(Exception):
    """The document does not have this page."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A PNG of a page. `boxes` are the marks as (left, top, right, bottom) in its pixels; none where the
    passages were not found."""

    png: bytes
    width: int
    height: int
    boxes: tuple[Box, ...]


def page_picture(path: Path, page: int, marked: Sequence[str], width: int = 900) -> PagePicture:
    """The page (from 1), with the passages marked. They are recognised by their letters and digits, so
    blanks, hyphens and list numbers do not matter; of a passage that is only partly on the page, the
    part is marked. Raises NoSuchPage, or Unreadable."""
    picture, boxes = _marked_page(path, page, marked, width)
    return _as_png(picture, boxes)


def excerpt(path: Path, page: int, marked: Sequence[str], width: int = 900) -> PagePicture:
    """Only the part of the page around the marks, over the whole width; the whole page where nothing was
    found."""
    picture, boxes = _marked_page(path, page, marked, width)
    if not boxes:
        return _as_png(picture, boxes)
    margin = round(width * _EXCERPT_MARGIN)
    top = max(0, min(box[1] for box in boxes) - margin)
    bottom = min(picture.height, max(box[3] for box in boxes) + margin)
    moved = [(left, upper - top, right, lower - top) for left, upper, right, lower in boxes]
    return _as_png(picture.crop((0, top, picture.width, bottom)), moved)


def _marked_page(path: Path, number: int, marked: Sequence[str], width: int) -> tuple[Image.Image, list[Box]]:
    with open_pdf(path) as document:
        if not 1 <= number <= len(document):
            raise NoSuchPage(f"The document has {len(document)} pages, not {number}.")
        page = document[number - 1]
        try:
            picture = _render(page, width)
            boxes = _boxes(page, marked, picture.size)
        finally:
            page.close()
    return (_with_marks(picture, boxes), boxes) if boxes else (picture, boxes)


def _render(page: pdfium.PdfPage, width: int) -> Image.Image:
    page_width, page_height = page.get_size()
    scale = min(width / page_width, width * _HIGHEST / page_height)
    picture: Image.Image = page.render(scale=scale).to_pil()
    return picture.convert("RGB")


def _boxes(page: pdfium.PdfPage, marked: Sequence[str], size: tuple[int, int]) -> list[Box]:
    if not marked:
        return []
    glyphs, turns = read_glyphs(page)
    passages = find_marks(glyphs, marked)
    view = pdfium.PdfPosConv(page, (0, 0, *size, 0))
    pad = max(1, round(_PADDING * size[0] / 900))
    boxes: list[Box] = []
    for lines in passages:
        pixels = [_pixels(turned(line, -turns), view) for line in lines]
        boxes += [_padded(box, pad, size) for group in _paragraphs(pixels) for box in _shape(group)]
    return list(dict.fromkeys(boxes))


def _pixels(area: Area, view: pdfium.PdfPosConv) -> Box:
    left, bottom, right, top = area
    (x1, y1), (x2, y2) = view.to_bitmap(left, top), view.to_bitmap(right, bottom)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _padded(box: Box, pad: int, size: tuple[int, int]) -> Box:
    left, top, right, bottom = box
    return max(0, left - pad), max(0, top - pad), min(size[0], right + pad), min(size[1], bottom + pad)


def _paragraphs(lines: Sequence[Box]) -> list[list[Box]]:
    """The lines in groups of which each stands directly below the one before."""
    groups: list[list[Box]] = []
    for line in lines:
        if groups and _directly_below(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _directly_below(upper: Box, line: Box) -> bool:
    height = max(line[3] - line[1], 1)
    gap = line[1] - upper[3]
    return -height < gap < _NEXT_LINE * height and line[1] > upper[1] and line[0] < upper[2] + height


def _shape(lines: Sequence[Box]) -> list[Box]:
    """A marked paragraph as up to three boxes without gaps: its first line, the full ones between, its
    last."""
    left, right = min(line[0] for line in lines), max(line[2] for line in lines)
    last = len(lines) - 1
    boxes: list[Box] = []
    for index, line in enumerate(lines):
        top = line[1] if index == 0 else (lines[index - 1][3] + line[1]) // 2
        bottom = line[3] if index == last else (line[3] + lines[index + 1][1]) // 2
        box = (line[0] if index == 0 else left, top, line[2] if index == last else right, bottom)
        if boxes and _near(boxes[-1][0], box[0]) and _near(boxes[-1][2], box[2]):
            box = (boxes[-1][0], boxes.pop()[1], box[2], bottom)
        boxes.append(box)
    return boxes


def _near(one: int, other: int) -> bool:
    return abs(one - other) <= _ALIGNED


def _with_marks(picture: Image.Image, boxes: Sequence[Box]) -> Image.Image:
    """The picture with the boxes inked, and a thin line around what they cover together."""
    height = picture.height
    top, bottom = max(0, min(box[1] for box in boxes) - 2), min(height, max(box[3] for box in boxes) + 2)
    part = picture.crop((0, top, picture.width, bottom))
    mask = Image.new("L", part.size)
    draw = ImageDraw.Draw(mask)
    for left, upper, right, lower in boxes:
        draw.rectangle((left, upper - top, right - 1, lower - top - 1), fill=255)
    ink = tuple(round(255 + (channel - 255) * _STRENGTH) for channel in _INK)
    inked = ImageChops.multiply(part, Image.new("RGB", part.size, ink))
    outline = ImageChops.subtract(mask, mask.filter(ImageFilter.MinFilter(3)))
    part.paste(inked, mask=mask)
    part.paste(_EDGE, mask=outline)
    picture.paste(part, (0, top))
    return picture


def _as_png(picture: Image.Image, boxes: Sequence[Box]) -> PagePicture:
    content = io.BytesIO()
    picture.save(content, "PNG", compress_level=_COMPRESSION)
    return PagePicture(content.getvalue(), picture.width, picture.height, tuple(boxes))
