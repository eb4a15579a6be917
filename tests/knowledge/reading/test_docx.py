"""A Word document as its reader sees it."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph

from knowledge.reading.section import Reading
from tests.knowledge.reading.office_files import blocks, paths, read_file

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture
def document() -> Document:
    return docx.Document()


def saved(document: Document, tmp_path: Path) -> Path:
    document.save(str(tmp_path / "Handout.docx"))
    return tmp_path / "Handout.docx"


def append(paragraph: Paragraph, xml: str) -> None:
    paragraph._p.append(parse_xml(xml.replace(">", f" {W}>", 1)))


def test_headings_make_the_path_and_the_title_is_not_part_of_it(document: Document, tmp_path: Path) -> None:
    document.add_heading("Display einrichten", 0)
    document.add_paragraph("Einleitung")
    for level, text in [(1, "Netz"), (2, "WLAN"), (2, "Kabel"), (1, "Ton")]:
        document.add_heading(text, level)
        document.add_paragraph("Text")
    reading = read_file(saved(document, tmp_path))
    assert reading.title == "Display einrichten"
    assert paths(reading) == [(), ("Netz",), ("Netz", "WLAN"), ("Netz", "Kabel"), ("Ton",)]


def test_styles_made_from_a_heading_and_german_names_are_headings(document: Document, tmp_path: Path) -> None:
    own = document.styles.add_style("Kapitel der Schule", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = document.styles["Heading 1"]
    document.styles.add_style("Überschrift 2", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("Erstes", style="Kapitel der Schule")
    document.add_paragraph("Unteres", style="Überschrift 2")
    document.add_paragraph("Zweites", style="Kapitel der Schule")
    assert paths(read_file_with_text(document, tmp_path)) == [
        ("Erstes",),
        ("Erstes", "Unteres"),
        ("Zweites",),
    ]


def read_file_with_text(document: Document, tmp_path: Path) -> Reading:
    document.add_paragraph("Text")
    return read_file(saved(document, tmp_path))


def test_the_only_highest_heading_is_the_title(document: Document, tmp_path: Path) -> None:
    document.add_heading("Handbuch", 1)
    document.add_heading("Start", 2)
    reading = read_file_with_text(document, tmp_path)
    assert (reading.title, paths(reading)) == ("Handbuch", [("Start",)])


def test_without_headings_bold_lines_are_headings(document: Document, tmp_path: Path) -> None:
    document.add_paragraph().add_run("Anmelden").bold = True
    document.add_paragraph("Öffnen Sie die Seite.")
    document.add_paragraph().add_run("Achtung, das ist wichtig.").bold = True
    reading = read_file(saved(document, tmp_path))
    assert paths(reading) == [("Anmelden",)]
    assert len(blocks(reading)) == 2


def test_steps_stay_whole_around_remarks_and_inner_bullets(document: Document, tmp_path: Path) -> None:
    document.add_paragraph("Einschalten", style="List Number")
    document.add_paragraph("Das dauert etwas.")
    document.add_paragraph("Quelle wählen", style="List Number")
    document.add_paragraph("HDMI", style="List Bullet 2")
    document.add_paragraph("USB-C", style="List Bullet")
    document.add_paragraph("Fertig", style="List Number")
    steps = ("Einschalten Das dauert etwas.", "Quelle wählen", "  HDMI", "  USB-C", "Fertig")
    assert blocks(read_file(saved(document, tmp_path))) == [("steps", steps)]


def test_a_list_is_numbered_by_its_numbering_definition(document: Document, tmp_path: Path) -> None:
    numbering = document.part.numbering_part.element
    abstract = (
        '<w:abstractNum w:abstractNumId="90"><w:lvl w:ilvl="0"><w:numFmt w:val="{}"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    )
    for number, name in ((90, "lowerLetter"), (91, "bullet")):
        xml = abstract.replace("90", str(number)).format(name)
        numbering.insert(0, parse_xml(xml.replace(">", f" {W}>", 1)))
        link = f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        numbering.append(parse_xml(link))
    for number, level, text in ((90, 0, "eins"), (90, 1, "innen"), (90, 0, "zwei"), (91, 0, "Punkt")):
        paragraph = document.add_paragraph(text)
        place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
        paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:numPr {W}>{place}</w:numPr>"))
    found = blocks(read_file(saved(document, tmp_path)))
    assert found == [("steps", ("eins", "  innen", "zwei")), ("bullets", ("Punkt",))]


def test_lists_typed_by_hand_are_lists_and_dates_are_not(document: Document, tmp_path: Path) -> None:
    for text in ("1. Stecker", "2) Taste", "Danach:\n- rot\n- grün", "3. Oktober ist frei", "5. Mai auch"):
        document.add_paragraph(text)
    assert blocks(read_file(saved(document, tmp_path))) == [
        ("steps", ("Stecker", "Taste")),
        ("paragraph", ("Danach:",)),
        ("bullets", ("rot", "grün")),
        ("paragraph", ("3. Oktober ist frei",)),
        ("paragraph", ("5. Mai auch",)),
    ]


def test_a_table_keeps_its_rows_and_merged_cells_stand_once(document: Document, tmp_path: Path) -> None:
    table = document.add_table(3, 3)
    for row, texts in enumerate((("Gerät", "Raum", "Zahl"), ("Tablet", "1.02", "30"), ("", "1.03", "15"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    rows = ("Gerät | Raum Zahl", "Tablet | 1.02 | 30", " | 1.03 | 15")
    assert blocks(read_file(saved(document, tmp_path))) == [("table", rows)]


def test_a_frame_drawn_as_a_table_is_text(document: Document, tmp_path: Path) -> None:
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "Hinweis"
    cell.add_paragraph("Punkt", style="List Bullet")
    found = blocks(read_file(saved(document, tmp_path)))
    assert found == [("paragraph", ("Hinweis",)), ("bullets", ("Punkt",))]


def test_inserted_text_is_read_and_deleted_and_hidden_text_is_not(document: Document, tmp_path: Path) -> None:
    paragraph = document.add_paragraph("Drücken Sie ")
    append(paragraph, '<w:ins w:id="1" w:author="a"><w:r><w:t>rot</w:t></w:r></w:ins>')
    append(paragraph, '<w:del w:id="2" w:author="a"><w:r><w:delText>grün</w:delText></w:r></w:del>')
    append(paragraph, '<w:moveFrom w:id="3" w:author="a"><w:r><w:t>blau</w:t></w:r></w:moveFrom>')
    append(paragraph, "<w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r>")
    assert blocks(read_file(saved(document, tmp_path))) == [("paragraph", ("Drücken Sie rot",))]


def test_links_keep_their_text_and_field_codes_are_left_out(document: Document, tmp_path: Path) -> None:
    paragraph = document.add_paragraph("Siehe ")
    append(paragraph, "<w:hyperlink><w:r><w:t>Portal</w:t></w:r></w:hyperlink>")
    append(paragraph, "<w:r><w:instrText>PAGEREF _Toc1</w:instrText></w:r>")
    assert blocks(read_file(saved(document, tmp_path))) == [("paragraph", ("Siehe Portal",))]


def test_a_text_box_is_read_once(document: Document, tmp_path: Path) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Im Kasten</w:t></w:r></w:p></w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    alternatives = f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    xml = f'<w:r><mc:AlternateContent xmlns:mc="{mc}">{alternatives}</mc:AlternateContent></w:r>'
    append(document.add_paragraph("Davor"), xml)
    found = blocks(read_file(saved(document, tmp_path)))
    assert found == [("paragraph", ("Davor",)), ("paragraph", ("Im Kasten",))]


def test_a_table_of_contents_is_left_out_and_content_controls_are_read(
    document: Document, tmp_path: Path
) -> None:
    body = document.element.body
    toc = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    for properties, text in ((toc, "Kapitel 1 … 3"), ("", "Im Feld")):
        content = f"<w:sdtContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:sdtContent>"
        body.insert(0, parse_xml(f"<w:sdt {W}>{properties}{content}</w:sdt>"))
    assert blocks(read_file(saved(document, tmp_path))) == [("paragraph", ("Im Feld",))]


def test_a_footnote_stands_at_the_end_of_its_section(tmp_path: Path) -> None:
    document = docx.Document()
    append(document.add_paragraph("Text"), '<w:r><w:footnoteReference w:id="2"/></w:r>')
    document.add_paragraph("Mehr Text")
    source, target = saved(document, tmp_path), tmp_path / "Fussnote.docx"
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Kleingedrucktes</w:t></w:r></w:p></w:footnote>'
    relation = (
        '<Relationship Id="rId99" Target="footnotes.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/></Relationships>'
    )
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/_rels/document.xml.rels":
                data = data.replace(b"</Relationships>", relation.encode())
            new.writestr(name, data)
        new.writestr("word/footnotes.xml", f"<w:footnotes {W}>{note}</w:footnotes>")
    found = blocks(read_file(target))
    assert found == [("paragraph", ("Text",)), ("paragraph", ("Mehr Text",)), ("note", ("Kleingedrucktes",))]


def test_properties_give_date_language_and_a_title_that_means_something(
    document: Document, tmp_path: Path
) -> None:
    document.add_paragraph("Text")
    properties = document.core_properties
    properties.modified = datetime.datetime(2024, 3, 5, 12, 0)  # noqa: DTZ001 - as the library wants it
    properties.language, properties.title = "de-DE", "Anleitung für Displays"
    reading = read_file(saved(document, tmp_path))
    assert (reading.title, reading.date, reading.language) == (
        "Anleitung für Displays",
        datetime.date(2024, 3, 5),
        "de",
    )


@pytest.mark.parametrize(
    "title", ["", "Dokument1", "Microsoft Word - Brief.doc", "brief.docx", "Word Document"]
)
def test_a_title_filled_in_by_a_program_gives_way_to_the_file_name(
    title: str, document: Document, tmp_path: Path
) -> None:
    document.add_paragraph("Text")
    document.core_properties.title = title
    assert read_file(saved(document, tmp_path)).title == "Handout"
