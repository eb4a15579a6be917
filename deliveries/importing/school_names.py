"""Schools as lists write them: recognised where nobody could doubt it, else suggested, never guessed."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from core.people.names import fold
from core.people.person import School

# Kinds of school, written out or not, as they stand at the beginning of a name.
KINDS = {
    ("grundschule",): "gs",
    ("foerderschule",): "foes",
    ("gemeinschaftsschule",): "gms",
    ("sekundarschule",): "sek",
    ("gymnasium",): "gym",
    ("berufsbildende", "schulen"): "bbs",
    ("berufsbildende", "schule"): "bbs",
    ("integrierte", "gesamtschule"): "igs",
}
SHORT_KINDS = frozenset(KINDS.values())
# No first name and nothing that follows one: an initial here could be anything.
SMALL_WORDS = frozenset(
    ["am", "an", "auf", "bei", "beim", "der", "des", "die", "im", "in", "zu", "zum", "zur"]
)
PLACES = frozenset(["strasse", "platz", "weg", "ring", "allee", "damm", "ufer", "berg", "park"])
UNSEEN = re.compile(r"""[\s.\-‐-―−"'`´‘-‟‹›«»]+""")
SUGGESTED_AT_MOST = 200  # different names; a list with more is no list of these schools
Words = tuple[str, ...]


@lru_cache(maxsize=4096)
def words_of(name: str) -> Words:
    """The words of a name as they are compared: small, umlauts written out, kinds and streets alike."""
    words = tuple(_street(word) for word in UNSEEN.split(fold(name)) if word)
    for written, short in KINDS.items():
        if words[: len(written)] == written:
            return (short, *words[len(written) :])
    return words


def key(name: str) -> str:
    """Equal for names that differ in case, blanks, hyphens, dots and quotation marks only, and in whether
    their kind is written out."""
    return "".join(words_of(name))


class Matcher:
    """Knows the schools and the spellings that people have confirmed (by their keys)."""

    def __init__(self, schools: Sequence[School], spellings: Mapping[str, int]) -> None:
        by_id = {school.id: school for school in schools}
        self._exact = {fold(school.name): school for school in schools}
        self._names = _alone((key(school.name), school) for school in schools)
        short = _alone((key(school.short_name), school) for school in schools if school.short_name)
        confirmed = {written: by_id[number] for written, number in spellings.items() if number in by_id}
        taken = {key(school.name) for school in schools}
        self._others = {**{name: one for name, one in short.items() if name not in taken}, **confirmed}
        self._words = [(words_of(school.name), school) for school in schools]
        self._seen: dict[str, School | None] = {}
        self._suggested: dict[str, School | None] = {}

    def school(self, name: str) -> School | None:
        """The school that is meant beyond doubt."""
        if name not in self._seen:
            self._seen[name] = self._school(name)
        return self._seen[name]

    def suggestion(self, name: str) -> School | None:
        """The one school that may be meant, for a person to say so."""
        if name not in self._suggested:
            full = len(self._suggested) >= SUGGESTED_AT_MOST
            self._suggested[name] = None if full else self._nearest(key(name))
        return self._suggested[name]

    def _school(self, name: str) -> School | None:
        sought = key(name)
        if exact := self._exact.get(fold(name)):
            return exact
        if not sought or sought in SHORT_KINDS:
            return None
        return self._names.get(sought) or self._others.get(sought) or self._with_initials(words_of(name))

    def _with_initials(self, words: Words) -> School | None:
        found = [school for known, school in self._words if _initials_fit(words, known)]
        return found[0] if len(found) == 1 else None

    def _nearest(self, sought: str) -> School | None:
        if not sought or sought in SHORT_KINDS:
            return None
        close = difflib.get_close_matches(sought, self._names, 2, 0.7)
        inside = [name for name in self._names if len(sought) > 3 and sought in name]
        found = [*dict.fromkeys([*close[:1], *inside])] if close else inside
        sure = len(found) == 1 and (len(close) < 2 or _distance(sought, close) > 0)
        return self._names[found[0]] if sure else None


def _distance(sought: str, close: Sequence[str]) -> float:
    """By how much the first is nearer than the second."""
    first, second = (difflib.SequenceMatcher(None, sought, name).ratio() for name in close[:2])
    return first - second


def _alone(named: Iterable[tuple[str, School]]) -> dict[str, School]:
    """Each name that one school alone has."""
    found = defaultdict(list)
    for name, school in named:
        found[name].append(school)
    return {name: schools[0] for name, schools in found.items() if name and len(schools) == 1}


def _initials_fit(written: Words, known: Words) -> bool:
    """Whether first names are written as initials and all else is the same."""
    if len(written) != len(known) or len(known) < 2 or written[-1] != known[-1] or known[-1] in PLACES:
        return False
    pairs = list(zip(written, known, strict=True))
    return any(one != other for one, other in pairs) and all(_same_or_initial(*pair) for pair in pairs)


def _same_or_initial(written: str, known: str) -> bool:
    is_initial = len(written) == 1 and known.startswith(written) and known not in SMALL_WORDS
    return written == known or is_initial


def _street(word: str) -> str:
    return f"{word}asse" if word.endswith("str") else word
