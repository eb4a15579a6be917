"""Reads a subtitle file (WebVTT or SubRip): alone as a transcript, or beside its recording."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from knowledge.reading.cues import Cue, parse_cues, stated_language, to_webvtt
from knowledge.reading.decoding import decode
from knowledge.reading.errors import Unreadable
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.section import Reading
from knowledge.reading.transcript import Chapter, sections, title_from_name

# By preference; "" is the recording's own name without a language.
_LANGUAGES = ("de", "", "en")
_LANGUAGE_CODES = {"de": "de", "deu": "de", "ger": "de", "en": "en", "eng": "en"}
_CHAPTERS = "chapters"


@dataclass(frozen=True, slots=True)
class Subtitles:
    """A recording's subtitles; `language` is "de", "en" or None where it is not known."""

    cues: tuple[Cue, ...]
    language: str | None = None
    notices: tuple[str, ...] = ()


def read_subtitles(path: Path, limits: Limits, recognition: Recognition) -> Reading:
    """A transcript without a recording, as paragraphs that know their second."""
    subtitles = load_subtitles(path)
    return Reading(
        title=title_from_name(path),
        sections=sections(subtitles.cues),
        language=subtitles.language,
        duration=subtitles.cues[-1].end,
        subtitles=to_webvtt(subtitles.cues),
    )


def load_subtitles(path: Path) -> Subtitles:
    """The file's cues and language. Raises Unreadable."""
    text = decode(path.read_bytes())
    return Subtitles(parse_cues(text), known_language(stated_language(text) or _suffix(path)))


def subtitles_beside(recording: Path) -> Subtitles | None:
    """Those of `a.de.vtt`, `a.vtt`, `a.en.vtt` or the same with .srt, for `a.mp4`; None without such a file.

    A file that cannot be read gives way to the next one; Unreadable is raised if it is the only one.
    """
    refused: Unreadable | None = None
    for path in _candidates(recording):
        try:
            return load_subtitles(path)
        except Unreadable as error:
            refused = refused or type(error)(f"{path.name}: {error}")
    if refused:
        raise refused
    return None


def translations_beside(recording: Path, language: str | None) -> dict[str, Subtitles]:
    """The subtitles beside a recording in languages other than this one, by language, with a second suffix
    that says so; those that cannot be read are left out."""
    found: dict[str, Subtitles] = {}
    for path in _candidates(recording):
        spoken = known_language(_suffix(path))
        if spoken and spoken != language and spoken not in found:
            with suppress(Unreadable):
                found[spoken] = load_subtitles(path)
    return found


def chapters_beside(recording: Path) -> tuple[Chapter, ...]:
    """The chapters in `a.chapters.vtt` for `a.mp4`."""
    paths = [path for path in _companions(recording) if _suffix(path) == _CHAPTERS]
    cues = parse_cues(decode(paths[0].read_bytes())) if paths else ()
    return tuple(Chapter(cue.start, " ".join(cue.text.split())) for cue in cues)


def known_language(code: str | None) -> str | None:
    """ "de" or "en" for any of their codes ("ger", "en-US"), else None."""
    return _LANGUAGE_CODES.get(re.split("[-_]", code or "")[0].lower())


def _candidates(recording: Path) -> list[Path]:
    found = [path for path in _companions(recording) if _suffix(path) != _CHAPTERS]
    return sorted(found, key=lambda path: (_rank(_suffix(path)), path.suffix.lower() != ".vtt", path.name))


def _rank(suffix: str) -> int:
    language = known_language(suffix) or suffix
    return _LANGUAGES.index(language) if language in _LANGUAGES else len(_LANGUAGES)


def _companions(recording: Path) -> list[Path]:
    stem = _composed(recording.stem)
    paths = (path for path in recording.parent.iterdir() if path.suffix.lower() in {".vtt", ".srt"})
    return [p for p in paths if stem in {_composed(p.stem), _composed(p.stem).rpartition(".")[0]}]


def _suffix(path: Path) -> str:
    """The second suffix, such as "de" in `a.de.vtt`."""
    suffix = path.stem.rpartition(".")[2] if "." in path.stem else ""
    return suffix.lower()


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
