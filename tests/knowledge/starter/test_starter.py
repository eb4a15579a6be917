"""The starter library is complete, readable and the same as its sources."""

from __future__ import annotations

import re
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import pypdfium2
import pysubs2
import pytest
import yaml
from docx import Document as open_word_file

from knowledge.kinds import KIND_OF_SUFFIX
from knowledge.starter import STARTER_LIBRARY
from knowledge.starter.build import SOURCES, missing
from knowledge.starter.sources.content import load_document
from knowledge.starter.sources.handout import build_pdf
from knowledge.starter.sources.storyboard import cues, load_storyboard, sentences
from knowledge.starter.sources.word import build_docx

PDF = STARTER_LIBRARY / "bildschirmspiegelung.pdf"
DOCX = STARTER_LIBRARY / "handreichung-elternabend-videokonferenz.docx"
VIDEO = STARTER_LIBRARY / "ipad-spiegeln.mp4"
SUBTITLES = STARTER_LIBRARY / "ipad-spiegeln.de.vtt"
MARKDOWN = sorted(STARTER_LIBRARY.glob("*.md"))

FIELDS = ["title", "devices", "topics", "audience", "level", "language", "valid_for", "checked", "author"]
FORBIDDEN = re.compile(
    r"/work\b|/tmp\b|\bTODO\b|pypi|localhost|\bdu\b|\bdein|[!\U0001f300-\U0001faff]", re.IGNORECASE
)

every_markdown = pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.name)


def split(path: Path) -> tuple[dict[str, Any], str]:
    _, front, body = path.read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(front), body


def chapters(body: str) -> dict[str, str]:
    parts = re.split(r"^## (.+)$", body, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def pdf_text(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def everything_written() -> str:
    texts = [path.read_text("utf-8") for path in [*MARKDOWN, SUBTITLES]]
    words = [paragraph.text for paragraph in open_word_file(str(DOCX)).paragraphs]
    return "\n".join([*texts, *pdf_text(PDF), *words])


def test_the_library_holds_only_documents_that_the_portal_reads() -> None:
    files = [path for path in STARTER_LIBRARY.rglob("*") if path.is_file()]
    assert len(files) >= 16
    assert {path.suffix for path in files} <= set(KIND_OF_SUFFIX)


def test_files_are_small_enough_to_live_in_the_repository() -> None:
    for path in STARTER_LIBRARY.iterdir():
        assert path.stat().st_size < (3_000_000 if path == VIDEO else 300_000), path.name


@every_markdown
def test_front_matter_is_complete(path: Path) -> None:
    front, body = split(path)
    assert list(front) == FIELDS
    assert all(front.values())
    assert f"{front['checked']:%Y-%m}" == "2026-11"
    assert front["author"] == "Medienteam"
    assert front["language"] == ("en" if path.stem.endswith(".en") else "de")
    assert body.lstrip().startswith(f"# {front['title']}\n")


@every_markdown
def test_steps_are_numbered_one_by_one_and_are_three_to_eight(path: Path) -> None:
    lists = 0
    for heading, text in chapters(split(path)[1]).items():
        numbers = [int(number) for number in re.findall(r"^(\d+)\. ", text, re.MULTILINE)]
        assert numbers == list(range(1, len(numbers) + 1)), heading
        assert not numbers or 3 <= len(numbers) <= 8, heading
        lists += bool(numbers)
    assert lists >= 3


@every_markdown
def test_each_document_says_what_to_do_when_it_does_not_work(path: Path) -> None:
    table = chapters(split(path)[1])[
        "If it does not work" if path.stem.endswith(".en") else "Wenn es nicht klappt"
    ]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("|")]
    assert rows[0] in (["Problem", "Ursache", "Abhilfe"], ["Problem", "Cause", "What to do"])
    assert len(rows) >= 6
    assert {len(row) for row in rows} == {3}


def test_no_document_shouts_or_speaks_of_things_that_do_not_concern_a_teacher() -> None:
    found = FORBIDDEN.search(everything_written().replace("<!--", ""))
    assert found is None, found


def test_the_handout_has_four_pages_bookmarks_and_its_facts() -> None:
    with pypdfium2.PdfDocument(PDF) as pdf:
        headings = [bookmark.get_title() for bookmark in pdf.get_toc()]
        facts = pdf.get_metadata_dict()
        assert len(pdf) == 4
    document = load_document(SOURCES / "bildschirmspiegelung.yaml")
    assert headings == [part.heading for part in document.parts]
    assert facts["Title"] == document.title
    assert facts["CreationDate"].startswith("D:20261116")


def test_the_steps_for_the_ipad_are_text_in_order_on_one_page() -> None:
    lines = pdf_text(PDF)[1].splitlines()
    start = lines.index("iPad auf das Display spiegeln")
    steps = [line for line in lines[start : lines.index("Spiegeln am iPad beenden")] if line[:1].isdigit()]
    assert [step[:2] for step in steps] == ["1.", "2.", "3.", "4.", "5.", "6."]
    for step, word in zip(
        steps, ["selben Netzwerk", "Kontrollzentrum", "Bildschirmsynchronisierung"], strict=False
    ):
        assert word in step
    assert "Öffnen" in steps[1]


def test_labels_in_figures_do_not_stand_between_the_steps() -> None:
    assert "4712" not in re.sub(r"\s", "", "".join(pdf_text(PDF)))


def test_the_word_file_has_real_headings_lists_and_a_table() -> None:
    word = open_word_file(str(DOCX))
    styles = [paragraph.style.name for paragraph in word.paragraphs if paragraph.style]
    assert styles.count("Heading 1") == len(load_document(SOURCES / "videokonferenz.yaml").parts)
    assert styles.count("List Number") > 20
    assert [cell.text for cell in word.tables[0].rows[0].cells] == ["Problem", "Ursache", "Abhilfe"]


def test_each_list_of_the_word_file_begins_at_one() -> None:
    document = load_document(SOURCES / "videokonferenz.yaml")
    lists = sum(type(block).__name__ == "Steps" for part in document.parts for block in part.blocks)
    with zipfile.ZipFile(DOCX) as package:
        used = re.findall(r'<w:numId w:val="(\d+)"/>', package.read("word/document.xml").decode())
        numbering = package.read("word/numbering.xml").decode()
    assert len(set(used)) == lists
    for number in set(used):
        assert re.search(rf'<w:num w:numId="{number}">.*?<w:startOverride w:val="1"/>', numbering, re.DOTALL)


def test_the_subtitles_cover_the_video_without_a_gap() -> None:
    subtitles = pysubs2.load(str(SUBTITLES))
    with av.open(str(VIDEO)) as video:
        assert video.duration is not None
        length = video.duration / 1_000_000
    assert 75 <= length <= 120
    assert subtitles[0].start == 0
    assert subtitles[-1].end / 1000 == pytest.approx(length, abs=0.2)
    for before, after in pairwise(subtitles):
        assert before.end == after.start
        assert after.duration > 1500


def test_the_subtitles_are_what_is_said() -> None:
    said = [sentence.say for _, sentence in sentences(load_storyboard(SOURCES / "ipad-spiegeln.yaml"))]
    assert [line.plaintext for line in pysubs2.load(str(SUBTITLES))] == said


def test_the_video_plays_in_browsers_and_knows_its_title() -> None:
    with av.open(str(VIDEO)) as video:
        assert video.metadata["title"] == "iPad auf das Display spiegeln"
        picture, sound = video.streams.video[0], video.streams.audio[0]
        assert (picture.codec_context.name, picture.width, picture.height) == ("h264", 1280, 720)
        assert sound.codec_context.name == "aac"
    head = VIDEO.read_bytes()
    assert head.index(b"moov") < head.index(b"mdat")


def test_a_slide_shows_its_lines_one_after_the_other() -> None:
    storyboard = load_storyboard(SOURCES / "ipad-spiegeln.yaml")
    shown = [cue.shown for cue in cues(storyboard, [2.0] * len(sentences(storyboard)))]
    assert shown[:5] == [1, 2, 0, 1, 2]


def test_the_handout_is_built_from_its_source_with_the_same_bytes_each_time(tmp_path: Path) -> None:
    document = load_document(SOURCES / "bildschirmspiegelung.yaml")
    build_pdf(document, tmp_path / "one.pdf")
    build_pdf(document, tmp_path / "two.pdf")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
    assert pdf_text(tmp_path / "one.pdf") == pdf_text(PDF)


def test_the_word_file_is_built_from_its_source_with_the_same_bytes_each_time(tmp_path: Path) -> None:
    document = load_document(SOURCES / "videokonferenz.yaml")
    build_docx(document, tmp_path / "one.docx")
    build_docx(document, tmp_path / "two.docx")
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.docx") as built, zipfile.ZipFile(DOCX) as shipped:
        assert built.read("word/document.xml") == shipped.read("word/document.xml")


def test_a_badly_written_table_is_refused(tmp_path: Path) -> None:
    text = (SOURCES / "videokonferenz.yaml").read_text("utf-8")
    (tmp_path / "bad.yaml").write_text(text.replace("[Das Bild stockt.,", "[Das Bild, stockt.,"), "utf-8")
    with pytest.raises(ValueError, match="not a block"):
        load_document(tmp_path / "bad.yaml")


def test_the_build_says_which_programs_are_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert [lack.split(" (")[0] for lack in missing()] == ["the program ffmpeg", "a speech engine"]
