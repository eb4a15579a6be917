"""A teacher's way to a seat and back: find, book, take along, cancel, wait, be offered a seat."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import vobject
from playwright.sync_api import Locator, Page, expect

from core.local_time import HERE
from core.people.roles import Role
from tests.browser.training_flows.town import EMAILS, NAMES, Town, local_morning
from trainings.facts import BookingState, GoneAs
from ui.texts import GERMAN
from ui.trainings.when import month

pytestmark = [pytest.mark.browser, pytest.mark.slow]

T, L = GERMAN.trainings, GERMAN.library
TEACHER, HEAD, TRAINER = Role.TEACHER, Role.HEAD, Role.TRAINER
PRINTING, CALLIOPE = "3D-Druck im Grundschulunterricht", "Calliope mini"
PIECE, WORD = "Schnupperkurs Lochkamera", "Mein Zug fällt leider aus."


def cards(page: Page) -> Locator:
    return page.locator("[class*=st-key-date-card-]")


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def expect_badge(page: Page, text: str) -> None:
    """How the person stands to the date whose page is open."""
    expect(page.locator(".date-head .seats")).to_have_text(text)


def newest_mail(town: Town, role: Role) -> Locator:
    """The one that lies open on the person's page."""
    return town.visit(role, "/post").get_by_test_id("stExpander").first


def asked(page: Page) -> dict[str, list[str]]:
    """What the address says."""
    return parse_qs(urlsplit(page.url).query)


# find


def test_words_find_what_is_meant_and_filters_stand_in_the_address(town: Town) -> None:
    page = town.visit(TEACHER, "/fortbildungen")
    page.get_by_role("searchbox").or_(page.get_by_role("textbox")).first.fill(
        "etwas mit 3D-Druck für Grundschule"
    )
    expect(cards(page).first).to_contain_text(PRINTING)
    assert asked(page)["suche"] == ["etwas mit 3D-Druck für Grundschule"]
    page = town.visit(TEACHER, "/fortbildungen")
    expect(cards(page).filter(has_text=PRINTING).first).to_be_visible()
    button(page, T.facets["geraet"]).click()  # type: ignore[index]
    page.get_by_role("button", name=re.compile(r"^Calliope mini \(\d+\)")).click()
    expect(cards(page).filter(has_text=PRINTING)).to_have_count(0)
    assert asked(page) == {"geraet": ["Calliope mini"]}
    page.reload()
    expect(cards(page).first).to_contain_text(CALLIOPE)
    expect(cards(page).filter(has_not_text=CALLIOPE)).to_have_count(0)


def test_what_is_full_can_be_left_out(town: Town) -> None:
    soon = local_morning(1)
    town.date("Schon ganz voll", HEAD, starts_at=soon, seats=1)
    page = town.visit(TEACHER, "/fortbildungen?suche=Schon+ganz+voll")
    expect(cards(page).first).to_contain_text("Schon ganz voll")
    button(page, T.only_free).click()
    expect(cards(page).filter(has_text="Schon ganz voll")).to_have_count(0)
    assert asked(page)["frei"] == ["ja"]


def test_the_calendar_leads_to_a_date(town: Town) -> None:
    starts_at = local_morning(1)
    title = "Morgen im Kalender"
    date_id = town.date(title, starts_at=starts_at)
    page = town.visit(TEACHER, "/fortbildungen")
    page.get_by_role("radio", name=T.views["kalender"]).or_(button(page, T.views["kalender"])).click()
    expect(page.locator(".st-key-month-turner")).to_be_visible()
    day, today = starts_at.astimezone(HERE).date(), datetime.now(HERE).date()
    if (day.year, day.month) != (today.year, today.month):
        page.locator(".st-key-month-right").get_by_role("button").click()
    expect(page.get_by_role("heading", name=month(day, GERMAN))).to_be_visible()
    assert asked(page)["ansicht"] == ["kalender"]
    page.get_by_role("cell").filter(has_text=title).get_by_role("link").filter(has_text=title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert asked(page)["termin"] == [str(date_id)]


# book, take along, cancel


def test_from_a_click_to_the_calendar_and_back(town: Town) -> None:
    date_id = town.date(PIECE, place="FabLab, Dunkelkammer")
    page = town.visit(TEACHER, f"/fortbildungen?suche={PIECE}")
    cards(page).first.get_by_role("button", name=T.book).click()
    expect(page.get_by_text(T.booked_now)).to_be_visible()
    town.visit(TEACHER, f"/fortbildung?termin={date_id}")
    expect_badge(page, T.is_booked)
    with page.expect_download() as download:
        page.get_by_role("link", name=T.calendar_file).click()
    _is_the_seat(Path(download.value.path()).read_text("utf-8"), town, date_id)
    expect(newest_mail(town, TEACHER)).to_contain_text(PIECE)
    expect(newest_mail(town, TEACHER)).to_contain_text(GERMAN.post.with_calendar)
    town.visit(TEACHER, "/meine-fortbildungen")
    mine = page.locator(f".st-key-date-card-{date_id}")
    mine.get_by_role("button", name=T.cancel).click()
    button(page, T.cancel_now).click()
    expect(page.get_by_text(T.cancelled_now)).to_be_visible()
    assert town.booking(date_id, TEACHER).gone_as == GoneAs.CANCELLED
    town.visit(TEACHER, f"/fortbildung?termin={date_id}")
    expect(button(page, T.book_again)).to_be_visible()


def _is_the_seat(file: str, town: Town, date_id: int) -> None:
    calendar = vobject.readOne(file)
    event, booking = calendar.vevent, town.booking(date_id, TEACHER)
    assert calendar.method.value == "REQUEST"
    assert event.uid.value.startswith(f"booking-{booking.id}@")
    assert PIECE in event.summary.value
    assert event.dtstart.value == town.starts_at(date_id)
    assert event.location.value == "FabLab, Dunkelkammer"
    assert EMAILS[TEACHER] in event.attendee.value
    assert int(event.sequence.value) == booking.sequence - 1


def test_after_the_deadline_it_takes_a_word_to_the_trainer(town: Town) -> None:
    over = datetime.now(UTC) - timedelta(hours=1)
    date_id = town.date("Zu spät überlegt", TEACHER, cancel_until=over)
    page = town.visit(TEACHER, f"/fortbildung?termin={date_id}")
    button(page, T.cancel).click()
    button(page, T.cancel_with_word).click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert town.booking(date_id, TEACHER).state == BookingState.BOOKED
    page.get_by_label(T.word_to.format(name=NAMES[TRAINER])).fill(WORD)
    button(page, T.cancel_with_word).click()
    expect(page.get_by_text(T.cancelled_now)).to_be_visible()
    assert town.booking(date_id, TEACHER).gone_as == GoneAs.CANCELLED_LATE
    mail = newest_mail(town, TRAINER)
    expect(mail).to_contain_text(WORD)
    expect(mail).to_contain_text(NAMES[TEACHER])


# wait


def test_a_seat_that_becomes_free_is_offered_to_who_waits(town: Town) -> None:
    date_id = town.date("Einziger Platz", HEAD, seats=1)
    way = f"/fortbildung?termin={date_id}"
    page = town.visit(TEACHER, way)
    expect(button(page, T.book)).to_have_count(0)
    button(page, T.join_list).click()
    button(page, T.join_list_now).click()
    expect(page.get_by_text(T.waiting_now.format(place=1))).to_be_visible()
    expect_badge(page, T.is_waiting.format(place=1))
    other = town.visit(HEAD, way)
    button(other, T.cancel).click()
    button(other, T.cancel_now).click()
    expect(other.get_by_text(T.cancelled_now)).to_be_visible()
    town.visit(TEACHER, "/meine-fortbildungen")
    expect(page.get_by_text(T.lead_offered)).to_be_visible()
    card = page.locator(f".st-key-date-card-{date_id}")
    expect(card).to_contain_text(T.offered_until.split("{")[0])
    expect(town.visit(HEAD, way).get_by_role("button", name=T.join_list)).to_be_visible()
    card.get_by_role("button", name=T.accept).click()
    expect(page.get_by_text(T.booked_now)).to_be_visible()
    assert town.booking(date_id, TEACHER).state == BookingState.BOOKED


def test_a_seat_that_is_offered_can_be_refused_and_goes_on(town: Town) -> None:
    date_id = town.date("Platz zum Weitergeben", HEAD, seats=1)
    town.wait(date_id, TEACHER)
    town.wait(date_id, Role.ASSISTANT)
    town.cancel(date_id, HEAD)
    page = town.visit(TEACHER, f"/fortbildung?termin={date_id}")
    expect_badge(page, T.is_offered)
    button(page, T.refuse).click()
    expect(page.get_by_text(T.refused_now)).to_be_visible()
    assert town.booking(date_id, TEACHER).gone_as == GoneAs.REFUSED
    assert town.booking(date_id, Role.ASSISTANT).state == BookingState.OFFERED


# the personal calendar


def test_the_personal_calendar_answers_until_its_address_is_renewed(town: Town) -> None:
    date_id = town.date("Steht im Abo", TEACHER)
    page = town.visit(TEACHER, "/meine-fortbildungen")
    button(page, T.show_address).click()
    secret = page.locator(".secret code")
    address = secret.inner_text()
    nobody = town.window(None).request
    answer = nobody.get(address)
    assert answer.headers["content-type"].startswith("text/calendar")
    events = vobject.readOne(answer.text()).vevent_list
    [own] = [event for event in events if "Steht im Abo" in event.summary.value]
    assert own.uid.value.startswith(f"booking-{town.booking(date_id, TEACHER).id}@")
    button(page, T.renew).click()
    button(page, T.renew_now).click()
    expect(page.get_by_text(T.renewed)).to_be_visible()
    expect(secret).not_to_have_text(address)
    assert nobody.get(address).status == 404
    assert nobody.get(secret.inner_text()).status == 200
