"""Takes the pictures of this folder from a running demonstration: `python -m docs.pictures.take
http://localhost:8501`; names behind the address take only those.

Needs requirements-dev.txt and a Chromium on the machine."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, sync_playwright

from knowledge.codes import document_code

HERE = Path(__file__).resolve().parent
QUESTION = f"/?frage={quote('Wie spiegele ich mein iPad auf das Display?')}"
DESK, PHONE, CLASSROOM, TALL = (1280, 900), (390, 844), (1280, 720), (1280, 1240)
SHEET = document_code("starter", "kurzanleitung-display.pdf")
VIDEO = document_code("starter", "kein-ton-kein-bild.mp4")
FREEZE = "fyj281pqnt"  # a section of "Display: die ersten Schritte"


@dataclass(frozen=True)
class Picture:
    """What is opened, as whom, and what must be there before the picture is taken."""

    way: str
    ready: str
    size: tuple[int, int] = DESK
    dark: bool = False
    role: str | None = None


PICTURES = {
    "start": Picture("/", ".st-key-starters"),
    "ask": Picture(QUESTION, ".origin", role="Lehrkraft"),
    "ask-dark": Picture(QUESTION, ".origin", dark=True, role="Lehrkraft"),
    "ask-phone": Picture(QUESTION, ".origin", PHONE, role="Lehrkraft"),
    "sign-in": Picture("/anmelden", "#inhalt"),
    "library": Picture("/bibliothek?geraet=Display", ".st-key-document-rows", role="Lehrkraft"),
    "manual": Picture(f"/anleitung?d={VIDEO}", "video", role="Lehrkraft"),
    "class-view": Picture(f"/vor-der-klasse/{FREEZE}?block=0", "ol", CLASSROOM, role="Lehrkraft"),
    "cards": Picture(f"/karten?c={SHEET}&viermal=1", "img", role="Lehrkraft"),
    "trainings": Picture("/fortbildungen", ".st-key-date-cards", role="Lehrkraft"),
    "my-trainings": Picture("/meine-fortbildungen", ".st-key-date-cards, h2", PHONE, role="Lehrkraft"),
    "course": Picture("/kurse?termin=1", "h1", role="Trainer/in"),
    "planning": Picture("/fortbildungen-planen", "h1", role="Schulträger-Team"),
    "deliveries": Picture("/lieferungen", ".st-key-delivery-cards", TALL, role="Lehrkraft"),
    "deliveries-phone": Picture("/lieferungen", ".st-key-delivery-cards", PHONE, role="Lehrkraft"),
    "all-schools": Picture("/lieferungen-aller-schulen", ".city-table", role="Schulträger-Team"),
    "people": Picture("/personen", "[class*=st-key-person-row-]", role="Verwaltung"),
}


def take(browser: Browser, address: str, name: str) -> None:
    picture = PICTURES[name]
    width, height = picture.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=2 if width < 500 else 1,
        locale="de-DE",
        color_scheme="dark" if picture.dark else "light",
    )
    page = context.new_page()
    if picture.role:
        page.goto(f"{address}/anmelden")
        page.get_by_role("button", name=picture.role).click()
    page.goto(f"{address}{picture.way}")
    page.locator(picture.ready).first.wait_for(timeout=60_000)
    page.wait_for_timeout(2500)  # pictures and fonts fade in
    page.screenshot(path=HERE / f"{name}.png")
    context.close()


def main(address: str, *names: str) -> None:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for name in names or PICTURES:
            take(browser, address.rstrip("/"), name)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
