"""Small real recordings for tests, made with PyAV alone."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

MILLISECONDS = Fraction(1, 1000)
CODECS = {".mp4": ("mpeg4", "mov_text"), ".webm": ("libvpx", "webvtt")}

Tracks = Mapping[str, Sequence[tuple[float, float, str]]]


def make_video(
    path: Path,
    seconds: int = 30,
    tracks: Tracks | None = None,
    chapters: Sequence[tuple[int, str]] = (),
    **metadata: str,
) -> Path:
    """A picture that gets lighter. `tracks` are subtitles by language; chapters begin at a second."""
    video_codec, subtitle_codec = CODECS[path.suffix]
    options = {"movflags": "faststart"} if path.suffix == ".mp4" else {}
    with av.open(str(path), "w", options=options) as container:
        container.metadata.update(metadata)
        video: Any = container.add_stream(video_codec, rate=1)
        video.width, video.height, video.pix_fmt = 64, 48, "yuv420p"
        streams = [_subtitle_stream(container, subtitle_codec, language) for language in tracks or {}]
        container.set_chapters(list(map(_chapter, range(len(chapters)), chapters)))
        _draw(container, video, seconds)
        for stream, cues in zip(streams, (tracks or {}).values(), strict=True):
            for start, end, text in cues:
                container.mux(_packet(stream, subtitle_codec, start, end, text))
    return path


def make_sound(path: Path, seconds: float = 5, **metadata: str) -> Path:
    """A tone as MP3."""
    with av.open(str(path), "w") as container:
        container.metadata.update(metadata)
        stream: Any = container.add_stream("libmp3lame", rate=16_000, layout="mono")
        wave = np.sin(np.arange(int(seconds * 16_000)) / 10).astype(np.float32)[None]
        frame = av.AudioFrame.from_ndarray(wave, format="fltp", layout="mono")
        frame.sample_rate = 16_000
        container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


def _subtitle_stream(container: Any, codec: str, language: str) -> Any:
    stream = container.add_mux_stream(codec)
    stream.time_base = MILLISECONDS
    stream.metadata["language"] = language
    return stream


def _chapter(number: int, chapter: tuple[int, str]) -> Any:
    start, title = chapter
    bounds = {"start": start * 1000, "end": start * 1000 + 1000, "time_base": MILLISECONDS}
    return {"id": number, **bounds, "metadata": {"title": title}}


def _draw(container: Any, video: Any, seconds: int) -> None:
    for second in range(seconds):
        picture = np.random.default_rng(second).integers(0, 255, (48, 64, 3), np.uint8)
        frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
        frame.pts, frame.time_base = second, Fraction(1)
        container.mux(video.encode(frame))
    container.mux(video.encode())


def _packet(stream: Any, codec: str, start: float, end: float, text: str) -> Any:
    raw = text.encode()
    packet = av.Packet(struct.pack(">H", len(raw)) + raw if codec == "mov_text" else raw)
    packet.pts = packet.dts = int(start * 1000)
    packet.duration = int((end - start) * 1000)
    packet.time_base, packet.stream = MILLISECONDS, stream
    return packet
