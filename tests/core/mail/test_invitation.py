"""Mails with calendar files: their shape, and that the files arrive byte for byte."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from core.mail.invitation import has_calendar, write_invitation
from core.mail.message import MailRefused, as_text, complete, from_text, write
from core.mail.smtp import Server, deliver
from tests.core.mail.mail_server import MailServer

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Lotse//DE\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1@x\r\n"
    f"SUMMARY:{'Größe prüfen – ' * 4}\r\n {'ß' * 30}\r\n.\r\nFrom:\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
).encode()


def invitation(
    to: str = "ada@schule.example", subject: str = "Löten", method: str = "REQUEST"
) -> EmailMessage:
    message = write_invitation("Lotse <lotse@stadt.example>", to, subject, "Schöne Grüße\n", CALENDAR, method)
    complete(message, NOW)
    return message


def shape(message: EmailMessage) -> list[str]:
    return [part.get_content_type() for part in message.walk()]


def test_text_and_calendar_are_two_ways_to_say_it_and_the_file_is_attached_too() -> None:
    message = from_text(as_text(invitation()))
    assert shape(message) == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/calendar",
        "application/ics",
    ]
    text, calendar, attached = [part for part in message.walk() if not part.is_multipart()]
    assert text.get_content() == "Schöne Grüße\r\n"
    assert (calendar.get_param("method"), calendar.get_content_charset()) == ("REQUEST", "utf-8")
    assert calendar.get_content_disposition() is None
    assert calendar["Content-Transfer-Encoding"] == "base64"
    assert (attached.get_content_disposition(), attached.get_filename()) == ("attachment", "invite.ics")
    assert calendar.get_payload(decode=True) == attached.get_payload(decode=True) == CALENDAR


def test_a_cancellation_says_so_in_its_kind_too() -> None:
    [part] = [
        part for part in invitation(method="CANCEL").walk() if part.get_content_type() == "text/calendar"
    ]
    assert part.get_param("method") == "CANCEL"


def test_the_file_passes_a_mail_server_byte_for_byte(mail_server: MailServer, plain: Server) -> None:
    deliver(plain, invitation())
    [taken] = mail_server.taken
    files = [part.get_payload(decode=True) for part in taken.message.walk() if not part.is_multipart()][1:]
    assert files == [CALENDAR, CALENDAR]
    assert all(line.isascii() and len(line) <= 78 for line in taken.text.split("\r\n"))


@pytest.mark.parametrize(
    ("to", "subject", "header"),
    [("ada", "Löten", "To"), ("ada@schule.example", "Löten\r\nBcc: eva@schule.example", "Subject")],
)
def test_what_no_mail_may_hold_is_refused_here_as_well(to: str, subject: str, header: str) -> None:
    with pytest.raises(MailRefused) as refused:
        invitation(to, subject)
    assert refused.value.header == header


def test_only_mails_with_a_calendar_file_have_one() -> None:
    assert has_calendar(from_text(as_text(invitation())))
    assert not has_calendar(write("lotse@stadt.example", "ada@schule.example", "Löten", "text/calendar"))
