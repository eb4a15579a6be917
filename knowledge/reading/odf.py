"""OpenDocument texts (ODT) and presentations (ODP)."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from knowledge.reading.errors import TooLarge
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.odf_body import Body, text_of
from knowledge.reading.odf_package import open_package, tag
from knowledge.reading.odf_styles import Styles
from knowledge.reading.ooxml import elements
from knowledge.reading.outline import Outline, names_document
from knowledge.reading.section import BlockKind, Reading

_PARAGRAPHS = (tag("text:p"), tag("text:h"))
_FURNITURE = ("footer", "date-time", "page-number", "header")
_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6, "px": 2.54 / 96}


def read_odt(path: Path, limits: Limits, recognition: Recognition) -> Reading:
    """The document by its headings; a title on the page goes before that of the properties."""
    package = open_package(path)
    styles, outline = Styles(package), Outline()
    body = Body(styles, outline, _sole_top_heading(package.body, styles))
    body.walk(package.body)
    title = body.title or package.meta.title or path.stem
    return Reading(title, outline.sections(), package.meta.date, package.meta.language)


def read_odp(path: Path, limits: Limits, recognition: Recognition) -> Reading:
    """The slides with the speaker's notes, without hidden ones; a block's page is its slide's number."""
    package = open_package(path)
    styles, outline = Styles(package), Outline()
    slides = list(package.body.iter(tag("draw:page")))
    if len(slides) > limits.pages:
        raise TooLarge(f"the presentation has {len(slides)} slides, more than {limits.pages}")
    title = (_title(slides[0], styles) if slides else "") or package.meta.title or path.stem
    body = Body(styles, outline)
    body.title = title
    for number, slide in enumerate(slides, 1):
        if not styles.is_hidden(slide.get(tag("draw:style-name"), "")):
            body.page = number
            _add_slide(slide, body, styles, outline, title)
    meta = package.meta
    return Reading(title, outline.sections(), meta.date, meta.language, pages=len(slides))


def _add_slide(
    slide: etree._Element, body: Body, styles: Styles, outline: Outline, document_title: str
) -> None:
    shapes = [shape for shape in _shapes(slide) if _class(shape) not in (*_FURNITURE, "title")]
    texts = (_text(shape, styles) for shape in shapes)
    heading = _title(slide, styles) or next((text.splitlines()[0] for text in texts if text), "")
    is_first = body.page == 1 and heading == document_title
    outline.section((heading,) if heading and not is_first else ())
    for shape in shapes:
        body.walk(shape)
    if heading and not is_first and not any(_text(shape, styles) for shape in shapes):
        # A slide that shows only a picture is still found by its title.
        outline.add(BlockKind.PARAGRAPH, heading, page=body.page)
    for notes in slide.iterfind(tag("presentation:notes")):
        outline.note(_text(notes, styles), page=body.page)


def _sole_top_heading(body: etree._Element, styles: Styles) -> etree._Element | None:
    """The heading that is the title of a document in which no paragraph is styled as title."""
    headings = [h for h in body.iter(tag("text:h")) if text_of(h, styles)]
    paragraphs = body.iter(tag("text:p"))
    has_title = any(styles.is_based_on(p.get(tag("text:style-name"), ""), "Title") for p in paragraphs)
    levels = [int(heading.get(tag("text:outline-level"), "1")) for heading in headings]
    return headings[0] if not has_title and names_document(levels) else None


def _title(slide: etree._Element, styles: Styles) -> str:
    titles = (shape for shape in _shapes(slide) if _class(shape) == "title")
    return " ".join(next((_text(shape, styles) for shape in titles), "").split())


def _shapes(parent: etree._Element) -> list[etree._Element]:
    """A slide's shapes from top to bottom and left to right, groups unfolded."""
    children = [child for child in elements(parent) if child.tag.startswith(tag("draw:"))]
    found: list[etree._Element] = []
    for shape in sorted(children, key=_place):
        found += _shapes(shape) if shape.tag == tag("draw:g") else [shape]
    return found


def _place(shape: etree._Element) -> tuple[int, float]:
    if shape.tag == tag("draw:g"):
        return min(map(_place, elements(shape)), default=(0, 0.0))
    # Shapes whose tops differ by less than a centimetre stand side by side.
    return int(_centimetres(shape.get(tag("svg:y")))), _centimetres(shape.get(tag("svg:x")))


def _centimetres(length: str | None) -> float:
    match = re.fullmatch(r"(-?[\d.]+)(\w\w)", length or "")
    return float(match[1]) * _CENTIMETRES.get(match[2], 1.0) if match else 0.0


def _class(shape: etree._Element) -> str:
    return shape.get(tag("presentation:class"), "")


def _text(parent: etree._Element, styles: Styles) -> str:
    return "\n".join(filter(None, (text_of(p, styles) for p in parent.iter(*_PARAGRAPHS))))
