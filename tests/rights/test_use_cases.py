"""Each use case and each who: who may, and that a refusal writes nothing.

The tables are written out and not computed from the rights. Functions are found in the packages themselves: a
new one that acts for somebody, or touches the database, and stands in no table fails here.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Mapping
from types import FunctionType, ModuleType
from typing import Any

import pytest
from argon2 import PasswordHasher
from sqlalchemy.orm import Session

import core
import core.people
import deliveries
import knowledge
import trainings
from core.database import Base, Database
from core.mail import reading
from core.people import own_account, own_data, passwords, people, register, schools, workplaces
from core.people.actor import OPERATOR
from core.people.admins import LastAdmin
from core.people.handed_links import hand_link
from core.people.importing import ImportRefused
from core.people.names import NameMissing
from core.people.own_data import delete
from core.people.people_import import import_people
from core.people.people_table import read_people
from core.people.person import NotAllowed, Person, School
from core.people.roles import Role
from core.people.school_import import import_schools, read_schools
from core.people.schools import NoSuchSchool, SchoolFacts
from core.people.sign_in import change_password
from core.people.tables import PersonRow
from core.people.workplaces import NotYourSchool
from knowledge import labels, scans, upload_incoming, upload_reading, uploads
from knowledge.audience import OPEN
from knowledge.reading.facts import NO_FACTS
from knowledge.upload_incoming import NoSuchUpload, TooManyFiles
from knowledge.uploads import NoSuchDocument, Wish
from knowledge.workshop import Workshop
from tests.doubles import HashEmbedder
from tests.rights.call import (
    ADMIN,
    ALL_BUT_ADMIN,
    LABELLERS,
    NO_OPERATOR,
    NO_PERSON,
    NOBODY,
    NOW,
    OPERATOR_HERSELF,
    PEOPLE,
    TEAM,
    WHO,
    Call,
)
from tests.rights.conftest import BYSTANDER, Town
from tests.rights.delivery_cases import DELIVERY_CASES
from tests.rights.kept import dump
from tests.rights.training_cases import TRAINING_CASES
from ui.portal import entrance

OLD, NEW = "Kreide Tafel Schwamm", "Fahrrad Wolke Zimt"


def _of(by: Any) -> int:
    """The number of whoever calls; of nobody where it is nobody."""
    return by.id if isinstance(by, Person) else 0


def _bystander(town: Town) -> int:
    return town.people[BYSTANDER].id


def _label(db: Session, school: School, by: Any) -> labels.Label:
    return labels.add_label(db, "Display", "", "", "1.04", school.id, by, NOW)


def _workshop(town: Town) -> Workshop:
    return Workshop(entrance().database, HashEmbedder(), town.home)


def _people_list(name: str) -> bytes:
    return f"Name;E-Mail;Rolle;Schulen\n{name};neu@schule.example;Lehrkraft;GS Am Park\n".encode()


OF_THE_HOUSE = {
    "list people": Call(
        "core.people.people.search_people",
        lambda db, town, by: people.search_people(db, by, "", 10),
        ADMIN,
        writes=False,
    ),
    "list who waits for a role": Call(
        "core.people.people.unassigned", lambda db, town, by: people.unassigned(db, by), ADMIN, writes=False
    ),
    "look at one person": Call(
        "core.people.people.listed",
        lambda db, town, by: people.listed(db, by, _bystander(town)),
        ADMIN,
        writes=False,
    ),
    "look at oneself in the list": Call(
        "core.people.people.listed",
        lambda db, town, by: people.listed(db, by, _of(by)),
        ("admin",),
        False,
        NO_OPERATOR,
    ),
    "add a person": Call(
        "core.people.register.add_person",
        lambda db, town, by: register.add_person(db, "Neu", "neu@x.example", None, [], by, NOW),
        ADMIN,
    ),
    "rename a person": Call(
        "core.people.register.change_person",
        lambda db, town, by: register.change_person(db, _bystander(town), "X", "x@x.example", by, NOW),
        ADMIN,
    ),
    "rename oneself": Call(
        "core.people.register.change_person",
        lambda db, town, by: register.change_person(db, _of(by), "X", "x@x.example", by, NOW),
        ("admin",),
        otherwise=NO_OPERATOR,
    ),
    "give a role": Call(
        "core.people.register.set_role",
        lambda db, town, by: register.set_role(db, _bystander(town), Role.ADMIN, by, NOW),
        ADMIN,
    ),
    "give oneself a role": Call(
        "core.people.register.set_role",
        lambda db, town, by: register.set_role(db, _of(by), Role.ADMIN, by, NOW),
        ("admin",),
        otherwise=NO_OPERATOR,
        writes=False,  # whoever may has it already
    ),
    "switch an account off": Call(
        "core.people.register.deactivate",
        lambda db, town, by: register.deactivate(db, _bystander(town), by, NOW),
        ADMIN,
    ),
    "switch an account on": Call(
        "core.people.register.reactivate",
        lambda db, town, by: register.reactivate(db, _bystander(town), by, NOW),
        ADMIN,
        writes=False,  # it is on
    ),
    "give schools": Call(
        "core.people.workplaces.set_schools",
        lambda db, town, by: workplaces.set_schools(db, _bystander(town), [town.own.id], by, NOW),
        ADMIN,
    ),
    "give oneself a school": Call(
        "core.people.workplaces.set_schools",
        lambda db, town, by: workplaces.set_schools(db, _of(by), [town.foreign.id], by, NOW),
        ("admin",),
        otherwise=NO_OPERATOR,
    ),
    "hand out a link": Call(
        "core.people.handed_links.hand_link",
        lambda db, town, by: hand_link(db, _bystander(town), by, NOW),
        ADMIN,
    ),
    "hand oneself a link": Call(
        "core.people.handed_links.hand_link",
        lambda db, town, by: hand_link(db, _of(by), by, NOW),
        ("admin",),
        otherwise=NO_OPERATOR,
    ),
    "read in people": Call(
        "core.people.people_import.import_people",
        lambda db, town, by: import_people(db, read_people(_people_list("Neu")), by, NOW),
        ADMIN,
    ),
    "read in a bad list of people": Call(
        "core.people.people_import.import_people",
        lambda db, town, by: import_people(db, read_people(b"Unsinn"), by, NOW),
        (),
        otherwise=dict.fromkeys(ADMIN, ImportRefused),
    ),
    "read in schools": Call(
        "core.people.school_import.import_schools",
        lambda db, town, by: import_schools(db, read_schools(b"Schule;Schulform\nGS Neu;GS\n"), by, NOW),
        TEAM,
    ),
    "add a school": Call(
        "core.people.schools.add_school",
        lambda db, town, by: schools.add_school(db, SchoolFacts("GS Neu"), by, NOW),
        TEAM,
    ),
    "change a school": Call(
        "core.people.schools.change_school",
        lambda db, town, by: schools.change_school(db, town.own.id, SchoolFacts("GS Neu"), by, NOW),
        TEAM,
    ),
    "export another's data": Call(
        "core.people.own_data.export",
        lambda db, town, by: own_data.export(db, _bystander(town), by, NOW),
        ADMIN,
    ),
    "export one's own data": Call(
        "core.people.own_data.export",
        lambda db, town, by: own_data.export(db, _of(by), by, NOW),
        PEOPLE,
        otherwise=NO_OPERATOR,
    ),
    "delete another": Call(
        "core.people.own_data.delete", lambda db, town, by: delete(db, _bystander(town), by, NOW), ADMIN
    ),
    "delete oneself": Call(
        "core.people.own_data.delete",
        lambda db, town, by: delete(db, _of(by), by, NOW),
        ALL_BUT_ADMIN,
        otherwise={**NO_OPERATOR, "admin": LastAdmin},
    ),
    "look at one's own account": Call(
        "core.people.own_account.own_account",
        lambda db, town, by: own_account.own_account(db, by, None, NOW),
        PEOPLE,
        writes=False,
        otherwise={OPERATOR_HERSELF: AttributeError},
    ),
    "sign out everywhere": Call(
        "core.people.own_account.sign_out_everywhere",
        lambda db, town, by: own_account.sign_out_everywhere(db, by, NOW),
        PEOPLE,
        otherwise={OPERATOR_HERSELF: AttributeError},
    ),
    "look at the language of one's mails": Call(
        "core.people.own_account.language_of",
        lambda db, town, by: own_account.language_of(db, by),
        PEOPLE,
        writes=False,
        otherwise={OPERATOR_HERSELF: AttributeError},
    ),
    "choose the language of one's mails": Call(
        "core.people.own_account.choose_language",
        lambda db, town, by: own_account.choose_language(db, by, "en"),
        PEOPLE,
        otherwise={OPERATOR_HERSELF: AttributeError},
    ),
    "read one's own mails": Call(
        "core.mail.reading.own_mails",
        lambda db, town, by: reading.own_mails(db, by),
        PEOPLE,
        writes=False,
        otherwise={OPERATOR_HERSELF: AttributeError},
    ),
    "look at mails that were not sent": Call(
        "core.mail.reading.troubles",
        lambda db, town, by: reading.troubles(db, by),
        ("team", "admin"),
        writes=False,
        otherwise={OPERATOR_HERSELF: AttributeError},
    ),
    "work for another of one's schools": Call(
        "core.people.workplaces.switch_school",
        lambda db, town, by: workplaces.switch_school(db, by, town.second.id),
        ("assistant",),
        otherwise={**dict.fromkeys(PEOPLE, NotYourSchool), **NO_PERSON},
    ),
    "work for a foreign school": Call(
        "core.people.workplaces.switch_school",
        lambda db, town, by: workplaces.switch_school(db, by, town.foreign.id),
        (),
        otherwise={**dict.fromkeys(PEOPLE, NotYourSchool), **NO_PERSON},
    ),
    "change one's password": Call(
        "core.people.sign_in.change_password",
        lambda db, town, by: change_password(
            entrance().database, entrance().signer, by, OLD, NEW, town.secrets[_visitor(town, by)], NOW
        ),
        PEOPLE,
        otherwise=NO_PERSON,
    ),
    "label a device of one's school": Call(
        "knowledge.labels.add_label", lambda db, town, by: _label(db, town.own, by), LABELLERS
    ),
    "label a device of a foreign school": Call(
        "knowledge.labels.add_label",
        lambda db, town, by: _label(db, town.foreign, by),
        TEAM,
        otherwise={"assistant": NoSuchSchool},
    ),
    "list labels": Call(
        "knowledge.labels.labels_of", lambda db, town, by: labels.labels_of(db, by), LABELLERS, writes=False
    ),
    "take a label away": Call(
        "knowledge.labels.remove_label",
        lambda db, town, by: labels.remove_label(db, 4711, by, NOW),
        LABELLERS,
        writes=False,  # there is none
    ),
    "count scans": Call(
        "knowledge.scans.counts",
        lambda db, town, by: scans.counts(db, ["0123456789"], by, NOW.date()),
        TEAM,
        writes=False,
    ),
    "list uploads": Call(
        "knowledge.uploads.uploaded", lambda db, town, by: uploads.uploaded(db, by), TEAM, writes=False
    ),
    "upload nothing": Call(
        "knowledge.upload_incoming.receive",
        lambda db, town, by: upload_incoming.receive(_workshop(town), [], by),
        (),
        otherwise=dict.fromkeys(TEAM, TooManyFiles),
    ),
    "look at an upload that is none": Call(
        "knowledge.upload_reading.look",
        lambda db, town, by: upload_reading.look(_workshop(town), "0" * 32, by),
        (),
        otherwise=dict.fromkeys(TEAM, NoSuchUpload),
    ),
    "forget an upload that is none": Call(
        "knowledge.upload_incoming.discard",
        lambda db, town, by: upload_incoming.discard(_workshop(town), "0" * 32, by),
        TEAM,
        writes=False,
    ),
    "publish an upload without a title": Call(
        "knowledge.uploads.publish",
        lambda db, town, by: uploads.publish(
            _workshop(town),
            None,  # type: ignore[arg-type]
            Wish("", NO_FACTS, OPEN),
            by,
            NOW,
        ),
        (),
        otherwise=dict.fromkeys(TEAM, NameMissing),
    ),
    "take back an upload that is none": Call(
        "knowledge.uploads.take_back",
        lambda db, town, by: uploads.take_back(_workshop(town), "nichts.md", 1, by, NOW),
        (),
        otherwise=dict.fromkeys(TEAM, NoSuchDocument),
    ),
    "bring back an upload that is none": Call(
        "knowledge.uploads.bring_back",
        lambda db, town, by: uploads.bring_back(_workshop(town), "nichts.md", 1, None, by, NOW),
        (),
        otherwise=dict.fromkeys(TEAM, NoSuchDocument),
    ),
}

USE_CASES: Mapping[str, Call] = {**OF_THE_HOUSE, **TRAINING_CASES, **DELIVERY_CASES}

# They check the right that they are given, or build on what has been checked.
CHECKS = {
    "core.people.person.may",
    "core.people.person.demand",
    "core.people.actor.demand_of",
    "deliveries.access.own_schools",
    "deliveries.access.seen_by",
    "deliveries.access.sees_funding",
    "deliveries.notices.news.own_lines",
    "deliveries.receipts.as_receipt",  # the name of whoever confirmed
    "trainings.courses.access.number_of",
    "trainings.courses.access.runs",
    "trainings.seats.booking.school_of",
    "trainings.planning.overviews.within_reach",
}
OF_THE_TRUSTED = {
    "core.people.own_data.remove",
    "core.people.password_links.make",
    "core.people.register.is_made_up",
    "trainings.seats.booking.look_at",
}

# They touch the database and ask nobody who it is: parts of use cases that have asked, what people who are
# not signed in do to come in, and what the portal does by itself. A page may use one of them only behind
# `admitted`; whatever acts for somebody belongs into USE_CASES.
ASK_NOBODY = {
    "core.audit.latest",
    "core.audit.record",
    "core.mail.outbox.put",
    "core.mail.outbox.put_message",
    "core.mail.outbox.tidy",
    "core.mail.outbox.waiting",
    "core.mail.sending.claim",
    "core.mail.sending.send_due",
    "core.mail.sending.send_regularly",
    "core.migration.migrate",
    "core.people.admins.lock_admins",
    "core.people.attempts.begin",
    "core.people.attempts.forgive",
    "core.people.attempts.forgive_one",
    "core.people.claims.admit",
    "core.people.claims.admit_by_email",
    "core.people.demo.demo_people",
    "core.people.demo.make_demo_people",
    "core.people.password_links.owner",
    "core.people.password_links.request",
    "core.people.password_links.set_password",
    "core.people.people.locked",
    "core.people.people.names_of",
    "core.people.people.person",
    "core.people.people.person_by_email",
    "core.people.people_import.check_people",
    "core.people.register.forget_address",
    "core.people.schools.all_schools",
    "core.people.schools.find_school",
    "core.people.sessions.begin",
    "core.people.sessions.end",
    "core.people.sessions.end_all",
    "core.people.sessions.end_all_of_demo_people",
    "core.people.sessions.recognise",
    "core.people.sign_in.sign_in",
    "core.people.tidying.tidy",
    "core.people.workplaces.head_counts",
    "core.people.workplaces.schools_numbered",
    "deliveries.by_hand.write_by_hand",
    "deliveries.demo.make_demo_deliveries",
    "deliveries.folder.take_folder",
    "deliveries.importing.known.known_lines",
    "deliveries.importing.plan.told",
    "deliveries.importing.profiles.layouts",
    "deliveries.importing.steps.matcher_of",
    "deliveries.importing.steps.planned",
    "deliveries.importing.unlisted.unlisted",
    "deliveries.importing.writing.write",
    "deliveries.invariants.faults",
    "deliveries.mails.letters.reader_of",
    "deliveries.mails.letters.write_to",
    "deliveries.mails.of_receipts.tell_school",
    "deliveries.mails.of_receipts.tell_team",
    "deliveries.mails.stopping.stop",  # the address is the secret
    "deliveries.notices.at_once.tell",
    "deliveries.notices.news.told_changes",
    "deliveries.notices.reminders.remind",
    "deliveries.notices.rounds.make_delivery_rounds",
    "deliveries.notices.weekly.tell_of_the_week",
    "deliveries.push.is_valid",  # the secret is the permission
    "deliveries.push.token_of",  # the secret is the permission
    "deliveries.rounds.make_rounds",
    "deliveries.rounds.make_rounds_regularly",
    "trainings.courses.access.booking_held",
    "trainings.courses.access.booking_numbered",
    "trainings.courses.authorisations.authorised_until",
    "trainings.courses.authorisations.grant",
    "trainings.courses.authorisations.revoke",
    "trainings.seats.booking.invitations",
    "trainings.seats.booking.seats_elsewhere",
    "trainings.calendars.address.person_of",  # the address is the secret
    "trainings.planning.cancelling.cancel_held",
    "trainings.planning.cancelling.held_for_change",
    "trainings.courses.certificates.verified",  # for everybody, by its code
    "trainings.planning.clashes.demand_free",
    "trainings.planning.clashes.keep",
    "trainings.demo.make_demo_trainings",
    "trainings.invariants.faults",
    "trainings.mails.letters.write_letter",
    "trainings.mails.letters.write_to",
    "trainings.seats.office_hours.school_days",
    "trainings.reading.all_resources",
    "trainings.reading.as_date",
    "trainings.reading.as_dates",
    "trainings.reading.dates_where",
    "trainings.rounds.make_rounds",
    "trainings.rounds.make_rounds_regularly",
    "trainings.seats.holding.bookings_of",
    "trainings.seats.holding.hold",
    "trainings.seats.holding.leave_seat",
    "trainings.seats.holding.move_up",
    "trainings.seats.holding.note",
    "trainings.seats.holding.settle",
    "trainings.seats.holding.take_seat",
    "trainings.tidying.tidy",
    "trainings.wishes.rows.held_wishes",
    "trainings.wishes.rows.joins_between",
    "trainings.wishes.rows.joins_of",
    "trainings.wishes.rows.open_wishes",
    "trainings.wishes.rows.school_names",
    "trainings.wishes.wishing.tell_asking",
}


PACKAGES = (core, deliveries, knowledge, trainings)


def public_functions(package: ModuleType) -> Mapping[str, FunctionType]:
    """Every public function of a package, where it is defined."""
    found = {}
    for module_info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if ".migrations" in module_info.name or ".starter.sources" in module_info.name:
            continue
        module = importlib.import_module(module_info.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__ and not name.startswith("_"):
                found[f"{module.__name__}.{name}"] = function
    return found


def acts_for_somebody(function: FunctionType) -> bool:
    parameters = inspect.signature(function).parameters
    somebody = {"Actor", "Person", "Right"}
    told = {str(parameter.annotation).split(" | ")[0] for parameter in parameters.values()}
    return bool(told & somebody or parameters.keys() & {"actor", "by", "right"})


def touches_the_database(function: FunctionType) -> bool:
    annotations = [str(parameter.annotation) for parameter in inspect.signature(function).parameters.values()]
    return bool({"Session", "Database"} & set(annotations))


def _visitor(town: Town, by: Any) -> str:
    return next((visitor for visitor, person in town.people.items() if person == by), BYSTANDER)


@pytest.fixture
def database(town: Town, monkeypatch: pytest.MonkeyPatch) -> Database:
    """The town's, in which everybody has the same password."""
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    kept, door = passwords.hashed(OLD), entrance()
    with door.database.write.begin() as db:
        for row in db.query(PersonRow):
            row.password = kept
    return door.database


def test_every_function_that_acts_for_somebody_stands_in_the_table() -> None:
    functions = {name: each for package in PACKAGES for name, each in public_functions(package).items()}
    found = {name for name, function in functions.items() if acts_for_somebody(function)}
    assert found == {call.function for call in USE_CASES.values()} | CHECKS | OF_THE_TRUSTED


def test_whoever_touches_the_database_asks_who_it_is_or_is_known_not_to() -> None:
    functions = {
        name: each
        for package in (core, deliveries, trainings)
        for name, each in public_functions(package).items()
    }
    found = {name for name, function in functions.items() if touches_the_database(function)}
    cases = {call.function for call in USE_CASES.values()} - public_functions(knowledge).keys()
    assert found == cases | OF_THE_TRUSTED | ASK_NOBODY


@pytest.mark.parametrize("name", USE_CASES)
def test_a_use_case_is_done_for_some_and_refused_to_the_others(
    town: Town, database: Database, name: str
) -> None:
    case = USE_CASES[name]
    actors: Mapping[str, Any] = {NOBODY: None, OPERATOR_HERSELF: OPERATOR, **town.people}
    for who in WHO:
        before = dump(database)
        if who in case.allowed:
            with database.write() as db:
                case.call(db, town, actors[who])
                db.flush()
                written = dump(database) != before or dump(db) != before
                db.rollback()  # the next one finds the town as it was
            assert written == case.writes, who
        else:
            # What was written before the refusal is kept here, and would be seen.
            with database.write.begin() as db, pytest.raises(case.otherwise.get(who, NotAllowed)):
                case.call(db, town, actors[who])
            assert dump(database) == before, who


def test_the_dump_sees_every_table(database: Database) -> None:
    assert set(Base.metadata.tables) <= set(dump(database))
    assert {"people", "schools", "memberships", "signed_in", "audit_log"} <= set(dump(database))
