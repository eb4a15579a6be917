"""Trainings that go with a document."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.database import Database
from tests.trainings.made import DAY, HOUSE, NOW, Made
from trainings.seats.booking import book
from trainings.seats.listing import Offer, coming
from ui.library.trainings_for import fitting


@pytest.fixture
def made(database: Database) -> Made:
    return Made(database)


def titles(found: list[Offer]) -> list[str]:
    return [offer.date.training.title for offer in found]


def offers(made: Made) -> list[Offer]:
    person = made.person()
    with made.database.read() as db:
        return coming(db, person, NOW)


def test_the_next_dates_of_what_shares_most_come_first(made: Made) -> None:
    mirror = made.training(title="Spiegeln", devices=["Display", "iPad"], topics=["WLAN"])
    board = made.training(title="Tafelbild", devices=["Display"])
    printing = made.training(title="Drucken", devices=["3D-Drucker"])
    for number, training_id in enumerate((printing, board, mirror, mirror)):
        made.date(training_id=training_id, starts_in=(number + 5) * DAY)
    found = fitting(["Display", "iPad"], ["WLAN"], offers(made))
    assert titles(found) == ["Spiegeln", "Tafelbild"]
    assert found[0].date.starts_at == NOW + 7 * DAY
    assert fitting(["Moodle"], ["WLAN"], offers(made)) == []
    assert fitting([], ["WLAN"], offers(made)) == []


def test_at_most_two_and_free_ones_first(made: Made) -> None:
    for number in range(3):
        training_id = made.training(title=f"T{number}", devices=["iPad"])
        made.date(training_id=training_id, starts_in=timedelta(days=number + 5))
    assert titles(fitting(["iPad"], [], offers(made))) == ["T0", "T1"]
    full = [made.person(), made.person()]
    for person in full:
        with made.database.write.begin() as db:
            book(db, 1, person, NOW, HOUSE)
    assert titles(fitting(["iPad"], [], offers(made))) == ["T1", "T2"]
