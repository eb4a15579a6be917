"""OpenDocument texts and presentations as LibreOffice writes them."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from knowledge.reading.errors import Damaged, Encrypted, TooLarge
from knowledge.reading.limits import Limits
from tests.knowledge.reading.office_files import blocks, paths, read_file, write_odf

BILLION = (
    '<!DOCTYPE x [<!ENTITY a "haha">'
    + "".join(
        f'<!ENTITY {new} "{("&" + old + ";") * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)


def odt(tmp_path: Path, body: str, styles: str = "", **parts: str) -> Path:
    return write_odf(tmp_path / "Handout.odt", body, styles, **parts)


def odp(tmp_path: Path, body: str, styles: str = "", **parts: str) -> Path:
    return write_odf(tmp_path / "Schulung.odp", body, styles, **parts)


def h(level: int, text: str) -> str:
    return f'<text:h text:outline-level="{level}">{text}</text:h>'


def p(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def items(style: str, *contents: str, more: str = "") -> str:
    inner = "".join(f"<text:list-item>{content}</text:list-item>" for content in contents)
    return f'<text:list text:style-name="{style}" {more}>{inner}</text:list>'


def box(text: str, y: float, x: float = 1, kind: str = "") -> str:
    of_class = f'presentation:class="{kind}"' if kind else ""
    place = f'svg:x="{x}cm" svg:y="{y}cm" {of_class}'
    return f"<draw:frame {place}><draw:text-box>{text}</draw:text-box></draw:frame>"


def test_headings_make_the_path_and_the_title_is_not_part_of_it(tmp_path: Path) -> None:
    own_title = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    body = p("Display einrichten", "P1") + h(1, "Netz") + p("Text") + h(2, "WLAN") + p("Text") + h(1, "Ton")
    reading = read_file(odt(tmp_path, body, own_title))
    assert reading.title == "Display einrichten"
    assert paths(reading) == [("Netz",), ("Netz", "WLAN"), ("Ton",)]


def test_the_only_highest_heading_is_the_title(tmp_path: Path) -> None:
    reading = read_file(odt(tmp_path, h(1, "Handbuch") + h(2, "Start") + p("Text")))
    assert (reading.title, paths(reading)) == ("Handbuch", [("Start",)])


def test_lists_are_numbered_by_their_style_and_inner_ones_are_indented(tmp_path: Path) -> None:
    inner = items("Numbers", p("lang"), p("kurz"))
    steps = items("Numbers", p("Stecker"), p("Taste") + inner, p("Warten") + p("bis es leuchtet"))
    found = blocks(read_file(odt(tmp_path, steps + items("Dots", p("rot")))))
    assert found == [
        ("steps", ("Stecker", "Taste", "  lang", "  kurz", "Warten bis es leuchtet")),
        ("bullets", ("rot",)),
    ]


@pytest.mark.parametrize("more", ['text:continue-numbering="true"', 'text:continue-list="list1"'])
def test_steps_that_go_on_after_a_remark_stay_whole(tmp_path: Path, more: str) -> None:
    body = (
        items("Numbers", p("eins"), more='xml:id="list1"')
        + p("Bild")
        + items("Numbers", p("zwei"), more=more)
    )
    assert blocks(read_file(odt(tmp_path, body))) == [("steps", ("eins Bild", "zwei"))]


def test_two_lists_of_the_same_style_are_two(tmp_path: Path) -> None:
    body = items("Numbers", p("eins")) + p("Etwas anderes") + items("Numbers", p("eins"))
    assert [kind for kind, _ in blocks(read_file(odt(tmp_path, body)))] == ["steps", "paragraph", "steps"]


def test_a_table_keeps_its_rows_and_merged_cells_stand_once(tmp_path: Path) -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell {more}>{p(text)}</table:table-cell>"

    covered = "<table:covered-table-cell/>"
    rows = [
        cell("Gerät") + cell("Ort", 'table:number-columns-spanned="2"') + covered,
        cell("Tablet", 'table:number-rows-spanned="2"') + cell("1.02") + cell("Süd"),
        covered + cell("1.03") + cell("Nord"),
    ]
    inner = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows[1:])
    header = (
        f"<table:table-header-rows><table:table-row>{rows[0]}</table:table-row></table:table-header-rows>"
    )
    table = f"<table:table>{header}{inner}</table:table>"
    found = blocks(read_file(odt(tmp_path, table)))
    assert found == [("table", ("Gerät | Ort", "Tablet | 1.02 | Süd", " | 1.03 | Nord"))]


def test_text_is_read_with_its_blanks_and_links_and_without_what_is_deleted_or_hidden(tmp_path: Path) -> None:
    hidden = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    deleted = f"<text:tracked-changes>{p('gelöscht')}</text:tracked-changes>"
    body = p('Siehe <text:a>Portal</text:a><text:s/>hier<text:span text:style-name="H">nein</text:span>')
    contents = (
        f"<text:table-of-content><text:index-body>{p('Kapitel 1')}</text:index-body></text:table-of-content>"
    )
    found = blocks(read_file(odt(tmp_path, deleted + contents + body, hidden)))
    assert found == [("paragraph", ("Siehe Portal hier",))]


def test_footnotes_and_text_boxes_stand_apart_from_the_sentence(tmp_path: Path) -> None:
    mark = "<text:note-citation>1</text:note-citation>"
    note = f"<text:note>{mark}<text:note-body>{p('Klein')}</text:note-body></text:note>"
    frame = f"<draw:frame><draw:text-box>{p('Kasten')}</draw:text-box></draw:frame>"
    found = blocks(read_file(odt(tmp_path, p(f"Vor{note} und{frame} nach"))))
    assert found == [("paragraph", ("Vor und nach",)), ("paragraph", ("Kasten",)), ("note", ("Klein",))]


def test_lines_of_code_are_one_block(tmp_path: Path) -> None:
    body = p("ping server", "Preformatted_20_Text") + p("exit", "Preformatted_20_Text")
    assert blocks(read_file(odt(tmp_path, body))) == [("code", ("ping server\nexit",))]


def test_metadata_gives_title_date_and_language(tmp_path: Path) -> None:
    meta = "<dc:title>Anleitung</dc:title><dc:date>2024-03-05T10:00:00.1</dc:date>"
    reading = read_file(odt(tmp_path, p("Text"), meta=meta + "<dc:language>de-DE</dc:language>"))
    assert (reading.title, reading.date, reading.language) == ("Anleitung", datetime.date(2024, 3, 5), "de")


def test_a_slide_is_a_section_with_notes_and_hidden_ones_are_left_out(tmp_path: Path) -> None:
    hidden = '<style:drawing-page-properties presentation:visibility="hidden"/>'
    styles = f'<style:style style:name="hid">{hidden}</style:style>'
    notes = f"<presentation:notes>{box(p('Zuerst fragen'), 9, kind='notes')}</presentation:notes>"
    outline = box(items("Dots", p("Aufladen"), p("Ausgeben")), 5, kind="outline")
    first = box(p("Tablets"), 1, kind="title") + box(p("Fortbildung"), 5, kind="subtitle")
    last = outline + box(p("Koffer"), 1, kind="title") + box(p("7"), 0, kind="footer") + notes
    slides = (
        f"<draw:page>{first}</draw:page>"
        f'<draw:page draw:style-name="hid">{box(p("Geheim"), 1)}</draw:page>'
        f"<draw:page>{last}</draw:page>"
    )
    reading = read_file(odp(tmp_path, slides, styles))
    assert (reading.title, reading.pages) == ("Tablets", 3)
    assert paths(reading) == [(), ("Koffer",)]
    assert blocks(reading) == [
        ("paragraph", ("Fortbildung",)),
        ("bullets", ("Aufladen", "Ausgeben")),
        ("note", ("Zuerst fragen",)),
    ]
    assert {block.page for block in reading.sections[1].blocks} == {3}


def test_shapes_are_read_from_top_to_bottom_and_left_to_right(tmp_path: Path) -> None:
    shapes = box(p("unten"), 9) + box(p("rechts"), 2.2, 8) + f"<draw:g>{box(p('links'), 2.4)}</draw:g>"
    first = f"<draw:page>{box(p('A'), 1)}</draw:page>"
    reading = read_file(odp(tmp_path, f"{first}<draw:page>{shapes}</draw:page>"))
    assert [items[0] for _, items in blocks(reading)][1:] == ["links", "rechts", "unten"]
    assert reading.sections[-1].heading_path == ("links",)


def test_too_many_slides_are_too_large(tmp_path: Path) -> None:
    with pytest.raises(TooLarge, match="2 slides, more than 1"):
        read_file(odp(tmp_path, "<draw:page/><draw:page/>"), Limits(pages=1))


def test_a_password_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(Encrypted, match="password"):
        read_file(odt(tmp_path, p("x"), manifest="<manifest:encryption-data/>"))


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    dtd = '<!DOCTYPE x [<!ENTITY a "haha">]>'
    reading = read_file(odt(tmp_path, p("Text &a; danach"), dtd=dtd))
    assert blocks(reading) == [("paragraph", ("Text danach",))]


def test_a_billion_entities_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Damaged, match="entity"):
        read_file(odt(tmp_path, p("Text &i;"), dtd=BILLION))


def test_content_that_is_no_xml_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(Damaged) as caught:
        read_file(odt(tmp_path, "<text:p>"))
    assert "\n" not in str(caught.value)
