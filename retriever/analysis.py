"""German text to search terms: case, umlauts however they are written, ß, and word endings do not matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer

WORD = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*")
UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
GRAM = 4
LONGEST_WORD = 40
WRITTEN_OUT = re.compile(r"(?<![aeq])([aou])e")

# Words of German and English that stand in nearly every sentence and say nothing about its subject.
STOP_WORDS = frozenset(
    """
    aber alle als also am an auch auf aus bei beim bin bis bitte da damit dann das dass dem den denn
    der des die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer
    eines er es etwas euch fur gibt hab habe haben hat hatte hier ich ihm ihn ihr ihre ihrem ihren
    im in ins irgendwas ist ja jetzt kann kannst konnen man mein meine meinem meinen meiner mich mir
    mit muss mussen nach nicht noch nun nur ob oder schon sehr sein seine sich sie sind so soll
    sollen sollte uber um und uns unser unsere vom von vor war was weil wenn wer werden wie wieder
    will wir wird wo woran wurde zu zum zur zwischen a am an and are as at be by can do does for
    from has have how i if in into is it its my no not of on or our should so that the their them
    then there they this to was we what when where which will with would you your
    """.split()  # noqa: SIM905 (a list would take a line a word)
)


def terms(text: str) -> list[str]:
    """The text's words as stems in order, without stop words; "Wörter", "woerter" and "WÖRTERN" become the
    same."""
    return [stem for word in words(text) if word not in STOP_WORDS and (stem := _stem(word))]


def grams(text: str) -> list[str]:
    """The text's words as runs of four letters: through them compounds, endings and slips find each other."""
    kept = (word[:LONGEST_WORD] for word in words(text) if word not in STOP_WORDS)
    return [gram for word in kept for gram in _grams(word)]


def words(text: str) -> list[str]:
    """The text's words, folded (see `fold`)."""
    return [fold(word) for word in WORD.findall(unicodedata.normalize("NFC", text).lower())]


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """A lower-case word without umlauts: ä, ae and a are one, ß and ss too.

    The "e" of ae, oe and ue goes also where it is no umlaut ("aktuell"): that happens on both sides of a
    search alike.
    """
    return WRITTEN_OUT.sub(r"\1", word.translate(UMLAUTS))


@lru_cache(maxsize=200_000)
def _grams(word: str) -> tuple[str, ...]:
    last = max(len(word) - GRAM, 0)
    return tuple(word[start : start + GRAM] for start in range(last + 1))


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    stemmer = snowballstemmer.stemmer("german")
    return str(stemmer.stemWord(word))


def distinct(found: Iterable[str]) -> list[str]:
    """Each term once, in the order of its first coming."""
    return list(dict.fromkeys(found))
