"""One list handed in without a page: read, taken or refused, and told of in the same way on all ways."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from core.database import Database
from core.house import House
from core.people.actor import Actor
from deliveries.importing.plan import Plan, make_plan
from deliveries.importing.profiles import layouts
from deliveries.importing.report import as_json
from deliveries.importing.taking import Way, import_export, keep_refused
from deliveries.reading.export import Export, Layout, read_export
from deliveries.refusals import DeliveryRefusal

Read = Callable[[Mapping[str, Layout]], Export]


@dataclass(frozen=True, slots=True)
class GivenList:
    """A list as it came; `read` makes an export of it, or raises DeliveryRefusal."""

    name: str
    data: bytes
    way: Way
    read: Read


@dataclass(frozen=True, slots=True)
class Wishes:
    """What whoever hands it in says of it: the day that it tells of, whether it is complete (None: as lists
    of its make are), that it counts although a younger one was taken already, that it is only tried."""

    as_of: date | None = None
    full: bool | None = None
    older: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What became of a list; `told` is the refusal where it was refused as a whole."""

    told: Plan | DeliveryRefusal

    @property
    def accepted(self) -> bool:
        return isinstance(self.told, Plan)

    @property
    def report(self) -> dict[str, Any]:
        return as_json(self.told)


AS_IT_IS = Wishes()


def given_file(data: bytes, name: str, way: Way) -> GivenList:
    return GivenList(name, data, way, partial(read_export, data, name))


def hand_in(
    database: Database, given: GivenList, by: Actor, now: datetime, house: House, wishes: Wishes = AS_IT_IS
) -> HandedIn:
    """Takes what can be taken of the list, all in one transaction, and tells of each row that cannot be. That
    one was refused as a whole is kept too. A dry run writes nothing at all. Raises NotAllowed."""
    try:
        with database.read() as db:
            export = given.read(layouts(db))
        if wishes.dry_run:
            return HandedIn(_planned(database, export, by, now, wishes))
        return HandedIn(_taken(database, export, given.way, by, now, house, wishes))
    except DeliveryRefusal as refusal:
        if not wishes.dry_run:
            with database.write.begin() as db:
                keep_refused(db, given.name, given.data, refusal, given.way, by, now)
        return HandedIn(refusal)


def _planned(database: Database, export: Export, by: Actor, now: datetime, wishes: Wishes) -> Plan:
    with database.read() as db:
        return make_plan(db, export, by, now, as_of=wishes.as_of, full=wishes.full, older=wishes.older)


def _taken(
    database: Database, export: Export, way: Way, by: Actor, now: datetime, house: House, wishes: Wishes
) -> Plan:
    with database.write.begin() as db:
        return import_export(
            db, export, way, by, now, house, as_of=wishes.as_of, full=wishes.full, older=wishes.older
        ).plan
