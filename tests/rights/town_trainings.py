"""Trainings in the small town: something for everybody to touch, and something for nobody else to see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from core.house import House
from core.people.person import Person, School
from trainings.seats.tables import AuthorisationRow, BookingEventRow, BookingRow, CertificateRow
from trainings.tables import DateRow, HolidayRow, ResourceRow, TrainingRow
from trainings.wishes.tables import JoinRow, WishRow

DAY = timedelta(days=1)
HOUSE = House("lotse@stadt.example", "https://lotse.stadt.example")
LINK = "https://raum.example/geheim"
SERIES = "0123456789abcdef0123456789abcdef"
CODES = "0123456789abcdefghjkmnpqrstvwxyz"
# What stands in what only the bystander, the team and whoever holds the date may read.
SECRET = "Das steht nirgends sonst"


@dataclass(frozen=True)
class Taught:
    """Numbers of what there is.

    The town's trainer holds `held` (coming), `full` (coming) and `taught` (yesterday), the one of the team
    `others` and `others_taught`; nobody holds the rest. In each of these the bystander has a seat (`seats`
    has the numbers of these bookings), and in `full` the head waits, then the assistant (`waits`). `free` is
    empty, `booked_up` has no seat left, `series` is a date of a series, `in_house` is for the foreign school
    alone. All who may visit have a seat in `booked` and `past`, an offer in `offered`, and a place in the
    list of `waited`. Each has one of `wishes`; the bystander, who would like to go together (`joins`), has
    one more: `alone`.
    """

    training: int
    machine: int
    room: int
    holiday: int
    held: int
    full: int
    taught: int
    others: int
    others_taught: int
    booked_up: int
    free: int
    series: int
    in_house: int
    booked: int
    past: int
    offered: int
    waited: int
    waits: int
    seats: Mapping[int, int]
    certified: Mapping[str, int]
    wishes: Mapping[str, int]
    joins: Mapping[str, int]
    alone: int


@dataclass(frozen=True)
class Maker:
    """Writes rows; no use case is asked, so that also people without a role have something."""

    db: Session
    now: datetime
    training_id: int

    def row(self, row: Any) -> int:
        self.db.add(row)
        self.db.flush()
        return int(row.id)

    def date(self, in_days: int, seats: int = 20, **values: Any) -> int:
        starts_at = self.now + in_days * DAY
        known = {
            "training_id": self.training_id,
            "starts_at": starts_at,
            "ends_at": starts_at + timedelta(minutes=90),
            "kind": "online",
            "link": LINK,
            "seats": seats,
            "closes_at": starts_at,
            "cancel_until": starts_at - DAY,
            "decide_at": starts_at - DAY,
            "created_at": self.now,
        }
        return self.row(DateRow(**{**known, **values}))

    def booking(self, date_id: int, person: Person, state: str, seat: int | None, **values: Any) -> int:
        school_id = person.schools[0].id if person.schools else None
        known = {"date_id": date_id, "person_id": person.id, "school_id": school_id, "created_at": self.now}
        return self.row(BookingRow(**{**known, "state": state, "seat": seat, **values}))

    def wish(self, person: Person, topic: str) -> int:
        known = {"people": 5, "details": SECRET, "created_at": self.now}
        return self.row(WishRow(person_id=person.id, topic=topic, **known))


def teach(db: Session, people: Mapping[str, Person], bystander: str, foreign: School) -> Taught:
    now = datetime.now(UTC)
    made = Maker(db, now, 0)
    machine = made.row(ResourceRow(name="Lasercutter", kind="machine"))
    room = made.row(ResourceRow(name="Kleine Werkstatt", kind="room"))
    holiday = made.row(HolidayRow(name="Brückentage", first_day=now.date(), last_day=now.date()))
    facts = {"minutes": 90, "certificate_minutes": 90, "authorises_id": machine, "authorises_months": 12}
    made = Maker(db, now, made.row(TrainingRow(title="Lasern für alle", created_at=now, **facts)))
    dates: dict[str, Any] = _dates(made, people)
    bodo = people[bystander]
    seats = {number: made.booking(number, bodo, "booked", 1) for number in dates.values()}
    for number in (dates["taught"], dates["others_taught"]):
        made.db.get_one(BookingRow, seats[number]).attended = True
    made.row(BookingEventRow(booking_id=seats[dates["held"]], at=now, what="booked", reason=SECRET))
    made.booking(dates["full"], people["head"], "waiting", None, waiting_since=now)
    waits = made.booking(dates["full"], people["assistant"], "waiting", None, waiting_since=now)
    free, in_house = made.date(30), made.date(31, school_id=foreign.id)
    booked_up = made.date(33, seats=1)
    seats[booked_up] = made.booking(booked_up, bodo, "booked", 1)
    seats[in_house] = made.booking(in_house, bodo, "booked", 1)
    everyone = {visitor: person for visitor, person in people.items() if visitor != bystander}
    own = _own(made, everyone, bodo)
    wishes = {visitor: made.wish(person, f"Robotik {person.id}") for visitor, person in everyone.items()}
    theirs = made.wish(bodo, "Roboter bauen")
    joins = {
        visitor: made.row(JoinRow(asking_id=theirs, asked_id=wish, asked_at=now))
        for visitor, wish in wishes.items()
    }
    return Taught(
        training=made.training_id,
        machine=machine,
        room=room,
        holiday=holiday,
        booked_up=booked_up,
        free=free,
        series=made.date(32, series=SERIES),
        in_house=in_house,
        waits=waits,
        seats=seats,
        wishes={**wishes, bystander: theirs},
        joins=joins,
        alone=made.wish(bodo, "Podcasts schneiden"),
        **dates,
        **own,
    )


def _dates(made: Maker, people: Mapping[str, Person]) -> dict[str, int]:
    """Dates that somebody holds."""
    by = {"trainer_id": people["trainer"].id}
    return {
        "held": made.date(20, **by),
        "full": made.date(21, seats=1, **by),
        "taught": made.date(-1, **by),
        "others": made.date(20, trainer_id=people["team"].id),
        "others_taught": made.date(-1, trainer_id=people["team"].id),
    }


def _own(made: Maker, everyone: Mapping[str, Person], bodo: Person) -> dict[str, Any]:
    """What everybody has of their own, in dates that nobody holds."""
    numbers = {"booked": made.date(40), "past": made.date(-2), "offered": made.date(41)}
    waited = made.date(42, seats=1)
    made.booking(waited, bodo, "booked", 1)
    certified = {}
    for seat, (visitor, person) in enumerate(everyone.items(), 1):
        made.booking(numbers["booked"], person, "booked", seat)
        past = made.booking(numbers["past"], person, "booked", seat, attended=True)
        offer = {"offer_ends_at": made.now + 5 * DAY, "waiting_since": made.now}
        made.booking(numbers["offered"], person, "offered", seat, **offer)
        made.booking(waited, person, "waiting", None, waiting_since=made.now)
        _proof(made, person, past)
        certified[visitor] = past
    return {**numbers, "waited": waited, "certified": certified}


def _proof(made: Maker, person: Person, booking_id: int) -> None:
    over = {"starts_at": made.now - 2 * DAY, "ends_at": made.now - DAY}
    code = CODES[person.id] * 12
    known = {"person_id": person.id, "booking_id": booking_id}
    made.row(
        CertificateRow(
            code=code, name=person.name, title="Lasern", minutes=90, issued_at=made.now, **known, **over
        )
    )
    machine = made.db.get_one(TrainingRow, made.training_id).authorises_id
    made.row(AuthorisationRow(resource_id=machine, since=made.now - DAY, until=made.now + 99 * DAY, **known))
