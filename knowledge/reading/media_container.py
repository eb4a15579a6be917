"""What a recording's own container tells: length, title, chapters, a subtitle track.

PyAV brings FFmpeg's libraries with it, so no program needs to be on the machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import av
from av import Packet
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.subtitles.stream import SubtitleStream
from av.subtitles.subtitle import AssSubtitle
from av.video.stream import VideoStream

from knowledge.reading.cues import Cue, unrolled
from knowledge.reading.errors import Damaged, WrongFormat
from knowledge.reading.subtitles import Subtitles, known_language
from knowledge.reading.transcript import Chapter

_FORMATS = {".mp4": "mp4", ".webm": "webm", ".mp3": "mp3"}
_TAIL = 10.0  # seconds at the end that are looked at
_DAMAGED = "the recording is damaged or was not copied completely"
_TAG = re.compile(r"\{\\[^}]*\}")


@dataclass(frozen=True, slots=True)
class Container:
    """`duration` is in seconds, None where the container does not tell it."""

    duration: float | None
    title: str
    date: date | None
    chapters: tuple[Chapter, ...]


def read_container(path: Path) -> Container:
    """Reads only the file's head and end. Raises WrongFormat or Damaged."""
    with _opened(path) as container:
        _check_end(container)
        return Container(
            container.duration / av.time_base if container.duration else None,
            container.metadata.get("title", "").strip(),
            _created(container.metadata),
            tuple(_chapters(container)),
        )


def subtitles_inside(path: Path) -> Subtitles | None:
    """Those of the German track, else of the first one that has text. Raises WrongFormat or Damaged."""
    with _opened(path) as container:
        tracks = sorted(container.streams.subtitles, key=lambda stream: _language(stream) != "de")
        for stream in tracks:
            container.seek(0)
            cues = unrolled(_cues(container, stream))
            if cues:
                return Subtitles(cues, _language(stream))
    return None


@contextmanager
def _opened(path: Path) -> Iterator[InputContainer]:
    try:
        with av.open(str(path), metadata_errors="replace") as container:
            _check_format(container, path)
            yield container
    except (av.FFmpegError, EOFError) as error:
        raise Damaged(_DAMAGED) from error


def _check_format(container: InputContainer, path: Path) -> None:
    actual = container.format.name.split(",")
    if _FORMATS[path.suffix.lower()] not in actual:
        raise WrongFormat(f"this is {actual[0]} content, although its name ends in {path.suffix.lower()}")
    if not _playing(container):
        raise Damaged("there is neither sound nor picture in the recording")


def _check_end(container: InputContainer) -> None:
    """The head of a recording that was copied in part still promises its whole length."""
    promised = _promised(container)
    if not promised or container.format.name == "mp3":  # whose length is an estimate
        return
    container.seek(int(max(0, promised - _TAIL) * av.time_base))
    latest = max(map(_end, container.demux(_playing(container))))
    if latest < promised * 0.9 - 1:
        raise Damaged(_DAMAGED)


def _promised(container: InputContainer) -> float:
    """A track of subtitles may go on after the picture, so the streams are asked first."""
    streams = (float(s.duration * s.time_base) for s in _playing(container) if s.duration and s.time_base)
    return max(streams, default=(container.duration or 0) / av.time_base)


def _playing(container: InputContainer) -> list[AudioStream | VideoStream]:
    return [*container.streams.audio, *container.streams.video]


def _end(packet: Packet[Any]) -> float:
    if packet.pts is None or packet.time_base is None:
        return 0.0
    return float((packet.pts + (packet.duration or 0)) * packet.time_base)


def _created(metadata: dict[str, str]) -> date | None:
    try:
        day = date.fromisoformat(metadata.get("creation_time", "")[:10])
    except ValueError:
        return None
    return day if day.year > 1970 else None  # cameras and encoders without a clock


def _chapters(container: InputContainer) -> Iterator[Chapter]:
    for chapter in container.chapters():
        title = chapter["metadata"].get("title", "").strip()
        if title and chapter["time_base"] is not None:
            yield Chapter(float(chapter["start"] * chapter["time_base"]), title)


def _language(stream: SubtitleStream) -> str | None:
    return known_language(stream.metadata.get("language"))


def _cues(container: InputContainer, stream: SubtitleStream) -> Iterator[Cue]:
    for packet in container.demux(stream):
        if packet.pts is None or packet.time_base is None:
            continue
        start = float(packet.pts * packet.time_base)
        end = start + float((packet.duration or 0) * packet.time_base)
        for subtitle in packet.decode():
            if isinstance(subtitle, AssSubtitle):
                yield Cue(start, end, _plain(subtitle.dialogue.decode("utf-8", errors="replace")))


def _plain(dialogue: str) -> str:
    lines = _TAG.sub("", dialogue).replace("\\N", "\n").split("\n")
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())
