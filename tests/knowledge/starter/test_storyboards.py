"""What a storyboard may hold, how its slides look, and how its words are given to the voice."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.starter.sources import video
from knowledge.starter.sources.scenes import SCENES
from knowledge.starter.sources.slides import draw_slides
from knowledge.starter.sources.speech import as_spoken
from knowledge.starter.sources.storyboard import Storyboard, cues, load_storyboard, sentences
from knowledge.starter.sources.video import STORYBOARDS, build_videos

ALL = sorted(STORYBOARDS.glob("*.yaml"))
FORBIDDEN = re.compile(r"/work\b|/tmp\b|\bTODO\b|\bdu\b|\bdein|[!\U0001f300-\U0001faff]", re.IGNORECASE)
SUBTITLES_BEGIN = 600

every_storyboard = pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)


@every_storyboard
def test_its_steps_are_counted_one_by_one(path: Path) -> None:
    steps = [slide.step for slide in load_storyboard(path).slides if slide.step]
    assert steps == list(range(1, len(steps) + 1))


@every_storyboard
def test_its_sentences_are_short_calm_and_complete(path: Path) -> None:
    for _, sentence in sentences(load_storyboard(path)):
        assert len(sentence.say) <= 100, sentence.say
        assert sentence.say.endswith((".", "?"))
        assert not FORBIDDEN.search(f"{sentence.say} {sentence.show or ''} {sentence.english or ''}")


def test_every_drawing_is_shown_and_every_slide_has_one() -> None:
    assert {slide.drawing for path in ALL for slide in load_storyboard(path).slides} == set(SCENES)


@every_storyboard
def test_its_slides_are_drawn_and_leave_room_for_the_subtitles(path: Path) -> None:
    storyboard = load_storyboard(path)
    timeline = cues(storyboard, [2.0] * len(sentences(storyboard)))
    last = [cue for cue in timeline if cue.shown == sum(s.show is not None for s in cue.slide.sentences)]
    for cue, picture in zip(last, draw_slides(storyboard, last), strict=True):
        assert picture.size == (1280, 720)
        lowest = picture.convert("L").crop((0, SUBTITLES_BEGIN, 1280, 720)).getextrema()
        assert lowest[0] == lowest[1], cue.slide.title


def test_a_slide_shows_its_lines_one_after_the_other() -> None:
    storyboard = load_storyboard(STORYBOARDS / "ipad-spiegeln.yaml")
    shown = [cue.shown for cue in cues(storyboard, [2.0] * len(sentences(storyboard)))]
    assert shown[:5] == [1, 2, 0, 1, 2]


def test_english_for_only_some_sentences_is_refused() -> None:
    storyboard = load_storyboard(STORYBOARDS / "ipad-spiegeln.yaml")
    first, *rest = storyboard.slides
    said, *others = first.sentences
    broken = replace(first, sentences=(replace(said, english=None), *others))
    with pytest.raises(ValueError, match="sentence 1 has no English"):
        _ = replace(storyboard, slides=(broken, *rest)).has_english


def test_foreign_words_are_given_to_the_voice_as_they_sound() -> None:
    assert as_spoken("Wählen Sie „HDMI“ am iPad.") == "Wählen Sie H-D-M-I am Eipäd."


def test_all_storyboards_are_built_in_order(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def build(storyboard: Storyboard, target: Path) -> list[Path]:
        return [target.with_name(f"{target.name}.mp4")]

    monkeypatch.setattr(video, "build_video", build)
    assert build_videos(tmp_path) == [tmp_path / f"{path.stem}.mp4" for path in ALL]
