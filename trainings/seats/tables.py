"""Who comes to a date, who waits for it, and what remains of it, as rows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from core.database import Base, Moment
from trainings.tables import CASCADE, NUMBERED, PEOPLE, SET_NULL, DateRow

DATES, BOOKINGS = "training_dates.id", "bookings.id"


class BookingRow(Base):
    """A person and a date, once: booked, waiting, offered a seat that is kept for them until `offer_ends_at`,
    or gone. Whoever holds a seat has its number, so that the database itself never gives one twice. The list
    goes by `priority` (larger first), then by `waiting_since`. `sequence` counts what calendars were told.
    `reminded_days` is the last reminder, in days before the start. `gone_as` is why somebody is gone."""

    __tablename__ = "bookings"
    __table_args__ = (
        UniqueConstraint("date_id", "person_id"),
        UniqueConstraint("date_id", "seat"),
        CheckConstraint("state in ('booked', 'offered', 'waiting', 'gone')", name="state"),
        CheckConstraint("(seat is not null) = (state in ('booked', 'offered'))", name="seat_is_held"),
        CheckConstraint("seat is null or seat > 0", name="seat"),
        CheckConstraint("(offer_ends_at is not null) = (state = 'offered')", name="offer_ends"),
        CheckConstraint("state <> 'waiting' or waiting_since is not null", name="waits_since"),
        CheckConstraint("(gone_as is not null) = (state = 'gone')", name="gone_as"),
        Index("ix_bookings_state_offer_ends_at", "state", "offer_ends_at"),
        NUMBERED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    date_id: Mapped[int] = mapped_column(ForeignKey(DATES, ondelete=CASCADE))
    person_id: Mapped[int] = mapped_column(ForeignKey(PEOPLE, ondelete=CASCADE), index=True)
    school_id: Mapped[int | None] = mapped_column(ForeignKey("schools.id", ondelete=SET_NULL))
    state: Mapped[str] = mapped_column(String(10))
    seat: Mapped[int | None]
    waiting_since: Mapped[datetime | None] = mapped_column(Moment)
    short_notice: Mapped[bool] = mapped_column(default=False)
    priority: Mapped[int] = mapped_column(default=0)
    offer_ends_at: Mapped[datetime | None] = mapped_column(Moment)
    gone_as: Mapped[str | None] = mapped_column(String(20))
    attended: Mapped[bool | None]
    checked_in_at: Mapped[datetime | None] = mapped_column(Moment)
    sequence: Mapped[int] = mapped_column(default=0)
    reminded_days: Mapped[int | None]
    thanked_at: Mapped[datetime | None] = mapped_column(Moment)
    feedback_at: Mapped[datetime | None] = mapped_column(Moment)
    created_at: Mapped[datetime] = mapped_column(Moment)
    date: Mapped[DateRow] = relationship(lazy="select")


class BookingEventRow(Base):
    """What happened to a booking, in order: "booked", "waiting", "offered", … and why, where somebody said.
    `by_id` is who did it, None for the portal itself and for the person whose booking it is."""

    __tablename__ = "booking_events"
    __table_args__ = (NUMBERED,)

    id: Mapped[int] = mapped_column(primary_key=True)
    booking_id: Mapped[int] = mapped_column(ForeignKey(BOOKINGS, ondelete=CASCADE), index=True)
    at: Mapped[datetime] = mapped_column(Moment)
    what: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text, default="")
    by_id: Mapped[int | None] = mapped_column(ForeignKey(PEOPLE, ondelete=SET_NULL))


class CertificateRow(Base):
    """A certificate as it was issued: what it says stays, whatever becomes of training and name."""

    __tablename__ = "certificates"
    __table_args__ = (NUMBERED,)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(20), unique=True)
    booking_id: Mapped[int] = mapped_column(ForeignKey(BOOKINGS, ondelete=CASCADE), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(PEOPLE, ondelete=CASCADE), index=True)
    name: Mapped[str] = mapped_column(String(200))
    title: Mapped[str] = mapped_column(String(200))
    content: Mapped[str] = mapped_column(Text, default="")
    trainer: Mapped[str] = mapped_column(String(200), default="")
    minutes: Mapped[int]
    starts_at: Mapped[datetime] = mapped_column(Moment)
    ends_at: Mapped[datetime] = mapped_column(Moment)
    issued_at: Mapped[datetime] = mapped_column(Moment)


class AuthorisationRow(Base):
    """A person may use a machine of the FabLab by themselves until then."""

    __tablename__ = "authorisations"
    __table_args__ = (UniqueConstraint("booking_id", "resource_id"), NUMBERED)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(PEOPLE, ondelete=CASCADE), index=True)
    resource_id: Mapped[int] = mapped_column(ForeignKey("resources.id", ondelete=CASCADE), index=True)
    booking_id: Mapped[int] = mapped_column(ForeignKey(BOOKINGS, ondelete=CASCADE))
    since: Mapped[datetime] = mapped_column(Moment)
    until: Mapped[datetime] = mapped_column(Moment)


class TrainingFeedbackRow(Base):
    """What somebody said of a date, without the person: only the day is kept."""

    __tablename__ = "training_feedback"
    __table_args__ = (CheckConstraint("rating between 1 and 5", name="rating"), NUMBERED)

    id: Mapped[int] = mapped_column(primary_key=True)
    date_id: Mapped[int] = mapped_column(ForeignKey(DATES, ondelete=CASCADE), index=True)
    rating: Mapped[int]
    text: Mapped[str] = mapped_column(Text, default="")


class CalendarRow(Base):
    """The number of a person's calendar address: with each renewal it grows, and the old address is dead."""

    __tablename__ = "calendar_addresses"

    person_id: Mapped[int] = mapped_column(ForeignKey(PEOPLE, ondelete=CASCADE), primary_key=True)
    number: Mapped[int] = mapped_column(default=1)
