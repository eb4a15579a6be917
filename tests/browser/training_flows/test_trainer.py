"""A trainer's day: who is there, by list and by code, and afterwards the proof of it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from core.people.roles import Role
from tests.browser.conftest import PHONE
from tests.browser.test_ask import violations
from tests.browser.training_flows.town import DAY, EMAILS, HOUR, NAMES, Town, just_begun
from ui.texts import GERMAN
from ui.texts.certificates import TEXTS

pytestmark = [pytest.mark.browser, pytest.mark.slow]

T, K, C = GERMAN.trainings, GERMAN.courses, TEXTS["de"]
TEACHER, HEAD, ASSISTANT, TRAINER = Role.TEACHER, Role.HEAD, Role.ASSISTANT, Role.TRAINER
CODE = re.compile(r"\w{4}-\w{4}-\w{4}")


def expect_count(page: Page, here: int, all_: int) -> None:
    said = K.so_far.format(here=here, all=all_)
    expect(page.locator("h2.check-in-count").get_by_role("status")).to_have_text(said)


def codes_in(picture: bytes | Image.Image) -> list[str]:
    seen = picture if isinstance(picture, Image.Image) else Image.open(BytesIO(picture))
    return [found.text for found in zxingcpp.read_barcodes(seen)]


def test_checking_in_by_the_list_and_by_the_code(town: Town) -> None:
    starts_at = just_begun()
    title = "Tagesschau im Unterricht"
    date_id = town.date(title, TEACHER, HEAD, ASSISTANT, starts_at=starts_at, ends_at=starts_at + 3 * HOUR)
    phone = town.visit(TRAINER, "/kurse", PHONE)
    card = phone.locator(".st-key-course-today-" + str(date_id))
    expect(card).to_contain_text(title)
    card.get_by_role("button", name=K.tick_off).click()
    expect_count(phone, 0, 3)
    _tick(phone, town, date_id, ASSISTANT, K.here)
    _tick(phone, town, date_id, HEAD, K.here)
    _tick(phone, town, date_id, HEAD, K.away)
    expect_count(phone, 1, 3)
    address = _code_of_the_teacher(town, date_id)
    _check_in(phone, address)
    phone.get_by_role("link", name=C.to_course).click()
    expect_count(phone, 2, 3)
    attended = [town.booking(date_id, role).attended for role in (TEACHER, ASSISTANT, HEAD)]
    assert attended == [True, True, False]
    _nobody_checks_themselves_in(town, address)


def _tick(page: Page, town: Town, date_id: int, role: Role, becomes: str) -> None:
    row = page.locator(f".st-key-tick-button-{town.booking(date_id, role).id}").get_by_role("button")
    expect(row).to_contain_text(NAMES[role])
    row.click()
    expect(row).to_contain_text(becomes)


def _code_of_the_teacher(town: Town, date_id: int) -> str:
    page = town.visit(TEACHER, f"/fortbildung?termin={date_id}", PHONE)
    code = page.get_by_role("img", name=T.check_in_picture)
    code.scroll_into_view_if_needed()
    code.evaluate("image => image.decode()")
    [address] = codes_in(code.screenshot())
    assert address.startswith(f"{town.address}/einchecken/")
    return address


def _check_in(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text(NAMES[TEACHER])
    assert violations(page) == []
    page.get_by_role("button", name=C.mark_there).click()
    expect(page.get_by_role("status")).to_contain_text(C.came_at.split("{")[0])


def _nobody_checks_themselves_in(town: Town, address: str) -> None:
    page = town.visit(TEACHER, address.removeprefix(town.address), PHONE)
    expect(page.get_by_role("heading", level=1)).to_have_text(C.for_trainers)
    expect(page.get_by_role("button", name=C.mark_there)).to_have_count(0)


def test_before_the_day_the_list_cannot_be_ticked_off(town: Town) -> None:
    date_id = town.date("Noch lange nicht", TEACHER)
    page = town.visit(TRAINER, f"/kurse?termin={date_id}", PHONE)
    expect(page.get_by_text(NAMES[TEACHER]).first).to_be_visible()
    expect(page.locator("h2.check-in-count")).to_have_count(0)


def test_the_lists_can_be_taken_along(town: Town) -> None:
    date_id = town.date("Listen zum Mitnehmen", TEACHER, HEAD)
    page = town.visit(TRAINER, f"/kurse?termin={date_id}", PHONE)
    files = page.locator(".course-lists a")
    expect(files).to_have_count(3)
    for name in (K.csv, K.xlsx):
        with page.expect_download() as download:
            files.filter(has_text=name).click()
        told = download.value.path().read_bytes()
        assert told.startswith("\ufeff".encode() if name == K.csv else b"PK")
        assert name != K.csv or EMAILS[HEAD] in told.decode("utf-8")
    files.filter(has_text=K.paper).click()
    expect(page.get_by_text(NAMES[HEAD])).to_be_visible()


def test_from_attendance_to_a_certificate_that_anybody_can_check(town: Town) -> None:
    title = "Bescheinigt und geprüft"
    ends_at = datetime.now(UTC) - timedelta(minutes=5)
    date_id = town.date(title, TEACHER, HEAD, starts_at=ends_at - HOUR, ends_at=ends_at)
    phone = town.visit(TRAINER, f"/kurse?termin={date_id}", PHONE)
    expect(phone.get_by_text(K.no_certificates_yet)).to_be_visible()
    _tick(phone, town, date_id, TEACHER, K.here)
    own = town.visit(TEACHER, "/meine-fortbildungen")
    link = own.locator(f".st-key-keepsakes-{date_id}").get_by_role("link", name=T.certificate)
    expect(link).to_be_visible()
    paper = own.request.get(town.address + str(link.get_attribute("href"))).body()
    text, address = _read(paper)
    for words in (NAMES[TEACHER], title, NAMES[TRAINER], "1 Stunde 30 Minuten"):
        assert words in text
    assert address.startswith(f"{town.address}/nachweis/")
    _anybody_checks(town, address, title)
    phone.reload()
    papers = phone.locator(".certificates a")
    expect(papers).to_have_count(1)
    expect(papers).to_contain_text(NAMES[TEACHER])
    answer = phone.request.get(town.address + str(papers.get_attribute("href")))
    assert answer.body().startswith(b"%PDF")


def _read(paper: bytes) -> tuple[str, str]:
    """What it says, and where its code leads."""
    document = pypdfium2.PdfDocument(paper)
    [page] = list(document)
    text = " ".join(page.get_textpage().get_text_range().split())
    [address] = codes_in(page.render(scale=3).to_pil())
    document.close()
    return text, address


def _anybody_checks(town: Town, address: str, title: str) -> None:
    """Without signing in, by the code's address and by typing."""
    page = town.window(None, PHONE)
    page.goto(address)
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(C.genuine)
    facts = page.locator("dl.facts")
    for words in (NAMES[TEACHER], title, NAMES[TRAINER]):
        expect(facts).to_contain_text(words)
    assert violations(page) == []
    found = CODE.search(address)
    assert found is not None
    code = found[0]
    page.get_by_role("link", name=C.another).click()
    _type_code(page, _other(code))
    expect(heading).to_have_text(C.not_genuine)
    expect(page.locator("dl.facts")).to_have_count(0)
    _type_code(page, code.lower().replace("-", " "))
    expect(heading).to_have_text(C.genuine)


def _type_code(page: Page, code: str) -> None:
    page.get_by_label(C.code).fill(code)
    page.get_by_role("button", name=C.check_now).click()


def _other(code: str) -> str:
    """Wrong in its last character."""
    return code[:-1] + ("3" if code[-1] != "3" else "4")


def test_who_was_missing_gets_no_certificate(town: Town) -> None:
    starts_at = datetime.now(UTC) - DAY
    date_id = town.date("Ohne Nachweis", HEAD, starts_at=starts_at, ends_at=starts_at + HOUR)
    page = town.visit(TRAINER, f"/kurse?termin={date_id}", PHONE)
    page.get_by_role("button", name=K.rest_away).click()
    expect(page.get_by_text(K.missing_one).first).to_be_visible()
    page.reload()
    expect(page.get_by_text(K.no_shows_explained)).to_be_visible()
    answer = page.request.get(f"{town.address}/bescheinigung/{town.booking(date_id, HEAD).id}.pdf")
    assert answer.status == 404
