"""What holds a line up, by the words with which lists say it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from core.people.names import fold
from deliveries.facts import ReasonKind

# The first that fits counts: a supplier who waits for the cabling waits for the cabling.
WORDS: Mapping[ReasonKind, str] = {
    ReasonKind.TENDER: r"ausschreib|ausgeschrieben|vergabe|rahmenvertrag|tender",
    ReasonKind.BUDGET: r"haushalt|budget|mittelfreigabe|finanzierung|foerdermittel|zuwendung",
    ReasonKind.CABLING: r"verkabel|kabel|elektro|steckdose|stromanschl|netzwerkdose|glasfaser|cabling",
    ReasonKind.BUILDING: r"\bbau(?!teil)|umbau|neubau|rohbau|baustelle|sanier|ausweichstandort|umzug|statik"
    r"|brandschutz|raum (?:noch )?nicht|renovier",
    ReasonKind.SCHOOL: r"schulleit|planungstermin|freigabe durch|freigabe der schule|schule wuenscht"
    r"|sonderwunsch"
    r"|wunsch der schule|entscheidung der schule|abstimmung mit der schule|rueckmeldung der schule"
    r"|konzept der schule|schulkonferenz|gesamtkonferenz",
    ReasonKind.SUPPLIER: r"lieferverzug|lieferant|haendler|spedition|hersteller|lieferbar|zulauf"
    r"|lieferengpass|engpass|lieferschwierig|lieferzeit|rueckstand|nachlieferung|teillieferung|versand"
    r"|transport|fuhre|bauteil|\blager|supplier",
}
PATTERNS = {kind: re.compile(words) for kind, words in WORDS.items()}


def reason_kind(text: str) -> ReasonKind | None:
    """The kind of a reason; None where nothing is said."""
    said = fold(text)
    if not any(letter.isalnum() for letter in said):
        return None
    kinds = (kind for kind, pattern in PATTERNS.items() if pattern.search(said))
    return next(kinds, ReasonKind.OTHER)
