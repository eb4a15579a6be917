"""Labels on devices: for the own schools, for all, and for nobody else."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from core.audit import Action, latest
from core.database import Database
from core.people.actor import OPERATOR, Actor
from core.people.names import NameMissing, NameTooLong
from core.people.person import NotAllowed, Person
from core.people.register import add_person
from core.people.roles import Role
from core.people.schools import NoSuchSchool
from core.people.tables import SchoolRow
from core.people.workplaces import set_schools
from knowledge import labels
from knowledge.codes import CODE
from knowledge.devices import BY_NAME
from knowledge.label_tables import LabelRow
from knowledge.labels import LABELLED, Label, NoSuchDevice, add_label, label_with, labels_of, remove_label
from tests.knowledge.people import DIESDORF, WESTRING, add_schools
from ui.texts import TEXTS

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def schools(any_database: Database) -> list[int]:
    with any_database.write.begin() as db:
        return add_schools(db, WESTRING, DIESDORF)


def somebody(database: Database, role: Role | None, *schools: int) -> Person:
    with database.write.begin() as db:
        return add_person(db, "Asta", f"{role}@schule.example", role, schools, OPERATOR, NOW)


def add(
    database: Database,
    school: int | None,
    by: Actor = OPERATOR,
    room: str = "Raum 1",
    device: str = "Display",
    make: str = " Prowise ",
) -> Label:
    with database.write.begin() as db:
        return add_label(db, device, make, "Ten", room, school, by, NOW)


def seen(database: Database, by: Actor) -> list[tuple[str, str]]:
    with database.read() as db:
        return [(label.school, label.room) for label in labels_of(db, by)]


def remove(database: Database, label: Label, by: Actor) -> bool:
    with database.write.begin() as db:
        return remove_label(db, label.id, by, NOW)


def found(database: Database, code: str) -> Label | None:
    with database.read() as db:
        return label_with(db, code)


def test_a_label_is_found_by_its_code(any_database: Database, schools: list[int]) -> None:
    label = add(any_database, schools[0], room="  Raum\t104 ")
    assert CODE.fullmatch(label.code)
    assert label == Label(label.code, "Display", "Prowise", "Ten", "Raum 104", WESTRING, label.id)
    assert found(any_database, label.code) == label


@pytest.mark.parametrize("code", ["0000000000", "", "\x00" * 10, "' or 1=1", "0" * 5000])
def test_other_codes_are_no_labels(any_database: Database, code: str) -> None:
    assert found(any_database, code) is None


def test_no_two_labels_have_the_same_code(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = random.Random(7)
    monkeypatch.setattr(labels.secrets, "choice", drawn.choice)
    first = add(database, None)
    drawn.seed(7)  # the same letters come again
    second = add(database, None)
    assert first.code != second.code


def test_the_database_keeps_codes_apart_too(any_database: Database) -> None:
    code = add(any_database, None).code
    twin = LabelRow(code=code, device="PC", make="", model="", room="Aula", created_at=NOW)
    with pytest.raises(IntegrityError), any_database.write.begin() as db:
        db.add(twin)


def test_assistants_see_and_add_for_their_own_schools(any_database: Database, schools: list[int]) -> None:
    assistant = somebody(any_database, Role.ASSISTANT, schools[0])
    add(any_database, schools[1], room="Fremd")
    add(any_database, None, room="FabLab")
    add(any_database, schools[0], assistant, room="Eigen")
    assert seen(any_database, assistant) == [(WESTRING, "Eigen")]
    for school in (schools[1], None, 987654):
        with pytest.raises(NoSuchSchool):
            add(any_database, school, assistant)


def test_assistants_remove_only_what_is_of_their_own_schools(
    any_database: Database, schools: list[int]
) -> None:
    assistant = somebody(any_database, Role.ASSISTANT, schools[0])
    own, foreign, of_the_city = (add(any_database, school) for school in (*schools, None))
    assert not remove(any_database, foreign, assistant)
    assert not remove(any_database, of_the_city, assistant)
    assert remove(any_database, own, assistant)
    assert found(any_database, own.code) is None
    assert found(any_database, foreign.code) == foreign


def test_an_assistant_who_left_a_school_sees_nothing_of_it(
    any_database: Database, schools: list[int]
) -> None:
    """The schools are asked of the database, not of what the person was told at the door."""
    assistant = somebody(any_database, Role.ASSISTANT, schools[0])
    add(any_database, schools[0])
    with any_database.write.begin() as db:
        set_schools(db, assistant.id, [schools[1]], OPERATOR, NOW)
    assert seen(any_database, assistant) == []
    with pytest.raises(NoSuchSchool):
        add(any_database, schools[0], assistant)


@pytest.mark.parametrize("role", [Role.TEAM, Role.ADMIN])
def test_team_and_administration_look_after_all(
    any_database: Database, schools: list[int], role: Role
) -> None:
    by = somebody(any_database, role)
    for school, room in ((schools[1], "b"), (schools[0], "Ä"), (schools[0], "z"), (None, "FabLab")):
        add(any_database, school, by, room=room)
    assert seen(any_database, by) == [("", "FabLab"), (WESTRING, "Ä"), (WESTRING, "z"), (DIESDORF, "b")]
    with pytest.raises(NoSuchSchool):
        add(any_database, 987654, by)


@pytest.mark.parametrize("role", [None, Role.TEACHER, Role.HEAD, Role.TRAINER])
def test_others_label_nothing(any_database: Database, schools: list[int], role: Role | None) -> None:
    by, label = somebody(any_database, role, schools[0]), add(any_database, schools[0])
    with pytest.raises(NotAllowed):
        add(any_database, schools[0], by)
    with pytest.raises(NotAllowed):
        seen(any_database, by)
    with pytest.raises(NotAllowed):
        remove(any_database, label, by)


def test_a_label_needs_a_device_and_a_room(any_database: Database) -> None:
    with pytest.raises(NameMissing):
        add(any_database, None, room=" - ")
    for long in ({"room": "R" * 101}, {"make": "M" * 101}):
        with pytest.raises(NameTooLong):
            add(any_database, None, **long)  # type: ignore[arg-type]
    with pytest.raises(NoSuchDevice):
        add(any_database, None, device="Moodle")
    assert seen(any_database, OPERATOR) == []


def test_with_its_school_a_label_goes(any_database: Database, schools: list[int]) -> None:
    label = add(any_database, schools[0])
    with any_database.write.begin() as db:
        db.execute(delete(SchoolRow).where(SchoolRow.id == schools[0]))
    assert found(any_database, label.code) is None


def test_adding_and_removing_stand_in_the_log(any_database: Database, schools: list[int]) -> None:
    assistant = somebody(any_database, Role.ASSISTANT, schools[0])
    label = add(any_database, schools[0], assistant)
    remove(any_database, label, assistant)
    remove(any_database, label, assistant)
    with any_database.read() as db:
        lines = [(line.person_id, line.action, line.about) for line in latest(db, 2)]
    assert lines == [
        (assistant.id, Action.LABEL_REMOVED, f"label {label.id}"),
        (assistant.id, Action.LABEL_ADDED, f"label {label.id}"),
    ]


def test_every_device_to_label_is_known_and_has_its_words() -> None:
    assert set(LABELLED) <= set(BY_NAME)
    for t in TEXTS.values():
        assert set(t.codes.devices) == set(LABELLED)
