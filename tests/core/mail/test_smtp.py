from __future__ import annotations

import socket
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from core.mail.message import complete, write
from core.mail.smtp import NotDelivered, Server, deliver
from tests.core.mail.mail_server import LOCALHOST, MailServer, trusted

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@pytest.fixture
def mail() -> EmailMessage:
    message = write(
        "Lotse <lotse@schulen.example>",
        "ada@schulen.example",
        "Schöne Grüße",
        "Grüße\n.\n. Punkt\nFrom hier\n",
    )
    complete(message, NOW)
    return message


def failure(server: Server, mail: EmailMessage, pem: Path | None = None) -> NotDelivered:
    with pytest.raises(NotDelivered) as failed:
        deliver(server, mail, trusted(pem) if pem else None)
    return failed.value


def test_a_mail_arrives_as_it_was_written(mail_server: MailServer, plain: Server, mail: EmailMessage) -> None:
    deliver(plain, mail)
    [taken] = mail_server.taken
    assert (taken.sender, taken.recipients) == ("lotse@schulen.example", ["ada@schulen.example"])
    assert taken.message["Subject"] == "Schöne Grüße"
    assert taken.message["Auto-Submitted"] == "auto-generated"
    assert taken.message.get_content().replace("\r\n", "\n") == "Grüße\n.\n. Punkt\nFrom hier\n"
    assert not taken.encrypted


def test_a_mail_goes_out_encrypted_after_signing_in(
    mail_server: MailServer, starttls: Server, mail: EmailMessage, pem: Path
) -> None:
    deliver(starttls, mail, trusted(pem))
    assert [taken.encrypted for taken in mail_server.taken] == [True]


def test_a_mail_goes_out_through_a_server_that_is_encrypted_from_the_start(
    mail_server: MailServer, tls: Server, mail: EmailMessage, pem: Path
) -> None:
    deliver(tls, mail, trusted(pem))
    assert len(mail_server.taken) == 1


@pytest.mark.parametrize("kind", ["starttls", "tls"])
def test_a_certificate_that_nobody_vouches_for_is_not_believed(
    kind: str, mail_server: MailServer, mail: EmailMessage, request: pytest.FixtureRequest
) -> None:
    failed = failure(request.getfixturevalue(kind), mail)
    assert "certificate verify failed" in failed.reason
    assert not failed.permanent
    assert mail_server.taken == []


def test_a_certificate_of_another_name_is_not_believed(
    mail_server: MailServer, starttls: Server, mail: EmailMessage, pem: Path
) -> None:
    assert "certificate" in failure(replace(starttls, host="localhost"), mail, pem).reason
    assert mail_server.taken == []


def test_nothing_is_said_in_the_clear_where_encryption_is_wanted(
    mail_server: MailServer, plain: Server, mail: EmailMessage
) -> None:
    wanted = replace(plain, security="starttls", user="lotse", password="Geheim-7")
    assert "STARTTLS" in failure(wanted, mail).reason
    assert mail_server.taken == []


@pytest.mark.parametrize("password", ["Falsch-8", None, "Schlüssel-9"])
def test_a_wrong_password_is_told_without_it(
    password: str | None, starttls: Server, mail: EmailMessage, pem: Path
) -> None:
    failed = failure(replace(starttls, password=password), mail, pem)
    assert failed.reason in {"535 user or password refused", "user or password is not in ASCII"}
    assert not failed.permanent
    assert failed.__cause__ is None
    assert failed.__suppress_context__


def test_a_server_does_not_show_its_password() -> None:
    server = Server("mail.example", 587, "starttls", "lotse", "Geheim-7")
    assert "Geheim-7" not in f"{server!r} {server}"


@pytest.mark.parametrize(
    ("answer", "permanent"),
    [
        ("451 4.7.1 Please try again later", False),
        ("550 5.1.1 Mailbox unknown", True),
        ("530 5.7.0 Authentication required", False),
    ],
)
def test_what_a_server_says_to_the_recipient_is_kept(
    answer: str, permanent: bool, mail_server: MailServer, plain: Server, mail: EmailMessage
) -> None:
    mail_server.to_recipient = answer
    failed = failure(plain, mail)
    assert (failed.reason, failed.permanent) == (answer, permanent)


@pytest.mark.parametrize(("answer", "permanent"), [("452 Full", False), ("554 5.7.1 Spam", True)])
def test_what_a_server_says_to_the_mail_is_kept(
    answer: str, permanent: bool, mail_server: MailServer, plain: Server, mail: EmailMessage
) -> None:
    mail_server.to_mail = answer
    failed = failure(plain, mail)
    assert (failed.reason, failed.permanent) == (answer, permanent)


def test_a_long_or_strange_answer_is_kept_short_and_in_one_line(
    mail_server: MailServer, plain: Server, mail: EmailMessage
) -> None:
    mail_server.to_recipient = "450-first\r\n450 \0second\t" + "x" * 400
    reason = failure(plain, mail).reason
    assert reason.startswith("450 first second xxx")
    assert reason.isprintable()
    assert len(reason) == 300


@pytest.mark.parametrize("goodbye", ["500 What?", ""])
def test_a_mail_that_was_taken_is_delivered_however_the_server_says_goodbye(
    goodbye: str, mail_server: MailServer, plain: Server, mail: EmailMessage
) -> None:
    mail_server.to_goodbye = goodbye
    deliver(plain, mail)
    assert len(mail_server.taken) == 1


def test_a_server_that_is_down_is_told(mail: EmailMessage) -> None:
    with socket.socket() as bound:  # the port is taken, and nobody listens
        bound.bind((LOCALHOST, 0))
        failed = failure(Server(LOCALHOST, bound.getsockname()[1], "none", timeout=5), mail)
    assert (failed.reason, failed.permanent) == ("ConnectionRefusedError: Connection refused", False)


def test_a_server_that_says_nothing_is_left_after_the_timeout(mail: EmailMessage) -> None:
    with socket.create_server((LOCALHOST, 0)) as silent:
        failed = failure(Server(LOCALHOST, silent.getsockname()[1], "none", timeout=0.2), mail)
    assert "timed out" in failed.reason


def test_a_name_that_nobody_knows_is_told(mail: EmailMessage) -> None:
    assert failure(Server("mail.invalid", 25, "none", timeout=5), mail).reason.startswith("gaierror: ")
