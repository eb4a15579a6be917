"""The trainer's pages: own dates, who comes, ticking off, waiting list, messages, copies, what remains."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import func, select
from streamlit.testing.v1 import AppTest

from core.audit import Action
from core.house import House as Portal
from core.local_time import HERE
from core.mail.tables import MailRow
from core.people.actor import OPERATOR
from core.people.person import Person
from core.people.register import set_role
from core.people.roles import Role
from tests.pages.conftest import press
from tests.pages.signed_in import House, told
from trainings.courses.attendance import Participants, mark, participants
from trainings.courses.feedback import give_feedback
from trainings.facts import BookingState
from trainings.refusals import TextMissing
from trainings.seats.booking import book, wait
from trainings.seats.tables import BookingEventRow, BookingRow
from trainings.tables import DateRow, ResourceRow, TrainingRow
from ui.moments import written_day
from ui.texts import ENGLISH, GERMAN
from ui.trainings.refusals import sentence
from ui.trainings.when import moment, span

C = GERMAN.courses
PORTAL = Portal("lotse@example.org", "http://localhost:8501")
HOSTILE = "<img src=x onerror=alert(1)> **Otto** :smile:"
DAY = timedelta(days=1)
EARLIER = timedelta(days=30)
PAGE = "courses.py"
Dates = Callable[..., int]


@pytest.fixture
def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def trainer(house: House) -> Person:
    house.visit()
    return house.signed_in_as(Role.TRAINER, "Tobias Trainer")


@pytest.fixture
def date(house: House, trainer: Person, now: datetime) -> Dates:
    """A date of a training of its own, which gives a certificate and authorises to use a machine."""

    def added(title: str, starts_at: datetime, ends_at: datetime | None = None, **facts: object) -> int:
        with house.database.write.begin() as db:
            machine = ResourceRow(name=f"Drucker für {title}", kind="machine")
            db.add(machine)
            db.flush()
            training = TrainingRow(
                title=title,
                minutes=60,
                certificate_minutes=60,
                created_at=now,
                authorises_id=machine.id,
                authorises_months=12,
            )
            db.add(training)
            db.flush()
            wanted: dict[str, object] = {
                "ends_at": ends_at or starts_at + timedelta(hours=2),
                "trainer_id": trainer.id,
                "seats": 3,
                "kind": "fablab",
                "place": "Werkraum 2",
                "closes_at": starts_at - timedelta(hours=1),
                "cancel_until": starts_at - 3 * DAY,
                "decide_at": starts_at - 4 * DAY,
            }
            row = DateRow(
                training_id=training.id, starts_at=starts_at, created_at=now - EARLIER, **wanted | facts
            )
            db.add(row)
            db.flush()
            return row.id

    return added


@pytest.fixture
def today(date: Dates, now: datetime) -> int:
    """All day long, so that it is on whenever this is run."""
    begins = datetime.combine(now.astimezone(HERE), time(0, 0), HERE).astimezone(UTC)
    return date("Drucken heute", begins, begins + timedelta(hours=23, minutes=59))


@pytest.fixture
def coming(date: Dates, now: datetime) -> int:
    return date("Drucken bald", now + 10 * DAY)


@pytest.fixture
def past(date: Dates, now: datetime) -> int:
    return date("Drucken neulich", now - 5 * DAY)


def come(house: House, date_id: int, *names: str) -> list[int]:
    """They have booked; returns the numbers of their bookings."""
    numbers = []
    for name in names:
        person = house.person(name, Role.TEACHER)
        with house.database.write.begin() as db:
            row = db.get_one(DateRow, date_id)
            numbers.append(book(db, date_id, person, row.starts_at - 20 * DAY, PORTAL))
    return numbers


def queue(house: House, date_id: int, *names: str) -> list[int]:
    """They wait, one after the other."""
    for hours, name in enumerate(names):
        person = house.person(name, Role.TEACHER)
        with house.database.write.begin() as db:
            row = db.get_one(DateRow, date_id)
            wait(db, date_id, person, row.starts_at - 19 * DAY + timedelta(hours=hours), PORTAL)
    return [row.booking_id for row in listed(house, date_id).in_state(BookingState.WAITING)]


def listed(house: House, date_id: int) -> Participants:
    with house.database.read() as db:
        return participants(db, date_id, OPERATOR, datetime.now(UTC))


def attended(house: House, booking_id: int) -> bool | None:
    with house.database.read() as db:
        return db.get_one(BookingRow, booking_id).attended


def tick(at: AppTest, booking_id: int) -> AppTest:
    return at.button(key=f"tick-button-{booking_id}").click().run()


def waits(at: AppTest) -> list[str]:
    """The names of the list in the order shown, after all who come."""
    shown = [button.label for button in at.button if (button.key or "").startswith("about-")]
    return [name.strip("*") for name in shown if "Wartet" in name]


def follow(at: AppTest, key: str) -> AppTest:
    return at.button(key=key).click().run()


@pytest.mark.parametrize("role", [Role.TEACHER, Role.HEAD, Role.ASSISTANT])
def test_whoever_holds_no_trainings_sees_nobody(house: House, today: int, role: Role) -> None:
    come(house, today, "Petra Privat")
    house.signed_in_as(role)
    for address in ({}, {"termin": str(today)}, {"termin": str(today), "person": "1"}):
        at = house.open(PAGE, **address)
        assert GERMAN.frame.not_for_role in told(at)
        assert "Petra" not in told(at)
        assert "Drucken" not in told(at)


def test_a_guest_sees_nobody(house: House, today: int) -> None:
    come(house, today, "Petra Privat")
    house.cookies.clear()
    at = house.open(PAGE, termin=str(today))
    assert GERMAN.frame.signed_out in told(at)
    assert "Petra" not in told(at)


def test_an_empty_list_says_what_will_be_there(house: House, trainer: Person) -> None:
    at = house.open(PAGE)
    assert C.none_yet in told(at)
    assert not at.toggle


def test_today_comes_first_and_large_then_what_comes_then_what_was(
    house: House, coming: int, past: int, today: int
) -> None:
    come(house, today, "Anna Erste", "Berta Zweite")
    shown = told(house.open(PAGE))
    parts = [C.today, "Drucken heute", C.coming, C.past]
    assert sorted(parts, key=shown.index) == parts
    assert C.span_today.format(start="00:00", end="23:59") in shown
    assert C.taken.format(taken=2, seats=3) in shown


def test_a_date_of_today_that_is_over_is_still_under_today(house: House, date: Dates, now: datetime) -> None:
    begins = datetime.combine(now.astimezone(HERE), time(0, 0), HERE).astimezone(UTC)
    over = date("Ganz früh", begins, begins + timedelta(minutes=1))
    at = house.open(PAGE)
    assert C.today in told(at)
    assert C.past not in told(at)
    assert follow(at, f"open-course-{over}").query_params["termin"] == str(over)


def test_cancelled_dates_and_missing_participants_are_said_in_words(
    house: House, date: Dates, now: datetime
) -> None:
    date("Wenige", now + 3 * DAY, minimum=2)
    gone = date("Fällt weg", now + 4 * DAY, state="cancelled", cancel_reason="Die Lampe ist kaputt")
    shown = told(house.open(PAGE))
    assert C.below_minimum.format(count=2) in shown
    assert C.cancelled in shown
    assert C.cancelled_because.format(reason="Die Lampe ist kaputt") in told(
        house.open(PAGE, termin=str(gone))
    )


def test_a_trainer_sees_only_their_own_dates(house: House, date: Dates, now: datetime) -> None:
    other = house.person("Otto Anders", Role.TRAINER)
    foreign = date("Fremder Kurs", now + 2 * DAY, trainer_id=other.id)
    come(house, foreign, "Petra Privat")
    assert "Fremder" not in told(house.open(PAGE))
    at = house.open(PAGE, termin=str(foreign))
    assert C.gone in told(at)
    assert "Petra" not in told(at)


def test_the_team_sees_all_and_can_look_at_its_own(house: House, date: Dates, now: datetime) -> None:
    date("Kurs von Tobias", now + 2 * DAY)
    team = house.signed_in_as(Role.TEAM, "Tina Team")
    date("Kurs von Tina", now + 3 * DAY, trainer_id=team.id)
    at = house.open(PAGE)
    assert C.of_trainer.format(name="Tobias Trainer") in told(at)
    at.toggle(key="nur-meine").set_value(True).run()
    assert "Kurs von Tina" in told(at)
    assert "Kurs von Tobias" not in told(at)


def test_of_many_past_dates_the_latest_are_shown_first(house: House, date: Dates, now: datetime) -> None:
    for number in range(12):
        date(f"Kurs {number:02}", now - (number + 2) * DAY)
    at = house.open(PAGE)
    assert "Kurs 09" in told(at)
    assert "Kurs 10" not in told(at)
    assert "Kurs 11" in told(follow(at, "more-past"))


def test_of_many_coming_dates_the_next_are_shown_first(house: House, date: Dates, now: datetime) -> None:
    for number in range(12):
        date(f"Kurs {number:02}", now + (number + 2) * DAY)
    at = house.open(PAGE)
    assert "Kurs 09" in told(at)
    assert "Kurs 10" not in told(at)
    assert "Kurs 11" in told(follow(at, "more-coming"))


def test_the_team_looks_at_what_was_only_when_it_wants(house: House, past: int) -> None:
    house.signed_in_as(Role.TEAM, "Tina Team")
    at = house.open(PAGE)
    assert C.none_yet_all in told(at)
    assert "Drucken neulich" not in told(at)
    at = follow(at, "more-past")
    assert "Drucken neulich" in told(at)
    at.toggle(key="nur-meine").set_value(True).run()
    assert C.none_of_mine in told(at)
    assert "Drucken neulich" not in told(at)


def test_a_date_of_several_days_is_under_today(house: House, date: Dates, now: datetime) -> None:
    date("Projektwoche", now - 2 * DAY, now + 2 * DAY)
    at = house.open(PAGE)
    assert C.today in told(at)
    assert C.tick_off in told(at)


def test_a_date_that_is_cancelled_has_nobody_to_write_to(house: House, date: Dates, now: datetime) -> None:
    gone = date("Fällt weg", now + 4 * DAY, state="cancelled")
    keys = [button.key for button in house.open(PAGE, termin=str(gone)).button]
    assert "course-kopieren" in keys
    assert "course-nachricht" not in keys


@pytest.mark.parametrize("number", ["9999", "abc", "-1", "", "²", "9" * 30])
def test_a_link_to_no_date_is_answered_kindly(house: House, trainer: Person, number: str) -> None:
    at = house.open(PAGE, termin=number)
    assert C.gone in told(at)
    assert not at.exception


def test_on_the_day_the_list_comes_first_and_a_tap_goes_round(house: House, today: int) -> None:
    (number,) = come(house, today, "Anna Erste")
    at = house.open(PAGE, termin=str(today))
    shown = told(at)
    assert shown.index(C.who_is_here) < shown.index("Werkraum 2")
    assert C.code_hint in shown
    for expected, word in ((True, C.here), (False, C.away), (None, C.not_yet)):
        at = tick(at, number)
        assert attended(house, number) is expected
        assert at.button(key=f"tick-button-{number}").label.rstrip("*`").endswith(word)


def test_the_count_follows_the_tap(house: House, today: int) -> None:
    first, _ = come(house, today, "Anna Erste", "Berta Zweite")
    at = house.open(PAGE, termin=str(today))
    assert C.so_far.format(here=0, all=2) in told(at)
    assert C.so_far.format(here=1, all=2) in told(tick(at, first))


def test_who_was_there_is_authorised_until_a_day(house: House, past: int) -> None:
    first, _ = come(house, past, "Anna Erste", "Berta Zweite")
    at = house.open(PAGE, termin=str(past))
    assert C.nobody_authorised in told(at)
    tick(at, first)
    (until,) = {row.authorised_until for row in listed(house, past).rows if row.booking_id == first}
    shown = told(house.open(PAGE, termin=str(past)))
    assert written_day(until, GERMAN) in shown
    assert C.not_yet_authorised in shown


def test_a_tap_on_an_old_screen_means_what_was_shown(house: House, today: int) -> None:
    (number,) = come(house, today, "Anna Erste")
    at = house.open(PAGE, termin=str(today))
    with house.database.write.begin() as db:
        mark(db, number, True, OPERATOR, datetime.now(UTC))  # the code was scanned meanwhile
    tick(at, number)
    assert attended(house, number) is True


@pytest.mark.parametrize("here", [True, False])
def test_all_who_are_open_are_marked_at_once_and_nobody_else(house: House, today: int, here: bool) -> None:
    first, *others = come(house, today, "Anna Erste", "Berta Zweite", "Carla Dritte")
    at = tick(tick(house.open(PAGE, termin=str(today)), first), first)
    at = follow(at, f"rest-{here}")
    assert attended(house, first) is False
    assert [attended(house, number) for number in others] == [here, here]
    assert f"rest-{here}" not in [button.key for button in at.button]


def test_who_lost_the_role_ticks_nobody_off(house: House, trainer: Person, today: int) -> None:
    (number,) = come(house, today, "Anna Erste")
    at = house.open(PAGE, termin=str(today))
    with house.database.write.begin() as db:
        set_role(db, trainer.id, Role.TEACHER, OPERATOR, datetime.now(UTC))
    assert GERMAN.frame.not_for_role in told(tick(at, number))
    assert attended(house, number) is None


def test_before_the_day_there_is_nothing_to_tick(house: House, coming: int) -> None:
    (number,) = come(house, coming, "Anna Erste")
    at = house.open(PAGE, termin=str(coming))
    assert C.who_comes in told(at)
    assert "annaerste@schule.example" in told(at)
    assert f"tick-button-{number}" not in [button.key for button in at.button]


def test_without_anybody_the_page_says_so(house: House, coming: int) -> None:
    shown = told(house.open(PAGE, termin=str(coming)))
    assert C.nobody_booked in shown
    assert C.nobody_waits in shown
    assert "teilnehmende.csv" not in shown


def test_the_lists_can_be_taken_along(house: House, coming: int) -> None:
    come(house, coming, "Anna Erste")
    shown = told(house.open(PAGE, termin=str(coming)))
    for way in ("teilnehmende.csv", "teilnehmende.xlsx", "liste"):
        assert f'href="/kurse/{coming}/{way}"' in shown


def test_nobody_is_moved_up_without_a_reason(house: House, coming: int) -> None:
    come(house, coming, "Anna Erste", "Berta Zweite", "Carla Dritte")
    _, last = queue(house, coming, "Wilma Wartet", "Xaver Wartet")
    at = house.open(PAGE, termin=str(coming))
    assert waits(at) == ["Wilma Wartet", "Xaver Wartet"]
    assert C.place.format(place=2) in told(at)
    at = press(follow(at, f"move-{last}"), C.move_up_now)
    assert sentence(TextMissing("reason"), GERMAN) in told(at)
    at.text_input(key=f"reason-to-move-{last}").set_value("Der Oktober fiel aus")
    at = press(at, C.move_up_now)
    assert C.moved in told(at)
    assert waits(at) == ["Xaver Wartet", "Wilma Wartet"]
    assert C.moved_up in told(at)
    with house.database.read() as db:
        told_why = db.scalars(select(BookingEventRow.reason).where(BookingEventRow.what == "priority")).all()
    assert told_why == ["Der Oktober fiel aus"]


def test_who_was_moved_up_can_be_put_back_in_line(house: House, coming: int) -> None:
    come(house, coming, "Anna Erste", "Berta Zweite", "Carla Dritte")
    _, last = queue(house, coming, "Wilma Wartet", "Xaver Wartet")
    at = house.open(PAGE, termin=str(coming), person=str(last))
    at.text_input(key=f"reason-to-move-{last}").set_value("Der Oktober fiel aus")
    at = follow(press(at, C.move_up_now), f"about-{last}")
    at.text_input(key=f"reason-to-move-{last}").set_value("Das war ein Versehen")
    assert waits(press(at, C.move_back_now)) == ["Wilma Wartet", "Xaver Wartet"]


def test_whoever_is_removed_leaves_the_seat_to_the_next(house: House, coming: int) -> None:
    first, *_ = come(house, coming, "Anna Erste", "Berta Zweite", "Carla Dritte")
    queue(house, coming, "Wilma Wartet")
    at = follow(house.open(PAGE, termin=str(coming)), f"about-{first}")
    assert "<h1>Anna Erste</h1>" in told(at)
    assert 'href="mailto:annaerste@schule.example"' in told(at)
    at = press(at, C.remove_now)
    assert sentence(TextMissing("reason"), GERMAN) in told(at)
    at.text_area(key=f"reason-to-remove-{first}").set_value("Die Gruppe ist zu groß")
    at = press(at, C.remove_now)
    assert C.removed.format(name="Anna Erste") in told(at)
    assert C.has_offer in told(at)
    course = listed(house, coming)
    assert [row.name for row in course.in_state(BookingState.BOOKED)] == ["Berta Zweite", "Carla Dritte"]
    assert [row.name for row in course.in_state(BookingState.OFFERED)] == ["Wilma Wartet"]


def test_once_it_has_begun_nobody_is_removed(house: House, today: int) -> None:
    (number,) = come(house, today, "Anna Erste")
    at = house.open(PAGE, termin=str(today), person=str(number))
    assert "Anna Erste" in told(at)
    assert C.remove_now not in told(at)


@pytest.mark.parametrize("number", ["9999", "abc", ""])
def test_somebody_who_is_gone_is_not_on_the_list(house: House, coming: int, number: str) -> None:
    at = house.open(PAGE, termin=str(coming), person=number)
    assert C.person_gone in told(at)
    assert told(follow(at, "way-back")).startswith("<h1>Drucken bald") or C.who_comes in told(at)


def test_a_booking_of_another_date_is_not_on_the_list(house: House, coming: int, past: int) -> None:
    (number,) = come(house, past, "Anna Erste")
    assert C.person_gone in told(house.open(PAGE, termin=str(coming), person=str(number)))


def test_a_message_goes_to_all_who_come_and_says_to_how_many(house: House, coming: int) -> None:
    come(house, coming, "Anna Erste", "Berta Zweite", "Carla Dritte")
    queue(house, coming, "Wilma Wartet")
    at = follow(house.open(PAGE, termin=str(coming)), "course-nachricht")
    assert C.message_to_many.format(count=3) in told(at)
    at.text_area(key=f"text-{coming}").set_value("Bitte Laptop mitbringen")
    at = press(at, C.send)
    assert sentence(TextMissing("subject"), GERMAN) in told(at)
    before = mails(house)
    at.text_input(key=f"subject-{coming}").set_value("Bitte beachten")
    at = press(at, C.send)
    assert C.sent_many.format(count=3) in told(at)
    assert C.who_comes in told(at)
    assert mails(house) == before + 3
    assert house.log()[0].action is Action.MESSAGE_SENT


def mails(house: House) -> int:
    with house.database.read() as db:
        return db.scalar(select(func.count()).select_from(MailRow)) or 0


def test_to_nobody_nothing_can_be_sent(house: House, coming: int) -> None:
    at = house.open(PAGE, termin=str(coming), ansicht="nachricht")
    assert C.message_to_none in told(at)
    assert not at.text_area


def test_a_copy_takes_its_deadlines_along(house: House, coming: int) -> None:
    come(house, coming, "Anna Erste")
    at = follow(house.open(PAGE, termin=str(coming)), "course-kopieren")
    old = listed(house, coming).date
    proposed = (old.starts_at.astimezone(HERE) + 7 * DAY).date()
    assert at.selectbox(key=f"copy-day-{coming}").value == proposed
    wanted = proposed + 14 * DAY
    at.selectbox(key=f"copy-day-{coming}").set_value(wanted)
    at.selectbox(key=f"copy-time-{coming}").set_value(time(9, 30)).run()
    shown = told(at)
    at = press(at, C.copy_now)
    assert C.copied in told(at)
    new = listed(house, int(at.query_params["termin"])).date
    assert new.starts_at.astimezone(HERE) == datetime.combine(wanted, time(9, 30), HERE)
    assert new.ends_at - new.starts_at == old.ends_at - old.starts_at
    assert new.starts_at - new.closes_at == old.starts_at - old.closes_at
    assert C.copy_when.format(span=span(new, GERMAN)) in shown
    assert moment(new.cancel_until, GERMAN) in shown
    assert C.nobody_booked in told(at)


def test_a_date_long_ago_is_copied_into_the_future(house: House, date: Dates, now: datetime) -> None:
    old = date("Lange her", now - 500 * DAY)
    at = house.open(PAGE, termin=str(old), ansicht="kopieren")
    proposed = at.selectbox(key=f"copy-day-{old}").value
    assert proposed
    began = listed(house, old).date.starts_at.astimezone(HERE)
    assert proposed.weekday() == began.weekday() or began.weekday() == 6
    assert now.astimezone(HERE).date() < proposed <= now.astimezone(HERE).date() + 8 * DAY


def test_a_copy_without_the_days_for_its_deadlines_is_refused_in_words(
    house: House, date: Dates, now: datetime
) -> None:
    strict = date("Lange Fristen", now + 40 * DAY, closes_at=now + 10 * DAY)
    at = house.open(PAGE, termin=str(strict), ansicht="kopieren")
    tomorrow = at.selectbox(key=f"copy-day-{strict}").options[0]
    at.selectbox(key=f"copy-day-{strict}").select(tomorrow).run()
    at = press(at, C.copy_now)
    assert at.error
    assert not at.exception


def test_afterwards_there_are_certificates_no_shows_and_feedback(
    house: House, past: int, now: datetime
) -> None:
    names = ("Anna Erste", "Berta Zweite", "Carla Dritte")
    first, second, third = come(house, past, *names)
    at = house.open(PAGE, termin=str(past))
    assert C.no_certificates_yet in told(at)
    at = follow(tick(tick(at, third), third), "rest-True")
    shown = told(house.open(PAGE, termin=str(past)))
    assert C.were_there_many.format(count=2) in shown
    assert C.missing_one in shown
    for number in (first, second):
        assert f'href="/bescheinigung/{number}.pdf"' in shown
    assert f"/bescheinigung/{third}.pdf" not in shown
    assert shown.index(C.no_shows_explained) < shown.index("Carla Dritte") < shown.index(C.certificates)
    assert C.no_feedback in shown


def test_the_list_stays_under_the_thumb_until_the_page_is_opened_anew(house: House, past: int) -> None:
    (number,) = come(house, past, "Anna Erste")
    at = tick(house.open(PAGE, termin=str(past)), number)
    assert not at.expander
    assert attended(house, number) is True
    assert [part.label for part in house.open(PAGE, termin=str(past)).expander] == [C.change_attendance]


def test_feedback_is_told_once_nobody_can_guess_whose_it_is(house: House, past: int, now: datetime) -> None:
    numbers = come(house, past, "Anna Erste", "Berta Zweite", "Carla Dritte")
    say(house, past, numbers[:2], now)
    shown = told(house.open(PAGE, termin=str(past)))
    assert C.few_feedback.format(count=2) in shown
    assert "Sehr gut" not in shown
    say(house, past, numbers[2:], now, "<b>Sehr gut</b>")
    shown = told(house.open(PAGE, termin=str(past)))
    assert C.many_feedback.format(count=3, average="4,0") in shown
    assert "&lt;b&gt;Sehr gut" in shown


def say(house: House, date_id: int, bookings: list[int], now: datetime, text: str = "Sehr gut") -> None:
    by_booking = {row.booking_id: row.person_id for row in listed(house, date_id).rows}
    people = {person.id: person for person in house.people()}
    for number in bookings:
        found = people[by_booking[number]]
        person = Person(found.id, found.name, found.email, found.role)
        with house.database.write.begin() as db:
            mark(db, number, True, OPERATOR, now)
            give_feedback(db, date_id, 4, text, person, now)


def test_names_are_words_whatever_is_in_them(house: House, today: int, coming: int) -> None:
    (number,) = come(house, today, HOSTILE)
    at = house.open(PAGE, termin=str(today))
    assert "<img" not in "".join(str(html.value) for html in at.html)
    label = at.button(key=f"tick-button-{number}").label
    assert "\\*\\*Otto\\*\\*" in label
    assert ":smile:" not in label
    at = house.open(PAGE, termin=str(today), person=str(number))
    assert "<img" not in "".join(str(html.value) for html in at.html)


def test_the_pages_speak_english(house: House, today: int, coming: int) -> None:
    come(house, today, "Anna Erste")
    assert ENGLISH.courses.tick_off in told(house.open(PAGE, lang="en"))
    assert ENGLISH.courses.who_is_here in told(house.open(PAGE, lang="en", termin=str(today)))
