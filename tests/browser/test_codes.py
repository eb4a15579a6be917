"""Codes in a real browser: scanned before signing in, and printed on cards that a camera reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from knowledge.codes import document_code
from tests.browser.conftest import PHONE, WIDE, served
from tests.browser.test_ask import overflow, violations
from ui.texts import GERMAN

pytestmark = [pytest.mark.browser, pytest.mark.slow]

C = GERMAN.codes
A4, A6 = (210, 297), (105, 148)
TROUBLE = document_code("starter", "display-stoerungen.md")
RECORDING = document_code("starter", "ipad-spiegeln.mp4")
HANDOUT = document_code("starter", "bildschirmspiegelung.pdf")
NETWORK = document_code("starter", "wlan-und-anmeldung.md")
PLACES = (TROUBLE, f"{RECORDING}/42", HANDOUT, NETWORK)
FOUR = "/karten?" + "&".join(f"c={place}" for place in PLACES)


@pytest.fixture(scope="module")
def address(prepared_home: Path) -> Iterator[str]:
    """A demonstration that is closed to guests."""
    with served("streamlit_app.py", prepared_home, LOTSE_DEMO="true", LOTSE_OPEN="nothing") as address:
        yield address


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": WIDE[0], "height": WIDE[1]}, locale="de-DE")
    yield context.new_page()
    context.close()


def sign_in(page: Page, role: str = "Lehrkraft") -> None:
    page.get_by_role("button", name=re.compile(role)).first.click()


def comes_in(page: Page, address: str, way: str, role: str = "Lehrkraft") -> None:
    """To an address that asks for the sign-in first."""
    page.goto(address + way)
    sign_in(page, role)
    page.wait_for_url(address + way)


def printed(page: Page) -> tuple[list[tuple[int, int]], list[list[str]]]:
    """The sizes of the printed pages in millimetres, and what a camera reads on each."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    inch = 25.4 / 72
    sizes = [(round(one.get_width() * inch), round(one.get_height() * inch)) for one in document]
    read = [
        sorted(found.text for found in zxingcpp.read_barcodes(one.render(scale=3).to_pil()))
        for one in document
    ]
    document.close()
    return sizes, read


def test_a_guest_scans_signs_in_and_arrives(address: str, page: Page) -> None:
    page.goto(f"{address}/q/{RECORDING}/42")
    expect(page.get_by_role("heading", name=GERMAN.sign_in.demo_title)).to_be_visible()
    sign_in(page)
    page.wait_for_url(f"{address}/anleitung?**", timeout=60_000)
    assert parse_qs(urlsplit(page.url).query) == {"d": [RECORDING], "sekunde": ["42"]}
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=60_000)


def test_four_cards_are_one_sheet_and_each_is_read(address: str, page: Page) -> None:
    comes_in(page, address, FOUR)
    page.wait_for_load_state("networkidle")
    sizes, read = printed(page)
    assert sizes == [A4]
    assert read == [sorted(f"{address}/q/{place}" for place in PLACES)]
    cookies = {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}
    for code in read[0]:
        led = httpx.get(code, cookies=cookies, trust_env=False)
        assert led.status_code == 303
        document = urlsplit(code).path.split("/")[2]
        assert parse_qs(urlsplit(led.headers["location"]).query)["d"] == [document]


def test_small_cards_are_a_page_each(address: str, page: Page) -> None:
    comes_in(page, address, f"/karten?c={TROUBLE}&c={HANDOUT}&format=a6")
    page.wait_for_load_state("networkidle")
    assert printed(page) == ([A6, A6], [[f"{address}/q/{TROUBLE}"], [f"{address}/q/{HANDOUT}"]])


def test_five_cards_are_two_sheets(address: str, page: Page) -> None:
    comes_in(page, address, f"{FOUR}&c={TROUBLE}")
    page.wait_for_load_state("networkidle")
    sizes, read = printed(page)
    assert (sizes, [len(codes) for codes in read]) == ([A4, A4], [4, 1])


def test_everything_on_a_card_has_room(address: str, page: Page) -> None:
    names = [file.name for file in Path("knowledge/starter/library").glob("*.*") if file.suffix != ".yml"]
    comes_in(page, address, "/karten?" + "&".join(f"c={document_code('starter', name)}" for name in names))
    cut = page.evaluate(
        "() => [...document.querySelectorAll('.card, .steps')]"
        ".filter(e => e.scrollHeight > e.clientHeight + 1).map(e => e.innerText)"
    )
    assert cut == []


@pytest.mark.parametrize(("size", "dark"), [(WIDE, False), (PHONE, True)], ids=["light-desk", "dark-phone"])
def test_nobody_is_shut_out_of_the_cards(
    address: str, chromium: Browser, size: tuple[int, int], dark: bool
) -> None:
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if dark else "light"
    )
    page, refused = context.new_page(), list[str]()
    page.on("console", lambda m: refused.append(m.text) if "Content Security Policy" in m.text else None)
    comes_in(page, address, f"{FOUR}&c=0000000000")
    expect(page.get_by_role("button", name=C.print)).to_be_visible()
    expect(page.get_by_text(C.print_by_hand)).to_be_hidden()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert refused == []
    context.close()


def test_without_scripts_the_page_says_how_to_print(address: str, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    comes_in(page, address, f"/karten?c={TROUBLE}")
    expect(page.get_by_text(C.print_by_hand)).to_be_visible()
    expect(page.get_by_role("button", name=C.print)).to_be_hidden()
    context.close()


def test_labels_are_made_printed_and_lead_to_the_assistant(address: str, page: Page) -> None:
    comes_in(page, address, "/geraete", "Digitalassistenz")
    page.get_by_role("button", name=C.add).click(timeout=60_000)
    page.get_by_label(C.rooms).fill("Raum 104\nAula")
    assert violations(page) == []
    page.get_by_role("button", name=C.submit).click()
    expect(page.get_by_text(C.added.format(count=2))).to_be_visible()
    assert violations(page) == []
    assert overflow(page) == 0
    page.get_by_role("link", name=C.print_chosen.format(count=2)).click()
    page.wait_for_load_state("networkidle")
    sizes, [codes] = printed(page)
    assert (sizes, len(codes)) == ([A4], 2)
    page.goto(codes[0])
    page.wait_for_url(f"{address}/?**")
    asked = parse_qs(urlsplit(page.url).query)
    assert asked == {"geraet": ["Display"], "schild": [codes[0].rpartition("/")[2]]}


@pytest.mark.parametrize(("role", "counts"), [("Lehrkraft", False), ("Schulträger-Team", True)])
def test_a_document_shows_its_code(address: str, page: Page, role: str, counts: bool) -> None:
    page.goto(f"{address}/anleitung?d={HANDOUT}")
    sign_in(page, role)
    page.get_by_role("button", name=C.show_code).first.click(timeout=60_000)
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text(f"{address}/d/{HANDOUT}")).to_be_visible()
    expect(dialog.get_by_role("img", name=re.compile(C.picture.format(title="")))).to_be_visible()
    page.wait_for_timeout(500)  # until the dialog stands still
    assert violations(page) == []
    picture = Image.open(BytesIO(page.screenshot()))
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [f"{address}/q/{HANDOUT}"]
    expect(dialog.get_by_text(re.compile("90 Tagen"))).to_have_count(int(counts))
    with page.expect_download() as download:
        dialog.get_by_role("link", name=C.load_png).click()
    assert re.fullmatch(r"QR-Code-bildschirm-spiegeln[a-z0-9-]*\.png", download.value.suggested_filename)
    dialog.get_by_role("link", name=C.print_four).click()
    page.wait_for_load_state("networkidle")
    assert printed(page) == ([A4], [[f"{address}/q/{HANDOUT}"] * 4])
    page.get_by_role("link", name=C.back).click()
    page.wait_for_url(f"{address}/anleitung?d={HANDOUT}")
