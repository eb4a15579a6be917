"""Asking, as a teacher does it: in a browser, at the desk and on the phone."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PHONE, WIDE, Opens, served
from ui.texts import ENGLISH, GERMAN, TEXTS

pytestmark = [pytest.mark.browser, pytest.mark.slow]

IN_THE_PDF = "Wie spiegele ich mein Windows-Notebook auf das Display?"
MIRROR = "Wie spiegele ich mein iPad auf das Display?"
JUPITER = "Wie viele Monde hat der Jupiter?"


def ask(page: Page, question: str) -> None:
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill(question)
    box.press("Enter")
    expect(page.get_by_role("heading", level=1, name=question)).to_be_visible()
    expect(feedback(page)).to_be_visible()


def feedback(page: Page) -> Locator:
    return page.get_by_text(re.compile(f"{GERMAN.helpful}|{ENGLISH.helpful}".replace("?", r"\?")))


def button(page: Page, label: str) -> Locator:
    return page.get_by_role("button", name=label)


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    measured = page.evaluate(
        "() => { const m = document.querySelector('[data-testid=stMain]');"
        "return Math.max(document.documentElement.scrollWidth - innerWidth, m.scrollWidth - m.clientWidth) }"
    )
    return int(measured)


def played_from(page: Page) -> float:
    """The second at which the page's player stands once it plays."""
    video = page.locator("video")
    video.scroll_into_view_if_needed()
    video.evaluate("async video => { video.muted = true; await video.play() }")
    page.wait_for_function("() => document.querySelector('video').readyState >= 2")
    return float(video.evaluate("video => video.currentTime"))


def violations(page: Page) -> list[tuple[str, str, str]]:
    # What belongs to the page before fades out when the script has ended.
    page.wait_for_function("() => !document.querySelector('[data-stale=true]')")
    found = Axe().run(page).response["violations"]
    return [
        (item["impact"], item["id"], item["nodes"][0]["html"][:200])
        for item in found
        if item["impact"] in {"serious", "critical"}
    ]


# with the starter library


def test_a_question_gets_an_answer_with_its_source(portal_address: str, opens: Opens) -> None:
    page = opens(portal_address)
    ask(page, IN_THE_PDF)
    expect(page.locator(".origin")).to_contain_text("So steht es in ")
    expect(page.locator(".origin")).to_contain_text("Seite ")
    expect(page.get_by_test_id("stImage").locator("img").first).to_be_visible()


def test_the_page_opens_large_and_the_pdf_in_a_tab_of_its_own(portal_address: str, opens: Opens) -> None:
    page = opens(portal_address)
    ask(page, IN_THE_PDF)
    button(page, GERMAN.show_page).first.click()
    dialog = page.get_by_role("dialog")
    picture = dialog.get_by_test_id("stImage").locator("img")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") >= 900
    link = dialog.get_by_role("link")
    assert re.search(r"/documents/\d+/file\?t=[\w.-]+#page=\d+$", link.get_attribute("href") or "")
    assert link.get_attribute("target") == "_blank"
    original = httpx.get(str(link.get_attribute("href")), trust_env=False)
    assert original.headers["content-type"] == "application/pdf"
    assert original.content.startswith(b"%PDF")


def test_a_click_on_the_small_picture_opens_it_too(portal_address: str, opens: Opens) -> None:
    page = opens(portal_address)
    ask(page, IN_THE_PDF)
    picture = page.get_by_test_id("stImage").locator("img").first
    picture.evaluate("image => image.decode()")
    page.wait_for_timeout(500)  # what stands above it has found its height
    where = picture.bounding_box()
    assert where is not None
    page.mouse.click(where["x"] + where["width"] / 2, where["y"] + 20)
    expect(page.get_by_role("dialog")).to_be_visible()


def test_the_library_s_video_plays_from_the_moment_that_answers(portal_address: str, opens: Opens) -> None:
    page = opens(portal_address)
    ask(page, "Wie öffne ich das Kontrollzentrum?")
    expect(page.locator(".origin")).to_contain_text("ab 0:15")
    assert 15 <= played_from(page) < 25


def test_a_question_beyond_the_library_gets_ways_on(portal_address: str, opens: Opens) -> None:
    page = opens(portal_address)
    ask(page, JUPITER)
    for text in (GERMAN.nothing, GERMAN.nearest, GERMAN.ways_on):
        expect(page.get_by_text(text)).to_be_visible()
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)


def test_an_empty_library_says_who_can_fill_it(prepared_home: Path, tmp_path: Path, opens: Opens) -> None:
    (tmp_path / "models").symlink_to(prepared_home / "models")
    with served("streamlit_app.py", tmp_path, LOTSE_OPEN="ask") as address:
        page = opens(f"{address}/?frage={quote(IN_THE_PDF)}")
        expect(page.get_by_text(GERMAN.empty)).to_be_visible()
        expect(page.get_by_test_id("stSkeleton")).to_have_count(0)


def test_every_german_starter_question_is_answered(portal_address: str, opens: Opens) -> None:
    page = opens(portal_address)
    for _, question in GERMAN.starters:
        button(page, question).click()
        expect(page.locator(".origin")).to_be_visible()
        button(page, GERMAN.new_conversation).click()
        expect(page.get_by_text(GERMAN.greeting)).to_be_visible()


def test_a_link_with_a_question_shows_its_answer(portal_address: str, opens: Opens) -> None:
    page = opens(f"{portal_address}/?frage={quote(IN_THE_PDF)}")
    expect(page.get_by_role("heading", level=1)).to_have_text(IN_THE_PDF)
    expect(page.locator(".origin")).to_be_visible()


@pytest.mark.parametrize(("query", "language"), [("", "de"), ("?lang=en", "en"), ("?lang=xx", "de")])
def test_the_page_says_its_language_from_the_first_byte(
    portal_address: str, query: str, language: str
) -> None:
    page = httpx.get(f"{portal_address}/{query}", headers={"accept": "text/html"}, trust_env=False)
    assert f'<html lang="{language}">' in page.text


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("language", TEXTS)
def test_nobody_is_shut_out(portal_address: str, opens: Opens, language: str, dark: bool) -> None:
    page = opens(f"{portal_address}/?lang={language}", dark=dark)
    expect(button(page, TEXTS[language].starters[0][1])).to_be_visible()
    assert violations(page) == []
    ask(page, IN_THE_PDF)
    page.locator("summary").click()
    expect(page.locator("[class*=st-key-line-]").first).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("question", [IN_THE_PDF, JUPITER, "W" * 300], ids=["answer", "nothing", "one word"])
def test_nothing_is_wider_than_a_phone(portal_address: str, opens: Opens, question: str) -> None:
    page = opens(portal_address, PHONE)
    assert overflow(page) == 0
    ask(page, question)
    assert overflow(page) == 0


# with replies that are made up


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["desk", "phone"])
def test_the_beginning_of_an_answer_is_in_view(
    stand_in_address: str, opens: Opens, size: tuple[int, int]
) -> None:
    page = opens(stand_in_address, size)
    ask(page, MIRROR)
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, main.scrollHeight)")
    expect(page.get_by_role("heading", level=1)).not_to_be_in_viewport()
    ask(page, "Wie spiegele ich ein fremdes iPad?")
    page.wait_for_timeout(1000)
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    expect(page.locator(".origin")).to_be_in_viewport()


def test_the_video_plays_from_its_second_with_subtitles(stand_in_address: str, opens: Opens) -> None:
    page = opens(stand_in_address)
    ask(page, MIRROR)
    assert 42 <= played_from(page) < 52
    assert page.locator("video").evaluate("video => video.textTracks[0].mode") == "showing"


def test_a_place_without_picture_is_read_in_a_dialog(stand_in_address: str, opens: Opens) -> None:
    page = opens(stand_in_address, dark=True)
    ask(page, "Passwort vergessen")
    button(page, GERMAN.read_place).click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("mark")).to_have_text("Ein neues Passwort setzt die Administration Ihrer Schule.")
    expect(dialog.locator("table")).to_be_visible()
    assert violations(page) == []


def test_hostile_words_stay_words(stand_in_address: str, opens: Opens) -> None:
    hostile = "<b>WLAN</b> $x^2$ :smile: :material/home: :red[rot] **fett** [hier](javascript:x)"
    page = opens(stand_in_address)
    ask(page, hostile)
    expect(page.get_by_role("heading", level=1)).to_have_text(hostile)
    ask(page, MIRROR)
    label = page.locator("[class*=st-key-back-] button p").inner_text()
    assert hostile.startswith(label.replace("\u2060", "").rstrip("…")[:60])
    assert page.locator("[class*=st-key-back-] :is(b, strong, .katex, a)").count() == 0


def test_the_keyboard_alone_is_enough(stand_in_address: str, opens: Opens) -> None:
    page = opens(stand_in_address)
    expect(button(page, MIRROR)).to_be_visible()
    button(page, MIRROR).focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    outline = button(page, MIRROR).evaluate("button => getComputedStyle(button).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    expect(feedback(page)).to_be_visible()


def test_the_language_can_be_switched_without_losing_the_answer(stand_in_address: str, opens: Opens) -> None:
    page = opens(stand_in_address)
    ask(page, MIRROR)
    page.get_by_role("radio", name="English").or_(button(page, "English")).first.click()
    expect(button(page, ENGLISH.new_conversation)).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text(MIRROR)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert "lang=en" in page.url


def test_trouble_is_told_in_a_friendly_way(stand_in_address: str, opens: Opens) -> None:
    page = opens(stand_in_address)
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill("Es ist kaputt")
    box.press("Enter")
    expect(page.get_by_text(GERMAN.trouble)).to_be_visible()
    expect(page.get_by_text("RuntimeError")).to_have_count(0)


def test_a_judgement_is_thanked_for(stand_in_address: str, opens: Opens) -> None:
    page = opens(stand_in_address)
    ask(page, MIRROR)
    page.locator("[class*=st-key-thumbs-row] button").nth(1).click()
    page.get_by_text(GERMAN.reasons[0]).click()
    button(page, GERMAN.send).click()
    expect(page.get_by_text(GERMAN.thanks)).to_be_visible()
