"""A small town with order lines, for the tests of mails about deliveries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from typing import Any

from sqlalchemy import select

from core.mail.message import from_text
from core.mail.tables import MailRow
from core.people.person import Person, School
from deliveries.facts import Field
from deliveries.notices.choices import choose
from deliveries.pieces import Pieces
from deliveries.tables import LineChangeRow, OrderLineRow
from tests.trainings.made import HOUSE as WITHOUT_SECRET
from tests.trainings.made import Made

NOW = datetime.fromisoformat("2026-11-23T09:00:00+00:00")  # a Monday, ten o'clock in the city
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
HOUSE = replace(WITHOUT_SECRET, secret="ein Geheimnis der Tests")
FUNDING = {"programme": "DigitalPakt-XY", "measure": "M-4711", "earmarked_until": date(2030, 12, 31)}


@dataclass
class Town(Made):
    """Makes lines and changes, and reads what lies in the outbox."""

    def line(self, school: School, pieces: Pieces | None = None, **values: Any) -> int:
        pieces = pieces or Pieces(in_use=20)
        known: dict[str, Any] = {
            "order_number": f"B-{next(self.names)}",
            "position": 10,
            "school_id": school.id,
            "category": "Display",
            "make": "ViewSonic",
            "model": "86 Zoll",
            "subproject": "displays",
            "room": "Haus B",
            "ordered": pieces.total,
            "stage": "in_use",
            "as_of": NOW.date(),
            "created_at": NOW,
            "changed_at": NOW,
            **FUNDING,
            **{f"pieces_{stage.value}": count for stage, count in pieces},
            **values,
        }
        with self.database.write.begin() as db:
            row = OrderLineRow(**known)
            db.add(row)
            db.flush()
            return row.id

    def change(
        self, line_id: int, field: Field, old: str | None, new: str | None, at: datetime = NOW, **more: Any
    ) -> int:
        values = {"as_of": at.date(), **more}
        with self.database.write.begin() as db:
            row = LineChangeRow(line_id=line_id, field=field.value, old=old, new=new, at=at, **values)
            db.add(row)
            db.flush()
            return row.id

    def wants(
        self, person: Person, weekly: bool = False, at_once: bool = False, since: datetime = NOW
    ) -> Person:
        with self.database.write.begin() as db:
            choose(db, person, weekly, at_once, since)
        return person

    def row(self, line_id: int) -> OrderLineRow:
        with self.database.read() as db:
            return db.get_one(OrderLineRow, line_id)

    def mails(self, person: Person | None = None) -> list[EmailMessage]:
        with self.database.read() as db:
            rows = db.scalars(select(MailRow).order_by(MailRow.id)).all()
        return [from_text(row.message) for row in rows if person is None or row.recipient == person.email]


def text_of(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")
