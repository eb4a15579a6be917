"""Lays out a talk as PPTX: real title and text placeholders, the figure beside them, the speaker's notes."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as PresentationFile
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Cm, Pt
from reportlab.lib.colors import Color

from knowledge.starter.sources.content import Bullets, Steps, bold_parts
from knowledge.starter.sources.look import INK, PAPER, QUIET, TEAL
from knowledge.starter.sources.packing import repack
from knowledge.starter.sources.picture import png
from knowledge.starter.sources.talk import Talk, TalkSlide

WIDTH, HEIGHT = 33.867, 19.05  # centimetres, 16:9
LEFT, TEXT_TOP, TEXT_BOTTOM = 1.9, 4.6, 17.6
PICTURE_LEFT, PICTURE_WIDTH = 16.6, 15.4
FONT = "Arial"  # on every school computer, unlike the portal's own


def build_pptx(talk: Talk, target: Path) -> None:
    """Writes the presentation; the same content gives the same bytes."""
    file = Presentation()
    file.slide_width, file.slide_height = Cm(WIDTH), Cm(HEIGHT)
    _master(file)
    _properties(file, talk)
    _title_slide(file, talk)
    for slide in talk.slides:
        _slide(file, slide)
    unpacked = BytesIO()
    file.save(unpacked)
    repack(unpacked, target, talk.date)


def _title_slide(file: PresentationFile, talk: Talk) -> None:
    slide = file.slides.add_slide(file.slide_layouts[0])
    title, subtitle = slide.placeholders[0], slide.placeholders[1]
    _place(title, LEFT, 5.4, 28, 4.4)
    _place(subtitle, LEFT, 10.2, 28, 3)
    _write(_frame(title), [talk.title], 44, TEAL, bold=True)
    _write(_frame(subtitle), [talk.subtitle, f"{talk.author}, Stand {talk.date:%d.%m.%Y}"], 22, QUIET)
    _notes(slide, talk.welcome)


def _slide(file: PresentationFile, given: TalkSlide) -> None:
    slide = file.slides.add_slide(file.slide_layouts[1])
    title, body = slide.placeholders[0], slide.placeholders[1]
    width = PICTURE_LEFT - LEFT - 0.9 if given.figure else WIDTH - 2 * LEFT
    _place(title, LEFT, 1.5, WIDTH - 2 * LEFT, 2.4)
    _place(body, LEFT, TEXT_TOP, width, TEXT_BOTTOM - TEXT_TOP)
    _write(_frame(title), [given.title], 32, TEAL, bold=True)
    _write(_frame(body), list(given.body.items), 22 if given.figure else 28, INK)
    _mark_list(_frame(body), given.body)
    if given.figure:
        _picture(slide, given)
    _notes(slide, given.notes)


def _picture(slide: Slide, given: TalkSlide) -> None:
    assert given.figure
    picture: Any = slide.shapes.add_picture(
        BytesIO(png(given.figure)), Cm(PICTURE_LEFT), Cm(TEXT_TOP), width=Cm(PICTURE_WIDTH)
    )
    picture.name = "Abbildung"
    picture._element.nvPicPr.cNvPr.set("descr", given.alt)


def _write(frame: TextFrame, lines: list[str], size: float, color: Color, *, bold: bool = False) -> None:
    frame.word_wrap = True
    made: Any = frame  # its methods have no types
    for number, line in enumerate(lines):
        paragraph = made.paragraphs[0] if number == 0 else made.add_paragraph()
        paragraph.space_after = Pt(size / 2.4)
        for words, is_bold in bold_parts(line):
            run = paragraph.add_run()
            run.text = words
            run.font.name, run.font.size = FONT, Pt(size)
            run.font.bold = bold or is_bold
            run.font.color.rgb = _rgb(color)


def _mark_list(frame: TextFrame, body: Bullets | Steps) -> None:
    for paragraph in frame.paragraphs:
        properties = _hanging(paragraph)
        if isinstance(body, Steps):
            etree.SubElement(properties, qn("a:buFont"), typeface="+mj-lt")
            etree.SubElement(properties, qn("a:buAutoNum"), type="arabicPeriod")
        else:
            etree.SubElement(properties, qn("a:buFont"), typeface=FONT)
            etree.SubElement(properties, qn("a:buChar"), char="•")


def _hanging(paragraph: _Paragraph) -> etree._Element:
    properties: etree._Element = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(Cm(1.1)))
    properties.set("indent", str(-Cm(1.1)))
    return properties


def _place(shape: Any, left: float, top: float, width: float, height: float) -> None:
    shape.left, shape.top, shape.width, shape.height = Cm(left), Cm(top), Cm(width), Cm(height)


def _frame(shape: Any) -> TextFrame:
    frame: TextFrame = shape.text_frame
    return frame


def _notes(slide: Slide, words: str) -> None:
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None
    frame.text = words


def _rgb(color: Color) -> Any:
    make: Any = RGBColor  # it has no types
    return make.from_string(color.hexval()[2:].upper())


def _master(file: PresentationFile) -> None:
    """The portal's paper; titles to the left and above, text from the top."""
    fill = file.slide_master.background.fill
    fill.solid()
    fill.fore_color.rgb = _rgb(PAPER)
    root: etree._Element = file.slide_master.element
    for level in root.iterfind(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}"):
        level.set("algn", "l")
    for layer in (file.slide_master, *file.slide_layouts):
        for styles in layer.element.iter(qn("a:lstStyle")):
            for level in styles:
                level.set("algn", "l")


def _properties(file: PresentationFile, talk: Talk) -> None:
    facts = file.core_properties
    facts.title, facts.subject, facts.author = talk.title, talk.subject, talk.author
    facts.keywords, facts.language, facts.comments = talk.keywords, "de-DE", ""
    facts.last_modified_by = talk.author
    facts.created = facts.modified = datetime.combine(talk.date, time(12))
