"""A presentation, slide by slide."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Cm

from knowledge.reading.errors import Empty, TooLarge
from knowledge.reading.limits import Limits
from knowledge.reading.section import Reading
from tests.knowledge.reading.office_files import blocks, paths, read_file

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
TITLE, CONTENT, TITLE_ONLY, BLANK = 0, 1, 5, 6


class Deck:
    """A presentation in the making."""

    def __init__(self, folder: Path) -> None:
        self.presentation = pptx.Presentation()
        self.path = folder / "Schulung.pptx"

    def slide(self, layout: int, title: str = "", content: str = "") -> Any:
        slide: Slide = self.presentation.slides.add_slide(self.presentation.slide_layouts[layout])
        if title and slide.shapes.title:
            slide.shapes.title.text = title
        if content:
            placeholder: Any = slide.placeholders[1]
            placeholder.text_frame.text = content
        return slide

    def read(self, limits: Limits | None = None) -> Reading:
        self.presentation.save(str(self.path))
        return read_file(self.path, limits)


@pytest.fixture
def deck(tmp_path: Path) -> Deck:
    return Deck(tmp_path)


def box(slide: Any, text: str, left: float, top: float) -> None:
    slide.shapes.add_textbox(Cm(left), Cm(top), Cm(3), Cm(1)).text_frame.text = text


def test_a_slide_is_a_section_with_its_number_as_page(deck: Deck) -> None:
    deck.slide(TITLE, "Tablets im Unterricht", "Fortbildung")
    deck.slide(CONTENT, "Koffer", "Aufladen\nAusgeben")
    reading = deck.read()
    assert (reading.title, reading.pages) == ("Tablets im Unterricht", 2)
    assert paths(reading) == [(), ("Koffer",)]
    assert [block.page for section in reading.sections for block in section.blocks] == [1, 2]
    assert blocks(reading) == [("paragraph", ("Fortbildung",)), ("bullets", ("Aufladen", "Ausgeben"))]


def test_inner_bullets_are_indented_and_numbers_make_steps(deck: Deck) -> None:
    slide = deck.slide(CONTENT, "Start", "Einschalten\nlange drücken\nWarten")
    paragraphs = slide.placeholders[1].text_frame.paragraphs
    paragraphs[1].level = 1
    for paragraph in (paragraphs[0], paragraphs[2]):
        properties = paragraph._p.get_or_add_pPr()
        properties.append(parse_xml(f'<a:buAutoNum {A} type="arabicPeriod"/>'))
    assert blocks(deck.read()) == [("steps", ("Einschalten", "  lange drücken", "Warten"))]


def test_shapes_are_read_from_top_to_bottom_and_left_to_right(deck: Deck) -> None:
    slide = deck.slide(BLANK)
    box(slide, "unten", 1, 10)
    box(slide, "rechts", 8, 2.3)
    box(slide, "links", 1, 2.6)
    group = slide.shapes.add_group_shape()
    inner = group.shapes.add_textbox(Cm(1), Cm(6), Cm(2), Cm(1))
    inner.text_frame.text = "in der Gruppe"
    texts = [items[0] for _, items in blocks(deck.read())]
    assert texts == ["links", "rechts", "in der Gruppe", "unten"]


def test_a_slide_without_title_is_named_by_its_first_line(deck: Deck) -> None:
    box(deck.slide(BLANK), "WLAN in der Schule\nNur mit Zertifikat", 1, 1)
    assert paths(deck.read()) == [("WLAN in der Schule",)]


def test_a_slide_that_only_shows_a_picture_is_found_by_its_title(deck: Deck) -> None:
    deck.slide(TITLE, "Kurs", "Untertitel")
    deck.slide(TITLE_ONLY, "Anschlüsse am Display")
    assert blocks(deck.read())[1] == ("paragraph", ("Anschlüsse am Display",))


def test_a_table_keeps_its_rows_and_merged_cells_stand_once(deck: Deck) -> None:
    shape = deck.slide(TITLE_ONLY, "Räume").shapes.add_table(3, 2, Cm(1), Cm(5), Cm(9), Cm(4))
    table: Any = shape.table
    for row, texts in enumerate((("Raum", "Gerät"), ("1.02", "Display"), ("", "Tablet"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    assert blocks(deck.read()) == [("table", ("Raum | Gerät", "1.02 | Display", " | Tablet"))]


def test_notes_are_read_and_hidden_slides_and_footers_are_not(deck: Deck) -> None:
    shown = deck.slide(CONTENT, "Gezeigt", "Text")
    shown.notes_slide.notes_text_frame.text = "Zuerst fragen"
    deck.slide(CONTENT, "Verborgen", "Geheim").element.set("show", "0")
    last = deck.slide(CONTENT, "Ende", "Danke")
    footer = parse_xml(
        f'<p:sp {P} {A}><p:nvSpPr><p:cNvPr id="99" name="f"/><p:cNvSpPr/>'
        '<p:nvPr><p:ph type="ftr" idx="11"/></p:nvPr></p:nvSpPr>'
        "<p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>Fußzeile</a:t></a:r></a:p></p:txBody></p:sp>"
    )
    last.shapes._spTree.append(footer)
    reading = deck.read()
    assert reading.pages == 3
    assert blocks(reading) == [
        ("paragraph", ("Text",)),
        ("note", ("Zuerst fragen",)),
        ("paragraph", ("Danke",)),
    ]
    assert reading.sections[-1].blocks[0].page == 3


def test_the_author_s_sections_are_part_of_the_path(deck: Deck) -> None:
    deck.slide(CONTENT, "Kurs", "Text")
    slide = deck.slide(CONTENT, "Kabel", "Text")
    p14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
    sections = (
        f'<p:extLst {P}><p:ext uri="x">'
        f'<p14:sectionLst xmlns:p14="{p14}"><p14:section name="Technik"><p14:sldIdLst>'
        f'<p14:sldId id="{slide.slide_id}"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>'
    )
    deck.presentation.part._element.append(parse_xml(sections))
    assert paths(deck.read()) == [(), ("Technik", "Kabel")]


def test_the_boxes_of_a_smart_art_are_read(deck: Deck) -> None:
    slide = deck.slide(TITLE_ONLY, "Ablauf")
    dgm = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    points = "".join(
        f'<dgm:pt type="{kind}"><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        for kind, text in (("node", "Bestellen"), ("parTrans", "x"), ("node", "Liefern"))
    )
    blob = f'<dgm:dataModel xmlns:dgm="{dgm}" {A}><dgm:ptLst>{points}</dgm:ptLst></dgm:dataModel>'.encode()
    package = slide.part.package
    part = Part(PackURI("/ppt/diagrams/data1.xml"), "application/xml", package, blob)
    relation = slide.part.relate_to(part, RELATIONSHIP_TYPE.DIAGRAM_DATA)
    r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    frame = (
        f"<p:graphicFrame {P} {A} {r}>"
        '<p:nvGraphicFramePr><p:cNvPr id="9" name="d"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
        '<p:xfrm><a:off x="0" y="5000000"/><a:ext cx="1" cy="1"/></p:xfrm><a:graphic>'
        f'<a:graphicData uri="{dgm}"><dgm:relIds xmlns:dgm="{dgm}" r:dm="{relation}"/></a:graphicData>'
        "</a:graphic></p:graphicFrame>"
    )
    slide.shapes._spTree.append(parse_xml(frame))
    assert blocks(deck.read()) == [("bullets", ("Bestellen", "Liefern"))]


def test_a_presentation_without_text_is_empty_and_one_with_too_many_slides_too_large(deck: Deck) -> None:
    deck.slide(BLANK)
    with pytest.raises(Empty, match="no text"):
        deck.read()
    deck.slide(CONTENT, "Zwei", "Text")
    with pytest.raises(TooLarge, match="2 slides, more than 1"):
        deck.read(Limits(pages=1))
