"""Takes the pictures of this folder from a running portal: `python docs/pictures/take.py http://localhost:8501`.

Needs requirements-dev.txt and a Chromium on the machine."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).resolve().parent
QUESTION = "Das iPad findet das Display nicht. Was kann ich tun?"
DESK, PHONE = (1280, 900), (390, 844)
PICTURES = {
    "ask": (DESK, False, QUESTION),
    "ask-dark": (DESK, True, QUESTION),
    "ask-phone": (PHONE, False, QUESTION),
    "start": (DESK, False, ""),
}


def take(browser: Browser, address: str, name: str) -> None:
    (width, height), dark, question = PICTURES[name]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=2 if width < 500 else 1,
        locale="de-DE",
        color_scheme="dark" if dark else "light",
    )
    page = context.new_page()
    page.goto(f"{address}/?frage={quote(question)}" if question else address)
    page.locator(".origin" if question else ".st-key-starters").wait_for(timeout=60_000)
    page.wait_for_timeout(2500)  # pictures and fonts fade in
    page.screenshot(path=HERE / f"{name}.png")
    context.close()


def main(address: str) -> None:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for name in PICTURES:
            take(browser, address.rstrip("/"), name)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
