"""The signs before list items: numbers of steps, and bullets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.reading.section import BlockKind

_BULLET = re.compile(r"([•◦▪■□▫●○‣⁃∙∗·*➢➤►▶→✓✔❑❖\ue000-\uf8ff]|[–—\-](?=\s)|o(?=\s+[A-ZÄÖÜ„»\"]))\s*(\S.*)$")
_NUMBER = re.compile(r"\(?(\d{1,3})[.)]\s+(\S.*)$")
_LETTER = re.compile(r"\(?([a-z])\)\s+(\S.*)$")
_CIRCLED = re.compile(r"([①-⑳])\s*(\S.*)$")
_DASHES = "-–—"


@dataclass(frozen=True, slots=True)
class Marker:
    """A list's sign and the text behind it. `number` is None for a bullet; letters count from a = 1."""

    kind: BlockKind
    number: int | None
    text: str
    dash: bool = False


def marker_of(text: str) -> Marker | None:
    """The sign the line begins with, if any."""
    if found := _NUMBER.match(text):
        return Marker(BlockKind.STEPS, int(found.group(1)), found.group(2))
    if found := _LETTER.match(text):
        return Marker(BlockKind.STEPS, ord(found.group(1)) - ord("a") + 1, found.group(2))
    if found := _CIRCLED.match(text):
        return Marker(BlockKind.STEPS, ord(found.group(1)) - ord("①") + 1, found.group(2))
    if found := _BULLET.match(text):
        return Marker(BlockKind.BULLETS, None, found.group(2), found.group(1) in _DASHES)
    return None
