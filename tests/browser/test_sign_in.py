"""Signing in and out as people do it: with a password, through a service, by a click in a demonstration."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from bootstrap import open_entrance
from core.people.actor import OPERATOR
from core.people.passwords import hashed
from core.people.people import person_by_email
from core.people.register import add_person, deactivate, set_role
from core.people.roles import Role
from core.people.schools import SchoolFacts, add_school
from core.people.tables import PersonRow
from core.settings import Settings
from tests.browser.conftest import PHONE, WIDE, free_port, served
from tests.browser.test_ask import violations
from ui.texts import ENGLISH, GERMAN, TEXTS

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STAND_IN = "tests/browser/stand_in.py"
EMAIL, PASSWORD = "anna@schule.example", "drei Hasen tanzen Walzer"
G = GERMAN.sign_in
USERS = [
    {"sub": "lehrerin", "name": "Lena Licht", "email": "lena@schule.example", "email_verified": True}
    | {"rolle": ["LEHR"], "schule": "GS Am Westring"},
    {"sub": "neu", "name": "Nora Neu", "email": "nora@schule.example", "email_verified": True},
    {"sub": "gesperrt", "name": "Gero Gesperrt", "email": "gero@schule.example", "email_verified": True},
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portal with one teacher at two schools, one administrator, and one school without people."""
    home = tmp_path_factory.mktemp("people")
    door = open_entrance(Settings(home=home))
    now = datetime.now(UTC)
    with door.database.write.begin() as db:
        schools = [
            add_school(db, SchoolFacts(name), OPERATOR, now).id for name in ("GS Am Westring", "GS Salbke")
        ]
        for name, email, role in (
            ("Anna <i>Sommer</i> **fett**", EMAIL, Role.TEACHER),
            ("Ruth Albrecht", "ruth@schule.example", Role.ADMIN),
        ):
            person = add_person(db, name, email, role, schools, OPERATOR, now)
            db.get_one(PersonRow, person.id).password = hashed(PASSWORD)
        gone = add_person(db, "Gero", "gero@schule.example", Role.TEACHER, [], OPERATOR, now)
        deactivate(db, gone.id, OPERATOR, now)
    door.database.close()
    return home


@pytest.fixture(scope="module")
def closed(home: Path) -> Iterator[str]:
    """Nothing is open without signing in."""
    with served(STAND_IN, home) as address:
        yield address


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """A real OpenID provider on this machine."""
    port = free_port()
    users = [option for user in USERS for option in ("--user-claims", json.dumps(user))]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port), *users]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(100):
            try:
                httpx.get(f"{address}/.well-known/openid-configuration", trust_env=False)
                break
            except httpx.TransportError:
                assert process.poll() is None
                time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture(scope="module")
def with_service(home: Path, provider: str) -> Iterator[str]:
    with served(
        STAND_IN,
        home,
        LOTSE_OIDC_METADATA_URL=f"{provider}/.well-known/openid-configuration",
        LOTSE_OIDC_CLIENT_ID="lotse",
        LOTSE_OIDC_CLIENT_SECRET="geheim",
        LOTSE_OIDC_NAME="dem Landeskonto",
        LOTSE_OIDC_ROLE_CLAIM="rolle",
        LOTSE_OIDC_ROLES="LEHR=teacher",
        LOTSE_OIDC_SCHOOL_CLAIM="schule",
    ) as address:
        yield address


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(
        viewport={"width": WIDE[0], "height": WIDE[1]}, locale="de-DE", color_scheme="light"
    )
    yield context
    context.close()


def fill_in(page: Page, password: str = PASSWORD, email: str = EMAIL) -> None:
    page.get_by_label(G.email).fill(email)
    page.get_by_label(G.password).fill(password)
    page.get_by_role("button", name=G.submit).click()


def person_shown(page: Page) -> None:
    expect(page.locator(".person strong")).to_be_visible(timeout=60_000)


def asked(page: Page, question: str) -> None:
    expect(page.get_by_role("heading", level=1, name=question)).to_be_visible(timeout=60_000)


def sign_out(page: Page) -> None:
    page.get_by_role("link", name=GERMAN.frame.sign_out).click()


# with a password


def test_with_a_password_to_where_the_link_led(closed: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(f"{closed}/?frage=Wie+spiegele+ich+mein+iPad%3F")
    expect(page.get_by_role("heading", name=G.title)).to_be_visible()
    expect(page.get_by_text(G.lead_wanted)).to_be_visible()
    fill_in(page)
    asked(page, "Wie spiegele ich mein iPad?")
    expect(page.locator(".person strong")).to_have_text("Anna <i>Sommer</i> **fett**")


def test_a_wrong_password_is_told_and_nothing_typed_is_lost(closed: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(closed)
    fill_in(page, "falsch geraten")
    expect(page.get_by_role("alert")).to_have_text(G.wrong)
    expect(page.get_by_label(G.email)).to_have_value(EMAIL)
    expect(page.get_by_label(G.password)).to_be_focused()


def test_the_session_survives_a_reload_and_ends_with_sign_out(closed: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(f"{closed}/konto")
    fill_in(page)
    person_shown(page)
    page.reload()
    person_shown(page)
    sign_out(page)
    expect(page.get_by_text(G.signed_out)).to_be_visible()
    page.goto(f"{closed}/konto")
    expect(page.get_by_role("heading", name=G.title)).to_be_visible()
    assert [cookie for cookie in context.cookies() if cookie["name"] == "lotse"] == []


def test_scripts_cannot_see_the_session(closed: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(closed)
    fill_in(page)
    person_shown(page)
    assert "lotse" not in page.evaluate("document.cookie")
    [cookie] = [cookie for cookie in context.cookies() if cookie["name"] == "lotse"]
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Lax")


def test_signed_out_elsewhere_the_next_click_says_so(closed: str, context: BrowserContext) -> None:
    first, second = context.new_page(), context.new_page()
    first.goto(closed)
    fill_in(first)
    person_shown(first)
    second.goto(closed)
    person_shown(second)
    sign_out(second)
    expect(second.get_by_text(G.signed_out)).to_be_visible()
    first.get_by_role("radio", name="English").or_(first.get_by_role("button", name="English")).first.click()
    expect(first.get_by_text(ENGLISH.frame.signed_out)).to_be_visible()
    expect(first.get_by_test_id("stChatInputTextArea")).to_have_count(0)


def test_somebody_else_in_the_same_window_sees_nothing_of_the_person_before(
    closed: str, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(f"{closed}/?frage=Meine+private+Frage")
    fill_in(page)
    asked(page, "Meine private Frage")
    sign_out(page)
    expect(page.get_by_text(G.signed_out)).to_be_visible()
    fill_in(page, email="ruth@schule.example")
    person_shown(page)
    expect(page.get_by_text("Meine private Frage")).to_have_count(0)


def test_a_page_for_others_is_refused_even_as_the_first_page_of_a_fresh_server(
    home: Path, context: BrowserContext
) -> None:
    with served(STAND_IN, home) as address:
        page = context.new_page()
        page.goto(f"{address}/personen?person=2")
        fill_in(page)
        expect(page.get_by_text(GERMAN.frame.not_for_role)).to_be_visible(timeout=60_000)
        assert "ruth@schule.example" not in page.content()


def test_the_school_is_switched_among_one_s_own(closed: str, home: Path, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(closed)
    fill_in(page)
    person_shown(page)
    school = page.get_by_role("combobox", name=re.compile(GERMAN.frame.your_school))
    school.click()
    options = page.get_by_role("option")
    expect(options).to_have_count(2)
    options.filter(has_text="GS Salbke").click()
    page.wait_for_timeout(1500)
    page.reload()
    person_shown(page)
    expect(school).to_have_value("GS Salbke")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["desk", "phone"])
def test_nobody_is_shut_out_of_signing_in(
    closed: str, chromium: Browser, language: str, dark: bool, size: tuple[int, int]
) -> None:
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if dark else "light"
    )
    page = context.new_page()
    for way in ("/anmelden", "/abmelden", "/passwort", "/passwort/neu", "/gibt-es-nicht"):
        page.goto(f"{closed}{way}?lang={language}")
        expect(page.locator("html")).to_have_attribute("lang", language)
        assert violations(page) == [], way
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, way
    context.close()


def test_the_keyboard_alone_signs_in_and_skips_the_navigation(closed: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(closed)
    expect(page.get_by_role("textbox").first).to_be_focused()
    page.keyboard.type(EMAIL)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    person_shown(page)
    expect(page.get_by_text(GERMAN.greeting)).to_be_visible(timeout=60_000)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name=GERMAN.frame.skip)
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('[data-testid=stMain]') !== null")


# through a sign-in service


def through_service(page: Page, address: str, user: str, way: str = "/") -> None:
    page.goto(f"{address}{way}")
    page.get_by_role("link", name=G.with_service.format(name="dem Landeskonto")).click()
    page.get_by_role("button", name=user).click(timeout=60_000)


def test_through_a_service_to_where_the_link_led(with_service: str, context: BrowserContext) -> None:
    page = context.new_page()
    through_service(page, with_service, "lehrerin", "/?frage=Wie+spiegele+ich+mein+iPad%3F")
    asked(page, "Wie spiegele ich mein iPad?")
    expect(page.locator(".person")).to_contain_text("Lena Licht")
    expect(page.locator(".person")).to_contain_text("Lehrkraft, GS Am Westring")


def test_somebody_unknown_is_told_what_happens_next_and_stands_in_the_list(
    with_service: str, home: Path, context: BrowserContext
) -> None:
    page = context.new_page()
    through_service(page, with_service, "neu")
    expect(page.get_by_text(GERMAN.frame.unassigned)).to_be_visible(timeout=60_000)
    expect(page.get_by_text("nora@schule.example")).to_be_visible()
    expect(page.get_by_test_id("stChatInputTextArea")).to_have_count(0)
    door = open_entrance(Settings(home=home))
    with door.database.write.begin() as db:
        nora = person_by_email(db, "nora@schule.example")
        assert nora is not None
        assert nora.role is None
        set_role(db, nora.id, Role.TEACHER, OPERATOR, datetime.now(UTC))
    page.reload()
    expect(page.get_by_test_id("stChatInputTextArea")).to_be_visible(timeout=60_000)


def test_who_is_deactivated_is_told_so_and_stays_out(with_service: str, context: BrowserContext) -> None:
    page = context.new_page()
    through_service(page, with_service, "gesperrt")
    expect(page.get_by_text(GERMAN.frame.sign_in_fails)).to_be_visible(timeout=60_000)
    page.goto(f"{with_service}/konto")
    expect(page.get_by_role("heading", name=G.title)).to_be_visible()


def test_signing_out_ends_the_service_s_part_too(with_service: str, context: BrowserContext) -> None:
    page = context.new_page()
    through_service(page, with_service, "lehrerin")
    person_shown(page)
    sign_out(page)
    page.get_by_role("button", name="End session").click(timeout=60_000)
    expect(page.get_by_role("heading", name=G.title)).to_be_visible(timeout=60_000)
    assert {cookie["name"] for cookie in context.cookies()} & {"lotse", "_streamlit_user"} == set()


def test_what_the_service_once_said_signs_nobody_in_again(with_service: str, context: BrowserContext) -> None:
    """Streamlit keeps the claims for 30 days; without a new sign-in they are worth nothing here."""
    page = context.new_page()
    through_service(page, with_service, "lehrerin")
    person_shown(page)
    context.clear_cookies(name="lotse")
    page.goto(f"{with_service}/konto")
    expect(page.get_by_role("heading", name=G.title)).to_be_visible(timeout=60_000)


# in a demonstration


@pytest.mark.parametrize("role", [Role.ASSISTANT, Role.ADMIN])
def test_one_click_in_a_demonstration(portal_address: str, context: BrowserContext, role: Role) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    page.goto(f"{portal_address}/anmelden?weiter=/hilfe")
    page.get_by_role("button", name=GERMAN.frame.roles[role]).click()
    expect(page.get_by_text(GERMAN.frame.demo)).to_be_visible(timeout=60_000)
    assert page.url.endswith("/hilfe")
