"""Every page about deliveries on a phone and for everyone, in light and in dark; a school with nothing, with
one line, with three hundred."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from core.people.roles import Role
from tests.browser.conftest import PHONE
from tests.browser.delivery_flows.test_school import cards
from tests.browser.delivery_flows.town import WESTRING, DeliveryTown, Row
from tests.browser.test_ask import violations
from tests.browser.training_flows.test_screens import IS_DARK, OUT_OF_REACH, WIDER
from tests.browser.training_flows.test_teacher import button
from ui.texts import GERMAN

pytestmark = [pytest.mark.browser, pytest.mark.slow]

C, D, L = GERMAN.city, GERMAN.deliveries, GERMAN.lists
TEACHER, ASSISTANT, TEAM = Role.TEACHER, Role.ASSISTANT, Role.TEAM
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenstickmaschine"
NOTHING, ONE, MANY = "GS Ohne Alles", "GS Mit Einer", "GS Mit Sehr Vielen"
STAGES = ("Planung", "Beauftragt", "Geliefert", "Montiert", "Eingerichtet", "In Betrieb")


@pytest.fixture(scope="module")
def known(town: DeliveryTown) -> Iterator[dict[str, int]]:
    """The assistant works at three more schools; a line has a name that no screen is wide enough for."""
    with town.also_at(ASSISTANT, NOTHING, ONE, MANY) as (nothing, one, many):
        line_id = town.take(
            Row("B-LANG", model=LONG, promise="KW 14/2026", reason="Verkabelung fehlt", programme="IKT 2"),
            Row("B-EINE", school=ONE, model="Beamer", ordered=1, stage="Blockiert", reason="Umbau"),
            *(
                Row("B-VIELE", each, MANY, "Laptop", f"Laptop {each}", 6, 0, STAGES[each % 2])
                for each in range(1, 301)
            ),
        )
        yield {"nothing": nothing, "one": one, "many": many, "line": line_id}


PAGES = {
    "/lieferungen": (TEACHER, WESTRING),
    "/lieferungen?ansicht=zeit": (TEACHER, WESTRING),
    "/lieferungen?schule={nothing}": (ASSISTANT, NOTHING),
    "/lieferungen?schule={one}": (ASSISTANT, ONE),
    "/lieferungen?schule={many}": (ASSISTANT, MANY),
    "/lieferung?nr={line}": (TEAM, LONG),
    "/lieferungen-aller-schulen": (TEAM, C.title),
    "/lieferungen-aller-schulen?ansicht=verspaetet": (TEAM, C.title),
    "/lieferungen-aller-schulen?ansicht=rueckmeldungen": (TEAM, C.title),
    "/lieferlisten": (TEAM, L.title),
}


@pytest.mark.parametrize(("way", "seen"), PAGES.items(), ids=list(PAGES))
def test_nobody_is_shut_out_on_a_phone(
    town: DeliveryTown, known: dict[str, int], way: str, seen: tuple[Role, str]
) -> None:
    role, title = seen
    page = town.visit(role, way.format(**known), PHONE)
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)
    for dark in (False, True):
        page.emulate_media(color_scheme="dark" if dark else "light")
        page.wait_for_function(IS_DARK, arg=dark)
        assert violations(page) == []
    assert page.evaluate(WIDER) <= 0
    assert page.evaluate(OUT_OF_REACH) == []


def test_a_school_with_nothing_is_told_so(town: DeliveryTown, known: dict[str, int]) -> None:
    page = _school(town, known["nothing"])
    expect(page.get_by_role("heading", level=2).first).to_contain_text(NOTHING)
    expect(page.get_by_text(D.empty_explained)).to_be_visible()
    expect(cards(page)).to_have_count(0)


def test_a_school_with_one_line_is_offered_no_filters(town: DeliveryTown, known: dict[str, int]) -> None:
    page = _school(town, known["one"])
    expect(cards(page)).to_have_count(1)
    expect(cards(page)).to_contain_text("1 Beamer")
    expect(page.locator(".st-key-delivery-filters")).to_have_count(0)


def test_of_three_hundred_lines_twenty_are_shown_at_once(town: DeliveryTown, known: dict[str, int]) -> None:
    page = _school(town, known["many"])
    expect(page.get_by_text(D.lines.format(count=300), exact=True)).to_be_visible()
    expect(cards(page)).to_have_count(20)
    button(page, GERMAN.library.more.format(count=20)).click()
    expect(cards(page)).to_have_count(40)


def _school(town: DeliveryTown, school_id: int) -> Page:
    return town.visit(ASSISTANT, f"/lieferungen?schule={school_id}")
