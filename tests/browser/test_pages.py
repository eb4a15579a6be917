"""Every page around the assistant, as somebody with all rights sees it: for everyone, on every screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bootstrap import open_entrance
from core.people import sessions
from core.people.actor import OPERATOR
from core.people.claims import admit
from core.people.people import person_by_email
from core.people.register import add_person
from core.people.roles import Role
from core.people.schools import SchoolFacts, add_school
from core.settings import Settings
from tests.browser.conftest import PHONE, WIDE, served
from tests.browser.test_ask import overflow, violations
from tests.browser.test_sign_in import STAND_IN
from tests.core.mail.mail_server import LOCALHOST, MailServer, OnAnyPort
from ui.texts import ENGLISH, GERMAN, TEXTS

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LONG = "Katharina-Elisabeth von und zu Hohenlohe-Langenburg-Schillingsfürst"
PAGES = (
    "/personen",
    "/personen?person=2",
    "/personen?ansicht=neu",
    "/personen?ansicht=liste",
    "/schulen",
    "/schulen?ansicht=neu",
    "/protokoll",
    "/konto",
    "/hilfe",
    "/datenschutz",
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty people, one of them waiting for a role, some with names that are hard on a layout."""
    home = tmp_path_factory.mktemp("pages")
    door = open_entrance(Settings(home=home))
    now = datetime.now(UTC)
    with door.database.write.begin() as db:
        names = ("GS Am Westring", "Förderschule mit Ausgleichsklassen Erich Kästner Magdeburg-Nord")
        schools = [add_school(db, SchoolFacts(name), OPERATOR, now).id for name in names]
        add_person(db, "Ruth Albrecht", "ruth@schule.example", Role.ADMIN, [], OPERATOR, now)
        add_person(db, LONG, f"{'lang' * 12}@schule.example", Role.ASSISTANT, schools, OPERATOR, now)
        for number in range(28):
            email = f"lehrkraft{number}@schule.example"
            add_person(db, f"Lehrkraft {number}", email, Role.TEACHER, schools[:1], OPERATOR, now)
        claims = {
            "iss": "https://anmeldung.example",
            "sub": "1",
            "name": "Nora Neu",
            "email": "nora@x.example",
        }
        admit(db, claims, door.words, now)
    door.database.close()
    return home


@pytest.fixture(scope="module")
def address(home: Path) -> Iterator[str]:
    with served(STAND_IN, home) as address:
        yield address


def signed_in(chromium: Browser, home: Path, address: str, size: tuple[int, int], dark: bool) -> Page:
    door = open_entrance(Settings(home=home))
    with door.database.write.begin() as db:
        ruth = person_by_email(db, "ruth@schule.example")
        assert ruth is not None
        secret = sessions.begin(db, ruth.id, False, datetime.now(UTC))
    door.database.close()
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if dark else "light"
    )
    context.add_cookies([{"name": "lotse", "value": secret, "url": address, "httpOnly": True}])
    return context.new_page()


# Each two of language, light and screen meet once.
@pytest.mark.parametrize(
    ("language", "dark", "size"),
    [("de", False, WIDE), ("de", True, PHONE), ("en", True, WIDE), ("en", False, PHONE)],
    ids=["de-light-desk", "de-dark-phone", "en-dark-desk", "en-light-phone"],
)
def test_nobody_is_shut_out_of_any_page(
    chromium: Browser, home: Path, address: str, language: str, dark: bool, size: tuple[int, int]
) -> None:
    page = signed_in(chromium, home, address, size, dark)
    refused = []
    page.on("console", lambda m: "Content Security Policy" in m.text and refused.append(m.text))
    for way in PAGES:
        page.goto(f"{address}{way}{'&' if '?' in way else '?'}lang={language}")
        expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=60_000)
        expect(page.locator("html")).to_have_attribute("lang", language)
        page.wait_for_timeout(500)
        assert violations(page) == [], way
        assert overflow(page) == 0, way
    assert refused == []
    page.context.close()


@pytest.mark.parametrize("language", TEXTS)
def test_the_sidebar_on_a_phone_is_a_menu_that_shuts_nobody_out(
    chromium: Browser, home: Path, address: str, language: str
) -> None:
    page = signed_in(chromium, home, address, PHONE, dark=language == "en")
    page.goto(f"{address}/hilfe?lang={language}")
    page.get_by_test_id("stExpandSidebarButton").click(timeout=60_000)
    expect(page.locator(".person strong")).to_be_in_viewport()
    expect(page.get_by_role("link", name=TEXTS[language].frame.sign_out)).to_be_visible()
    assert violations(page) == []
    page.context.close()


def test_the_administrator_gives_somebody_new_a_role(chromium: Browser, home: Path, address: str) -> None:
    page = signed_in(chromium, home, address, WIDE, dark=False)
    page.goto(f"{address}/personen")
    expect(page.get_by_text("Nora Neu").first).to_be_visible(timeout=60_000)
    page.get_by_role("combobox", name=re.compile("Rolle")).first.click()
    page.get_by_role("option", name=GERMAN.frame.roles[Role.TEACHER]).click()
    page.get_by_role("button", name=GERMAN.staff.assign).click()
    expect(page.get_by_text(GERMAN.staff.waiting)).to_have_count(0)
    page.goto(f"{address}/protokoll")
    expect(page.get_by_text("Nora Neu").first).to_be_visible(timeout=60_000)
    page.context.close()


def test_the_data_that_is_taken_along_is_a_file(chromium: Browser, home: Path, address: str) -> None:
    page = signed_in(chromium, home, address, WIDE, dark=False)
    page.goto(f"{address}/konto")
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("link", name=GERMAN.account.download).click()
    assert "ruth@schule.example" in Path(download.value.path()).read_text("utf-8")
    page.context.close()


def test_after_signing_out_the_way_back_shows_nothing(chromium: Browser, home: Path, address: str) -> None:
    page = signed_in(chromium, home, address, WIDE, dark=False)
    page.goto(f"{address}/personen")
    expect(page.get_by_text("Lehrkraft 7", exact=True)).to_be_visible(timeout=60_000)
    page.get_by_role("link", name=GERMAN.frame.sign_out).click()
    expect(page.get_by_text(GERMAN.sign_in.signed_out)).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name=GERMAN.sign_in.title)).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Lehrkraft 7", exact=True)).to_have_count(0)
    page.context.close()


def test_a_forgotten_password_by_a_real_mail(chromium: Browser, tmp_path: Path) -> None:
    mail_server = MailServer()
    controller = OnAnyPort(mail_server, hostname=LOCALHOST, port=0)
    controller.start()
    door = open_entrance(Settings(home=tmp_path))
    with door.database.write.begin() as db:
        add_person(db, "Anna", "anna@schule.example", Role.TEACHER, [], OPERATOR, datetime.now(UTC))
    smtp = {
        "LOTSE_SMTP_HOST": LOCALHOST,
        "LOTSE_SMTP_PORT": str(controller.port),
        "LOTSE_SMTP_SECURITY": "none",
    }
    with served(STAND_IN, tmp_path, **smtp) as address:
        page = chromium.new_context(locale="en-GB").new_page()
        page.goto(f"{address}/?lang=en")
        page.get_by_role("link", name=ENGLISH.sign_in.forgotten).click()
        page.get_by_label(ENGLISH.sign_in.email).fill("anna@schule.example")
        page.get_by_role("button", name=ENGLISH.sign_in.forgotten_submit).click()
        expect(page.get_by_role("heading", name=ENGLISH.sign_in.sent_title)).to_be_visible()
        for _ in range(100):
            if mail_server.taken:
                break
            page.wait_for_timeout(200)
        [mail] = mail_server.taken
        link = re.search(r"http\S+/passwort/neu\S+", mail.message.get_content())
        assert link is not None
        page.goto(link[0])
        page.get_by_label(ENGLISH.sign_in.new_password).fill("blaue Kreide riecht nach Regen")
        page.get_by_label(ENGLISH.sign_in.new_again).fill("blaue Kreide riecht nach Regen")
        page.get_by_role("button", name=ENGLISH.sign_in.new_submit).click()
        expect(page.get_by_text(ENGLISH.sign_in.changed)).to_be_visible()
        page.get_by_label(ENGLISH.sign_in.email).fill("anna@schule.example")
        page.get_by_label(ENGLISH.sign_in.password).fill("blaue Kreide riecht nach Regen")
        page.get_by_role("button", name=ENGLISH.sign_in.submit).click()
        expect(page.locator(".person strong")).to_have_text("Anna", timeout=60_000)
        page.context.close()
    controller.stop()
