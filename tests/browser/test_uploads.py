"""An upload as the team does it, in a real browser over the starter library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, Page, expect

from core.people.roles import Role
from tests.browser.conftest import PHONE, WIDE, served
from tests.browser.test_ask import violations
from ui.texts import GERMAN

pytestmark = [pytest.mark.browser, pytest.mark.slow]
U = GERMAN.uploads
TEXT = (
    "# Beamer im Musikraum\n\n## Kein Bild\n\nDrücken Sie die blaue Taste am Beamer. {word}\n\n"
    "## Kein Ton\n\nDrehen Sie am Mischpult den dritten Regler nach oben.\n"
)


@pytest.fixture(scope="module")
def address(prepared_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A copy of the prepared home: other tests count what is in theirs."""
    home = tmp_path_factory.mktemp("uploads") / "home"
    copytree(prepared_home, home, symlinks=True)
    with served("streamlit_app.py", home, LOTSE_DEMO="true", LOTSE_MAX_FILE_MB="30") as found:
        yield found


def signed_in(chromium: Browser, address: str, size: tuple[int, int]) -> Page:
    viewport = {"width": size[0], "height": size[1]}
    page = chromium.new_context(viewport=viewport, locale="de-DE").new_page()  # type: ignore[arg-type]
    page.goto(f"{address}/anmelden?weiter=/anleitungen-pflegen")
    page.get_by_role("button", name=GERMAN.frame.roles[Role.TEAM]).click()
    expect(page.get_by_role("heading", name=U.title)).to_be_visible(timeout=60_000)
    return page


def upload(page: Page, name: str, text: str) -> None:
    file = {"name": name, "mimeType": "text/markdown", "buffer": text.encode()}
    page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    expect(page.get_by_role("heading", name=U.about_it)).to_be_visible(timeout=60_000)


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_from_the_file_to_the_library_and_back(
    chromium: Browser, address: str, size: tuple[int, int]
) -> None:
    page = signed_in(chromium, address, size)
    assert violations(page) == []
    upload(page, f"beamer-{size[0]}.md", TEXT.format(word="Kupfer"))
    page.get_by_label(U.question).fill("Der Ton ist weg")
    page.get_by_label(U.question).press("Enter")
    expect(page.locator(".words .note")).to_contain_text("dritten Regler", timeout=60_000)
    expect(page.get_by_text("Choose an option")).to_have_count(0)
    assert violations(page) == []
    page.get_by_role("button", name=U.publish).click()
    done = U.published.format(title="Beamer im Musikraum")
    expect(page.get_by_text(done)).to_be_visible(timeout=60_000)
    row = page.locator('[class*="st-key-upload-row-"]').first
    link = row.get_by_role("link", name="Beamer im Musikraum")
    assert re.match(r"/anleitung\?d=\w{10}", link.get_attribute("href") or "")
    row.get_by_role("button", name=U.take_back).click()
    expect(page.get_by_text(U.sure_withdraw)).to_be_visible()
    page.get_by_role("button", name=U.yes).click()
    expect(page.get_by_text(U.withdrawn.format(title="Beamer im Musikraum"))).to_be_visible(timeout=60_000)
    assert violations(page) == []
    page.context.close()


def test_a_file_larger_than_streamlit_s_own_limit_arrives(chromium: Browser, address: str) -> None:
    """It is 20 MB in .streamlit/config.toml; the portal's settings hold."""
    page = signed_in(chromium, address, WIDE)
    padded = TEXT.format(word="Silber") + "<!--" + "x" * (22 * 2**20) + "-->\n"
    file = {"name": "gross.md", "mimeType": "text/markdown", "buffer": padded.encode()}
    page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    settled = page.get_by_role("heading", name=U.about_it).or_(page.get_by_role("alert"))
    expect(settled.first).to_be_visible(timeout=90_000)
    expect(page.get_by_text("20MB")).to_have_count(0)
    page.context.close()
