"""The history of a line in sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from deliveries.facts import Change, Field, ReasonKind
from deliveries.kept import kept_device, kept_period, kept_pieces
from deliveries.stages import STAGES, Stage
from deliveries.words.names import reason_word, stage_word, the_school
from deliveries.words.periods import day_words, period_words
from deliveries.words.told import number_words, quotable

# What is said of a fact that is new, that is another now, and that is gone.
Patterns = tuple[str, str, str]
SAID: Mapping[str, Mapping[Field, Patterns]] = {
    "de": {
        Field.CREATED: ("Zum ersten Mal genannt: {new}", "Zum ersten Mal genannt: {new}", "Entfallen"),
        Field.SCHOOL: ("Für {new}", "Für {new} statt für {old}", "Keiner Schule zugeordnet"),
        Field.DEVICE: ("Gerät: {new}", "Gerät: {new} statt {old}", "Keine Angabe mehr zum Gerät"),
        Field.ROOM: ("Raum: {new}", "Raum: {new} statt {old}", "Keine Angabe mehr zum Raum (bisher {old})"),
        Field.ORDERED: ("{new} bestellt", "{new} statt {old} bestellt", "Keine Angabe mehr zur Menge"),
        Field.DELIVERED: (
            "{new} geliefert",
            "{new} statt {old} geliefert",
            "Keine Angabe mehr, wie viele geliefert sind (bisher {old})",
        ),
        Field.STAGE: ("Stand: {new}", "Stand: {new}, vorher {old}", "Kein Stand mehr angegeben"),
        Field.PIECES: ("Im Einzelnen: {new}", "Im Einzelnen: {new} (vorher {old})", "Keine Angabe mehr"),
        Field.PROMISE: (
            "Zugesagt: {new}",
            "Zugesagt: {new} statt {old}",
            "Termin zurückgenommen, zugesagt war: {old}",
        ),
        Field.REASON: ("Grund: „{new}“", "Grund: „{new}“, vorher „{old}“", "Grund entfallen: „{old}“"),
        Field.REASON_KIND: (
            "Art des Grundes: {new}",
            "Art des Grundes: {new} statt {old}",
            "Art des Grundes entfallen: {old}",
        ),
        Field.PROGRAMME: (
            "Förderprogramm: {new}",
            "Förderprogramm: {new} statt {old}",
            "Kein Förderprogramm mehr angegeben (bisher {old})",
        ),
        Field.MEASURE: (
            "Maßnahme: {new}",
            "Maßnahme: {new} statt {old}",
            "Keine Maßnahme mehr angegeben (bisher {old})",
        ),
        Field.EARMARKED_UNTIL: (
            "Zweckbindung bis {new}",
            "Zweckbindung bis {new} statt bis {old}",
            "Keine Zweckbindung mehr angegeben (bisher bis {old})",
        ),
    },
    "en": {
        Field.CREATED: ("Named for the first time: {new}", "Named for the first time: {new}", "Gone"),
        Field.SCHOOL: ("For {new}", "For {new} instead of {old}", "For no school"),
        Field.DEVICE: ("Device: {new}", "Device: {new} instead of {old}", "Device no longer stated"),
        Field.ROOM: ("Room: {new}", "Room: {new} instead of {old}", "Room no longer stated (so far {old})"),
        Field.ORDERED: ("{new} ordered", "{new} ordered instead of {old}", "Quantity no longer stated"),
        Field.DELIVERED: (
            "{new} delivered",
            "{new} delivered instead of {old}",
            "No longer stated how many were delivered (so far {old})",
        ),
        Field.STAGE: ("Stage: {new}", "Stage: {new}, before {old}", "Stage no longer stated"),
        Field.PIECES: ("In detail: {new}", "In detail: {new} (before {old})", "No longer stated"),
        Field.PROMISE: (
            "Promised: {new}",
            "Promised: {new} instead of {old}",
            "Date taken back, promised was: {old}",
        ),
        Field.REASON: ("Reason: “{new}”", "Reason: “{new}”, before “{old}”", "Reason gone: “{old}”"),
        Field.REASON_KIND: (
            "Kind of reason: {new}",
            "Kind of reason: {new} instead of {old}",
            "Kind of reason gone: {old}",
        ),
        Field.PROGRAMME: (
            "Funding programme: {new}",
            "Funding programme: {new} instead of {old}",
            "Funding programme no longer stated (so far {old})",
        ),
        Field.MEASURE: (
            "Measure: {new}",
            "Measure: {new} instead of {old}",
            "Measure no longer stated (so far {old})",
        ),
        Field.EARMARKED_UNTIL: (
            "Earmarked until {new}",
            "Earmarked until {new} instead of {old}",
            "No longer earmarked (so far until {old})",
        ),
    },
}
BACK = {"de": "Zurück auf {new}, vorher {old}", "en": "Back to {new}, before {old}"}
ANOTHER_SCHOOL = {"de": "eine andere Schule", "en": "another school"}


def change_sentence(change: Change, language: str) -> str:
    """ "Zugesagt: Mai 2024 statt März 2024", "6 statt 4 geliefert"."""
    new, changed, gone = SAID[language][change.field]
    if change.backwards and change.field is Field.STAGE:
        changed = BACK[language]
    pattern = gone if change.new is None else new if change.old is None else changed
    return pattern.format(new=_value(change, change.new, language), old=_value(change, change.old, language))


def _value(change: Change, kept: str | None, language: str) -> str:
    if kept is None:
        return ""
    say = VALUES.get(change.field)
    return say(kept, language) if say else quotable(kept)


def _number(kept: str, language: str) -> str:
    return number_words(int(kept), language)


def _stage(kept: str, language: str) -> str:
    return stage_word(Stage(kept), language)


def _pieces(kept: str, language: str) -> str:
    return ", ".join(
        f"{number_words(count, language)} {STAGES[stage].of_pieces[language]}"
        for stage, count in kept_pieces(kept)
    )


def _promise(kept: str, language: str) -> str:
    period = kept_period(kept)
    return period_words(period, language) if period else ""


def _school(kept: str, language: str) -> str:
    """The history gives a school's name, or nothing where the reader may not know it."""
    return the_school(kept, language) if kept else ANOTHER_SCHOOL[language]


VALUES: Mapping[Field, Callable[[str, str], str]] = {
    Field.CREATED: _stage,
    Field.SCHOOL: _school,
    Field.DEVICE: lambda kept, _language: str(kept_device(kept)),
    Field.ORDERED: _number,
    Field.DELIVERED: _number,
    Field.STAGE: _stage,
    Field.PIECES: _pieces,
    Field.PROMISE: _promise,
    Field.REASON: lambda kept, _language: quotable(kept, len(kept)),  # the history keeps all of it
    Field.REASON_KIND: lambda kept, language: reason_word(ReasonKind(kept), language),
    Field.EARMARKED_UNTIL: lambda kept, language: day_words(date.fromisoformat(kept), language),
}
