"""Links straight to a page, as the first thing that a server does: it has shown no page to anybody yet.

The people who visit have sessions of their own, made in the portal's database; what they may see is the same
as in `tests/rights`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bootstrap import open_entrance
from core.people import sessions
from core.people.actor import OPERATOR
from core.people.register import add_person
from core.people.roles import Role
from core.people.schools import SchoolFacts, add_school
from core.settings import Settings
from tests.browser.conftest import PHONE, WIDE, served
from ui.texts import GERMAN

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STAND_IN = "tests/browser/stand_in.py"
F, S = GERMAN.frame, GERMAN.staff
SHOWN = {
    "/": GERMAN.greeting,
    "/personen": S.people,
    "/schulen": S.the_schools,
    "/protokoll": S.log,
    "/konto": F.account_page,
    "/hilfe": GERMAN.help.title,
    "/datenschutz": GERMAN.privacy.title,
}
NOT_MINE, WAITS = F.not_for_role, F.unassigned
SIGNS_IN = GERMAN.sign_in.title
# Names that are code: HTML, Markdown, formulas, Streamlit's own directives; and one without a place to break.
CODE = "<img src=x onerror=alert(1)> **fett** `code` :material/home: :red[rot] $x^2$ [Weg](https://boese.example)"
LONG = "Langname" * 25
EMAIL = "=1+1&amp**x**_y_$a$~~w~~@boese.example"
LONG_EMAIL = f"{'lang' * 60}@boese.example"
BECAME_CODE = (
    "img[src=x], .katex, a[href*='boese.example'], "
    ":is(strong, em, code, del, span[style*=color]):text-matches('^(fett|code|rot|x|w|y)$'), "
    "[data-testid=stMarkdownContainer] [data-testid=stIconMaterial]:text-is('home')"
)


@dataclass(frozen=True)
class Town:
    """`secrets` and `numbers` of the people by who they are."""

    home: Path
    secrets: Mapping[str, str]
    numbers: Mapping[str, int]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    home, now = tmp_path_factory.mktemp("town"), datetime.now(UTC)
    door = open_entrance(Settings(home=home))
    with door.database.write.begin() as db:
        schools = [add_school(db, SchoolFacts(name), OPERATOR, now).id for name in (CODE, LONG)]
        people = {
            who: add_person(db, name, email, role, schools, OPERATOR, now)
            for who, name, email, role in (
                ("admin", CODE, EMAIL, Role.ADMIN),
                ("bystander", LONG, LONG_EMAIL, Role.TEACHER),
                ("teacher", "Tina Tafel", "tina@schule.example", Role.TEACHER),
                ("team", "Theo Teich", "theo@schule.example", Role.TEAM),
                ("unassigned", "Nora Neumann", "nora@schule.example", None),
            )
        }
        secrets = {
            who: sessions.begin(db, person.id, lasting=False, now=now) for who, person in people.items()
        }
    door.database.close()
    return Town(home, secrets, {who: person.id for who, person in people.items()})


@contextmanager
def window(
    chromium: Browser, address: str, secret: str | None, size: tuple[int, int] = WIDE
) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, locale="de-DE")
    if secret is not None:
        context.add_cookies([{"name": "lotse", "value": secret, "url": address}])
    yield context.new_page()
    context.close()


def shows(page: Page, address: str, heading: str) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", name=heading).first).to_be_visible(timeout=60_000)


def keeps_to_itself(page: Page) -> None:
    """Nothing of other people, and no way to do anything."""
    page.wait_for_timeout(300)  # for what a page might still send
    assert "@boese.example" not in page.content()
    for kind in ("stTextInput", "stFileUploader", "stChatInput", "stForm"):
        expect(page.get_by_test_id(kind)).to_have_count(0)


# Who comes, the first page of a fresh server, and further pages of the same.
JOURNEYS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "teacher": (
        ("/personen", NOT_MINE),
        ("/schulen", NOT_MINE),
        ("/protokoll", NOT_MINE),
        ("/", SHOWN["/"]),
        ("/konto", SHOWN["/konto"]),
    ),
    "team": (
        ("/schulen", SHOWN["/schulen"]),
        ("/personen", NOT_MINE),
        ("/protokoll", NOT_MINE),
    ),
    "unassigned": (
        ("/", WAITS),
        ("/personen", WAITS),
        ("/konto", SHOWN["/konto"]),
        ("/hilfe", SHOWN["/hilfe"]),
    ),
    "admin": (
        ("/protokoll", SHOWN["/protokoll"]),
        ("/personen", SHOWN["/personen"]),
        ("/schulen", SHOWN["/schulen"]),
        ("/", SHOWN["/"]),
    ),
}


@pytest.mark.parametrize("who", JOURNEYS)
def test_the_first_page_of_a_fresh_server_is_the_one_of_the_link(
    town: Town, chromium: Browser, who: str
) -> None:
    with served(STAND_IN, town.home) as address, window(chromium, address, town.secrets[who]) as page:
        for path, heading in JOURNEYS[who]:
            query = f"?person={town.numbers['bystander']}" if heading == NOT_MINE else ""
            shows(page, f"{address}{path}{query}", heading)
            assert page.url == f"{address}{path}{query}"
            if heading in {NOT_MINE, WAITS}:
                keeps_to_itself(page)


@pytest.mark.parametrize("first", ["/personen", "/konto"])
def test_a_guest_is_led_to_the_sign_in_by_a_fresh_server(town: Town, chromium: Browser, first: str) -> None:
    with served(STAND_IN, town.home) as address, window(chromium, address, None) as page:
        for path in (first, "/schulen", "/protokoll", "/personen", "/konto", "/"):
            shows(page, f"{address}{path}", SIGNS_IN)
            assert page.url.startswith(f"{address}/anmelden")
            keeps_to_itself(page)
        for path in ("/hilfe", "/datenschutz"):
            shows(page, f"{address}{path}", SHOWN[path])


# Each view, and the names that it shows.
VIEWS = {
    "/personen": (CODE, LONG, EMAIL, LONG_EMAIL),
    "/personen?person={bystander}": (CODE, LONG),
    "/schulen": (CODE, LONG),
    "/schulen?schule=1": (CODE,),
    "/schulen?schule=2": (LONG,),
    "/protokoll": (CODE, LONG),
    "/konto": (CODE, LONG, EMAIL),
}


@pytest.fixture(scope="module")
def started(town: Town) -> Iterator[str]:
    """A server that may have shown other pages before."""
    with served(STAND_IN, town.home) as address:
        yield address


def as_read(name: str) -> re.Pattern[str]:
    """The name letter by letter; a joiner that nobody sees may keep a colon from beginning a directive."""
    return re.compile(re.escape(name).replace(":", ":\u2060?"))


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["desk", "phone"])
def test_names_that_are_code_are_read_as_words(
    town: Town, started: str, chromium: Browser, size: tuple[int, int]
) -> None:
    with window(chromium, started, town.secrets["admin"], size) as page:
        page.on("dialog", lambda dialog: pytest.fail("a name was run"))
        for view, names in VIEWS.items():
            page.goto(started + view.format(**town.numbers))
            main = page.get_by_test_id("stMain")
            expect(main.get_by_role("heading", level=1)).to_be_visible(timeout=60_000)
            for name in names:
                expect(main.get_by_text(as_read(name)).first, view).to_be_attached()
            expect(page.locator(".person strong"), view).to_have_text(CODE)
            expect(page.locator(BECAME_CODE), view).to_have_count(0)
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, view
            wider = "(main) => main.scrollWidth - main.clientWidth"
            assert main.evaluate(wider) <= 0, view


def test_schools_to_choose_from_are_read_as_words(town: Town, started: str, chromium: Browser) -> None:
    with window(chromium, started, town.secrets["admin"]) as page:
        page.goto(f"{started}/personen?ansicht=neu")
        for field in (F.your_school, S.schools):
            box = page.get_by_role("combobox", name=field)
            box.click(timeout=60_000)
            for name in (CODE, LONG):  # of many schools only those in sight are there
                box.fill(name[:12])
                expect(page.get_by_role("option").filter(has_text=name)).to_have_count(1)
                expect(page.locator(BECAME_CODE)).to_have_count(0)
            box.fill("")
            page.keyboard.press("Escape")
