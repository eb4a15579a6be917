"""The demonstration's people at their windows, and dates made to measure in its database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.database import open_database
from core.house import House
from core.local_time import HERE
from core.people.actor import OPERATOR
from core.people.people import person_by_email
from core.people.person import Person
from core.people.roles import Role
from core.settings import Settings
from tests.browser.conftest import WIDE
from trainings.courses.attendance import mark
from trainings.facts import DateKind
from trainings.planning.trainings import TrainingDraft, add_training
from trainings.seats.booking import book, cancel, wait
from trainings.seats.tables import BookingRow
from trainings.tables import DateRow
from ui.texts import GERMAN

EMAILS = {
    Role.TEACHER: "lehrkraft@demo.example",
    Role.HEAD: "schulleitung@demo.example",
    Role.ASSISTANT: "digitalassistenz@demo.example",
    Role.TRAINER: "trainer@demo.example",
    Role.TEAM: "team@demo.example",
}
NAMES = {
    Role.TEACHER: "Anna Sommer",
    Role.HEAD: "Martin Vogt",
    Role.ASSISTANT: "Jana Krüger",
    Role.TRAINER: "Tobias Lindner",
}
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
# A page that is none of Streamlit's is drawn at once.
DRAWN = """() => !['initial', 'running', 'rerunRequested'].includes(
  document.querySelector('[data-testid=stApp]')?.dataset.testScriptState)"""
FAR = 60  # days: beyond all dates of the demonstration


class Town:
    """Each person has one window for each size, in which they are signed in by a click."""

    def __init__(self, chromium: Browser, address: str, home: Path) -> None:
        self.address, self._chromium = address, chromium
        self.house = House("lotse@demo.example", address)
        self._database = open_database(Settings(home=home).database)
        self._contexts: dict[tuple[Role | None, tuple[int, int]], BrowserContext] = {}

    def window(self, role: Role | None, size: tuple[int, int] = WIDE) -> Page:
        """Nobody in particular where there is no role."""
        if (role, size) not in self._contexts:
            self._contexts[role, size] = self._new_context(role, size)
        return self._contexts[role, size].pages[0]

    def visit(self, role: Role, way: str, size: tuple[int, int] = WIDE) -> Page:
        """The window with this page in it, drawn to its end."""
        page = self.window(role, size)
        page.goto(f"{self.address}{way}")
        expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=60_000)
        page.wait_for_function(DRAWN)
        return page

    @contextmanager
    def writing(self) -> Iterator[Session]:
        with self._database.write.begin() as db:
            yield db

    def person(self, db: Session, role: Role) -> Person:
        found = person_by_email(db, EMAILS[role])
        assert found is not None
        return found

    def date(self, title: str, *booked: Role, starts_at: datetime | None = None, **given: Any) -> int:
        """A date of a training of its own, held by the trainer; far away and at a time of its own where
        nothing is said."""
        with self.writing() as db:
            starts_at = starts_at or local_morning(FAR + (db.scalar(select(func.max(DateRow.id))) or 0))
            draft = TrainingDraft(title, "Sie können es danach.", minutes=60, certificate_minutes=90)
            known = {
                "training_id": add_training(db, draft, OPERATOR, datetime.now(UTC)).id,
                "trainer_id": self.person(db, Role.TRAINER).id,
                "ends_at": starts_at + HOUR,
                "closes_at": starts_at,
                "cancel_until": starts_at - DAY,
                "decide_at": starts_at - DAY,
                "decided_at": starts_at - DAY,
            }
            fixed = {"kind": DateKind.FABLAB.value, "place": "FabLab, Werkbank 7", "seats": 9}
            values = {**fixed, **known, **given}
            row = DateRow(starts_at=starts_at, created_at=datetime.now(UTC) - DAY, **values)
            db.add(row)
            db.flush()
            for role in booked:
                self._book(db, row, role)
            return row.id

    def booking(self, date_id: int, role: Role) -> BookingRow:
        """As it stands now."""
        with self._database.read() as db:
            own = {"date_id": date_id, "person_id": self.person(db, role).id}
            return db.query(BookingRow).filter_by(**own).one()

    def starts_at(self, date_id: int) -> datetime:
        with self._database.read() as db:
            return db.get_one(DateRow, date_id).starts_at

    def wait(self, date_id: int, role: Role) -> None:
        with self.writing() as db:
            wait(db, date_id, self.person(db, role), datetime.now(UTC), self.house)

    def cancel(self, date_id: int, role: Role) -> None:
        with self.writing() as db:
            cancel(db, date_id, self.person(db, role), datetime.now(UTC), self.house)

    def attended(self, date_id: int, role: Role) -> None:
        booking = self.booking(date_id, role)
        with self.writing() as db:
            mark(db, booking.id, True, OPERATOR, datetime.now(UTC))

    def close(self) -> None:
        for context in self._contexts.values():
            context.close()
        self._database.close()

    def _new_context(self, role: Role | None, size: tuple[int, int]) -> BrowserContext:
        viewport = {"width": size[0], "height": size[1]}
        context = self._chromium.new_context(viewport=viewport, locale="de-DE")  # type: ignore[arg-type]
        page = context.new_page()
        if role is not None:
            page.goto(f"{self.address}/anmelden?weiter=/nachweis")
            page.get_by_role("button", name=GERMAN.frame.roles[role]).click()
            page.wait_for_url("**/nachweis*")
        return context

    def _book(self, db: Session, row: DateRow, role: Role) -> None:
        """In good time, also where the date is over."""
        now = min(datetime.now(UTC), row.starts_at - 9 * DAY)
        book(db, row.id, self.person(db, role), now, self.house, despite_overlap=True)


def local_morning(ahead: int) -> datetime:
    """At nine in the city, so many days from today on."""
    day = datetime.now(HERE) + ahead * DAY
    return day.replace(hour=9, minute=0, second=0, microsecond=0).astimezone(UTC)


def just_begun() -> datetime:
    """A moment ago, but today."""
    now = datetime.now(HERE)
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return max(now - timedelta(minutes=10), midnight).astimezone(UTC)
