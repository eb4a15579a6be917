"""A small town with one person for each role, each of them signed in; made once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import update
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

import ui.portal
from bootstrap import open_entrance
from core.database import open_database
from core.people import sessions
from core.people.actor import OPERATOR
from core.people.person import Person, School
from core.people.register import add_person
from core.people.roles import Role
from core.people.schools import SchoolFacts, add_school
from core.people.tables import SignedInRow
from core.settings import Settings
from tests.doubles_portal import StandInPortal
from tests.rights.town_deliveries import SCHOOLS, Supplied, supply
from tests.rights.town_trainings import Taught, teach

ROOT = Path(__file__).resolve().parents[2]
NAMES: Mapping[str, tuple[str, Role | None]] = {
    "without role": ("Nora Neumann", None),
    "teacher": ("Tina Tafel", Role.TEACHER),
    "head": ("Hans Hofmann", Role.HEAD),
    "assistant": ("Asta Adler", Role.ASSISTANT),
    "trainer": ("Timo Turm", Role.TRAINER),
    "team": ("Theo Teich", Role.TEAM),
    "admin": ("Ada Amtmann", Role.ADMIN),
}
BYSTANDER = "bystander"


@dataclass(frozen=True)
class Town:
    """`secrets` are those of the sessions, by visitor. The bystander works at the foreign school, the
    assistant at the two own ones, the others at the first of these; who looks after all has no school."""

    home: Path
    people: Mapping[str, Person]
    secrets: Mapping[str, str]
    own: School
    second: School
    foreign: School
    taught: Taught
    supplied: Supplied

    def told_of_others(self, visitor: str) -> list[str]:
        """Words that only a page about others would show to this visitor."""
        others = [person for name, person in self.people.items() if name != visitor]
        return [self.foreign.name, *(word for other in others for word in (other.name, other.email))]


@pytest.fixture(scope="session")
def made_town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    home, now = tmp_path_factory.mktemp("town"), datetime.now(UTC)
    door = open_entrance(Settings(home=home))
    with door.database.write.begin() as db:
        own, second, foreign = (add_school(db, SchoolFacts(name), OPERATOR, now) for name in SCHOOLS.values())
        at = {"assistant": [own.id, second.id], "team": [], "admin": [], BYSTANDER: [foreign.id]}
        people = {
            visitor: add_person(db, name, _email(name), role, at.get(visitor, [own.id]), OPERATOR, now)
            for visitor, (name, role) in {**NAMES, BYSTANDER: ("Bodo Beispiel", Role.TEACHER)}.items()
        }
        secrets = {
            visitor: sessions.begin(db, person.id, lasting=False, now=now)
            for visitor, person in people.items()
        }
        taught = teach(db, people, BYSTANDER, foreign)
        schools = {"own": own, "second": second, "foreign": foreign}
        supplied = supply(db, schools, people[BYSTANDER])
    door.database.close()
    return Town(home, people, secrets, own, second, foreign, taught, supplied)


@pytest.fixture
def town(made_town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Town]:
    """A copy of the town for one test, and the portal that stands in it; nothing is open to guests."""
    home = tmp_path / "home"
    shutil.copytree(made_town.home, home)
    _seen_just_now(home)
    monkeypatch.setenv("LOTSE_HOME", str(home))
    monkeypatch.setenv("LOTSE_OPEN", "nothing")
    monkeypatch.setattr(
        "bootstrap.build_portal", lambda settings, watch=False: StandInPortal(Settings(home=home))
    )
    _close()
    yield replace(made_town, home=home)
    ui.portal.entrance().database.close()
    _close()


def _seen_just_now(home: Path) -> None:
    """However long ago the town was made: a session that was not seen for minutes is written anew, and no
    test could say any more that nothing was."""
    database = open_database(Settings(home=home).database)
    with database.write.begin() as db:
        db.execute(update(SignedInRow).values(seen_at=datetime.now(UTC)))
    database.close()


@pytest.fixture
def cookies(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the browser sends with every visit."""
    sent: dict[str, str] = {}
    monkeypatch.setattr(ContextProxy, "cookies", property(lambda _: sent))
    monkeypatch.setattr(ContextProxy, "headers", property(lambda _: {}))
    monkeypatch.setattr(ContextProxy, "url", "http://localhost:8501/")
    return sent


@dataclass(frozen=True)
class Window:
    """A browser window of somebody in the town."""

    town: Town
    cookies: dict[str, str]

    def signed_in(self, visitor: str) -> None:
        """A visitor without a session in the town is a guest."""
        self.cookies.clear()
        if visitor in self.town.secrets:
            self.cookies["lotse"] = self.town.secrets[visitor]

    def opened(self, **address: str) -> AppTest:
        """The start page, from which `turned_to` leads on."""
        at = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=30)
        return _with_address(at, address).run()

    def through_the_navigation(self, page: str, **address: str) -> AppTest:
        return turned_to(self.opened(**address), page)

    def by_its_file(self, page: str, **address: str) -> AppTest:
        """The page alone, as if the navigation had let anybody pass."""
        return _with_address(AppTest.from_file(str(ROOT / "pages" / page), default_timeout=30), address).run()


def turned_to(at: AppTest, page: str) -> AppTest:
    """Another page in the same window, through the navigation."""
    return at.switch_page(f"../pages/{page}").run()


@pytest.fixture
def window(town: Town, cookies: dict[str, str]) -> Window:
    return Window(town, cookies)


Ways = Mapping[str, Callable[..., AppTest]]


@pytest.fixture
def ways(window: Window) -> Ways:
    """The two ways to run a page."""
    return {"navigation": window.through_the_navigation, "file": window.by_its_file}


def _with_address(at: AppTest, address: Mapping[str, str]) -> AppTest:
    for name, value in address.items():
        at.query_params[name] = value
    return at


def _email(name: str) -> str:
    return f"{name.lower().replace(' ', '.')}@schule.example"


def _close() -> None:
    ui.portal.portal.clear()
    ui.portal.entrance.clear()
