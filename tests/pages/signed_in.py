"""Somebody is signed in: a real person with a real session in the portal's own database."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from core.audit import Entry, latest
from core.database import Database
from core.people import sessions
from core.people.actor import OPERATOR
from core.people.people import Listed, search_people
from core.people.person import Person, School
from core.people.register import add_person
from core.people.roles import Role
from core.people.schools import SchoolFacts, add_school
from ui.portal import entrance

if TYPE_CHECKING:
    from tests.pages.conftest import Visit


@dataclass(frozen=True)
class House:
    """The portal with people and schools in it, seen through one browser."""

    visit: Visit
    cookies: dict[str, str]

    @property
    def database(self) -> Database:
        return entrance().database

    def school(self, name: str) -> School:
        with self.database.write.begin() as db:
            return add_school(db, SchoolFacts(name), OPERATOR, datetime.now(UTC))

    def person(self, name: str, role: Role | None, *schools: School) -> Person:
        email = f"{re.sub(r'[^a-z0-9]', '', name.lower())}@schule.example"
        with self.database.write.begin() as db:
            return add_person(
                db, name, email, role, [school.id for school in schools], OPERATOR, datetime.now(UTC)
            )

    def signed_in_as(self, role: Role | None, name: str = "Vera Visite") -> Person:
        """Somebody new, whose cookie the browser sends from now on."""
        person = self.person(name, role)
        with self.database.write.begin() as db:
            secret = sessions.begin(db, person.id, lasting=False, now=datetime.now(UTC))
        self.cookies[entrance().cookie] = secret
        return person

    def end_sessions(self, person: Person) -> None:
        with self.database.write.begin() as db:
            sessions.end_all(db, person.id)

    def open(self, page: str, **address: str) -> AppTest:
        """A page of the folder `pages`, reached through the navigation."""
        return self.visit(**address).switch_page(f"../pages/{page}").run()

    def people(self, text: str = "") -> Sequence[Listed]:
        with self.database.read() as db:
            return search_people(db, OPERATOR, text, 5000)

    def log(self) -> Sequence[Entry]:
        with self.database.read() as db:
            return latest(db)


@pytest.fixture
def house(visit: Visit, cookies: dict[str, str]) -> House:
    """Nobody is signed in yet."""
    return House(visit, cookies)


def told(at: AppTest) -> str:
    """All that is written on the page, as it is read."""
    shown = [*at.html, *at.markdown, *at.code, *at.error, *at.success]
    texts = [str(element.value) for element in shown]
    texts += [button.label for button in at.button]
    return re.sub(r"\\(.)\u2060?", r"\1", "\n".join(texts))
