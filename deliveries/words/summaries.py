"""How things stand at a school, in a few short sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from deliveries.status.found import Situation
from deliveries.status.lines import SchoolStatus
from deliveries.words.names import the_school

OneAndMany = tuple[str, str]
COMING: Mapping[str, OneAndMany] = {
    "de": ("Eine Lieferung steht noch aus", "{count} Lieferungen stehen noch aus"),
    "en": ("One delivery is still to come", "{count} deliveries are still to come"),
}
BLOCKED: Mapping[str, OneAndMany] = {
    "de": (
        "Bei einer Lieferung geht es zurzeit nicht weiter",
        "Bei {count} Lieferungen geht es zurzeit nicht weiter",
    ),
    "en": ("One delivery is on hold", "{count} deliveries are on hold"),
}
HERE: Mapping[str, OneAndMany] = {
    "de": (
        "Eine Lieferung ist da, kann aber noch nicht benutzt werden",
        "{count} Lieferungen sind da, können aber noch nicht benutzt werden",
    ),
    "en": (
        "One delivery is here but cannot be used yet",
        "{count} deliveries are here but cannot be used yet",
    ),
}
SOME_LATE: Mapping[str, OneAndMany] = {
    "de": (", eine ist verspätet", ", {count} sind verspätet"),
    "en": (", one is late", ", {count} are late"),
}
# Of one, of two, of more deliveries.
ALL_LATE: Mapping[str, tuple[str, str, str]] = {
    "de": (", sie ist verspätet", ", beide sind verspätet", ", alle sind verspätet"),
    "en": (", and it is late", ", both are late", ", all are late"),
}
# Where all can be used, where nothing is known, and where all was cancelled.
QUIET: Mapping[str, tuple[str, str, str]] = {
    "de": (
        "Für {school} ist alles da.",
        "Für {school} ist noch nichts eingetragen.",
        "Für {school} kommt nichts mehr.",
    ),
    "en": (
        "Everything for {school} is here.",
        "Nothing has been entered yet for {school}.",
        "Nothing more will come for {school}.",
    ),
}


def summary(status: SchoolStatus, language: str) -> str:
    """ "3 Lieferungen stehen noch aus, eine ist verspätet." """
    counts = Counter(line.situation for line in status.lines)
    late = counts[Situation.LATE]
    coming = late + counts[Situation.COMING]
    told = (
        _counted(COMING[language], coming) + _late(late, coming, language) if coming else "",
        _counted(BLOCKED[language], counts[Situation.BLOCKED]),
        _counted(HERE[language], counts[Situation.HERE]),
    )
    return " ".join(f"{part}." for part in told if part) or _quiet(status, counts, language)


def _counted(words: OneAndMany, count: int) -> str:
    return words[count > 1].format(count=count) if count else ""


def _late(late: int, coming: int, language: str) -> str:
    if late and late == coming:
        return ALL_LATE[language][min(late, 3) - 1]
    return _counted(SOME_LATE[language], late)


def _quiet(status: SchoolStatus, counts: Counter[Situation], language: str) -> str:
    all_here, unknown, stopped = QUIET[language]
    said = all_here if counts[Situation.USABLE] else stopped if status.lines else unknown
    return said.format(school=the_school(status.school.name, language))
