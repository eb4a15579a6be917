from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, text

from core.audit import Action, record
from core.database import Base, Database
from core.mail.tables import MailRow
from core.people.actor import OPERATOR
from core.people.own_data import delete, export
from core.people.people import NoSuchPerson, person
from core.people.person import NotAllowed, Person
from core.people.register import add_person
from core.people.roles import Role
from core.people.tables import MembershipRow, PasswordLinkRow, PersonRow, SignedInRow
from knowledge.tables import UploadRow
from tests.core.people.register_made import NOW, Register, audited, made

LATER = NOW + timedelta(hours=1)


def lived_in(database: Database) -> Register:
    """A register in which the teacher and the administrator have left traces of every kind."""
    register = made(database)
    with database.write.begin() as db:
        for one in (register.teacher, register.admin):
            row = db.get_one(PersonRow, one.id)
            row.password, row.seen_at, row.issuer, row.subject = "$argon2$…", NOW, "https://id", f"s{one.id}"
            row.school_id = one.school.id if one.school else None
            db.add(
                SignedInRow(
                    secret_hash=f"session of {one.id}",
                    person_id=one.id,
                    lasting=True,
                    started_at=NOW,
                    seen_at=NOW,
                    ends_at=LATER,
                )
            )
            db.add(PasswordLinkRow(secret_hash=f"link of {one.id}", person_id=one.id, ends_at=LATER))
            db.add(
                MailRow(
                    recipient=one.email,
                    subject=f"Für {one.id}",
                    message="Geheim",
                    created_at=NOW,
                    sent_at=LATER,
                )
            )
            record(db, one.id, Action.PASSWORD_CHANGED, f"person {one.id}", NOW)
        record(db, register.admin.id, Action.ROLE_SET, f"person {register.teacher.id}: teacher", NOW)
        record(db, register.admin.id, Action.ROLE_SET, f"person {register.teacher.id}0: head", NOW)
    return register


def exported(database: Database, person_id: int, by: Any) -> dict[str, Any]:
    with database.write.begin() as db:
        return export(db, person_id, by, LATER)


def test_everything_about_a_person_can_be_taken_along(any_database: Database) -> None:
    register = lived_in(any_database)
    teacher, begun = register.teacher, NOW.isoformat()
    told = exported(any_database, teacher.id, teacher)
    assert (
        json.loads(json.dumps(told))
        == told
        == {
            "exported_at": LATER.isoformat(),
            "account": {
                "number": teacher.id,
                "name": "Änne Müller",
                "email": "mueller@schule.example",
                "role": "teacher",
                "active": True,
                "demo": False,
                "has_password": True,
                "sign_in_service": "https://id",
                "sign_in_service_name": f"s{teacher.id}",
                "chosen_school": register.westring.id,
                "language": None,
                "created_at": begun,
                "seen_at": begun,
            },
            "schools": [{"number": register.westring.id, "name": "GS Am Westring"}],
            "sessions": [
                {"started_at": begun, "seen_at": begun, "ends_at": LATER.isoformat(), "lasting": True}
            ],
            "password_links": [{"ends_at": LATER.isoformat()}],
            "mails": [{"subject": f"Für {teacher.id}", "created_at": begun, "sent_at": LATER.isoformat()}],
            "audit_log": [
                {"at": begun, "action": action, "about": about, "by_this_person": own}
                for action, about, own in (
                    ("person_added", f"person {teacher.id}", False),
                    ("password_changed", f"person {teacher.id}", True),
                    ("role_set", f"person {teacher.id}: teacher", False),
                )
            ],
        }
    )


def test_no_column_about_people_is_forgotten_when_data_are_taken_along() -> None:
    """Whoever adds a column decides here whether the person gets to see it."""
    told = {"id", "name", "email", "role", "active", "demo", "password", "issuer", "subject", "school_id"}
    told |= {"language", "created_at", "seen_at"}
    assert {column.name for column in PersonRow.__table__.columns} == told


def test_taking_along_is_recorded_and_names_who_did_it(any_database: Database) -> None:
    register = lived_in(any_database)
    for by, number in ((register.teacher, register.teacher.id), (OPERATOR, None)):
        exported(any_database, register.teacher.id, by)
        assert audited(any_database)[-1] == (number, "data_exported", f"person {register.teacher.id}")


def test_an_administrator_takes_along_for_a_person_who_asks(any_database: Database) -> None:
    register = lived_in(any_database)
    assert exported(any_database, register.teacher.id, register.admin)["account"]["name"] == "Änne Müller"


def test_nobody_gets_or_deletes_the_data_of_others(any_database: Database) -> None:
    register = lived_in(any_database)
    team = Person(register.teacher.id, "Team", "team@stadt.example", Role.TEAM)
    nobody: Any = None
    for by in (register.teacher, team, nobody):
        with pytest.raises(NotAllowed):
            exported(any_database, register.admin.id, by)
        with pytest.raises(NotAllowed), any_database.write.begin() as db:
            delete(db, register.admin.id, by, LATER)
    with any_database.read() as db:
        assert person(db, register.admin.id) is not None


def test_a_person_is_deleted_with_everything_that_hangs_on_them(any_database: Database) -> None:
    register = lived_in(any_database)
    number = register.teacher.id
    with any_database.write.begin() as db:
        delete(db, number, register.admin, LATER)
    with any_database.read() as db:
        assert person(db, number) is None
        for table in (SignedInRow, PasswordLinkRow, MembershipRow):
            key = table.person_id
            assert set(db.scalars(select(key))) <= {register.admin.id}
        assert db.scalars(select(MailRow.recipient)).all() == [register.admin.email]
        assert db.scalar(select(func.count()).select_from(SignedInRow)) == 1


def test_no_trace_of_name_or_address_is_left_in_any_table(any_database: Database) -> None:
    register = lived_in(any_database)
    with any_database.write.begin() as db:
        delete(db, register.teacher.id, register.teacher, LATER)
    with any_database.read() as db:
        for table in Base.metadata.sorted_tables:
            for row in db.execute(select(table)):
                assert "Müller" not in str(row)
                assert "mueller" not in str(row)
                assert f"s{register.teacher.id}" not in map(str, row)


def test_the_audit_log_keeps_what_was_done_under_numbers_only(any_database: Database) -> None:
    register = lived_in(any_database)
    number, admin = register.teacher.id, register.admin.id
    with any_database.write.begin() as db:
        delete(db, number, register.admin, LATER)
    lines = audited(any_database)
    assert (None, "password_changed", f"person {number}") in lines
    assert lines[-1] == (admin, "person_deleted", f"person {number}")


def test_who_deletes_themselves_is_not_named(any_database: Database) -> None:
    register = lived_in(any_database)
    with any_database.write.begin() as db:
        delete(db, register.teacher.id, register.teacher, LATER)
    assert audited(any_database)[-1] == (None, "person_deleted", f"person {register.teacher.id}")


def test_a_number_is_never_given_again(any_database: Database) -> None:
    register = lived_in(any_database)
    with any_database.write.begin() as db:
        delete(db, register.teacher.id, OPERATOR, LATER)
    with any_database.write.begin() as db:
        new = add_person(db, "Neu", "mueller@schule.example", None, [], OPERATOR, LATER)
    assert new.id > register.teacher.id


def test_who_is_gone_can_neither_be_exported_nor_deleted(any_database: Database) -> None:
    lived_in(any_database)
    with pytest.raises(NoSuchPerson):
        exported(any_database, 999, OPERATOR)
    with pytest.raises(NoSuchPerson), any_database.write.begin() as db:
        delete(db, 999, OPERATOR, LATER)


def test_deleting_waits_for_the_whole_transaction(any_database: Database) -> None:
    register = lived_in(any_database)

    def fail_after_deleting() -> None:
        with any_database.write.begin() as db:
            delete(db, register.teacher.id, OPERATOR, LATER)
            db.execute(text("there is no such statement"))

    with pytest.raises(Exception, match=r"syntax error"):
        fail_after_deleting()
    assert exported(any_database, register.teacher.id, OPERATOR)["password_links"] != []


def test_what_other_packages_keep_of_somebody_comes_along_and_only_theirs(any_database: Database) -> None:
    register = lived_in(any_database)
    with any_database.write.begin() as db:
        for number, one in enumerate((register.teacher, register.admin), start=1):
            db.add(
                UploadRow(
                    name="beamer.md",
                    number=number,
                    state="live",
                    folder=f"{number}" * 32,
                    title=f"Beamer {number}",
                    facts={},
                    person_id=one.id,
                    at=NOW,
                )
            )
    told = exported(any_database, register.teacher.id, register.teacher)
    assert [(one["title"], one["at"]) for one in told["uploads"]] == [("Beamer 1", NOW.isoformat())]
    assert json.dumps(told)
