"""A training as one text, for the search."""

from __future__ import annotations

from core.people.person import SchoolKind
from trainings.facts import Training

SCHOOLS = {
    SchoolKind.GS: "Grundschule",
    SchoolKind.GMS: "Gemeinschaftsschule",
    SchoolKind.SEK: "Sekundarschule",
    SchoolKind.GYM: "Gymnasium",
    SchoolKind.IGS: "Integrierte Gesamtschule",
    SchoolKind.FOES: "Förderschule",
    SchoolKind.BBS: "Berufsbildende Schule",
}


def as_text(training: Training) -> str:
    """What it is called, what it is for, and what it is about, in words that people type."""
    about = [
        *training.topics,
        *training.devices,
        training.level,
        *map(SCHOOLS.__getitem__, training.audience),
    ]
    lines = (training.title, training.aim, ", ".join(word for word in about if word))
    return "\n".join(line for line in lines if line)
