"""Order lines, their history, and what reading lists in needs, as rows."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base, Moment

CASCADE, SET_NULL, RESTRICT = "CASCADE", "SET NULL", "RESTRICT"
NUMBERED = {"sqlite_autoincrement": True}  # a number is never given again: addresses and papers hold it
PEOPLE, SCHOOLS, LINES, IMPORTS = "people.id", "schools.id", "order_lines.id", "delivery_imports.id"
STAGES = (
    "planned",
    "commissioned",
    "part_delivered",
    "delivered",
    "mounted",
    "tested",
    "set_up",
    "in_use",
    "blocked",
    "cancelled",
)


class ImportRow(Base):
    """A list that was handed in, taken or refused. `way` is how it came: page, command, folder or http.
    `as_of` is the day that it tells of, where it says so; `series` names lists of the same make, of which the
    next one is compared with the last. `report` holds what the portal said of it."""

    __tablename__ = "delivery_imports"
    __table_args__ = (CheckConstraint("way in ('page', 'command', 'folder', 'http')", name="way"), NUMBERED)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(300))
    way: Mapped[str] = mapped_column(String(10))
    series: Mapped[str] = mapped_column(String(64), index=True)
    digest: Mapped[str] = mapped_column(String(64))
    as_of: Mapped[date | None]
    full: Mapped[bool] = mapped_column(default=False)
    accepted: Mapped[bool]
    at: Mapped[datetime] = mapped_column(Moment, index=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey(PEOPLE, ondelete=SET_NULL))
    report: Mapped[dict[str, Any]] = mapped_column(JSON)


class OrderLineRow(Base):
    """One line of an order, known by order number and position, for one school. The eight numbers of pieces
    are how many are in which stage; `stage` is what was said last of the whole line. `missing_id` is the
    complete list in which it no longer stood, until somebody has said what that means. `as_of` is the day of
    which all this is known; `dated` where a list has said so itself, of this day or an earlier one."""

    __tablename__ = "order_lines"
    __table_args__ = (
        UniqueConstraint("order_number", "position"),
        CheckConstraint("ordered > 0", name="ordered"),
        CheckConstraint("delivered is null or (delivered >= 0 and delivered <= ordered)", name="delivered"),
        CheckConstraint(
            "pieces_planned >= 0 and pieces_commissioned >= 0 and pieces_delivered >= 0 "
            "and pieces_mounted >= 0 and pieces_tested >= 0 and pieces_set_up >= 0 "
            "and pieces_in_use >= 0 and pieces_cancelled >= 0",
            name="pieces",
        ),
        CheckConstraint(
            "pieces_planned + pieces_commissioned + pieces_delivered + pieces_mounted + pieces_tested "
            "+ pieces_set_up + pieces_in_use + pieces_cancelled = ordered",
            name="pieces_add_up",
        ),
        CheckConstraint(f"stage in {STAGES}", name="stage"),
        CheckConstraint(
            "(promised_first is null) = (promised_last is null) "
            "and (promised_first is null or promised_first <= promised_last)",
            name="promise",
        ),
        Index("ix_order_lines_school_id_subproject", "school_id", "subproject"),
        NUMBERED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    order_number: Mapped[str] = mapped_column(String(100))
    position: Mapped[int]
    school_id: Mapped[int] = mapped_column(ForeignKey(SCHOOLS, ondelete=RESTRICT))
    category: Mapped[str] = mapped_column(String(200), default="")
    make: Mapped[str] = mapped_column(String(200), default="")
    model: Mapped[str] = mapped_column(String(200), default="")
    device: Mapped[str] = mapped_column(String(300), default="")
    subproject: Mapped[str] = mapped_column(String(20))
    room: Mapped[str] = mapped_column(String(200), default="")
    programme: Mapped[str] = mapped_column(String(100), default="")
    measure: Mapped[str] = mapped_column(String(200), default="")
    earmarked_until: Mapped[date | None]
    ordered: Mapped[int]
    delivered: Mapped[int | None]
    stage: Mapped[str] = mapped_column(String(20))
    pieces_planned: Mapped[int] = mapped_column(default=0)
    pieces_commissioned: Mapped[int] = mapped_column(default=0)
    pieces_delivered: Mapped[int] = mapped_column(default=0)
    pieces_mounted: Mapped[int] = mapped_column(default=0)
    pieces_tested: Mapped[int] = mapped_column(default=0)
    pieces_set_up: Mapped[int] = mapped_column(default=0)
    pieces_in_use: Mapped[int] = mapped_column(default=0)
    pieces_cancelled: Mapped[int] = mapped_column(default=0)
    promised_first: Mapped[date | None]
    promised_last: Mapped[date | None]
    promised_written: Mapped[str] = mapped_column(String(100), default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    reason_kind: Mapped[str | None] = mapped_column(String(20))
    as_of: Mapped[date]
    dated: Mapped[bool] = mapped_column(default=False)
    series: Mapped[str] = mapped_column(String(64), default="", index=True)
    import_id: Mapped[int | None] = mapped_column(ForeignKey(IMPORTS, ondelete=SET_NULL))
    missing_id: Mapped[int | None] = mapped_column(ForeignKey(IMPORTS, ondelete=SET_NULL), index=True)
    delivered_on: Mapped[date | None]
    usable_on: Mapped[date | None]
    reminded: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)


class LineChangeRow(Base):
    """One change of one line. Rows are added, never changed: what a line is today is what its changes came to
    (`deliveries.invariants`)."""

    __tablename__ = "line_changes"
    __table_args__ = (Index("ix_line_changes_line_id_field", "line_id", "field"), NUMBERED)

    id: Mapped[int] = mapped_column(primary_key=True)
    line_id: Mapped[int] = mapped_column(ForeignKey(LINES, ondelete=CASCADE))
    at: Mapped[datetime] = mapped_column(Moment, index=True)
    as_of: Mapped[date]
    field: Mapped[str] = mapped_column(String(20))
    old: Mapped[str | None] = mapped_column(Text)
    new: Mapped[str | None] = mapped_column(Text)
    why: Mapped[str] = mapped_column(Text, default="")
    backwards: Mapped[bool] = mapped_column(default=False)
    import_id: Mapped[int | None] = mapped_column(ForeignKey(IMPORTS, ondelete=SET_NULL))
    by_id: Mapped[int | None] = mapped_column(ForeignKey(PEOPLE, ondelete=SET_NULL))


class ProfileRow(Base):
    """How lists of one make are read, known by their headings: `columns` from folded heading to the field's
    name ("" for a column of no use), `stages` from folded word to the stage's name."""

    __tablename__ = "delivery_profiles"
    __table_args__ = (NUMBERED,)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    series: Mapped[str] = mapped_column(String(64), unique=True)
    columns: Mapped[dict[str, str]] = mapped_column(JSON)
    stages: Mapped[dict[str, str]] = mapped_column(JSON)
    full: Mapped[bool] = mapped_column(default=False)
    changed_at: Mapped[datetime] = mapped_column(Moment)


class SchoolSpellingRow(Base):
    """A way to write a school's name that somebody has confirmed; `folded` as names are compared."""

    __tablename__ = "school_spellings"

    folded: Mapped[str] = mapped_column(String(200), primary_key=True)
    written: Mapped[str] = mapped_column(String(200))
    school_id: Mapped[int] = mapped_column(ForeignKey(SCHOOLS, ondelete=CASCADE), index=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey(PEOPLE, ondelete=SET_NULL))
    at: Mapped[datetime] = mapped_column(Moment)


class PushTokenRow(Base):
    """The right of another system to hand lists in by HTTP; only the hash of its secret is kept."""

    __tablename__ = "push_tokens"
    __table_args__ = (NUMBERED,)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(Moment)
    by_id: Mapped[int | None] = mapped_column(ForeignKey(PEOPLE, ondelete=SET_NULL))
    used_at: Mapped[datetime | None] = mapped_column(Moment)
    revoked_at: Mapped[datetime | None] = mapped_column(Moment)


class MilestoneRow(Base):
    """What the city means to have reached by a time, in one part of the work, at the schools of
    `milestone_schools` (none: at all that have lines there). `stated_share` is a share in percent that was
    told as of a day, for what the order lines do not show."""

    __tablename__ = "milestones"
    __table_args__ = (
        CheckConstraint("due_first <= due_last", name="due"),
        CheckConstraint("stated_share is null or (stated_share between 0 and 100)", name="stated_share"),
        NUMBERED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    subproject: Mapped[str] = mapped_column(String(20))
    due_first: Mapped[date]
    due_last: Mapped[date]
    due_written: Mapped[str] = mapped_column(String(100))
    stated_share: Mapped[int | None]
    stated_on: Mapped[date | None]


class MilestoneSchoolRow(Base):
    __tablename__ = "milestone_schools"

    milestone_id: Mapped[int] = mapped_column(ForeignKey("milestones.id", ondelete=CASCADE), primary_key=True)
    school_id: Mapped[int] = mapped_column(
        ForeignKey(SCHOOLS, ondelete=CASCADE), primary_key=True, index=True
    )


class ReceiptRow(Base):
    """The school has confirmed that a line is there and works: who, when, how many pieces are missing, and
    what else is to be said. `settled_at` is when the team has seen to it, `settled_word` what it answered."""

    __tablename__ = "receipts"
    __table_args__ = (CheckConstraint("missing >= 0", name="missing"), NUMBERED)

    id: Mapped[int] = mapped_column(primary_key=True)
    line_id: Mapped[int] = mapped_column(ForeignKey(LINES, ondelete=CASCADE), unique=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey(PEOPLE, ondelete=SET_NULL))
    at: Mapped[datetime] = mapped_column(Moment)
    missing: Mapped[int] = mapped_column(default=0)
    remarks: Mapped[str] = mapped_column(Text, default="")
    settled_at: Mapped[datetime | None] = mapped_column(Moment)
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey(PEOPLE, ondelete=SET_NULL))
    settled_word: Mapped[str] = mapped_column(Text, default="")


class NoticeChoiceRow(Base):
    """Which mails about deliveries somebody wants: once a week what has changed at their schools, and at once
    what matters most."""

    __tablename__ = "delivery_notices"

    person_id: Mapped[int] = mapped_column(ForeignKey(PEOPLE, ondelete=CASCADE), primary_key=True)
    weekly: Mapped[bool] = mapped_column(default=False)
    at_once: Mapped[bool] = mapped_column(default=False)
    told_until: Mapped[datetime] = mapped_column(Moment)  # changes up to here stood in a weekly mail
