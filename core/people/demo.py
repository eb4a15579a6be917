"""Made-up people for demonstrations: one for each role, at schools that the city has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.people.actor import OPERATOR
from core.people.people import as_person, person_by_email
from core.people.person import Person, SchoolKind
from core.people.register import add_person, change_person, reactivate, set_role
from core.people.roles import Role
from core.people.schools import SchoolFacts, add_school, find_school
from core.people.tables import PersonRow
from core.people.workplaces import set_schools

WESTRING = SchoolFacts("GS Am Westring", SchoolKind.GS)
HEGEL = SchoolFacts("Hegel-Gymnasium", SchoolKind.GYM)
KAESTNER = SchoolFacts("FÖS Erich Kästner", SchoolKind.FOES)
GUERICKE = SchoolFacts("BBS Otto-von-Guericke", SchoolKind.BBS)


@dataclass(frozen=True, slots=True)
class MadeUp:
    name: str
    email: str
    role: Role
    schools: tuple[SchoolFacts, ...] = ()


# The administrator first: while others are given their roles back, somebody must hold that one.
MADE_UP = (
    MadeUp("Ruth Albrecht", "verwaltung@demo.example", Role.ADMIN),
    MadeUp("Anna Sommer", "lehrkraft@demo.example", Role.TEACHER, (WESTRING,)),
    MadeUp("Martin Vogt", "schulleitung@demo.example", Role.HEAD, (HEGEL,)),
    MadeUp("Jana Krüger", "digitalassistenz@demo.example", Role.ASSISTANT, (WESTRING, KAESTNER, GUERICKE)),
    MadeUp("Tobias Lindner", "trainer@demo.example", Role.TRAINER, (GUERICKE,)),
    MadeUp("Katrin Böhme", "team@demo.example", Role.TEAM),
)

EMAILS = [made_up.email for made_up in MADE_UP]


def make_demo_people(db: Session, now: datetime) -> None:
    """Makes those who are missing, with their schools, and undoes what visitors changed of the others."""
    for made_up in MADE_UP:
        schools = [_school_id(db, facts, now) for facts in made_up.schools]
        known = person_by_email(db, made_up.email)
        if known is None:
            add_person(db, made_up.name, made_up.email, made_up.role, schools, OPERATOR, now, demo=True)
        else:
            _restore(db, known.id, made_up, schools, now)


def demo_people(db: Session) -> Sequence[Person]:
    """The people of the demonstration that can be chosen, in the order of the roles; without those whom its
    visitors have added."""
    chosen = select(PersonRow).where(PersonRow.demo, PersonRow.active, PersonRow.email.in_(EMAILS))
    people = [as_person(row) for row in db.scalars(chosen)]
    order = list(Role)
    return sorted(people, key=lambda person: order.index(person.role) if person.role else len(order))


def _restore(db: Session, person_id: int, made_up: MadeUp, schools: Sequence[int], now: datetime) -> None:
    reactivate(db, person_id, OPERATOR, now)
    set_role(db, person_id, made_up.role, OPERATOR, now)
    set_schools(db, person_id, schools, OPERATOR, now)
    change_person(db, person_id, made_up.name, made_up.email, OPERATOR, now)


def _school_id(db: Session, facts: SchoolFacts, now: datetime) -> int:
    return (find_school(db, facts.name) or add_school(db, facts, OPERATOR, now)).id
