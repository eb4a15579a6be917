"""What is done with uploads on their page: by the visitor of that very moment, with what came of it told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from core.people.person import Person, may
from core.people.roles import Right
from knowledge.workshop import Workshop
from ui.language import texts
from ui.portal import portal
from ui.staff.acting import tell
from ui.staff.upload_refusals import REFUSALS, sentence
from ui.visitor import visitor

PLACE = "uploads"
PREVIEW, REPLACE = "entwurf", "ersetzt"
Result = TypeVar("Result")


def attempt(
    place: str,
    use_case: Callable[[Workshop, Person, datetime], Result],
    done: Callable[[Result], None],
) -> Exception | None:
    """Runs a use case and hands its result to `done`; the portal shows at once what it or somebody else
    changed. Why it was refused is said at the place, and returned. Without the right nothing happens: the
    page, run next, says why."""
    person = visitor()
    if person is None or not may(person, Right.MANAGE_LIBRARY):
        return None
    try:
        result = use_case(portal().workshop, person, datetime.now(UTC))
    except REFUSALS as refusal:
        tell(place, sentence(refusal, texts()), good=False)
        portal().assistant.refresh()
        return refusal
    portal().assistant.refresh()
    done(result)
    return None
