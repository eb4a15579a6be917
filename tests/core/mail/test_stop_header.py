"""The header by which mail programs stop mails at once."""

from __future__ import annotations

import pytest

from core.mail.message import MailRefused, as_text, from_text, offer_stop, write

FAR = f"https://lotse.eine-lange-adresse.example.org:8443/abbestellen/12-{'0a' * 32}?lang=en"


def test_it_stays_on_one_line_as_it_was_written_and_is_read_again() -> None:
    message = write("lotse@stadt.example", "ada@schule.example", "Lieferungen", "Text\n")
    offer_stop(message, FAR)
    text = as_text(message)
    assert f"\r\nList-Unsubscribe: <{FAR}>\r\n" in text
    assert "\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" in text
    assert as_text(from_text(text)) == text


def test_nothing_in_it_becomes_another_header() -> None:
    message = write("lotse@stadt.example", "ada@schule.example", "Lieferungen", "Text\n")
    with pytest.raises(MailRefused):
        offer_stop(message, "https://lotse.example/\r\nBcc: eve@evil.example")


def test_an_address_that_no_header_can_hold_is_left_out() -> None:
    message = write("lotse@stadt.example", "ada@schule.example", "Lieferungen", "Text\n")
    offer_stop(message, "https://lotse.münchen.example/abbestellen/12")
    assert "List-Unsubscribe" not in as_text(message)
