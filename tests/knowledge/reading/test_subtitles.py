from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.reading.cues import Cue
from knowledge.reading.errors import Empty, Unreadable, WrongFormat
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.reader import read
from knowledge.reading.section import BlockKind, Section
from knowledge.reading.subtitles import subtitles_beside
from knowledge.reading.transcript import Chapter, sections, title_from_name

VTT = "WEBVTT\n\n00:01.000 --> 00:03.000\n{}\n"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def paragraphs(made: tuple[Section, ...]) -> list[tuple[float | None, str]]:
    return [(block.seconds, block.items[0]) for section in made for block in section.blocks]


def spoken(*sentences: str, seconds: float = 4, pause: float = 0) -> list[Cue]:
    step = seconds + pause
    return [Cue(n * step, n * step + seconds, sentence) for n, sentence in enumerate(sentences)]


def test_a_transcript_is_read_with_title_language_duration_and_seconds(tmp_path: Path) -> None:
    content = (
        "WEBVTT\nLanguage: de-DE\n\n00:01.000 --> 00:03.000\nÖffnen Sie\n\n"
        "00:03.000 --> 00:05.500\ndas Menü.\n"
    )
    reading = read(write(tmp_path, "Erste_Schritte-Tafel.vtt", content), Limits(), Recognition())
    assert (reading.title, reading.language, reading.duration) == ("Erste Schritte Tafel", "de", 5.5)
    (section,) = reading.sections
    (block,) = section.blocks
    assert (section.heading_path, block.kind) == ((), BlockKind.PARAGRAPH)
    assert (block.seconds, block.items) == (1.0, ("Öffnen Sie das Menü.",))
    assert reading.subtitles is not None
    assert reading.subtitles.startswith("WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nÖffnen Sie\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_subtitles_in_any_usual_encoding_keep_their_umlauts(tmp_path: Path, encoding: str) -> None:
    content = "1\r\n00:00:01,000 --> 00:00:02,000\r\nGrößere Übung\r\n".encode(encoding)
    reading = read(write(tmp_path, "a.srt", content), Limits(), Recognition())
    assert paragraphs(reading.sections) == [(1.0, "Größere Übung")]


def test_a_text_named_as_subtitles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongFormat, match="not a subtitle file"):
        read(write(tmp_path, "a.srt", "Nur ein Text."), Limits(), Recognition())


def test_sentences_are_joined_across_cues() -> None:
    cues = spoken("Zuerst öffnen wir", "das Menü. Dann wählen wir", "Drucken.")
    assert paragraphs(sections(cues)) == [(0, "Zuerst öffnen wir das Menü. Dann wählen wir Drucken.")]


def test_a_paragraph_has_up_to_four_sentences_and_starts_with_a_sentence() -> None:
    cues = spoken(*(f"Das ist Satz {n}, nicht mehr." for n in "abcdef"), seconds=3)
    made = paragraphs(sections(cues))
    assert [start for start, _ in made] == [0, 12]
    assert all(text.startswith("Das ist") and text.endswith("mehr.") for _, text in made)


def test_a_paragraph_is_not_longer_than_half_a_minute() -> None:
    cues = spoken(*["Das hier dauert lange."] * 6, seconds=10)
    assert [start for start, _ in paragraphs(sections(cues))] == [0, 20, 40]


def test_a_pause_begins_a_new_paragraph() -> None:
    cues = [*spoken("Eins.", "Zwei."), Cue(12, 14, "Nach der Pause."), Cue(14, 16, "Und Schluss.")]
    assert paragraphs(sections(cues)) == [(0, "Eins. Zwei."), (12, "Nach der Pause. Und Schluss.")]


def test_captions_without_any_full_stop_are_cut_all_the_same() -> None:
    made = paragraphs(sections(spoken(*["und dann gehen wir weiter"] * 30)))
    assert len(made) >= 4
    assert " ".join(text for _, text in made).split() == ["und", "dann", "gehen", "wir", "weiter"] * 30


def test_abbreviations_and_ordinals_do_not_end_a_sentence() -> None:
    cues = spoken("Am 3. Mai z. B. Kommt Dr. Meier.", "Ende.", seconds=14)
    assert paragraphs(sections(cues))[0] == (0, "Am 3. Mai z. B. Kommt Dr. Meier.")


def test_chapters_are_headings_and_a_paragraph_never_spans_two() -> None:
    cues = spoken("Willkommen.", "Jetzt drucken wir.", "Fertig gedruckt.")
    made = sections(cues, [Chapter(4, "Drucken")])
    assert [(section.heading_path, paragraphs((section,))) for section in made] == [
        ((), [(0, "Willkommen.")]),
        (("Drucken",), [(4, "Jetzt drucken wir. Fertig gedruckt.")]),
    ]


def test_german_subtitles_are_preferred_then_those_without_a_language(tmp_path: Path) -> None:
    recording = tmp_path / "film.mp4"
    order = ["film.fr.vtt", "film.en.vtt", "film.srt", "film.vtt", "film.de.srt", "film.de.vtt"]
    for name in order:
        body = f"00:00:01,000 --> 00:00:02,000\n{name}\n"
        write(tmp_path, name, body if name.endswith("srt") else VTT.format(name))
        found = subtitles_beside(recording)
        assert found is not None
        assert found.cues[0].text == name
    assert found is not None
    assert found.language == "de"


def test_subtitles_of_another_recording_and_chapters_are_not_taken(tmp_path: Path) -> None:
    for name in ("film2.vtt", "film.chapters.vtt", "ein film.vtt"):
        write(tmp_path, name, VTT.format("falsch"))
    assert subtitles_beside(tmp_path / "film.mp4") is None


def test_a_broken_subtitle_file_gives_way_to_the_next(tmp_path: Path) -> None:
    write(tmp_path, "film.de.vtt", "kaputt")
    write(tmp_path, "film.vtt", VTT.format("gut"))
    found = subtitles_beside(tmp_path / "film.mp4")
    assert found is not None
    assert found.cues[0].text == "gut"


def test_the_only_subtitle_file_being_broken_is_said_with_its_name(tmp_path: Path) -> None:
    write(tmp_path, "film.de.vtt", "WEBVTT")
    with pytest.raises(Empty, match=r"film\.de\.vtt: there are no subtitles"):
        subtitles_beside(tmp_path / "film.mp4")


def test_a_name_with_decomposed_umlauts_fits_too(tmp_path: Path) -> None:
    write(tmp_path, "U\u0308bung.vtt", VTT.format("gut"))
    assert subtitles_beside(tmp_path / "Übung.mp4") is not None


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("erste_schritte.de.vtt", "erste schritte"),
        ("3D-Druck - Teil 2.mp4", "3D Druck - Teil 2"),
        ("_.mp3", "_"),
    ],
)
def test_a_file_name_becomes_a_title(name: str, title: str) -> None:
    assert title_from_name(Path(name)) == title


@pytest.mark.parametrize("content", [b"WEBVTT\n\n99:99 --> x\n", b"\x00\x01\xff" * 50, b"1\n-->\n", b"-->"])
def test_no_content_does_more_than_refuse(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Unreadable):
        read(write(tmp_path, "a.vtt", content), Limits(), Recognition())
