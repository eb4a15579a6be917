"""The audit log's page: who did what in words, the filter, older lines, and who is kept out."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from core.audit import Action, record
from core.people import own_data
from core.people.actor import OPERATOR
from core.people.csv_reading import Fault
from core.people.person import Person, SchoolKind
from core.people.register import set_role
from core.people.roles import Role
from core.people.workplaces import set_schools
from tests.pages.conftest import press
from tests.pages.signed_in import House, told
from ui.texts import GERMAN, TEXTS, Texts

S = GERMAN.staff
WINTER, SUMMER = datetime(2026, 1, 5, 23, 30, tzinfo=UTC), datetime(2026, 7, 5, 10, 5, tzinfo=UTC)


@pytest.fixture
def admin(house: House) -> Person:
    return house.signed_in_as(Role.ADMIN, "Ada Amt")


def note(house: House, action: Action, about: str, by: int | None = None, at: datetime = WINTER) -> None:
    with house.database.write.begin() as db:
        record(db, by, action, about, at)


@pytest.mark.parametrize("t", TEXTS.values(), ids=TEXTS)
def test_everything_that_can_happen_has_a_word(t: Texts) -> None:
    assert set(t.staff.actions) == set(Action)
    assert set(t.staff.advices) == set(Fault)
    assert set(t.staff.kinds) == set(SchoolKind)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
def test_only_the_administration_reads_the_log(house: House, role: Role) -> None:
    house.person("Petra Privat", Role.TEACHER)
    house.signed_in_as(role)
    at = house.open("audit_log.py")
    assert GERMAN.frame.not_for_role in told(at)
    assert "Petra" not in told(at)
    assert S.actions[Action.PERSON_ADDED] not in told(at)


def test_a_guest_reads_nothing(house: House) -> None:
    house.person("Petra Privat", Role.TEACHER)
    at = house.open("audit_log.py")
    assert GERMAN.frame.signed_out in told(at)
    assert "Petra" not in told(at)


def test_lines_are_told_with_names_and_local_time(house: House, admin: Person) -> None:
    petra = house.person("Petra <b>Krüger", Role.TEACHER)
    note(house, Action.ROLE_SET, f"person {petra.id}: head", admin.id)
    note(house, Action.PASSWORD_CHANGED, f"person {petra.id}", petra.id, SUMMER)
    said = told(house.open("audit_log.py"))
    role = "Rolle vergeben<br>Petra &lt;b&gt;Krüger: Schulleitung"
    assert f"<td>06.01.2026, 00:30 Uhr</td><td>Ada Amt</td><td>{role}</td>" in said
    assert "<td>05.07.2026, 12:05 Uhr</td><td>Petra &lt;b&gt;Krüger</td>" in said
    assert "<b>Krüger" not in said


@pytest.mark.parametrize(
    ("about", "read"),
    [
        ("person 1: team by the sign-in service", "Ada Amt: Schulträger-Team durch den Anmeldedienst"),
        ("person 1 by the sign-in service", "Ada Amt durch den Anmeldedienst"),
        ("person 1: none", "Ada Amt: keine"),
        ("person 77", "gelöschte Person (Nr. 77)"),
        ("person 1: schools none", "Ada Amt: keine"),
        (
            "2000 rows: 1 created, 2 changed, 1997 unchanged",
            "2000 Zeilen: 1 neu, 2 geändert, 1997 unverändert",
        ),
        (
            "2 people, 3 sessions, 0 password links, 0 attempts, 9 audit lines",
            "2 Personen, 3 Anmeldungen, 0 Links zum Passwort, 0 Fehlversuche, 9 Zeilen im Protokoll",
        ),
        ("something else 5", "something else 5"),
    ],
)
def test_what_use_cases_write_is_read_in_german(house: House, admin: Person, about: str, read: str) -> None:
    note(house, Action.TIDIED, about)
    assert f"{S.actions[Action.TIDIED]}<br>{read}</td>" in told(house.open("audit_log.py"))


def test_what_really_is_written_is_understood(house: House, admin: Person) -> None:
    park, nord = house.school("GS Am Park"), house.school("Gym Nord")
    petra, gone = house.person("Petra Krüger", Role.TEACHER), house.person("Paul Weg", Role.TEACHER)
    now = datetime.now(UTC)
    with house.database.write.begin() as db:
        set_role(db, petra.id, None, admin, now)
        set_schools(db, petra.id, [park.id, nord.id], admin, now)
        set_schools(db, gone.id, [park.id], OPERATOR, now)
        own_data.delete(db, gone.id, admin, now)
    said = told(house.open("audit_log.py"))
    assert "Petra Krüger: keine</td>" in said
    assert "Petra Krüger: GS Am Park, Gym Nord</td>" in said
    assert f"gelöschte Person (Nr. {gone.id})" in said
    assert f"<td>{S.no_person}</td>" in said
    assert "Paul" not in said


def test_one_action_can_be_picked(house: House, admin: Person) -> None:
    note(house, Action.TIDIED, "2 people")
    at = house.open("audit_log.py")
    at.selectbox(key="log-action").set_value(Action.TIDIED).run()
    assert "2 Personen" in told(at)
    assert S.actions[Action.PERSON_ADDED] not in told(at)
    at.selectbox(key="log-action").set_value(Action.SCHOOL_ADDED).run()
    assert S.log_empty in told(at)


def test_two_hundred_lines_are_shown_and_older_ones_on_demand(house: House, admin: Person) -> None:
    with house.database.write.begin() as db:
        for number in range(300):
            record(db, None, Action.TIDIED, f"line {number}", WINTER)
    at = house.open("audit_log.py")
    assert told(at).count("<tr>") == 1 + 200
    at = press(at, S.older)
    assert told(at).count("<tr>") == 1 + 301, "and that the administrator was added"
    assert S.no_older in told(at)
