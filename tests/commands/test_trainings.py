"""Trainings from the command line: the same sentences as in the portal, the same rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bootstrap import open_entrance
from core.people.person import Person
from core.settings import Settings
from manage import main
from tests.trainings.made import NOW, Made
from trainings.refusals import AlreadyBooked, Full
from ui.texts import ENGLISH
from ui.trainings.refusals import sentence


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Made]:
    monkeypatch.setenv("LOTSE_HOME", str(tmp_path))
    door = open_entrance(Settings(home=tmp_path))
    yield Made(door.database)
    door.database.close()


def ahead(days: int) -> timedelta:
    """From the tests' moment to so many days from today."""
    return datetime.now(UTC) - NOW + timedelta(days=days)


def run(*arguments: str | int) -> int:
    return main([str(argument) for argument in arguments])


def test_a_seat_is_booked_refused_and_given_back(made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = made.person(), made.person()
    date_id = made.date(seats=1, starts_in=ahead(20), training_id=made.training(title="Löten"))
    assert run("why-not", first.email, date_id) == 0
    assert run("book", first.email, date_id) == 0
    assert made.seated(date_id) == [first.id]
    capsys.readouterr()
    assert run("book", first.email, date_id) == 1
    assert run("book", second.email, date_id) == 1
    assert capsys.readouterr().err.splitlines() == [
        sentence(AlreadyBooked(), ENGLISH),
        sentence(Full(0), ENGLISH),
    ]
    assert run("why-not", second.email, date_id) == 0
    assert sentence(Full(0), ENGLISH) in capsys.readouterr().out
    assert run("trainings", second.email) == 0
    assert "Löten\t0 of 1 free, 0 waiting" in capsys.readouterr().out
    assert run("cancel-booking", first.email, date_id) == 0
    assert made.seated(date_id) == []


def test_what_is_not_there_is_told(made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    nobody: Person = made.person(role=None)
    date_id = made.date(starts_in=ahead(20))
    assert run("book", "niemand@schule.example", date_id) == 1
    assert run("book", nobody.email, date_id) == 1
    assert run("book", made.person().email, 4711) == 1
    told = capsys.readouterr().err
    assert "nobody with the address niemand@schule.example" in told
    assert "has no role yet" in told
    assert run("trainings", made.person().email) == 0


def test_the_audit_says_what_is_wrong_and_fails(made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    date_id = made.date(seats=3, starts_in=ahead(20))
    for _ in range(2):
        assert run("book", made.person().email, date_id) == 0
    assert run("audit") == 0
    assert "0 faults" in capsys.readouterr().out
    with made.database.write.begin() as db:
        db.execute(text("update training_dates set seats = 1"))
    assert run("audit") == 1
    assert "2 people hold one of 1 seats" in capsys.readouterr().out


def test_the_rounds_can_be_made_by_hand(made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    date_id = made.date(seats=3, minimum=2, starts_in=ahead(2))
    assert run("book", made.person().email, date_id) == 0
    assert run("rounds") == 0
    assert "1 cancelled" in capsys.readouterr().out
    assert made.seated(date_id) == []
