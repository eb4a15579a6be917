"""The commands of the command line that are about trainings."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from bootstrap import house_of
from core.database import Database, open_database
from core.house import House
from core.migration import migrate
from core.people.people import person_by_email
from core.people.person import NotAllowed, Person
from core.settings import Settings
from deliveries import rounds as deliveries
from deliveries.invariants import faults as faults_of_deliveries
from trainings.invariants import faults
from trainings.refusals import Refusal
from trainings.rounds import make_rounds
from trainings.seats.booking import book, cancel
from trainings.seats.listing import Offer, coming, offer
from ui.texts import TEXTS
from ui.trainings.refusals import sentence
from ui.trainings.when import moment

DONE, REFUSED = 0, 1
T = TEXTS["en"]


class NobodyThere(Exception):
    """There is nobody with this address."""


def add_training_commands(commands: Any) -> None:
    """Adds the commands to those of the command line."""
    found = commands.add_parser("audit", help="look for seats sold twice or lost, and lines not as told")
    found.set_defaults(run=_audit)
    found = commands.add_parser("rounds", help="do what is due: end offers, remind, cancel, thank")
    found.set_defaults(run=_rounds)
    for name, run, told in (
        ("trainings", _list, "the coming dates as a person sees them"),
        ("why-not", _why_not, "why a person cannot book a date"),
        ("book", _book, "book a date for a person"),
        ("cancel-booking", _cancel, "give a person's seat back"),
    ):
        command = commands.add_parser(name, help=told)
        command.set_defaults(run=lambda settings, options, run=run: _for_person(settings, options, run))
        command.add_argument("email")
        if name != "trainings":
            command.add_argument("date", type=int, metavar="DATE", help="its number")
        if name == "cancel-booking":
            command.add_argument("--word", default="", help="to the trainer, after the deadline")
        if name == "book":
            command.add_argument("--despite-overlap", action="store_true")


def _audit(settings: Settings, _options: argparse.Namespace) -> int:
    with _opened(settings) as database, database.read() as db:
        found = [*map(str, faults(db, _now())), *faults_of_deliveries(db)]
    print(*found, f"{len(found)} faults", sep="\n")
    return REFUSED if found else DONE


def _rounds(settings: Settings, _options: argparse.Namespace) -> int:
    with _opened(settings) as database:
        done = make_rounds(database, _now(), house_of(settings))
        delivered = deliveries.make_rounds(database, settings.deliveries_folder, _now(), house_of(settings))
    print(
        f"{done.settled} dates settled, {done.cancelled} cancelled, {done.reminded} people reminded, "
        f"{done.thanked} thanked",
        *_told(delivered),
        sep="\n",
    )
    return DONE


def _told(done: deliveries.Rounds) -> Iterator[str]:
    yield f"{done.mails.weekly} weekly mails on deliveries, {done.mails.reminders} reminders of receipts"
    if done.folder:
        yield f"{done.folder.taken} lists taken, {done.folder.refused} refused, {done.folder.left} left"


PersonCommand = Callable[[Session, Person, argparse.Namespace, House], str]


def _for_person(settings: Settings, options: argparse.Namespace, run: PersonCommand) -> int:
    try:
        with _opened(settings) as database, database.write.begin() as db:
            person = person_by_email(db, options.email)
            if person is None:
                raise NobodyThere(options.email)
            print(run(db, person, options, house_of(settings)))
    except Refusal as refusal:
        return _refuse(sentence(refusal, T))
    except NotAllowed:
        return _refuse(f"{options.email} has no role yet and can book nothing.")
    except NobodyThere:
        return _refuse(f"There is nobody with the address {options.email}.")
    return DONE


def _list(db: Session, person: Person, _options: argparse.Namespace, _house: House) -> str:
    lines = [_line(each) for each in coming(db, person, _now())]
    return "\n".join(lines) if lines else "There are no coming dates."


def _line(each: Offer) -> str:
    date = each.date
    return (
        f"{date.id}\t{moment(date.starts_at, T)}\t{date.training.title}\t"
        f"{each.free} of {date.seats} free, {each.waiting} waiting"
    )


def _why_not(db: Session, person: Person, options: argparse.Namespace, _house: House) -> str:
    refusal = offer(db, options.date, person, _now()).refusal
    return sentence(refusal, T) if refusal else "Nothing stands in the way: a seat can be booked."


def _book(db: Session, person: Person, options: argparse.Namespace, house: House) -> str:
    book(db, options.date, person, _now(), house, despite_overlap=options.despite_overlap)
    return f"{person.email} has a seat on date {options.date}."


def _cancel(db: Session, person: Person, options: argparse.Namespace, house: House) -> str:
    cancel(db, options.date, person, _now(), house, word=options.word)
    return f"{person.email} has no seat on date {options.date} any more."


@contextmanager
def _opened(settings: Settings) -> Iterator[Database]:
    database = open_database(settings.database)
    try:
        migrate(database)
        yield database
    finally:
        database.close()


def _refuse(why: str) -> int:
    print(why, file=sys.stderr)
    return REFUSED


def _now() -> datetime:
    return datetime.now(UTC)
