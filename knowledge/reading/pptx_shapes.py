"""The shapes of a slide in the order in which they are read, and their text as blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER as PLACEHOLDER
from pptx.shapes.base import BaseShape
from pptx.shapes.group import GroupShape

from knowledge.reading.ooxml import elements
from knowledge.reading.outline import Outline
from knowledge.reading.section import BlockKind

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FURNITURE = (PLACEHOLDER.FOOTER, PLACEHOLDER.DATE, PLACEHOLDER.SLIDE_NUMBER, PLACEHOLDER.HEADER)
_BULLETED = (PLACEHOLDER.BODY, PLACEHOLDER.OBJECT, PLACEHOLDER.VERTICAL_BODY, PLACEHOLDER.VERTICAL_OBJECT)
_SAME_LINE = 360_000  # EMU, one centimetre: shapes whose tops differ by less stand side by side


def shapes_in_order(shapes: Any) -> list[BaseShape]:
    """From top to bottom and left to right, groups unfolded, without footers and hidden shapes."""
    found: list[BaseShape] = []
    for shape in sorted((s for s in shapes if _is_shown(s)), key=_place):
        found += shapes_in_order(shape.shapes) if isinstance(shape, GroupShape) else [shape]
    return found


def first_line(shapes: list[BaseShape]) -> str:
    lines = (line.strip() for shape in shapes for line in _text(shape).splitlines())
    return next((line for line in lines if line), "")


def add_shapes(outline: Outline, shapes: list[BaseShape], page: int) -> bool:
    """Adds what the shapes say; False when they say nothing."""
    added = False
    for shape in shapes:
        drawn: Any = shape
        if shape.has_table:
            rows = [" | ".join(cells) for row in drawn.table.rows if any(cells := _cells(row))]
            outline.add(BlockKind.TABLE, *rows, page=page)
            added |= bool(rows)
        elif shape.has_text_frame and _text(shape).strip():
            _add_text(outline, shape, page)
            added = True
        elif texts := list(_diagram_texts(shape)):
            outline.add(BlockKind.BULLETS, *texts, page=page)
            added = True
    return added


def _is_shown(shape: BaseShape) -> bool:
    properties = next(shape.element.iter(f"{_P}cNvPr"), None)
    hidden = properties is not None and properties.get("hidden") in ("1", "true")
    return not hidden and not (shape.is_placeholder and shape.placeholder_format.type in _FURNITURE)


def _place(shape: BaseShape) -> tuple[int, int]:
    return (shape.top or 0) // _SAME_LINE, shape.left or 0


def _text(shape: BaseShape) -> str:
    drawn: Any = shape
    return str(drawn.text_frame.text).replace("\v", "\n") if shape.has_text_frame else ""


def _cells(row: Any) -> list[str]:
    return [
        "" if cell.is_spanned else " ".join(cell.text.split()) for cell in row.cells if not _goes_on(cell)
    ]


def _goes_on(cell: Any) -> bool:
    return bool(cell._tc.get("hMerge") in ("1", "true"))


def _add_text(outline: Outline, shape: BaseShape, page: int) -> None:
    drawn: Any = shape
    paragraphs = [p for p in drawn.text_frame.paragraphs if p.text.strip()]
    in_list = False
    for paragraph in paragraphs:
        kind = _bullet(shape, paragraph)
        if kind is None and in_list and paragraph.level:
            kind = BlockKind.BULLETS
        in_list = kind is not None
        text = paragraph.text.replace("\v", "\n")
        if kind is None or (len(paragraphs) == 1 and kind is BlockKind.BULLETS):
            outline.add(BlockKind.PARAGRAPH, text, page=page)
        else:
            outline.item(kind, paragraph.level, text, (shape.shape_id, kind), page=page)


def _bullet(shape: BaseShape, paragraph: Any) -> BlockKind | None:
    """The kind of list by the nearest definition: the paragraph's, shape's, layout's, master's."""
    level = f"{_A}lvl{paragraph.level + 1}pPr"
    definitions = [paragraph._p.find(f"{_A}pPr")]
    definitions += [next(layer.iter(level), None) for layer in _layers(shape)]
    for definition in definitions:
        for child in elements(definition) if definition is not None else ():
            if child.tag == f"{_A}buAutoNum":
                return BlockKind.STEPS
            if child.tag in (f"{_A}buChar", f"{_A}buBlip"):
                return BlockKind.BULLETS
            if child.tag == f"{_A}buNone":
                return None
    is_bulleted = shape.is_placeholder and shape.placeholder_format.type in _BULLETED
    return BlockKind.BULLETS if is_bulleted else None


def _layers(shape: BaseShape) -> Iterator[etree._Element]:
    """The shape's list style and those of the placeholders it is made from."""
    layer: Any = shape
    while layer is not None:
        yield from layer.element.iter(f"{_A}lstStyle")
        layer = getattr(layer, "_base_placeholder", None) if layer.is_placeholder else None


def _diagram_texts(shape: BaseShape) -> Iterator[str]:
    """The boxes of a SmartArt graphic, which keeps its text in a part of its own."""
    relation = next(shape.element.iter(f"{_DIAGRAM}relIds"), None)
    if relation is None:
        return
    part = shape.part.related_part(relation.get(f"{_RELATION}dm", ""))
    root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    for point in root.iter(f"{_DIAGRAM}pt"):
        text = " ".join("".join(t.text or "" for t in point.iter(f"{_A}t")).split())
        if text and point.get("type", "node") == "node":
            yield text
