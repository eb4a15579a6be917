"""What is kept about people in trainings: taken along whole, and gone with them."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select

from core.database import Base
from core.people.own_data import delete, export
from core.people.person import Person
from tests.trainings.course_made import ENDS, Course, course, machine
from tests.trainings.made import HOUSE, NOW, Made
from trainings.courses.certificates import certificate_of
from trainings.courses.feedback import give_feedback
from trainings.invariants import faults
from trainings.seats.booking import cancel
from trainings.seats.tables import (
    AuthorisationRow,
    BookingEventRow,
    BookingRow,
    CalendarRow,
    CertificateRow,
    TrainingFeedbackRow,
)
from trainings.wishes.facts import WishDraft
from trainings.wishes.joining import ask_to_join
from trainings.wishes.tables import JoinRow, WishRow
from trainings.wishes.wishing import add_wish

WORD = "Mein Kind ist krank"
BELONGS = {
    "bookings",
    "booking_events",
    "certificates",
    "authorisations",
    "calendar_addresses",
    "training_wishes",
    "wish_joins",
}


def lived_in(made: Made) -> tuple[Course, Person, Person]:
    """Lia Licht and Otto Other have left traces of every kind; Otto's wish asks Lia's."""
    town = course(made, 5, authorises_id=machine(made), authorises_months=12)
    lia, otto = made.person(made.school(), name="Lia Licht"), made.person(name="Otto Other")
    other = made.date(trainer_id=town.trainer.id, training_id=made.training())
    for person in (lia, otto):
        booking_id = town.seat(person)
        town.seat(person, other)
        town.noted(booking_id)
        with made.database.write.begin() as db:
            certificate_of(db, booking_id, person, ENDS)
            give_feedback(db, town.date_id, 4, f"Gut, sagt {person.id}", person, ENDS)
            cancel(db, other, person, NOW, HOUSE, word=f"{WORD} {person.id}")
            db.add(CalendarRow(person_id=person.id, number=3))
            add_wish(db, WishDraft(f"Robotik {person.id}", f"Für {person.name}", 3, "Nie"), person, NOW)
    with made.database.write.begin() as db:
        first, second = (
            db.scalars(select(WishRow.id).where(WishRow.person_id == one.id)).one() for one in (lia, otto)
        )
        ask_to_join(db, second, first, otto, NOW, HOUSE)
    return town, lia, otto


def exported(made: Made, person: Person) -> dict[str, Any]:
    with made.database.write.begin() as db:
        return export(db, person.id, person, ENDS)


def test_all_that_is_kept_of_trainings_is_taken_along(anywhere: Made) -> None:
    _, lia, _ = lived_in(anywhere)
    told = exported(anywhere, lia)
    assert json.dumps(told)
    assert told.keys() >= BELONGS
    assert {len(told[name]) for name in BELONGS - {"bookings", "booking_events"}} == {1}
    assert [(row["state"], row["attended"]) for row in told["bookings"]] == [("booked", True), ("gone", None)]
    assert [row["reason"] for row in told["booking_events"] if row["reason"]] == [f"{WORD} {lia.id}"]
    assert {row["what"] for row in told["booking_events"]} == {"booked", "attended", "cancelled"}
    [certificate], [wish], [calendar] = (
        told[name] for name in ("certificates", "training_wishes", "calendar_addresses")
    )
    assert (certificate["name"], certificate["minutes"]) == ("Lia Licht", 90)
    assert (wish["topic"], calendar["number"]) == (f"Robotik {lia.id}", 3)


def test_nothing_of_others_is_taken_along(anywhere: Made) -> None:
    town, lia, otto = lived_in(anywhere)
    kept = exported(anywhere, lia)
    kept.pop("mails")  # were written to her
    told = json.dumps(kept, ensure_ascii=False)
    for word in (otto.name, otto.email, f"{WORD} {otto.id}", f"Robotik {otto.id}", "Gut, sagt"):
        assert word not in told, word
    assert "training_feedback" not in kept
    assert town.trainer.email not in told


def test_who_runs_a_date_takes_along_their_dates_and_nothing_of_who_comes(anywhere: Made) -> None:
    town, lia, _ = lived_in(anywhere)
    anywhere.person(name="Füllt auf")
    with anywhere.database.write.begin() as db:
        number = anywhere.booking(db, town.date_id, lia).id
        db.add(
            BookingEventRow(
                booking_id=number, at=NOW, what="priority", reason="Lia eilt", by_id=town.trainer.id
            )
        )
    told = exported(anywhere, town.trainer)
    assert len(told["training_dates"]) == 2
    assert not told.keys() & BELONGS
    assert "Lia" not in json.dumps(told)
    assert "Lia eilt" in json.dumps(exported(anywhere, lia))


def test_of_who_is_deleted_nothing_is_left_and_of_others_all(anywhere: Made) -> None:
    _, lia, otto = lived_in(anywhere)
    before = exported(anywhere, otto)
    with anywhere.database.write.begin() as db:
        delete(db, lia.id, lia, ENDS)
    with anywhere.database.read() as db:
        for owner in (
            BookingRow.person_id,
            CertificateRow.person_id,
            AuthorisationRow.person_id,
            CalendarRow.person_id,
            WishRow.person_id,
        ):
            assert set(db.scalars(select(owner))) == {otto.id}, owner
        assert db.scalars(select(JoinRow)).all() == []
        events = db.scalars(select(BookingEventRow.reason)).all()
        assert f"{WORD} {lia.id}" not in events
        assert len(db.scalars(select(TrainingFeedbackRow)).all()) == 2  # nobody knows whose they are
        assert faults(db, ENDS) == []
        for table in Base.metadata.sorted_tables:
            for row in db.execute(select(table)):
                if table.name != "mail":  # the trainer was told who does not come
                    assert "Lia" not in str(row), table.name
                assert lia.email not in str(row), table.name
    after = exported(anywhere, otto)
    assert {name: after[name] for name in BELONGS - {"wish_joins"}} == {
        name: before[name] for name in BELONGS - {"wish_joins"}
    }


def test_when_the_trainer_is_deleted_what_they_did_stays_without_them(anywhere: Made) -> None:
    town, lia, _ = lived_in(anywhere)
    with anywhere.database.write.begin() as db:
        delete(db, town.trainer.id, town.trainer, ENDS)
    assert len(exported(anywhere, lia)["certificates"]) == 1
    with anywhere.database.read() as db:
        assert set(db.scalars(select(BookingEventRow.by_id))) == {None}
