"""Wishes: made, compared, joined with the consent of each, turned into a date or declined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import select

from core.audit import Action, latest
from core.mail.tables import MailRow
from core.people.actor import OPERATOR
from core.people.person import NotAllowed, Person, School
from core.people.register import deactivate
from core.people.roles import Role
from tests.trainings.made import DAY, HOUSE, NOW, Made
from trainings.refusals import (
    DateCancelled,
    HasBegun,
    NoSuchDate,
    NoSuchWish,
    NotOpenYet,
    NumberWrong,
    Refusal,
    TextMissing,
    TextTooLong,
)
from trainings.seats import booking
from trainings.wishes.answering import decline_wish, plan_wishes, wishes_for_team
from trainings.wishes.facts import OtherWish, Wish, WishDraft, WishGroup, WishState
from trainings.wishes.joining import answer_join, ask_to_join
from trainings.wishes.wishing import add_wish, equal_wishes, my_wishes, withdraw_wish

PRINTING = WishDraft("3D-Druck in der Grundschule", "Gern mit Tinkercad", 4, "dienstags ab 14 Uhr")


def wish(made: Made, by: Person, draft: WishDraft = PRINTING, **values: Any) -> int:
    with made.database.write.begin() as db:
        return add_wish(db, replace(draft, **values), by, NOW)


def mine(made: Made, by: Person) -> list[Wish]:
    with made.database.read() as db:
        return my_wishes(db, by)


def ask(made: Made, own: int, other: int, by: Person) -> int:
    with made.database.write.begin() as db:
        return ask_to_join(db, own, other, by, NOW, HOUSE)


def answer(made: Made, join: int, accepted: bool, by: Person) -> None:
    with made.database.write.begin() as db:
        answer_join(db, join, accepted, by, NOW, HOUSE)


def plan(made: Made, wishes: Sequence[int], date: int, by: Person, now: datetime = NOW) -> int:
    with made.database.write.begin() as db:
        return plan_wishes(db, wishes, date, by, now, HOUSE)


def groups(made: Made, by: Person) -> list[WishGroup]:
    with made.database.read() as db:
        return wishes_for_team(db, by)


def alike(made: Made, number: int, by: Person) -> list[OtherWish]:
    """Texts of which one word is the same mean the same; more such words are nearer."""

    def near(text: str, others: Sequence[str]) -> list[float]:
        words = set(text.casefold().split())
        return [len(words & set(other.casefold().split())) / 10 for other in others]

    with made.database.read() as db:
        return equal_wishes(db, number, by, near)


def letters(made: Made, person: Person) -> list[str]:
    with made.database.read() as db:
        rows = db.scalars(select(MailRow).where(MailRow.recipient == person.email).order_by(MailRow.id))
        return [row.subject for row in rows]


def joined(made: Made, *wishes: tuple[int, Person]) -> None:
    """Each with the one before."""
    for (one, first), (other, second) in pairwise(wishes):
        answer(made, ask(made, one, other, first), True, second)


def test_a_wish_is_kept_with_what_was_said_and_the_school(made: Made) -> None:
    teacher = made.person(made.school("GS Diesdorf"))
    number = wish(made, teacher)
    [kept] = mine(made, teacher)
    assert (kept.id, kept.topic, kept.details, kept.people, kept.times) == (
        number,
        PRINTING.topic,
        PRINTING.details,
        4,
        PRINTING.times,
    )
    assert (kept.state, kept.date, kept.created_at) == (WishState.OPEN, None, NOW)
    [group] = groups(made, made.person(role=Role.TEAM))
    assert (group.people, group.schools, group.times) == (4, ("GS Diesdorf",), (PRINTING.times,))
    assert group.wishes[0].person == teacher.name


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"topic": "  "}, TextMissing("topic")),
        ({"topic": "…"}, TextMissing("topic")),
        ({"topic": "x" * 201}, TextTooLong("topic", 200)),
        ({"details": "x" * 4001}, TextTooLong("details", 4000)),
        ({"times": "x" * 4001}, TextTooLong("times", 4000)),
        ({"people": 0}, NumberWrong("people")),
        ({"people": -1}, NumberWrong("people")),
        ({"people": 501}, NumberWrong("people")),
    ],
)
def test_what_cannot_be_wished_for(made: Made, values: dict[str, Any], refusal: Refusal) -> None:
    with pytest.raises(type(refusal)) as refused:
        wish(made, made.person(), **values)
    assert refused.value == refusal


def test_who_wishes_for_the_same_again_changes_the_wish(made: Made) -> None:
    teacher = made.person()
    first = wish(made, teacher)
    assert wish(made, teacher, topic=" 3d-druck  in der Grundschule", people=9) == first
    assert wish(made, made.person()) != first
    assert [kept.people for kept in mine(made, teacher)] == [9]
    with made.database.write.begin() as db:
        withdraw_wish(db, first, teacher, NOW, HOUSE)
    assert wish(made, teacher) != first


def test_only_who_may_book_may_wish(made: Made) -> None:
    nobody = made.person(role=None)
    with pytest.raises(NotAllowed):
        wish(made, nobody)
    with pytest.raises(NotAllowed):
        mine(made, nobody)
    with pytest.raises(NotAllowed):
        alike(made, 1, nobody)
    with pytest.raises(NotAllowed):
        ask(made, 1, 2, nobody)
    with pytest.raises(NotAllowed):
        answer(made, 1, True, nobody)
    with made.database.write.begin() as db, pytest.raises(NotAllowed):
        withdraw_wish(db, 1, nobody, NOW, HOUSE)


@pytest.mark.parametrize("role", [Role.TEACHER, Role.HEAD, Role.ASSISTANT, Role.TRAINER])
def test_only_the_team_answers_wishes(made: Made, role: Role) -> None:
    someone = made.person(role=role)
    number, date = wish(made, someone), made.date()
    with pytest.raises(NotAllowed):
        groups(made, someone)
    with pytest.raises(NotAllowed):
        plan(made, [number], date, someone)
    with made.database.write.begin() as db, pytest.raises(NotAllowed):
        decline_wish(db, number, "nein", someone, NOW, HOUSE)
    assert mine(made, someone)[0].state is WishState.OPEN


def test_a_wish_can_be_withdrawn_by_its_author_alone(made: Made) -> None:
    teacher, other = made.person(), made.person()
    number = wish(made, teacher)
    for by, wrong in ((other, number), (teacher, number + 1), (teacher, 0), (teacher, 2**40)):
        with made.database.write.begin() as db, pytest.raises(NoSuchWish):
            withdraw_wish(db, wrong, by, NOW, HOUSE)
    with made.database.write.begin() as db:
        withdraw_wish(db, number, teacher, NOW, HOUSE)
    assert mine(made, teacher) == []
    assert groups(made, made.person(role=Role.TEAM)) == []
    with made.database.write.begin() as db, pytest.raises(NoSuchWish):
        withdraw_wish(db, number, teacher, NOW, HOUSE)


def test_equal_wishes_are_told_by_school_and_people_alone(made: Made) -> None:
    teacher, other = made.person(made.school()), made.person(made.school("GS Salbke"))
    number = wish(made, teacher)
    near = wish(made, other, topic="3D-Druck", people=7)
    nearest = wish(made, other, topic="3D-Druck in der Grundschule")
    wish(made, other, topic="Moodle", details="")
    wish(made, teacher, topic="3D-Druck für mich selbst")
    found = alike(made, number, teacher)
    assert [one.id for one in found] == [nearest, near]
    assert found[1] == OtherWish(near, "3D-Druck", 7, "GS Salbke")
    assert other.name not in repr(found)
    assert PRINTING.details not in repr(found)


def test_only_open_wishes_of_active_people_are_equal(made: Made) -> None:
    teacher, team = made.person(), made.person(role=Role.TEAM)
    number = wish(made, teacher)
    gone, withdrawn, declined, planned = (made.person() for _ in range(4))
    numbers = {by.id: wish(made, by) for by in (gone, withdrawn, declined, planned)}
    with made.database.write.begin() as db:
        deactivate(db, gone.id, OPERATOR, NOW)
        withdraw_wish(db, numbers[withdrawn.id], withdrawn, NOW, HOUSE)
        decline_wish(db, numbers[declined.id], "leider nein", team, NOW, HOUSE)
    plan(made, [numbers[planned.id]], made.date(), team)
    assert alike(made, number, teacher) == []
    assert [len(group.wishes) for group in groups(made, team)] == [1]


def test_the_wishes_of_others_are_not_compared_for_anybody_else(made: Made) -> None:
    number = wish(made, made.person())
    with pytest.raises(NoSuchWish):
        alike(made, number, made.person())


def test_two_go_together_only_with_the_consent_of_the_other(made: Made) -> None:
    one, other = made.person(made.school("GS Diesdorf")), made.person(made.school("GS Salbke"))
    team = made.person(role=Role.TEAM)
    first, second = wish(made, one), wish(made, other, topic="3D-Drucker im Unterricht", people=6)
    join = ask(made, first, second, one)
    assert len(groups(made, team)) == 2
    assert [each.id for each in mine(made, one)[0].asked] == [second]
    [request] = mine(made, other)[0].requests
    assert (request.id, request.wish.school, request.wish.people) == (join, "GS Diesdorf", 4)
    assert letters(made, other) == ["Gemeinsam zur Fortbildung? 3D-Druck in der Grundschule"]
    assert alike(made, first, one) == alike(made, second, other) == []
    answer(made, join, True, other)
    [group] = groups(made, team)
    assert (group.people, group.schools) == (10, ("GS Diesdorf", "GS Salbke"))
    assert [each.id for each in mine(made, one)[0].together] == [second]
    assert [each.id for each in mine(made, other)[0].together] == [first]
    assert (mine(made, other)[0].requests, mine(made, one)[0].asked) == ((), ())
    assert letters(made, one) == ["Sie wünschen jetzt gemeinsam: 3D-Druck in der Grundschule"]


def test_a_no_is_told_and_stays(made: Made) -> None:
    one, other = made.person(), made.person()
    first, second = wish(made, one), wish(made, other)
    join = ask(made, first, second, one)
    answer(made, join, False, other)
    answer(made, join, True, other)
    assert ask(made, first, second, one) == join
    assert mine(made, one)[0].together == ()
    assert letters(made, one) == ["Ihr Wunsch bleibt für sich: 3D-Druck in der Grundschule"]
    assert len(letters(made, other)) == 1
    assert alike(made, first, one) == []


def test_who_asks_back_says_yes(made: Made) -> None:
    one, other = made.person(), made.person()
    first, second = wish(made, one), wish(made, other)
    assert ask(made, first, second, one) == ask(made, second, first, other)
    assert [each.id for each in mine(made, one)[0].together] == [second]


def test_who_said_no_may_ask_later(made: Made) -> None:
    one, other = made.person(), made.person()
    first, second = wish(made, one), wish(made, other)
    answer(made, ask(made, first, second, one), False, other)
    answer(made, ask(made, second, first, other), True, one)
    assert [each.id for each in mine(made, one)[0].together] == [second]


def test_nobody_answers_or_asks_for_others(made: Made) -> None:
    one, other, third = made.person(), made.person(), made.person()
    first, second = wish(made, one), wish(made, other)
    with pytest.raises(NoSuchWish):
        ask(made, first, second, third)
    with pytest.raises(NoSuchWish):
        ask(made, first, first, one)
    with pytest.raises(NoSuchWish):
        ask(made, first, wish(made, one, topic="Anderes"), one)
    join = ask(made, first, second, one)
    for by in (one, third):
        with pytest.raises(NoSuchWish):
            answer(made, join, True, by)
    for wrong in (0, join + 1, 2**40):
        with pytest.raises(NoSuchWish):
            answer(made, wrong, True, other)
    assert mine(made, one)[0].together == ()


def test_what_is_no_longer_open_cannot_be_joined(made: Made) -> None:
    one, other, third = made.person(), made.person(), made.person()
    first, second, last = wish(made, one), wish(made, other), wish(made, third)
    join = ask(made, first, second, one)
    with made.database.write.begin() as db:
        withdraw_wish(db, second, other, NOW, HOUSE)
        deactivate(db, third.id, OPERATOR, NOW)
    assert letters(made, one) == ["Ihr Wunsch bleibt für sich: 3D-Druck in der Grundschule"]
    assert mine(made, one)[0].asked == ()
    with pytest.raises(NoSuchWish):
        answer(made, join, True, other)
    for number in (second, last):
        with pytest.raises(NoSuchWish):
            ask(made, first, number, one)


def test_groups_reach_over_others_and_end_with_the_one_between(made: Made) -> None:
    one, two, three = made.person(), made.person(), made.person()
    team = made.person(role=Role.TEAM)
    a, b, c = wish(made, one), wish(made, two), wish(made, three)
    joined(made, (a, one), (b, two), (c, three))
    assert [[each.id for each in group.wishes] for group in groups(made, team)] == [[a, b, c]]
    assert {each.id for each in mine(made, one)[0].together} == {b, c}
    with made.database.write.begin() as db:
        withdraw_wish(db, b, two, NOW, HOUSE)
    assert [[each.id for each in group.wishes] for group in groups(made, team)] == [[a], [c]]


def test_the_wishes_of_most_people_come_first(made: Made) -> None:
    few, many = wish(made, made.person(), people=2), wish(made, made.person(), people=20)
    later = wish(made, made.person(), people=2)
    found = groups(made, made.person(role=Role.TEAM))
    assert [group.wishes[0].id for group in found] == [many, few, later]


def test_all_of_the_group_are_told_first_and_book_before_it_opens(anywhere: Made) -> None:
    made = anywhere
    one, two, stranger = made.person(), made.person(), made.person()
    team = made.person(role=Role.TEAM)
    a, b, alone = wish(made, one), wish(made, two), wish(made, stranger, topic="Moodle")
    joined(made, (a, one), (b, two))
    date = made.date(opens_at=NOW + 5 * DAY, link="https://geheim.example")
    assert plan(made, [a], date, team) == 2
    for person in (one, two):
        assert letters(made, person)[-1] == "Ihr Wunsch hat einen Termin: 3D-Druck in der Grundschule"
        [kept] = mine(made, person)
        assert kept.state is WishState.PLANNED
        assert kept.date is not None
        assert (kept.date.id, kept.date.link) == (date, "")
        with made.database.write.begin() as db:
            booking.book(db, date, person, NOW, HOUSE)
    with made.database.write.begin() as db, pytest.raises(NotOpenYet):
        booking.book(db, date, stranger, NOW, HOUSE)
    assert letters(made, stranger) == []
    assert mine(made, stranger)[0].id == alone
    assert mine(made, stranger)[0].state is WishState.OPEN


def test_what_was_answered_is_recorded_without_names(made: Made) -> None:
    teacher, team = made.person(), made.person(role=Role.TEAM)
    first, second = wish(made, teacher), wish(made, teacher, topic="Moodle")
    date = made.date()
    plan(made, [first], date, team)
    with made.database.write.begin() as db:
        decline_wish(db, second, "Dafür fehlt uns gerade jemand.", team, NOW, HOUSE)
    with made.database.read() as db:
        lines = latest(db, action=Action.WISH_ANSWERED)
    assert [(line.person_id, line.about) for line in lines] == [
        (team.id, f"wish {second} declined"),
        (team.id, f"wish {first} planned as date {date}"),
    ]


def test_a_wish_becomes_a_date_only_once_and_only_one_that_is_coming(made: Made) -> None:
    team, number = made.person(role=Role.TEAM), wish(made, made.person())
    past = made.date(starts_in=timedelta(hours=1))
    with pytest.raises(HasBegun):
        plan(made, [number], past, team, NOW + timedelta(hours=1))
    with pytest.raises(DateCancelled):
        plan(made, [number], made.date(state="cancelled"), team)
    for date in (0, 999, 2**40):
        with pytest.raises(NoSuchDate):
            plan(made, [number], date, team)
    for wishes in ([], [number, 999], [2**40]):
        with pytest.raises(NoSuchWish):
            plan(made, wishes, made.date(), team)
    plan(made, [number], made.date(), team)
    with pytest.raises(NoSuchWish):
        plan(made, [number], made.date(), team)


def test_a_date_for_one_school_is_not_for_wishes_of_others(made: Made) -> None:
    own, other = made.school(), made.school()
    team = made.person(role=Role.TEAM)

    def planned(at: School) -> int:
        return plan(made, [wish(made, made.person(at))], made.date(school_id=own.id), team)

    with pytest.raises(NoSuchDate):
        planned(other)
    assert planned(own) == 1


def test_a_no_needs_a_word_and_is_told(made: Made) -> None:
    teacher, team = made.person(), made.person(role=Role.TEAM)
    number = wish(made, teacher)
    for text, refusal in ((" ", TextMissing("answer")), ("x" * 4001, TextTooLong("answer", 4000))):
        with made.database.write.begin() as db, pytest.raises(type(refusal)) as refused:
            decline_wish(db, number, text, team, NOW, HOUSE)
        assert refused.value == refusal
    with made.database.write.begin() as db:
        decline_wish(db, number, "Das macht das Landesinstitut.", team, NOW, HOUSE)
    [kept] = mine(made, teacher)
    assert (kept.state, kept.answer) == (WishState.DECLINED, "Das macht das Landesinstitut.")
    assert letters(made, teacher) == ["Zu Ihrem Wunsch: 3D-Druck in der Grundschule"]
    with made.database.write.begin() as db, pytest.raises(NoSuchWish):
        decline_wish(db, number, "noch einmal", team, NOW, HOUSE)
