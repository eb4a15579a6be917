"""Speech to cues with faster-whisper, only where the settings name a model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.reading.cues import Cue
from knowledge.reading.errors import NoSubtitles
from knowledge.reading.subtitles import Subtitles, known_language

RECOGNISED = "the text was recognised from speech by a machine and may have mistakes"

_SETTING = "LOTSE_WHISPER_MODEL"
_DONE = re.compile(r"(?<!\d)[.!?…][\"“”»)]*$")
_PAUSE = 1.0
_LONGEST = 7.0  # seconds; then a cue ends at the next comma, and soon anywhere
_FAR_TOO_LONG = 10.0


@dataclass(frozen=True, slots=True)
class Word:
    """A spoken word with its punctuation, and when it is said."""

    start: float
    end: float
    text: str


def transcribe(path: Path, model: str) -> Subtitles:
    """The recording's speech. `model` is a folder or the name of a model in the local cache; nothing is
    downloaded. Raises NoSubtitles if the model cannot be loaded or nobody speaks."""
    try:
        from faster_whisper import WhisperModel
    except ImportError as error:
        raise NoSubtitles(
            "no subtitles, and faster-whisper is not installed, which would recognise the speech; install "
            "requirements-speech.txt, or put a .vtt or .srt file of the same name beside the recording"
        ) from error
    try:
        whisper = WhisperModel(model, device="cpu", compute_type="int8", local_files_only=True)
    except Exception as error:  # whatever the libraries say of a folder that holds no model
        raise NoSubtitles(
            f"no subtitles, and the speech model {_SETTING}={model} cannot be loaded; give the folder of a "
            "faster-whisper model, or put a .vtt or .srt file of the same name beside the recording"
        ) from error
    segments, info = whisper.transcribe(str(path), word_timestamps=True, vad_filter=True)
    words = (Word(w.start, w.end, w.word.strip()) for segment in segments for w in segment.words or ())
    cues = tuple(cues_from_words(words))
    if not cues:
        raise NoSubtitles("no subtitles, and no speech was recognised in the recording")
    return Subtitles(cues, known_language(info.language), (RECOGNISED,))


def cues_from_words(words: Iterable[Word]) -> Iterator[Cue]:
    """Cues that end with a sentence, before a pause, or where they would get too long to be read."""
    spoken: list[Word] = []
    for word in words:
        if spoken and word.start - spoken[-1].end >= _PAUSE:
            yield _cue(spoken)
            spoken = []
        spoken.append(word)
        if _ends(spoken):
            yield _cue(spoken)
            spoken = []
    if spoken:
        yield _cue(spoken)


def _ends(spoken: list[Word]) -> bool:
    last, length = spoken[-1], spoken[-1].end - spoken[0].start
    at_comma = last.text.endswith((",", ";", ":"))
    return bool(_DONE.search(last.text)) or (length >= _LONGEST and at_comma) or length >= _FAR_TOO_LONG


def _cue(spoken: list[Word]) -> Cue:
    return Cue(spoken[0].start, spoken[-1].end, " ".join(word.text for word in spoken if word.text))
