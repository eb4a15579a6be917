"""The lists that the administration reads in."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from core.people.importing import Imported
from core.people.people_import import import_people
from core.people.people_table import read_people
from core.people.person import Person
from core.people.roles import Right
from core.people.school_import import import_schools, read_schools
from ui.staff.reading_lists import ListKind


def _take_over_people(db: Session, data: bytes, by: Person, now: datetime) -> Imported:
    return import_people(db, read_people(data), by, now)


def _take_over_schools(db: Session, data: bytes, by: Person, now: datetime) -> Imported:
    return import_schools(db, read_schools(data), by, now)


PEOPLE_LIST = ListKind("people-list", Right.MANAGE_PEOPLE, lambda t: t.staff.people_list, _take_over_people)
SCHOOL_LIST = ListKind("school-list", Right.MANAGE_SCHOOLS, lambda t: t.staff.school_list, _take_over_schools)
