"""What people could try on purpose: foreign numbers, forged values, sessions that are over, words that are
code."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from argon2 import PasswordHasher
from google.protobuf.message import Message  # type: ignore[import-untyped]
from sqlalchemy.orm import Session
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

import ui.portal
from bootstrap import Portal
from core.database import Base, Database
from core.people import passwords, sessions
from core.people.actor import OPERATOR
from core.people.demo import demo_people
from core.people.own_data import delete, export
from core.people.password_links import make
from core.people.person import NotAllowed
from core.people.register import add_person, change_person, deactivate, set_role
from core.people.roles import Role
from core.people.schools import SchoolFacts, change_school
from core.people.tables import PersonRow
from core.people.workplaces import NotYourSchool, set_schools, switch_school
from core.settings import load_settings
from deliveries.tables import (
    ImportRow,
    LineChangeRow,
    MilestoneRow,
    OrderLineRow,
    ProfileRow,
    PushTokenRow,
    ReceiptRow,
    SchoolSpellingRow,
)
from tests.doubles import HashEmbedder
from tests.pages.conftest import words
from tests.rights.conftest import BYSTANDER, NAMES, ROOT, Town, Ways, Window, turned_to
from tests.rights.kept import dump
from tests.rights.view import View
from tests.rights.views import NEW, OLD, VIEWS
from tests.ui.sign_in.conftest import browser
from trainings.seats.tables import BookingEventRow, TrainingFeedbackRow
from trainings.tables import DateRow, HolidayRow, ResourceRow, TrainingRow
from trainings.wishes.tables import WishRow
from ui.portal import entrance
from ui.texts import GERMAN

F, S = GERMAN.frame, GERMAN.staff
NOW = datetime.now(UTC)
HUGE = 10**30
OF_LISTS = re.compile("open-|about-")  # buttons that lead to what is listed
NOT_ADMIN = ("guest", *(visitor for visitor in NAMES if visitor != "admin"))
NOT_TEAM = tuple(visitor for visitor in NOT_ADMIN if visitor != "team")


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def database(town: Town) -> Database:
    return entrance().database


# foreign numbers in the address


@pytest.mark.parametrize("visitor", NOT_ADMIN)
def test_a_number_in_the_address_shows_nobody_s_data(
    window: Window, ways: Ways, database: Database, visitor: str
) -> None:
    town = window.town
    window.signed_in(visitor)
    person = {"person": str(town.people[BYSTANDER].id)}
    tries = [(way, "people.py", person) for way in ways.values()]
    tries += [(window.by_its_file, "account.py", person)]
    if visitor in NOT_TEAM:
        school = {"schule": str(town.foreign.id), "ansicht": "liste"}
        tries += [(way, "schools.py", school) for way in ways.values()]
    before = dump(database)
    for way, page, address in tries:
        at = way(page, **address)
        assert not at.exception
        assert not [word for word in town.told_of_others(visitor) if word in everything(at)], page
        assert not at.main.get("file_uploader")
    assert dump(database) == before


def test_an_address_may_hold_anything(window: Window) -> None:
    window.signed_in("admin")
    for value in ("-1", str(HUGE), "1' or '1'='1", "\x00", "<script>", "١", "a" * 5000):
        numbers = dict.fromkeys(("person", "schule", "lang"), value)
        for page in ("people.py", "schools.py"):
            for address in (numbers, dict.fromkeys(("ansicht", "lang"), value)):
                at = window.by_its_file(page, **address)
                assert not at.exception, (page, value)
                assert "<script>" not in everything(at)


def test_whoever_waits_for_a_role_asks_nothing_through_the_address(
    window: Window, ways: Ways, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.signed_in("without role")
    asked = ui.portal.portal().asked  # type: ignore[attr-defined]
    for way in ways.values():
        way("ask.py", frage="Wie spiegele ich mein iPad?")
    assert asked == []


# forged values


def test_the_browser_cannot_send_a_school_of_others(window: Window, database: Database) -> None:
    town = window.town
    window.signed_in("assistant")
    for sent in (town.foreign.name, str(town.foreign.id), "", "x" * 10_000):
        at = window.opened()
        forge(at.selectbox(key="school"), string_value=sent)
        before = dump(database)
        at.run()
        assert dump(database) == before
        assert not at.exception, sent


def test_a_school_of_others_in_the_session_counts_for_nothing(window: Window, database: Database) -> None:
    town = window.town
    window.signed_in("assistant")
    before = dump(database)
    at = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=30)
    at.session_state["school"] = town.foreign.id
    at.run()
    assert at.selectbox(key="school").value == town.own.id
    assert town.foreign.name not in everything(at)
    assert dump(database) == before


def test_fields_that_are_not_on_the_page_do_nothing(window: Window, database: Database) -> None:
    """Widgets of the administration's pages, sent from the window of a teacher."""
    window.signed_in("admin")
    number = window.town.people[BYSTANDER].id
    admins = window.through_the_navigation("people.py", person=str(number))
    sent = [(button.id, button.label) for button in admins.button]
    for visitor in ("teacher", "guest"):
        window.signed_in(visitor)
        before = dump(database)
        for widget, label in sent:
            at = window.opened(person=str(number))
            at.session_state[f"role-of-person-{number}"] = Role.ADMIN
            at.session_state[f"confirm-{number}"] = "Bodo Beispiel"
            state = WidgetState(id=widget, trigger_value=True)
            widgets = at._tree.get_widget_states()
            widgets.widgets.append(state)
            at = at._run(widgets)
            assert not at.exception, label
        assert dump(database) == before


def test_schools_and_roles_that_do_not_exist_are_not_given(window: Window, database: Database) -> None:
    window.signed_in("admin")
    number = window.town.people[BYSTANDER].id
    before = dump(database)
    for field, forged in (("schools", [HUGE]), ("schools", ["Sek Fremdes Feld"]), ("schools", [0, -1])):
        at = window.through_the_navigation("people.py", person=str(number))
        at.session_state[f"{field}-of-person-{number}"] = forged
        press(at, S.save)
        assert dump(database) == before, forged


# direct calls


def test_direct_calls_with_foreign_numbers_are_refused(town: Town, database: Database) -> None:
    other, nobody = town.people[BYSTANDER].id, 4711
    before = dump(database)
    for visitor in NOT_ADMIN:
        by: Any = town.people.get(visitor)
        for number in (other, nobody, 0, -1, HUGE):
            for call in (
                lambda db, by=by, number=number: export(db, number, by, NOW),
                lambda db, by=by, number=number: delete(db, number, by, NOW),
                lambda db, by=by, number=number: set_schools(db, number, [town.own.id], by, NOW),
                lambda db, by=by, number=number: set_role(db, number, Role.ADMIN, by, NOW),
            ):
                with database.write.begin() as db, pytest.raises(NotAllowed):
                    call(db)
    assert dump(database) == before


@pytest.mark.parametrize("visitor", NAMES)
def test_nobody_works_for_a_school_that_is_not_theirs(town: Town, database: Database, visitor: str) -> None:
    before = dump(database)
    for number in (town.foreign.id, 4711, 0, -1, HUGE):
        with database.write.begin() as db, pytest.raises(NotYourSchool):
            switch_school(db, town.people[visitor], number)
    assert dump(database) == before


def test_a_school_that_was_taken_away_cannot_be_chosen_any_more(town: Town, database: Database) -> None:
    """The person in hand still has it."""
    person = town.people["assistant"]
    with database.write.begin() as db:
        set_schools(db, person.id, [town.own.id], OPERATOR, NOW)
        with pytest.raises(NotYourSchool):
            switch_school(db, person, town.second.id)


# routes


async def fetched(path: str, secret: str | None, **headers: str) -> httpx.Response:
    async with browser() as client:
        if secret is not None:
            client.cookies.set("lotse", secret)
        return await client.get(path, headers=headers)


@pytest.mark.anyio
@pytest.mark.parametrize("visitor", NOT_ADMIN)
async def test_another_s_data_are_not_found(town: Town, database: Database, visitor: str) -> None:
    before = dump(database)
    for number in (town.people[BYSTANDER].id, town.people["admin"].id, 4711, HUGE):
        answer = await fetched(f"/personen/{number}/daten.json", town.secrets.get(visitor))
        assert answer.status_code == 404
        assert not [word for word in town.told_of_others(visitor) if word in answer.text]
    assert dump(database) == before


@pytest.mark.anyio
async def test_one_s_own_data_are_one_s_own(town: Town) -> None:
    assert (await fetched("/konto/daten.json", None)).status_code == 404
    for visitor in NAMES:
        for path in ("/konto/daten.json", f"/konto/daten.json?person={town.people[BYSTANDER].id}"):
            answer = await fetched(path, town.secrets[visitor])
            assert answer.json()["account"]["email"] == town.people[visitor].email
            assert not [word for word in town.told_of_others(visitor) if word in answer.text]
            assert "attachment" in answer.headers["content-disposition"]
            assert answer.headers["cache-control"] == "no-store"


@pytest.mark.anyio
async def test_the_administration_gets_the_person_it_asks_for(town: Town) -> None:
    number = town.people[BYSTANDER].id
    answer = await fetched(f"/personen/{number}/daten.json", town.secrets["admin"])
    assert json.loads(answer.text)["account"]["name"] == "Bodo Beispiel"


@pytest.mark.anyio
@pytest.mark.parametrize("number", [0, 4711, 2**63, HUGE])
async def test_a_number_of_nobody_is_not_found(town: Town, number: int) -> None:
    answer = await fetched(f"/personen/{number}/daten.json", town.secrets["admin"])
    assert answer.status_code == 404


@pytest.mark.anyio
@pytest.mark.parametrize("part", ["file", "page", "subtitles"])
async def test_a_document_s_parts_are_not_found_by_guessing(
    town: Town, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    """With the real portal and an empty library."""
    settings = load_settings()
    real = Portal(settings, entrance().database, HashEmbedder())
    monkeypatch.setattr("bootstrap.build_portal", lambda settings, watch=False: real)
    ui.portal.portal.clear()
    for visitor in ("guest", "without role", "teacher", "admin"):
        for number in (0, 1, 4711, 2**63, HUGE):
            for query in ("", "?t=", "?t=gefälscht", "?t=" + "A" * 3000):
                answer = await fetched(f"/documents/{number}/{part}{query}", town.secrets.get(visitor))
                assert answer.status_code == 404, (visitor, number, query)
    real.assistant.close()


# sessions


@pytest.mark.anyio
async def test_a_cookie_that_was_tampered_with_signs_nobody_in(window: Window) -> None:
    secret = window.town.secrets["admin"]
    for forged in (
        secret[:-1],
        secret + "A",
        secret.swapcase(),
        sessions.hash_of(secret),
        "7",
        "ada.amtmann@schule.example",
        "' or '1'='1",
        "ä\x00",
        "A" * 100_000,
    ):
        window.cookies["lotse"] = forged
        at = window.by_its_file("people.py")
        assert not at.exception
        assert F.signed_out in words(at), forged[:50]
        if forged.isprintable() and forged.isascii() and len(forged) < 4000:
            answer = await fetched("/konto/daten.json", forged)
            assert answer.status_code == 404
            assert (await fetched("/personen", forged)).status_code == 303


@pytest.mark.anyio
async def test_a_cookie_of_another_name_signs_nobody_in(town: Town) -> None:
    secret = town.secrets["admin"]
    async with browser() as client:
        for name in ("Lotse", "__Host-lotse", "_streamlit_user", "lotse_waiting", "visitor"):
            client.cookies.set(name, secret)
        assert (await client.get("/konto/daten.json")).status_code == 404
        raw = await client.get("/konto/daten.json", headers=[(b"cookie", b"lotse=\xff\xfe; lotse")])
        assert raw.status_code == 404


def test_who_was_deactivated_is_a_guest_everywhere(window: Window, database: Database) -> None:
    window.signed_in("teacher")
    with database.write.begin() as db:
        row = db.get_one(PersonRow, window.town.people["teacher"].id)
        row.active = False  # and the session is still there
    for page in ("ask.py", "account.py"):
        assert F.signed_out in words(window.by_its_file(page))


Ends = Callable[[Database, int, str], None]


def _ends(database: Database, number: int, secret: str) -> None:
    with database.write.begin() as db:
        sessions.end(db, secret)


def _loses_the_role(database: Database, number: int, secret: str) -> None:
    with database.write.begin() as db:
        set_role(db, number, Role.HEAD, OPERATOR, NOW)


def _switched_off(database: Database, number: int, secret: str) -> None:
    with database.write.begin() as db:
        deactivate(db, number, OPERATOR, NOW)


HAPPENINGS = {
    "the session ends": (_ends, F.signed_out),
    "the role is gone": (_loses_the_role, F.not_for_role),
    "the account is off": (_switched_off, F.signed_out),
}


@pytest.fixture
def administration(
    window: Window, database: Database, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], tuple[int, str]]:
    """Lets a further administrator come in, and says who it is; each has the same password."""
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    kept, numbers = passwords.hashed(OLD), iter(range(100))

    def comes() -> tuple[int, str]:
        email = f"nr{next(numbers)}@schule.example"
        with database.write.begin() as db:
            person = add_person(db, "Ruth Rat", email, Role.ADMIN, [], OPERATOR, NOW)
            db.get_one(PersonRow, person.id).password = kept
            secret = sessions.begin(db, person.id, lasting=False, now=datetime.now(UTC))
        window.cookies["lotse"] = secret
        return person.id, secret

    return comes


def shown(window: Window, view: View, number: int) -> AppTest:
    """For the person with the number, who is signed in."""
    with entrance().database.write.begin() as db:
        view.before(db, number, window.town)
    at = window.through_the_navigation(view.page, **view.address(window.town))
    view.fill(at, window.town)
    return at


def press(at: AppTest, label: str) -> AppTest:
    return next(button for button in at.button if button.label == label).click().run()


@pytest.mark.parametrize(
    ("name", "label"),
    [(name, label) for name, view in VIEWS.items() for label in (*view.leads, *view.writes)],
)
def test_a_button_writes_or_leads_elsewhere(
    window: Window,
    database: Database,
    administration: Callable[[], tuple[int, str]],
    name: str,
    label: str,
) -> None:
    """So that the next test, in which nothing happens, means something and leaves no button out."""
    view = VIEWS[name]
    number, _ = administration()
    at = shown(window, view, number)
    known = {button.label for button in at.button if not OF_LISTS.search(button.key or "")}
    assert known == {*view.leads, *view.writes}
    before = dump(database)
    press(at, label)
    assert (dump(database) != before) == (label in view.writes)


@pytest.mark.parametrize("happening", HAPPENINGS)
@pytest.mark.parametrize("name", [name for name, view in VIEWS.items() if view.writes])
def test_between_the_page_and_the_click_something_happens_and_nothing_is_written(
    window: Window,
    database: Database,
    administration: Callable[[], tuple[int, str]],
    name: str,
    happening: str,
) -> None:
    view, (happens, sentence) = VIEWS[name], HAPPENINGS[happening]
    if view.own and happens is _loses_the_role:
        return  # one's own account stays one's own
    if view.others and happens is _loses_the_role:
        sentence = view.others
    for label in view.writes:
        number, secret = administration()
        at = shown(window, view, number)
        happens(database, number, secret)
        before = dump(database)
        at = press(at, label)
        assert dump(database) == before, label
        assert sentence in words(at)
        assert not at.code
        assert window.town.people[BYSTANDER].email not in everything(at)


@pytest.mark.parametrize("happens", [_ends, _switched_off])
def test_between_the_page_and_the_click_no_school_is_switched_any_more(
    window: Window, database: Database, happens: Ends
) -> None:
    window.signed_in("assistant")
    at = window.opened()
    happens(database, window.town.people["assistant"].id, window.town.secrets["assistant"])
    before = dump(database)
    at.selectbox(key="school").set_value(window.town.second.id).run()
    assert dump(database) == before


def test_a_school_is_switched_by_whoever_is_signed_in(window: Window, database: Database) -> None:
    window.signed_in("assistant")
    at = window.opened()
    at.selectbox(key="school").set_value(window.town.second.id).run()
    with database.read() as db:
        row = db.get_one(PersonRow, window.town.people["assistant"].id)
    assert row.school_id == window.town.second.id


def test_somebody_else_in_the_same_window_finds_nothing(window: Window) -> None:
    """What was asked and typed is gone when the next one signs in."""
    window.signed_in("admin")
    number = window.town.people[BYSTANDER].id
    at = window.opened()
    at.chat_input[0].set_value("Darf das Bodo Beispiel?").run()
    assert "Bodo" in everything(at)
    turned_to(at, "people.py")
    at.query_params["person"] = str(number)
    at.run()
    at.text_input(key=f"name-of-person-{number}").set_value("Bodo Anders").run()
    window.signed_in("teacher")
    at.run()
    assert "Bodo" not in everything(at)
    turned_to(at, "ask.py")
    assert GERMAN.greeting in words(at)
    assert "Bodo" not in everything(at)


# words that are code

CODE = (
    "<img src=x onerror=alert(1)> **fett** _kursiv_ `code` :material/home: :red[rot] :smile: $x^2$ "
    "[Verweis](https://boese.example) ~~weg~~ {name} &amp; # Kopf"
)
FORMULA = '=HYPERLINK("https://boese.example") | a | b | <b>'
EMAIL = "=1+1&amp**x**_y_`z`$a$~~w~~#{e}@boese.example"
LONG = "Langname" * 25
LONG_EMAIL = f"{'lang' * 60}@boese.example"
# Fields of Streamlit's messages that are shown letter by letter.
LETTER_BY_LETTER = {
    ("text_input", "default"),
    ("text_area", "default"),
    ("text_input", "value"),
    ("text_area", "value"),
    ("selectbox", "options"),
    ("selectbox", "raw_value"),
    ("multiselect", "options"),
    ("code", "code_text"),
    ("page_link", "query_string"),
}


@pytest.fixture
def foul_town(window: Window, database: Database) -> Window:
    """The assistant, the bystander, who waits for a role, and the schools have names that are code."""
    town = window.town
    with database.write.begin() as db:
        facts = ((town.own, CODE), (town.second, FORMULA), (town.foreign, LONG))
        for school, name in facts:
            change_school(
                db, school.id, SchoolFacts(name, None, "<b>**k**:red[x]$x$", (CODE, LONG)), OPERATOR, NOW
            )
        for visitor, name, email in (
            ("assistant", CODE, EMAIL),
            (BYSTANDER, LONG, LONG_EMAIL),
            ("without role", FORMULA, f"w{EMAIL}"),
            ("admin", CODE, f"a{EMAIL}"),
        ):
            change_person(db, town.people[visitor].id, name, email, OPERATOR, NOW)
        _foul(db, OF_TRAININGS)
        _foul(db, OF_DELIVERIES)
        _foul_more(db)
    return window


# All that is said of trainings and of deliveries is code, too.
Texts = Mapping[type[Base], tuple[str, ...]]
OF_TRAININGS: Texts = {
    TrainingRow: ("aim", "preparation", "level"),
    DateRow: ("place", "cancel_reason"),
    HolidayRow: ("name",),
    WishRow: ("topic", "details", "times", "answer"),
    BookingEventRow: ("reason",),
    TrainingFeedbackRow: ("text",),
}
OF_DELIVERIES: Texts = {
    ImportRow: ("name",),
    OrderLineRow: ("room", "reason", "category", "make", "model", "device", "programme", "measure"),
    LineChangeRow: ("why",),
    ReceiptRow: ("remarks",),
    ProfileRow: ("name",),
    SchoolSpellingRow: ("written",),
    PushTokenRow: ("name",),
    MilestoneRow: ("title",),
}


def _foul(db: Session, texts: Texts) -> None:
    for table, names in texts.items():
        for row in db.query(table):
            for name in names:
                setattr(row, name, CODE)


def _foul_more(db: Session) -> None:
    for number, line in enumerate(db.query(OrderLineRow)):
        line.order_number = f"{CODE} {number}"
    written = LineChangeRow.field.in_(["room", "reason", "programme", "measure", "device"])
    for change in db.query(LineChangeRow).where(written):
        change.old, change.new = CODE, FORMULA
    for training in db.query(TrainingRow):
        training.title, training.topics, training.devices = CODE, [CODE], [CODE]
    for resource in db.query(ResourceRow):
        resource.name = f"{CODE} {resource.id}"


def is_harmless(at: AppTest) -> str:
    """Every foreign word on the page is told letter by letter; returns all that is read."""
    assert not at.exception
    for kind, name, text in texts_in(at):
        if kind == "html":
            assert not re.search(r"<(img|b|script src)\b(?!>\d)", text), text  # days of the month are bold
            assert 'href="https://boese' not in text
        elif "boese" in text and (kind, name) not in LETTER_BY_LETTER:
            foreign = text.removeprefix("**").removesuffix("**")
            assert not re.search(r"(?<!\\)[*_`$~\[\]<#]", foreign), (kind, name, text)
            assert not re.search(r":(?!\u2060)\w", foreign), (kind, name, text)
    return everything(at)


def texts_in(at: AppTest) -> Iterator[tuple[str, str, str]]:
    """Of every element the kind, and each text that the browser is sent for it."""
    for block in (at.main, at.sidebar):
        for element in block:
            if isinstance(element.proto, Message):
                for name, text in _texts(element.proto):
                    yield element.type, name, text


def _texts(message: Message) -> Iterator[tuple[str, str]]:
    for descriptor, value in message.ListFields():
        values = [value] if isinstance(value, str | Message) else value
        if descriptor.name in {"id", "form_id"} or not hasattr(values, "__iter__"):
            continue
        for each in values:
            if isinstance(each, str):
                yield descriptor.name, each
            elif isinstance(each, Message):
                yield from _texts(each)


def everything(at: AppTest) -> str:
    """All that is read anywhere on the page, in fields and options too."""
    return "\n".join(as_read(*text) for text in texts_in(at))


def as_read(kind: str, name: str, text: str) -> str:
    if kind == "html":
        return "" if text.startswith("<style>") else html.unescape(text)
    if (kind, name) in LETTER_BY_LETTER:
        return text
    return re.sub(r"\\([!-/:-@\[-`{-~])\u2060?", r"\1", text)


@pytest.mark.parametrize("name", VIEWS)
def test_names_that_are_code_are_words_in_every_view(foul_town: Window, name: str) -> None:
    window, view = foul_town, VIEWS[name]
    window.signed_in("admin")
    told = is_harmless(window.through_the_navigation(view.page, **view.address(window.town)))
    assert CODE in told  # at least in the sidebar, and in full
    if name in {"people", "one person", "schools", "one school"}:
        assert LONG in told
    if name == "people":
        assert {EMAIL, LONG_EMAIL, FORMULA} <= {word for word in (EMAIL, LONG_EMAIL, FORMULA) if word in told}


def test_names_that_are_code_are_words_in_what_is_said(foul_town: Window) -> None:
    """After saving, switching off, deleting, and in what is refused."""
    window = foul_town
    window.signed_in("admin")
    town = window.town
    number, foul = town.people["assistant"].id, {"person": str(town.people["assistant"].id)}
    for label in (S.save, S.switch_off_now, S.switch_on, S.make_link):
        told = is_harmless(press(window.through_the_navigation("people.py", **foul), label))
        assert CODE in told
    at = window.through_the_navigation("people.py", **foul)
    at.text_input(key=f"email-of-person-{number}").set_value(f"a{EMAIL}")
    assert S.email_taken.format(email=f"a{EMAIL}") in is_harmless(press(at, S.save))
    assert S.delete_not_confirmed.format(name=CODE) in is_harmless(press(at, S.delete_now))
    at = window.through_the_navigation("people.py", **foul)
    at.text_input(key=f"confirm-{number}").set_value(CODE)
    assert S.deleted.format(name=CODE) in is_harmless(press(at, S.delete_now))
    at = window.through_the_navigation("schools.py", schule=str(town.second.id))
    at.text_input(key=f"name-of-school-{town.second.id}").set_value(CODE)
    assert S.school_taken.format(name=CODE) in is_harmless(press(at, S.save))


def test_lists_that_are_code_are_words_in_their_faults(foul_town: Window) -> None:
    foul_town.signed_in("admin")
    rows = ["Name;E-Mail;Rolle;Schulen", f'"{CODE}";keine;"{CODE}";"{CODE} x"', f"{LONG};{EMAIL};;{LONG}x"]
    table = "\n".join(rows)
    at = foul_town.through_the_navigation("people.py", ansicht="liste")
    at.file_uploader[0].upload("<b>.csv", table.encode(), "text/csv").run()
    told = is_harmless(at)
    assert S.faults.format(count=4) in told or "<td>" in told
    assert CODE in told


def test_the_frame_and_the_refusals_show_words(foul_town: Window) -> None:
    for visitor, name in (("assistant", CODE), ("without role", FORMULA), (BYSTANDER, LONG)):
        foul_town.signed_in(visitor)
        for page in ("people.py", "account.py", "ask.py"):
            assert name in is_harmless(foul_town.through_the_navigation(page)), (visitor, page)


@pytest.mark.anyio
async def test_the_pages_outside_show_words(
    town: Town, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The people of a demonstration on the sign-in page, and whose link it is."""
    monkeypatch.setenv("LOTSE_DEMO", "true")
    entrance.clear()
    door = entrance()
    with door.database.write.begin() as db:
        teacher, head = demo_people(db)[:2]
        # By their addresses alone made-up people are known, so that visitors cannot put words on this page.
        change_person(db, teacher.id, CODE, teacher.email, OPERATOR, NOW)
        change_person(db, head.id, LONG, head.email, OPERATOR, NOW)
        named = add_person(db, "Zielperson", EMAIL, Role.TEACHER, (), OPERATOR, NOW)
        for school in teacher.schools:
            change_school(db, school.id, SchoolFacts(FORMULA), OPERATOR, NOW)
        link = make(db, named, NOW).secret
    for path, wanted in (("/anmelden", [CODE, FORMULA, LONG]), (f"/passwort/neu?link={link}", [EMAIL])):
        answer = await fetched(path, None)
        assert answer.status_code == 200
        assert "<b>" not in answer.text
        assert "<img src=x" not in answer.text
        assert [word for word in wanted if word not in html.unescape(answer.text)] == []


@pytest.mark.anyio
async def test_a_demonstration_goes_on_when_a_made_up_person_has_lost_the_role(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOTSE_DEMO", "true")
    entrance.clear()
    with entrance().database.write.begin() as db:
        set_role(db, demo_people(db)[0].id, None, OPERATOR, NOW)
    answer = await fetched("/anmelden", None)
    assert answer.status_code == 200
    assert F.no_role in answer.text


@pytest.mark.anyio
async def test_what_stands_in_an_address_is_words_on_the_pages_outside(town: Town) -> None:
    for path in ("/anmelden", "/passwort", "/passwort/neu", "/abmelden", "/gibt-es-nicht"):
        for name in ("weiter", "link", "lang", "email", "geloescht"):
            async with browser() as client:
                answer = await client.get(path, params={name: f'/"><img src=x onerror=alert(1)>{CODE}'})
            assert answer.status_code in {200, 303, 404, 410}
            assert "<img src=x" not in answer.text
            assert NEW not in answer.text


# the widgets' own protocol


def forge(widget: Any, **sent: Any) -> None:
    """The browser sends this for the widget, whatever is on the page."""
    forged = WidgetState(id=widget.id, **sent)
    kind = type(widget)
    widget.__class__ = type("Forged", (kind,), {"_widget_state": property(lambda _: forged)})
