"""An order line as it stands in a mail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deliveries.notices.news import LineNews
from deliveries.words.sentences import sentence


@dataclass(frozen=True, slots=True)
class Item:
    """`about` names make, model and room where they are known, `said` is what is new."""

    line_id: int
    sentence: str
    about: str
    said: tuple[str, ...]


def item(line: LineNews, language: str, said: Sequence[str] = ()) -> Item:
    known = line.status.line
    about = ", ".join(part for part in (str(known.device), known.room) if part)
    return Item(known.id, sentence(line.status, language), about, tuple(said))
