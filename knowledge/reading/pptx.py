"""PowerPoint presentations (PPTX): one section for each slide."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.presentation import Presentation as PresentationObject
from pptx.slide import Slide

from knowledge.reading.errors import TooLarge
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.ooxml import last_change, meaningful_title, short_language
from knowledge.reading.outline import Outline
from knowledge.reading.pptx_shapes import add_shapes, first_line, shapes_in_order
from knowledge.reading.section import BlockKind, Reading

_SECTION = "{http://schemas.microsoft.com/office/powerpoint/2010/main}section"
_SLIDE_ID = "{http://schemas.microsoft.com/office/powerpoint/2010/main}sldId"


def read_pptx(path: Path, limits: Limits, recognition: Recognition) -> Reading:
    """The slides with the speaker's notes, without hidden ones; a block's page is its slide's number."""
    with path.open("rb") as file:
        presentation = Presentation(file)
    slides = list(presentation.slides)
    if len(slides) > limits.pages:
        raise TooLarge(f"the presentation has {len(slides)} slides, more than {limits.pages}")
    title = _title(presentation, slides)
    outline = Outline()
    names = _section_names(presentation)
    for number, slide in enumerate(slides, 1):
        if slide.element.get("show") not in ("0", "false"):
            _add(outline, slide, number, names.get(str(slide.slide_id)), title)
    properties = presentation.core_properties
    return Reading(
        title=title or path.stem,
        sections=outline.sections(),
        date=last_change(properties),
        language=short_language(properties.language),
        pages=len(slides),
    )


def _add(
    outline: Outline, slide: Slide, number: int, section: str | None, document_title: str | None
) -> None:
    shapes = shapes_in_order(slide.shapes)
    heading = _slide_title(slide) or first_line(shapes)
    own_path = () if number == 1 and heading == document_title else (heading,)
    outline.section(tuple(filter(None, (section, *own_path))))
    title_shape = slide.shapes.title
    rest = [s for s in shapes if title_shape is None or s.shape_id != title_shape.shape_id]
    if not add_shapes(outline, rest, number) and own_path:
        # A slide that shows only a picture is still found by its title.
        outline.add(BlockKind.PARAGRAPH, heading, page=number)
    if slide.has_notes_slide and (frame := slide.notes_slide.notes_text_frame):
        outline.note(frame.text, page=number)


def _title(presentation: PresentationObject, slides: list[Slide]) -> str | None:
    """The title on the first slide goes before that of the properties, which a copied file keeps."""
    shown = _slide_title(slides[0]) if slides else None
    return shown or meaningful_title(presentation.core_properties.title)


def _slide_title(slide: Slide) -> str:
    shape: Any = slide.shapes.title
    return " ".join(shape.text_frame.text.split()) if shape is not None else ""


def _section_names(presentation: PresentationObject) -> dict[str, str]:
    """The section's name for each slide's id, where the author has grouped the slides."""
    root: etree._Element = presentation.element
    return {
        slide.get("id", ""): section.get("name", "")
        for section in root.iter(_SECTION)
        for slide in section.iter(_SLIDE_ID)
    }
