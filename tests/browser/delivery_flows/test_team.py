"""The city's team: a list becomes deliveries, and what schools see is put right and answered."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from core.people.roles import Role
from tests.browser.delivery_flows.test_school import card, follow
from tests.browser.delivery_flows.town import HEGEL, WESTRING, DeliveryTown, Row
from tests.browser.training_flows.test_teacher import button
from tests.browser.training_flows.town import DRAWN
from ui.texts import GERMAN

pytestmark = [pytest.mark.browser, pytest.mark.slow]

C, D, L, R = GERMAN.city, GERMAN.deliveries, GERMAN.lists, GERMAN.receipts
TEAM, TEACHER, HEAD = Role.TEAM, Role.TEACHER, Role.HEAD
CITY = "/lieferungen-aller-schulen"
LIST = Path(__file__).resolve().parents[2] / "deliveries/exports/08-schulnamen.csv"
SLIP = "GS Am Westrimg"  # in row 17


def row_of(page: Page, number: int) -> Locator:
    """The row of the preview that Excel gives this number."""
    place = re.compile(rf"^{L.in_row.format(row=number)}\b")
    return page.locator(".list-rows > li").filter(has=page.locator(".about", has_text=place))


def upload(page: Page, data: bytes) -> None:
    file = FilePayload(name=LIST.name, mimeType="text/csv", buffer=data)
    page.wait_for_function(DRAWN)
    field = page.locator("input[type=file]")
    expect(field).to_have_count(1)  # the one of the list before goes when its page is drawn anew
    field.set_input_files(file)
    expect(page.get_by_role("heading", name=L.preview)).to_be_visible()


def save(page: Page) -> None:
    """By keyboard: a click on what moves that moment, as a form that opens does, is lost."""
    page.wait_for_function(DRAWN)
    button(page, D.save).press("Enter")


def group(page: Page, name: str, count: int) -> Locator:
    return page.get_by_role("radio", name=L.groups[name].format(count=count), exact=True)


def test_a_list_is_looked_at_mended_and_taken_over(town: DeliveryTown) -> None:
    page = town.visit(TEAM, "/lieferlisten")
    upload(page, LIST.read_bytes())
    expect(group(page, "created", 15)).to_be_visible()
    expect(row_of(page, 17)).to_contain_text(f"Schule: „{SLIP}“")
    expect(row_of(page, 23)).to_contain_text(L.fault_at_nothing.format(column="Schule"))
    button(page, L.is_it.format(name=WESTRING)).click()
    expect(page.get_by_role("status").filter(has_text=f"„{SLIP}“ ist {WESTRING}")).to_be_visible()
    expect(row_of(page, 17)).to_have_count(0)
    expect(row_of(page, 23)).to_be_visible()
    button(page, L.take_many.format(count=16)).click()
    expect(page.get_by_role("status").filter(has_text="16 neu, 6 mit Fehlern")).to_be_visible()
    first, rest = LIST.read_bytes().split(b"2024-06-14", 1)
    upload(page, first + b"2024-08-30" + rest)
    expect(group(page, "unchanged", 15)).to_be_visible()  # the slip's row too: its school is known now
    group(page, "changed", 1).click()
    expect(row_of(page, 2)).to_contain_text("Zugesagt: 30. August 2024 statt 14. Juni 2024")


def test_from_all_schools_to_a_promise_that_the_school_sees(town: DeliveryTown) -> None:
    line_id = town.take(Row("B-ROBO", model="Roboterarm", promise="Q1/2028"))
    page = town.visit(TEAM, CITY)
    schools = page.locator(".city-table tbody tr:not(.city-sum)")
    expect(schools.filter(has_text=HEGEL)).to_be_visible()
    page.get_by_role("searchbox").or_(page.get_by_label(C.search)).first.fill("westring")
    expect(schools).to_have_count(1)
    page = follow(schools.get_by_role("link", name=WESTRING), WESTRING)
    page = follow(card(page, line_id).get_by_role("link").first, "4 × Roboterarm")
    page.get_by_text(D.change, exact=True).click()
    page.wait_for_function(DRAWN)
    page.get_by_label(D.promise, exact=True).fill("Mai 2028")
    save(page)
    expect(page.get_by_test_id("stAlert")).to_be_visible()  # without a reason nothing is changed
    expect(page.locator("ol.story")).not_to_contain_text("Mai 2028")
    page.get_by_label(D.why_changed).fill("Anruf des Händlers")
    save(page)
    expect(page.get_by_text(D.saved)).to_be_visible()
    seen = town.visit(TEACHER, f"/lieferung?nr={line_id}")
    expect(seen.locator(".line-head .lead")).to_contain_text("Mai 2028")
    story = seen.locator("ol.story > li").first
    for text in ("Zugesagt: Mai 2028 statt Q1/2028", "Anruf des Händlers", "Katrin Böhme"):
        expect(story).to_contain_text(text)


def test_a_remark_is_answered_and_the_school_reads_it(town: DeliveryTown) -> None:
    row = Row("B-KAM", 1, HEGEL, "Sondertechnik", "Dokumentenkamera", 4, 4, "In Betrieb")
    line_id, remark, answer = town.take(row), "Ein Stativ wackelt.", "Am Montag bringen wir ein neues."
    town.confirmed(line_id, HEAD, 1, remark)
    page = town.visit(TEAM, f"{CITY}?ansicht=rueckmeldungen")
    waiting = page.locator("[class*=st-key-city-remark-]").filter(has_text=remark)
    expect(waiting).to_contain_text(HEGEL)
    expect(waiting).to_contain_text(R.one_missing)
    waiting.get_by_label(R.answer).fill(answer)
    waiting.get_by_role("button", name=R.settle).click()
    expect(page.get_by_text(R.settled_now)).to_be_visible()
    expect(waiting).to_have_count(0)
    seen = town.visit(HEAD, f"/lieferung?nr={line_id}")
    expect(seen.get_by_text(answer)).to_be_visible()


def test_the_council_gets_a_table(town: DeliveryTown) -> None:
    page = town.visit(TEAM, f"{CITY}?ansicht=nachweise")
    for label, begins in ((C.as_csv, "\ufeff".encode()), (C.as_xlsx, b"PK")):
        with page.expect_download() as download:
            page.get_by_role("link", name=f"{C.council}: {label}").click()
        told = download.value.path().read_bytes()
        assert told.startswith(begins)
        assert label == C.as_xlsx or WESTRING in told.decode("utf-8")
