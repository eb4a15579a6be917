"""The outbox: a mail is a row, written in the transaction of what it tells of, and leaves after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage

from sqlalchemy import and_, delete, or_, select
from sqlalchemy.orm import Session

from core.mail.message import address, as_text, complete, write
from core.mail.tables import MailRow

LONGEST_SUBJECT = 300
GIVE_UP_AFTER = timedelta(days=7)
KEEP = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A mail that has not been sent. It has been given up where `next_try_at` is None; `error` is why the
    last try failed."""

    recipient: str
    subject: str
    created_at: datetime
    tries: int
    error: str | None
    next_try_at: datetime | None


def put(
    db: Session,
    to: str,
    subject: str,
    body: str,
    now: datetime,
    *,
    sender: str,
    expires_at: datetime | None = None,
) -> None:
    """Keeps a mail of plain text to one address; after `expires_at` it will not be sent any more.

    Raises MailRefused where `to` or `sender` is no single address, or a header would have several lines.
    """
    put_message(db, write(sender, to, subject, body), now, expires_at=expires_at)


def put_message(
    db: Session, message: EmailMessage, now: datetime, *, expires_at: datetime | None = None
) -> None:
    """The same for a mail that is written already (with From, one To, Subject); Date, Message-ID and
    Auto-Submitted are added to it where it has none. Raises MailRefused."""
    complete(message, now)
    db.add(
        MailRow(
            recipient=address(message, "To"),
            subject=str(message.get("Subject", ""))[:LONGEST_SUBJECT],
            message=as_text(message),
            created_at=now,
            next_try_at=now,
            expires_at=expires_at,
        )
    )


def waiting(db: Session) -> Sequence[Waiting]:
    """What has not been sent, given up or not; the newest first."""
    rows = db.scalars(select(MailRow).where(MailRow.sent_at.is_(None)).order_by(MailRow.id.desc()))
    return [
        Waiting(row.recipient, row.subject, row.created_at, row.tries, row.error, row.next_try_at)
        for row in rows
    ]


def tidy(db: Session, now: datetime) -> int:
    """Deletes mails that were sent or given up longer than `KEEP` ago, and those that nobody has sent in time
    (there may be no mail server); says how many."""
    sent = MailRow.sent_at <= now - KEEP
    # A row does not say when it was given up, only that this happens within a week of being written.
    given_up = and_(
        MailRow.sent_at.is_(None),
        MailRow.next_try_at.is_(None),
        MailRow.created_at <= now - GIVE_UP_AFTER - KEEP,
    )
    too_late = and_(MailRow.sent_at.is_(None), MailRow.expires_at <= now)
    gone = delete(MailRow).where(or_(sent, given_up, too_late)).returning(MailRow.id)
    return len(db.scalars(gone).all())
