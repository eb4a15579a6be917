"""Trainings, their dates, and what a date takes up, as rows."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from core.database import Base, Moment

CASCADE, SET_NULL, RESTRICT = "CASCADE", "SET NULL", "RESTRICT"
NUMBERED = {"sqlite_autoincrement": True}  # a number is never given again: calendars and papers hold it
PEOPLE = "people.id"


class ResourceRow(Base):
    """A room or a machine of the FabLab; one row for each machine, because each can be taken once."""

    __tablename__ = "resources"
    __table_args__ = (CheckConstraint("kind in ('room', 'machine')", name="kind"), NUMBERED)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)
    kind: Mapped[str] = mapped_column(String(10))
    place: Mapped[str] = mapped_column(String(200), default="")
    active: Mapped[bool] = mapped_column(default=True)


class TrainingRow(Base):
    """What can be learned. `audience` holds kinds of school (empty: all), `minutes` is how long it takes,
    `certificate_minutes` what a certificate counts (0: there is none). Who has attended may use the machine
    `authorises_id` by themselves for `authorises_months`."""

    __tablename__ = "trainings"
    __table_args__ = (
        CheckConstraint("minutes > 0 and certificate_minutes >= 0", name="minutes"),
        CheckConstraint("(authorises_id is null) or (authorises_months > 0)", name="authorises"),
        NUMBERED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(200), unique=True)
    aim: Mapped[str] = mapped_column(Text, default="")
    audience: Mapped[list[str]] = mapped_column(JSON, default=list)
    level: Mapped[str] = mapped_column(String(80), default="")
    devices: Mapped[list[str]] = mapped_column(JSON, default=list)
    topics: Mapped[list[str]] = mapped_column(JSON, default=list)
    minutes: Mapped[int]
    preparation: Mapped[str] = mapped_column(Text, default="")
    certificate_minutes: Mapped[int] = mapped_column(default=0)
    authorises_id: Mapped[int | None] = mapped_column(ForeignKey("resources.id", ondelete=RESTRICT))
    authorises_months: Mapped[int | None]
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime] = mapped_column(Moment)


class DateRow(Base):
    """When a training takes place. `series` is shared by dates that belong together. `school_id` is the
    school for which alone it is held. `school_cap` seats at most go to one school until `school_cap_days`
    days before the start. At `decide_at` it is cancelled where fewer than `minimum` have booked; `decided_at`
    is when that was looked at."""

    __tablename__ = "training_dates"
    __table_args__ = (
        CheckConstraint("starts_at < ends_at", name="ends_after_it_starts"),
        CheckConstraint("closes_at <= starts_at", name="closes_before_it_starts"),
        CheckConstraint("opens_at is null or opens_at < closes_at", name="opens_before_it_closes"),
        CheckConstraint("cancel_until <= starts_at and decide_at <= starts_at", name="deadlines"),
        CheckConstraint("seats > 0 and minimum >= 0 and minimum <= seats", name="seats"),
        CheckConstraint("school_cap is null or (school_cap > 0 and school_cap_days >= 0)", name="school_cap"),
        CheckConstraint("kind in ('fablab', 'online', 'school')", name="kind"),
        CheckConstraint("state in ('planned', 'cancelled')", name="state"),
        Index("ix_training_dates_trainer_id_starts_at", "trainer_id", "starts_at"),
        NUMBERED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    training_id: Mapped[int] = mapped_column(ForeignKey("trainings.id", ondelete=RESTRICT), index=True)
    series: Mapped[str | None] = mapped_column(String(32), index=True)
    starts_at: Mapped[datetime] = mapped_column(Moment, index=True)
    ends_at: Mapped[datetime] = mapped_column(Moment)
    kind: Mapped[str] = mapped_column(String(10))
    place: Mapped[str] = mapped_column(String(200), default="")
    link: Mapped[str] = mapped_column(String(500), default="")
    trainer_id: Mapped[int | None] = mapped_column(ForeignKey(PEOPLE, ondelete=SET_NULL))
    seats: Mapped[int]
    minimum: Mapped[int] = mapped_column(default=0)
    opens_at: Mapped[datetime | None] = mapped_column(Moment)
    closes_at: Mapped[datetime] = mapped_column(Moment)
    cancel_until: Mapped[datetime] = mapped_column(Moment)
    decide_at: Mapped[datetime] = mapped_column(Moment)
    decided_at: Mapped[datetime | None] = mapped_column(Moment)
    school_cap: Mapped[int | None]
    school_cap_days: Mapped[int] = mapped_column(default=0)
    school_id: Mapped[int | None] = mapped_column(ForeignKey("schools.id", ondelete=CASCADE), index=True)
    state: Mapped[str] = mapped_column(String(10), default="planned")
    cancel_reason: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime] = mapped_column(Moment)
    training: Mapped[TrainingRow] = relationship()
    resources: Mapped[list[ResourceRow]] = relationship(
        secondary="date_resources", order_by="ResourceRow.name"
    )


class DateResourceRow(Base):
    """A date takes up a room or a machine."""

    __tablename__ = "date_resources"

    date_id: Mapped[int] = mapped_column(ForeignKey("training_dates.id", ondelete=CASCADE), primary_key=True)
    resource_id: Mapped[int] = mapped_column(
        ForeignKey("resources.id", ondelete=RESTRICT), primary_key=True, index=True
    )


class HolidayRow(Base):
    """School holidays: from the first to the last day, both among them."""

    __tablename__ = "school_holidays"
    __table_args__ = (CheckConstraint("first_day <= last_day", name="days"), NUMBERED)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    first_day: Mapped[date]
    last_day: Mapped[date]
