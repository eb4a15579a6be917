from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from core.database import Database
from core.mail.message import MailRefused, from_text
from core.mail.outbox import Waiting, put, tidy, waiting
from core.mail.tables import MailRow

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)


def put_one(database: Database, to: str = "ada@schulen.example", now: datetime = NOW) -> int:
    with database.write.begin() as db:
        put(db, to, f"An {to}", "Grüße\n", now, sender="lotse@schulen.example")
        db.flush()
        return db.scalars(select(MailRow.id).order_by(MailRow.id.desc())).first() or 0


def change(database: Database, mail_id: int, **values: object) -> None:
    with database.write.begin() as db:
        row = db.get_one(MailRow, mail_id)
        for name, value in values.items():
            setattr(row, name, value)


def test_a_mail_is_kept_with_the_transaction_and_only_with_it(any_database: Database) -> None:
    put_one(any_database)
    with suppress(ZeroDivisionError), any_database.write.begin() as db:
        put(db, "eva@schulen.example", "Nie", "Nie", NOW, sender="lotse@schulen.example")
        db.flush()
        raise ZeroDivisionError
    with any_database.read() as db:
        [row] = db.scalars(select(MailRow))
        assert (row.recipient, row.tries, row.next_try_at) == ("ada@schulen.example", 0, NOW)
        assert from_text(row.message).get_content() == "Grüße\r\n"


def test_a_refused_mail_leaves_nothing_behind(database: Database) -> None:
    with database.write.begin() as db:
        with pytest.raises(MailRefused):
            put(db, "ada", "Betreff", "Text", NOW, sender="lotse@schulen.example")
        assert waiting(db) == []


def test_the_longest_address_and_subject_have_room(any_database: Database) -> None:
    longest = "a" * (254 - len("@schulen.example")) + "@schulen.example"
    with any_database.write.begin() as db:
        put(db, longest, "ü" * 500, "Text", NOW, sender="lotse@schulen.example")
    with any_database.read() as db:
        [row] = db.scalars(select(MailRow))
        assert from_text(row.message)["Subject"] == "ü" * 500
        assert (row.recipient, row.subject) == (longest, "ü" * 300)


def test_the_team_sees_what_has_not_gone_out_the_newest_first(any_database: Database) -> None:
    waits = put_one(any_database, "ada@schulen.example")
    sent = put_one(any_database, "bea@schulen.example")
    given_up = put_one(any_database, "eva@schulen.example", NOW + DAY)
    change(any_database, waits, tries=2, error="451 später", next_try_at=NOW + DAY)
    change(any_database, sent, sent_at=NOW, next_try_at=None)
    change(any_database, given_up, tries=1, error="550 unbekannt", next_try_at=None)
    with any_database.read() as db:
        assert waiting(db) == [
            Waiting("eva@schulen.example", "An eva@schulen.example", NOW + DAY, 1, "550 unbekannt", None),
            Waiting("ada@schulen.example", "An ada@schulen.example", NOW, 2, "451 später", NOW + DAY),
        ]


def test_mail_is_deleted_a_month_after_it_was_sent_or_given_up(any_database: Database) -> None:
    old_sent, new_sent = put_one(any_database), put_one(any_database)
    old_given_up, new_given_up = put_one(any_database, now=NOW - 37 * DAY), put_one(any_database)
    waits = put_one(any_database, now=NOW - 90 * DAY)
    change(any_database, old_sent, sent_at=NOW - 30 * DAY, next_try_at=None)
    change(any_database, new_sent, sent_at=NOW - 29 * DAY, next_try_at=None, created_at=NOW - 90 * DAY)
    change(any_database, old_given_up, next_try_at=None)
    change(any_database, new_given_up, next_try_at=None, created_at=NOW - 36 * DAY)
    with any_database.write.begin() as db:
        assert tidy(db, NOW) == 2
    with any_database.read() as db:
        assert set(db.scalars(select(MailRow.id))) == {new_sent, new_given_up, waits}
