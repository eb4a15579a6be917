"""What a document is about and for whom, as its front matter or a file beside it says.

Beside any document may lie a file of the same name with `.yml` behind it, such as `handout.pdf.yml`:

    geräte: [Display, ViewSonic]            devices
    themen: [Bildschirm spiegeln]           topics
    zielgruppe: [Lehrkräfte]                audience
    stufe: Einstieg                         level
    gilt für: Displays aller Hersteller     valid_for
    geprüft: 2026-11-16                     checked
    sprache: de                             language
    fragen:                                 questions
      - Wie friere ich das Bild ein?
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from core.people.names import clean, fold
from knowledge.devices import device_called
from knowledge.reading.stated_date import stated_date, stated_language

SUFFIX = ".yml"
MOST_BYTES = 64 * 1024
MOST_WORDS = 20
LONGEST_WORD = 80
LONGEST_SENTENCE = 300
MOST_QUESTIONS = 40
GERMAN = {
    "geraete": "devices",
    "themen": "topics",
    "zielgruppe": "audience",
    "stufe": "level",
    "gilt fuer": "valid_for",
    "geprueft": "checked",
    "geprueft am": "checked",
    "sprache": "language",
    "fragen": "questions",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """`devices` are canonical names (knowledge.devices) where the word is known, all else stands as it was
    written. `audience` is for whom it is written, not who may read it. `checked` is the day on which somebody
    looked whether it still holds. `questions` are some that it answers, in the words of those who ask."""

    devices: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    level: str = ""
    valid_for: str = ""
    checked: date | None = None
    questions: tuple[str, ...] = ()


NO_FACTS = Facts()


class FactsUnreadable(Exception):
    """The file with a document's facts is not understood; `str(error)` is the reason."""


def facts_of(values: Mapping[str, object]) -> Facts:
    """The facts among front matter; what is of another kind than expected is left out."""
    known = _in_english(values)
    devices = (_canonical(word) for word in _words(known.get("devices")))
    return Facts(
        devices=tuple(dict.fromkeys(devices)),
        topics=_words(known.get("topics")),
        audience=_words(known.get("audience")),
        level=next(iter(_words(known.get("level"))), ""),
        valid_for=_sentence(known.get("valid_for")),
        checked=stated_date(known.get("checked")),
        questions=_sentences(known.get("questions")),
    )


def facts_beside(path: Path) -> tuple[Facts, str | None] | None:
    """The facts and the language that the file beside a document states; None where there is none. Raises
    FactsUnreadable."""
    beside = path.with_name(path.name + SUFFIX)
    if beside.is_symlink() or not beside.is_file():
        return None
    try:
        with beside.open("rb") as content:
            data = content.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise FactsUnreadable(f"larger than {MOST_BYTES // 1024} KB")
        values = yaml.safe_load(data.decode("utf-8-sig"))
    except OSError as error:
        raise FactsUnreadable(f"cannot be opened: {error.strerror}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise FactsUnreadable("not YAML") from error
    if not isinstance(values, dict):
        raise FactsUnreadable("needs lines such as geräte: [Display]")
    stated = {str(name): value for name, value in values.items()}
    return facts_of(stated), stated_language(_in_english(stated).get("language"))


def _in_english(values: Mapping[str, object]) -> dict[str, object]:
    names = ((fold(name), value) for name, value in values.items())
    return {GERMAN.get(name, name): value for name, value in names}


def _canonical(word: str) -> str:
    device = device_called(word)
    return device.name if device else word


def _words(value: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_each_word(value)))[:MOST_WORDS]


def _each_word(value: object) -> Iterator[str]:
    given = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else []
    for one in given:
        word = clean(str(one)) if isinstance(one, str | int | float) else ""
        if any(letter.isalnum() for letter in word) and len(word) <= LONGEST_WORD:
            yield word


def _sentences(value: object) -> tuple[str, ...]:
    lines = [_sentence(line) for line in value] if isinstance(value, list) else []
    return tuple(dict.fromkeys(line for line in lines if line))[:MOST_QUESTIONS]


def _sentence(value: object) -> str:
    return clean(value)[:LONGEST_SENTENCE] if isinstance(value, str) else ""
