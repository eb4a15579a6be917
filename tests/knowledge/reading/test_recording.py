from __future__ import annotations

import random
import shutil
import subprocess
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from knowledge.reading.errors import Damaged, Empty, NoSubtitles, Unreadable, WrongFormat
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.reader import read
from knowledge.reading.section import Reading
from tests.knowledge.reading.recordings_made import make_sound, make_video

VTT = "WEBVTT\n\n00:01.000 --> 00:03.000\nStecken Sie das Kabel ein.\n\n00:16.000 --> 00:18.000\nFertig.\n"
GERMAN = [(0.5, 2.0, "Hallo & willkommen."), (3.0, 5.0, "Grüße aus\ndem Raum.")]


def read_file(path: Path, model: str | None = None) -> Reading:
    return read(path, Limits(), Recognition(whisper_model=model))


def said(reading: Reading) -> list[tuple[tuple[str, ...], float | None, str]]:
    return [(s.heading_path, b.seconds, b.items[0]) for s in reading.sections for b in s.blocks]


@pytest.mark.parametrize("suffix", [".mp4", ".webm"])
def test_a_video_is_read_by_the_subtitles_beside_it(tmp_path: Path, suffix: str) -> None:
    path = make_video(tmp_path / f"beamer_anschließen{suffix}", title="Beamer anschließen")
    (tmp_path / "beamer_anschließen.de.vtt").write_text(VTT)
    reading = read_file(path)
    assert (reading.title, reading.language) == ("Beamer anschließen", "de")
    assert reading.duration == pytest.approx(30, abs=1)
    assert said(reading) == [((), 1.0, "Stecken Sie das Kabel ein. Fertig.")]
    assert reading.subtitles is not None
    assert "00:00:16.000 --> 00:00:18.000\nFertig." in reading.subtitles


@pytest.mark.parametrize("suffix", [".mp4", ".webm"])
def test_a_track_inside_is_read_german_first(tmp_path: Path, suffix: str) -> None:
    tracks = {"eng": [(0.5, 2.0, "Hello.")], "deu": GERMAN}
    reading = read_file(make_video(tmp_path / f"film{suffix}", tracks=tracks))
    assert reading.language == "de"
    assert said(reading) == [((), 0.5, "Hallo & willkommen. Grüße aus dem Raum.")]


def test_subtitles_beside_a_video_go_before_a_track_inside(tmp_path: Path) -> None:
    path = make_video(tmp_path / "film.mp4", tracks={"deu": GERMAN})
    (tmp_path / "film.vtt").write_text(VTT)
    assert said(read_file(path))[0][2].startswith("Stecken Sie")


def test_the_containers_chapters_are_headings_and_its_date_is_kept(tmp_path: Path) -> None:
    path = make_video(
        tmp_path / "film.mp4",
        chapters=[(0, "Anschließen"), (15, "Ende")],
        creation_time="2025-03-04T10:00:00Z",
    )
    (tmp_path / "film.vtt").write_text(VTT)
    reading = read_file(path)
    assert reading.date == date(2025, 3, 4)
    assert said(reading) == [
        (("Anschließen",), 1.0, "Stecken Sie das Kabel ein."),
        (("Ende",), 16.0, "Fertig."),
    ]


def test_chapters_may_lie_beside_the_recording(tmp_path: Path) -> None:
    path = make_video(tmp_path / "film.mp4")
    (tmp_path / "film.vtt").write_text(VTT)
    (tmp_path / "film.chapters.vtt").write_text("WEBVTT\n\n00:10.000 --> 00:30.000\nSchluss\n")
    assert [heading for heading, *_ in said(read_file(path))] == [(), ("Schluss",)]


def test_a_sound_recording_is_read_by_its_subtitles(tmp_path: Path) -> None:
    path = make_sound(tmp_path / "Folge-1.mp3", seconds=20)
    (tmp_path / "Folge-1.srt").write_text("1\n00:00:01,000 --> 00:00:02,000\nHallo.\n")
    reading = read_file(path)
    assert (reading.title, said(reading)) == ("Folge 1", [((), 1.0, "Hallo.")])
    assert reading.duration == pytest.approx(20, abs=1)


def test_a_recording_without_subtitles_says_what_helps(tmp_path: Path) -> None:
    with pytest.raises(NoSubtitles, match=r"put a \.vtt or \.srt file of the same name beside"):
        read_file(make_video(tmp_path / "film.mp4"))


def test_an_empty_subtitle_file_beside_it_is_named(tmp_path: Path) -> None:
    path = make_video(tmp_path / "film.mp4")
    (tmp_path / "film.vtt").write_text("WEBVTT\n")
    with pytest.raises(Empty, match=r"film\.vtt: there are no subtitles"):
        read_file(path)


@pytest.mark.parametrize("suffix", [".mp4", ".webm"])
@pytest.mark.parametrize("kept", [0.02, 0.5, 0.8])
def test_a_recording_that_was_copied_in_part_is_refused(tmp_path: Path, suffix: str, kept: float) -> None:
    path = make_video(tmp_path / f"film{suffix}", seconds=60)
    (tmp_path / "film.vtt").write_text(VTT)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * kept)])
    with pytest.raises(Damaged, match="damaged or was not copied completely"):
        read_file(path)


@pytest.mark.parametrize(("made", "named"), [(".webm", ".mp4"), (".mp4", ".webm"), (".mp4", ".mp3")])
def test_content_of_another_kind_is_refused(tmp_path: Path, made: str, named: str) -> None:
    path = make_video(tmp_path / f"film{made}").rename(tmp_path / f"falsch{named}")
    with pytest.raises(WrongFormat, match=f"although its name ends in {named}"):
        read_file(path)


@pytest.mark.parametrize("name", ["a.mp4", "a.webm", "a.mp3"])
def test_noise_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(random.Random(1).randbytes(50_000))
    (tmp_path / "a.vtt").write_text(VTT)
    with pytest.raises(Unreadable):
        read_file(tmp_path / name)


@pytest.mark.parametrize("seed", range(20))
def test_flipped_bytes_never_do_more_than_refuse(tmp_path: Path, seed: int) -> None:
    path = make_video(tmp_path / "film.mp4", seconds=3, tracks={"deu": GERMAN})
    content, chance = bytearray(path.read_bytes()), random.Random(seed)
    for _ in range(20):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path.write_bytes(content)
    with suppress(Unreadable):
        read_file(path)


def test_a_video_made_as_a_school_makes_it_is_read(tmp_path: Path) -> None:
    for program in ("ffmpeg", "espeak-ng"):
        if not shutil.which(program):
            pytest.skip(f"{program} is not on this machine")
    sound, subtitles, path = tmp_path / "stimme.wav", tmp_path / "text.srt", tmp_path / "film.mp4"
    subtitles.write_text("1\n00:00:00,200 --> 00:00:03,000\nStecken Sie das Kabel in die Buchse.\n")
    subprocess.run(["espeak-ng", "-v", "de", "-w", sound, "Stecken Sie das Kabel in die Buchse."], check=True)
    picture = ["-f", "lavfi", "-i", "color=c=white:s=320x240:r=5"]
    options = ["-shortest", "-c:s", "mov_text", "-metadata:s:s:0", "language=ger", "-loglevel", "error"]
    subprocess.run(["ffmpeg", *picture, "-i", sound, "-i", subtitles, *options, path], check=True)
    reading = read_file(path)
    assert reading.language == "de"
    ((_, second, text),) = said(reading)
    assert text == "Stecken Sie das Kabel in die Buchse."
    assert second == pytest.approx(0.2, abs=0.05)


def test_subtitles_in_another_language_come_along(tmp_path: Path) -> None:
    path = make_video(tmp_path / "film.mp4")
    (tmp_path / "film.de.vtt").write_text(VTT)
    (tmp_path / "film.en.vtt").write_text(VTT.replace("Fertig.", "Done."))
    found = read_file(path)
    assert found.language == "de"
    assert "Fertig." in (found.subtitles or "")
    assert [(language, "Done." in text) for language, text in found.translations] == [("en", True)]
