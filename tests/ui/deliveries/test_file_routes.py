"""A school's lines on paper and as files: what the page shows, for whoever may see it, and no more."""

from __future__ import annotations

import csv
import re
from io import BytesIO, StringIO

import httpx
import pytest
from openpyxl import load_workbook

from core.people.roles import Role
from deliveries.pieces import Pieces
from tests.ui.deliveries.conftest import Asked
from tests.ui.deliveries.made import DAY, Ordered, day
from ui.deliveries.choice import State
from ui.texts import ENGLISH, GERMAN

pytestmark = pytest.mark.anyio
FILES = ("drucken", "liste.csv", "liste.xlsx")
ODD = ("0", "-1", "4711", "9" * 30, "1.0", "x", "٣", "1%0a", "😀", "%27")


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def rows(response: httpx.Response) -> list[list[str]]:
    assert response.status_code == 200
    text = response.content.decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter=";"))


def cells(response: httpx.Response) -> list[str]:
    sheet = load_workbook(BytesIO(response.content)).worksheets[0]
    return [str(cell) for row in sheet.values for cell in row if cell is not None]


async def test_one_s_own_school_as_a_table(ordered: Ordered, asked: Asked) -> None:
    own, other = ordered.school(), ordered.school()
    teacher = ordered.person(Role.TEACHER, own)
    ordered.line(own, order_number="B-eigen")
    ordered.line(other, order_number="B-fremd")
    response = await asked("/lieferungen/liste.csv", teacher)
    _headings, row = rows(response)
    assert "B-eigen" in row
    assert "B-fremd" not in response.text
    assert response.headers["cache-control"] == "no-store"
    expected = f'attachment; filename="lieferungen-{own.id}.csv"'
    assert response.headers["content-disposition"] == expected


async def test_the_same_as_a_workbook(ordered: Ordered, asked: Asked) -> None:
    own = ordered.school()
    ordered.line(own, order_number="B-eigen")
    response = await asked(f"/lieferungen/liste.xlsx?schule={own.id}", ordered.person(Role.TEACHER, own))
    assert "B-eigen" in cells(response)


@pytest.mark.parametrize("file", FILES)
async def test_a_foreign_school_does_not_exist(ordered: Ordered, asked: Asked, file: str) -> None:
    own, other = ordered.school(), ordered.school("GS Geheim")
    ordered.line(other, order_number="B-fremd")
    for role in (Role.TEACHER, Role.HEAD, Role.ASSISTANT, Role.TRAINER):
        response = await asked(f"/lieferungen/{file}?schule={other.id}", ordered.person(role, own))
        assert response.status_code == 404
        assert "Geheim" not in response.text
        assert "B-fremd" not in response.text
    team = await asked(f"/lieferungen/{file}?schule={other.id}", ordered.person(Role.TEAM))
    assert team.status_code == 200


@pytest.mark.parametrize("file", FILES)
async def test_nobody_comes_in_without_signing_in(ordered: Ordered, asked: Asked, file: str) -> None:
    response = await asked(f"/lieferungen/{file}?schule={ordered.school().id}")
    assert response.status_code == 303
    assert response.headers["location"].startswith("/anmelden?weiter=")


@pytest.mark.parametrize("file", FILES)
async def test_numbers_that_are_none(ordered: Ordered, asked: Asked, file: str) -> None:
    teacher = ordered.person(Role.TEACHER, ordered.school())
    for number in ODD:
        assert (await asked(f"/lieferungen/{file}?schule={number}", teacher)).status_code == 404, number


@pytest.mark.parametrize("file", FILES)
async def test_who_has_no_school_gets_nothing(ordered: Ordered, asked: Asked, file: str) -> None:
    assert (await asked(f"/lieferungen/{file}", ordered.person(Role.TEACHER))).status_code == 404


async def test_who_pays_is_for_the_head_only(ordered: Ordered, asked: Asked) -> None:
    own = ordered.school()
    ordered.line(own, programme="DigitalPakt 1", measure="Maßnahme Sieben")
    head, teacher = ordered.person(Role.HEAD, own), ordered.person(Role.TEACHER, own)
    for file, text in (("liste.csv", lambda got: got.text), ("liste.xlsx", lambda got: " ".join(cells(got)))):
        for secret in ("DigitalPakt", "Maßnahme Sieben"):
            assert secret in text(await asked(f"/lieferungen/{file}", head))
            assert secret not in text(await asked(f"/lieferungen/{file}", teacher))
        assert GERMAN.deliveries.programme not in text(await asked(f"/lieferungen/{file}", teacher))
    assert "DigitalPakt" not in (await asked("/lieferungen/drucken", teacher)).text


@pytest.mark.parametrize("word", ["=1+1", "+1", "-1", "@x", "=cmd|' /C calc'!A0", "\t=1"])
async def test_no_cell_is_a_formula(ordered: Ordered, asked: Asked, word: str) -> None:
    own = ordered.school()
    ordered.line(own, order_number=word, room=word)
    teacher = ordered.person(Role.TEACHER, own)
    found = {cell for row in rows(await asked("/lieferungen/liste.csv", teacher)) for cell in row}
    assert not [cell for cell in found if re.match(r"\s*[=+\-@]\S", cell)]
    response = await asked("/lieferungen/liste.xlsx", teacher)
    sheet = load_workbook(BytesIO(response.content)).worksheets[0]
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}


async def test_what_the_page_shows_is_what_one_gets(ordered: Ordered, asked: Asked) -> None:
    own = ordered.school()
    late = day(ordered.today - 9 * DAY)
    ordered.line(own, order_number="B-spaet", promise=late)
    ordered.line(own, Pieces(in_use=2), order_number="B-da", category="Tablet", model="iPad", stage="in_use")
    teacher = ordered.person(Role.TEACHER, own)

    async def orders(query: str) -> list[str]:
        found = " ".join(map(str, rows(await asked(f"/lieferungen/liste.csv?{query}", teacher))))
        return re.findall(r"B-(?:spaet|da)", found)

    assert await orders("") == ["B-spaet", "B-da"]
    assert await orders("was=verspaetet") == ["B-spaet"]
    assert await orders("was=da&art=Tablet") == ["B-da"]
    assert await orders("art=Beamer") == []
    paper = (await asked("/lieferungen/drucken?was=verspaetet", teacher)).text
    assert GERMAN.deliveries.states[State.LATE] in paper
    assert "2 iPads" not in paper


async def test_on_paper(ordered: Ordered, asked: Asked) -> None:
    own = ordered.school("GS <b>Fett</b>")
    hostile = "<img src=x onerror=alert(1)> {{ 7*7 }}"
    ordered.line(own, Pieces(mounted=4, commissioned=8), promise=day(ordered.today + DAY), room=hostile)
    teacher = ordered.person(Role.TEACHER, own)
    response = await asked("/lieferungen/drucken", teacher)
    page = response.text
    for said in ("12 Displays", "4 von 12 da", "4 montiert, 8 bestellt", "&lt;img src=x", "{{ 7*7 }}"):
        assert said in page
    assert "<b>Fett" not in page
    assert "<img" not in page
    assert not re.search(r"<style|style=|onclick|<script>", page)
    assert "unsafe" not in response.headers["content-security-policy"]
    assert response.headers["cache-control"] == "no-store"
    assert f"https://lotse.example/lieferungen?schule={own.id}" in page
    assert (await asked("/lieferungen/aussehen.css")).headers["content-type"].startswith("text/css")


async def test_on_paper_in_english_and_with_nothing(ordered: Ordered, asked: Asked) -> None:
    own = ordered.school()
    response = await asked("/lieferungen/drucken?lang=en", ordered.person(Role.TEACHER, own))
    assert response.status_code == 200
    assert "Deliveries for" in response.text
    assert ENGLISH.deliveries.empty_explained in response.text
