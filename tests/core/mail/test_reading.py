"""What people see of the outbox."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from core.database import Database
from core.mail.invitation import write_invitation
from core.mail.outbox import Waiting, put, put_message
from core.mail.reading import MOST, Mail, own_mails, troubles
from core.mail.tables import MailRow
from core.people.person import NotAllowed, Person
from core.people.roles import Right, Role

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
SENDER = "lotse@stadt.example"
ADA = Person(1, "Ada", "ada@schule.example", Role.TEACHER)
TEAM = Person(2, "Tea", "tea@stadt.example", Role.TEAM)


def put_one(database: Database, to: str, subject: str = "Betreff", **changed: object) -> None:
    with database.write.begin() as db:
        put(db, to, subject, "Schöne Grüße\n", NOW, sender=SENDER)
        db.flush()
        row = db.scalars(select(MailRow).order_by(MailRow.id.desc())).first()
        for name, value in changed.items():
            setattr(row, name, value)


def test_people_read_their_own_mails_the_newest_first_and_nobody_else_s(any_database: Database) -> None:
    put_one(any_database, ADA.email, "Eins")
    put_one(any_database, "eva@schule.example", "Für Eva")
    put_one(any_database, ADA.email, "Gesendet", sent_at=NOW, next_try_at=None, message="")
    put_one(any_database, ADA.email, "Aufgegeben", next_try_at=None, message="")
    with any_database.write.begin() as db:
        mail = write_invitation(SENDER, ADA.email, "Zwei", "Grüße\n", b"BEGIN:VCALENDAR\r\n", "REQUEST")
        put_message(db, mail, NOW + timedelta(hours=1))
    with any_database.read() as db:
        assert own_mails(db, ADA) == [
            Mail("Zwei", "Grüße\n", NOW + timedelta(hours=1), calendar=True),
            Mail("Eins", "Schöne Grüße\n", NOW, calendar=False),
        ]


def test_the_team_reads_what_failed_and_never_what_it_says(any_database: Database) -> None:
    put_one(any_database, "neu@schule.example")
    put_one(any_database, "weg@schule.example", sent_at=NOW, next_try_at=None, tries=1)
    put_one(any_database, "ada@schule.example", tries=2, error="451 später")
    put_one(any_database, "eva@schule.example", next_try_at=None, error="expired")
    with any_database.read() as db:
        found = troubles(db, TEAM)
    assert found.mails == (
        Waiting("eva@schule.example", "Betreff", NOW, 0, "expired", None),
        Waiting("ada@schule.example", "Betreff", NOW, 2, "451 später", NOW),
    )
    assert (found.count, found.untried) == (2, 1)


def test_of_many_only_the_newest_are_told_and_all_are_counted(database: Database) -> None:
    with database.write.begin() as db:
        for number in range(MOST + 5):
            put(db, f"p{number}@schule.example", "Betreff", "Text", NOW, sender=SENDER)
        for row in db.scalars(select(MailRow)):
            row.tries = 1
    with database.read() as db:
        found = troubles(db, TEAM)
    assert (len(found.mails), found.count) == (MOST, MOST + 5)
    assert found.mails[0].recipient == f"p{MOST + 4}@schule.example"


@pytest.mark.parametrize("role", [role for role in (*Role, None) if role not in {Role.TEAM, Role.ADMIN}])
def test_nobody_else_reads_what_failed(database: Database, role: Role | None) -> None:
    with database.read() as db, pytest.raises(NotAllowed) as refused:
        troubles(db, Person(1, "Ada", "ada@schule.example", role))
    assert refused.value.right is Right.READ_OUTBOX
