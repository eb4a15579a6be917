from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import pytest
from sqlalchemy import select

from core.database import Database, open_database
from core.mail import sending
from core.mail.outbox import put
from core.mail.sending import Claim, Sent, claim, send_due, send_regularly
from core.mail.smtp import NotDelivered, Server, deliver
from core.mail.tables import MailRow
from core.migration import migrate
from tests.core.mail.mail_server import MailServer

START = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
PATIENCE = 20.0


@dataclass
class Clock:
    """Stands still until a test moves it."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Post:
    """The way to the mail server, whose conversation does not matter here: takes every mail, or fails."""

    failure: NotDelivered | None = None
    taken: list[str] = field(default_factory=list)

    def __call__(self, message: EmailMessage) -> None:
        if self.failure:
            raise self.failure
        self.taken.append(message["To"])


@pytest.fixture
def clock() -> Clock:
    return Clock()


def put_mails(database: Database, count: int = 1, expires_at: datetime | None = None) -> list[str]:
    recipients = [f"person-{number}@schulen.example" for number in range(count)]
    with database.write.begin() as db:
        for to in recipients:
            put(db, to, "Link", "Geheimer Link\n", START, sender="l@schulen.example", expires_at=expires_at)
    return recipients


def the_mail(database: Database) -> MailRow:
    with database.read() as db:
        return db.scalars(select(MailRow)).one()


def test_mail_goes_out_and_what_it_said_is_forgotten(
    any_database: Database, mail_server: MailServer, plain: Server, clock: Clock
) -> None:
    put_mails(any_database)
    done = send_due(any_database, lambda message: deliver(plain, message), clock)
    assert done == Sent(sent=1, failed=0, given_up=0)
    [taken] = mail_server.taken
    assert taken.recipients == ["person-0@schulen.example"]
    assert taken.message.get_content().strip() == "Geheimer Link"
    row = the_mail(any_database)
    assert (row.sent_at, row.next_try_at, row.message, row.error) == (START, None, "", None)
    assert send_due(any_database, lambda message: deliver(plain, message), clock) == Sent(0, 0, 0)


def test_mail_is_tried_again_after_growing_pauses_for_a_week(
    any_database: Database, mail_server: MailServer, plain: Server, clock: Clock
) -> None:
    mail_server.to_recipient = "451 4.7.1 Please try again later"
    put_mails(any_database)
    pauses = []
    for tries in range(1, 8):
        assert send_due(any_database, lambda message: deliver(plain, message), clock) == Sent(0, 1, 0)
        row = the_mail(any_database)
        assert (row.tries, row.error) == (tries, "451 4.7.1 Please try again later")
        assert row.next_try_at is not None
        pauses.append(row.next_try_at - clock.now)
        clock.now = row.next_try_at - timedelta(seconds=1)
        assert send_due(any_database, lambda message: deliver(plain, message), clock) == Sent(0, 0, 0)
        clock.now = row.next_try_at
    assert pauses == [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, 12 * HOUR]
    mail_server.to_recipient = "250 OK"
    assert send_due(any_database, lambda message: deliver(plain, message), clock) == Sent(1, 0, 0)
    assert the_mail(any_database).error is None


def test_mail_is_given_up_after_a_week_and_stays_visible_without_what_it_said(
    any_database: Database, clock: Clock
) -> None:
    put_mails(any_database)
    down = Post(NotDelivered("ConnectionRefusedError: Connection refused"))
    clock.now = START + 7 * DAY - MINUTE
    assert send_due(any_database, down, clock) == Sent(0, 1, 0)
    clock.now = START + 7 * DAY
    assert send_due(any_database, down, clock) == Sent(0, 0, 1)
    row = the_mail(any_database)
    assert (row.next_try_at, row.sent_at, row.message, row.tries) == (None, None, "", 2)
    assert row.error == "ConnectionRefusedError: Connection refused"
    assert send_due(any_database, Post(), clock) == Sent(0, 0, 0)


def test_mail_to_a_mailbox_that_does_not_exist_is_given_up_at_once(
    any_database: Database, mail_server: MailServer, plain: Server, clock: Clock
) -> None:
    mail_server.to_recipient = "550 5.1.1 Mailbox unknown"
    put_mails(any_database)
    assert send_due(any_database, lambda message: deliver(plain, message), clock) == Sent(0, 0, 1)
    row = the_mail(any_database)
    assert (row.next_try_at, row.message, row.error) == (None, "", "550 5.1.1 Mailbox unknown")


def test_one_mail_that_fails_does_not_hold_up_the_others(any_database: Database, clock: Clock) -> None:
    [first, second, third] = put_mails(any_database, 3)
    taken: list[str] = []

    def all_but_the_second(message: EmailMessage) -> None:
        if message["To"] == second:
            raise NotDelivered("450 Busy")
        taken.append(message["To"])

    assert send_due(any_database, all_but_the_second, clock) == Sent(sent=2, failed=1, given_up=0)
    assert taken == [first, third]


def test_each_mail_is_tried_once_however_long_it_takes(any_database: Database, clock: Clock) -> None:
    put_mails(any_database, 3)

    def time_out(_message: EmailMessage) -> None:
        clock.now += 2 * MINUTE
        raise NotDelivered("TimeoutError: timed out")

    assert send_due(any_database, time_out, clock) == Sent(sent=0, failed=3, given_up=0)


def test_expired_mail_is_emptied_and_never_sent(any_database: Database, clock: Clock) -> None:
    put_mails(any_database, expires_at=START + HOUR)
    clock.now = START + HOUR
    post = Post()
    assert send_due(any_database, post, clock) == Sent(0, 0, 1)
    row = the_mail(any_database)
    assert (post.taken, row.message, row.error, row.next_try_at) == ([], "", "expired", None)


def test_mail_that_waits_for_its_next_try_is_emptied_as_soon_as_it_expires(
    any_database: Database, clock: Clock
) -> None:
    put_mails(any_database, expires_at=START + 3 * MINUTE)
    for clock.now in (START, START + MINUTE):
        assert send_due(any_database, Post(NotDelivered("450 Busy")), clock) == Sent(0, 1, 0)
    clock.now = START + 3 * MINUTE
    assert send_due(any_database, Post(), clock) == Sent(0, 0, 1)
    assert the_mail(any_database).message == ""


def test_a_sender_that_dies_keeps_the_mail_from_others_only_until_the_lease_ends(
    any_database: Database, clock: Clock
) -> None:
    recipients = put_mails(any_database)

    class PowerCut(BaseException):
        pass

    def die(_message: EmailMessage) -> None:
        raise PowerCut

    with suppress(PowerCut):
        send_due(any_database, die, clock)
    post = Post()
    clock.now = START + sending.LEASE - timedelta(seconds=1)
    assert send_due(any_database, post, clock) == Sent(0, 0, 0)
    clock.now = START + sending.LEASE
    assert send_due(any_database, post, clock) == Sent(1, 0, 0)
    assert post.taken == recipients


def test_a_late_failure_does_not_bring_back_a_mail_that_another_has_sent(
    any_database: Database, clock: Clock
) -> None:
    put_mails(any_database)

    def fail_after_another_has_sent(_message: EmailMessage) -> None:
        clock.now += sending.LEASE
        assert send_due(any_database, Post(), clock) == Sent(1, 0, 0)
        raise NotDelivered("TimeoutError: timed out")

    send_due(any_database, fail_after_another_has_sent, clock)
    row = the_mail(any_database)
    assert (row.sent_at, row.next_try_at, row.error) == (clock.now, None, None)


@pytest.mark.parametrize("failure", [None, NotDelivered("450 Busy")])
def test_mail_may_be_deleted_while_it_is_on_its_way(
    failure: NotDelivered | None, any_database: Database, clock: Clock
) -> None:
    put_mails(any_database)

    def deliver_while_it_is_deleted(_message: EmailMessage) -> None:
        with any_database.write.begin() as db:
            db.delete(db.scalars(select(MailRow)).one())
        if failure:
            raise failure

    send_due(any_database, deliver_while_it_is_deleted, clock)
    with any_database.read() as db:
        assert db.scalars(select(MailRow)).all() == []


def test_nothing_is_locked_while_the_mail_server_is_spoken_to(any_database: Database, clock: Clock) -> None:
    put_mails(any_database)

    def write_meanwhile(_message: EmailMessage) -> None:
        with any_database.write.begin() as db:
            row = db.scalars(select(MailRow).with_for_update(nowait=True)).one()
            row.subject = "meanwhile"

    assert send_due(any_database, write_meanwhile, clock) == Sent(1, 0, 0)
    assert the_mail(any_database).subject == "meanwhile"


def sent_by_two_at_once(database: Database, clock: Clock) -> list[str]:
    """The recipients of what two senders send; both have a mail in hand before either goes on."""
    both = threading.Barrier(2)
    taken: list[str] = []

    def deliver_together(message: EmailMessage) -> None:
        with suppress(threading.BrokenBarrierError):
            both.wait(timeout=2)
        taken.append(message["To"])

    senders = [threading.Thread(target=send_due, args=(database, deliver_together, clock)) for _ in range(2)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join(PATIENCE)
    return sorted(taken)


def test_two_senders_at_once_send_each_mail_once(any_database: Database, clock: Clock) -> None:
    recipients = put_mails(any_database, 10)
    assert sent_by_two_at_once(any_database, clock) == recipients


def test_without_the_claim_the_same_senders_send_mails_twice(
    any_database: Database, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Shows that the test above can fail: a lease of no time leaves the mail to the other sender, too."""
    monkeypatch.setattr(sending, "LEASE", timedelta(0))
    recipients = put_mails(any_database, 10)
    taken = sent_by_two_at_once(any_database, clock)
    assert len(taken) > len(recipients)


def test_a_claim_that_is_being_made_is_passed_over_and_not_waited_for(postgresql_address: str) -> None:
    database = open_database(postgresql_address)
    migrate(database)
    [first, second] = put_mails(database, 2)
    with database.write.begin() as one, database.write.begin() as other:
        claims = [claim(db, START, START) for db in (one, other)]
        third = claim(other, START, START)
    assert [each.message["To"] for each in claims if isinstance(each, Claim)] == [first, second]
    assert third is None
    database.close()


@contextmanager
def sending_in_background(database: Database, deliver: sending.Deliver, clock: Clock) -> Iterator[None]:
    """A sender that looks every few milliseconds until the block ends."""
    stop = threading.Event()
    sender = threading.Thread(target=send_regularly, args=(database, deliver, clock, stop, 0.005))
    sender.start()
    yield
    stop.set()
    sender.join(PATIENCE)
    assert not sender.is_alive()


def test_the_background_outlives_a_broken_database_and_a_broken_network(
    database: Database, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    arrived = threading.Event()
    failures: Iterator[Exception] = iter([RuntimeError("Link"), NotDelivered("450 person-1@schulen.example")])

    def deliver_in_the_end(_message: EmailMessage) -> None:
        if failure := next(failures, None):
            raise failure
        arrived.set()

    put_mails(database, 3)
    with database.write.begin() as db:
        db.connection().exec_driver_sql("alter table mail rename to lost")
    with sending_in_background(database, deliver_in_the_end, clock):
        while not caplog.records:  # ended by the time limit of all tests
            threading.Event().wait(0.005)
        with database.write.begin() as db:
            db.connection().exec_driver_sql("alter table lost rename to mail")
        assert arrived.wait(PATIENCE)
    told = {record.getMessage() for record in caplog.records}
    assert told == {
        "the outbox could not be worked on: OperationalError",
        "the outbox could not be worked on: RuntimeError",
        "mails that did not go out: 1, given up: 0",
    }
