from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.reading.errors import Empty
from knowledge.reading.html import read_html
from knowledge.reading.section import BlockKind, Reading
from tests.knowledge.reading.text_documents import items_of, paths_of, reading_of, text_of


def read(folder: Path, body: str, head: str = "") -> Reading:
    return reading_of(
        read_html, folder, "seite.html", f"<html lang='de-DE'><head>{head}</head><body>{body}</body></html>"
    )


def test_headings_nest_without_the_title(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "<h1>Drucken</h1><p>Vorab.</p><h2>Papier</h2><h3>Einlegen</h3><p>A4.</p><h2>Toner</h2><p>Schwarz.</p>",
    )
    assert reading.title == "Drucken"
    assert paths_of(reading) == [(), ("Papier", "Einlegen"), ("Toner",)]


def test_a_second_h1_is_an_ordinary_heading(tmp_path: Path) -> None:
    reading = read(tmp_path, "<h1>Drucken</h1><p>a</p><h1>Scannen</h1><h2>Ablage</h2><p>b</p>")
    assert paths_of(reading) == [(), ("Scannen", "Ablage")]


def test_the_page_title_comes_without_the_name_of_the_site(tmp_path: Path) -> None:
    assert read(tmp_path, "<p>Text</p>", "<title>Drucken | Schulportal</title>").title == "Drucken"


def test_date_and_language_are_taken_from_the_head(tmp_path: Path) -> None:
    reading = read(
        tmp_path, "<p>Text</p>", "<meta property='article:modified_time' content='2024-05-03T10:00:00Z'>"
    )
    assert (reading.date, reading.language) == (date(2024, 5, 3), "de")


def test_menus_footers_and_hidden_parts_are_left_out(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "<header>Kopf</header><nav>Menü</nav><div class='breadcrumbs'>Start</div>"
        "<p>Inhalt</p><p hidden>versteckt</p><div style='display: none'>auch</div><script>x()</script>"
        "<p><a href='a'>Zurück</a> | <a href='b'>Weiter</a></p><p>© 2024 Stadt</p><footer>Fuß</footer>",
    )
    assert text_of(reading) == "Inhalt"


def test_only_the_main_part_is_read(tmp_path: Path) -> None:
    reading = read(tmp_path, "<div>Seitenleiste</div><main><p>Der Inhalt der Seite ist länger.</p></main>")
    assert text_of(reading) == "Der Inhalt der Seite ist länger."


def test_a_site_menu_made_of_links_before_the_first_heading_is_dropped(tmp_path: Path) -> None:
    links = "".join(f"<li><a href='{name}'>{name}</a></li>" for name in ("Aktuell", "Schulen", "Ämter"))
    assert text_of(read(tmp_path, f"<ul>{links}</ul><h1>Drucken</h1><p>Text</p>")) == "Text"


def test_steps_keep_their_paragraphs_and_inner_lists(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "<ol><li><p>Öffnen Sie das Menü.</p><p>Es liegt oben.</p></li>"
        "<li>Wählen Sie:<ul><li>Farbe<ul><li>blau</li></ul></li><li>Grau</li></ul></li></ol>",
    )
    assert items_of(reading, BlockKind.STEPS) == [
        ("Öffnen Sie das Menü. Es liegt oben.", "Wählen Sie:", "  Farbe", "    blau", "  Grau")
    ]


def test_an_interrupted_procedure_stays_one(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "<ol><li>Eins</li></ol><p><img src='a.png'></p><p>Das dauert.</p><ol start='2'><li>Zwei</li></ol>",
    )
    assert items_of(reading, BlockKind.STEPS) == [("Eins Das dauert.", "Zwei")]


def test_two_procedures_with_text_between_stay_two(tmp_path: Path) -> None:
    reading = read(tmp_path, "<ol><li>Eins</li></ol><p>Oder:</p><ol><li>Anders</li></ol>")
    assert items_of(reading, BlockKind.STEPS) == [("Eins",), ("Anders",)]


def test_tables_give_rows_and_repeat_what_spans(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "<table><tr><th>Raum</th><th>Gerät</th></tr><tr><td rowspan='2'>101</td><td>Beamer</td></tr>"
        "<tr><td>Kamera</td></tr></table>",
    )
    assert items_of(reading, BlockKind.TABLE) == [("Raum | Gerät", "101 | Beamer", "101 | Kamera")]


def test_a_table_that_lays_out_the_page_is_read_as_text(tmp_path: Path) -> None:
    reading = read(tmp_path, "<h1>Drucken</h1><table><tr><td><h2>Papier</h2><p>A4</p></td></tr></table>")
    assert paths_of(reading) == [("Papier",)]
    assert items_of(reading, BlockKind.PARAGRAPH) == [("A4",)]


def test_notes_code_and_definitions_keep_their_kind(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "<div class='note'><p class='admonition-title'>Note</p><p>Nur montags.</p></div>"
        "<pre>zeile 1\n  zeile 2\n</pre><dl><dt>Strg</dt><dd>Steuerung</dd></dl>",
    )
    assert items_of(reading, BlockKind.NOTE) == [("Nur montags.",)]
    assert items_of(reading, BlockKind.CODE) == [("zeile 1\n  zeile 2",)]
    assert items_of(reading, BlockKind.BULLETS) == [("Strg: Steuerung",)]


def test_docbook_notes_and_navigation_are_understood(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "<div class='navheader'><table><tr><th>1.2. Stift</th></tr></table></div>"
        "<div class='titlepage'><h3 class='title'>1.2. Stift</h3></div>"
        "<div class='tip'><table><tr><td rowspan='2'><img alt='[Tipp]' src='t.png'></td><th>Tipp</th></tr>"
        "<tr><td><p>Halten Sie die Taste.</p></td></tr></table></div>",
        "<title>1.2. Stift</title>",
    )
    assert reading.title == "1.2. Stift"
    assert paths_of(reading) == [()]
    assert items_of(reading, BlockKind.NOTE) == [("Halten Sie die Taste.",)]
    assert "1.2" not in text_of(reading)


def test_of_variants_for_systems_windows_and_linux_stay(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "<p>Drücken Sie <span class='switchinline'><span hidden='true' class='MAC'>Befehl</span>"
        "<span hidden='true'>Strg</span></span>+S.</p>",
    )
    assert text_of(reading) == "Drücken Sie Strg+S."


def test_pictures_speak_only_if_they_say_something(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "<p><img alt='bild_01.png'></p><p><img alt='Symbol'></p>"
        "<p>Klicken Sie <img alt='das rote Kreuz'> oben <img alt='Bild 12'>.</p>",
    )
    assert text_of(reading) == "Klicken Sie (das rote Kreuz) oben ."


def test_white_space_entities_and_links_become_plain_text(tmp_path: Path) -> None:
    reading = read(tmp_path, "<p>Öffnen&nbsp;&amp;\n  <b>lesen</b>: <a href='https://x.example'>hier</a></p>")
    assert text_of(reading) == "Öffnen & lesen: hier"


def test_a_page_with_only_a_list_of_contents_gives_the_list(tmp_path: Path) -> None:
    assert text_of(read(tmp_path, "<h1>Handbuch</h1><div class='toc'><p>Kapitel</p></div>")) == "Kapitel"


def test_a_page_without_text_is_empty(tmp_path: Path) -> None:
    with pytest.raises(Empty):
        read(tmp_path, "<h1>Nur ein Titel</h1><img src='a.png'>")


@pytest.mark.parametrize("tag", ["div", "span", "ul", "blockquote", "details", "table"])
def test_deep_nesting_is_read_and_does_not_crash(tmp_path: Path, tag: str) -> None:
    inner = {"ul": "<li>", "table": "<tr><td>"}.get(tag, "")
    assert "Inhalt" in text_of(read(tmp_path, f"<{tag}>{inner}" * 5_000 + "Inhalt"))


def test_an_xml_declaration_is_no_text_and_no_warning(tmp_path: Path) -> None:
    page = "<?xml version='1.0' encoding='UTF-8'?><html><body><p>Grüße</p></body></html>"
    assert text_of(reading_of(read_html, tmp_path, "a.html", page)) == "Grüße"
