"""What people said of an answer, kept without the person."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import DateTime, Text, delete
from sqlalchemy.orm import Mapped, Session, mapped_column

from core.database import Base


class FeedbackRow(Base):
    __tablename__ = "feedback"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    question: Mapped[str] = mapped_column(Text)
    document: Mapped[str | None] = mapped_column(Text)
    helpful: Mapped[bool]
    reason: Mapped[str | None] = mapped_column(Text)


def keep_feedback(
    db: Session, question: str, document: str | None, helpful: bool, reason: str | None, now: datetime
) -> None:
    """Keeps one judgement; `document` is the name of the place that was shown first, None when nothing was
    found."""
    db.add(FeedbackRow(at=now, question=question, document=document, helpful=helpful, reason=reason))


def tidy(db: Session, before: datetime) -> int:
    """Deletes the judgements from before that moment, and says how many."""
    return len(db.scalars(delete(FeedbackRow).where(FeedbackRow.at < before).returning(FeedbackRow.id)).all())
