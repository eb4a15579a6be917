"""Tokens that open a file: for one person, one file and a quarter of an hour.

A token alone is worth nothing: the routes also ask who the visitor is, and whether they may read the document
at this moment.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from core.people.person import Person
from core.signing import Signer, TokenRefused

PURPOSE = "file"
SECONDS = 15 * 60
NOBODY = 0


class Part(StrEnum):
    """What of a document is opened."""

    FILE = "file"
    PAGE = "page"
    SUBTITLES = "subtitles"


@dataclass(frozen=True, slots=True)
class Opened:
    """What a token says; `fresh` while it is young enough."""

    details: Sequence[Any]
    fresh: bool


def token(signer: Signer, part: Part, document_id: int, person: Person | None, *details: Any) -> str:
    """Opens the part of the document to this person (or to somebody who is not signed in)."""
    return signer.sign(PURPOSE, [part, document_id, _number(person), list(details)])


def opened(signer: Signer, sent: str, part: Part, document_id: int, person: Person | None) -> Opened | None:
    """What the token opens; None where it is none of ours, or for another file or another person."""
    try:
        *about, details = signer.read(PURPOSE, sent)
        fresh = signer.is_fresh(PURPOSE, sent, SECONDS)
    except TokenRefused:
        return None
    return Opened(details, fresh) if about == [part, document_id, _number(person)] else None


def _number(person: Person | None) -> int:
    return person.id if person else NOBODY
