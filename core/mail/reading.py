"""What people may see of the outbox: their own mails, and, for the team, those that do not go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from core.mail.invitation import has_calendar
from core.mail.message import from_text
from core.mail.outbox import Waiting
from core.mail.tables import MailRow
from core.people.person import Person, demand
from core.people.roles import Right

MOST = 100


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail that has not been sent; `calendar` says whether a calendar file comes with it."""

    subject: str
    text: str
    written_at: datetime
    calendar: bool


@dataclass(frozen=True, slots=True)
class Troubles:
    """The newest mails that could not be sent, how many there are, and how many have not been tried yet."""

    mails: tuple[Waiting, ...]
    count: int
    untried: int


def own_mails(db: Session, person: Person) -> Sequence[Mail]:
    """What lies in the outbox for the person's own address, the newest first. Raises NotAllowed."""
    demand(person, Right.OWN_ACCOUNT)
    own = (MailRow.recipient == person.email) & MailRow.sent_at.is_(None) & (MailRow.message != "")
    rows = db.scalars(select(MailRow).where(own).order_by(MailRow.id.desc()).limit(MOST))
    return [_mail(row) for row in rows]


def troubles(db: Session, by: Person) -> Troubles:
    """Mails that failed at least once or were given up, without what they say. Raises NotAllowed."""
    demand(by, Right.READ_OUTBOX)
    failed = MailRow.sent_at.is_(None) & or_(MailRow.tries > 0, MailRow.next_try_at.is_(None))
    untried = MailRow.sent_at.is_(None) & (MailRow.tries == 0) & MailRow.next_try_at.is_not(None)
    rows = db.execute(
        select(
            MailRow.recipient,
            MailRow.subject,
            MailRow.created_at,
            MailRow.tries,
            MailRow.error,
            MailRow.next_try_at,
        )
        .where(failed)
        .order_by(MailRow.id.desc())
        .limit(MOST)
    )
    return Troubles(tuple(Waiting(*row) for row in rows), _count(db, failed), _count(db, untried))


def _count(db: Session, which: ColumnElement[bool]) -> int:
    return db.scalar(select(func.count()).select_from(MailRow).where(which)) or 0


def _mail(row: MailRow) -> Mail:
    message = from_text(row.message)
    text = message.get_body(("plain",))
    said = str(text.get_content()).replace("\r\n", "\n") if text else ""
    return Mail(row.subject, said, row.created_at, has_calendar(message))
