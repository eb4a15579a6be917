"""Who comes, as a file and on paper: for whoever runs the date, and for nobody else."""

from __future__ import annotations

import csv
import re
from datetime import UTC, datetime, timedelta
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from core.people.roles import Role
from tests.trainings.made import HOUSE, Made
from tests.ui.trainings.seated import ODD, Seated, asked, seat, seated
from tests.ui.trainings.seated import begins as begins
from tests.ui.trainings.seated import made as made
from trainings.courses.attendance import check_in
from trainings.seats.booking import wait
from trainings.tables import DateRow
from ui.texts.certificates import ENGLISH, GERMAN

pytestmark = pytest.mark.anyio
FILES = ("teilnehmende.csv", "teilnehmende.xlsx", "liste")


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def table(course: Seated, query: str = "") -> list[list[str]]:
    response = await asked(f"/kurse/{course.date_id}/teilnehmende.csv{query}", course.secret(course.trainer))
    assert response.status_code == 200
    return list(csv.reader(StringIO(response.content.decode("utf-8-sig"), newline=""), delimiter=";"))


async def test_everything_about_those_who_come(begins: Seated) -> None:
    with begins.made.database.write.begin() as db:
        check_in(db, begins.booking_id, begins.trainer, datetime.now(UTC))
    headings, row = await table(begins)
    assert tuple(headings) == GERMAN.columns
    assert row[:6] == ["Lia Licht", begins.lia.schools[0].name, begins.lia.email, "gebucht", "", "ja"]
    assert re.fullmatch(r"\d\d\.\d\d\.\d{4}, \d\d:\d\d Uhr", row[6])
    english = await table(begins, "?lang=en")
    assert tuple(english[0]) == ENGLISH.columns
    assert english[1][3] == "booked"


async def test_the_same_as_a_workbook(begins: Seated) -> None:
    response = await asked(f"/kurse/{begins.date_id}/teilnehmende.xlsx", begins.secret(begins.trainer))
    rows = list(load_workbook(BytesIO(response.content)).worksheets[0].values)
    assert rows[0] == GERMAN.columns
    assert rows[1][0] == "Lia Licht"
    disposition = response.headers["content-disposition"]
    assert disposition == f'attachment; filename="teilnehmende-{begins.date_id}.xlsx"'
    assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@x", "=cmd|' /C calc'!A0"])
async def test_no_name_is_a_formula(begins: Seated, name: str) -> None:
    seat(begins.made, begins.date_id, begins.made.person(name=name), begins.starts_at)
    assert f"'{name}" in [row[0] for row in await table(begins)]
    response = await asked(f"/kurse/{begins.date_id}/teilnehmende.xlsx", begins.secret(begins.trainer))
    sheet = load_workbook(BytesIO(response.content)).worksheets[0]
    cells = {cell.value: cell.data_type for cell in sheet["A"]}
    assert cells[name] == "s"


async def test_the_waiting_list_stands_behind(made: Made) -> None:
    course = seated(made, datetime.now(UTC) + timedelta(days=9))
    late = made.person(name="Willi Wartet")
    with made.database.write.begin() as db:
        db.get_one(DateRow, course.date_id).seats = 1
    with made.database.write.begin() as db:
        wait(db, course.date_id, late, datetime.now(UTC), HOUSE)
    rows = await table(course)
    assert [(row[0], row[3], row[4]) for row in rows[1:]] == [
        ("Lia Licht", "gebucht", ""),
        ("Willi Wartet", "wartet", "1"),
    ]
    page = (await asked(f"/kurse/{course.date_id}/liste", course.secret(course.trainer))).text
    assert page.index("Lia Licht") < page.index(GERMAN.list_waiting) < page.index("Willi Wartet")


async def test_the_list_on_paper(begins: Seated) -> None:
    seat(begins.made, begins.date_id, begins.made.person(name="<b>Ida</b> {{ 1 }}"), begins.starts_at)
    page = await asked(f"/kurse/{begins.date_id}/liste", begins.secret(begins.trainer))
    assert page.status_code == 200
    for said in ("Filme schneiden", "FabLab", "Timo Turm", "Lia Licht", "&lt;b&gt;Ida", *GERMAN.list_columns):
        assert said in page.text
    assert "<b>" not in page.text
    assert begins.lia.email not in page.text, "no addresses on a sheet that goes round"
    assert GERMAN.list_waiting not in page.text
    assert not re.search(r"<style|style=|onclick", page.text)
    assert "unsafe" not in page.headers["content-security-policy"]
    assert page.headers["cache-control"] == "no-store"
    english = await asked(f"/kurse/{begins.date_id}/liste?lang=en", begins.secret(begins.trainer))
    assert ENGLISH.list_title in english.text


async def test_a_date_without_anybody(made: Made) -> None:
    trainer = made.person(role=Role.TRAINER)
    empty = made.date(trainer_id=trainer.id)
    course = Seated(made, trainer, trainer, empty, 0, datetime.now(UTC))
    assert await table(course) == [list(GERMAN.columns)]
    assert GERMAN.nobody in (await asked(f"/kurse/{empty}/liste", course.secret(trainer))).text


@pytest.mark.parametrize("file", FILES)
async def test_not_for_others(begins: Seated, file: str) -> None:
    way = f"/kurse/{begins.date_id}/{file}"
    assert (await asked(way, begins.secret(begins.made.person(role=Role.TEAM)))).status_code == 200
    foreign = begins.made.person(role=Role.TRAINER)
    for person, status in ((foreign, 404), (begins.lia, 403), (begins.made.person(role=None), 403)):
        response = await asked(way, begins.secret(person))
        assert response.status_code == status
        assert "Lia" not in response.text
    assert (await asked(way)).headers["location"].startswith("/anmelden?weiter=")


@pytest.mark.parametrize("file", FILES)
async def test_numbers_that_are_none(begins: Seated, file: str) -> None:
    for number in ODD:
        response = await asked(f"/kurse/{number}/{file}", begins.secret(begins.trainer))
        assert response.status_code == 404, number


async def test_the_style_is_the_portal_s_own(made: Made) -> None:
    response = await asked("/kurse/aussehen.css")
    assert (response.status_code, response.headers["content-type"]) == (200, "text/css; charset=utf-8")
