"""Reminders to confirm what has been set up."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from core.people.person import Person, School
from core.people.roles import Role
from core.people.tables import PersonRow
from deliveries.notices.rounds import make_delivery_rounds
from deliveries.receipts import confirm
from tests.deliveries.notices.town import DAY, HOUSE, NOW, Town, text_of

TODAY = NOW.date()


@pytest.fixture
def school(town: Town) -> School:
    return town.school("GS Am Westring")


@pytest.fixture
def head(town: Town, school: School) -> Person:
    return town.person(school, role=Role.HEAD, name="Ada Öz")


def reminded(town: Town, after: timedelta = timedelta(0)) -> int:
    return make_delivery_rounds(town.database, NOW + after, HOUSE).reminders


def set_up(town: Town, school: School, days: int = 0) -> int:
    """A line that was set up so many days ago."""
    return town.line(school, usable_on=TODAY - timedelta(days=days))


def test_after_one_week_and_after_three_and_then_never_again(
    town: Town, school: School, head: Person
) -> None:
    line_id = set_up(town, school)
    days = (4, 7, 8, 18, 21, 22, 28, 50)  # those that are weekdays
    assert [reminded(town, day * DAY) for day in days] == [0, 1, 0, 0, 1, 0, 0, 0]
    first, second = town.mails(head)
    assert first["Subject"] == second["Subject"] == "Bitte bestätigen: neue Geräte an Ihrer Schule"
    text = text_of(first)
    assert f"  https://lotse.stadt.example/lieferung?nr={line_id}\n" in text
    assert "GS Am Westring\n" in text
    assert not any(word in text for word in ("DigitalPakt", "M-4711", "2030", "abbestellen"))
    assert first["List-Unsubscribe"] is None


def test_who_is_told_late_is_told_once(town: Town, school: School, head: Person) -> None:
    set_up(town, school, days=16)
    assert [reminded(town, day * DAY) for day in (0, 1, 7, 14)] == [1, 0, 0, 0]


def test_what_is_confirmed_needs_no_reminder(town: Town, school: School, head: Person) -> None:
    line_id = set_up(town, school, days=8)
    with town.database.write.begin() as db:
        confirm(db, line_id, 0, "", head, NOW, HOUSE)
    assert reminded(town) == 0


def test_nor_what_is_not_set_up_or_was_long_ago(town: Town, school: School, head: Person) -> None:
    town.line(school, usable_on=None)
    set_up(town, school, days=60)
    assert reminded(town) == 0


def test_all_lines_and_schools_of_a_person_come_in_one_mail(town: Town) -> None:
    schools = [town.school(name) for name in ("GS Am Westring", "Hegel-Gymnasium", "IGS Mitte")]
    both = town.person(*schools[:2], role=Role.HEAD)
    one = town.person(schools[0], role=Role.HEAD)
    for school in (schools[0], schools[0], schools[1], schools[2]):
        set_up(town, school, days=8)
    assert reminded(town) == 2
    [mail], [other] = town.mails(both), town.mails(one)
    assert text_of(mail).count("lieferung?nr=") == 3
    assert text_of(other).count("lieferung?nr=") == 2
    assert "Hegel" not in text_of(other)
    assert "IGS" not in text_of(mail)


def test_only_heads_are_reminded_and_a_school_without_one_later(town: Town, school: School) -> None:
    for role in (Role.TEACHER, Role.ASSISTANT, Role.TEAM):
        town.person(school, role=role)
    off = town.person(school, role=Role.HEAD)
    with town.database.write.begin() as db:
        db.get_one(PersonRow, off.id).active = False
    line_id = set_up(town, school, days=8)
    assert reminded(town) == 0
    assert town.row(line_id).reminded == 0
    town.person(school, role=Role.HEAD)
    assert reminded(town) == 1


def test_nobody_is_reminded_at_night_nor_at_the_weekend(town: Town, school: School, head: Person) -> None:
    set_up(town, school, days=8)
    seven = timedelta(hours=3)  # it is ten
    minute = timedelta(minutes=1)
    assert [reminded(town, at) for at in (-seven - minute, 5 * DAY, 6 * DAY)] == [0, 0, 0]
    assert reminded(town, 7 * DAY - seven) == 1


def test_several_processes_remind_once(anywhere: Town) -> None:
    school = anywhere.school()
    anywhere.person(school, role=Role.HEAD)
    set_up(anywhere, school, days=8)
    start, done = threading.Barrier(3), list[int]()

    def run() -> None:
        start.wait(30)
        done.append(reminded(anywhere))

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (sorted(done), len(anywhere.mails())) == ([0, 0, 1], 1)
