"""The commands of the command line that are about people and schools."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from core.database import open_database
from core.migration import migrate
from core.people.actor import OPERATOR
from core.people.admins import LastAdmin
from core.people.csv_reading import Fault, RowError
from core.people.emails import BadEmail
from core.people.handed_links import Deactivated, MadeUp, hand_link
from core.people.importing import ImportRefused
from core.people.names import NameMissing, NameTooLong
from core.people.own_data import delete, export
from core.people.people import person_by_email
from core.people.people_import import import_people
from core.people.people_table import read_people
from core.people.person import Person
from core.people.register import EmailTaken, add_person, deactivate, set_role
from core.people.roles import Role
from core.people.school_import import import_schools, read_schools
from core.people.schools import find_school
from core.people.words import role_called
from core.settings import Settings

DONE, REFUSED = 0, 1
FAULTS = {
    Fault.NO_TEXT: "this is no CSV file; save the table as CSV first",
    Fault.EMPTY: "there is no line below the headings",
    Fault.COLUMN_MISSING: "there is no such column",
    Fault.COLUMN_TWICE: "there are two such columns",
    Fault.LINE_BROKEN: "nothing more can be read: a quotation mark is missing or a cell has no end",
    Fault.TOO_MANY_CELLS: "the line has more cells than there are headings",
    Fault.CELL_EMPTY: "the cell is empty",
    Fault.TOO_LONG: "is too long",
    Fault.BAD_EMAIL: "is no e-mail address",
    Fault.UNKNOWN_KIND: "is no kind of school (GS, GmS, Sek, Gym, IGS, FÖS, BBS)",
    Fault.UNKNOWN_ROLE: f"is no role ({', '.join(Role)})",
    Fault.UNKNOWN_SCHOOL: "is no school that the portal knows",
    Fault.TWICE: "an earlier line says something else of it",
}


class Refused(Exception):
    """A command cannot be done; the sentence says why."""


def add_people_commands(commands: Any) -> None:
    """Adds the commands to those of the command line."""

    def command(name: str, run: Callable[[Session, argparse.Namespace], str], told: str) -> Any:
        added = commands.add_parser(name, help=told)
        added.set_defaults(run=lambda settings, options: _run(settings, run, options))
        return added

    command("import-schools", _import_schools, "take in a list of schools (CSV)").add_argument(
        "file", type=Path
    )
    command("import-users", _import_people, "take in a list of people (CSV)").add_argument("file", type=Path)
    added = command("add-user", _add, "add a person")
    added.add_argument("--name", required=True)
    added.add_argument("--email", required=True)
    added.add_argument("--role", required=True, type=_role, metavar="ROLE", help=", ".join(Role))
    added.add_argument("--school", action="append", default=[], help="once for each school")
    role = command("set-role", _set_role, "give a person another role")
    role.add_argument("email")
    role.add_argument("role", type=_role, metavar="role", help=", ".join(Role))
    command("deactivate", _deactivate, "sign a person out and let them in no more").add_argument("email")
    command("export-person", _export, "everything kept about a person, as JSON").add_argument("email")
    command("delete-person", _delete, "delete a person and all that is kept about them").add_argument("email")
    link = command("password-link", _password_link, "a link by which a person sets a password")
    link.add_argument("email")


def _run(
    settings: Settings, run: Callable[[Session, argparse.Namespace], str], options: argparse.Namespace
) -> int:
    try:
        options.settings = settings
        with _writing(settings) as db:
            told = run(db, options)
    except ImportRefused as refusal:
        print("Nothing was taken in.", *map(_sentence, refusal.errors), sep="\n", file=sys.stderr)
    except LastAdmin:
        print(
            "Nobody would be left who can manage people. Give someone else the role admin first.",
            file=sys.stderr,
        )
    except (Refused, OSError) as refusal:
        print(refusal, file=sys.stderr)
    else:
        print(told)
        return DONE
    return REFUSED


@contextmanager
def _writing(settings: Settings) -> Iterator[Session]:
    database = open_database(settings.database)
    try:
        migrate(database)
        with database.write.begin() as db:
            yield db
    finally:
        database.close()


def _import_schools(db: Session, options: argparse.Namespace) -> str:
    return str(import_schools(db, read_schools(options.file.read_bytes()), OPERATOR, _now()))


def _import_people(db: Session, options: argparse.Namespace) -> str:
    return str(import_people(db, read_people(options.file.read_bytes()), OPERATOR, _now()))


def _add(db: Session, options: argparse.Namespace) -> str:
    schools = {name: find_school(db, name) for name in options.school}
    if unknown := [name for name, school in schools.items() if school is None]:
        raise Refused(
            f"There is no school called {', '.join(unknown)}. Its whole name or its short name is needed."
        )
    numbers = [school.id for school in schools.values() if school]
    try:
        added = add_person(db, options.name, options.email, options.role, numbers, OPERATOR, _now())
    except NameMissing as error:
        raise Refused("The name is missing.") from error
    except NameTooLong as error:
        raise Refused(f"The name is longer than {error.longest} letters.") from error
    except BadEmail as error:
        raise Refused(f"{error.email} is no e-mail address.") from error
    except EmailTaken as error:
        raise Refused(f"There is a person with the address {error.email} already.") from error
    return f"{added.email} was added as {options.role}.\n{_link(db, added, options.settings)}"


def _password_link(db: Session, options: argparse.Namespace) -> str:
    return _link(db, _person(db, options.email), options.settings)


def _link(db: Session, person: Person, settings: Settings) -> str:
    if not settings.local_accounts:
        return "People sign in through the sign-in service; there are no passwords here."
    try:
        made = hand_link(db, person.id, OPERATOR, _now())
    except Deactivated as error:
        raise Refused(f"{person.email} is deactivated.") from error
    except MadeUp as error:
        raise Refused(f"{person.email} belongs to the demonstration and has no password.") from error
    return (
        f"To set a password, once and within an hour: {settings.public_url}/passwort/neu?link={made.secret}"
    )


def _set_role(db: Session, options: argparse.Namespace) -> str:
    changed = set_role(db, _person(db, options.email).id, options.role, OPERATOR, _now())
    return f"{changed.email} is {options.role} now."


def _deactivate(db: Session, options: argparse.Namespace) -> str:
    return f"{deactivate(db, _person(db, options.email).id, OPERATOR, _now()).email} is deactivated."


def _export(db: Session, options: argparse.Namespace) -> str:
    told = export(db, _person(db, options.email).id, OPERATOR, _now())
    return json.dumps(told, ensure_ascii=False, indent=1)


def _delete(db: Session, options: argparse.Namespace) -> str:
    found = _person(db, options.email)
    delete(db, found.id, OPERATOR, _now())
    return f"{found.email} and all that was kept about them is deleted."


def _person(db: Session, email: str) -> Person:
    found = person_by_email(db, email)
    if found is None:
        raise Refused(f"There is nobody with the address {email}.")
    return found


def _role(word: str) -> Role:
    role = role_called(word)
    if role is None:
        raise argparse.ArgumentTypeError(f"{word} is no role; there are {', '.join(Role)}")
    return role


def _sentence(error: RowError) -> str:
    place = f"line {error.line}" + (f", {error.column}" if error.column else "")
    value = f" “{error.value}”" if error.value else ""
    meant = f"; did you mean “{error.suggestion}”?" if error.suggestion else ""
    return f"{place}:{value} {FAULTS[error.why]}{meant}"


def _now() -> datetime:
    return datetime.now(UTC)
