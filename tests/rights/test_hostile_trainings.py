"""What people could try on purpose with trainings: foreign numbers and codes, forged values, rights and
people that are gone meanwhile, words that are code."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from openpyxl import load_workbook
from sqlalchemy import select
from sqlalchemy.orm import Session
from streamlit.proto.WidgetStates_pb2 import WidgetState

from core.database import Database
from core.mail.message import from_text
from core.mail.tables import MailRow
from core.people.actor import OPERATOR
from core.people.own_data import delete
from core.people.register import change_person, set_role
from core.people.roles import Role
from tests.pages.conftest import words
from tests.rights.conftest import BYSTANDER, NAMES, Town, Window
from tests.rights.kept import dump
from tests.rights.test_hostile import CODE, FORMULA, HUGE, everything, forge, is_harmless, press
from tests.rights.town_trainings import DAY, HOUSE
from tests.rights.training_cases import draft_of_town
from tests.ui.sign_in.conftest import OWN, browser
from trainings.calendars.address import path_of
from trainings.calendars.entries import entry
from trainings.courses import attendance, certificates, feedback
from trainings.planning import dates, holidays, overviews, resources
from trainings.planning import trainings as planning
from trainings.planning.cancelling import cancel_date
from trainings.planning.trainings import TrainingDraft
from trainings.refusals import NumberWrong, Refusal, TooLate
from trainings.seats import booking, listing
from trainings.seats.tables import BookingEventRow
from trainings.tables import DateRow, TrainingRow
from trainings.wishes import answering as wish_answers
from trainings.wishes import joining as wish_joins
from trainings.wishes import wishing as wishes
from trainings.wishes.facts import WishDraft
from ui.papers.check_in_routes import PURPOSE, check_in_way
from ui.portal import entrance
from ui.texts import GERMAN

C, F, W = GERMAN.courses, GERMAN.frame, GERMAN.wishes
NOW = datetime.now(UTC)
NOT_TEAM = ("guest", *(visitor for visitor in NAMES if visitor not in {"team", "admin"}))
NUMBERS = (0, -1, 4711, 2**31, 2**63, HUGE)
ODD = ("-1", str(HUGE), "1' or '1'='1", "\x00", "<script>alert(1)</script>", "١", "a" * 5000, "{}", "neu")
PAGES = (
    "training_dates.py",
    "training_date.py",
    "my_trainings.py",
    "training_wish.py",
    "courses.py",
    "training_plan.py",
    "post.py",
)
IN_ADDRESSES = (
    "termin",
    "person",
    "ansicht",
    "wunsch",
    "fortbildung",
    "raum",
    "tun",
    "thema",
    "suche",
    "tag",
    "ort",
    "geraet",
    "stufe",
    "frei",
    "schulform",
    "lang",
    "nur-meine",
)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def database(town: Town) -> Database:
    return entrance().database


# addresses


@pytest.mark.parametrize("visitor", NOT_TEAM)
def test_foreign_numbers_in_addresses_show_nothing(window: Window, database: Database, visitor: str) -> None:
    taught, before = window.town.taught, dump(database)
    window.signed_in(visitor)
    foreign = [taught.in_house] if visitor != "trainer" else [taught.in_house, taught.others]
    for number in [*foreign, taught.others_taught]:
        booked = str(taught.seats[number])
        for address in (
            {"termin": str(number)},
            {"termin": str(number), "ansicht": "nachricht"},
            {"termin": str(number), "ansicht": "kopieren"},
            {"termin": str(number), "person": booked},
            {"termin": str(number), "tun": "absagen"},
            {"wunsch": str(taught.alone), "ansicht": "wuensche"},
            {"fortbildung": str(taught.training)},
        ):
            for page in ("courses.py", "training_plan.py", "training_wish.py"):
                at = window.through_the_navigation(page, **address)
                assert not at.exception, (page, address)
                told = everything(at)
                assert not [word for word in window.town.told_of_others(visitor) if word in told], page
                assert "Das steht nirgends sonst" not in told
    at = window.through_the_navigation("training_date.py", termin=str(taught.in_house))
    assert window.town.foreign.name not in everything(at)
    assert "Lasern" not in everything(at)
    assert dump(database) == before


@pytest.mark.parametrize("page", PAGES)
def test_an_address_may_hold_anything(window: Window, page: str) -> None:
    window.signed_in("admin")
    for value in ODD:
        for names in (
            IN_ADDRESSES[:1],
            IN_ADDRESSES[3:4],
            IN_ADDRESSES[4:5],
            IN_ADDRESSES[5:6],
            IN_ADDRESSES,
        ):
            at = window.through_the_navigation(page, **dict.fromkeys(names, value))
            assert not at.exception, (page, value, names)
            assert "<script>alert" not in "".join(str(element.value) for element in at.html)


# numbers in direct calls

Call = Callable[[Session, Any, Town, int], object]
CALLS: dict[str, Call] = {
    "book": lambda db, by, town, n: booking.book(db, n, by, NOW, HOUSE),
    "wait": lambda db, by, town, n: booking.wait(db, n, by, NOW, HOUSE),
    "leave": lambda db, by, town, n: booking.leave(db, n, by, NOW, HOUSE),
    "accept": lambda db, by, town, n: booking.accept(db, n, by, NOW, HOUSE),
    "refuse": lambda db, by, town, n: booking.refuse(db, n, by, NOW, HOUSE),
    "cancel": lambda db, by, town, n: booking.cancel(db, n, by, NOW, HOUSE),
    "series": lambda db, by, town, n: booking.book_series(db, str(n), by, NOW, HOUSE),
    "offer": lambda db, by, town, n: listing.offer(db, n, by, NOW),
    "entry": lambda db, by, town, n: entry(db, n, by),
    "participants": lambda db, by, town, n: attendance.participants(db, n, by, NOW),
    "arrival": lambda db, by, town, n: attendance.arrival(db, n, by, NOW),
    "own seat": lambda db, by, town, n: attendance.own_seat(db, n, by),
    "mark": lambda db, by, town, n: attendance.mark(db, n, True, by, NOW),
    "check in": lambda db, by, town, n: attendance.check_in(db, n, by, NOW),
    "move": lambda db, by, town, n: attendance.set_priority(db, n, 1, "Eilt", by, NOW, HOUSE),
    "remove": lambda db, by, town, n: attendance.remove_participant(db, n, "Eilt", by, NOW, HOUSE),
    "write": lambda db, by, town, n: attendance.message_all(db, n, "Hallo", "Hallo", by, NOW, HOUSE),
    "certificate": lambda db, by, town, n: certificates.certificate_of(db, n, by, NOW),
    "say": lambda db, by, town, n: feedback.give_feedback(db, n, 5, "", by, NOW),
    "said": lambda db, by, town, n: feedback.feedback_of(db, n, by),
    "planned": lambda db, by, town, n: overviews.planned_date(db, n, by),
    "copy": lambda db, by, town, n: dates.copy_date(db, n, NOW + DAY, by, NOW),
    "change": lambda db, by, town, n: dates.change_date(db, n, draft_of_town(town), by, NOW, HOUSE),
    "cancel date": lambda db, by, town, n: cancel_date(db, n, "Krank", by, NOW, HOUSE),
    "change training": lambda db, by, town, n: planning.change_training(db, n, TrainingDraft("X"), by, NOW),
    "retire": lambda db, by, town, n: planning.set_training_active(db, n, False, by, NOW),
    "change machine": lambda db, by, town, n: resources.change_resource(db, n, "X", "", True, by, NOW),
    "delete machine": lambda db, by, town, n: resources.delete_resource(db, n, by, NOW),
    "remove holiday": lambda db, by, town, n: holidays.remove_holiday(db, n, by, NOW),
    "withdraw": lambda db, by, town, n: wishes.withdraw_wish(db, n, by, NOW, HOUSE),
    "alike": lambda db, by, town, n: wishes.equal_wishes(db, n, by, lambda _, others: [1.0] * len(others)),
    "ask": lambda db, by, town, n: wish_joins.ask_to_join(db, n, town.taught.alone, by, NOW, HOUSE),
    "ask others": lambda db, by, town, n: wish_joins.ask_to_join(
        db, town.taught.wishes["admin"], n, by, NOW, HOUSE
    ),
    "answer": lambda db, by, town, n: wish_joins.answer_join(db, n, True, by, NOW, HOUSE),
    "plan wish": lambda db, by, town, n: wish_answers.plan_wishes(db, [n], town.taught.free, by, NOW, HOUSE),
    "plan date": lambda db, by, town, n: wish_answers.plan_wishes(db, [town.taught.alone], n, by, NOW, HOUSE),
    "decline": lambda db, by, town, n: wish_answers.decline_wish(db, n, "Nein", by, NOW, HOUSE),
}


@pytest.mark.parametrize("name", CALLS)
def test_numbers_of_nothing_are_refused(town: Town, database: Database, name: str) -> None:
    before = dump(database)
    for number in NUMBERS:
        with database.write.begin() as db, pytest.raises(Refusal):
            CALLS[name](db, town.people["admin"], town, number)
    assert dump(database) == before


# routes


async def fetched(path: str, secret: str | None, method: str = "GET") -> httpx.Response:
    async with browser() as client:
        if secret is not None:
            client.cookies.set("lotse", secret)
        return await client.request(method, path, headers=OWN, data={} if method == "POST" else None)


def of_dates(number: object) -> list[str]:
    ways = ("teilnehmende.csv", "teilnehmende.xlsx", "liste")
    courses = [f"/kurse/{number}/{way}" for way in ways]
    return [*courses, f"/fortbildung/{number}/termin.ics", f"/fortbildung/{number}/einchecken.svg"]


@pytest.mark.anyio
@pytest.mark.parametrize("visitor", NOT_TEAM)
async def test_files_of_others_are_not_there(town: Town, database: Database, visitor: str) -> None:
    taught, before = town.taught, dump(database)
    numbers = [*NUMBERS, "x", "1.0", "%00", "٣", taught.others, taught.others_taught, taught.in_house]
    paths = [path for number in numbers for path in of_dates(number)]
    paths += [f"/bescheinigung/{number}.pdf" for number in (*NUMBERS, taught.seats[taught.others_taught])]
    for path in paths:
        answer = await fetched(path, town.secrets.get(visitor))
        # What is no number at all is no file either, but a page that does not know it.
        assert answer.status_code in {303, 403, 404} or answer.text == "<p>a page</p>", path
        assert not [word for word in town.told_of_others(visitor) if word in html.unescape(answer.text)]
    assert dump(database) == before


@pytest.mark.anyio
async def test_a_calendar_s_address_is_not_found_by_guessing(town: Town, database: Database) -> None:
    with database.write.begin() as db:
        right = path_of(db, town.people["teacher"], entrance().signer)
    assert (await fetched(right, None)).status_code == 200
    number, digest = right.removeprefix("/kalender/").removesuffix(".ics").split("-")
    other = town.people["head"].id
    tries = [
        f"{other}-{digest}",
        f"{number}-{digest[::-1]}",
        f"{number}-{digest[:-1]}",
        f"{number}-",
        "-",
        "x",
    ]
    tries += [f"{HUGE}-{digest}", f"0{number}-{digest}", f"{number}-{digest.upper()}", "%00", "1" * 5000]
    for token in tries:
        assert (await fetched(f"/kalender/{token}.ics", None)).status_code == 404, token[:80]
    with database.write.begin() as db:
        set_role(db, town.people["teacher"].id, None, OPERATOR, NOW)
    assert (await fetched(right, None)).status_code == 404


@pytest.mark.anyio
@pytest.mark.parametrize("visitor", NOT_TEAM)
async def test_the_check_in_code_of_others_is_worth_nothing(
    town: Town, database: Database, visitor: str
) -> None:
    taught, before = town.taught, dump(database)
    signed = entrance().signer.sign
    codes = [
        check_in_way(taught.seats[number])
        for number in (taught.others_taught, taught.past)
        if number in taught.seats
    ]
    codes += [check_in_way(taught.certified.get(visitor, taught.certified["teacher"]))]
    for payload in (HUGE, -1, "1", None, [1]):
        codes.append(f"/einchecken/{signed(PURPOSE, payload)}")
    codes.append(f"/einchecken/{signed('page', taught.seats[taught.taught])}")
    codes += ["/einchecken/x", "/einchecken/" + "A" * 5000]
    for code in codes:
        for method in ("GET", "POST"):
            answer = await fetched(code, town.secrets.get(visitor), method)
            assert answer.status_code in {303, 403, 404}, (method, code[:80])
            assert "Bodo Beispiel" not in answer.text
            assert answer.headers.get("location", "/anmelden").startswith("/anmelden")
    assert dump(database) == before


# meanwhile


def test_a_trainer_whose_role_was_taken_away_does_nothing_more(window: Window, database: Database) -> None:
    town, taught = window.town, window.town.taught
    window.signed_in("trainer")
    at = window.through_the_navigation("courses.py", termin=str(taught.taught))
    tick = next(button for button in at.button if button.key == f"tick-button-{taught.seats[taught.taught]}")
    with database.write.begin() as db:
        set_role(db, town.people["trainer"].id, Role.TEACHER, OPERATOR, NOW)
    before = dump(database)
    at = tick.click().run()
    assert dump(database) == before
    assert F.not_for_role in words(at)
    assert "Bodo" not in everything(at)


@pytest.mark.anyio
async def test_nor_do_the_files_of_the_former_trainer(town: Town, database: Database) -> None:
    with database.write.begin() as db:
        set_role(db, town.people["trainer"].id, Role.TEACHER, OPERATOR, NOW)
    before, seat = dump(database), town.taught.seats[town.taught.taught]
    for path in (*of_dates(town.taught.taught), f"/bescheinigung/{seat}.pdf", check_in_way(seat)):
        answer = await fetched(path, town.secrets["trainer"])
        assert answer.status_code in {403, 404}, path
        assert "Bodo" not in answer.text
    assert (await fetched(check_in_way(seat), town.secrets["trainer"], "POST")).status_code == 403
    assert dump(database) == before


def test_somebody_who_is_gone_meanwhile_is_not_touched(window: Window, database: Database) -> None:
    """Deleted between the page and the click."""
    town, taught = window.town, window.town.taught
    window.signed_in("trainer")
    seat = taught.seats[taught.held]
    at = window.through_the_navigation("courses.py", termin=str(taught.held), person=str(seat))
    at.text_area(key=f"reason-to-remove-{seat}").set_value("Doppelt")
    over = window.through_the_navigation("courses.py", termin=str(taught.taught))
    with database.write.begin() as db:
        delete(db, town.people[BYSTANDER].id, OPERATOR, NOW)
    before = dump(database)
    for clicked in (
        press(at, C.remove_now),
        press(over, f"**Bodo Beispiel** Sek Fremdes Feld ***{C.here}***"),
    ):
        assert not clicked.exception
        assert "Bodo" not in everything(clicked)
    assert dump(database) == before


def test_a_wish_that_is_gone_meanwhile_is_not_asked(window: Window, database: Database) -> None:
    town = window.town
    window.signed_in("teacher")
    with database.write.begin() as db:
        topic = WishDraft("Podcasts aufnehmen")
        number = wishes.add_wish(db, topic, town.people["teacher"], NOW)
    at = window.through_the_navigation("training_wish.py", wunsch=str(number))
    assert W.ask in {button.label for button in at.button}
    with database.write.begin() as db:
        delete(db, town.people[BYSTANDER].id, OPERATOR, NOW)
    before = dump(database)
    at = press(at, W.ask)
    assert not at.exception
    assert dump(database) == before


def test_who_is_deleted_meanwhile_books_nothing(window: Window, database: Database) -> None:
    window.signed_in("teacher")
    at = window.through_the_navigation("training_date.py", termin=str(window.town.taught.free))
    with database.write.begin() as db:
        delete(db, window.town.people["teacher"].id, OPERATOR, NOW)
    before = dump(database)
    at = press(at, GERMAN.trainings.book)
    assert F.signed_out in words(at)
    assert dump(database) == before


def test_who_is_deleted_and_still_in_hand_gets_nothing(town: Town, database: Database) -> None:
    """A request that was under way when the account was deleted."""
    person = town.people["teacher"]
    with database.write.begin() as db:
        delete(db, person.id, OPERATOR, NOW)
    before = dump(database)
    for name in ("book", "wait"):
        with (
            pytest.raises(Exception, match=r"FOREIGN KEY|foreign key|NoSuch|refus|Refus"),
            database.write.begin() as db,
        ):
            CALLS[name](db, person, town, town.taught.free if name == "book" else town.taught.booked_up)
    assert dump(database) == before


# forged values


def test_the_browser_cannot_send_what_the_fields_do_not_offer(window: Window, database: Database) -> None:
    town, taught = window.town, window.town.taught
    window.signed_in("teacher")
    before = dump(database)
    for forged in ("x", "6", "", str(HUGE)):
        at = window.through_the_navigation("my_trainings.py")
        forge(at.radio(key=f"rating-{taught.past}"), string_value=forged)
        press(at, GERMAN.send)
        assert dump(database) == before, forged
    for rating in (0, 6, -1, HUGE):
        with database.write.begin() as db, pytest.raises(NumberWrong):
            feedback.give_feedback(db, taught.past, rating, "", town.people["teacher"], NOW)
    window.signed_in("admin")
    for forged in ("x", str(taught.in_house), "", str(HUGE)):
        at = window.through_the_navigation("training_plan.py", ansicht="wuensche", wunsch=str(taught.alone))
        forge(at.selectbox(key="wish-answer-date"), string_value=forged)
        assert not press(at, W.plan).exception
        assert dump(database) == before, forged


@pytest.mark.parametrize("visitor", ["teacher", "guest"])
def test_widgets_of_the_trainer_s_pages_do_nothing_elsewhere(
    window: Window, database: Database, visitor: str
) -> None:
    taught = window.town.taught
    window.signed_in("admin")
    sent = [
        (button.id, page)
        for page, address in (
            ("courses.py", {"termin": str(taught.taught)}),
            ("training_plan.py", {"termin": str(taught.held), "tun": "absagen"}),
            ("training_plan.py", {"raum": str(taught.room)}),
        )
        for button in window.through_the_navigation(page, **address).button
    ]
    window.signed_in(visitor)
    before = dump(database)
    for widget, page in sent:
        at = window.through_the_navigation(page, termin=str(taught.taught))
        at.session_state[f"plan-reason-{taught.held}"] = "Krank"
        widgets = at._tree.get_widget_states()
        widgets.widgets.append(WidgetState(id=widget, trigger_value=True))
        at = at._run(widgets)
        assert not at.exception, widget
    assert dump(database) == before


# words that are code


@pytest.fixture
def foul(town: Town, database: Database) -> Town:
    """The bystander, the training, places and answers are code."""
    with database.write.begin() as db:
        change_person(db, town.people[BYSTANDER].id, FORMULA, "bodo@boese.example", OPERATOR, NOW)
        for row in db.scalars(select(TrainingRow)):
            row.title, row.aim, row.preparation = CODE, f"{{{{ 7 * 7 }}}} {CODE}", "{% raise %}"
        for date in db.scalars(select(DateRow)):
            date.place, date.kind = f"Raum\r\nATTENDEE:mailto:boese@boese.example{CODE}", "fablab"
    return town


@pytest.mark.anyio
async def test_lists_that_are_code_are_words(foul: Town) -> None:
    number, secret = foul.taught.held, foul.secrets["trainer"]
    table = (await fetched(f"/kurse/{number}/teilnehmende.csv", secret)).content.decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(table), delimiter=";") for cell in row]
    assert [cell for cell in cells if cell[:1] in "=+-@\t\r" and cell] == []
    assert any(FORMULA in cell for cell in cells)
    book = load_workbook(io.BytesIO((await fetched(f"/kurse/{number}/teilnehmende.xlsx", secret)).content))
    kinds = {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    paper = (await fetched(f"/kurse/{number}/liste", secret)).text
    assert "<b>" not in paper
    assert "<img src=x" not in paper
    assert CODE in html.unescape(paper)


@pytest.mark.anyio
async def test_certificates_and_codes_that_are_code_are_words(foul: Town, database: Database) -> None:
    seat = foul.taught.seats[foul.taught.taught]
    paper = await fetched(f"/bescheinigung/{seat}.pdf", foul.secrets["trainer"])
    assert paper.status_code == 200
    assert paper.content.startswith(b"%PDF")
    with database.write.begin() as db:
        code = certificates.certificate_of(db, seat, foul.people["trainer"], NOW).shown_code
    told = (await fetched(f"/nachweis/{code}", None)).text
    assert "<img src=x" not in told
    assert FORMULA in html.unescape(told)
    for wrong in ("<script>alert(1)</script>", "{{ 7 * 7 }}", "../..", "%00", "0" * 5000, "*" * 50):
        answer = await fetched(f"/nachweis?code={wrong}", None)
        assert answer.status_code in {200, 404}
        assert "<script>alert" not in answer.text
    check = (await fetched(check_in_way(seat), foul.secrets["trainer"])).text
    assert "<b>" not in check
    assert FORMULA in html.unescape(check)


@pytest.mark.anyio
async def test_calendars_that_are_code_are_words(foul: Town, database: Database) -> None:
    with database.write.begin() as db:
        way = path_of(db, foul.people["teacher"], entrance().signer)
    for path in (way, f"/fortbildung/{foul.taught.booked}/termin.ics"):
        file = (await fetched(path, foul.secrets["teacher"])).text
        assert "BEGIN:VEVENT" in file
        assert "\nATTENDEE:mailto:boese" not in file


def test_mails_that_are_code_are_words(foul: Town, database: Database) -> None:
    """And a subject of several lines is one."""
    with database.write.begin() as db:
        attendance.message_all(
            db,
            foul.taught.held,
            "Hallo\r\nBcc: boese@boese.example",
            f"{{{{ house.portal }}}} {CODE}",
            foul.people["trainer"],
            NOW,
            HOUSE,
        )
        booking.book(db, foul.taught.free, foul.people["teacher"], NOW, HOUSE)
        mails = [from_text(row.message) for row in db.scalars(select(MailRow))]
    assert len(mails) == 2
    for mail in mails:
        assert mail["Bcc"] is None
        assert "\n" not in str(mail["Subject"])
    told = mails[0].get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "{{ house.portal }}" in told
    assert all("49" not in str(mail["Subject"]) for mail in mails)


def test_a_word_to_the_trainer_holds_nothing_that_cannot_be_written(foul: Town, database: Database) -> None:
    """PostgreSQL keeps no text with a NUL in it."""
    teacher, before = foul.people["teacher"], NOW + 39 * DAY + DAY / 2  # after the deadline
    with database.write.begin() as db, pytest.raises(TooLate):
        booking.cancel(db, foul.taught.booked, teacher, before, HOUSE, word="\x00 \x07")
    with database.write.begin() as db:
        booking.cancel(db, foul.taught.booked, teacher, before, HOUSE, word="Krank\x00\u202e")
        reasons = db.scalars(select(BookingEventRow.reason).where(BookingEventRow.what == "cancelled_late"))
        assert reasons.all() == ["Krank"]


@pytest.mark.parametrize("visitor", ["teacher", "trainer", "team"])
def test_pages_that_are_code_are_words(window: Window, foul: Town, visitor: str) -> None:
    window.signed_in(visitor)
    for page in PAGES:
        for address in ({}, {"termin": str(foul.taught.held)}, {"suche": CODE}):
            told = is_harmless(window.through_the_navigation(page, **address))
            assert told, page
    at = window.through_the_navigation("training_date.py", termin=str(foul.taught.free))
    assert CODE in is_harmless(at)


def test_one_s_own_mails_that_are_code_are_words(
    window: Window, foul: Town, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOTSE_DEMO", "true")
    with database.write.begin() as db:
        booking.book(db, foul.taught.free, foul.people["teacher"], NOW, HOUSE)
    window.signed_in("teacher")
    at = window.through_the_navigation("post.py")
    assert "boese" in is_harmless(at)
