"""Subtitles as cues: read from WebVTT and SubRip, written as WebVTT."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from knowledge.reading.errors import Empty, WrongFormat

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<\d[\d:.]*>|\{\\[^}]*\}")
_LANGUAGE = re.compile(r"^Language:\s*([a-zA-Z]{2,3})", re.MULTILINE)
_STAMP = r"(?:(\d+):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"  # the comma is SubRip's; many a .vtt file has it too
_TIMES = re.compile(rf"^[^\S\n]*{_STAMP}[^\S\n]*-->[^\S\n]*{_STAMP}.*\n?", re.MULTILINE)
_BLANK_LINE = re.compile(r"^\s*$", re.MULTILINE)
_TOUCH = 0.1  # seconds between two cues that seem to follow without a pause


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown or said from `start` to `end`, in seconds; `text` is plain, with the lines as shown."""

    start: float
    end: float
    text: str


def parse_cues(text: str) -> tuple[Cue, ...]:
    """The cues of a WebVTT or SubRip file, in order of time, without mark-up and repetitions.

    Notes, styles, names of cues and their positions are left out.
    Raises WrongFormat without any time stamp, Empty without any text.
    """
    if not _TIMES.search(text) and not text.lstrip().startswith("WEBVTT"):
        raise WrongFormat("this is not a subtitle file, there are no time stamps in it")
    cues = unrolled(_cues(text))
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


def _cues(text: str) -> Iterator[Cue]:
    """pysubs2 and webvtt-py both take notes, or numbers at a text's end, for something else than they are."""
    for times in _TIMES.finditer(text):
        shown = _BLANK_LINE.split(text[times.end() :], maxsplit=1)[0]
        start, end = _seconds(*times.groups()[:4]), _seconds(*times.groups()[4:])
        yield Cue(start, max(start, end), _plain(shown))


def _seconds(hours: str | None, minutes: str, seconds: str, fraction: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction}")


def _plain(text: str) -> str:
    lines = (" ".join(line.split()) for line in html.unescape(_TAG.sub("", text)).split("\n"))
    return "\n".join(line for line in lines if line)


def _stamp(seconds: float) -> str:
    minutes, milliseconds = divmod(round(seconds * 1000), 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{milliseconds // 1000:02}.{milliseconds % 1000:03}"
