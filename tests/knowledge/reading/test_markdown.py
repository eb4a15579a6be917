from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.reading.errors import Empty
from knowledge.reading.markdown import read_markdown
from knowledge.reading.section import BlockKind, Reading
from tests.knowledge.reading.text_documents import blocks_of, items_of, paths_of, reading_of, text_of


def read(folder: Path, text: str, name: str = "seite.md") -> Reading:
    return reading_of(read_markdown, folder, name, text)


def test_front_matter_gives_title_date_and_language(tmp_path: Path) -> None:
    reading = read(tmp_path, "---\ntitle: Drucken\ndate: 2024-03-01\nlang: de-DE\n---\n# Drucken\n\nText\n")
    assert (reading.title, reading.date, reading.language) == ("Drucken", date(2024, 3, 1), "de")
    assert paths_of(reading) == [()]


def test_the_day_of_the_last_change_comes_before_the_day_of_writing(tmp_path: Path) -> None:
    source = "---\ndate: 2020-01-01\nlast_update:\n  date: 2024-05-06\n---\nText\n"
    assert read(tmp_path, source).date == date(2024, 5, 6)


def test_broken_front_matter_does_not_break_the_document(tmp_path: Path) -> None:
    reading = read(tmp_path, "---\ntitle: Drucken\ntags: [a, 'b\n---\nText\n")
    assert (reading.title, text_of(reading)) == ("Drucken", "Text")


def test_toml_front_matter_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, '+++\ntitle = "Drucken"\ndate = 2024-03-01\n+++\nText\n').date == date(2024, 3, 1)


def test_the_title_falls_back_to_the_first_heading_and_the_file(tmp_path: Path) -> None:
    assert read(tmp_path, "## Drucken\n\nText\n\n### Papier\n\nA4\n").title == "Drucken"
    assert read(tmp_path, "Text\n", "aushang.md").title == "aushang"


def test_emphasis_links_pictures_and_comments_leave_plain_text(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "**Klicken** Sie [hier](https://x.example) <!-- Notiz --> auf `OK`.\n\n![](a.png)\n\n"
        "## Ablage {#ablage}\n\nText :smile:\n",
    )
    assert text_of(reading) == "Klicken Sie hier auf OK.\nText"
    assert paths_of(reading) == [(), ("Ablage",)]


def test_an_unindented_picture_does_not_tear_steps_apart(tmp_path: Path) -> None:
    reading = read(tmp_path, "1. Eins\n\n![](a.png)\n\n2. Zwei\n\nWarten Sie.\n\n3. Drei\n")
    assert items_of(reading, BlockKind.STEPS) == [("Eins", "Zwei Warten Sie.", "Drei")]


@pytest.mark.parametrize(
    "source",
    [
        ":::tip[Merke]\nNur montags.\n:::\n",
        ":::tip Merke\nNur montags.\n:::\n",
        '!!! tip "Merke"\n    Nur montags.\n',
        '{{% notice tip "Merke" %}}\nNur montags.\n{{% /notice %}}\n',
    ],
)
def test_notes_are_understood_in_the_ways_of_the_generators(tmp_path: Path, source: str) -> None:
    assert items_of(read(tmp_path, f"Vorab.\n\n{source}\nDanach.\n"), BlockKind.NOTE) == [
        ("Merke: Nur montags.",)
    ]


def test_alerts_in_the_way_of_github_are_notes(tmp_path: Path) -> None:
    assert items_of(read(tmp_path, "> [!WARNING]\n> Nicht ziehen.\n"), BlockKind.NOTE) == [("Nicht ziehen.",)]


def test_steps_inside_a_note_stay_steps(tmp_path: Path) -> None:
    reading = read(tmp_path, ":::note\nSo geht es:\n\n1. Eins\n2. Zwei\n:::\n")
    assert [block.kind for block in blocks_of(reading)] == [BlockKind.NOTE, BlockKind.STEPS]


def test_a_note_goes_on_after_code(tmp_path: Path) -> None:
    reading = read(tmp_path, ":::note\nDavor\n\n```\ncode\n```\n\nDanach\n:::\n\nAußen\n")
    assert items_of(reading, BlockKind.NOTE) == [("Davor",), ("Danach",)]
    assert items_of(reading, BlockKind.PARAGRAPH) == [("Außen",)]


def test_tabs_become_headings_and_components_vanish(tmp_path: Path) -> None:
    source = (
        "import Tabs from '@theme/Tabs';\n\n# Drucken\n\n## Einrichten\n\n<Tabs>\n"
        '<TabItem value="w" label="Windows">\n\nTaste A\n\n</TabItem>\n'
        "<TabItem value='m' label='Mac'>\n    Taste B\n</TabItem>\n</Tabs>\n\n"
        "<Icon style={{ width: 3 }} name='x' />\nDanach {/* Notiz */}\n\n## Ende\n\nText\n"
    )
    reading = read(tmp_path, source, "seite.mdx")
    assert paths_of(reading) == [
        ("Einrichten", "Windows"),
        ("Einrichten", "Mac"),
        ("Einrichten",),
        ("Ende",),
    ]
    assert text_of(reading) == "Taste A\nTaste B\nDanach\nText"


def test_parts_to_unfold_become_headings(tmp_path: Path) -> None:
    source = "<details>\n<summary>Mehr dazu</summary>\n\nText\n\n</details>\n\nDanach\n"
    assert paths_of(read(tmp_path, source)) == [("Mehr dazu",), ()]


def test_templates_and_attributes_are_dropped_but_not_in_code(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "{% include bild.html %}\nText {{ site.name }}\n{: .klasse}\n\n"
        "```\n{{ bleibt }} :::\n```\n\n`{{ x }}`\n",
    )
    assert text_of(reading) == "Text\n{{ bleibt }} :::\n{{ x }}"


def test_a_placeholder_in_angle_brackets_is_no_tag(tmp_path: Path) -> None:
    assert text_of(read(tmp_path, "Geben Sie <Benutzername> ein.\n")) == "Geben Sie <Benutzername> ein."


def test_tables_tasks_definitions_and_footnotes(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "| A | B |\n|---|---|\n| 1 | 2 |\n\n- [x] fertig\n- [ ] offen\n\n"
        "Wort\n: Erklärung\n\nSatz[^1]\n\n[^1]: Quelle\n",
    )
    assert items_of(reading, BlockKind.TABLE) == [("A | B", "1 | 2")]
    assert items_of(reading, BlockKind.BULLETS) == [("fertig", "offen", "Wort: Erklärung")]
    assert items_of(reading, BlockKind.PARAGRAPH) == [("Satz[1]",), ("[1] Quelle",)]


def test_html_inside_markdown_counts(tmp_path: Path) -> None:
    reading = read(tmp_path, "# Drucken\n\n<h2>Papier</h2>\n<ul><li>A4</li></ul>\n\n**A3**<br>auch\n")
    assert paths_of(reading) == [("Papier",)]
    assert items_of(reading, BlockKind.BULLETS) == [("A4",)]
    assert items_of(reading, BlockKind.PARAGRAPH) == [("A3 auch",)]


def test_a_document_with_only_headings_is_empty(tmp_path: Path) -> None:
    with pytest.raises(Empty):
        read(tmp_path, "# Titel\n\n## Noch einer\n\n![](a.png)\n")


@pytest.mark.parametrize(
    "hostile", ["[" * 5_000, "*a_ " * 3_000, "<A " * 5_000, "{%" * 5_000, ":::note\n" * 3_000]
)
def test_hostile_input_is_read_quickly(tmp_path: Path, hostile: str) -> None:
    assert "Ende" in text_of(read(tmp_path, f"{hostile}\n\nEnde\n"))
