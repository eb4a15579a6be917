"""Handouts, Word files, presentations and open texts are the same as their sources."""

from __future__ import annotations

import re
import zipfile
from itertools import chain
from pathlib import Path

import pypdfium2
import pytest
import yaml
from docx import Document as open_word_file
from pptx import Presentation

from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.reader import read
from knowledge.reading.section import BlockKind
from knowledge.starter import STARTER_LIBRARY
from knowledge.starter.build import FOLDERS, build, main, missing, sources
from knowledge.starter.sources.content import (
    Block,
    Bullets,
    Document,
    Figure,
    Note,
    Steps,
    Table,
    Text,
    bold_parts,
    load_document,
)
from knowledge.starter.sources.documents import build_file
from knowledge.starter.sources.figures import FIGURES
from knowledge.starter.sources.picture import png
from knowledge.starter.sources.talk import Talk, load_talk

PDF = STARTER_LIBRARY / "bildschirmspiegelung.pdf"
DEVICES = {
    *("Display", "iPad", "Notebook", "PC", "Android-Gerät", "Chromebook", "Dokumentenkamera", "Mikroskop"),
    *(
        "360°-Kamera",
        "Green Screen",
        "Mikrofon",
        "3D-Drucker",
        "Raspberry Pi",
        "Calliope mini",
        "Schulserver",
    ),
    *("Videokonferenzsystem", "WLAN", "Moodle", "edupool", "H5P", "LibreOffice", "Gimp", "Scribus"),
    "Bildschirmrekorder",
}
TOPICS = {
    *("Erste Schritte", "Bildschirm spiegeln", "Störung beheben", "Anmelden und Konten", "Dateien"),
    *("Netz und WLAN", "Foto Film und Ton", "Texte und Bilder gestalten", "Programmieren", "3D-Druck"),
    *("Lernplattform und Medien", "Urheberrecht", "Datenschutz", "Videokonferenz", "Geräte verwalten"),
}

Read = tuple[BlockKind, tuple[str, ...]]

SOURCES = [(source, kind) for kind in FOLDERS for source in sources(kind)]
every_source = pytest.mark.parametrize(
    ("source", "kind"), SOURCES, ids=[source.stem for source, _ in SOURCES]
)
every_handout = pytest.mark.parametrize("source", sources("pdf"), ids=lambda source: source.stem)
every_talk = pytest.mark.parametrize("source", sources("pptx"), ids=lambda source: source.stem)


def shipped(source: Path, kind: str) -> Path:
    return STARTER_LIBRARY / f"{source.stem}.{kind}"


def load(source: Path, kind: str) -> Document | Talk:
    return load_talk(source) if kind == "pptx" else load_document(source)


def plain(text: str) -> str:
    return " ".join("".join(words for words, _ in bold_parts(text)).split())


def as_read(block: Block) -> Read | None:
    """The block as the portal's reader gives it; None for a table that waits to be filled in."""
    match block:
        case Text(text) | Note(text):
            return BlockKind.PARAGRAPH, (plain(text),)
        case Figure(_, caption):
            return BlockKind.PARAGRAPH, (plain(caption),)
        case Steps(items):
            return BlockKind.STEPS, tuple(map(plain, items))
        case Bullets(items):
            return BlockKind.BULLETS, tuple(map(plain, items))
        case Table():
            rows = [row for row in (block.head, *block.rows) if any(row)]
            return BlockKind.TABLE, tuple(" | ".join(map(plain, row)).strip() for row in rows)


def told(content: Document | Talk) -> list[tuple[tuple[str, ...], list[Read | None]]]:
    """What the source says, heading by heading."""
    if isinstance(content, Talk):
        slides = ((s.title, [as_read(s.body), (BlockKind.NOTE, (s.notes,))]) for s in content.slides)
        return [((title,), blocks) for title, blocks in slides]
    return [((part.heading,), [as_read(block) for block in part.blocks]) for part in content.parts]


@every_source
def test_the_file_says_what_its_source_says(source: Path, kind: str) -> None:
    content = load(source, kind)
    reading = read(shipped(source, kind), Limits(), Recognition())
    front, *sections = reading.sections
    assert (reading.title, reading.date, reading.language) == (content.title, content.date, "de")
    assert front.blocks[0].items == (content.subtitle,)
    found = [
        (s.heading_path, [(b.kind, tuple(item.strip() for item in b.items)) for b in s.blocks])
        for s in sections
    ]
    assert found == told(content)


@every_source
def test_the_facts_beside_the_file_are_those_of_its_source(source: Path, kind: str) -> None:
    content, file = load(source, kind), shipped(source, kind)
    facts = yaml.safe_load(file.with_name(f"{file.name}.yml").read_text("utf-8"))
    assert set(facts.pop("devices")) <= DEVICES
    assert set(facts["topics"]) <= TOPICS
    assert 1 <= len(facts["topics"]) <= 3
    assert facts.pop("level") in ("Einstieg", "Aufbau", "Fortgeschritten")
    assert facts == {
        "topics": list(content.facts.topics),
        "audience": list(content.facts.audience),
        "language": "de",
        "valid_for": content.facts.valid_for,
        "checked": content.date,
        "author": "Medienteam",
        "questions": list(content.facts.questions),
    }


def test_no_file_is_left_of_a_source_that_is_gone() -> None:
    made = {shipped(source, kind).name for source, kind in SOURCES}
    there = {path.name for kind in FOLDERS for path in STARTER_LIBRARY.glob(f"*.{kind}")}
    assert there == made


@every_source
def test_a_list_of_steps_has_three_to_eight(source: Path, kind: str) -> None:
    content = load(source, kind)
    blocks = (
        [slide.body for slide in content.slides]
        if isinstance(content, Talk)
        else [block for part in content.parts for block in part.blocks]
    )
    steps = [block for block in blocks if isinstance(block, Steps)]
    assert steps
    assert all(3 <= len(block.items) <= 8 for block in steps)


@every_handout
def test_a_handout_has_two_to_six_pages_figures_and_bookmarks(source: Path) -> None:
    document = load_document(source)
    with pypdfium2.PdfDocument(shipped(source, "pdf")) as pdf:
        assert 2 <= len(pdf) <= 6
        assert [mark.get_title() for mark in pdf.get_toc()] == [part.heading for part in document.parts]
        assert pdf.get_metadata_dict()["CreationDate"].startswith(f"D:{document.date:%Y%m%d}")
    assert sum(isinstance(block, Figure) for part in document.parts for block in part.blocks) >= 2


def test_every_figure_is_shown_somewhere() -> None:
    texts = (source.read_text("utf-8") for source, _ in SOURCES)
    shown = set(chain.from_iterable(re.findall(r"figure: ([\w-]+)", text) for text in texts))
    assert shown == set(FIGURES)


def test_the_steps_for_the_ipad_stand_on_one_page() -> None:
    sections = read(PDF, Limits(), Recognition()).sections
    steps = next(s for s in sections if s.heading_path == ("iPad auf das Display spiegeln",)).blocks[1]
    assert (steps.kind, steps.page, len(steps.items)) == (BlockKind.STEPS, 2, 6)


def test_labels_in_figures_do_not_stand_between_the_steps() -> None:
    with pypdfium2.PdfDocument(PDF) as pdf:
        text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert "4712" not in re.sub(r"\s", "", text)


def test_a_word_file_has_real_headings_lists_and_tables() -> None:
    for source in sources("docx"):
        word = open_word_file(str(shipped(source, "docx")))
        styles = [paragraph.style.name for paragraph in word.paragraphs if paragraph.style]
        assert styles.count("Heading 1") == len(load_document(source).parts)
        assert styles.count("List Number") >= 5
        assert word.tables


def test_each_list_of_a_word_file_begins_at_one() -> None:
    for source in sources("docx"):
        parts = load_document(source).parts
        lists = sum(isinstance(block, Steps) for part in parts for block in part.blocks)
        with zipfile.ZipFile(shipped(source, "docx")) as package:
            used = re.findall(r'<w:numId w:val="(\d+)"/>', package.read("word/document.xml").decode())
            numbering = package.read("word/numbering.xml").decode()
        assert len(set(used)) == lists
        for number in set(used):
            pattern = rf'<w:num w:numId="{number}">.*?<w:startOverride w:val="1"/>'
            assert re.search(pattern, numbering, re.DOTALL)


@every_talk
def test_every_slide_has_a_title_notes_and_words_for_its_picture(source: Path) -> None:
    slides = list(Presentation(str(shipped(source, "pptx"))).slides)
    assert 6 <= len(slides) <= 10
    pictures = [shape for slide in slides for shape in slide.shapes if shape.name == "Abbildung"]
    assert len(pictures) >= 3
    assert all(picture._element.nvPicPr.cNvPr.get("descr") for picture in pictures)
    for slide in slides:
        assert slide.shapes.title is not None
        assert slide.has_notes_slide


def test_an_open_text_says_its_type_first_and_has_real_headings() -> None:
    for source in sources("odt"):
        with zipfile.ZipFile(shipped(source, "odt")) as package:
            first, content = package.infolist()[0], package.read("content.xml").decode()
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert content.count('<text:h text:outline-level="1"') == len(load_document(source).parts)
        assert "table:table-header-rows" in content


@pytest.mark.parametrize("kind", FOLDERS)
def test_the_same_source_gives_the_same_bytes(kind: str, tmp_path: Path) -> None:
    source = sources(kind)[0]
    one, two = tmp_path / f"one.{kind}", tmp_path / f"two.{kind}"
    build_file(source, one)
    build_file(source, two)
    assert one.read_bytes() == two.read_bytes()


def test_the_same_drawing_gives_the_same_picture() -> None:
    assert png("course-roles") == png("course-roles")


def test_the_build_makes_only_the_formats_that_are_asked_for(tmp_path: Path) -> None:
    names = {file.name for file in build(tmp_path, ["odt"])}
    assert names == {f"{source.stem}.odt{facts}" for source in sources("odt") for facts in ("", ".yml")}
    assert names == {path.name for path in tmp_path.iterdir()}


def test_the_build_refuses_a_format_that_it_does_not_know(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["build", "odt", "rtf"])
    assert main() == 1
    assert capsys.readouterr().err == "No such format: rtf\n"


def test_a_badly_written_table_is_refused(tmp_path: Path) -> None:
    text = shipped_source("handreichung-elternabend-videokonferenz").read_text("utf-8")
    (tmp_path / "bad.yaml").write_text(text.replace("[Das Bild stockt.,", "[Das Bild, stockt.,"), "utf-8")
    with pytest.raises(ValueError, match="not a block"):
        load_document(tmp_path / "bad.yaml")


def shipped_source(stem: str) -> Path:
    return next(source for source, _ in SOURCES if source.stem == stem)


def test_the_build_says_which_programs_are_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert [lack.split(" (")[0] for lack in missing()] == ["the program ffmpeg", "a speech engine"]
    assert missing(["pdf", "odt"]) == []
