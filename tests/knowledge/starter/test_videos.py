"""The starter library's videos are complete, small, heard and subtitled as their storyboards say."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pysubs2
import pytest
import yaml
from numpy.typing import NDArray

from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.reader import read
from knowledge.reading.subtitles import subtitles_beside
from knowledge.starter import STARTER_LIBRARY
from knowledge.starter.sources.content import load_facts
from knowledge.starter.sources.storyboard import Storyboard, load_storyboard, sentences
from knowledge.starter.sources.video import STORYBOARDS

NAMES = sorted(path.stem for path in STORYBOARDS.glob("*.yaml"))
ENGLISH = ["display-einschalten-und-quelle-waehlen", "ipad-spiegeln"]
DEVICES = {"Display", "iPad", "Notebook", "PC", "3D-Drucker"}
TOPICS = {
    "Erste Schritte",
    "Bildschirm spiegeln",
    "Störung beheben",
    "Dateien",
    "3D-Druck",
    "Geräte verwalten",
}
QUIET = 0.01  # of full scale; speech lies about ten times higher

every_video = pytest.mark.parametrize("name", NAMES)


def video_of(name: str) -> Path:
    return STARTER_LIBRARY / f"{name}.mp4"


def subtitles_of(name: str, language: str = "de") -> pysubs2.SSAFile:
    return pysubs2.load(str(STARTER_LIBRARY / f"{name}.{language}.vtt"))


@cache
def storyboard_of(name: str) -> Storyboard:
    return load_storyboard(STORYBOARDS / f"{name}.yaml")


def seconds(video: Path) -> float:
    with av.open(str(video)) as opened:
        assert opened.duration is not None
        return opened.duration / 1_000_000


def loudness(video: Path) -> NDArray[np.float64]:
    """The sound's strength in each tenth of a second."""
    with av.open(str(video)) as opened:
        rate = opened.streams.audio[0].codec_context.sample_rate
        sound = np.concatenate([frame.to_ndarray()[0] for frame in opened.decode(audio=0)])
    tenths = sound[: len(sound) // (rate // 10) * (rate // 10)].reshape(-1, rate // 10)
    strength: NDArray[np.float64] = np.sqrt((tenths.astype(np.float64) ** 2).mean(axis=1))
    return strength


def test_there_are_eight_videos_and_none_without_a_storyboard() -> None:
    assert len(NAMES) == 8
    assert sorted(path.stem for path in STARTER_LIBRARY.glob("*.mp4")) == NAMES


def test_all_videos_together_are_small_enough_to_live_in_the_repository() -> None:
    assert sum(video_of(name).stat().st_size for name in NAMES) < 10_000_000


@every_video
def test_a_video_is_small_and_lasts_one_to_two_and_a_half_minutes(name: str) -> None:
    assert video_of(name).stat().st_size < 3_000_000
    assert 60 <= seconds(video_of(name)) <= 150


@every_video
def test_a_video_plays_in_browsers_and_knows_its_title(name: str) -> None:
    with av.open(str(video_of(name))) as video:
        assert video.metadata["title"] == storyboard_of(name).title
        picture, sound = video.streams.video[0], video.streams.audio[0]
        assert (picture.codec_context.name, picture.width, picture.height) == ("h264", 1280, 720)
        assert sound.codec_context.name == "aac"
    head = video_of(name).read_bytes()
    assert head.index(b"moov") < head.index(b"mdat")


@every_video
def test_the_subtitles_fit_the_video_in_order_and_without_a_gap(name: str) -> None:
    subtitles, length = subtitles_of(name), seconds(video_of(name))
    assert subtitles[0].start == 0
    assert length - 0.5 <= subtitles[-1].end / 1000 <= length + 0.1
    for before, after in pairwise(subtitles):
        assert before.end == after.start
    assert all(line.duration > 1000 for line in subtitles)


@every_video
def test_each_sentence_is_a_subtitle(name: str) -> None:
    said = [sentence.say for _, sentence in sentences(storyboard_of(name))]
    assert [line.plaintext for line in subtitles_of(name)] == said


@every_video
def test_something_is_said_while_a_subtitle_is_seen(name: str) -> None:
    strength = loudness(video_of(name))
    for line in subtitles_of(name):
        heard = strength[line.start // 100 : line.end // 100] > QUIET
        assert heard.mean() > 0.4, line.plaintext


@every_video
def test_the_subtitles_change_in_the_pause_between_two_sentences(name: str) -> None:
    strength = loudness(video_of(name))
    for line in subtitles_of(name)[:-1]:
        assert strength[line.end // 100 - 2] < QUIET, line.plaintext


def test_two_videos_have_english_subtitles() -> None:
    assert [name for name in NAMES if storyboard_of(name).has_english] == ENGLISH
    assert sorted(path.name for path in STARTER_LIBRARY.glob("*.en.vtt")) == [f"{n}.en.vtt" for n in ENGLISH]


@pytest.mark.parametrize("name", ENGLISH)
def test_the_english_subtitles_have_the_times_of_what_is_said(name: str) -> None:
    german, english = subtitles_of(name), subtitles_of(name, "en")
    assert [(line.start, line.end) for line in german] == [(line.start, line.end) for line in english]
    assert [line.plaintext for line in english] == [s.english for _, s in sentences(storyboard_of(name))]


@pytest.mark.parametrize("name", ENGLISH)
def test_the_portal_takes_the_german_subtitles(name: str) -> None:
    taken = subtitles_beside(video_of(name))
    assert taken is not None
    assert taken.language == "de"


@every_video
def test_the_facts_lie_beside_the_video(name: str) -> None:
    facts = yaml.safe_load((STARTER_LIBRARY / f"{name}.mp4.yml").read_text("utf-8"))
    order = [
        "devices",
        "topics",
        "audience",
        "level",
        "language",
        "valid_for",
        "checked",
        "author",
        "questions",
    ]
    storyboard = storyboard_of(name)
    assert list(facts) == order
    assert set(facts["devices"]) <= DEVICES
    assert set(facts["topics"]) <= TOPICS
    assert (facts["language"], facts["checked"], facts["author"]) == ("de", storyboard.date, "Medienteam")
    assert load_facts(facts) == storyboard.facts


@every_video
def test_the_reader_finds_a_part_for_each_slide(name: str) -> None:
    reading = read(video_of(name), Limits(), Recognition())
    storyboard = storyboard_of(name)
    assert (reading.title, reading.language) == (storyboard.title, "de")
    found = [section.heading_path[-1] for section in reading.sections]
    assert list(dict.fromkeys(found)) == [slide.title.replace("\u00ad", "") for slide in storyboard.slides]
