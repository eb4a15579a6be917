"""Devices, pieces and what is still to come, as English counts them."""

from __future__ import annotations

from collections.abc import Mapping

from deliveries.stages import Stage
from deliveries.words.told import Parts, Told, number_words

# What is said of one piece and of several.
STATES: Mapping[Stage, tuple[str, str]] = {
    Stage.PLANNED: ("is being planned", "are being planned"),
    Stage.COMMISSIONED: ("has been ordered", "have been ordered"),
    Stage.DELIVERED: ("has been delivered", "have been delivered"),
    Stage.MOUNTED: ("has been mounted", "have been mounted"),
    Stage.TESTED: ("is being tested", "are being tested"),
    Stage.SET_UP: ("has been set up", "have been set up"),
    Stage.IN_USE: ("is in use", "are in use"),
}


def cancelled(told: Told) -> str:
    if not told.cancelled:
        return ""
    return f" ({_number(told.cancelled)} more {'was' if told.cancelled == 1 else 'were'} cancelled)"


def all_of(told: Told, count: int) -> str:
    if count == 1:
        return f"The {told.noun.english_one}"
    return (
        f"Both {told.noun.english_many}" if count == 2 else f"All {_number(count)} {told.noun.english_many}"
    )


def waiting(told: Told) -> str:
    if len(told.waiting) > 1:
        return in_stages(told, told.waiting) + cancelled(told)
    noun = (
        f"{_number(told.wanted)} {told.noun.english_many}"
        if told.wanted > 1
        else f"The {told.noun.english_one}"
    )
    return f"{noun} {state_of(told.waiting[0][0], told.wanted)}{cancelled(told)}"


def in_stages(told: Told, parts: Parts) -> str:
    stage, count = parts[0]
    first = f"{_number(count)} of {_number(told.wanted)} {told.noun.english_many} {state_of(stage, count)}"
    others = [f"{_number(count)} {state_of(stage, count)}" for stage, count in parts[1:]]
    if not others:
        return first
    return f"{', '.join([first, *others[:-1]])} and {others[-1]}"


def state_of(stage: Stage, count: int) -> str:
    return STATES[stage][0 if count == 1 else 1]


def the_rest(told: Told) -> str:
    if told.coming > 1:
        return "the rest"
    return "the other one" if told.wanted == 2 else "the last one"


def are(number: int) -> str:
    return "is" if number == 1 else "are"


def they(number: int) -> str:
    return "it" if number == 1 else "they"


def _number(count: int) -> str:
    return number_words(count, "en")
