"""How soon the list of trainings is there in a browser: `python -m benchmarks.training_list HOME [--dates N]
[--bookings N]`.

Copies a home that `manage.py prepare` has made, fills it with dates and bookings, starts the portal and opens
the list in Chromium: from calling the address to the first card, with the browser's files already there; then
turning to it from another page of the portal; then narrowing it. Beside it the same for the help page, which
asks the database for nothing.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

import benchmarks.trainings as made
from core.database import open_database
from core.migration import migrate
from core.people import sessions
from core.settings import Settings
from tests.browser.conftest import FLAGS, WIDE, served

TIMES = 7
FIRST_CARD = ".st-key-date-cards [class*=st-key-date-card-]"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("--dates", type=int, default=5000)
    parser.add_argument("--bookings", type=int, default=50_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        shutil.copytree(given.home, home, symlinks=True)
        secret = fill(home, given.dates, given.bookings)
        with served("streamlit_app.py", home, LOTSE_OPEN="nothing") as address, sync_playwright() as play:
            program = shutil.which("chromium") or shutil.which("google-chrome")
            browser = play.chromium.launch(executable_path=program, args=FLAGS)
            context = browser.new_context(viewport={"width": WIDE[0], "height": WIDE[1]}, locale="de-DE")
            context.add_cookies([{"name": "lotse", "value": secret, "url": address}])
            measure(context.new_page(), address)
            browser.close()


def fill(home: Path, dates: int, bookings: int) -> str:
    """The secret of a session of the first person."""
    made.NOW = datetime.now(UTC)
    database = open_database(Settings(home=home).database)
    migrate(database)
    people = made.fill(database, dates, bookings)
    with database.write.begin() as db:
        secret = sessions.begin(db, people[0].id, lasting=False, now=made.NOW)
    database.close()
    return secret


def measure(page: Page, address: str) -> None:
    card, title = page.locator(FIRST_CARD).first, page.locator("h1")
    page.goto(f"{address}/fortbildungen")
    expect(card).to_be_visible(timeout=60_000)

    def opened(path: str) -> None:
        page.goto(f"{address}{path}")
        expect(card if path == "/fortbildungen" else title).to_be_visible()

    def turned_to() -> None:
        page.get_by_role("link", name="Fortbildungen", exact=True).click()
        expect(card).to_be_visible()

    def narrowed() -> None:
        page.get_by_role("button", name="Mit freien Plätzen").click()
        expect(page.locator(".stApp[data-test-script-state=notRunning]")).to_be_visible()

    tell("the list, called by its address", lambda: opened("/fortbildungen"))
    tell("the help page, called by its address", lambda: opened("/hilfe"))
    tell("the list, from another page", turned_to, before=lambda: opened("/hilfe"))
    opened("/fortbildungen")
    tell("the list, narrowed", narrowed)


def tell(what: str, does: Callable[[], None], before: Callable[[], None] = lambda: None) -> None:
    spent = []
    for _ in range(TIMES):
        before()
        begun = time.perf_counter()
        does()
        spent.append(time.perf_counter() - begun)
    print(f"{what}: {statistics.median(spent):.2f} s ({min(spent):.2f} to {max(spent):.2f})")


if __name__ == "__main__":
    main()
