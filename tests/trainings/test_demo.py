"""The trainings of a demonstration: there from the start, true to the rules, made once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from core.people.actor import OPERATOR
from core.people.demo import make_demo_people
from core.people.people import person_by_email
from tests.trainings.made import HOUSE, NOW, Made
from trainings.demo import TEACHER, make_demo_trainings
from trainings.invariants import faults
from trainings.planning.overviews import planned_dates
from trainings.seats.listing import coming, mine
from trainings.tables import DateRow
from trainings.wishes.tables import WishRow


@pytest.mark.parametrize("days", [0, 28, 200, 250])
def test_there_is_something_in_every_state(made: Made, days: int) -> None:
    """Also in the holidays."""
    now = NOW + timedelta(days=days)
    with made.database.write.begin() as db:
        make_demo_people(db, now)
        make_demo_trainings(db, now, HOUSE)
    with made.database.read() as db:
        teacher = person_by_email(db, TEACHER)
        assert teacher
        offers, own = coming(db, teacher, now), mine(db, teacher, now)
        assert len(offers) > 15
        assert all((own.booked, own.waiting, own.past))
        assert [each.standing.certificate for each in own.past if each.standing] != [None]
        assert {offer.date.kind for offer in offers} == {"fablab", "online", "school"}
        assert any(offer.free == 0 for offer in offers)
        assert any(offer.date.series for offer in offers)
        assert faults(db, now) == []
        assert db.scalar(select(func.count()).select_from(WishRow)) == 3
        assert all(each.date.starts_at > now for each in planned_dates(db, OPERATOR, now))


def test_it_is_made_once_and_again_when_nothing_is_coming(made: Made) -> None:
    def dates() -> int:
        with made.database.read() as db:
            return db.scalar(select(func.count()).select_from(DateRow)) or 0

    counts = []
    for days in (0, 1, 120):
        with made.database.write.begin() as db:
            make_demo_people(db, NOW)
            make_demo_trainings(db, NOW + timedelta(days=days), HOUSE)
        counts.append(dates())
    assert counts[0] == counts[1] < counts[2]
