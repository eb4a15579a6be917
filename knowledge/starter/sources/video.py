"""Joins slides and speech to an MP4, with subtitles that are timed by the recordings themselves."""

from __future__ import annotations

import subprocess
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from knowledge.starter.sources.slides import draw_slides
from knowledge.starter.sources.speech import length, speak
from knowledge.starter.sources.storyboard import Cue, Storyboard, cues, sentences

RATE = 44_100
PAUSE = 0.35
PAUSE_BETWEEN_SLIDES = 0.9


def build_video(storyboard: Storyboard, video: Path, subtitles: Path) -> None:
    """Writes the video and its WebVTT; the same machine gives the same bytes."""
    with TemporaryDirectory() as folder:
        work = Path(folder)
        recordings = _record(storyboard, work)
        timeline = cues(storyboard, [length(recording) for recording in recordings])
        _list_files(work / "sound.txt", recordings)
        _show(storyboard, timeline, work)
        (work / "facts.txt").write_text(_facts(storyboard, timeline), "utf-8")
        _encode(work, timeline[-1].end, video)
    subtitles.write_text(_vtt(timeline), "utf-8")


def _record(storyboard: Storyboard, work: Path) -> list[Path]:
    """One recording for each sentence, with the pause that follows it."""
    spoken = sentences(storyboard)
    follows = [here[0] is there[0] for here, there in pairwise(spoken)] + [False]
    recordings = []
    for number, ((_, sentence), same_slide) in enumerate(zip(spoken, follows, strict=True)):
        raw, padded = work / f"raw{number:02}.wav", work / f"say{number:02}.wav"
        speak(sentence.say, storyboard.spoken, raw)
        pause = PAUSE if same_slide else PAUSE_BETWEEN_SLIDES
        trim = "silenceremove=start_periods=1:start_threshold=-50dB,areverse,"
        trim += "silenceremove=start_periods=1:start_threshold=-50dB,areverse"
        _ffmpeg("-i", raw, "-af", f"{trim},apad=pad_dur={pause}", "-ar", RATE, "-ac", 1, padded)
        recordings.append(padded)
    return recordings


def _show(storyboard: Storyboard, timeline: list[Cue], work: Path) -> None:
    pictures = [work / f"slide{number:02}.png" for number in range(len(timeline))]
    for picture, image in zip(pictures, draw_slides(storyboard, timeline), strict=True):
        image.save(picture)
    seen = [cue.end - cue.start for cue in timeline]
    _list_files(work / "pictures.txt", pictures, seen)


def _list_files(target: Path, files: list[Path], seconds: list[float] | None = None) -> None:
    lines = [f"file '{file.name}'" for file in files]
    if seconds:
        lines = [f"{line}\nduration {shown:.4f}" for line, shown in zip(lines, seconds, strict=True)] + lines[
            -1:
        ]
    target.write_text("\n".join(lines) + "\n", "utf-8")


def _encode(work: Path, seconds: float, video: Path) -> None:
    inputs = [
        "-f",
        "concat",
        "-i",
        work / "pictures.txt",
        "-f",
        "concat",
        "-i",
        work / "sound.txt",
        "-i",
        work / "facts.txt",
    ]
    picture = [
        "-vf",
        "fps=15,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p",
        "-c:v",
        "libx264",
        "-preset",
        "slow",
        "-tune",
        "stillimage",
        "-crf",
        20,
    ]
    picture += [
        "-colorspace",
        "bt709",
        "-color_primaries",
        "bt709",
        "-color_trc",
        "bt709",
        "-color_range",
        "tv",
    ]
    sound = ["-af", "highpass=f=70,loudnorm=I=-18:TP=-2", "-ar", RATE, "-c:a", "aac", "-b:a", "72k"]
    exact = ["-threads", 1, "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"]
    maps = ["-map", "0:v", "-map", "1:a", "-map_metadata", 2, "-metadata:s:a:0", "language=deu"]
    _ffmpeg(
        *inputs, *maps, *picture, *sound, *exact, "-t", f"{seconds:.3f}", "-movflags", "+faststart", video
    )


def _facts(storyboard: Storyboard, timeline: list[Cue]) -> str:
    """Title and chapters (one for each slide) as ffmpeg reads them."""
    lines = [";FFMETADATA1", f"title={storyboard.title}", f"artist={storyboard.author}"]
    lines += [f"comment={storyboard.description}", f"date={storyboard.date}", "language=deu"]
    for slide in storyboard.slides:
        shown = [cue for cue in timeline if cue.slide is slide]
        lines += [
            "[CHAPTER]",
            "TIMEBASE=1/1000",
            f"START={shown[0].start * 1000:.0f}",
            f"END={shown[-1].end * 1000:.0f}",
        ]
        lines.append("title=" + slide.title.replace("\u00ad", ""))
    return "\n".join(lines) + "\n"


def _vtt(timeline: list[Cue]) -> str:
    blocks = [f"{_clock(cue.start)} --> {_clock(cue.end)}\n{cue.sentence.say}" for cue in timeline]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds * 1000), 60_000)
    return f"00:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"


def _ffmpeg(*arguments: object) -> None:
    subprocess.run(["ffmpeg", "-hide_banner", "-loglevel", "error", "-y", *map(str, arguments)], check=True)
