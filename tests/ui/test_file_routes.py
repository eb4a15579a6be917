"""A document's files go out as what they are, to whoever may read them, and to nobody who only has a link."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

import ui.portal
from bootstrap import Original
from core.people import sessions
from core.people.actor import OPERATOR
from core.people.person import Person
from core.people.register import add_person, deactivate
from core.people.roles import Role
from tests.doubles_portal import StandInPortal
from ui import file_tokens
from ui.file_tokens import SECONDS, Part
from ui.routes import ROUTES

pytestmark = pytest.mark.anyio
CONTENT = bytes(range(256)) * 40
OWN = {"sec-fetch-site": "same-origin"}
VISIT = {"sec-fetch-site": "none", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
FOREIGN = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image"}


class Shelf(StandInPortal):
    """Document 7 is open to all, document 8 only for heads of school."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.kept: Original | None = Original(file, "video/mp4", "Übersicht „neu“.mp4")

    def readable(self, document_id: int, person: Person | None) -> bool:
        return document_id == 7 or (
            document_id == 8 and person is not None and person.role in {Role.HEAD, Role.ADMIN}
        )

    def original(self, document_id: int, person: Person | None) -> Original | None:
        return self.kept if self.readable(document_id, person) else None


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    file = tmp_path / "kept"
    file.write_bytes(CONTENT)
    shelf = Shelf(file)
    monkeypatch.setenv("LOTSE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LOTSE_OPEN", "ask, library")
    monkeypatch.setattr("bootstrap.build_portal", lambda settings, watch=False: shelf)
    ui.portal.portal.clear()
    ui.portal.entrance.clear()
    yield shelf
    ui.portal.portal.clear()
    ui.portal.entrance.clear()


async def get(path: str, cookie: str | None = None, follow: bool = False, **headers: str) -> httpx.Response:
    app = Starlette(routes=ROUTES, middleware=[Middleware(GZipMiddleware)])
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    cookies = {"lotse": cookie} if cookie else {}
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://lotse", cookies=cookies) as client:
        return await client.get(path, headers=sent, follow_redirects=follow)


async def opened(document: int = 7, **headers: str) -> httpx.Response:
    """As a browser that follows a link of the portal."""
    return await get(f"/documents/{document}/file", follow=True, **(OWN | headers))


def somebody(role: Role = Role.HEAD) -> tuple[Person, str]:
    """A person and the secret of their session."""
    door, now = ui.portal.entrance(), datetime.now(UTC)
    with door.database.write.begin() as db:
        person = add_person(db, "Wer", f"{role}@schule.example", role, [], OPERATOR, now)
        return person, sessions.begin(db, person.id, lasting=False, now=now)


def address(person: Person | None, document: int = 8, part: Part = Part.FILE, *details: object) -> str:
    signed = file_tokens.token(ui.portal.entrance().signer, part, document, person, *details)
    return f"/documents/{document}/{part}?t={signed}"


# what goes out


async def test_a_recording_is_shown_in_the_browser(shelf: Shelf) -> None:
    response = await opened()
    assert (response.status_code, response.headers["content-type"]) == (200, "video/mp4")
    assert response.headers["content-disposition"].startswith("inline")
    assert response.content == CONTENT


@pytest.mark.parametrize(
    ("wanted", "part"), [("bytes=100-199", CONTENT[100:200]), ("bytes=-50", CONTENT[-50:])]
)
async def test_a_player_gets_the_part_it_asks_for(shelf: Shelf, wanted: str, part: bytes) -> None:
    response = await opened(range=wanted, accept_encoding="gzip")
    assert (response.status_code, response.content) == (206, part)
    assert response.headers["content-range"].endswith(f"/{len(CONTENT)}")
    assert "content-encoding" not in response.headers


async def test_a_part_beyond_the_end_is_refused(shelf: Shelf) -> None:
    assert (await opened(range="bytes=999999-")).status_code == 416


@pytest.mark.parametrize("kind", ["text/html", "image/svg+xml", "application/xhtml+xml", "text/xml"])
async def test_what_could_act_as_a_page_is_only_handed_out_to_keep(shelf: Shelf, kind: str) -> None:
    assert shelf.kept is not None
    shelf.kept = Original(shelf.kept.path, kind, "seite.html")
    response = await opened()
    assert response.headers["content-type"] == "application/octet-stream"
    assert response.headers["content-disposition"].startswith("attachment")


async def test_every_original_goes_out_guarded(shelf: Shelf) -> None:
    headers = (await opened()).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "script-src" not in headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/documents/9/file", "/documents/x/file", "/documents/-1/file"])
async def test_what_is_not_there_is_not_found(shelf: Shelf, path: str) -> None:
    assert (await get(path, **OWN)).status_code == 404


async def test_a_file_that_is_gone_is_not_found(shelf: Shelf) -> None:
    assert shelf.kept is not None
    shelf.kept.path.unlink()
    assert (await opened()).status_code == 404


async def test_a_page_is_a_picture_and_subtitles_are_text(shelf: Shelf) -> None:
    shelf.readable = lambda document_id, person: True  # type: ignore[method-assign]
    picture = await get(address(None, 1, Part.PAGE, 2, 360, ["Wort"]), **OWN)
    assert (picture.headers["content-type"], picture.content[:4]) == ("image/png", b"\x89PNG")
    words = await get(address(None, 2, Part.SUBTITLES), **OWN)
    assert words.headers["content-type"].startswith("text/vtt")


async def test_subtitles_in_another_language_are_a_file_of_their_own(shelf: Shelf) -> None:
    shelf.readable = lambda document_id, person: True  # type: ignore[method-assign]
    english = await get(address(None, 2, Part.SUBTITLES, "en"), **OWN)
    assert "Now I tap." in english.text
    assert (await get(address(None, 2, Part.SUBTITLES, "fr"), **OWN)).status_code == 404


async def test_the_health_check_counts_the_library(shelf: Shelf) -> None:
    response = await get("/healthz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok", "documents": 4, "passages": 48, "version": 1}


# who gets it


async def test_with_session_and_token_the_file_is_opened(shelf: Shelf) -> None:
    person, secret = somebody()
    assert (await get(address(person), secret, **FOREIGN)).content == CONTENT


async def test_a_token_without_the_session_opens_nothing(shelf: Shelf) -> None:
    """A link that was copied, logged or sent on."""
    person, _ = somebody()
    assert (await get(address(person), **OWN)).status_code == 404
    assert (await get(address(person), "guessed", **OWN)).status_code == 404


async def test_a_token_is_no_good_in_somebody_else_s_session(shelf: Shelf) -> None:
    person, _ = somebody()
    _, other = somebody(Role.ADMIN)
    assert (await get(address(person), other, **FOREIGN)).status_code == 403


async def test_a_right_that_is_gone_closes_the_file_at_once(shelf: Shelf) -> None:
    person, secret = somebody()
    link = address(person)
    shelf.readable = lambda document_id, person: False  # type: ignore[method-assign]
    assert (await get(link, secret, **OWN)).status_code == 404


async def test_who_is_deactivated_gets_nothing_any_more(shelf: Shelf) -> None:
    person, secret = somebody()
    with ui.portal.entrance().database.write.begin() as db:
        deactivate(db, person.id, OPERATOR, datetime.now(UTC))
    assert (await get(address(person), secret, **OWN)).status_code == 404


async def test_who_may_not_read_it_gets_nothing_even_with_a_token(shelf: Shelf) -> None:
    person, secret = somebody(Role.TEACHER)
    assert (await get(address(person), secret, **OWN)).status_code == 404


@pytest.mark.parametrize("damage", ["", "x", "eyJhIjoxfQ.abc.def"])
async def test_a_forged_token_opens_nothing_for_another_site(shelf: Shelf, damage: str) -> None:
    _, secret = somebody()
    assert (await get(f"/documents/8/file?t={damage}", secret, **FOREIGN)).status_code == 403


async def test_a_token_for_one_document_opens_no_other(shelf: Shelf) -> None:
    person, secret = somebody()
    signed = address(person, 7).partition("?")[2]
    assert (await get(f"/documents/8/file?{signed}", secret, **FOREIGN)).status_code == 403


async def test_a_token_for_one_part_opens_no_other(shelf: Shelf) -> None:
    person, secret = somebody()
    signed = address(person, 8, Part.SUBTITLES).partition("?")[2]
    assert (await get(f"/documents/8/file?{signed}", secret, **FOREIGN)).status_code == 403


async def test_an_old_token_is_renewed_for_the_portal_s_own_pages_only(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, secret = somebody()
    with monkeypatch.context() as past:
        past.setattr("itsdangerous.timed.time.time", lambda: datetime.now(UTC).timestamp() - SECONDS - 5)
        link = address(person)
    refused = await get(link, secret, **FOREIGN)
    assert refused.status_code == 403
    renewed = await get(link, secret, **OWN)
    assert renewed.status_code == 307
    assert renewed.headers["location"].startswith("/documents/8/file?t=")
    assert (await get(renewed.headers["location"], secret, **FOREIGN)).content == CONTENT


async def test_a_person_s_own_visit_to_a_link_without_a_token_opens_the_file(shelf: Shelf) -> None:
    """A bookmark, a mail, a QR code."""
    _, secret = somebody()
    assert (await get("/documents/8/file", secret, follow=True, **VISIT)).content == CONTENT


async def test_who_is_not_signed_in_is_led_there_first_and_learns_nothing(
    shelf: Shelf,
) -> None:
    for document in (8, 9):
        response = await get(f"/documents/{document}/file", **VISIT)
        assert response.status_code == 303
        assert response.headers["location"] == f"/anmelden?weiter=%2Fdocuments%2F{document}%2Ffile"


async def test_where_nothing_is_open_the_open_documents_are_not_either(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOTSE_OPEN", "nothing")
    ui.portal.entrance.clear()
    assert (await get(address(None, 7), **OWN)).status_code == 404
