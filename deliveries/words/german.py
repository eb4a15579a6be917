"""The sentence of a line in German."""

from __future__ import annotations

from collections.abc import Mapping

from deliveries.facts import Period, ReasonKind
from deliveries.promises import Standing
from deliveries.words.delays import delay_words
from deliveries.words.german_counting import (
    all_of,
    are,
    cancelled,
    in_stages,
    stage_of,
    the_rest,
    they,
    waiting,
    were,
    with_the_rest,
)
from deliveries.words.periods import for_period, same_year
from deliveries.words.told import Told

BECAUSE: Mapping[ReasonKind, str] = {
    ReasonKind.CABLING: "weil die Verkabelung fehlt",
    ReasonKind.BUDGET: "weil die Haushaltsfreigabe fehlt",
    ReasonKind.TENDER: "weil neu ausgeschrieben werden muss",
    ReasonKind.BUILDING: "weil das Gebäude noch nicht so weit ist",
    ReasonKind.SCHOOL: "weil eine Entscheidung der Schule aussteht",
    ReasonKind.SUPPLIER: "weil es beim Lieferanten länger dauert",
}


def sentence(told: Told) -> str:
    if not told.wanted:
        return f"{all_of(told, told.cancelled)} {were(told.cancelled)} storniert{_cause(told)}."
    body = _some_are_here(told) if told.here else _nothing_is_here(told)
    return f"{body[:1].upper()}{body[1:]}."


def _some_are_here(told: Told) -> str:
    if not told.coming:
        return _all_are_here(told)
    return f"{in_stages(told, told.arrived)}{cancelled(told)}; {_rest(told)}"


def _all_are_here(told: Told) -> str:
    one_stage = len(told.arrived) == 1
    said = f"{all_of(told, told.wanted)} {are(told.wanted)} {stage_of(told.arrived)}"
    head = (said if one_stage else in_stages(told, told.arrived)) + cancelled(told)
    if told.missing:
        return f"{head}; nach Angabe der Schule {'fehlt' if told.missing == 1 else 'fehlen'} {told.missing}"
    if told.usable:
        return head
    pronoun = they(told.noun, told.wanted)
    if told.blocked:
        return f"{head}, aber es geht zurzeit nicht weiter{_cause(told)}"
    if told.kind:
        return f"{head}; benutzbar {are(told.wanted)} {pronoun} noch nicht{_cause(told)}"
    if told.judgement.standing is Standing.CAME_LATE:
        came = "kam" if told.wanted == 1 else "kamen"
        head += f"; {pronoun} {came} {_delay(told)} später als zugesagt"
    return head + _hint(told)


def _rest(told: Told) -> str:
    """What is said of the pieces that are to come, where others are here."""
    judgement, rest = told.judgement, the_rest(told)
    match judgement.standing:
        case Standing.ON_TIME if told.blocked and judgement.period:
            promised = for_period(judgement.period, "de")
            return f"{with_the_rest(told)}, zugesagt {promised}, geht es zurzeit nicht weiter{_cause(told)}"
        case Standing.UNPROMISED if told.blocked:
            return f"{with_the_rest(told)} geht es zurzeit nicht weiter{_cause(told)}"
        case Standing.UNPROMISED if not judgement.before:
            return f"für {the_rest(told, accusative=True)} ist noch kein Termin zugesagt{_cause(told)}"
        case Standing.ON_TIME:
            return f"{rest} ist {_promised(told)}"
    return f"{rest} {_was_promised(told, 1)}"


def _nothing_is_here(told: Told) -> str:
    head, judgement, pronoun = waiting(told), told.judgement, they(told.noun, told.wanted)
    and_ = " und" if len(told.waiting) == 1 else f"; {pronoun} {are(told.wanted)}"
    match judgement.standing:
        case Standing.ON_TIME if told.blocked and judgement.period:
            promised = for_period(judgement.period, "de")
            return f"{head}{and_} {promised} zugesagt, aber es geht zurzeit nicht weiter{_cause(told)}"
        case Standing.UNPROMISED if told.blocked:
            return f"{head}, aber es geht zurzeit nicht weiter{_cause(told)}"
        case Standing.UNPROMISED if not judgement.before:
            return f"{head}; ein Termin ist noch nicht zugesagt{_cause(told)}"
        case Standing.ON_TIME:
            return f"{head}{and_} {_promised(told)}"
    return f"{head}; {pronoun} {_was_promised(told, told.wanted)}"


def _promised(told: Told) -> str:
    """ "für Mai 2024 zugesagt", with a reason "erst für Mai 2024 zugesagt, weil …"."""
    period, before = told.judgement.period, told.judgement.before
    if period is None:
        return "zugesagt"
    if before:
        return (
            f"jetzt schon {for_period(period, 'de')} zugesagt, zuvor {for_period(before, 'de')}{_hint(told)}"
        )
    when = for_period(period, "de")
    return f"erst {when} zugesagt{_cause(told)}" if told.kind else f"{when} zugesagt{_hint(told)}"


def _was_promised(told: Told, number: int) -> str:
    """ "war für März zugesagt, jetzt für Mai 2024, weil …"; `number` is that of the word before it."""
    judgement = told.judgement
    was, is_ = ("war", "ist") if number == 1 else ("waren", "sind")
    period, before = judgement.period, judgement.before
    if period is None:
        gone = for_period(before, "de") if before else "früher"
        return f"{was} {gone} zugesagt, ein neuer Termin steht noch nicht fest{_stopped(told)}"
    if judgement.standing is Standing.MOVED and before:
        return f"{was} {_earlier(before, period)} zugesagt, jetzt {for_period(period, 'de')}{_stopped(told)}"
    late = f"zugesagt und {is_} {_delay(told)} verspätet{_stopped(told)}"
    if before:
        return f"{was} zuerst {_earlier(before, period)}, dann {for_period(period, 'de')} {late}"
    return f"{was} {for_period(period, 'de')} {late}"


def _delay(told: Told) -> str:
    days = told.judgement.days
    return "einen Tag" if days == 1 else delay_words(days, "de")


def _earlier(before: Period, period: Period) -> str:
    return for_period(before, "de", year=not same_year(before, period))


def _stopped(told: Told) -> str:
    """The reason, or where nobody has told one that it does not go on."""
    return (
        f", denn zurzeit geht es nicht weiter{_cause(told)}"
        if told.blocked and not told.kind
        else _cause(told)
    )


def _cause(told: Told) -> str:
    if told.kind:
        return f", {BECAUSE[told.kind]}"
    return f" (Grund: „{told.quote}“)" if told.quote else ""


def _hint(told: Told) -> str:
    if told.kind:
        return _cause(told)
    return f" (Hinweis: „{told.quote}“)" if told.quote else ""
