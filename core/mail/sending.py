"""Sends what lies in the outbox, each mail by one sender at a time.

A sender claims a mail in a short transaction of its own by moving its next try ahead, talks to the mail
server outside of any transaction, and then writes down how it went. A sender that dies in between has lost
its claim when the lease ends, and the mail goes out then.
"""

from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.database import Database
from core.mail.message import from_text
from core.mail.outbox import GIVE_UP_AFTER
from core.mail.smtp import NotDelivered
from core.mail.tables import MailRow

log = logging.getLogger(__name__)

Clock = Callable[[], datetime]
Deliver = Callable[[EmailMessage], None]

# Longer than a mail server that answers each step at the last moment can keep a sender busy.
LEASE = timedelta(minutes=15)
PAUSES = tuple(timedelta(minutes=each) for each in (1, 5, 15, 60, 240))
LAST_PAUSE = timedelta(hours=12)
EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Sent:
    """How many mails went out, will be tried again, and will not be tried any more."""

    sent: int
    failed: int
    given_up: int


class Outcome(StrEnum):
    SENT = "sent"
    FAILED = "failed"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class Claim:
    """A mail that is ours until `until`."""

    mail_id: int
    message: EmailMessage
    until: datetime


def send_due(database: Database, deliver: Deliver, clock: Clock) -> Sent:
    """Tries each mail that is due, once. `deliver` raises NotDelivered.

    Takes the clock and not a moment: with a slow server the last mail is claimed long after the first.
    """
    started = clock()
    counted: Counter[Outcome] = Counter()
    while (outcome := _send_next(database, deliver, clock, started)) is not None:
        counted[outcome] += 1
    return Sent(counted[Outcome.SENT], counted[Outcome.FAILED], counted[Outcome.GIVEN_UP])


def send_regularly(
    database: Database, deliver: Deliver, clock: Clock, stop: threading.Event, seconds: float = 5
) -> None:
    """Sends until `stop` is set, whatever happens to the database and the network meanwhile."""
    while not stop.wait(seconds):
        try:
            done = send_due(database, deliver, clock)
        # Only its kind: the error's text can hold a statement's values, and so a mail.
        except Exception as error:
            log.error("the outbox could not be worked on: %s", type(error).__name__)
        else:
            if done.failed or done.given_up:
                log.warning("mails that did not go out: %d, given up: %d", done.failed, done.given_up)


def _send_next(database: Database, deliver: Deliver, clock: Clock, due: datetime) -> Outcome | None:
    """What became of the next mail that was due at `due`; None when there is no more."""
    with database.write.begin() as db:
        claimed = claim(db, due, clock())
    if not isinstance(claimed, Claim):
        return claimed
    try:
        deliver(claimed.message)
    except NotDelivered as failure:
        with database.write.begin() as db:
            return _record_failure(db, claimed, failure, clock())
    with database.write.begin() as db:
        _record_sent(db, claimed, clock())
    return Outcome.SENT


def claim(db: Session, due: datetime, now: datetime) -> Claim | Outcome | None:
    """The next mail that was due at `due`, kept from other senders from now on; GIVEN_UP where it has
    expired and is emptied instead; None when there is no more."""
    row = db.scalar(
        select(MailRow)
        .where(MailRow.next_try_at <= due)
        .order_by(MailRow.next_try_at, MailRow.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    if row is None:
        return None
    if row.expires_at is not None and row.expires_at <= now:
        _give_up(row, EXPIRED)
        return Outcome.GIVEN_UP
    row.next_try_at = now + LEASE
    return Claim(row.id, from_text(row.message), row.next_try_at)


def _record_sent(db: Session, claimed: Claim, now: datetime) -> None:
    row = db.get(MailRow, claimed.mail_id, with_for_update=True)
    if row is not None:  # people are deleted together with their mail
        row.sent_at, row.next_try_at, row.message, row.error = now, None, "", None


def _record_failure(db: Session, claimed: Claim, failure: NotDelivered, now: datetime) -> Outcome:
    row = db.get(MailRow, claimed.mail_id, with_for_update=True)
    if row is None or row.next_try_at != claimed.until:  # the claim was lost: another sender has its say
        return Outcome.FAILED
    row.tries += 1
    if failure.permanent or now - row.created_at >= GIVE_UP_AFTER:
        _give_up(row, failure.reason)
        return Outcome.GIVEN_UP
    row.error = failure.reason
    row.next_try_at = now + (PAUSES[row.tries - 1] if row.tries <= len(PAUSES) else LAST_PAUSE)
    if row.expires_at is not None:  # to be emptied as soon as it has expired
        row.next_try_at = min(row.next_try_at, row.expires_at)
    return Outcome.FAILED


def _give_up(row: MailRow, error: str) -> None:
    row.next_try_at, row.message, row.error = None, "", error
