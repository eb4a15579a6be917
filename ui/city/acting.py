"""What the city's team does with deliveries, by the visitor of that moment, and what it is told of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TypeVar

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from core.local_time import HERE
from core.people.person import Person, may
from core.people.roles import Right
from core.people.schools import NoSuchSchool
from deliveries.refusals import ChangedMeanwhile, DeliveryRefusal
from deliveries.words.faults import refusal_sentence
from ui.language import language, texts
from ui.portal import entrance
from ui.staff.acting import tell
from ui.visitor import visitor

Result = TypeVar("Result")


def attempt(
    place: str,
    use_case: Callable[[Session, Person, datetime], Result],
    done: Callable[[Result], None],
) -> DeliveryRefusal | None:
    """Runs a use case in one transaction and hands its result to `done`. Why it was refused is said at the
    place, and returned. Without the right nothing happens: the page, run next, says why."""
    person = visitor()
    if person is None or not may(person, Right.MANAGE_DELIVERIES):
        return None
    try:
        with entrance().database.write.begin() as db:
            result = use_case(db, person, datetime.now(UTC))
    except NoSuchSchool:
        tell(place, texts().staff.no_such_school, good=False)
        return None
    except DeliveryRefusal as refusal:
        return _told(place, refusal)
    except IntegrityError:  # somebody else has written down the same in this moment
        return _told(place, ChangedMeanwhile())
    done(result)
    return None


def _told(place: str, refusal: DeliveryRefusal) -> DeliveryRefusal:
    tell(place, refusal_sentence(refusal, language()), good=False)
    return refusal


def today() -> date:
    """The day that it is in the city."""
    return datetime.now(HERE).date()
