"""Narrowing by a chip, and an answer in front of the class: on a display, with a presenter, on the phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect
from sqlalchemy import select

from core.database import open_database
from core.settings import Settings
from knowledge.codes import document_code, section_codes
from knowledge.kinds import DocumentKind
from knowledge.reading.section import BlockKind
from knowledge.stored import load_blocks
from knowledge.tables import DocumentRow, SectionRow
from tests.browser.conftest import PHONE, WIDE, Opens
from ui.library.ways import class_way
from ui.plain.class_screens import LETTERS, chosen_block, screens
from ui.texts import GERMAN

pytestmark = [pytest.mark.browser, pytest.mark.slow]

N = GERMAN.narrowing
MIRROR = "Wie spiegele ich mein iPad auf das Display?"
BEAMER, LARGE = (1280, 720), (3840, 2160)
LONGEST = 6


@pytest.fixture
def window(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": BEAMER[0], "height": BEAMER[1]}, locale="de-DE")
    yield context.new_page()
    context.close()


def sized(page: Page, size: tuple[int, int]) -> Page:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    return page


def overflow(page: Page) -> tuple[int, int]:
    """By how many pixels the page is wider and higher than its window."""
    found = page.evaluate(
        "() => { const r = document.documentElement;"
        "return [r.scrollWidth - innerWidth, r.scrollHeight - innerHeight] }"
    )
    return max(found[0], 0), max(found[1], 0)


def letters(page: Page) -> float:
    """The size of the steps' letters in pixels."""
    size = page.locator(".parts li").first.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
    return float(size)


def violations(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page).response["violations"]
    return [
        (item["id"], item["nodes"][0]["html"][:200])
        for item in found
        if item["impact"] in {"serious", "critical"}
    ]


def pill(page: Page, name: str) -> Locator:
    return page.get_by_test_id("stPopoverBody").locator("button", has_text=re.compile(f"^{name}$"))


def starter_screens(home: Path, *kinds: BlockKind) -> list[tuple[int, str]]:
    """Each screen of the library, of these kinds or of all: how many lines it fills, and its address."""
    found = []
    database = open_database(Settings(home=home).database)
    with database.read() as db:
        columns = (DocumentRow.source, DocumentRow.name, SectionRow.heading_path, SectionRow.blocks)
        order = (SectionRow.document_id, SectionRow.number)
        rows = db.execute(select(*columns).join(SectionRow).order_by(*order)).all()
    database.close()
    for (source, name), of_one in groupby(rows, key=lambda row: (row.source, row.name)):
        sections = list(of_one)
        codes = section_codes(document_code(source, name), (row.heading_path for row in sections))
        for code, section in zip(codes, sections, strict=True):
            blocks = load_blocks(section.blocks)
            for number, block in enumerate(blocks):
                wanted = chosen_block(blocks, number) == number and (not kinds or block.kind in kinds)
                for screen in screens(block) if wanted else ():
                    lines = sum(part.lines(LETTERS) for part in screen.parts)
                    found.append((lines, f"{class_way(code, number)}&ab={screen.start}"))
    return sorted(found, reverse=True)


def test_a_chip_narrows_and_a_reload_keeps_it(portal_address: str, opens: Opens) -> None:
    page = opens(f"{portal_address}/?frage={quote(MIRROR)}")
    expect(page.locator(".origin")).to_be_visible()
    before = page.locator(".origin").inner_text()
    page.get_by_role("button", name=N.narrow).click()
    pill(page, GERMAN.kinds[DocumentKind.VIDEO]).click()
    expect(page.locator("[class*=st-key-chosen-]")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".origin")).not_to_have_text(before)
    expect(page).to_have_url(re.compile(f"art={DocumentKind.VIDEO}"))
    narrowed = page.locator(".origin").inner_text()
    page.reload()
    expect(page.locator(".origin")).to_have_text(narrowed)
    page.get_by_role("button", name=N.everything, exact=True).click()
    expect(page.locator(".origin")).to_have_text(before)
    expect(page).not_to_have_url(re.compile("art="))


@pytest.mark.parametrize(("size", "dark"), [(WIDE, False), (WIDE, True), (PHONE, False)])
def test_the_narrowed_answer_is_accessible_and_fits(
    portal_address: str, opens: Opens, size: tuple[int, int], dark: bool
) -> None:
    page = opens(f"{portal_address}/?frage={quote(MIRROR)}&geraet=Notebook", size=size, dark=dark)
    expect(page.locator("a.for-class")).to_be_visible()
    page.wait_for_function("() => !document.querySelector('[data-stale=true]')")
    assert violations(page) == []
    assert overflow(page)[0] == 0
    page.get_by_role("button", name=N.narrow).click()
    expect(pill(page, "Einstieg")).to_be_visible()
    assert violations(page) == []


def test_from_the_answer_to_the_class_and_back(portal_address: str, opens: Opens) -> None:
    page = sized(opens(f"{portal_address}/?frage={quote(MIRROR)}"), BEAMER)
    page.locator("a.for-class").click()
    expect(page.locator(".parts > li").first).to_be_visible()
    expect(page.get_by_test_id("stSidebar")).to_have_count(0)
    page.wait_for_load_state("load")
    page.keyboard.press("Escape")
    expect(page.locator(".origin")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("heading", level=1)).to_have_text(MIRROR)


def test_keyboard_and_presenter_turn_the_steps(
    portal_address: str, prepared_home: Path, window: Page
) -> None:
    steps = starter_screens(prepared_home, BlockKind.STEPS)
    address = next(way for _, way in steps if way.endswith("&ab=7")).removesuffix("&ab=7")
    window.goto(f"{portal_address}{address}")
    count, turned = window.locator(".count"), window.locator(".parts > li").first
    expect(count).to_have_text(re.compile("^Schritt 1"))
    total = count.inner_text().rsplit(" ", 1)[1]
    assert letters(window) >= BEAMER[1] / 20
    for forward, back in (("PageDown", "PageUp"), ("ArrowRight", "ArrowLeft"), (" ", "Shift+ ")):
        window.keyboard.press(forward)
        expect(turned).not_to_have_attribute("value", "1")
        window.wait_for_load_state("load")
        assert overflow(window) == (0, 0)
        window.keyboard.press(back)
        expect(turned).to_have_attribute("value", "1")
        window.wait_for_load_state("load")
    while window.locator("a[rel=next]").count():
        window.get_by_role("link", name=N.on).click()
    expect(window.locator(".parts > li").last).to_have_attribute("value", total)
    window.wait_for_load_state("load")
    window.keyboard.press("PageDown")
    expect(window.locator(".parts > li").last).to_have_attribute("value", total)


def test_the_fullest_screens_of_the_library_fit(
    portal_address: str, prepared_home: Path, window: Page
) -> None:
    fullest = starter_screens(prepared_home)[:LONGEST]
    for size in (BEAMER, LARGE):
        for _, address in fullest:
            sized(window, size).goto(f"{portal_address}{address}")
            assert overflow(window) == (0, 0), address
            assert letters(window) >= size[1] / 20, address


@pytest.mark.parametrize("size", [BEAMER, PHONE], ids=["display", "phone"])
def test_light_and_dark_are_accessible_and_the_phone_can_read_it(
    portal_address: str, prepared_home: Path, window: Page, size: tuple[int, int]
) -> None:
    address = next(way for _, way in starter_screens(prepared_home) if way.endswith("&ab=4"))
    sized(window, size).goto(f"{portal_address}{address}")
    for label in (N.dark, N.light):
        assert violations(window) == []
        assert overflow(window)[0] == 0
        before = window.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        window.get_by_role("link", name=label, exact=True).click()
        expect(window.get_by_role("link", name=label, exact=True)).to_have_count(0)
        assert window.evaluate("getComputedStyle(document.documentElement).backgroundColor") != before
    expect(window.get_by_role("link", name=N.back)).to_be_in_viewport()
    code = window.get_by_role("img", name=N.code)
    if size is PHONE:
        assert letters(window) >= 18
        expect(code).to_be_hidden()
    else:
        assert code.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
