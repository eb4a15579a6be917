from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_string
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.mail.message import MailRefused, address, as_text, complete, from_text, write

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
SENDER = "Lotse <lotse@schulen.example>"
HEADERS = {
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Auto-Submitted",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
}
TEXTS = st.text(st.one_of(st.characters(), st.sampled_from('@<>,;:"()[]\\=?q_ .ab\r\n\t0A')), max_size=150)


def written(to: str = "ada@schulen.example", subject: str = "Passwort", body: str = "Hallo") -> str:
    message = write(SENDER, to, subject, body)
    complete(message, NOW)
    return as_text(message)


def test_umlauts_in_subject_and_body_come_back_as_they_were() -> None:
    subject = "Schöne Grüße aus Köthen – " + "Übungsstück, " * 12 + "Löten"
    body = "Größe: 5 €\nStraße, " * 40 + "\n"
    read = from_text(written(subject=subject, body=body))
    assert read["Subject"] == subject
    assert read.get_content().replace("\r\n", "\n") == body


def test_a_mail_is_written_in_ascii_and_in_short_lines() -> None:
    lines = written(subject="ü" * 300, body="ß" * 5000).split("\r\n")
    assert all(line.isascii() and len(line) <= 78 for line in lines)


def test_a_mail_says_when_it_was_written_by_which_domain_and_that_a_machine_did() -> None:
    read = from_text(written())
    assert parsedate_to_datetime(read["Date"]) == NOW
    assert read["Message-ID"].startswith("<")
    assert read["Message-ID"].endswith("@schulen.example>")
    assert read["Auto-Submitted"] == "auto-generated"
    assert (read["From"], read["To"]) == (SENDER, "ada@schulen.example")


def test_every_mail_has_a_name_of_its_own() -> None:
    assert from_text(written())["Message-ID"] != from_text(written())["Message-ID"]


@pytest.mark.parametrize(
    "to",
    [
        "",
        "ada",
        "ada@",
        "@schulen.example",
        "<",
        "a@[",
        "ada@schulen.example, eva@schulen.example",
        "ada@schulen.example eva@schulen.example",
        "ada@schulen.example\r\nBcc: eva@schulen.example",
        "ada@schulen.example\nBcc: eva@schulen.example",
        '"a\nb"@schulen.example',
        "=?utf-8?q?a=0ABcc=3A_eva?=@schulen.example",
        "ada\0@schulen.example",
        "ädä@schulen.example",
        "a" * 250 + "@schulen.example",
    ],
)
def test_what_is_not_one_address_is_refused(to: str) -> None:
    with pytest.raises(MailRefused) as refused:
        written(to=to)
    assert refused.value.header == "To"


@pytest.mark.parametrize(
    "subject",
    [
        "Passwort\r\nBcc: eva@schulen.example",
        "Passwort\nBcc: eva@schulen.example",
        "Passwort\rBcc: eva@schulen.example",
        "Passwort\u2028Bcc: eva@schulen.example",
        "=?utf-8?q?Passwort=0ABcc=3A_eva=40schulen=2Eexample?=",
        "=?utf-8?b?UGFzc3dvcnQKQmNjOiBldmFAc2NodWxlbi5leGFtcGxl?=",
        "Pass\0wort",
        "Pass\ud800wort",
    ],
)
def test_a_subject_of_several_lines_is_refused_however_it_is_written(subject: str) -> None:
    with pytest.raises(MailRefused) as refused:
        written(subject=subject)
    assert refused.value.header == "Subject"


def test_a_sender_that_is_no_address_is_refused() -> None:
    message = write("Lotse", "ada@schulen.example", "Passwort", "Hallo")
    with pytest.raises(MailRefused, match="From"):
        complete(message, NOW)


@given(to=TEXTS, subject=TEXTS, body=st.text())
@example(to="ada@schulen.example", subject="=?utf-8?q?a=0ABcc=3A_x?=", body="")
@example(to="ada@schulen.example", subject="a", body="\r\n.\r\nMAIL FROM:<x@y.z>\r\n")
def test_nothing_that_is_typed_becomes_a_header_or_a_second_recipient(
    to: str, subject: str, body: str
) -> None:
    try:
        text = written(to, subject, body)
    except MailRefused:
        return
    headers = message_from_string(text).keys()
    assert set(headers) == HEADERS
    assert len(headers) == len(HEADERS)
    assert address(from_text(text), "To") == to.strip()


@given(subject=TEXTS)
def test_no_subject_becomes_a_header(subject: str) -> None:
    try:
        text = written(subject=subject)
    except MailRefused:
        return
    assert sorted(message_from_string(text).keys()) == sorted(HEADERS)


@pytest.mark.parametrize("header", ["Cc", "bcc"])
def test_a_mail_to_further_people_is_refused(header: str) -> None:
    message = write(SENDER, "ada@schulen.example", "Passwort", "Hallo")
    message[header] = "eva@schulen.example"
    with pytest.raises(MailRefused):
        complete(message, NOW)


def test_a_written_mail_keeps_its_own_name_and_what_is_attached() -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = SENDER, "Ada <ada@schulen.example>", "Termin"
    message["Message-ID"] = "<termin-1@schulen.example>"
    message.set_content("Bis dann! Schöne Grüße")
    message.add_alternative("BEGIN:VCALENDAR\r\nSUMMARY:Löten\r\n", subtype="calendar")
    complete(message, NOW)
    read = from_text(as_text(message))
    assert read["Message-ID"] == "<termin-1@schulen.example>"
    assert address(read, "To") == "ada@schulen.example"
    [text, calendar] = [part.get_content().strip() for part in read.walk() if not part.is_multipart()]
    assert text == "Bis dann! Schöne Grüße"
    assert "SUMMARY:Löten" in calendar
