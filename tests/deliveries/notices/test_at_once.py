"""Mails at once: what is worth one, and to whom."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from core.people.person import Person, School
from core.people.roles import Role
from core.people.tables import PersonRow
from deliveries.facts import Change, Field
from deliveries.notices.at_once import matters, tell
from deliveries.pieces import Pieces
from tests.deliveries.notices.town import DAY, HOUR, HOUSE, NOW, Town, text_of

MARCH = "2027-03-01/2027-03-31/März 2027"
USABLE = (Field.PIECES, "delivered 20", "delivered 8 in_use 12")


@pytest.fixture
def school(town: Town) -> School:
    return town.school("GS Am Westring")


@pytest.fixture
def reader(town: Town, school: School) -> Person:
    return town.wants(town.person(school), at_once=True)


def told(town: Town, *changes: int) -> int:
    with town.database.write.begin() as db:
        return tell(db, changes, NOW, HOUSE)


def changed(field: Field, old: str | None, new: str | None) -> Change:
    return Change(1, 1, NOW, NOW.date(), field, old, new, "", "", "", backwards=False)


def day_in_march(day: int) -> str:
    return date(2027, 3, day).isoformat()


@pytest.mark.parametrize(
    ("old", "new", "worth"),
    [
        (day_in_march(1), day_in_march(15), False),  # two weeks
        (day_in_march(1), day_in_march(16), True),
        (day_in_march(16), day_in_march(1), True),  # earlier
        (MARCH, "2027-05-01/2027-05-31/Mai 2027", True),
        (MARCH, day_in_march(20), False),  # told more precisely
        (MARCH, "2027-04-01/2027-04-14/Anfang April", False),
        (None, MARCH, False),
        (MARCH, None, False),
    ],
)
def test_a_promise_matters_that_moves_by_more_than_two_weeks(
    old: str | None, new: str | None, worth: bool
) -> None:
    assert matters(changed(Field.PROMISE, old, new)) is worth


@pytest.mark.parametrize(
    ("old", "new", "worth"),
    [
        ("delivered 20", "delivered 8 in_use 12", True),
        ("delivered 20", "set_up 1 delivered 19", True),
        ("set_up 20", "in_use 20", False),  # could be used already
        ("delivered 20", "mounted 20", False),
        ("in_use 20", "delivered 8 in_use 12", False),
        (None, "in_use 20", False),  # a line that is new in a list
    ],
)
def test_pieces_matter_that_can_be_used_now(old: str | None, new: str, worth: bool) -> None:
    assert matters(changed(Field.PIECES, old, new)) is worth


def test_a_promise_that_moved_far_is_told(town: Town, school: School, reader: Person) -> None:
    line_id = town.line(school, Pieces(commissioned=20), stage="commissioned")
    assert told(town, town.change(line_id, Field.PROMISE, MARCH, "2027-05-31")) == 1
    [mail] = town.mails(reader)
    assert mail["Subject"] == "Neuer Liefertermin: GS Am Westring"
    assert "um mehr als zwei Wochen verschoben" in text_of(mail)
    assert "  Zugesagt: " in text_of(mail)
    assert mail["List-Unsubscribe"]


def test_what_can_be_used_now_is_told(town: Town, school: School, reader: Person) -> None:
    assert told(town, town.change(town.line(school), *USABLE)) == 1
    [mail] = town.mails(reader)
    assert mail["Subject"] == "Jetzt benutzbar: GS Am Westring"
    assert "neue Geräte sind da und können benutzt werden" in text_of(mail)


def test_all_else_waits_for_the_weekly_mail(town: Town, school: School, reader: Person) -> None:
    line_id = town.line(school)
    others = [
        (Field.STAGE, "delivered", "in_use"),
        (Field.PROGRAMME, "A", "B"),
        (Field.REASON, None, "Verkabelung"),
        (Field.CREATED, None, "in_use"),
        (Field.PROMISE, MARCH, "2027-04-01/2027-04-10/bis 10. April"),
    ]
    assert told(town, *(town.change(line_id, *other) for other in others)) == 0


def test_one_mail_for_all_that_comes_together(town: Town) -> None:
    first, second = town.school("GS Am Westring"), town.school("Hegel-Gymnasium")
    person = town.wants(town.person(first, second, role=Role.ASSISTANT), at_once=True)
    lines = [town.line(school) for school in (first, first, second)]
    changes = [town.change(line_id, *USABLE) for line_id in lines]
    changes.append(town.change(lines[0], Field.PROMISE, MARCH, "2027-05-31"))
    assert told(town, *changes) == 1
    [mail] = town.mails(person)
    assert mail["Subject"] == "Neues zu den Lieferungen: 2 Schulen"
    assert text_of(mail).count("lieferung?nr=") == 3


def test_only_these_changes_are_told(town: Town, school: School, reader: Person) -> None:
    before = town.change(town.line(school, room="Turnhalle"), *USABLE)
    change = town.change(town.line(school), *USABLE)
    assert told(town, change) == 1
    assert "Turnhalle" not in text_of(town.mails()[0])
    assert told(town, before) == 1
    assert told(town) == 0


@pytest.mark.parametrize("role", [Role.HEAD, Role.ADMIN])
def test_nobody_is_told_of_other_schools_nor_of_who_pays(town: Town, school: School, role: Role) -> None:
    other = town.school("Hegel-Gymnasium")
    person = town.wants(town.person(school, role=role), at_once=True)
    away = town.change(town.line(other, room="Turnhalle"), *USABLE)
    assert told(town, away) == 0
    assert told(town, away, town.change(town.line(school), *USABLE)) == 1
    text = text_of(town.mails(person)[0])
    assert not any(word in text for word in ("Hegel", "Turnhalle", "DigitalPakt", "M-4711", "2030"))


def test_a_line_that_has_just_come_from_another_school_is_not_told(
    town: Town, school: School, reader: Person
) -> None:
    line_id = town.line(school)
    town.change(line_id, Field.SCHOOL, str(town.school().id), str(school.id))
    change = town.change(line_id, *USABLE)
    assert told(town, change) == 0
    assert told(town, town.change(line_id, *USABLE, at=NOW + HOUR)) == 0


def test_only_people_who_want_it_and_still_may(town: Town, school: School) -> None:
    off, roleless = (town.wants(town.person(school), at_once=True) for _ in range(2))
    town.wants(town.person(school), weekly=True)
    with town.database.write.begin() as db:
        db.get_one(PersonRow, off.id).active = False
        db.get_one(PersonRow, roleless.id).role = None
    assert told(town, town.change(town.line(school), *USABLE)) == 0


def test_a_list_of_long_ago_is_no_news(town: Town, school: School, reader: Person) -> None:
    line_id, long_ago = town.line(school), NOW.date() - timedelta(days=91)
    assert told(town, town.change(line_id, *USABLE, as_of=long_ago)) == 0
    assert told(town, town.change(line_id, *USABLE, as_of=long_ago + DAY)) == 1
