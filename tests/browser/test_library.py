"""The library in a browser: look around, search while typing, read, play, print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from knowledge.codes import document_code
from tests.browser.conftest import PHONE, WIDE
from tests.browser.test_ask import overflow, violations
from ui.texts import GERMAN

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SOURCE = "starter"
PDF, VIDEO, TEXT = "bildschirmspiegelung.pdf", "3d-druck-starten.mp4", "display-stoerungen.md"


@pytest.fixture
def address(portal_address: str) -> str:
    return portal_address


@pytest.fixture
def window(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": WIDE[0], "height": WIDE[1]}, locale="de-DE")
    yield context.new_page()
    context.close()


def code(name: str) -> str:
    return document_code(SOURCE, name)


def opened(window: Page, address: str) -> Page:
    window.goto(address)
    expect(window.get_by_role("heading", level=1)).to_be_visible(timeout=60_000)
    return window


def listens(page: Page) -> None:
    """Buttons are seen before the page's script hears them."""
    page.wait_for_function("() => window.lotseLibrary")


def search_field(page: Page) -> Locator:
    return page.get_by_role("searchbox").or_(page.get_by_role("textbox")).first


def rows(page: Page) -> Locator:
    return page.locator(".st-key-document-rows").get_by_role("link")


def test_the_list_narrows_while_typing_and_keeps_the_cursor(address: str, window: Page) -> None:
    page = opened(window, f"{address}/bibliothek")
    expect(rows(page)).not_to_have_count(0)
    page.keyboard.press("Tab")
    search_field(page).focus()
    visits = page.evaluate("history.length")
    page.keyboard.type("podcast", delay=60)
    expect(rows(page).first).to_contain_text("Podcast")
    expect(page.get_by_text(re.compile("^(Ein Treffer|[1-5] Anleitungen)"))).to_be_visible()
    assert "suche=podcast" in page.url
    assert page.evaluate("history.length") == visits
    expect(search_field(page)).to_be_focused()
    page.keyboard.type("x")
    expect(search_field(page)).to_have_value("podcastx")


def test_facets_stand_in_the_address_and_can_be_taken_back(address: str, window: Page) -> None:
    page = opened(window, f"{address}/bibliothek?geraet=iPad")
    page.get_by_role("button", name="Art").click()
    page.get_by_role("button", name=re.compile(r"Handreichung \(PDF\)")).click()
    expect(page).to_have_url(re.compile("art=pdf"))
    expect(rows(page)).to_have_count(2)
    page.keyboard.press("Escape")
    page.get_by_role("button", name=GERMAN.library.clear).click()
    expect(page).not_to_have_url(re.compile("art=|geraet="))
    expect(rows(page)).not_to_have_count(2)


def test_from_the_list_to_a_page_of_a_pdf(address: str, window: Page) -> None:
    page = opened(window, f"{address}/bibliothek?art=pdf")
    rows(page).filter(has_text="spiegeln").first.click()
    expect(page).to_have_url(re.compile(rf"/anleitung\?d={code(PDF)}"))
    page.get_by_role("button", name=GERMAN.library.next_page).click()
    expect(page).to_have_url(re.compile("seite=2"))
    picture = page.locator(".st-key-page-picture img")
    expect(picture).to_have_attribute("alt", re.compile("Seite 2"))
    page.wait_for_function("() => document.querySelector('.st-key-page-picture img')?.naturalWidth >= 900")


def test_the_way_back_leads_to_the_list_as_it_was(address: str, window: Page) -> None:
    page = opened(window, f"{address}/bibliothek?geraet=iPad&suche=spiegeln")
    rows(page).first.click()
    expect(page).to_have_url(re.compile("/anleitung"))
    expect(page.locator("[class*=st-key-within]")).to_be_visible()
    page.go_back()
    expect(page).to_have_url(re.compile(r"/bibliothek\?geraet=iPad&suche=spiegeln$"))
    expect(search_field(page)).to_have_value("spiegeln")


def test_a_sentence_of_the_transcript_leads_to_its_second(address: str, window: Page) -> None:
    page = opened(window, f"{address}/anleitung?d={code(VIDEO)}")
    sentence = page.locator(".transcript button").nth(6)
    wanted = float(sentence.get_attribute("data-second") or 0)
    assert wanted > 10
    page.locator("video").evaluate("video => { video.muted = true }")
    listens(page)
    sentence.focus()
    page.keyboard.press("Enter")
    page.wait_for_function(f"() => document.querySelector('video').currentTime >= {wanted - 0.1}")
    assert page.locator("video").evaluate("video => video.currentTime") < wanted + 8
    expect(page.locator(".transcript button[aria-current=true]")).to_have_count(1)


def test_a_video_starts_at_the_second_of_the_address(address: str, window: Page) -> None:
    page = opened(window, f"{address}/anleitung?d={code(VIDEO)}&sekunde=30")
    page.wait_for_function("() => document.querySelector('video')?.currentTime >= 29.9")


def test_the_section_of_an_address_is_in_view(address: str, window: Page) -> None:
    page = opened(window, f"{address}/anleitung?d={code(TEXT)}")
    last = page.locator(".contents a").last.get_attribute("href") or ""
    page = opened(window, f"{address}/anleitung?d={code(TEXT)}&abschnitt={last.rpartition('-')[2]}")
    expect(page.locator("section.current")).to_be_in_viewport()
    expect(page.locator(".contents a[aria-current=location]")).to_have_count(1)


def test_an_address_is_copied(address: str, window: Page) -> None:
    window.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = opened(window, f"{address}/anleitung?d={code(TEXT)}")
    listens(page)
    page.get_by_role("button", name=GERMAN.library.copy, exact=True).click()
    expect(page.get_by_text(GERMAN.library.copied)).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}/d/{code(TEXT)}"


def test_the_print_view_becomes_a_pdf_with_all_sections(address: str, window: Page, tmp_path: Path) -> None:
    page = opened(window, f"{address}/drucken/{code(TEXT)}")
    headings = page.locator("main h2").all_inner_texts()
    assert len(headings) > 5
    expect(page.get_by_role("button", name=GERMAN.library.print_now)).to_be_visible()
    assert page.locator("footer img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    page.pdf(path=tmp_path / "printed.pdf", prefer_css_page_size=True)
    with pdfium.PdfDocument(tmp_path / "printed.pdf") as document:
        text = "\n".join(sheet.get_textpage().get_text_bounded() for sheet in document)
        assert [round(side) for side in document[0].get_size()] == [595, 842]
    assert [heading for heading in headings if heading not in text] == []
    assert f"/d/{code(TEXT)}" in text
    assert GERMAN.library.print_now not in text


@pytest.mark.parametrize(("size", "dark"), [(WIDE, False), (PHONE, True)], ids=["light-desk", "dark-phone"])
def test_nobody_is_shut_out(chromium: Browser, address: str, size: tuple[int, int], dark: bool) -> None:
    scheme = "dark" if dark else "light"
    viewport = {"width": size[0], "height": size[1]}
    context = chromium.new_context(viewport=viewport, color_scheme=scheme, locale="de-DE")  # type: ignore[arg-type]
    page = context.new_page()
    ways = (
        "/bibliothek?geraet=iPad&suche=ipad",
        "/bibliothek?suche=xyzzy",
        f"/anleitung?d={code(PDF)}&suche=Netz",
        f"/anleitung?d={code(VIDEO)}",
        f"/anleitung?d={code(TEXT)}&suche=Kabel",
        f"/drucken/{code(TEXT)}",
    )
    for way in ways:
        opened(page, f"{address}{way}")
        page.wait_for_timeout(1200)
        assert violations(page) == [], way
        if not way.startswith("/drucken"):
            assert overflow(page) == 0, way
    context.close()
