"""Addresses of a document's files: at the page, with what is marked, and the same ones all session long."""

from __future__ import annotations

from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest

from core.signing import Signer
from tests.knowledge.people import person
from ui import addresses
from ui.addresses import file_address, picture_address, subtitles_address
from ui.file_tokens import Part, opened

HEAD = person(None)
SIGNER = Signer("a secret of the tests")


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = SimpleNamespace(
        session_state={}, context=SimpleNamespace(url="https://lotse.example/anleitung?d=x")
    )
    monkeypatch.setattr(addresses, "st", seen)
    monkeypatch.setattr(addresses, "entrance", lambda: SimpleNamespace(signer=SIGNER))


def details(address: str, part: Part) -> list[object]:
    """What the address's token says, of document 7."""
    parts = urlsplit(address)
    assert address.startswith(f"https://lotse.example/documents/7/{part}?")
    found = opened(SIGNER, parse_qs(parts.query)["t"][0], part, 7, HEAD)
    assert found is not None
    return list(found.details)


def test_a_file_opens_at_its_page() -> None:
    assert urlsplit(file_address(7, HEAD, 3)).fragment == "page=3"
    assert urlsplit(file_address(7, HEAD)).fragment == ""
    assert details(file_address(7, HEAD, 3), Part.FILE) == []


def test_a_picture_is_of_the_page_with_what_is_marked() -> None:
    assert details(picture_address(7, HEAD, 3, 900, ("Kabel",)), Part.PAGE) == [3, 900, ["Kabel"]]
    assert details(picture_address(7, HEAD, 3, 900), Part.PAGE) == [3, 900, []]


def test_subtitles_are_in_the_language_that_is_asked_for() -> None:
    assert details(subtitles_address(7, HEAD, "en"), Part.SUBTITLES) == ["en"]
    assert details(subtitles_address(7, HEAD), Part.SUBTITLES) == []


def test_an_address_stays_the_same_in_a_session() -> None:
    assert picture_address(7, HEAD, 3, 900) == picture_address(7, HEAD, 3, 900)
    assert picture_address(7, HEAD, 3, 900) != picture_address(7, HEAD, 4, 900)
