"""A use case in the table of use cases, and who there is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from core.people.people import NoSuchPerson
from tests.rights.conftest import Town

NOW = datetime.now(UTC)
NOBODY, OPERATOR_HERSELF = "nobody", "operator"
WHO = (NOBODY, "without role", "teacher", "head", "assistant", "trainer", "team", "admin", OPERATOR_HERSELF)
ADMIN = ("admin", OPERATOR_HERSELF)
TEAM = ("team", "admin", OPERATOR_HERSELF)
LABELLERS = ("assistant", *TEAM)
Refusals = Mapping[str, type[Exception]]
# The operator may, but is nobody whom the register knows.
NO_OPERATOR: Refusals = {OPERATOR_HERSELF: NoSuchPerson}
# Types already keep these away from what only a person does.
NO_PERSON: Refusals = {NOBODY: AttributeError, OPERATOR_HERSELF: AttributeError}
PEOPLE = ("without role", "teacher", "head", "assistant", "trainer", "team", "admin")
# The last administrator may not go, so that deleting oneself is for the others.
ALL_BUT_ADMIN = ("without role", "teacher", "head", "assistant", "trainer", "team")


@dataclass(frozen=True)
class Call:
    """A use case as `by` calls it in the town. All others are refused with NotAllowed, but for those in
    `otherwise`; `writes` is whether something is different afterwards."""

    function: str
    call: Callable[[Session, Town, Any], object]
    allowed: tuple[str, ...]
    writes: bool = True
    otherwise: Refusals = field(default_factory=dict)
