"""Each page and each visitor: what is shown, what is refused, what the navigation offers.

The table is written out and not computed from the rights: a right that is given to the wrong role fails here.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from streamlit.testing.v1 import AppTest

import ui.portal
from core.people import sessions
from core.people.tables import PersonRow
from tests.pages.conftest import words
from tests.rights.conftest import Town, Ways, Window, turned_to
from tests.ui.sign_in.conftest import browser
from ui.language import KEY as LANGUAGE
from ui.navigation import ENTRIES
from ui.texts import GERMAN

F = GERMAN.frame
S, W, R, X = "shown", "signs in first", "waits for a role", "not for the role"
GUESTS = ("guest", "guest, open", "without role", "without role, open")
VISITORS = (*GUESTS, "teacher", "head", "assistant", "trainer", "team", "admin")
#                          guest    without role   T  H  A  T  Team Admin
TABLE: Mapping[str, tuple[str, ...]] = {
    "ask.py":            (W, S,       R, S,        S, S, S, S, S,   S),
    "library.py":        (W, S,       R, S,        S, S, S, S, S,   S),
    "manual.py":         (W, S,       R, S,        S, S, S, S, S,   S),
    "training_dates.py": (W, W,       R, R,        S, S, S, S, S,   S),
    "training_date.py":  (W, W,       R, R,        S, S, S, S, S,   S),
    "my_trainings.py":   (W, W,       R, R,        S, S, S, S, S,   S),
    "training_wish.py":  (W, W,       R, R,        S, S, S, S, S,   S),
    "school_deliveries.py": (W, W,    R, R,        S, S, S, S, S,   S),
    "order_line.py":     (W, W,       R, R,        S, S, S, S, S,   S),
    "city_deliveries.py": (W, W,      R, R,        X, X, X, X, S,   S),
    "delivery_lists.py": (W, W,       R, R,        X, X, X, X, S,   S),
    "courses.py":        (W, W,       R, R,        X, X, X, S, S,   S),
    "training_plan.py":  (W, W,       R, R,        X, X, X, X, S,   S),
    "library_desk.py":   (W, W,       R, R,        X, X, X, X, S,   S),
    "device_labels.py":  (W, W,       R, R,        X, X, S, X, S,   S),
    "people.py":         (W, W,       R, R,        X, X, X, X, X,   S),
    "schools.py":        (W, W,       R, R,        X, X, X, X, S,   S),
    "post.py":           (W, W,       S, S,        S, S, S, S, S,   S),
    "audit_log.py":      (W, W,       R, R,        X, X, X, X, X,   S),
    "account.py":        (W, W,       S, S,        S, S, S, S, S,   S),
    "help_page.py":      (S, S,       S, S,        S, S, S, S, S,   S),
    "privacy.py":        (S, S,       S, S,        S, S, S, S, S,   S),
    "school_account.py": (S, S,       S, S,        S, S, S, S, S,   S),
}  # fmt: skip
# Where they may be seen, their links need the navigation.
LEAD_ELSEWHERE = {
    "library.py",
    "manual.py",
    "training_dates.py",
    "training_date.py",
    "my_trainings.py",
    "training_wish.py",
    "school_deliveries.py",
    "order_line.py",
}
REFUSALS = {W: F.signed_out, R: F.unassigned, X: F.not_for_role}

HEADINGS = {
    "ask.py": GERMAN.greeting,
    "library.py": GERMAN.library.title,
    "manual.py": GERMAN.library.not_there,
    "library_desk.py": GERMAN.uploads.title,
    "training_dates.py": GERMAN.trainings.title,
    "training_date.py": GERMAN.trainings.not_there,
    "my_trainings.py": GERMAN.trainings.mine_title,
    "training_wish.py": GERMAN.wishes.title,
    "school_deliveries.py": GERMAN.deliveries.title.format(school="die GS Am Park"),
    "order_line.py": GERMAN.deliveries.no_line,
    "city_deliveries.py": GERMAN.city.title,
    "delivery_lists.py": GERMAN.lists.title,
    "courses.py": GERMAN.courses.title,
    "training_plan.py": GERMAN.planning.title,
    "post.py": GERMAN.post.title,
    "device_labels.py": GERMAN.codes.title,
    "people.py": GERMAN.staff.people,
    "schools.py": GERMAN.staff.the_schools,
    "audit_log.py": GERMAN.staff.log,
    "account.py": GERMAN.account.delete,
    "help_page.py": GERMAN.help.title,
    "privacy.py": GERMAN.privacy.title,
    "school_account.py": 'location.replace("/")',
}

# Whoever looks after all schools chooses one first.
WITHOUT_SCHOOL = {"school_deliveries.py": GERMAN.deliveries.which_school}

ASK, LIBRARY, TRAININGS, MINE = "", "bibliothek", "fortbildungen", "meine-fortbildungen"
DELIVERIES, CITY, LISTS = "lieferungen", "lieferungen-aller-schulen", "lieferlisten"
COURSES, PLAN, UPLOADS, LABELS = "kurse", "fortbildungen-planen", "anleitungen-pflegen", "geraete"
PEOPLE, SCHOOLS, POST, LOG, OWN = "personen", "schulen", "post", "protokoll", "konto"
FOOT = ["hilfe", "datenschutz"]
PLANNED = [COURSES, PLAN, CITY, LISTS]
OF_ALL_SCHOOLS = [ASK, LIBRARY, TRAININGS, MINE]
ALL = [*OF_ALL_SCHOOLS, DELIVERIES]  # for whoever has a school
OFFERED = {
    "guest": FOOT,
    "guest, open": [ASK, LIBRARY, *FOOT],
    "without role": [OWN, *FOOT],
    "without role, open": [ASK, LIBRARY, OWN, *FOOT],
    "teacher": [*ALL, OWN, *FOOT],
    "head": [*ALL, OWN, *FOOT],
    "assistant": [*ALL, LABELS, OWN, *FOOT],
    "trainer": [*ALL, COURSES, OWN, *FOOT],
    "team": [*OF_ALL_SCHOOLS, *PLANNED, UPLOADS, LABELS, SCHOOLS, POST, OWN, *FOOT],
    "admin": [
        *OF_ALL_SCHOOLS,
        COURSES,
        PLAN,
        CITY,
        LISTS,
        UPLOADS,
        LABELS,
        PEOPLE,
        SCHOOLS,
        POST,
        LOG,
        OWN,
        *FOOT,
    ],
}
ADDRESSES = {
    "ask.py": "/",
    "library.py": "/bibliothek",
    "manual.py": "/anleitung",
    "training_dates.py": "/fortbildungen",
    "training_date.py": "/fortbildung",
    "my_trainings.py": "/meine-fortbildungen",
    "training_wish.py": "/fortbildung-wuenschen",
    "school_deliveries.py": "/lieferungen",
    "order_line.py": "/lieferung",
    "city_deliveries.py": "/lieferungen-aller-schulen",
    "delivery_lists.py": "/lieferlisten",
    "courses.py": "/kurse",
    "training_plan.py": "/fortbildungen-planen",
    "post.py": "/post",
    "library_desk.py": "/anleitungen-pflegen",
    "device_labels.py": "/geraete",
    "people.py": "/personen",
    "schools.py": "/schulen",
    "audit_log.py": "/protokoll",
    "account.py": "/konto",
    "help_page.py": "/hilfe",
    "privacy.py": "/datenschutz",
    "school_account.py": "/schulkonto",
}


def expected(page: str, visitor: str) -> str:
    return TABLE[page][VISITORS.index(visitor)]


def arrives(window: Window, visitor: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Signs the visitor in and opens what the portal opens for all; returns who of the town it is."""
    who, _, opened = visitor.partition(", ")
    monkeypatch.setenv("LOTSE_OPEN", "ask, library" if opened else "nothing")
    ui.portal.entrance.clear()
    window.signed_in(who)
    return who


def refuses(at: AppTest, town: Town, who: str, sentence: str) -> None:
    """The sentence is all there is: no widget, and no word about anybody else."""
    told = words(at)
    assert sentence in told
    # Blocks and HTML, and nothing that could be clicked or filled in.
    assert {element.type for element in at.main} <= {"main", "flex_container", "html"}
    assert not at.chat_input
    assert not [word for word in town.told_of_others(who) if word in told]
    headings = (*HEADINGS.values(), *WITHOUT_SCHOOL.values())
    assert not [heading for heading in headings if heading in told]


def is_as_expected(at: AppTest, page: str, visitor: str, town: Town, who: str) -> None:
    outcome = expected(page, visitor)
    assert not at.exception, page
    if outcome == S:
        everywhere = visitor in {"team", "admin"}
        assert ((everywhere and WITHOUT_SCHOOL.get(page)) or HEADINGS[page]) in words(at), page
        assert not [sentence for sentence in REFUSALS.values() if sentence in words(at)], page
    else:
        refuses(at, town, who, REFUSALS[outcome])


def offers_only_what_may_be_opened(at: AppTest, visitor: str, town: Town, who: str) -> None:
    assert [link.proto.page for link in at.sidebar.get("page_link")] == OFFERED[visitor]
    opened = {address.strip("/") for page, address in ADDRESSES.items() if expected(page, visitor) == S}
    assert {link.proto.page for link in at.main.get("page_link")} <= opened
    plain = {"sidebar", "vertical", "flex_container", "html", "page_link", "button_group"}
    found = {element.type for element in at.sidebar} - plain
    assert found == ({"selectbox"} if who == "assistant" else set())
    told = "\n".join(str(element.value) for element in at.sidebar.get("html"))  # type: ignore[union-attr]
    assert (F.sign_in in told, F.sign_out in told) == (who == "guest", who != "guest")
    assert not [word for word in town.told_of_others(who) if word in told]


def test_the_table_has_every_page() -> None:
    assert set(TABLE) == {entry.file for entry in ENTRIES} == set(ADDRESSES) == set(HEADINGS)
    assert {entry.file: f"/{entry.address}" for entry in ENTRIES} == ADDRESSES
    assert {len(row) for row in TABLE.values()} == {len(VISITORS)}


@pytest.mark.parametrize("visitor", VISITORS)
def test_the_navigation_shows_a_page_or_refuses_it_and_offers_the_others(
    window: Window, monkeypatch: pytest.MonkeyPatch, visitor: str
) -> None:
    who = arrives(window, visitor, monkeypatch)
    at = window.opened()
    for page in TABLE:
        at = turned_to(at, page)
        is_as_expected(at, page, visitor, window.town, who)
        offers_only_what_may_be_opened(at, visitor, window.town, who)


@pytest.mark.parametrize("visitor", VISITORS)
def test_a_page_guards_itself_where_nothing_stands_before_it(
    window: Window, monkeypatch: pytest.MonkeyPatch, visitor: str
) -> None:
    who = arrives(window, visitor, monkeypatch)
    for page in TABLE:
        if not (page in LEAD_ELSEWHERE and expected(page, visitor) == S):
            is_as_expected(window.by_its_file(page), page, visitor, window.town, who)


@pytest.mark.parametrize("visitor", VISITORS)
def test_the_navigation_refuses_also_for_a_page_that_forgets_to_ask(
    window: Window, monkeypatch: pytest.MonkeyPatch, visitor: str
) -> None:
    who, admin = arrives(window, visitor, monkeypatch), window.town.people["admin"]
    monkeypatch.setattr("ui.visitor.admitted", lambda right: admin)
    monkeypatch.setattr("ui.visitor.welcome", lambda right: admin)
    at = window.opened()
    for page in TABLE:
        outcome = expected(page, visitor)
        if outcome != S:
            at = turned_to(at, page)
            refuses(at, window.town, who, REFUSALS[outcome])


def test_every_offer_can_be_followed() -> None:
    pages = {address.strip("/"): page for page, address in ADDRESSES.items()}
    for visitor, offers in OFFERED.items():
        assert {expected(pages[offer], visitor) for offer in offers} == {S}


def test_where_only_the_library_is_open_a_guest_cannot_ask(
    window: Window, ways: Ways, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOTSE_OPEN", "library")
    window.signed_in("guest")
    for way in ways.values():
        refuses(way("ask.py", frage="Wie spiegele ich?"), window.town, "guest", F.signed_out)


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_refusal_leads_back_to_the_page_after_signing_in(window: Window, language: str) -> None:
    window.signed_in("guest")
    at = window.through_the_navigation("people.py", person="3", **{LANGUAGE: language})
    way = f"/anmelden?weiter=%2F%3Fperson%3D3%26lang%3D{language}&amp;lang={language}"
    assert f'href="{way}"' in words(at)


@pytest.mark.anyio
@pytest.mark.parametrize("page", TABLE)
async def test_before_the_page_guests_are_led_to_the_sign_in(
    window: Window, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    """By the web server, before a page is loaded; whoever is signed in goes on and hears it from the page."""
    for visitor in VISITORS:
        who = arrives(window, visitor, monkeypatch)
        async with browser() as client:
            for name, value in window.cookies.items():
                client.cookies.set(name, value)
            answer = await client.get(ADDRESSES[page], params={"person": "3"})
            head = await client.head(ADDRESSES[page])
        if expected(page, visitor) == W:
            led_to = f"/anmelden?weiter=%2F{ADDRESSES[page].strip('/')}%3Fperson%3D3"
            assert (answer.status_code, answer.headers["location"]) == (303, led_to)
            assert (head.status_code, answer.text) == (303, "")
        else:
            assert (answer.status_code, answer.text) == (200, "<p>a page</p>"), who


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def test_after_the_session_has_ended_the_school_stays(window: Window, town: Town) -> None:
    """The choice is made in the sidebar, before any page has asked who is visiting."""
    window.signed_in("assistant")
    at = window.opened()
    with ui.portal.entrance().database.write.begin() as db:
        sessions.end(db, town.secrets["assistant"])
    at.sidebar.selectbox(key="school").select(town.second.id).run()
    with ui.portal.entrance().database.read() as db:
        assert db.get_one(PersonRow, town.people["assistant"].id).school_id is None
