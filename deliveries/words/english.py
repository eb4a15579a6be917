"""The sentence of a line in English."""

from __future__ import annotations

from collections.abc import Mapping

from deliveries.facts import Period, ReasonKind
from deliveries.promises import Standing
from deliveries.words.delays import delay_words
from deliveries.words.english_counting import (
    all_of,
    are,
    cancelled,
    in_stages,
    state_of,
    the_rest,
    they,
    waiting,
)
from deliveries.words.periods import for_period, same_year
from deliveries.words.told import Told

BECAUSE: Mapping[ReasonKind, str] = {
    ReasonKind.CABLING: "because the cabling is missing",
    ReasonKind.BUDGET: "because the budget has not been released",
    ReasonKind.TENDER: "because a new tender is needed",
    ReasonKind.BUILDING: "because the building is not ready yet",
    ReasonKind.SCHOOL: "because the school has yet to decide",
    ReasonKind.SUPPLIER: "because the supplier needs more time",
}


def sentence(told: Told) -> str:
    if not told.wanted:
        was = "was" if told.cancelled == 1 else "were"
        return f"{all_of(told, told.cancelled)} {was} cancelled{_cause(told)}."
    body = _some_are_here(told) if told.here else _nothing_is_here(told)
    return f"{body[:1].upper()}{body[1:]}."


def _some_are_here(told: Told) -> str:
    if not told.coming:
        return _all_are_here(told)
    return f"{in_stages(told, told.arrived)}{cancelled(told)}; {_rest(told)}"


def _all_are_here(told: Told) -> str:
    said = f"{all_of(told, told.wanted)} {state_of(told.arrived[0][0], told.wanted)}"
    head = (said if len(told.arrived) == 1 else in_stages(told, told.arrived)) + cancelled(told)
    if told.missing:
        return f"{head}; the school is missing {told.missing}"
    if told.usable:
        return head
    if told.blocked:
        return f"{head} but {are(told.wanted)} on hold{_cause(told)}"
    pronoun = they(told.wanted)
    if told.kind:
        return f"{head}; {pronoun} cannot be used yet{_cause(told)}"
    if told.judgement.standing is Standing.CAME_LATE:
        head += f"; {pronoun} came {_delay(told)} later than promised"
    return head + _hint(told)


def _rest(told: Told) -> str:
    judgement, rest = told.judgement, the_rest(told)
    match judgement.standing:
        case Standing.ON_TIME if told.blocked and judgement.period:
            promised = for_period(judgement.period, "en")
            return f"{rest} is promised {promised} but is on hold{_cause(told)}"
        case Standing.UNPROMISED if told.blocked:
            return f"{rest} is on hold{_cause(told)}"
        case Standing.UNPROMISED if not judgement.before:
            return f"no date has been promised for {rest} yet{_cause(told)}"
        case Standing.ON_TIME:
            return f"{rest} is {_promised(told)}"
    return f"{rest} {_was_promised(told, 1)}"


def _nothing_is_here(told: Told) -> str:
    head, judgement = waiting(told), told.judgement
    verb = are(told.wanted)
    and_ = f" and {verb}" if len(told.waiting) == 1 else f"; they {verb}"
    match judgement.standing:
        case Standing.ON_TIME if told.blocked and judgement.period:
            promised = for_period(judgement.period, "en")
            return f"{head}{and_} promised {promised} but {verb} on hold{_cause(told)}"
        case Standing.UNPROMISED if told.blocked:
            return f"{head} but {verb} on hold{_cause(told)}"
        case Standing.UNPROMISED if not judgement.before:
            return f"{head}; no date has been promised yet{_cause(told)}"
        case Standing.ON_TIME:
            return f"{head}{and_} {_promised(told)}"
    return f"{head}; {they(told.wanted)} {_was_promised(told, told.wanted)}"


def _promised(told: Told) -> str:
    period, before = told.judgement.period, told.judgement.before
    if period is None:
        return "promised"
    when = for_period(period, "en")
    if before:
        return f"now promised {when} instead of {_bare(before)}{_hint(told)}"
    return f"{_not_before(period)}{_cause(told)}" if told.kind else f"promised {when}{_hint(told)}"


def _bare(period: Period) -> str:
    return for_period(period, "en").removeprefix("for ")


def _not_before(period: Period) -> str:
    return f"not promised before {_bare(period)}"


def _was_promised(told: Told, number: int) -> str:
    judgement = told.judgement
    was, is_ = ("was", "is") if number == 1 else ("were", "are")
    period, before = judgement.period, judgement.before
    if period is None:
        gone = for_period(before, "en") if before else "before"
        return f"{was} promised {gone}, and there is no new date yet{_stopped(told, number)}"
    if judgement.standing is Standing.MOVED and before:
        now = for_period(period, "en")
        return f"{was} promised {_earlier(before, period)}, now {now}{_stopped(told, number)}"
    late = f"and {is_} {_delay(told)} late{_stopped(told, number)}"
    if before:
        return f"{was} promised {_earlier(before, period)}, then {for_period(period, 'en')}, {late}"
    return f"{was} promised {for_period(period, 'en')} {late}"


def _earlier(before: Period, period: Period) -> str:
    return for_period(before, "en", year=not same_year(before, period))


def _delay(told: Told) -> str:
    days = told.judgement.days
    return "one day" if days == 1 else delay_words(days, "en")


def _stopped(told: Told, number: int) -> str:
    """The reason, or where nobody has told one that it is on hold."""
    if not told.blocked or told.kind:
        return _cause(told)
    return f", as {they(number)} {are(number)} on hold{_cause(told)}"


def _cause(told: Told) -> str:
    if told.kind:
        return f" {BECAUSE[told.kind]}"
    return f" (reason given: “{told.quote}”)" if told.quote else ""


def _hint(told: Told) -> str:
    if told.kind:
        return _cause(told)
    return f" (note: “{told.quote}”)" if told.quote else ""
