"""Forgetting who came to which date, who waited for it, and what was wished for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from core.people.tidying import months_before
from trainings.booking_tables import AuthorisationRow, BookingRow, CertificateRow
from trainings.facts import BookingState
from trainings.tables import DateRow
from trainings.wish_facts import WishState
from trainings.wish_tables import WishRow


@dataclass(frozen=True, slots=True)
class Keep:
    """For how many months what is kept: seats in dates that are over, bookings without a seat (who cancelled
    or got none), and wishes that have been answered or withdrawn."""

    seats: int = 24
    gone: int = 6
    wishes: int = 12


KEEP = Keep()


@dataclass(frozen=True, slots=True)
class Tidied:
    """How much was deleted."""

    bookings: int
    wishes: int

    def __str__(self) -> str:
        return f"{self.bookings} bookings, {self.wishes} wishes"
