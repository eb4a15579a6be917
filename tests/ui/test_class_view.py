"""The view for in front of the class, over a real library: its steps, its ways, and who may see it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from sqlalchemy import select
from starlette.applications import Starlette

import ui.portal
from bootstrap import Portal
from core.database import open_database
from core.migration import migrate
from core.people import sessions
from core.people.actor import OPERATOR
from core.people.register import add_person
from core.people.roles import Role
from core.settings import Settings
from knowledge.codes import document_code, section_codes
from knowledge.sync import sync
from knowledge.tables import DocumentRow
from knowledge.workshop import Workshop
from tests.doubles import HashEmbedder
from ui.library.ways import class_way
from ui.routes import ROUTES
from ui.texts import ENGLISH, GERMAN

pytestmark = pytest.mark.anyio
N = GERMAN.narrowing
STEPS = "\n".join(f"{number}. Schritt <b>{number}</b> & mehr." for number in range(1, 8))
TEXTS = {
    "koffer.md": f"# Koffer\n\n## Laden\n\nSo geht es:\n\n{STEPS}\n\nDanach ist er <script>voll</script>.\n",
    "leitung/kasse.md": "# Kasse\n\n## Tresor\n\n1. Geheimzahl eingeben.\n2. Tür öffnen.\n",
    "leitung/zugriff.yml": "rollen: [Schulleitung]",
}


def section(portal: Portal, name: str, *path: str) -> str:
    with portal.database.read() as db:
        source = db.scalars(select(DocumentRow.source).where(DocumentRow.name == name)).one()
    return next(section_codes(document_code(source, name), [path]))


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Portal]:
    for name, text in TEXTS.items():
        file = tmp_path / "manuals" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    settings = Settings(home=tmp_path)
    database = open_database(settings.database)
    migrate(database)
    sync(Workshop(database, HashEmbedder(), tmp_path, readers=1), tmp_path / "manuals")
    monkeypatch.setenv("LOTSE_HOME", str(tmp_path))
    monkeypatch.setenv("LOTSE_OPEN", "ask")
    opened = Portal(settings, database, HashEmbedder())
    monkeypatch.setattr("bootstrap.build_portal", lambda settings, watch=False: opened)
    ui.portal.portal.clear()
    ui.portal.entrance.clear()
    with closing(opened):
        yield opened
    ui.portal.portal.clear()
    ui.portal.entrance.clear()


def signed_in(role: Role) -> dict[str, str]:
    door, now = ui.portal.entrance(), datetime.now(UTC)
    with door.database.write.begin() as db:
        person = add_person(db, role, f"{role}@schule.example", role, [], OPERATOR, now)
        return {door.cookie: sessions.begin(db, person.id, lasting=False, now=now)}


async def get(address: str, cookies: dict[str, str] | None = None) -> httpx.Response:
    transport = httpx.ASGITransport(Starlette(routes=ROUTES))
    async with httpx.AsyncClient(transport=transport, base_url="http://lotse", cookies=cookies) as client:
        return await client.get(address)


def link(shown: str, relation: str) -> str | None:
    """The address of the link that turns the page or closes it."""
    marker = f'rel="{relation}" href="'
    if marker not in shown:
        return None
    return shown.split(marker)[1].split('"')[0].replace("&amp;", "&")


async def test_the_first_three_steps_of_seven(portal: Portal) -> None:
    shown = (await get(class_way(section(portal, "koffer.md", "Laden"), 1))).text
    assert N.steps.format(first=1, last=3, total=7) in shown
    assert ">Laden</h1>" in shown
    assert shown.count("<li value=") == 3
    assert link(shown, "prev") is None


async def test_turning_goes_through_all_and_keeps_what_the_address_says(portal: Portal) -> None:
    address: str | None = (
        class_way(section(portal, "koffer.md", "Laden"), 1) + "&dunkel=1&zurueck=/hilfe&lang=en"
    )
    counted = []
    while address:
        shown = (await get(address)).text
        assert 'class="dark"' in shown
        assert link(shown, "up") == "/hilfe"
        counted.append(shown.split('class="count">')[1].split("<")[0])
        address = link(shown, "next")
    steps, one = ENGLISH.narrowing.steps, ENGLISH.narrowing.one_step
    assert counted == [
        steps.format(first=1, last=3, total=7),
        steps.format(first=4, last=6, total=7),
        one.format(first=7, total=7),
    ]


async def test_the_way_back_is_the_document_and_never_another_site(portal: Portal) -> None:
    code = section(portal, "koffer.md", "Laden")
    there = urlsplit(link((await get(class_way(code, 1))).text, "up") or "")
    assert there.path == "/anleitung"
    assert parse_qs(there.query)["abschnitt"] == [code]
    for evil in ("https://boese.example", "//boese.example", "/\\boese.example", "javascript:alert(1)"):
        shown = await get(f"/vor-der-klasse/{code}?zurueck={evil}")
        assert link(shown.text, "up") == "/"


async def test_a_sentence_is_shown_and_no_markup_of_a_document_acts(portal: Portal) -> None:
    code = section(portal, "koffer.md", "Laden")
    sentence, steps = (await get(class_way(code, 2))), (await get(class_way(code, 1)))
    assert "Danach ist er" in sentence.text
    assert GERMAN.narrowing.one_part.format(first=1, total=1) in sentence.text
    assert "Schritt <b>" not in steps.text
    assert sentence.text.count("<script") == 1
    policy = sentence.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("query", ["", "?block=0", "?block=99", "?block=x&ab=-1", "?ab=999999999999"])
async def test_any_address_of_a_section_shows_something(portal: Portal, query: str) -> None:
    answer = await get(f"/vor-der-klasse/{section(portal, 'koffer.md', 'Laden').upper()}{query}")
    assert answer.status_code == 200
    assert "Schritt" in answer.text


async def test_the_code_of_a_document_shows_its_beginning(portal: Portal) -> None:
    code = next(found.code for found in portal.catalogue(None) if found.name == "koffer.md")
    assert "Laden</h1>" in (await get(f"/vor-der-klasse/{code}")).text


async def test_a_limited_document_is_for_its_readers_and_does_not_exist_for_others(
    portal: Portal,
) -> None:
    secret, none = class_way(section(portal, "leitung/kasse.md", "Tresor"), 0), class_way("0000000000", 0)
    assert "Geheimzahl" in (await get(secret, signed_in(Role.HEAD))).text
    teacher = signed_in(Role.TEACHER)
    refused, unknown = await get(secret, teacher), await get(none, teacher)
    assert refused.status_code == unknown.status_code == 404
    assert refused.text.replace(secret, none) == unknown.text
    guest = await get(secret)
    assert (guest.status_code, (await get(none)).status_code) == (303, 303)
    assert "Geheimzahl" not in guest.text


async def test_the_code_to_scan_is_shown_to_whoever_may_open_it(
    portal: Portal,
) -> None:
    code = section(portal, "koffer.md", "Laden")
    assert "/q/" not in (await get(class_way(code, 1))).text
    assert f'src="/q/{code}.svg"' in (await get(class_way(code, 1), signed_in(Role.TEACHER))).text


async def test_where_nothing_is_open_a_guest_signs_in_first(
    portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOTSE_OPEN", "nothing")
    answer = await get(class_way(section(portal, "koffer.md", "Laden"), 1))
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/anmelden?weiter=%2Fvor-der-klasse%2F")


@pytest.mark.parametrize(
    ("file", "kind"), [("aussehen.css", "text/css"), ("blaettern.js", "text/javascript")]
)
async def test_the_look_and_the_keys_are_files_of_their_own(portal: Portal, file: str, kind: str) -> None:
    answer = await get(f"/vor-der-klasse/{file}")
    assert answer.headers["content-type"].startswith(kind)
