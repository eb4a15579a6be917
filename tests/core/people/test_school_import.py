from __future__ import annotations

from typing import Any

import pytest

from core.database import Database
from core.people.actor import OPERATOR
from core.people.csv_reading import Fault
from core.people.importing import Imported, ImportRefused
from core.people.person import NotAllowed, Person, SchoolKind
from core.people.roles import Role
from core.people.school_import import SchoolTable, import_schools, read_schools
from core.people.schools import SchoolFacts, all_schools
from tests.core.people.register_made import NOW, audited, made

CITY = """Schule;Schulform;Kurzname;Standorte
GS Am Westring;Grundschule;;
BBS Beims;BBS;Beims;Bodestraße | Salzmannstraße
FÖS Erich Kästner;FÖS;Kästner;
Domschule;;;
"""


def take_in(database: Database, table: SchoolTable, by: Any = OPERATOR) -> Imported:
    with database.write.begin() as db:
        return import_schools(db, table, by, NOW)


def kept(database: Database) -> dict[str, tuple[SchoolKind | None, str, tuple[str, ...]]]:
    with database.read() as db:
        return {school.name: (school.kind, school.short_name, school.sites) for school in all_schools(db)}


def faults(data: str) -> list[tuple[int, str, str, Fault]]:
    return [
        (error.line, error.column, error.value, error.why) for error in read_schools(data.encode()).errors
    ]


def test_a_list_becomes_schools_with_kinds_and_sites(any_database: Database) -> None:
    assert take_in(any_database, read_schools(CITY.encode("cp1252"))) == Imported(4, 0, 0)
    assert kept(any_database) == {
        "BBS Beims": (SchoolKind.BBS, "Beims", ("Bodestraße", "Salzmannstraße")),
        "Domschule": (None, "", ()),
        "FÖS Erich Kästner": (SchoolKind.FOES, "Kästner", ()),
        "GS Am Westring": (SchoolKind.GS, "", ()),
    }


def test_two_columns_are_enough(any_database: Database) -> None:
    assert take_in(any_database, read_schools(b"Name,Schulart\nGS Salbke,GS\n")) == Imported(1, 0, 0)


def test_the_same_list_twice_changes_nothing_and_is_recorded_once(any_database: Database) -> None:
    take_in(any_database, read_schools(CITY.encode()))
    assert take_in(any_database, read_schools(CITY.encode())) == Imported(0, 0, 4)
    assert audited(any_database) == [(None, "schools_imported", "4 rows: 4 created, 0 changed, 0 unchanged")]


def test_what_the_list_says_anew_is_changed_and_its_silence_changes_nothing(any_database: Database) -> None:
    take_in(any_database, read_schools(CITY.encode()))
    anew = "Schule;Schulform;Standorte\ngs am  westring;;Haus 1;\nBBS BEIMS;;\nfoes erich kaestner;FÖS;\n"
    table = read_schools(anew.encode())
    assert take_in(any_database, table) == Imported(0, 3, 0)
    assert kept(any_database) == {
        "BBS BEIMS": (SchoolKind.BBS, "Beims", ("Bodestraße", "Salzmannstraße")),
        "Domschule": (None, "", ()),
        "foes erich kaestner": (SchoolKind.FOES, "Kästner", ()),
        "gs am westring": (SchoolKind.GS, "", ("Haus 1",)),
    }


def test_all_faults_are_told_at_once_with_the_lines_of_the_spreadsheet() -> None:
    headings = "Schule;Schulform;Kurzname;Standorte\n"
    data = headings + ";GS;;\n\nGS Neu;Baumschule;{};{}\nGS Salbke;GS\ngs  salbke;IGS\n"
    long, longer = "k" * 41, "s" * 201
    assert faults(data.format(long, longer)) == [
        (2, "Schule", "", Fault.CELL_EMPTY),
        (4, "Schulform", "Baumschule", Fault.UNKNOWN_KIND),
        (4, "Kurzname", long, Fault.TOO_LONG),
        (4, "Standorte", longer[:100], Fault.TOO_LONG),
        (6, "Schule", "gs  salbke", Fault.TWICE),
    ]


def test_a_line_that_says_the_same_again_is_no_fault() -> None:
    table = read_schools(b"Schule;Schulform\nGS Salbke;GS\nGS Salbke;Grundschule\n")
    assert (table.rows, table.errors) == ((SchoolFacts("GS Salbke", SchoolKind.GS),), ())


def test_a_list_with_faults_is_not_taken_in_at_all(any_database: Database) -> None:
    table = read_schools(b"Schule;Schulform\nGS Salbke;GS\nGS Neu;Baumschule\n")
    with pytest.raises(ImportRefused) as refused:
        take_in(any_database, table)
    assert refused.value.errors == table.errors
    assert kept(any_database) == {}
    assert audited(any_database) == []


def test_schools_that_are_not_in_the_list_stay(any_database: Database) -> None:
    made(any_database)
    take_in(any_database, read_schools(b"Schule;Schulform\nGS Salbke;GS\n"))
    assert set(kept(any_database)) == {"GS Am Westring", "Hegel-Gymnasium", "GS Salbke"}


def test_only_those_who_manage_schools_import_them(any_database: Database) -> None:
    register = made(any_database)
    table = read_schools(b"Schule;Schulform\nGS Salbke;GS\n")
    for by in (register.teacher, None):
        with pytest.raises(NotAllowed):
            take_in(any_database, table, by)
    team = Person(register.teacher.id, "Team", "team@stadt.example", Role.TEAM)
    assert take_in(any_database, table, team) == Imported(1, 0, 0)
    assert audited(any_database)[-1][0] == team.id
