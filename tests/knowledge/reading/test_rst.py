from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.reading.errors import Empty
from knowledge.reading.rst import read_rst
from knowledge.reading.section import BlockKind, Reading
from tests.knowledge.reading.text_documents import blocks_of, items_of, paths_of, reading_of, text_of


def read(folder: Path, text: str) -> Reading:
    return reading_of(read_rst, folder, "kapitel.rst", text)


def test_sections_nest_without_the_title(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "Drucken\n=======\n\nVorab.\n\nPapier\n------\n\nArt\n~~~\n\nA4\n\nToner\n-----\n\nSchwarz\n",
    )
    assert reading.title == "Drucken"
    assert paths_of(reading) == [(), ("Papier", "Art"), ("Toner",)]


def test_roles_give_their_text(tmp_path: Path) -> None:
    source = (
        "Siehe :ref:`den Abschnitt <druck-label>`, :menuselection:`Datei --> Drucken`, :guilabel:`OK`, "
        ":kbd:`Strg`, :eigene:rolle:`Wort <15630>`, :doc:`/pfad/erste_schritte` und ``code``.\n"
    )
    assert text_of(read(tmp_path, source)) == (
        "Siehe den Abschnitt, Datei → Drucken, OK, Strg, Wort, erste schritte und code."
    )


def test_sphinx_directives_give_text_or_nothing(tmp_path: Path) -> None:
    source = (
        ".. toctree::\n   :maxdepth: 2\n\n   a\n   b\n\n.. index:: Druck\n\n"
        ".. code-block:: console\n   :linenos:\n\n   $ ls\n\n.. hint::\n   :class: x\n\n   Nur montags.\n\n"
        ".. versionadded:: 4.1\n\n   Neu dabei.\n\n.. unbekannt:: Argument\n   :option: 1\n\n   Bleibt.\n\n"
        ".. raw:: html\n\n   <b>roh</b>\n\n"
        ".. figure:: a.png\n   :align: middle\n   :alt: x\n\n   Die Bildunterschrift\n"
    )
    reading = read(tmp_path, source)
    assert [(block.kind, *block.items) for block in blocks_of(reading)] == [
        (BlockKind.CODE, "$ ls"),
        (BlockKind.NOTE, "Nur montags."),
        (BlockKind.NOTE, "Neu dabei."),
        (BlockKind.PARAGRAPH, "Bleibt."),
        (BlockKind.PARAGRAPH, "Die Bildunterschrift"),
    ]


def test_an_admonition_keeps_its_title(tmp_path: Path) -> None:
    source = ".. admonition:: Merke\n\n   Nur montags.\n"
    assert items_of(read(tmp_path, source), BlockKind.NOTE) == [("Merke: Nur montags.",)]


def test_lists_tables_and_definitions(tmp_path: Path) -> None:
    source = (
        "1. Eins\n\n   Noch etwas.\n\n2. Zwei\n\n   - a\n   - b\n\n"
        "Begriff\n   Erklärung\n\n"
        ".. list-table::\n   :header-rows: 1\n\n   * - A\n     - B\n   * - 1\n     - 2\n"
    )
    reading = read(tmp_path, source)
    assert items_of(reading, BlockKind.STEPS) == [("Eins Noch etwas.", "Zwei", "  a", "  b")]
    assert items_of(reading, BlockKind.BULLETS) == [("Begriff: Erklärung",)]
    assert items_of(reading, BlockKind.TABLE) == [("A | B", "1 | 2")]


def test_steps_that_go_on_after_a_picture_stay_one_procedure(tmp_path: Path) -> None:
    source = "1. Eins\n\n.. image:: a.png\n\n2. Zwei\n\nDas dauert.\n\n3. Drei\n"
    assert items_of(read(tmp_path, source), BlockKind.STEPS) == [("Eins", "Zwei Das dauert.", "Drei")]


def test_tabs_become_headings(tmp_path: Path) -> None:
    source = ".. tabs::\n\n   .. tab:: Windows\n\n      Taste A\n\n   .. tab:: Mac\n\n      Taste B\n"
    reading = read(tmp_path, source)
    assert paths_of(reading) == [("Windows",), ("Mac",)]
    assert text_of(reading) == "Taste A\nTaste B"


def test_substitutions_are_resolved_or_left_as_words(tmp_path: Path) -> None:
    source = ".. |a| replace:: Schulserver\n\nDer |a| heißt |FREMD|, OPNsense |reg| auch.\n"
    assert text_of(read(tmp_path, source)) == "Der Schulserver heißt FREMD, OPNsense ® auch."


def test_an_include_of_the_same_manual_is_read(tmp_path: Path) -> None:
    (tmp_path / "teile").mkdir()
    (tmp_path / "teile" / "gruss.txt").write_text("Guten Tag.\n", encoding="utf-8")
    assert text_of(read(tmp_path, ".. include:: teile/gruss.txt\n\nText\n")) == "Guten Tag.\nText"


def test_an_include_from_the_root_of_a_sphinx_manual_is_read(tmp_path: Path) -> None:
    (tmp_path / "index.rst").write_text("Handbuch\n", encoding="utf-8")
    (tmp_path / "namen.subst").write_text(".. |a| replace:: Schulserver\n", encoding="utf-8")
    chapter = tmp_path / "kapitel"
    chapter.mkdir()
    (chapter / "index.rst").write_text("Kapitel\n", encoding="utf-8")
    assert text_of(read(chapter, ".. include:: /namen.subst\n\nDer |a|\n")) == "Der Schulserver"


@pytest.mark.parametrize(
    "name", ["{}/geheim.rst", "../geheim.rst", "verweis.rst", "/etc/passwd", "/../geheim.rst"]
)
def test_an_include_outside_of_the_manual_gives_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "geheim.rst").write_text("Geheim\n", encoding="utf-8")
    library = tmp_path / "bibliothek"
    library.mkdir()
    (library / "verweis.rst").symlink_to(tmp_path / "geheim.rst")
    assert text_of(read(library, f".. include:: {name.format(tmp_path)}\n\nText\n")) == "Text"


def test_files_that_include_each_other_end(tmp_path: Path) -> None:
    (tmp_path / "a.rst").write_text("A\n\n.. include:: b.rst\n", encoding="utf-8")
    (tmp_path / "b.rst").write_text("B\n\n.. include:: a.rst\n", encoding="utf-8")
    assert text_of(read(tmp_path, ".. include:: a.rst\n")) == "A\nB"


def test_errors_are_neither_printed_nor_read(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    reading = read(
        tmp_path, "Titel\n==\n\nSiehe `nichts`_ und :gibtesnicht:`das Wort`, *offen\n\n.. note:: x\n .. y\n"
    )
    assert "nichts" in text_of(reading)
    assert "das Wort" in text_of(reading)
    assert "WARNING" not in text_of(reading)
    assert capfd.readouterr() == ("", "")


def test_substitutions_that_multiply_are_stopped(tmp_path: Path) -> None:
    doubled = "".join(f".. |b{n}| replace:: |b{n - 1}| |b{n - 1}|\n" for n in range(1, 40))
    assert "Ende" in text_of(read(tmp_path, f".. |b0| replace:: x\n{doubled}\n|b39|\n\nEnde\n"))


def test_a_huge_line_and_deep_quotes_are_read(tmp_path: Path) -> None:
    assert len(text_of(read(tmp_path, "Wort " * 100_000))) > 400_000
    assert "Ende" in text_of(read(tmp_path, "".join(f"{' ' * n}x\n\n" for n in range(500)) + "Ende\n"))


def test_a_document_without_text_is_empty(tmp_path: Path) -> None:
    with pytest.raises(Empty):
        read(tmp_path, "Titel\n=====\n\n.. toctree::\n\n   a\n")
