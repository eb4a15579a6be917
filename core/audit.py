"""The audit log: who did what to what, and when. No contents, no names: people stand in it by number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from core.database import Base, Moment


class Action(StrEnum):
    """What is recorded."""

    PERSON_ADDED = "person_added"
    PERSON_CHANGED = "person_changed"
    ROLE_SET = "role_set"
    SCHOOLS_SET = "schools_set"
    DEACTIVATED = "deactivated"
    REACTIVATED = "reactivated"
    PEOPLE_IMPORTED = "people_imported"
    SCHOOL_ADDED = "school_added"
    SCHOOL_CHANGED = "school_changed"
    SCHOOLS_IMPORTED = "schools_imported"
    DATA_EXPORTED = "data_exported"
    PERSON_DELETED = "person_deleted"
    PASSWORD_LINK_MADE = "password_link_made"  # noqa: S105
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 (the name of an action)
    SIGNED_OUT_EVERYWHERE = "signed_out_everywhere"
    TIDIED = "tidied"
    LABEL_ADDED = "label_added"
    LABEL_REMOVED = "label_removed"
    DOCUMENT_PUBLISHED = "document_published"
    DOCUMENT_TAKEN_BACK = "document_taken_back"
    DOCUMENT_WITHDRAWN = "document_withdrawn"
    TRAINING_ADDED = "training_added"
    TRAINING_CHANGED = "training_changed"
    DATE_ADDED = "date_added"
    DATE_CHANGED = "date_changed"
    DATE_CANCELLED = "date_cancelled"
    RESOURCE_ADDED = "resource_added"
    RESOURCE_CHANGED = "resource_changed"
    PARTICIPANT_REMOVED = "participant_removed"
    PRIORITY_SET = "priority_set"
    MESSAGE_SENT = "message_sent"
    WISH_ANSWERED = "wish_answered"
    HOLIDAY_ADDED = "holiday_added"
    HOLIDAY_REMOVED = "holiday_removed"
    DELIVERIES_IMPORTED = "deliveries_imported"
    LINE_CHANGED = "line_changed"
    RECEIPT_CONFIRMED = "receipt_confirmed"
    RECEIPT_SETTLED = "receipt_settled"
    PROFILE_SAVED = "profile_saved"
    PROFILE_REMOVED = "profile_removed"
    SPELLING_CONFIRMED = "spelling_confirmed"
    SPELLING_REMOVED = "spelling_removed"
    PUSH_TOKEN_MADE = "push_token_made"  # noqa: S105 (the name of an action)
    PUSH_TOKEN_REVOKED = "push_token_revoked"  # noqa: S105 (the name of an action)
    MILESTONE_ADDED = "milestone_added"
    MILESTONE_CHANGED = "milestone_changed"
    MILESTONE_REMOVED = "milestone_removed"


class AuditRow(Base):
    """`person_id` is who did it, None for the command line and for the portal itself; `about` names what it
    was done to ("person 12", "2000 rows")."""

    __tablename__ = "audit_log"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment, index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    action: Mapped[str] = mapped_column(String(40))
    about: Mapped[str] = mapped_column(String(300))


@dataclass(frozen=True, slots=True)
class Entry:
    at: datetime
    person_id: int | None
    action: Action
    about: str


def record(db: Session, person_id: int | None, action: Action, about: str, now: datetime) -> None:
    """Writes one line, in the transaction of what it tells of."""
    db.add(AuditRow(at=now, person_id=person_id, action=action.value, about=about[:300]))


def latest(db: Session, limit: int = 200, action: Action | None = None) -> Sequence[Entry]:
    """The newest lines first, where one is given only those of the action."""
    newest = select(AuditRow).order_by(AuditRow.id.desc()).limit(limit)
    rows = db.scalars(newest if action is None else newest.where(AuditRow.action == action.value))
    return [Entry(row.at, row.person_id, Action(row.action), row.about) for row in rows]
