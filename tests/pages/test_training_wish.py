"""Wishing for a training: send, find others, go together; the team answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from streamlit.testing.v1 import AppTest

from core.house import House as TrainingHouse
from core.mail.tables import MailRow
from core.people.actor import OPERATOR
from core.people.person import Person, School
from core.people.roles import Role
from core.people.workplaces import set_schools
from tests.pages.conftest import press
from tests.pages.signed_in import House, told
from trainings.tables import DateRow, TrainingRow
from trainings.wishes.answering import decline_wish, plan_wishes
from trainings.wishes.facts import Wish, WishDraft, WishState
from trainings.wishes.joining import ask_to_join
from trainings.wishes.wishing import add_wish, my_wishes
from ui.texts import GERMAN

W = GERMAN.wishes
PAGE, MINE, DESK = "training_wish.py", "my_trainings.py", "training_plan.py"
HOUSE = TrainingHouse("lotse@stadt.example", "https://lotse.stadt.example")
MOODLE = WishDraft("Moodle-Kurse aufbauen", "Frau Geheim möchte Tests", 6, "mittwochs")


def now() -> datetime:
    return datetime.now(UTC)


def teacher(house: House, *schools: School) -> Person:
    person = house.signed_in_as(Role.TEACHER, "Tilda Tal")
    with house.database.write.begin() as db:
        return set_schools(db, person.id, [school.id for school in schools], OPERATOR, now())


def wish(house: House, by: Person, draft: WishDraft = MOODLE) -> int:
    with house.database.write.begin() as db:
        return add_wish(db, draft, by, now())


def kept(house: House, by: Person) -> list[Wish]:
    with house.database.read() as db:
        return my_wishes(db, by)


def date(house: House, title: str = "Moodle für alle", **values: object) -> int:
    starts_at = now() + timedelta(days=30)
    with house.database.write.begin() as db:
        training = TrainingRow(title=title, minutes=90, created_at=now())
        db.add(training)
        db.flush()
        known = {"closes_at": starts_at, "cancel_until": starts_at, "decide_at": starts_at, "seats": 5}
        ends_at = starts_at + timedelta(hours=2)
        times = {"starts_at": starts_at, "ends_at": ends_at, "created_at": now(), "kind": "fablab"}
        row = DateRow(training_id=training.id, **{**known, **times, **values})
        db.add(row)
        db.flush()
        return row.id


def subjects(house: House, person: Person) -> Sequence[str]:
    with house.database.read() as db:
        return db.scalars(select(MailRow.subject).where(MailRow.recipient == person.email)).all()


def send(at: AppTest, topic: str, people: int = 1, times: str = "", details: str = "") -> AppTest:
    at.text_input(key="new-wish-topic").set_value(topic)
    at.number_input(key="new-wish-people").set_value(people)
    at.text_input(key="new-wish-times").set_value(times)
    at.text_area(key="new-wish-details").set_value(details)
    return press(at, W.send)


def click(at: AppTest, key: str) -> AppTest:
    return at.button(key=key).click().run()


def test_wishing_is_not_for_people_without_a_role(house: House) -> None:
    house.signed_in_as(None)
    at = house.open(PAGE)
    assert W.title not in told(at)
    assert not at.text_input


def test_a_wish_is_sent_and_shown(house: House) -> None:
    person = teacher(house, house.school("GS Diesdorf"))
    at = send(house.open(PAGE), "3D-Druck", 4, "dienstags", "Mit Tinkercad")
    assert not at.exception
    assert W.sent in told(at)
    assert W.nothing_alike in told(at)
    [own] = kept(house, person)
    assert (own.topic, own.people, own.times, own.details) == ("3D-Druck", 4, "dienstags", "Mit Tinkercad")


def test_what_is_planned_already_is_shown_with_a_way_to_book(house: House) -> None:
    teacher(house)
    date(house)
    date(house, "Robotik")
    at = send(house.open(PAGE), "Moodle")
    assert W.coming in told(at)
    at = press(at, GERMAN.trainings.book)
    assert GERMAN.trainings.booked_now in told(at)
    at = send(house.open(PAGE), "Yoga")
    assert W.coming not in told(at)


def test_the_words_of_a_search_stand_in_the_form_already(house: House) -> None:
    teacher(house)
    at = house.open(PAGE, thema="Robotik <b>mit</b> Kindern")
    assert at.text_input(key="new-wish-topic").value == "Robotik <b>mit</b> Kindern"


def test_a_wish_without_words_is_refused_and_nothing_typed_is_lost(house: House) -> None:
    person = teacher(house)
    at = send(house.open(PAGE), "   ", times="montags")
    assert at.error
    assert at.text_input(key="new-wish-times").value == "montags"
    assert kept(house, person) == []


def test_similar_wishes_are_shown_without_names_and_can_be_asked(house: House) -> None:
    other = house.person("Oda Ohm", Role.TEACHER, house.school("GS Salbke"))
    number = wish(house, other)
    person = teacher(house, house.school("GS Diesdorf"))
    at = send(house.open(PAGE), "Moodle-Kurse anlegen", 2)
    shown = told(at)
    assert W.alike_one in shown
    assert "GS Salbke (6 Personen)" in shown
    assert "Oda" not in shown
    assert "Geheim" not in shown
    at = click(at, f"ask-{number}")
    assert W.asked_now in told(at)
    assert W.alike_one not in told(at)
    assert [each.id for each in kept(house, person)[0].asked] == [number]
    assert subjects(house, other) == ["Gemeinsam zur Fortbildung? Moodle-Kurse anlegen"]


def test_the_number_of_other_schools_is_said(house: House) -> None:
    first, second = house.school("GS Salbke"), house.school("Hegel-Gymnasium")
    wish(house, house.person("Oda Ohm", Role.TEACHER, first))
    wish(house, house.person("Emil Ems", Role.TEACHER, second))
    teacher(house)
    at = send(house.open(PAGE), "Moodle-Kurse anlegen")
    assert W.alike_many.format(count=2) in told(at)


def test_a_colleague_of_the_same_school_is_not_called_another_school(house: House) -> None:
    school = house.school("GS Salbke")
    wish(house, house.person("Oda Ohm", Role.TEACHER, school))
    teacher(house, school)
    at = send(house.open(PAGE), "Moodle-Kurse anlegen")
    assert W.alike_others in told(at)
    assert W.alike_one not in told(at)


@pytest.mark.parametrize("page", [PAGE, MINE])
@pytest.mark.parametrize("accepted", [True, False])
def test_who_is_asked_answers_on_either_page(house: House, page: str, accepted: bool) -> None:
    other = house.person("Oda Ohm", Role.TEACHER, house.school("GS Salbke"))
    theirs = wish(house, other)
    person = teacher(house)
    own = wish(house, person, WishDraft("Moodle"))
    with house.database.write.begin() as db:
        join = ask_to_join(db, theirs, own, other, now(), HOUSE)
    at = house.open(page)
    asked = W.wants_to_join.format(school="GS Salbke", topic=MOODLE.topic)
    assert asked in told(at)
    at = click(at, f"wish-{'yes' if accepted else 'no'}-{join}")
    assert (W.said_yes if accepted else W.said_no) in told(at)
    assert asked not in told(at)
    assert [each.id for each in kept(house, person)[0].together] == ([theirs] if accepted else [])


def test_a_wish_is_withdrawn(house: House) -> None:
    person = teacher(house)
    number = wish(house, person)
    at = click(house.open(PAGE), f"withdraw-{number}")
    assert W.withdrawn in told(at)
    assert kept(house, person) == []


def test_the_wish_of_somebody_else_has_no_page(house: House) -> None:
    number = wish(house, house.person("Oda Ohm", Role.TEACHER))
    teacher(house)
    at = house.open(PAGE, wunsch=str(number))
    assert W.title in told(at)
    assert MOODLE.topic not in told(at)


def test_what_became_of_wishes_is_told(house: House) -> None:
    person = teacher(house)
    team = house.person("Theo Team", Role.TEAM)
    planned, declined, lost = (
        wish(house, person, WishDraft(topic)) for topic in ("Moodle", "Yoga", "Robotik")
    )
    gone, coming = date(house, "Robotik"), date(house)
    with house.database.write.begin() as db:
        decline_wish(db, declined, "Das macht <i>jemand</i> anderes.", team, now(), HOUSE)
        plan_wishes(db, [planned], coming, team, now(), HOUSE)
        plan_wishes(db, [lost], gone, team, now(), HOUSE)
        db.get_one(DateRow, gone).state = "cancelled"
    at = house.open(PAGE)
    shown = told(at)
    assert "Das macht &lt;i&gt;jemand&lt;/i&gt; anderes." in shown
    assert "Moodle für alle: " in shown
    assert W.date_cancelled in shown
    for number in (declined, lost):
        at = click(at, f"hide-{number}")
    assert [each.id for each in kept(house, person)] == [planned]


def test_the_desk_shows_groups_and_gives_them_a_date(house: House) -> None:
    one, other = house.person("Oda Ohm", Role.TEACHER), house.person("Emil Ems", Role.TEACHER)
    number = wish(house, one, WishDraft("Moodle"))
    wish(house, other, WishDraft("Trickfilm", people=9))
    date(house, "Anderes")
    wanted = date(house)
    house.signed_in_as(Role.TEAM)
    at = house.open(DESK, ansicht="wuensche")
    assert W.many_groups.format(count=2) in told(at)
    assert "Oda" not in told(at)
    at = click(at, f"reply-wish-{number}")
    assert "Oda Ohm" in told(at)
    box = at.selectbox(key="wish-answer-date")
    assert box.options[0].startswith("Moodle für alle, ")
    at = press(at, W.plan)
    assert W.choose_first in told(at)
    at.selectbox(key="wish-answer-date").set_value(wanted)
    at = press(at, W.plan)
    assert W.planned_one in told(at)
    assert W.one_group in told(at)
    [own] = kept(house, one)
    assert own.date is not None
    assert (own.state, own.date.id) == (WishState.PLANNED, wanted)
    assert len(subjects(house, one)) == 1
    assert subjects(house, other) == []


def test_the_desk_declines_with_a_word(house: House) -> None:
    one = house.person("Oda Ohm", Role.TEACHER)
    number = wish(house, one)
    house.signed_in_as(Role.TEAM)
    at = house.open(DESK, ansicht="wuensche", wunsch=str(number))
    at = press(at, W.decline_now)
    assert at.error
    assert kept(house, one)[0].state is WishState.OPEN
    at.text_area(key="wish-answer-words").set_value("Das macht das Landesinstitut.")
    at = press(at, W.decline_now)
    assert W.declined_now in told(at)
    assert W.desk_empty in told(at)
    assert kept(house, one)[0].answer == "Das macht das Landesinstitut."


def test_dates_for_other_schools_or_cancelled_are_not_offered(house: House) -> None:
    school, far = house.school("GS Salbke"), house.school("Hegel-Gymnasium")
    number = wish(house, house.person("Oda Ohm", Role.TEACHER, school))
    date(house, "Für andere", school_id=far.id)
    date(house, "Abgesagt", state="cancelled")
    date(house, "Für sie", school_id=school.id)
    house.signed_in_as(Role.TEAM)
    at = house.open(DESK, ansicht="wuensche", wunsch=str(number))
    assert [option.split(",")[0] for option in at.selectbox(key="wish-answer-date").options] == ["Für sie"]


@pytest.mark.parametrize("role", [Role.TEACHER, Role.TRAINER])
def test_the_desk_is_for_the_team(house: House, role: Role) -> None:
    wish(house, house.person("Oda Ohm", Role.TEACHER))
    house.signed_in_as(role)
    at = house.open(DESK, ansicht="wuensche")
    assert MOODLE.topic not in told(at)
