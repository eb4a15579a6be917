"""What ffmpeg is asked to do: cut the speech, and join pictures and sound to a small MP4."""

from __future__ import annotations

import subprocess
from pathlib import Path

from knowledge.starter.sources.storyboard import Cue, Storyboard

RATE = 32_000
PICTURE = (
    "-vf fps=10,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"
    " -c:v libx264 -preset slow -tune stillimage -crf 23"
    " -colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv"
)
SOUND = f"-af highpass=f=70,loudnorm=I=-18:TP=-2 -ar {RATE} -c:a aac -b:a 48k"
SAME_BYTES = "-threads 1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact"
STREAMS = "-map 0:v -map 1:a -map_metadata 2 -metadata:s:a:0 language=deu"
SILENCE = "silenceremove=start_periods=1:start_threshold=-50dB"


def record(raw: Path, pause: float, target: Path) -> None:
    """The speech without the silence around it, and with the given pause after it."""
    cut = f"{SILENCE},areverse,{SILENCE},areverse,apad=pad_dur={pause}"
    _ffmpeg("-i", raw, "-af", cut, "-ar", RATE, "-ac", 1, target)


def encode(pictures: list[tuple[Path, float]], recordings: list[Path], facts: str, video: Path) -> None:
    """Shows each picture for its seconds while the recordings are heard one after the other."""
    work = recordings[0].parent
    shown = [f"file '{picture.name}'\nduration {seconds:.4f}" for picture, seconds in pictures]
    shown.append(f"file '{pictures[-1][0].name}'")  # else ffmpeg drops the last picture's seconds
    _write(work / "pictures.txt", shown)
    _write(work / "sound.txt", [f"file '{recording.name}'" for recording in recordings])
    _write(work / "facts.txt", [facts])
    lists = ["-f", "concat", "-i", work / "pictures.txt", "-f", "concat", "-i", work / "sound.txt"]
    until = ["-t", f"{sum(seconds for _, seconds in pictures):.3f}", "-movflags", "+faststart"]
    options = f"{STREAMS} {PICTURE} {SOUND} {SAME_BYTES}".split()
    _ffmpeg(*lists, "-i", work / "facts.txt", *options, *until, video)


def chapters(storyboard: Storyboard, timeline: list[Cue]) -> str:
    """Title and chapters (one for each slide) as ffmpeg reads them."""
    lines = [";FFMETADATA1", f"title={storyboard.title}", f"artist={storyboard.author}"]
    lines += [f"comment={storyboard.description}", f"date={storyboard.date}", "language=deu"]
    for slide in storyboard.slides:
        shown = [cue for cue in timeline if cue.slide is slide]
        lines += ["[CHAPTER]", "TIMEBASE=1/1000", f"START={shown[0].start * 1000:.0f}"]
        lines += [f"END={shown[-1].end * 1000:.0f}", "title=" + slide.title.replace("\u00ad", "")]
    return "\n".join(lines)


def _write(target: Path, lines: list[str]) -> None:
    target.write_text("\n".join(lines) + "\n", "utf-8")


def _ffmpeg(*arguments: object) -> None:
    subprocess.run(["ffmpeg", "-hide_banner", "-loglevel", "error", "-y", *map(str, arguments)], check=True)
