"""The weekly mail: when it comes, to whom, and what stands in it."""

from __future__ import annotations

import threading
from datetime import date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest

from core.mail.sending import Sent, send_due
from core.mail.smtp import Server, deliver
from core.people.person import Person, School
from core.people.roles import Role
from core.people.tables import PersonRow
from deliveries.facts import Field
from deliveries.notices import news
from deliveries.notices.rounds import make_delivery_rounds
from deliveries.notices.times import week_begins
from deliveries.pieces import Pieces
from deliveries.tables import NoticeChoiceRow
from tests.core.mail.conftest import mail_server as mail_server
from tests.core.mail.conftest import plain as plain
from tests.core.mail.mail_server import MailServer
from tests.deliveries.notices.town import DAY, HOUR, HOUSE, NOW, Town, text_of

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 11, 23, 7, 0, tzinfo=BERLIN)
MINUTE = timedelta(minutes=1)
LAST_WEEK = NOW - 5 * DAY
MARCH, MAY = "2027-03-01/2027-03-31/März 2027", "2027-05-01/2027-05-31/Mai 2027"
IN_MAY = {
    "promised_first": date(2027, 5, 1),
    "promised_last": date(2027, 5, 31),
    "promised_written": "Mai 2027",
}


@pytest.fixture
def school(town: Town) -> School:
    return town.school("GS Am Westring")


@pytest.fixture
def reader(town: Town, school: School) -> Person:
    return town.wants(town.person(school, name="Ada Öz"), weekly=True, since=NOW - 8 * DAY)


def weekly(town: Town, at: datetime = MONDAY) -> int:
    return make_delivery_rounds(town.database, at, HOUSE).weekly


def moved(town: Town, school: School, at: datetime = LAST_WEEK, **values: object) -> int:
    """A line of which something has arrived and the rest was put off."""
    pieces = Pieces(commissioned=8, mounted=12)
    line_id = town.line(school, pieces, stage="part_delivered", **{**IN_MAY, **values})
    town.change(line_id, Field.PROMISE, None, MARCH, at - 90 * DAY)
    town.change(line_id, Field.PROMISE, MARCH, MAY, at, why="Die Verkabelung fehlt")
    return line_id


@pytest.mark.parametrize(
    ("now", "begins"),
    [
        ("2026-11-23 07:00", "2026-11-23 07:00"),
        ("2026-11-23 06:59", "2026-11-16 07:00"),
        ("2026-11-29 23:59", "2026-11-23 07:00"),
        ("2026-03-29 12:00", "2026-03-23 07:00"),  # the clocks have just been put forward
        ("2026-03-30 07:00", "2026-03-30 07:00"),
        ("2026-10-26 07:00", "2026-10-26 07:00"),  # and back
    ],
)
def test_the_week_begins_on_monday_at_seven_as_clocks_go_here(now: str, begins: str) -> None:
    expected = datetime.fromisoformat(begins).replace(tzinfo=BERLIN)
    assert week_begins(datetime.fromisoformat(now).replace(tzinfo=BERLIN)) == expected


def test_it_comes_on_monday_morning_once(town: Town, school: School, reader: Person) -> None:
    moved(town, school)
    assert [weekly(town, at) for at in (MONDAY - MINUTE, MONDAY, MONDAY + MINUTE, MONDAY + 6 * DAY)] == [
        0,
        1,
        0,
        0,
    ]
    assert weekly(town, MONDAY + 7 * DAY) == 0  # nothing new


def test_it_comes_later_where_nothing_ran_on_monday(town: Town, school: School, reader: Person) -> None:
    moved(town, school)
    assert weekly(town, MONDAY + 2 * DAY) == 1
    moved(town, school, at=MONDAY + DAY)
    assert weekly(town, MONDAY + 3 * DAY) == 0
    assert weekly(town, MONDAY + 7 * DAY) == 1


def test_it_says_what_has_changed_and_how_it_stands(town: Town, school: School, reader: Person) -> None:
    line_id = moved(town, school)
    weekly(town)
    [mail] = town.mails()
    assert (mail["To"], mail["Subject"]) == (reader.email, "Neues zu den Lieferungen: GS Am Westring")
    text = text_of(mail)
    assert text.startswith(
        "Guten Tag Ada Öz,\n\ndas hat sich bei den Lieferungen geändert.\n\nGS Am Westring\n"
    )
    assert "\n- " in text
    assert "12 von 20" in text
    assert "\n  Zugesagt: Mai 2027 statt März 2027" in text
    assert "  ViewSonic 86 Zoll, Haus B\n" in text
    assert f"  https://lotse.stadt.example/lieferung?nr={line_id}\n" in text
    assert not any(sign in text for sign in ("None", "{", "!", "\n\n\n", "\x1f"))


def test_in_english_for_whoever_chose_that(town: Town, school: School, reader: Person) -> None:
    with town.database.write.begin() as db:
        db.get_one(PersonRow, reader.id).language = "en"
    line_id = moved(town, school)
    weekly(town)
    text = text_of(town.mails()[0])
    assert text.startswith("Hello Ada Öz,\n\nThis has changed")
    assert f"/lieferung?nr={line_id}&lang=en\n" in text
    assert "Stop with one click: https://lotse.stadt.example/abbestellen/" in text
    assert "Lieferungen" not in text


@pytest.mark.parametrize("role", [Role.TEACHER, Role.HEAD, Role.ADMIN])
def test_it_never_says_who_pays_nor_what_another_school_gets(town: Town, school: School, role: Role) -> None:
    other = town.school("Hegel-Gymnasium")
    town.wants(town.person(school, role=role), weekly=True, since=NOW - 8 * DAY)
    line_id = moved(town, school)
    for field in (Field.PROGRAMME, Field.MEASURE, Field.EARMARKED_UNTIL):
        town.change(line_id, field, "Landesmittel", "DigitalPakt-XY", LAST_WEEK)
    moved(town, other, room="Turnhalle", model="geheim")
    assert weekly(town) == 1
    text = text_of(town.mails()[0])
    for secret in ("DigitalPakt", "Landesmittel", "M-4711", "2030", "Hegel", "Turnhalle", "geheim"):
        assert secret not in text


def test_who_pays_is_no_news(town: Town, school: School, reader: Person) -> None:
    town.change(town.line(school), Field.PROGRAMME, "Landesmittel", "DigitalPakt-XY", LAST_WEEK)
    assert weekly(town) == 0


def test_of_a_line_that_comes_from_another_school_only_how_it_stands_is_told(
    town: Town, school: School, reader: Person
) -> None:
    other = town.school("Hegel-Gymnasium")
    line_id = moved(town, school, at=LAST_WEEK)
    town.change(line_id, Field.SCHOOL, str(other.id), str(school.id), LAST_WEEK + HOUR)
    assert weekly(town) == 1
    assert "Zugesagt:" not in text_of(town.mails()[0])
    assert "Hegel" not in text_of(town.mails()[0])


def test_what_came_back_to_what_it_was_is_no_news(town: Town, school: School, reader: Person) -> None:
    line_id = moved(town, school, at=NOW - 20 * DAY)
    town.change(line_id, Field.PROMISE, MAY, MARCH, LAST_WEEK)
    town.change(line_id, Field.PROMISE, MARCH, MAY, LAST_WEEK + HOUR)
    assert weekly(town) == 0


def test_one_mail_for_all_own_schools(town: Town, school: School) -> None:
    other = town.school("Hegel-Gymnasium")
    person = town.wants(town.person(school, other, role=Role.ASSISTANT), weekly=True, since=NOW - 8 * DAY)
    moved(town, school)
    moved(town, other)
    assert weekly(town) == 1
    [mail] = town.mails(person)
    assert mail["Subject"] == "Neues zu den Lieferungen: 2 Schulen"
    assert text_of(mail).index("GS Am Westring") < text_of(mail).index("Hegel-Gymnasium")


def test_many_lines_are_not_all_told(
    town: Town, school: School, reader: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(news, "MOST", 2)
    for _ in range(4):
        moved(town, school)
    weekly(town)
    text = text_of(town.mails()[0])
    assert text.count("lieferung?nr=") == 2
    assert (
        f"2 weitere Lieferungen finden Sie hier: https://lotse.stadt.example/lieferungen?schule={school.id}\n"
    ) in text


def test_only_to_people_who_want_it_and_still_may(town: Town, school: School) -> None:
    since = NOW - 8 * DAY
    off = town.wants(town.person(school), weekly=True, since=since)
    roleless = town.wants(town.person(school), weekly=True, since=since)
    town.wants(town.person(school), at_once=True, since=since)
    town.wants(town.person(role=Role.TEAM), weekly=True, since=since)  # at no school
    town.person(school)
    with town.database.write.begin() as db:
        db.get_one(PersonRow, off.id).active = False
        db.get_one(PersonRow, roleless.id).role = None
    moved(town, school)
    assert weekly(town) == 0


def test_a_list_that_is_being_taken_is_told_of_as_a_whole_later(
    town: Town, school: School, reader: Person
) -> None:
    moved(town, school, at=MONDAY - MINUTE)
    assert weekly(town) == 0
    assert weekly(town, MONDAY + 7 * DAY) == 1


def test_several_processes_tell_once(anywhere: Town) -> None:
    school = anywhere.school()
    for _ in range(3):
        anywhere.wants(anywhere.person(school), weekly=True, since=NOW - 8 * DAY)
    moved(anywhere, school)
    start, done = threading.Barrier(3), list[int]()

    def run() -> None:
        start.wait(30)
        done.append(weekly(anywhere))

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(done) == len(anywhere.mails()) == 3


def test_it_goes_out_by_a_real_mail_server_with_the_way_to_stop_it(
    town: Town, school: School, reader: Person, mail_server: MailServer, plain: Server
) -> None:
    line_id = moved(town, school, room="Räume 2–4 „Süd“")
    weekly(town)
    assert send_due(town.database, partial(deliver, plain), lambda: MONDAY) == Sent(1, 0, 0)
    [taken] = mail_server.taken
    assert taken.recipients == [reader.email]
    stop = taken.message["List-Unsubscribe"]
    assert stop.startswith(f"<https://lotse.stadt.example/abbestellen/{reader.id}-")
    assert taken.message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    # As it stands in the mail: no mail program decodes this header.
    assert f"\r\nList-Unsubscribe: {stop}\r\n" in taken.text
    text = text_of(taken.message)
    assert stop.strip("<>") in text
    assert "Räume 2–4 „Süd“" in text
    assert f"/lieferung?nr={line_id}\n" in text


def test_an_address_that_mail_does_not_reach_stops_nobody_else(
    town: Town, school: School, reader: Person
) -> None:
    other = town.wants(town.person(school), weekly=True, since=NOW - 8 * DAY)
    with town.database.write.begin() as db:
        db.get_one(PersonRow, reader.id).email = "keine adresse"
    moved(town, school)
    assert weekly(town) == 1
    assert len(town.mails(other)) == 1
    with town.database.read() as db:
        assert db.get_one(NoticeChoiceRow, reader.id).told_until < MONDAY
