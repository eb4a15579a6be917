"""Order lines with their history, for the tests of what is read of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from deliveries.facts import Device
from deliveries.importing.changes import PlannedChange, changes_between, first_changes
from deliveries.importing.states import State, arrived_on, columns_of, state_of, usable_on
from deliveries.kept import kept_pieces
from deliveries.reading.categories import subproject_of
from deliveries.reading.periods import read_period
from deliveries.tables import ImportRow, LineChangeRow, OrderLineRow, ReceiptRow
from tests.trainings.made import Made

TODAY = date(2024, 4, 10)
FIRST = date(2024, 2, 5)
MORNING = time(9, 0, tzinfo=UTC)
T = TypeVar("T")
DISPLAY = Device("Display", "ViewSonic", "86 Zoll")


@dataclass
class Deliveries(Made):
    """Makes lists, and lines that they have told of."""

    def list(self, name: str = "liste.csv", as_of: date = FIRST) -> int:
        with self.database.write.begin() as db:
            row = ImportRow(
                name=name, way="page", series="s", digest="d", as_of=as_of, full=False, accepted=True,
                at=at(as_of), by_id=None, report={},
            )  # fmt: skip
            db.add(row)
            db.flush()
            return row.id

    def line(
        self,
        school_id: int,
        pieces: str = "commissioned 20",
        *,
        on: date = FIRST,
        order: str = "",
        **said: Any,
    ) -> int:
        """A line that a list told of on that day, or a person where `import_id` is None."""
        import_id, by_id = said.pop("import_id", None), said.pop("by_id", None)
        state = _state(school_id, pieces, **said)
        with self.database.write.begin() as db:
            row = OrderLineRow(
                order_number=order or f"B-{next(self.names)}", position=1, created_at=at(on),
                subproject=subproject_of(state.device).value, import_id=import_id,
            )  # fmt: skip
            _put(row, state, on)
            db.add(row)
            db.flush()
            _keep(db, row, first_changes(state), on, import_id, by_id)
            return row.id

    def told(self, line_id: int, on: date, **said: Any) -> None:
        """What a list tells of the line on another day."""
        import_id, by_id = said.pop("import_id", None), said.pop("by_id", None)
        with self.database.write.begin() as db:
            row = db.get_one(OrderLineRow, line_id)
            before = state_of(row)
            after = replace(before, **_facts(said))
            row.import_id = import_id
            _put(row, after, on)
            _keep(db, row, changes_between(before, after), on, import_id, by_id)

    def receipt(self, line_id: int, person_id: int | None, **said: Any) -> None:
        with self.database.write.begin() as db:
            db.add(ReceiptRow(line_id=line_id, person_id=person_id, at=at(TODAY), **said))

    def look(self, at: Callable[[Session], T]) -> T:
        with self.database.read() as db:
            return at(db)


def at(day: date) -> datetime:
    return datetime.combine(day, MORNING)


def later(days: int) -> date:
    return FIRST + timedelta(days=days)


def _state(school_id: int, pieces: str, **said: Any) -> State:
    counted = kept_pieces(pieces)
    nothing = State(
        school_id=school_id, device=DISPLAY, room="", ordered=counted.total, delivered=counted.arrived,
        stage=[stage for stage, _count in counted][-1], pieces=counted, promise=None, reason="",
        reason_kind=None, programme="", measure="", earmarked_until=None,
    )  # fmt: skip
    return replace(nothing, **_facts(said))


def _facts(said: dict[str, Any]) -> dict[str, Any]:
    """Pieces and promises may be given as they are written."""
    facts = dict(said)
    if isinstance(facts.get("pieces"), str):
        facts["pieces"] = kept_pieces(facts["pieces"])
        facts.setdefault("stage", [stage for stage, _count in facts["pieces"]][-1])
    if isinstance(facts.get("promise"), str):
        facts["promise"] = read_period(facts["promise"])
    return facts


def _put(row: OrderLineRow, state: State, on: date) -> None:
    for name, value in columns_of(state).items():
        setattr(row, name, value)
    row.as_of, row.changed_at = on, at(on)
    row.delivered_on = arrived_on(row.delivered_on, state.pieces, on)
    row.usable_on = usable_on(row.usable_on, state.pieces, on)


def _keep(
    db: Session, row: OrderLineRow, changes: Sequence[PlannedChange], on: date, import_id: int | None,
    by_id: int | None,
) -> None:  # fmt: skip
    db.add_all(
        LineChangeRow(
            line_id=row.id, at=at(on), as_of=on, field=change.field.value, old=change.old, new=change.new,
            why=row.reason, backwards=change.backwards, import_id=import_id, by_id=by_id,
        )
        for change in changes
    )  # fmt: skip
    db.flush()
