"""The words for stages, parts of the work and reasons."""

from __future__ import annotations

from collections.abc import Mapping

from core.people.names import fold
from core.people.person import SchoolKind
from deliveries.facts import ReasonKind, Subproject
from deliveries.stages import STAGES, Stage

SUBPROJECTS: Mapping[Subproject, tuple[str, str]] = {
    Subproject.NETWORK: ("Netz", "Network"),
    Subproject.WIFI: ("WLAN", "Wi-Fi"),
    Subproject.SERVER: ("Schulserver", "School server"),
    Subproject.DISPLAYS: ("Displays", "Displays"),
    Subproject.DEVICES: ("Endgeräte", "Devices"),
    Subproject.SPECIAL: ("Sondertechnik", "Special equipment"),
}
REASONS: Mapping[ReasonKind, tuple[str, str]] = {
    ReasonKind.CABLING: ("Verkabelung", "Cabling"),
    ReasonKind.BUDGET: ("Haushaltsfreigabe", "Budget release"),
    ReasonKind.TENDER: ("Neue Ausschreibung", "New tender"),
    ReasonKind.BUILDING: ("Bauarbeiten", "Building work"),
    ReasonKind.SCHOOL: ("Entscheidung der Schule", "Decision of the school"),
    ReasonKind.SUPPLIER: ("Lieferant", "Supplier"),
    ReasonKind.OTHER: ("Anderer Grund", "Other reason"),
}
# By how a name begins or ends. All kinds that are written short are schools, and so is a Sekundarschule.
ARTICLES = {"schule": "die", "gymnasium": "das", "kolleg": "das", "zentrum": "das"}
VOCATIONAL = "Berufsbildende"
SHORT_KINDS = frozenset(fold(kind.value) for kind in SchoolKind if kind is not SchoolKind.GYM)


def stage_word(stage: Stage, language: str) -> str:
    """ "Geliefert"."""
    return STAGES[stage].words[language]


def subproject_word(subproject: Subproject, language: str) -> str:
    """ "Endgeräte"."""
    return _in(SUBPROJECTS[subproject], language)


def reason_word(kind: ReasonKind, language: str) -> str:
    """ "Verkabelung"."""
    return _in(REASONS[kind], language)


def the_school(name: str, language: str) -> str:
    """As one says it within a sentence, after "für": "die GS Am Westring", "das Hegel-Gymnasium"; a name of
    which nobody knows what it is stays as it is. In English always."""
    if language != "de":
        return name
    for word in (fold(name).split(" ", 1)[0], fold(name).rsplit(" ", 1)[-1]):
        article = next((article for end, article in ARTICLES.items() if word.endswith(end)), "")
        if article or word in SHORT_KINDS:
            return f"{article or 'die'} {name}"
    return f"die Berufsbildenden{name[len(VOCATIONAL) :]}" if name.startswith(VOCATIONAL + " ") else name


def _in(words: tuple[str, str], language: str) -> str:
    return words[1] if language == "en" else words[0]
