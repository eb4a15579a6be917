"""A real portal with a small library in front of real routes; one of its documents is for heads of school."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

import ui.portal
from bootstrap import Portal
from core.database import Database, open_database
from core.migration import migrate
from core.people import sessions
from core.people.actor import OPERATOR
from core.people.person import Person
from core.people.register import add_person
from core.people.roles import Role
from core.settings import Settings
from knowledge.sync import sync
from knowledge.workshop import Workshop
from retriever.catalogue import Manual
from tests.doubles import HashEmbedder
from ui.front_door import FrontDoor
from ui.guards import Guards
from ui.routes import ROUTES

PRINTER = """# Drucker im Lehrerzimmer

Der Drucker steht am Fenster.

## Farben

Er druckt nur schwarz.

## Papierstau beheben

Das passiert oft bei Regen.

1. Öffnen Sie die Klappe auf der rechten Seite.
2. Ziehen Sie das Papier langsam heraus:
   - nie mit der Pinzette
3. Schließen Sie die Klappe. Warten Sie, bis das grüne Licht leuchtet und der Drucker brummt, denn erst dann \
ist alles wieder bereit.
4. Drucken Sie die Seite noch einmal.
5. Melden Sie den Stau, wenn er wiederkommt.

## Toner

Den Toner wechselt das IT-Team. Rufen Sie an. Sagen Sie die Nummer. Warten Sie kurz.
"""
SECRET = "# Tresor im Keller\n\n## Tresor öffnen\n\n1. Geben Sie 4711 ein.\n"
TALK = """WEBVTT

NOTE
Titel: Kamera einrichten

00:00:00.000 --> 00:00:04.000
Willkommen. Wir richten die Kamera ein.

00:00:40.000 --> 00:00:44.000
Jetzt stecken Sie das Kabel in die Kamera.

00:00:50.000 --> 00:00:54.000
Danach drücken Sie auf Aufnahme.
"""


@dataclass(frozen=True)
class SmallLibrary:
    portal: Portal

    @property
    def database(self) -> Database:
        return self.portal.database

    def manual(self, name: str) -> Manual:
        """The document whose file has this name, whole."""
        view = self.portal.assistant.view(head())
        found = next(
            view.passage(n).section.document
            for n in range(len(view))
            if view.passage(n).section.document.name == name
        )
        whole = self.portal.manual(found, head())
        assert whole is not None
        return whole

    def code(self, name: str, heading: str | None = None) -> str:
        """Of the document, or of its section under that heading."""
        whole = self.manual(name)
        if heading is None:
            return whole.document.code
        return next(c.code for c in whole.chapters if c.heading_path and c.heading_path[-1] == heading)

    def signed_in(self, role: Role | None) -> str:
        """The secret of somebody's session."""
        now = datetime.now(UTC)
        with self.database.write.begin() as db:
            person = add_person(db, "Wer", f"{role}@schule.example", role, [], OPERATOR, now)
            return sessions.begin(db, person.id, lasting=False, now=now)


def head() -> Person:
    return Person(0, "Hanna Haupt", "hanna@schule.example", Role.HEAD)


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SmallLibrary]:
    """The library is closed to guests."""
    with opened(tmp_path, monkeypatch, files(tmp_path)) as library:
        yield library


def files(tmp_path: Path) -> Path:
    folder = tmp_path / "manuals"
    (folder / "leitung").mkdir(parents=True)
    for name, text in (("drucker.md", PRINTER), ("leitung/tresor.md", SECRET), ("kamera.vtt", TALK)):
        (folder / name).write_text(text, "utf-8")
    (folder / "leitung" / "zugriff.yml").write_text("rollen: [Schulleitung]", "utf-8")
    return folder


@contextmanager
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[SmallLibrary]:
    home = tmp_path / "home"
    monkeypatch.setenv("LOTSE_HOME", str(home))
    monkeypatch.setenv("LOTSE_OPEN", "nothing")
    monkeypatch.setenv("LOTSE_PUBLIC_URL", "https://lotse.example")
    settings = Settings(home=home)
    database = open_database(settings.database)
    migrate(database)
    sync(Workshop(database, HashEmbedder(), home, readers=1), folder)
    portal = Portal(settings, database, HashEmbedder())
    monkeypatch.setattr("bootstrap.build_portal", lambda settings, watch=False: portal)
    ui.portal.portal.clear()
    ui.portal.entrance.clear()
    yield SmallLibrary(portal)
    ui.portal.entrance().database.close()
    ui.portal.portal.clear()
    ui.portal.entrance.clear()
    portal.close()


async def asked(path: str, secret: str | None = None, method: str = "GET", **headers: str) -> httpx.Response:
    """What the browser gets that asks for the address; it follows nothing by itself."""
    app = Starlette(routes=ROUTES, middleware=[Middleware(Guards), Middleware(FrontDoor)])
    cookies = {ui.portal.entrance().cookie: secret} if secret else {}
    sent = {"accept": "text/html"} | {name.replace("_", "-"): value for name, value in headers.items()}
    transport = httpx.ASGITransport(app)
    base = "https://lotse.example"
    async with httpx.AsyncClient(transport=transport, base_url=base, cookies=cookies) as client:
        return await client.request(method, path, headers=sent)
