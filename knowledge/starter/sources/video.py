"""Joins slides and speech to videos, with subtitles that are timed by the recordings themselves."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from knowledge.starter.sources.encoding import chapters, encode, record
from knowledge.starter.sources.sidecar import write_sidecar
from knowledge.starter.sources.slides import draw_slides
from knowledge.starter.sources.speech import length, speak
from knowledge.starter.sources.storyboard import Cue, Storyboard, cues, load_storyboard, sentences

STORYBOARDS = Path(__file__).resolve().parent / "videos"
PAUSE = 0.35
PAUSE_BETWEEN_SLIDES = 0.9


def build_videos(target: Path) -> list[Path]:
    """Builds the video of every storyboard into `target`, with what lies beside it, and names the files."""
    storyboards = sorted(STORYBOARDS.glob("*.yaml"))
    return [file for path in storyboards for file in build_video(load_storyboard(path), target / path.stem)]


def build_video(storyboard: Storyboard, target: Path) -> list[Path]:
    """Writes `target`.mp4, its facts and its WebVTT; the same machine gives the same bytes."""
    video = target.with_name(f"{target.name}.mp4")
    with TemporaryDirectory() as folder:
        work = Path(folder)
        recordings = _recordings(storyboard, work)
        timeline = cues(storyboard, [length(recording) for recording in recordings])
        encode(_pictures(storyboard, timeline, work), recordings, chapters(storyboard, timeline), video)
    return [video, write_sidecar(storyboard, video), *_subtitles(storyboard, timeline, target)]


def _recordings(storyboard: Storyboard, work: Path) -> list[Path]:
    """One recording for each sentence, with the pause that follows it."""
    spoken = sentences(storyboard)
    follows = [here[0] is there[0] for here, there in pairwise(spoken)] + [False]
    recordings = []
    for number, ((_, sentence), same_slide) in enumerate(zip(spoken, follows, strict=True)):
        raw, padded = work / f"raw{number:02}.wav", work / f"say{number:02}.wav"
        speak(sentence.say, raw)
        record(raw, PAUSE if same_slide else PAUSE_BETWEEN_SLIDES, padded)
        recordings.append(padded)
    return recordings


def _pictures(storyboard: Storyboard, timeline: list[Cue], work: Path) -> list[tuple[Path, float]]:
    """One picture for each cue, with its seconds."""
    pictures = []
    for number, (cue, image) in enumerate(zip(timeline, draw_slides(storyboard, timeline), strict=True)):
        picture = work / f"slide{number:02}.png"
        image.save(picture)
        pictures.append((picture, cue.end - cue.start))
    return pictures


def _subtitles(storyboard: Storyboard, timeline: list[Cue], target: Path) -> list[Path]:
    texts = {"de": [cue.sentence.say for cue in timeline]}
    if storyboard.has_english:
        texts["en"] = [cue.sentence.english or "" for cue in timeline]
    files = []
    for language, lines in texts.items():
        files.append(target.with_name(f"{target.name}.{language}.vtt"))
        files[-1].write_text(_vtt(timeline, lines), "utf-8")
    return files


def _vtt(timeline: list[Cue], lines: list[str]) -> str:
    blocks = [
        f"{_clock(cue.start)} --> {_clock(cue.end)}\n{line}"
        for cue, line in zip(timeline, lines, strict=True)
    ]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds * 1000), 60_000)
    return f"00:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"
