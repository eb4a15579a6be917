"""Names: as they are kept, and as they are compared."""

from __future__ import annotations

import unicodedata

LONGEST_NAME = 200
WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
# Nobody sees them: they come along when names are copied, or are meant to make one name look like another.
UNSEEN = frozenset(
    "\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
UNSEEN_KINDS = frozenset({"Cc", "Cs"})


class NameMissing(Exception):
    """A name has no letter or digit."""


class NameTooLong(Exception):
    """A name has more than `longest` letters."""

    def __init__(self, longest: int) -> None:
        super().__init__(f"longer than {longest} letters")
        self.longest = longest


def clean(text: str) -> str:
    """The text in one line with single blanks, without what nobody can see; all else stays as it is."""
    line = " ".join(text.split())
    if not line.isprintable():
        line = " ".join("".join(letter for letter in line if not _unseen(letter)).split())
    return unicodedata.normalize("NFC", line)


def fold(name: str) -> str:
    """The name in small letters, umlauts and ß written out, with single blanks and none around it.

    What is equal to a reader is equal here: "GS  Diesdorf" and "gs diesdorf", "FÖS" and "Foes".
    """
    small = unicodedata.normalize("NFC", clean(name).casefold())
    return clean(small.translate(WRITTEN_OUT))


def kept_name(name: str, longest: int = LONGEST_NAME) -> str:
    """The name as it is kept. Raises NameMissing and NameTooLong; also its folded form is short enough."""
    kept = clean(name)
    if not any(letter.isalnum() for letter in kept):
        raise NameMissing
    if max(len(kept), len(fold(kept))) > longest:
        raise NameTooLong(longest)
    return kept


def _unseen(letter: str) -> bool:
    return letter in UNSEEN or unicodedata.category(letter) in UNSEEN_KINDS
