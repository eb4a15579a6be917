"""Confirming a line, the mails that somebody wants, and what the team does with remarks, on their pages."""

from __future__ import annotations

from datetime import UTC, datetime

from core.mail.reading import own_mails
from core.people.person import Person, School
from core.people.roles import Role
from core.people.tables import MembershipRow
from deliveries.notices.choices import Choice, choice_of
from deliveries.pieces import Pieces
from deliveries.receipts import confirm, remarks
from tests.pages.conftest import press, words
from tests.pages.signed_in import House, told
from tests.ui.deliveries.made import Ordered
from ui.portal import entrance
from ui.texts import GERMAN
from ui.trainings.house import house as own_house

T = GERMAN.receipts
SET_UP = Pieces(in_use=12)
PIRATE = "<b>:material/home: **Kratzer**</b>"


def at_school(house: House, role: Role, school: School) -> Person:
    """Signed in, and working there."""
    person = house.signed_in_as(role)
    with house.database.write.begin() as db:
        db.add(MembershipRow(person_id=person.id, school_id=school.id))
    return person


def test_the_head_confirms_with_what_is_missing(house: House) -> None:
    entrance()
    ordered = Ordered(house.database)
    school = house.school("GS Am Westring")
    line_id = ordered.line(school, SET_UP, stage="in_use")
    at_school(house, Role.HEAD, school)
    at = house.open("order_line.py", nr=str(line_id))
    assert not at.exception
    at.number_input[0].set_value(2)
    at.text_area[0].set_value(PIRATE)
    at = press(at, T.confirm)
    assert T.told_team in told(at)
    assert "2 Stück fehlen." in words(at)
    assert "&lt;b&gt;:material/home: **Kratzer**" in words(at)
    assert T.not_seen_to in words(at)
    assert T.confirm not in told(at)
    with house.database.read() as db:
        team = house.person("Toni Team", Role.TEAM)
        [remark] = remarks(db, team)
    assert (remark.receipt.missing, remark.receipt.by) == (2, "Vera Visite")


def test_somebody_else_was_quicker(house: House) -> None:
    entrance()
    school = house.school("GS Am Westring")
    line_id = Ordered(house.database).line(school, SET_UP, stage="in_use")
    person, head = at_school(house, Role.ASSISTANT, school), house.person("Ada Öz", Role.HEAD, school)
    at = house.open("order_line.py", nr=str(line_id))
    with house.database.write.begin() as db:
        confirm(db, line_id, 0, "", head, datetime.now(UTC), own_house())
    at = press(at, T.confirm)
    assert not at.exception
    assert at.error
    assert "von Ada Öz" in words(at)
    assert f"von {person.name}" not in words(at)


def test_others_are_told_who_confirms_and_nobody_before_it_is_set_up(house: House) -> None:
    entrance()
    ordered, school = Ordered(house.database), house.school("GS Am Westring")
    done, coming = ordered.line(school, SET_UP, stage="in_use"), ordered.line(school)
    at_school(house, Role.TEACHER, school)
    at = house.open("order_line.py", nr=str(done))
    assert T.others_confirm in words(at)
    assert T.confirm not in told(at)
    at_school_again = house.open("order_line.py", nr=str(coming))
    assert T.others_confirm not in words(at_school_again)


def test_mails_are_chosen_and_shown_as_they_stand(house: House) -> None:
    entrance()
    school = house.school("GS Am Westring")
    person = at_school(house, Role.TEACHER, school)
    at = house.open("school_deliveries.py")
    assert not at.exception
    assert person.email in words(at)
    assert [toggle.value for toggle in at.toggle] == [False, False]
    at = at.toggle[0].set_value(True).run()
    assert T.chosen in told(at)
    with house.database.read() as db:
        assert choice_of(db, person) == Choice(weekly=True, at_once=False)
    at = at.toggle[0].set_value(False).run()
    assert T.chosen_none in told(at)


def test_who_works_at_no_school_is_offered_no_mails(house: House) -> None:
    entrance()
    house.school("GS Am Westring")
    house.signed_in_as(Role.TEAM)
    assert not house.open("school_deliveries.py").toggle


def test_the_team_answers_a_remark(house: House) -> None:
    entrance()
    school = house.school("GS Am Westring")
    line_id = Ordered(house.database).line(school, SET_UP, stage="in_use")
    head = house.person("Ada Öz", Role.HEAD, school)
    with house.database.write.begin() as db:
        confirm(db, line_id, 1, PIRATE, head, datetime.now(UTC), own_house())
    team = house.signed_in_as(Role.TEAM)
    at = house.open("city_deliveries.py", ansicht="rueckmeldungen")
    assert not at.exception
    assert "GS Am Westring" in words(at)
    assert "&lt;b&gt;:material/home: **Kratzer**" in words(at)
    at = press(at, T.settle)
    assert at.error  # without a word
    at.text_area[0].set_value("Kommt am Montag.")
    at = press(at, T.settle)
    assert T.settled_now in told(at)
    assert T.no_open_remarks in words(at)
    with house.database.read() as db:
        assert remarks(db, team)[0].receipt.settled_word == "Kommt am Montag."
        assert "Kommt am Montag." in own_mails(db, head)[0].text
