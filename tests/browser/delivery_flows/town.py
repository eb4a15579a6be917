"""The town with deliveries: lists made to measure, taken over beside those of the demonstration."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from datetime import UTC, date, datetime
from io import StringIO

from sqlalchemy import select

from core.local_time import HERE
from core.people.actor import OPERATOR
from core.people.roles import Role
from core.people.schools import SchoolFacts, add_school, find_school
from core.people.workplaces import set_schools
from deliveries.importing.taking import Way, import_export
from deliveries.reading.export import read_export
from deliveries.receipts import confirm
from deliveries.tables import OrderLineRow
from tests.browser.training_flows.town import Town

WESTRING, HEGEL = "GS Am Westring", "Hegel-Gymnasium"  # where the teacher and the head work
HEADINGS = (
    "Bestellnummer",
    "Position",
    "Schule",
    "Kategorie",
    "Modell",
    "Menge bestellt",
    "Menge geliefert",
    "Status",
    "Liefertermin",
    "Grund der Verzögerung",
    "Förderprogramm",
)


@dataclass(frozen=True, slots=True)
class Row:
    """Of a list; the order of the fields is that of the headings."""

    order: str
    position: int = 1
    school: str = WESTRING
    category: str = "Sondertechnik"
    model: str = "Lötstation"
    ordered: int = 4
    delivered: int = 0
    stage: str = "Beauftragt"
    promise: str = ""
    reason: str = ""
    programme: str = ""


class DeliveryTown(Town):
    """Its people see what its lists tell."""

    def take(self, *rows: Row, day: date | None = None) -> int:
        """Takes a list over and gives the number of its first line."""
        with self.writing() as db:
            export = read_export(written(rows), "wochenliste.csv")
            assert not export.faults
            now = datetime.now(UTC)
            import_export(db, export, Way.COMMAND, OPERATOR, now, self.house, as_of=day or today())
            line, first = OrderLineRow, rows[0]
            known = (line.order_number == first.order) & (line.position == first.position)
            return db.scalars(select(line.id).where(known)).one()

    def school_id(self, name: str) -> int:
        with self.writing() as db:
            school = find_school(db, name)
            assert school is not None
            return school.id

    def confirmed(self, line_id: int, role: Role, missing: int, remarks: str) -> None:
        with self.writing() as db:
            confirm(db, line_id, missing, remarks, self.person(db, role), datetime.now(UTC), self.house)

    @contextmanager
    def also_at(self, role: Role, *names: str) -> Iterator[list[int]]:
        """The person works at new schools as well, for as long as it lasts."""
        with self.writing() as db:
            before, now = self.person(db, role), datetime.now(UTC)
            new = [add_school(db, SchoolFacts(name, None), OPERATOR, now).id for name in names]
            own = [school.id for school in before.schools]
            set_schools(db, before.id, [*own, *new], OPERATOR, now)
        yield new
        with self.writing() as db:
            set_schools(db, before.id, own, OPERATOR, datetime.now(UTC))


def today() -> date:
    """In the city."""
    return datetime.now(HERE).date()


def written(rows: Sequence[Row]) -> bytes:
    """A list as a spreadsheet program gives it."""
    text = StringIO()
    table = csv.writer(text, delimiter=";")
    table.writerow(HEADINGS)
    table.writerows(astuple(row) for row in rows)
    return text.getvalue().encode()
