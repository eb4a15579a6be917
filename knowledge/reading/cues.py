"""Subtitles as cues: read from WebVTT and SubRip, written as WebVTT."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import pysubs2

from knowledge.reading.errors import Empty, WrongFormat

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<\d[\d:.]*>|\{\\[^}]*\}")
_LANGUAGE = re.compile(r"^Language:\s*([a-zA-Z]{2,3})", re.MULTILINE)
_BACKSLASH = "\ue000"  # stands for it while pysubs2, to which it begins a command, has the text
_TOUCH = 0.1  # seconds between two cues that seem to follow without a pause


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown or said from `start` to `end`, in seconds; `text` is plain, with the lines as shown."""

    start: float
    end: float
    text: str


def parse_cues(text: str) -> tuple[Cue, ...]:
    """The cues of a WebVTT or SubRip file, in order of time, without mark-up and repetitions.

    Raises WrongFormat without any time stamp, Empty without any text.
    """
    events = _events(text)
    if not events and "-->" not in text and not text.lstrip().startswith("WEBVTT"):
        raise WrongFormat("this is not a subtitle file, there are no time stamps in it")
    cues = unrolled(
        Cue(event.start / 1000, max(event.start, event.end) / 1000, _plain(event.text)) for event in events
    )
    if not cues:
        raise Empty("there are no subtitles in the file")
    return cues


def stated_language(text: str) -> str | None:
    """The language that a WebVTT file names in its head, for example "de"."""
    stated = _LANGUAGE.search(text.partition("\n\n")[0])
    return stated[1].lower() if stated else None


def to_webvtt(cues: Iterable[Cue]) -> str:
    """The cues as a WebVTT file for the player."""
    blocks = (
        f"{_stamp(cue.start)} --> {_stamp(cue.end)}\n{html.escape(cue.text, quote=False)}\n" for cue in cues
    )
    return "\n".join(["WEBVTT\n", *blocks])


def unrolled(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """In order of time, without empty ones; what a rolling caption shows again counts only the first time."""
    result: list[Cue] = []
    shown: list[str] = []
    for cue in sorted((cue for cue in cues if cue.text), key=lambda cue: cue.start):
        lines = cue.text.split("\n")
        follows = bool(result) and cue.start <= result[-1].end + _TOUCH
        fresh = "\n".join(lines[_repeated(shown, lines) :] if follows else lines)
        if follows and (not fresh or fresh.startswith(f"{result[-1].text} ")):
            last = result.pop()
            result.append(Cue(last.start, max(last.end, cue.end), fresh or last.text))
        else:
            result.append(replace(cue, text=fresh))
        shown = lines
    return tuple(result)


def _repeated(shown: list[str], lines: list[str]) -> int:
    """How many first lines are the last ones of what was shown before."""
    return next((n for n in range(min(len(shown), len(lines)), 0, -1) if shown[-n:] == lines[:n]), 0)


def _events(text: str) -> list[pysubs2.SSAEvent]:
    """pysubs2 knows the time stamps; many a .vtt file has those of SubRip."""
    prepared = _TAG.sub("", text).replace("\\", _BACKSLASH)
    if text.lstrip().startswith("WEBVTT"):
        prepared = "\n\n".join(_timed_blocks(prepared))
    for layout in ("vtt", "srt"):
        events = pysubs2.SSAFile.from_string(prepared, format_=layout, keep_html_tags=True).events
        if events:
            return events
    return []


def _timed_blocks(text: str) -> Iterator[str]:
    """WebVTT's blocks from their time stamp on: without head, notes, styles and the cues' own names."""
    for block in re.split(r"\n[^\S\n]*\n", text):
        lines = block.strip("\n").split("\n")
        timed = next((number for number, line in enumerate(lines[:2]) if "-->" in line), None)
        if timed is not None:
            yield "\n".join(lines[timed:])


def _plain(text: str) -> str:
    shown = html.unescape(text.replace("\\N", "\n").replace(_BACKSLASH, "\\"))
    lines = (" ".join(line.split()) for line in shown.split("\n"))
    return "\n".join(line for line in lines if line)


def _stamp(seconds: float) -> str:
    minutes, milliseconds = divmod(round(seconds * 1000), 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{milliseconds // 1000:02}.{milliseconds % 1000:03}"
