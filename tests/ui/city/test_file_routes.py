"""Tables to take along: for the team, for nobody else, and never with a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO, StringIO
from pathlib import Path

import httpx
import pytest
from openpyxl import load_workbook

import ui.portal
from core.database import Database
from core.people import sessions
from core.people.actor import OPERATOR
from core.people.register import add_person
from core.people.roles import Role
from tests.ui.city.deliveries import a_city, take
from tests.ui.sign_in.conftest import browser
from ui.texts import GERMAN

pytestmark = pytest.mark.anyio
PATHS = (
    "/lieferungen/ratsauskunft.csv",
    "/lieferungen/ratsauskunft.xlsx",
    "/lieferungen/nachweis.csv?programm=DigitalPakt+1",
    "/lieferungen/nachweis.xlsx?programm=DigitalPakt+1",
    "/lieferungen/listen/1/fehler.csv",
)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    monkeypatch.setenv("LOTSE_HOME", str(tmp_path))
    ui.portal.entrance.clear()
    known = ui.portal.entrance().database
    a_city(known)
    yield known
    known.close()
    ui.portal.entrance.clear()


def somebody(role: Role) -> str:
    """The secret of somebody's session."""
    with ui.portal.entrance().database.write.begin() as db:
        now = datetime.now(UTC)
        person = add_person(db, "Vera Visite", f"{role}@schule.example", role, [1], OPERATOR, now)
        return sessions.begin(db, person.id, lasting=False, now=now)


async def asked(path: str, secret: str | None) -> httpx.Response:
    async with browser() as client:
        if secret:
            client.cookies.set(ui.portal.entrance().cookie, secret)
        return await client.get(path)


@pytest.fixture
def team(database: Database) -> str:
    return somebody(Role.TEAM)


def rows(response: httpx.Response) -> list[list[str]]:
    return list(csv.reader(StringIO(response.content.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("role", [Role.TEACHER, Role.HEAD, Role.ASSISTANT, Role.TRAINER])
@pytest.mark.usefixtures("database")
async def test_nobody_else_gets_them(role: Role) -> None:
    secret = somebody(role)
    for path in PATHS:
        response = await asked(path, secret)
        assert response.status_code == 403
        assert "A-1" not in response.text


@pytest.mark.usefixtures("database")
async def test_guests_are_led_to_the_sign_in() -> None:
    for path in PATHS:
        response = await asked(path, None)
        assert response.status_code == 303
        assert response.headers["location"].startswith("/anmelden")


async def test_the_council_is_told_of_every_school(team: str) -> None:
    response = await asked(PATHS[0], team)
    assert response.headers["cache-control"] == "no-store"
    assert GERMAN.city.council_file in response.headers["content-disposition"]
    assert {"GS Nord", "GS Süd", "Gym West"} <= {cell for row in rows(response) for cell in row}


async def test_a_programme_proves_its_own_lines_only(team: str) -> None:
    response = await asked(PATHS[3], team)
    told = [
        str(cell) for row in load_workbook(BytesIO(response.content)).worksheets[0].values for cell in row
    ]
    assert {"GS Nord", "Gym West", "M-7"} <= set(told)
    assert "GS Süd" not in told
    assert 'filename="nachweis-digitalpakt-1-' in response.headers["content-disposition"]


@pytest.mark.parametrize("programme", ["", "REACT", "%00", "..%2F..%2Fetc"])
async def test_a_programme_that_no_line_names_does_not_exist(team: str, programme: str) -> None:
    response = await asked(f"/lieferungen/nachweis.csv?programm={programme}", team)
    assert response.status_code == 404


async def test_faults_of_a_list_are_a_table_without_formulas(database: Database, team: str) -> None:
    take(database, "A-9;1;=cmd|' /C calc'!A0;Display;75 Zoll;12;;Beauftragt;;;;", name="neu.csv")
    response = await asked("/lieferungen/listen/2/fehler.csv", team)
    assert tuple(rows(response)[0]) == GERMAN.lists.report_row
    assert rows(response)[1][:3] == ["2", "Schule", "'=cmd|' /C calc'!A0"]


@pytest.mark.parametrize("number", ["0", "77", "-1", "x", "9" * 30])
async def test_a_list_that_is_not_there(team: str, number: str) -> None:
    response = await asked(f"/lieferungen/listen/{number}/fehler.csv", team)
    assert response.status_code == 404
