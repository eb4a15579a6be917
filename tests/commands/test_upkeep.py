"""Mails that wait are sent, and what has been kept long enough is deleted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bootstrap import open_entrance
from core.audit import AuditRow
from core.database import Base, Database
from core.mail import outbox
from core.mail.tables import MailRow
from core.people import attempts, password_links, sessions
from core.people.actor import OPERATOR
from core.people.register import add_person
from core.people.roles import Role
from core.people.tables import AttemptRow, PasswordLinkRow, PersonRow, SignedInRow
from core.settings import Settings
from manage import main
from retriever.feedback import FeedbackRow, keep_feedback
from tests.core.mail.mail_server import LOCALHOST, MailServer, OnAnyPort
from trainings.wishes.tables import WishRow

YOUNG, OLD = datetime.now(UTC), datetime.now(UTC) - timedelta(days=3 * 365)


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    monkeypatch.setenv("LOTSE_HOME", str(tmp_path))
    door = open_entrance(Settings(home=tmp_path))
    yield door.database
    door.database.close()


def count(database: Database, table: type[Base]) -> int:
    with database.read() as db:
        return db.scalar(select(func.count()).select_from(table)) or 0


def leave_traces(database: Database, name: str, now: datetime) -> None:
    """One of everything that is kept about a person, at this moment."""
    with database.write.begin() as db:
        person = add_person(db, name, f"{name}@schule.example", Role.TEACHER, [], OPERATOR, now)
        sessions.begin(db, person.id, False, now)
        password_links.make(db, person, now)
        attempts.begin(db, [attempts.Limit(name, 5)], now)
        outbox.put(db, person.email, "Link", "…", now, sender="lotse@localhost", expires_at=now)
        keep_feedback(db, "Wie geht das?", None, True, None, now)


def test_what_is_old_goes_and_what_is_young_stays(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    leave_traces(database, "alt", OLD)
    leave_traces(database, "neu", YOUNG)
    assert main(["tidy"]) == 0
    with database.read() as db:
        assert db.scalars(select(PersonRow.name)).all() == ["neu"]
        assert db.scalars(select(AttemptRow.key)).all() == ["neu"]
        assert min(db.scalars(select(AuditRow.at))) >= YOUNG - timedelta(days=1)
    for table in (SignedInRow, PasswordLinkRow, FeedbackRow):
        assert count(database, table) == 1
    assert count(database, MailRow) == 0, "both are too late to be of use"
    assert capsys.readouterr().out.startswith("deleted: 1 people, ")


def test_what_is_old_of_trainings_goes_too(database: Database, capsys: pytest.CaptureFixture[str]) -> None:
    leave_traces(database, "neu", YOUNG)
    with database.write.begin() as db:
        person_id = db.scalars(select(PersonRow.id)).one()
        for at in (OLD, YOUNG):
            known = {"person_id": person_id, "topic": "Robotik", "people": 1, "created_at": at}
            db.add(WishRow(state="withdrawn", **known))
    assert main(["tidy"]) == 0
    assert count(database, WishRow) == 1
    assert "deleted: 0 bookings, 1 wishes for trainings" in capsys.readouterr().out


def test_a_second_time_there_is_nothing_left_to_delete(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    leave_traces(database, "alt", OLD)
    main(["tidy"])
    capsys.readouterr()
    main(["tidy"])
    assert not any(sign in capsys.readouterr().out for sign in "123456789")


def test_the_outbox_is_sent(
    database: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with database.write.begin() as db:
        outbox.put(db, "anna@schule.example", "Grüße", "Guten Tag", YOUNG, sender="lotse@localhost")
    server = MailServer()
    controller = OnAnyPort(server, hostname=LOCALHOST, port=0)
    controller.start()
    monkeypatch.setenv("LOTSE_SMTP_HOST", LOCALHOST)
    monkeypatch.setenv("LOTSE_SMTP_PORT", str(controller.port))
    monkeypatch.setenv("LOTSE_SMTP_SECURITY", "none")
    try:
        assert main(["send-mail"]) == 0
    finally:
        controller.stop()
    assert capsys.readouterr().out == "1 sent, 0 to be tried again, 0 given up\n"
    assert [mail.recipients for mail in server.taken] == [["anna@schule.example"]]


def test_what_could_not_be_sent_is_told(
    database: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with database.write.begin() as db:
        outbox.put(db, "anna@schule.example", "Grüße", "Guten Tag", YOUNG, sender="lotse@localhost")
    monkeypatch.setenv("LOTSE_SMTP_HOST", LOCALHOST)
    monkeypatch.setenv("LOTSE_SMTP_PORT", "9")
    assert main(["send-mail"]) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first == "0 sent, 1 to be tried again, 0 given up"
    assert second.startswith("anna@schule.example: ")


def test_without_a_mail_server_nothing_can_be_sent(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["send-mail"]) == 1
    assert "LOTSE_SMTP_HOST" in capsys.readouterr().err
