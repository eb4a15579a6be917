"""Reads a recording (MP4, WebM, MP3) by what is said in it: its subtitles, or its speech."""

from __future__ import annotations

from pathlib import Path

from knowledge.reading.cues import to_webvtt
from knowledge.reading.errors import NoSubtitles
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.media_container import read_container, subtitles_inside
from knowledge.reading.section import Reading
from knowledge.reading.speech import transcribe
from knowledge.reading.subtitles import Subtitles, chapters_beside, subtitles_beside, translations_beside
from knowledge.reading.transcript import sections, title_from_name


def read_recording(path: Path, limits: Limits, recognition: Recognition) -> Reading:
    """Paragraphs that know their second, under the recording's chapters. Raises Unreadable."""
    container = read_container(path)
    subtitles = _subtitles(path, recognition)
    others = translations_beside(path, subtitles.language)
    return Reading(
        title=container.title or title_from_name(path),
        sections=sections(subtitles.cues, chapters_beside(path) or container.chapters),
        date=container.date,
        language=subtitles.language,
        duration=container.duration,
        subtitles=to_webvtt(subtitles.cues),
        translations=tuple((language, to_webvtt(other.cues)) for language, other in others.items()),
        notices=subtitles.notices,
    )


def _subtitles(path: Path, recognition: Recognition) -> Subtitles:
    """Those beside the recording, where people correct them; then a track inside; then its speech."""
    found = subtitles_beside(path) or subtitles_inside(path)
    if found:
        return found
    if recognition.whisper_model:
        return transcribe(path, recognition.whisper_model)
    raise NoSubtitles("no subtitles: put a .vtt or .srt file of the same name beside the recording")
