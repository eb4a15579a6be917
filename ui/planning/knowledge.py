"""What the form of a date offers to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.people.person import Person, School
from core.people.schools import all_schools
from trainings.facts import Resource, Training
from trainings.planning.holidays import Holiday, holidays_of
from trainings.planning.resources import resources_of
from trainings.planning.trainings import all_trainings, trainers
from trainings.seats.office_hours import SchoolDays
from ui.portal import entrance
from ui.texts import Texts
from ui.trainings.house import house

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Known:
    """`trainers` are names by number."""

    trainings: Sequence[Training]
    resources: Sequence[Resource]
    trainers: Mapping[int, str]
    schools: Sequence[School]
    holidays: Sequence[Holiday]

    def no_school(self, day: date, t: Texts) -> str:
        """Why there is no school on that day; empty where there is."""
        free = next((each for each in self.holidays if each.first_day <= day <= each.last_day), None)
        if free:
            return free.name
        if day.weekday() >= SATURDAY:
            return t.planning.weekend
        return "" if SchoolDays(house().state).has(day) else t.planning.public_holiday


def look_up(person: Person) -> Known:
    with entrance().database.read() as db:
        return Known(
            trainings=all_trainings(db, person),
            resources=[each for each in resources_of(db, person) if each.active],
            trainers=trainers(db, person),
            schools=all_schools(db),
            holidays=holidays_of(db, person),
        )
