from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from core.database import Database
from core.people.actor import OPERATOR
from core.people.admins import LastAdmin
from core.people.csv_reading import Fault, RowError
from core.people.importing import Imported, ImportRefused
from core.people.people import person_by_email, search_people
from core.people.people_import import SUGGESTED, check_people, import_people
from core.people.people_table import PersonFacts, read_people
from core.people.person import NotAllowed, Person
from core.people.register import add_person, deactivate
from core.people.roles import Role
from core.people.schools import SchoolFacts, add_school
from core.people.workplaces import set_schools, switch_school
from tests.core.people.register_made import NOW, audited, made

HEADINGS = "Name;E-Mail;Rolle;Schulen\n"
LIST = HEADINGS + (
    "Jana Krüger;J.Krueger@Schule.Example;Digitalassistent/in;GS Am Westring, Hegel\n"
    "Änne Müller;mueller@schule.example;Schulleitung;Hegel-Gymnasium\n"
    "Neu Hier;neu@schule.example;;\n"
)


def take_in(database: Database, data: str, by: Any = OPERATOR) -> Imported:
    with database.write.begin() as db:
        return import_people(db, read_people(data.encode()), by, NOW)


def refused(database: Database, data: str) -> list[tuple[int, str, str, Fault, str | None]]:
    before = everyone(database)
    with pytest.raises(ImportRefused) as error:
        take_in(database, data)
    assert everyone(database) == before
    return [(e.line, e.column, e.value, e.why, e.suggestion) for e in error.value.errors]


def everyone(database: Database) -> dict[str, tuple[str, Role | None, list[str], bool]]:
    with database.read() as db:
        return {
            one.email: (one.name, one.role, [school.name for school in one.schools], one.active)
            for one in search_people(db, OPERATOR, "", 5000)
        }


def of(database: Database, email: str) -> Person:
    with database.read() as db:
        found = person_by_email(db, email)
    assert found is not None
    return found


def test_a_list_adds_people_and_changes_those_who_are_known(any_database: Database) -> None:
    made(any_database)
    assert take_in(any_database, LIST) == Imported(2, 1, 0)
    assert everyone(any_database) == {
        "amt@stadt.example": ("Ruth Amt", Role.ADMIN, [], True),
        "j.krueger@schule.example": (
            "Jana Krüger",
            Role.ASSISTANT,
            ["GS Am Westring", "Hegel-Gymnasium"],
            True,
        ),
        "mueller@schule.example": ("Änne Müller", Role.HEAD, ["Hegel-Gymnasium"], True),
        "neu@schule.example": ("Neu Hier", None, [], True),
    }


def test_the_same_list_twice_changes_nothing(any_database: Database) -> None:
    register = made(any_database)
    take_in(any_database, LIST)
    recorded, people = audited(any_database), everyone(any_database)
    assert take_in(any_database, LIST) == Imported(0, 0, 3)
    assert (audited(any_database), everyone(any_database)) == (recorded, people)
    assert recorded[-2:] == [
        (None, "role_set", f"person {register.teacher.id}: head"),
        (None, "people_imported", "3 rows: 2 created, 1 changed, 0 unchanged"),
    ]


def test_an_empty_cell_leaves_what_is_known(any_database: Database) -> None:
    made(any_database)
    before = everyone(any_database)
    assert take_in(any_database, HEADINGS + "Änne Müller;mueller@schule.example;;\n") == Imported(0, 0, 1)
    only_commas = HEADINGS + 'Änne Müller;mueller@schule.example;;" ; , |"\n'
    assert take_in(any_database, only_commas) == Imported(0, 0, 1)
    assert everyone(any_database) == before


def test_a_new_name_is_taken_over(any_database: Database) -> None:
    made(any_database)
    take_in(any_database, HEADINGS + "Änne Vogt;mueller@schule.example;;\n")
    assert of(any_database, "mueller@schule.example").name == "Änne Vogt"


def test_nobody_comes_back_by_a_list(any_database: Database) -> None:
    register = made(any_database)
    with any_database.write.begin() as db:
        deactivate(db, register.teacher.id, OPERATOR, NOW)
    take_in(any_database, LIST)
    assert everyone(any_database)["mueller@schule.example"][3] is False


def test_the_chosen_school_stays_only_while_the_person_works_there(any_database: Database) -> None:
    register = made(any_database)
    both = [register.westring.id, register.hegel.id]
    with any_database.write.begin() as db:
        set_schools(db, register.teacher.id, both, OPERATOR, NOW)
        switch_school(db, register.teacher, register.hegel.id)
    take_in(any_database, HEADINGS + "Änne Müller;mueller@schule.example;;Hegel|GS Am Westring\n")
    assert of(any_database, "mueller@schule.example").school == register.hegel
    take_in(any_database, HEADINGS + "Änne Müller;mueller@schule.example;;GS Am Westring\n")
    take_in(any_database, HEADINGS + "Änne Müller;mueller@schule.example;;Hegel|GS Am Westring\n")
    assert of(any_database, "mueller@schule.example").school == register.westring


@pytest.mark.parametrize(
    "cell", ["gs am westring|hegel", '"GS Am Westring;Hegel"', '"GS Am Westring, HEGEL"']
)
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_several_schools_stand_in_one_cell(any_database: Database, cell: str, delimiter: str) -> None:
    made(any_database)
    take_in(
        any_database,
        delimiter.join(["Name", "Mail", "Funktion", "Schule\n"])
        + delimiter.join(["Änne Müller", "mueller@schule.example", "Lehrkraft", cell]),
    )
    found = of(any_database, "mueller@schule.example").schools
    assert [school.name for school in found] == ["GS Am Westring", "Hegel-Gymnasium"]


def test_a_comma_may_belong_to_the_name_of_a_school(any_database: Database) -> None:
    made(any_database)
    with any_database.write.begin() as db:
        add_school(db, SchoolFacts("BBS Beims, Bodestraße"), OPERATOR, NOW)
    take_in(any_database, HEADINGS + "Änne Müller;mueller@schule.example;;BBS Beims, Bodestraße|Hegel\n")
    found = of(any_database, "mueller@schule.example").schools
    assert [school.name for school in found] == ["BBS Beims, Bodestraße", "Hegel-Gymnasium"]


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("Vorname;Nachname", "Anna;Meier"),
        ("Name;Vorname", "Meier;Anna"),
        ("Name;Vorname;Familienname", "A. Meier;Anna;Meier"),
        ("Name;Vorname", "Anna Meier;Anna"),
        ("Nachname", "Anna Meier"),
    ],
)
def test_names_come_in_one_column_or_in_two(headings: str, cells: str) -> None:
    table = read_people(f"{headings};E-Mail;Rolle;Schulen\n{cells};a@x.de;Trainer/in;\n".encode())
    assert (table.rows, table.errors) == ((PersonFacts("Anna Meier", "a@x.de", Role.TRAINER, ""),), ())


def test_all_faults_are_told_at_once(any_database: Database) -> None:
    made(any_database)
    data = HEADINGS + (
        ";kein@;Hausmeister;GS Am Westrink, Nirgendwo\n"
        "\n"
        "Anna;;Lehrkraft;\n"
        "Berta;berta@schule.example;Lehrkraft;Hegel\n"
        f"{'x' * 201};BERTA@schule.example;Lehrkraft;\n"
        "Berta;BERTA@schule.example;Trainer;\n"
        "Carla;carla@schule.example;;\n"
        "Carla;carla@schule.example;;\n"
    )
    assert refused(any_database, data) == [
        (2, "Name", "", Fault.CELL_EMPTY, None),
        (2, "E-Mail", "kein@", Fault.BAD_EMAIL, None),
        (2, "Rolle", "Hausmeister", Fault.UNKNOWN_ROLE, None),
        (2, "Schulen", "GS Am Westrink", Fault.UNKNOWN_SCHOOL, "GS Am Westring"),
        (2, "Schulen", "Nirgendwo", Fault.UNKNOWN_SCHOOL, None),
        (4, "E-Mail", "", Fault.CELL_EMPTY, None),
        (6, "Name", "x" * 100, Fault.TOO_LONG, None),
        (7, "E-Mail", "BERTA@schule.example", Fault.TWICE, None),
    ]


def test_a_preview_tells_the_same_faults_without_writing(any_database: Database) -> None:
    made(any_database)
    table = read_people((HEADINGS + "Anna;a@x.de;;Nirgendwo\n").encode())
    with any_database.read() as db:
        assert check_people(db, table) == (RowError(2, "Schulen", "Nirgendwo", Fault.UNKNOWN_SCHOOL),)


def test_columns_that_are_missing_are_named() -> None:
    table = read_people(b"Name;Telefon\nAnna;0391\n")
    assert [(error.column, error.why) for error in table.errors] == [
        (column, Fault.COLUMN_MISSING) for column in ("E-Mail", "Rolle", "Schulen")
    ]


def test_the_last_administrator_stays_one_whatever_the_list_says(any_database: Database) -> None:
    made(any_database)
    before = everyone(any_database)
    data = HEADINGS + "Ruth Amt;amt@stadt.example;Lehrkraft;\nAnna;a@x.de;Lehrkraft;\n"
    with pytest.raises(LastAdmin):
        take_in(any_database, data)
    assert everyone(any_database) == before


def test_a_list_may_hand_the_administration_over(any_database: Database) -> None:
    made(any_database)
    data = HEADINGS + "Ruth Amt;amt@stadt.example;Lehrkraft;\nAnna;a@x.de;Verwaltung;\n"
    assert take_in(any_database, data) == Imported(1, 1, 0)


@pytest.mark.parametrize("demo", [False, True])
def test_the_administration_is_not_handed_to_someone_who_cannot_sign_in(
    any_database: Database, demo: bool
) -> None:
    made(any_database)
    with any_database.write.begin() as db:
        other = add_person(db, "Anna", "a@x.de", Role.TEACHER, [], OPERATOR, NOW, demo=demo)
        if not demo:
            deactivate(db, other.id, OPERATOR, NOW)
    with pytest.raises(LastAdmin):
        take_in(any_database, HEADINGS + "Ruth Amt;amt@stadt.example;Lehrkraft;\nAnna;a@x.de;Verwaltung;\n")


def test_only_those_who_manage_people_import_them(any_database: Database) -> None:
    register = made(any_database)
    before = everyone(any_database)
    team = Person(register.teacher.id, "Team", "team@stadt.example", Role.TEAM)
    for by in (register.teacher, team, None):
        with pytest.raises(NotAllowed):
            take_in(any_database, LIST, by)
    assert everyone(any_database) == before
    take_in(any_database, LIST, register.admin)
    assert audited(any_database)[-1][0] == register.admin.id


def test_what_looks_dangerous_is_kept_as_text(any_database: Database) -> None:
    made(any_database)
    take_in(any_database, HEADINGS + "=cmd|' /C calc'!A0;a@x.de;;\n<img src=x onerror=alert(1)>;b@x.de;;\n")
    people = everyone(any_database)
    assert people["a@x.de"][0] == "=cmd|' /C calc'!A0"
    assert people["b@x.de"][0] == "<img src=x onerror=alert(1)>"


def statements_for(database: Database, count: int) -> int:
    """How many statements an import of as many new people at two schools takes."""
    lines = (f"P {n};p{count}.{n}@x.de;Lehrkraft;Hegel|GS Am Westring\n" for n in range(count))
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        statements.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    take_in(database, HEADINGS + "".join(lines))
    event.remove(database.engine, "before_cursor_execute", note)
    return len(statements)


def test_many_people_take_no_more_statements_than_few(any_database: Database) -> None:
    made(any_database)
    assert statements_for(any_database, 400) == statements_for(any_database, 5)


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n\ufeff"), max_size=30)


@given(st.lists(NAMES, max_size=20))
def test_every_line_is_either_taken_or_told_of(names: list[str]) -> None:
    written = io.StringIO(newline="")
    rows = [(name, f"{number}@x.de", "Lehrkraft", "") for number, name in enumerate(names)]
    csv.writer(written, delimiter=";").writerows([("Name", "E-Mail", "Rolle", "Schulen"), *rows])
    table = read_people(written.getvalue().encode())
    told = {error.line for error in table.errors if error.why is not Fault.EMPTY}
    assert len(table.rows) + len(told) == len(names)


def test_of_very_many_unknown_schools_only_the_first_get_a_suggestion(database: Database) -> None:
    """Otherwise a wrong list of five megabytes would keep the portal busy for minutes."""
    made(database)
    lines = "".join(f"Anna;a{number}@x.de;;GS Am Westrink {number}\n" for number in range(SUGGESTED + 20))
    with database.read() as db:
        errors = check_people(db, read_people((HEADINGS + lines).encode()))
    assert [bool(error.suggestion) for error in errors] == [True] * SUGGESTED + [False] * 20
