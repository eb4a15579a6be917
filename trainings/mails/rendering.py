"""From a letter and what it tells of to the subject and the text of a mail."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from core.house import House
from core.mail.rendering import Templates
from trainings.facts import TOO_FEW
from trainings.mails import in_words

TEMPLATES = Templates(Path(__file__).resolve().parent)


def written(
    letter: str, name: str, language: str, house: House, now: datetime, values: Mapping[str, object]
) -> tuple[str, str]:
    """Subject and text of the letter in the language; `values` are what its template asks for beside the
    name."""
    known: dict[str, object] = {
        "name": name,
        "now": now,
        "too_few": TOO_FEW,
        "days_until": partial(in_words.days_until, now=now),
        "day": partial(in_words.day, language=language),
        "moment": partial(in_words.moment, language=language),
        "span": partial(in_words.span, language=language),
        "where": partial(in_words.where, language=language),
    }
    return TEMPLATES.written(letter, language, house, {**known, **values})
