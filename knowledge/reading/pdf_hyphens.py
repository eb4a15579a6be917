"""Joining the lines of a paragraph, with words divided at a line's end made whole."""

from __future__ import annotations

import re
from collections.abc import Iterable

_DIVIDED = re.compile(r"(\w+)[-\xad]$")
_AND = re.compile(r"(und|oder|bzw\.|sowie|bis|and|or|to|et|ou)\b")
_CAPITALS = re.compile(r"[A-ZÄÖÜ0-9]{2,}$")
_ADDRESS = re.compile(r"(https?://|www\.)\S*$")


def join_lines(lines: Iterable[str]) -> str:
    """One text from the lines. A hyphen stays where the next line begins with a capital or a digit
    (WLAN-Passwort), after capitals (USB-basiert) and before "und" or "oder" (Nord- und Südflügel); else
    it goes."""
    text = ""
    for line in lines:
        text = _join(text, line.strip())
    return text.replace("\xad", "")


def _join(text: str, line: str) -> str:
    if not text or not line:
        return text or line
    divided = _DIVIDED.search(text)
    if divided:
        return _mend(text, divided.group(1), line)
    if text.endswith("/-"):  # a path divided at a slash
        return text[:-1] + line
    if text.endswith("/") and not text.endswith(" /"):  # "Nord-/" + "Südflügel", or a divided address
        return text + line
    return f"{text} {line}"


def _mend(text: str, stump: str, line: str) -> str:
    if text.endswith("\xad"):
        return text[:-1] + line
    if _AND.match(line):
        return f"{text} {line}"
    if not line[0].islower() or _CAPITALS.search(stump) or _ADDRESS.search(text):
        return text + line
    return text[:-1] + line
