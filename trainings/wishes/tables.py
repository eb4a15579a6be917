"""Trainings that people wish for, as rows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base, Moment
from trainings.tables import CASCADE, NUMBERED, PEOPLE, SET_NULL

WISHES = "training_wishes.id"


class WishRow(Base):
    """`date_id` is the date that it became; `answer` what the team said."""

    __tablename__ = "training_wishes"
    __table_args__ = (
        CheckConstraint("state in ('open', 'planned', 'declined', 'withdrawn')", name="state"),
        CheckConstraint("people > 0", name="people"),
        NUMBERED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(PEOPLE, ondelete=CASCADE), index=True)
    school_id: Mapped[int | None] = mapped_column(ForeignKey("schools.id", ondelete=SET_NULL))
    topic: Mapped[str] = mapped_column(String(200))
    details: Mapped[str] = mapped_column(Text, default="")
    people: Mapped[int]
    times: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[str] = mapped_column(String(10), default="open")
    answer: Mapped[str] = mapped_column(Text, default="")
    date_id: Mapped[int | None] = mapped_column(ForeignKey("training_dates.id", ondelete=SET_NULL))
    created_at: Mapped[datetime] = mapped_column(Moment)


class JoinRow(Base):
    """One wish would like to go together with another; `accepted` is None until its author has answered."""

    __tablename__ = "wish_joins"
    __table_args__ = (
        UniqueConstraint("asking_id", "asked_id"),
        CheckConstraint("asking_id <> asked_id", name="two_wishes"),
        NUMBERED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    asking_id: Mapped[int] = mapped_column(ForeignKey(WISHES, ondelete=CASCADE))
    asked_id: Mapped[int] = mapped_column(ForeignKey(WISHES, ondelete=CASCADE), index=True)
    asked_at: Mapped[datetime] = mapped_column(Moment)
    accepted: Mapped[bool | None]
