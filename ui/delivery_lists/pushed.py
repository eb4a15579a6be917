"""What another system sends: judged as a whole before anything is done with it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from deliveries.reading.headings import Column

LONGEST_LIST = 100_000
SHOWN = 10

Cell = str | int | float | None


class Pushed(BaseModel):
    """A list as JSON. Nothing unknown may stand among its fields and those of its lines: a `dry_run` that is
    spelled wrongly must not become an import, nor a `planned_date` a promise that was taken back."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)

    name: Annotated[str, Field(max_length=200)] = ""
    as_of: date | None = None
    full: bool | None = None
    dry_run: bool = False
    older: bool = False
    lines: Annotated[list[dict[Column, Cell]], Field(max_length=LONGEST_LIST)]

    def records(self) -> list[dict[str, Cell]]:
        return [{column.value: cell for column, cell in line.items()} for line in self.lines]


class NoJson(Exception):
    """The body is no JSON in UTF-8."""


class NotAsDescribed(Exception):
    """The JSON is not as the description wants it; `places` says where, without what stands there."""

    def __init__(self, places: list[str]) -> None:
        super().__init__(f"{len(places)} places")
        self.places = places


def pushed(body: bytes) -> Pushed:
    """Raises NoJson and NotAsDescribed."""
    try:
        return Pushed.model_validate_json(body)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
    if any(fault["type"] == "json_invalid" for fault in faults):
        raise NoJson
    places = dict.fromkeys(_place(fault["loc"]) for fault in faults)
    raise NotAsDescribed(list(places)[:SHOWN])


def _place(location: tuple[int | str, ...]) -> str:
    """ "lines.3.ordered"; of a union only the field, not which of its kinds did not fit."""
    return ".".join(str(part)[:40] for part in location[:3]) or "{}"
