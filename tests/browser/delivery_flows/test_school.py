"""A school looks at its deliveries: the teacher sees what is late and why, the head confirms what came."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from core.people.roles import Role
from deliveries.notices.choices import choice_of
from deliveries.status.lines import Situation
from tests.browser.delivery_flows.town import HEGEL, WESTRING, DeliveryTown, Row
from tests.browser.test_ask import violations
from tests.browser.training_flows.test_teacher import button
from tests.browser.training_flows.town import DRAWN
from ui.deliveries.choice import State
from ui.texts import GERMAN

pytestmark = [pytest.mark.browser, pytest.mark.slow]

D, R = GERMAN.deliveries, GERMAN.receipts
TEACHER, HEAD = Role.TEACHER, Role.HEAD
SCHOOL_PAGE = "/lieferungen"
PROGRAMME, REMARK = "Landesprogramm Werkstatt", "Bei einer fehlt das Netzteil."


def cards(page: Page) -> Locator:
    return page.locator("[class*=st-key-delivery-card-]")


def card(page: Page, line_id: int) -> Locator:
    return page.locator(f".st-key-delivery-card-{line_id}")


def follow(link: Locator, leads_to: str) -> Page:
    """To the page with this heading, in the same window, drawn to its end."""
    page = link.page
    link.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(leads_to)
    page.wait_for_function(DRAWN)
    return page


def number_in(page: Page) -> str:
    """Of the line that is open."""
    return parse_qs(urlsplit(page.url).query)["nr"][0]


def taken_along(page: Page, name: str) -> str:
    """What the file holds."""
    with page.expect_download() as download:
        page.locator(".take-along").get_by_role("link", name=name).click()
    return download.value.path().read_text(encoding="utf-8-sig")


def test_a_teacher_sees_what_is_late_first_and_takes_it_along(town: DeliveryTown) -> None:
    late = Row("B-LOET", promise="31.10.2021", reason="Lieferverzug", programme=PROGRAMME)
    town.take(late, day=date(2021, 6, 1))
    moved = Row("B-LOET", promise="März 2022", reason="Lieferverzug", programme=PROGRAMME)
    blocked = Row("B-STICK", model="Stickmaschine", stage="Blockiert", reason="Verkabelung fehlt")
    line_id = town.take(moved, blocked)
    page = town.visit(TEACHER, SCHOOL_PAGE)
    expect(page.get_by_role("heading", level=1)).to_contain_text(WESTRING)
    late_heading = page.locator(".st-key-delivery-cards h2").first
    expect(late_heading).to_have_text(D.situations[Situation.LATE])
    first = cards(page).first
    expect(first).to_contain_text("4 × Lötstation")
    expect(first).to_contain_text("weil es beim Lieferanten länger dauert")
    page.get_by_role("radio", name=re.compile(f"^{D.states[State.LATE]}")).click()
    expect(cards(page).filter(has_text="Stickmaschine")).to_have_count(0)
    assert parse_qs(urlsplit(page.url).query) == {"was": [State.LATE]}
    expect(first).to_contain_text("4 × Lötstation")
    table = taken_along(page, D.as_csv)
    assert "Lötstation" in table
    assert "Stickmaschine" not in table
    assert PROGRAMME not in table
    page = follow(first.get_by_role("link", name=re.compile("^Verlauf")), "4 × Lötstation")
    assert number_in(page) == str(line_id)
    expect(page.locator("ol.story")).to_contain_text("Zugesagt: März 2022 statt 31. Oktober 2021")
    expect(page.locator("ol.story")).to_contain_text("wochenliste.csv")
    expect(page.get_by_role("heading", name=D.funding)).to_have_count(0)
    assert PROGRAMME not in page.content()
    page = follow(page.get_by_role("link", name=D.back), WESTRING)
    expect(cards(page).filter(has_text="Stickmaschine")).to_have_count(0)


def test_a_link_opens_the_same_lines(town: DeliveryTown) -> None:
    town.take(
        Row("B-PLOT", model="Schneideplotter"),
        Row("B-LASER", model="Lasergravierer", stage="Blockiert", reason="Verkabelung fehlt"),
    )
    page = town.visit(TEACHER, f"{SCHOOL_PAGE}?was=blockiert&ansicht=zeit")
    lines = page.locator(".timeline li")
    expect(lines.filter(has_text="Lasergravierer")).to_be_visible()
    expect(lines.filter(has_text="Schneideplotter")).to_have_count(0)
    button(page, D.clear).click()
    expect(lines.filter(has_text="Schneideplotter")).to_be_visible()
    assert parse_qs(urlsplit(page.url).query) == {"ansicht": ["zeit"]}


def test_another_school_does_not_exist_for_a_teacher(town: DeliveryTown) -> None:
    line_id = town.take(Row("B-FREMD", school=HEGEL, model="Teleskop"))
    school_id = town.school_id(HEGEL)
    page = town.visit(TEACHER, f"{SCHOOL_PAGE}?schule={school_id}")
    expect(page.get_by_role("heading", level=1)).to_have_text(D.not_there)
    assert "Teleskop" not in page.content()
    page = town.visit(TEACHER, f"/lieferung?nr={line_id}")
    expect(page.get_by_role("heading", level=1)).to_have_text(D.no_line)
    assert "Teleskop" not in page.content()
    for path in ("liste.csv", "liste.xlsx", "drucken"):
        answer = page.request.get(f"{town.address}{SCHOOL_PAGE}/{path}?schule={school_id}")
        assert answer.status == 404
        assert "Teleskop" not in answer.text()
    page = town.visit(TEACHER, "/lieferungen-aller-schulen")
    expect(page.get_by_text(HEGEL)).to_have_count(0)


def test_the_head_confirms_with_what_is_missing(town: DeliveryTown) -> None:
    row = Row("B-DOKU", 1, HEGEL, "Sondertechnik", "Dokumentenkamera", 4, 4, "In Betrieb", "", "", PROGRAMME)
    line_id = town.take(row)
    page = town.visit(HEAD, SCHOOL_PAGE)
    page = follow(card(page, line_id).get_by_role("link", name=D.confirm), "4 Dokumentenkameras")
    assert number_in(page) == str(line_id)
    expect(page.get_by_role("heading", name=D.funding)).to_be_visible()
    expect(page.get_by_text(PROGRAMME).first).to_be_visible()
    page.get_by_label(R.missing).fill("1")
    page.get_by_label(R.remarks).fill(REMARK)
    button(page, R.confirm).click()
    expect(page.get_by_text(R.told_team)).to_be_visible()
    page.reload()
    for text in (R.one_missing, R.remark.format(text=REMARK), R.not_seen_to):
        expect(page.get_by_text(text)).to_be_visible()
    page = town.visit(HEAD, SCHOOL_PAGE)
    expect(card(page, line_id)).to_be_visible()
    expect(card(page, line_id).get_by_role("link", name=D.confirm)).to_have_count(0)


def test_the_weekly_mail_is_one_click_away(town: DeliveryTown) -> None:
    page = town.visit(HEAD, SCHOOL_PAGE)
    weekly = page.get_by_role("switch", name=re.compile(f"^{R.weekly}"))
    expect(weekly).not_to_be_checked()
    page.get_by_text(R.weekly_explained).click()
    expect(page.get_by_text(R.chosen, exact=True)).to_be_visible()
    page.reload()
    expect(weekly).to_be_checked()
    with town.writing() as db:
        assert choice_of(db, town.person(db, HEAD)).weekly


def test_the_lines_on_paper(town: DeliveryTown) -> None:
    town.take(Row("B-MIK", school=HEGEL, model="Mikroskop", stage="Blockiert", reason="Verkabelung fehlt"))
    page = town.visit(HEAD, f"{SCHOOL_PAGE}?was=blockiert")
    with page.expect_popup() as popup:
        page.get_by_role("link", name=D.print_it).click()
    paper = popup.value
    expect(paper.get_by_role("heading", level=1)).to_contain_text(HEGEL)
    expect(paper.get_by_text("weil die Verkabelung fehlt").first).to_be_visible()
    assert violations(paper) == []
    paper.close()
