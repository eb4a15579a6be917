"""Labels on devices and scans of codes in the database."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base, Moment
from knowledge.codes import LENGTH


class LabelRow(Base):
    """A label that sticks on a device; one without a school is the city's own."""

    __tablename__ = "labels"
    # The audit log speaks of labels by their numbers: none is given twice.
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(LENGTH), unique=True)
    device: Mapped[str] = mapped_column(String(100))
    make: Mapped[str] = mapped_column(String(100))
    model: Mapped[str] = mapped_column(String(100))
    room: Mapped[str] = mapped_column(String(100))
    school_id: Mapped[int | None] = mapped_column(ForeignKey("schools.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime] = mapped_column(Moment)


class ScanRow(Base):
    """How often a code was scanned on a day; by whom is kept nowhere."""

    __tablename__ = "scans"

    code: Mapped[str] = mapped_column(String(LENGTH), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True, index=True)
    count: Mapped[int]
