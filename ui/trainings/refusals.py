"""Why something about trainings could not be done, as a sentence that says what to do instead."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime

from trainings.facts import TOO_FEW
from trainings.refusals import (
    Clash,
    DateCancelled,
    Full,
    NumberWrong,
    Refusal,
    TimesWrong,
)
from ui.texts import Texts
from ui.trainings.when import between, moment

REFUSALS = (Refusal,)


def sentence(refusal: Refusal, t: Texts) -> str:
    """What to tell whoever tried."""
    return _pattern(refusal, t).format(**_facts(refusal, t))


def _pattern(refusal: Refusal, t: Texts) -> str:
    told = t.trainings.refusals
    usual = told.sentences[type(refusal)]
    match refusal:
        case DateCancelled(reason=""):
            return told.cancelled_without_reason
        case DateCancelled(reason=reason) if reason == TOO_FEW:
            return told.cancelled_too_few
        case Full(waiting=0):
            return told.full_nobody_waits
        case Full(waiting=1):
            return told.full_one_waits
        case Clash(trainer=True):
            return told.trainer_is_taken
        case TimesWrong(field=field):
            return told.times.get(field, usual)
        case NumberWrong(field=field):
            return told.numbers.get(field, usual)
    return usual


def _facts(refusal: Refusal, t: Texts) -> dict[str, str]:
    told = {field.name: _fact(field.name, getattr(refusal, field.name), t) for field in fields(refusal)}
    if isinstance(refusal, Clash):
        told["when"] = between(refusal.starts_at, refusal.ends_at, t)
    return told


def _fact(name: str, value: object, t: Texts) -> str:
    if isinstance(value, datetime):
        return moment(value, t)
    if isinstance(value, Refusal):
        return sentence(value, t)
    if name == "field":
        return t.trainings.refusals.fields.get(str(value), t.trainings.refusals.field)
    return _ended(str(value)) if name == "reason" else str(value)


def _ended(text: str) -> str:
    """With a full stop, so that another sentence can follow."""
    return text if text.rstrip().endswith((".", "?", "!", "…")) else f"{text.rstrip()}."
