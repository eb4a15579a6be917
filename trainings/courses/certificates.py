"""Certificates: issued once, the same for ever, and anybody can check them by their code."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.people.actor import Actor, demand_of
from core.people.person import Person
from core.people.roles import Right
from core.people.tables import PersonRow
from trainings.courses.access import booking_held, runs
from trainings.facts import BookingState
from trainings.reading import as_date
from trainings.refusals import NoCertificate, NoSuchBooking, NotAttended, NotOverYet
from trainings.seats.tables import BookingRow, CertificateRow
from trainings.tables import DateRow

LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's, without those that are easily misread
LENGTH, GROUP = 12, 4  # 60 bits: nobody finds one by trying
CODE = re.compile(rf"[{LETTERS}]{{{LENGTH}}}")
LONGEST_TYPED = 100
BETWEEN = re.compile(r"[\W_]")
READ_ALIKE = str.maketrans("oil", "011")


@dataclass(frozen=True, slots=True)
class Certificate:
    """What it says. `content` is what could be learned, `minutes` what it counts."""

    code: str
    name: str
    title: str
    content: str
    trainer: str
    minutes: int
    starts_at: datetime
    ends_at: datetime
    issued_at: datetime

    @property
    def shown_code(self) -> str:
        """The code as it stands on paper: XXXX-XXXX-XXXX."""
        return "-".join(self.code[start : start + GROUP] for start in range(0, LENGTH, GROUP)).upper()


def certificate_of(db: Session, booking_id: int, by: Actor, now: datetime) -> Certificate:
    """One's own, or that of somebody in a date one runs; the first call issues it. Raises NotAllowed,
    NoSuchBooking, NotOverYet, NotAttended, and NoCertificate where the training gives none."""
    demand_of(by, Right.BOOK_TRAININGS)
    booking, row = booking_held(db, booking_id)
    own = isinstance(by, Person) and booking.person_id == by.id
    if not own and not runs(by, row.trainer_id):
        raise NoSuchBooking
    if booking.state != BookingState.BOOKED:
        raise NoSuchBooking
    if now < row.ends_at:
        raise NotOverYet
    if not booking.attended:
        raise NotAttended
    kept = db.scalar(select(CertificateRow).where(CertificateRow.booking_id == booking.id))
    return _as_certificate(kept or _issue(db, booking, row, now))


def verified(db: Session, code: str) -> Certificate | None:
    """What the certificate with this code says; None where there is none, or where it was taken back that the
    person had been there. For everybody, whoever they are."""
    typed = as_typed(code)
    if not CODE.fullmatch(typed):
        return None
    wanted = (
        select(CertificateRow)
        .join(BookingRow, BookingRow.id == CertificateRow.booking_id)
        .where(
            CertificateRow.code == typed,
            BookingRow.state == BookingState.BOOKED.value,
            BookingRow.attended.is_(True),
        )
    )
    row = db.scalar(wanted)
    return _as_certificate(row) if row else None


def as_typed(code: str) -> str:
    """A code as people type it from paper: capital letters, blanks and dashes of all kinds, letters that look
    like digits. What is too long to be one is empty."""
    short = code if len(code) <= LONGEST_TYPED else ""
    return BETWEEN.sub("", short).lower().translate(READ_ALIKE)


def _issue(db: Session, booking: BookingRow, row: DateRow, now: datetime) -> CertificateRow:
    if row.training.certificate_minutes <= 0:
        raise NoCertificate
    date = as_date(db, row)
    issued = CertificateRow(
        code="".join(secrets.choice(LETTERS) for _ in range(LENGTH)),
        booking_id=booking.id,
        person_id=booking.person_id,
        name=db.scalars(select(PersonRow.name).where(PersonRow.id == booking.person_id)).one(),
        title=date.training.title,
        content=date.training.aim,
        trainer=date.trainer,
        minutes=date.training.certificate_minutes,
        starts_at=date.starts_at,
        ends_at=date.ends_at,
        issued_at=now,
    )
    db.add(issued)
    db.flush()
    return issued


def _as_certificate(row: CertificateRow) -> Certificate:
    return Certificate(
        row.code,
        row.name,
        row.title,
        row.content,
        row.trainer,
        row.minutes,
        row.starts_at,
        row.ends_at,
        row.issued_at,
    )
