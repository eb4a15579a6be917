"""A recording with its transcript: each sentence leads to its second."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import streamlit as st

from knowledge.kinds import RECORDINGS, DocumentKind
from knowledge.reading.cues import Cue, parse_cues
from knowledge.reading.errors import Empty, WrongFormat
from retriever.catalogue import Chapter, Manual
from retriever.sentences import sentences
from retriever.within import hits
from ui.addresses import file_address
from ui.desk import Desk
from ui.escaping import as_html
from ui.library.place import Shown
from ui.library.sections import section_id
from ui.places import clock
from ui.sources import PLAYER, tracks
from ui.texts import Texts


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence and the second at which it begins."""

    text: str
    seconds: float


def show_recording(place: Shown, words: str, desk: Desk, t: Texts) -> None:
    document = place.manual.document
    if document.kind in RECORDINGS:
        if desk.original(document.id):
            _show_player(place, desk, t)
        else:
            st.html(f'<p class="quiet">{as_html(t.library.file_gone)}</p>')
    _show_transcript(place, words, desk, t)


def _show_player(place: Shown, desk: Desk, t: Texts) -> None:
    document, start = place.manual.document, place.seconds or 0
    kind = "audio" if document.kind is DocumentKind.AUDIO else "video"
    track = tracks(document.id, desk, t) if kind == "video" else ""
    address = f"{file_address(document.id, desk.person)}#t={start:g}"
    words = as_html(f"{document.title}, {clock(start)}")
    with st.container(key="player"):
        st.html(PLAYER.format(kind=kind, address=as_html(address), words=words, track=track))


def _show_transcript(place: Shown, words: str, desk: Desk, t: Texts) -> None:
    found = {hit.text for hit in hits(place.manual, words)}
    cues = _cues(desk.subtitles(place.manual.document.id))
    playable = place.manual.document.kind in RECORDINGS
    line = _button if playable else _line
    parts = "".join(_part(chapter, said, found, line) for chapter, said in spoken(place.manual, cues))
    if not parts:
        return
    hint = f'<p class="quiet">{as_html(t.library.transcript_hint)}</p>' if playable else ""
    label = as_html(t.library.transcript)
    st.html(
        f'<h2 class="section">{label}</h2>{hint}'
        f'<div class="transcript" role="region" tabindex="0" aria-label="{label}">{parts}</div>'
    )


def _part(
    chapter: Chapter, said: Sequence[Spoken], found: set[str], line: Callable[[Spoken, bool], str]
) -> str:
    heading = f"<h3>{as_html(chapter.heading_path[-1])}</h3>" if chapter.heading_path else ""
    lines = "".join(f"<li>{line(one, one.text in found)}</li>" for one in said)
    return f'<section id="{section_id(chapter)}">{heading}<ul>{lines}</ul></section>' if lines else ""


def _button(said: Spoken, is_found: bool) -> str:
    return f'<button type="button" data-second="{said.seconds:.2f}">{_words(said, is_found)}</button>'


def _line(said: Spoken, is_found: bool) -> str:
    return f'<div class="line">{_words(said, is_found)}</div>'


def _words(said: Spoken, is_found: bool) -> str:
    text = f"<mark>{as_html(said.text)}</mark>" if is_found else as_html(said.text)
    return f'<span class="time">{clock(said.seconds)}</span><span>{text}</span>'


def spoken(manual: Manual, cues: Sequence[Cue]) -> Iterator[tuple[Chapter, list[Spoken]]]:
    """What is said in each chapter, sentence by sentence; a sentence that the subtitles do not have stands
    where its paragraph begins."""
    moments = _Moments(cues)
    for chapter in manual.chapters:
        yield (
            chapter,
            [
                Spoken(text, moments.of(text, block.seconds or 0.0))
                for block in chapter.blocks
                for item in block.items
                for text in sentences(item)
            ],
        )


class _Moments:
    """The seconds of sentences that are asked for in their order."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self._text = ""
        self._starts: list[tuple[int, float]] = []
        for cue in cues:
            self._starts.append((len(self._text), cue.start))
            self._text += " ".join(cue.text.split()) + " "
        self._done = 0

    def of(self, sentence: str, otherwise: float) -> float:
        place = self._text.find(sentence, self._done)
        if place < 0:
            return otherwise
        self._done = place + len(sentence)
        return next(start for first, start in reversed(self._starts) if first <= place)


def _cues(subtitles: str | None) -> Sequence[Cue]:
    try:
        return parse_cues(subtitles) if subtitles else ()
    except (Empty, WrongFormat):
        return ()
