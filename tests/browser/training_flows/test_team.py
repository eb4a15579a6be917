"""The team plans: without clashes, and nobody who has a seat is left in the dark."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Locator, Page, expect

from core.local_time import HERE
from core.people.actor import OPERATOR
from core.people.roles import Role
from tests.browser.training_flows.test_teacher import button, newest_mail
from tests.browser.training_flows.town import DRAWN, HOUR, NAMES, Town
from trainings.facts import BookingState, GoneAs, ResourceKind
from trainings.planning.resources import add_resource
from trainings.tables import DateResourceRow
from ui.texts import GERMAN

pytestmark = [pytest.mark.browser, pytest.mark.slow]

T, P, W = GERMAN.trainings, GERMAN.planning, GERMAN.wishes
TEACHER, HEAD, TEAM, TRAINER = Role.TEACHER, Role.HEAD, Role.TEAM, Role.TRAINER
PLAN = "/fortbildungen-planen"


def choose(page: Page, label: str, option: str) -> None:
    """In a field with a list. A page that is still being drawn would close it again."""
    page.wait_for_function(DRAWN)
    field = page.get_by_role("combobox", name=re.compile(re.escape(label)))
    field.click()
    page.keyboard.type(option)
    page.get_by_role("option", name=option).first.click()


def save(page: Page) -> None:
    """Once what was typed before has arrived."""
    page.wait_for_function(DRAWN)
    button(page, P.save_new).click()


def taken_machine(town: Town, date_id: int, name: str) -> None:
    """A machine that the date needs."""
    with town.writing() as db:
        machine = add_resource(db, name, ResourceKind.MACHINE, "", OPERATOR, datetime.now(UTC))
        db.add(DateResourceRow(date_id=date_id, resource_id=machine.id))


def expect_said(page: Page, *texts: str) -> None:
    """In one sentence; what was said before may still be there for a moment."""
    said: Locator = page.get_by_test_id("stAlert")
    for text in texts:
        said = said.filter(has_text=text)
    expect(said).to_be_visible()


def test_a_clash_is_named_and_another_time_is_free(town: Town) -> None:
    old = town.date("Gravur für alle", trainer_id=None)
    taken_machine(town, old, "Lasergravierer West")
    day = town.starts_at(old).astimezone(HERE)
    town.date("Gravur in der Grundschule")
    page = town.visit(TEAM, f"{PLAN}?termin=neu")
    choose(page, P.training, "Gravur in der Grundschule")
    expect(page.get_by_text("1 Stunde · ")).to_be_visible()
    expect(page.get_by_test_id("stStatusWidget")).to_be_hidden()
    page.wait_for_function(DRAWN)
    page.get_by_role("group", name=P.day, exact=True).get_by_role("spinbutton").first.click()
    page.keyboard.type(f"{day:%d%m%Y}\n")
    choose(page, P.begins, "09:30")
    expect(page.get_by_text("09:30 bis 10:30 Uhr")).to_be_visible()
    page.wait_for_function(DRAWN)
    choose(page, P.rooms_and_machines, "Lasergravierer West")
    page.keyboard.press("Escape")
    save(page)
    expect_said(page, "Lasergravierer West", "Gravur für alle")
    choose(page, P.begins, "10:00")
    save(page)
    expect_said(page, P.planned.split(":")[0])
    expect(page.get_by_role("heading", level=1)).to_have_text("Gravur in der Grundschule")
    found = re.search(r"termin=(\d+)", page.url)
    assert found is not None
    assert town.starts_at(int(found[1])) == day + HOUR
    seen = town.visit(TEACHER, f"/fortbildung?termin={found[1]}")
    expect(button(seen, T.book)).to_be_visible()


def test_who_has_a_seat_learns_what_is_different(town: Town) -> None:
    date_id = town.date("Verlegt und erklärt", TEACHER, HEAD)
    page = town.visit(TEAM, f"{PLAN}?termin={date_id}")
    expect(page.get_by_text(P.change_tells_many.format(count=2))).to_have_count(0)
    place = page.get_by_label(P.place, exact=True)
    place.fill("FabLab, Raum unterm Dach")
    place.press("Enter")
    expect(page.get_by_text(P.change_tells_many.format(count=2))).to_be_visible()
    button(page, P.save).click()
    expect_said(page, f"{P.saved} {P.many_are_told.format(count=2)}")
    for role in (TEACHER, HEAD):
        mail = newest_mail(town, role)
        expect(mail).to_contain_text("Verlegt und erklärt")
        expect(mail).to_contain_text("FabLab, Raum unterm Dach")
        expect(mail).to_contain_text(GERMAN.post.with_calendar)
    assert town.booking(date_id, TEACHER).sequence == 2


def test_a_date_is_cancelled_with_a_reason(town: Town) -> None:
    date_id, reason = town.date("Muss leider ausfallen", TEACHER), "Die Heizung ist kaputt."
    page = town.visit(TEAM, f"{PLAN}?termin={date_id}")
    button(page, P.cancel).click()
    button(page, P.cancel_it).click()
    expect_said(page)
    assert town.booking(date_id, TEACHER).state == BookingState.BOOKED
    page.get_by_label(P.reason).fill(reason)
    button(page, P.cancel_it).click()
    expect_said(page, f"{P.date_cancelled} {P.one_is_told}")
    assert town.booking(date_id, TEACHER).gone_as == GoneAs.DATE_CANCELLED
    mail = newest_mail(town, TEACHER)
    expect(mail).to_contain_text("Muss leider ausfallen")
    expect(mail).to_contain_text(reason)
    seen = town.visit(TEACHER, f"/fortbildung?termin={date_id}")
    expect(seen.locator(".date-head .seats")).to_have_text(T.is_cancelled)


def test_a_wish_becomes_a_date_and_who_wished_learns_it_first(town: Town) -> None:
    topic = "Papier schöpfen mit dem Mixer"
    date_id = town.date("Papierwerkstatt", opens_at=datetime.now(UTC) + HOUR)
    page = town.visit(TEACHER, "/fortbildung-wuenschen")
    page.get_by_label(W.topic).fill(topic)
    button(page, W.send).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(W.sent.format(topic=topic))
    desk = town.visit(TEAM, f"{PLAN}?ansicht=wuensche")
    group = desk.locator("[class*=st-key-line-wishes-]").filter(has_text=topic)
    group.get_by_role("button", name=W.answer).click()
    expect(desk.get_by_text(NAMES[TEACHER]).first).to_be_visible()
    choose(desk, W.choose_date, "Papierwerkstatt")
    button(desk, W.plan).click()
    expect_said(desk, W.planned_one)
    expect(group).to_have_count(0)
    expect(newest_mail(town, TEACHER)).to_contain_text(topic)
    town.visit(TEACHER, "/fortbildung-wuenschen")
    wish = page.locator("[class*=st-key-wish-]").filter(has_text=topic).first
    expect(wish).to_contain_text(W.states["planned"])
    wish.get_by_role("link", name=W.to_date).click()
    button(page, T.book).click()
    expect(page.get_by_text(T.booked_now)).to_be_visible()
    closed = town.visit(HEAD, f"/fortbildung?termin={date_id}")
    expect(closed.locator(".date-head .seats")).to_contain_text(T.opens_on.split("{")[0])
    expect(button(closed, T.book)).to_have_count(0)
