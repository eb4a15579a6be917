from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from knowledge.reading.errors import NeedsRecognition
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.ocr import RecognitionFailed, recognise, tesseract_available
from knowledge.reading.pdf import read_pdf
from knowledge.reading.section import BlockKind
from tests.knowledge.reading.pdf_made import lines, picture_of, write_pdf, write_scan

needs_tesseract = pytest.mark.skipif(
    not tesseract_available("deu"), reason="Tesseract with German (deu) is not on this machine"
)
GERMAN = Recognition(tesseract_languages="deu")
PAGE = [
    lines("Öffnen Sie die Einstellungen und wählen Sie Geräte. Der", "Schlüssel liegt beim Hausmeister."),
    lines("1. Schalten Sie den Drucker ein.", "2. Wählen Sie das Netzwerk der Schule.", y=700),
]


@pytest.fixture
def picture(tmp_path: Path) -> Image.Image:
    return picture_of(write_pdf(tmp_path / "page.pdf", PAGE))


@needs_tesseract
def test_german_text_with_umlauts_is_read_from_a_scanned_pdf(tmp_path: Path) -> None:
    reading = read_pdf(write_scan(tmp_path / "scan.pdf", PAGE), Limits(), GERMAN)

    (section,) = reading.sections
    paragraph, steps = section.blocks
    assert paragraph.items == (
        "Öffnen Sie die Einstellungen und wählen Sie Geräte. Der Schlüssel liegt beim Hausmeister.",
    )
    assert (steps.kind, steps.page) == (BlockKind.STEPS, 1)
    assert steps.items == ("Schalten Sie den Drucker ein.", "Wählen Sie das Netzwerk der Schule.")
    assert reading.notices == ("page 1 is scanned; its text was recognised and may have errors",)


@needs_tesseract
def test_a_large_line_on_a_scan_is_a_title(tmp_path: Path) -> None:
    path = write_scan(tmp_path / "a.pdf", [lines("Drucker im Flur", size=22, y=790), *PAGE])

    assert read_pdf(path, Limits(), GERMAN).title == "Drucker im Flur"


@needs_tesseract
def test_paragraphs_and_places_are_kept(picture: Image.Image) -> None:
    found = recognise(picture, "deu")

    assert found[0].text.startswith("Öffnen")
    assert found[0].paragraph == found[1].paragraph != found[2].paragraph
    assert 70 / 72 * 200 - 5 < found[0].left < 70 / 72 * 200 + 5
    assert found[0].top < found[1].top


@needs_tesseract
def test_a_picture_without_text_has_no_lines() -> None:
    assert recognise(Image.new("L", (800, 800), 255), "deu") == []


@needs_tesseract
def test_recognition_that_takes_too_long_is_given_up(picture: Image.Image) -> None:
    with pytest.raises(RecognitionFailed):
        recognise(picture, "deu", seconds=0.01)


@needs_tesseract
def test_pages_for_which_no_time_is_left_are_named(tmp_path: Path) -> None:
    path = write_scan(tmp_path / "scan.pdf", PAGE, PAGE)

    with pytest.raises(NeedsRecognition, match="took too long"):
        read_pdf(path, Limits(seconds=0.001), GERMAN)


def test_a_language_that_is_not_installed_is_not_available() -> None:
    assert not tesseract_available("no-such-language")


def test_without_the_program_nothing_is_available(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert not tesseract_available("deu")
