"""Devices, pieces and what is still to come, as German counts and declines them."""

from __future__ import annotations

from deliveries.stages import STAGES
from deliveries.words.devices import Noun
from deliveries.words.told import Parts, Told, number_words

PRONOUNS = {"der": "er", "die": "sie", "das": "es"}
ACCUSATIVE = {"der": "den", "die": "die", "das": "das"}
ONE_MORE = {"der": "ein weiterer", "die": "eine weitere", "das": "ein weiteres"}


def cancelled(told: Told) -> str:
    if not told.cancelled:
        return ""
    if told.cancelled > 1:
        return f" ({_number(told.cancelled)} weitere wurden storniert)"
    return f" ({ONE_MORE[told.noun.article]} wurde storniert)"


def all_of(told: Told, count: int) -> str:
    """ "Der Schulserver", "Beide Displays", "Alle 12 Displays"."""
    if count == 1:
        return f"{told.noun.article.capitalize()} {told.noun.one}"
    return f"Beide {told.noun.many}" if count == 2 else f"Alle {_number(count)} {told.noun.many}"


def waiting(told: Told) -> str:
    """ "20 Displays sind bestellt"."""
    if len(told.waiting) > 1:
        return in_stages(told, told.waiting) + cancelled(told)
    one = told.wanted == 1
    noun = (
        f"{told.noun.article.capitalize()} {told.noun.one}"
        if one
        else f"{_number(told.wanted)} {told.noun.many}"
    )
    return f"{noun} {are(told.wanted)} {stage_of(told.waiting)}{cancelled(told)}"


def in_stages(told: Told, parts: Parts) -> str:
    """ "4 von 20 Displays sind in Betrieb, 6 montiert und 2 geliefert"."""
    first, *others = parts
    whole = f"{_number(told.wanted)} {_dative(told.noun)}"
    said = [f"{_number(first[1])} von {whole} {are(first[1])} {stage_of((first,))}"]
    verb = are(first[1])
    for stage, count in others:
        repeated = "" if are(count) == verb else f"{are(count)} "
        verb = are(count)
        said.append(f"{_number(count)} {repeated}{stage_of(((stage, count),))}")
    return said[0] if len(said) == 1 else _listed(said)


def _listed(said: list[str]) -> str:
    return ", ".join(said) if len(said) == 2 else f"{', '.join(said[:-1])} und {said[-1]}"


def _dative(noun: Noun) -> str:
    """After "von": "von 20 Displays", "von 20 Mikroskopen"."""
    return noun.many if noun.many[-1] in "ns" else f"{noun.many}n"


def stage_of(parts: Parts) -> str:
    return STAGES[parts[0][0]].of_pieces["de"]


def the_rest(told: Told, *, accusative: bool = False) -> str:
    """ "der Rest", "das letzte", of two "das andere"."""
    if told.coming > 1:
        return "den Rest" if accusative else "der Rest"
    article = told.noun.article
    word = "andere" if told.wanted == 2 else "letzte"
    if accusative:
        return f"{ACCUSATIVE[article]} {word}{'n' if article == 'der' else ''}"
    return f"{article} {word}"


def with_the_rest(told: Told) -> str:
    if told.coming > 1:
        return "beim Rest"
    word = "anderen" if told.wanted == 2 else "letzten"
    return f"bei der {word}" if told.noun.article == "die" else f"beim {word}"


def they(noun: Noun, number: int) -> str:
    return PRONOUNS[noun.article] if number == 1 else "sie"


def are(count: int) -> str:
    return "ist" if count == 1 else "sind"


def were(count: int) -> str:
    return "wurde" if count == 1 else "wurden"


def _number(count: int) -> str:
    return number_words(count, "de")
