"""Which mails somebody wants, and stopping them from within a mail."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from core.people.person import NotAllowed
from deliveries.mails.stopping import person_in, stop, stop_address
from deliveries.notices.choices import Choice, choice_of, choose
from deliveries.tables import NoticeChoiceRow
from tests.deliveries.notices.town import DAY, HOUSE, NOW, Town


def test_nobody_gets_mails_who_has_not_asked_for_them(town: Town) -> None:
    with town.database.read() as db:
        assert choice_of(db, town.person(town.school())) == Choice(weekly=False, at_once=False)


def test_a_choice_is_kept_for_the_person_alone(town: Town) -> None:
    school = town.school()
    person, other = town.person(school), town.person(school)
    town.wants(person, weekly=True)
    town.wants(other, at_once=True)
    town.wants(person, weekly=True, at_once=True)
    with town.database.read() as db:
        assert (choice_of(db, person), choice_of(db, other)) == (Choice(True, True), Choice(False, True))


def test_who_begins_anew_is_told_of_what_changes_from_then_on(town: Town) -> None:
    person = town.wants(town.person(town.school()), weekly=True)
    town.wants(person, weekly=True, at_once=True, since=NOW + DAY)
    town.wants(person, since=NOW + 2 * DAY)
    with town.database.read() as db:
        assert db.scalars(select(NoticeChoiceRow)).one().told_until == NOW
    town.wants(person, weekly=True, since=NOW + 3 * DAY)
    with town.database.read() as db:
        assert db.scalars(select(NoticeChoiceRow)).one().told_until == NOW + 3 * DAY


def test_without_a_role_there_is_nothing_to_choose(town: Town) -> None:
    person = town.person(role=None)
    with pytest.raises(NotAllowed), town.database.write.begin() as db:
        choose(db, person, True, True, NOW)
    with pytest.raises(NotAllowed), town.database.read() as db:
        choice_of(db, person)


def test_the_address_of_a_mail_stops_the_mails_of_its_reader_and_of_nobody_else(town: Town) -> None:
    person, other = (town.wants(town.person(town.school()), True, True) for _ in range(2))
    address = stop_address(person.id, "de", HOUSE)
    assert address is not None
    with town.database.write.begin() as db:
        assert stop(db, address.rpartition("/")[2], HOUSE)
    with town.database.read() as db:
        assert (choice_of(db, person), choice_of(db, other)) == (Choice(), Choice(True, True))


def test_an_address_that_was_never_given_out_stops_nothing(town: Town) -> None:
    person, other = (town.wants(town.person(town.school()), True, True) for _ in range(2))
    token = str(stop_address(person.id, "de", HOUSE)).rpartition("/")[2]
    digest = token.partition("-")[2]
    forged = [
        f"{other.id}-{digest}",
        f"{person.id}-{'0' * 64}",
        f"{person.id}-{digest[:-1]}",
        f"0{token}",
        f"9999999999-{digest}",
        "",
        "-",
    ]
    for attempt in forged:
        with town.database.write.begin() as db:
            assert not stop(db, attempt, HOUSE)
    with town.database.read() as db:
        assert (choice_of(db, person), choice_of(db, other)) == (Choice(True, True), Choice(True, True))


def test_the_address_speaks_the_reader_s_language_and_needs_a_secret() -> None:
    address = stop_address(7, "en", HOUSE)
    assert address is not None
    assert address.startswith("https://lotse.stadt.example/abbestellen/7-")
    assert address.endswith("?lang=en")
    without, another = replace(HOUSE, secret=""), replace(HOUSE, secret="ein anderes")
    assert stop_address(7, "de", without) is None
    token = str(stop_address(7, "de", HOUSE)).rpartition("/")[2]
    assert [person_in(token, house) for house in (HOUSE, another, without)] == [7, None, None]
    assert "Geheimnis" not in repr(HOUSE)
