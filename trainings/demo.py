"""Trainings, dates and bookings of a demonstration, so that nothing is empty on the first start."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import islice

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.house import House
from core.local_time import HERE
from core.people.actor import OPERATOR
from core.people.people import person_by_email
from core.people.person import Person, School
from core.people.register import add_person
from core.people.roles import Role
from core.people.schools import find_school
from trainings.courses.attendance import mark
from trainings.courses.certificates import certificate_of
from trainings.demo_trainings import PLANS, PRINTER, RESOURCES, Plan
from trainings.facts import BookingState, DateKind, DateState
from trainings.planning.date_drafts import DateDraft
from trainings.planning.dates import add_date, add_series
from trainings.planning.resources import add_resource
from trainings.planning.trainings import add_training
from trainings.seats.booking import book, wait
from trainings.seats.office_hours import SchoolDays, school_days
from trainings.seats.tables import BookingRow
from trainings.tables import DateRow, ResourceRow, TrainingRow
from trainings.wishes.facts import WishDraft
from trainings.wishes.wishing import add_wish

TEACHER, HEAD, ASSISTANT = (
    "lehrkraft@demo.example",
    "schulleitung@demo.example",
    "digitalassistenz@demo.example",
)
TRAINER = "trainer@demo.example"
# Further made-up people, who cannot be chosen when signing in: they fill the lists.
OTHERS = (
    ("Birgit Arendt", "GS Am Westring"),
    ("Cem Aydin", "GS Am Westring"),
    ("Daniela Brandt", "Hegel-Gymnasium"),
    ("Erik Claus", "Hegel-Gymnasium"),
    ("Frauke Dietz", "FÖS Erich Kästner"),
    ("Georg Ehlert", "BBS Otto-von-Guericke"),
    ("Hanna Fuchs", "BBS Otto-von-Guericke"),
    ("Ivo Graf", "FÖS Erich Kästner"),
)
WISHES = (  # by the number of the person above
    (2, WishDraft("Podcast mit der Klasse aufnehmen", "", 5, "dienstags ab 14 Uhr")),
    (5, WishDraft("Tonaufnahmen und Podcasts im Unterricht", "", 8, "mittwochs oder donnerstags")),
    (4, WishDraft("Raspberry Pi im Förderunterricht", "", 3, "nach den Ferien")),
)
SEARCHED = 200  # days; the longest holidays have 42
PAST_DAYS = 21


def make_demo_trainings(db: Session, now: datetime, house: House) -> None:
    """Makes them where no date is coming; the people of the demonstration must be there already."""
    coming = (DateRow.starts_at > now) & (DateRow.state == DateState.PLANNED.value)
    if db.scalar(select(DateRow.id).where(coming).limit(1)) is not None:
        return
    people = [_person(db, name, school, now) for name, school in OTHERS]
    resources = _resources(db, now)
    days = school_days(db, house.state)
    dates = {plan.draft.title: list(_dates(db, plan, resources, days, now)) for plan in PLANS}
    _fill(db, dates, people, now, house)
    _look_back(db, people, now)
    for number, draft in WISHES:
        add_wish(db, draft, people[number], now)


def _person(db: Session, name: str, school: str, now: datetime) -> Person:
    email = f"{name.split()[0].lower()}@demo.example"
    at = find_school(db, school)
    known = person_by_email(db, email)
    return known or add_person(db, name, email, Role.TEACHER, [at.id] if at else [], OPERATOR, now, demo=True)


def _resources(db: Session, now: datetime) -> dict[str, int]:
    known = {row.name: row.id for row in db.execute(select(ResourceRow.name, ResourceRow.id))}
    for name, kind, place in RESOURCES:
        if name not in known:
            known[name] = add_resource(db, name, kind, place, OPERATOR, now).id
    return known


def _dates(
    db: Session, plan: Plan, resources: dict[str, int], days: SchoolDays, now: datetime
) -> Iterator[int]:
    training_id = _training(db, plan, resources, now)
    for ahead in plan.days:
        draft = _draft(db, plan, training_id, resources, _start(ahead, plan.hour, days, now), now)
        if plan.weekly == 1:
            yield add_date(db, draft, OPERATOR, now)
        else:
            starts = [_start(ahead + 5 * week, plan.hour, days, now) for week in range(plan.weekly)]
            drafts = [_draft(db, plan, training_id, resources, start, now) for start in starts]
            yield from add_series(db, drafts, OPERATOR, now)


def _training(db: Session, plan: Plan, resources: dict[str, int], now: datetime) -> int:
    known = db.scalar(select(TrainingRow.id).where(TrainingRow.title == plan.draft.title))
    draft = plan.draft
    if plan.machine:
        draft = replace(draft, authorises_id=resources[PRINTER], authorises_months=12)
    return known or add_training(db, draft, OPERATOR, now).id


def _draft(
    db: Session, plan: Plan, training_id: int, resources: dict[str, int], starts_at: datetime, now: datetime
) -> DateDraft:
    trainer = person_by_email(db, TRAINER)
    school = _first_school(db) if plan.school else None
    return DateDraft(
        training_id=training_id,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=plan.draft.minutes),
        kind=plan.kind,
        place=plan.place,
        link=plan.link,
        trainer_id=trainer.id if trainer and not plan.link else None,
        seats=plan.seats,
        minimum=plan.minimum,
        opens_at=None,
        closes_at=starts_at - timedelta(hours=2),
        cancel_until=max(starts_at - timedelta(days=2), now),
        decide_at=max(starts_at - timedelta(days=2), now + timedelta(hours=1)),
        school_cap=plan.school_cap,
        school_cap_days=5 if plan.school_cap else 0,
        school_id=school.id if school else None,
        resource_ids=tuple(resources[name] for name in plan.resources),
    )


def _first_school(db: Session) -> School | None:
    teacher = person_by_email(db, TEACHER)
    return teacher.schools[0] if teacher and teacher.schools else None


def _start(ahead: int, hour: int, days: SchoolDays, now: datetime) -> datetime:
    """At this hour of the city on the day with school that is so many such days ahead."""
    today = now.astimezone(HERE).date()
    coming = (today + timedelta(days=number) for number in range(1, SEARCHED))
    day = next(islice((day for day in coming if days.has(day)), ahead - 1, None))
    return datetime.combine(day, time(hour), HERE).astimezone(UTC)


def _fill(
    db: Session, dates: dict[str, list[int]], people: Sequence[Person], now: datetime, house: House
) -> None:
    """A full date with a list, one that is almost full, and seats of the teacher who can be chosen."""
    teacher = person_by_email(db, TEACHER)
    chosen = [teacher] if teacher else []
    printing, spectacle = dates["Einweisung am 3D-Drucker"], dates["360°-Rundgang mit der Klasse"]
    for person in people[2:6]:
        book(db, printing[0], person, now, house)
    for person in [people[7], *chosen]:
        wait(db, printing[0], person, now, house)
    for person in people[:4]:
        book(db, spectacle[0], person, now, house)
    for person in [*chosen, *people[5:7]]:
        book(db, dates["Calliope mini: das erste Programm"][0], person, now, house)


def _look_back(db: Session, people: Sequence[Person], now: datetime) -> None:
    """A date three weeks ago, which some attended: with certificate and authorisation."""
    row = _past_date(db, now)
    teacher = person_by_email(db, TEACHER)
    for number, person in enumerate([*([teacher] if teacher else []), *people[:3]], 1):
        booking = BookingRow(
            date_id=row.id,
            person_id=person.id,
            school_id=person.schools[0].id if person.schools else None,
            state=BookingState.BOOKED.value,
            seat=number,
            created_at=row.created_at,
            thanked_at=now,
        )
        db.add(booking)
        db.flush()
        mark(db, booking.id, number < 4, OPERATOR, now)
        if number < 4:
            certificate_of(db, booking.id, OPERATOR, now)


def _past_date(db: Session, now: datetime) -> DateRow:
    training = db.scalars(select(TrainingRow).where(TrainingRow.authorises_id.is_not(None))).first()
    trainer = person_by_email(db, TRAINER)
    starts_at = datetime.combine(
        now.astimezone(HERE).date() - timedelta(days=PAST_DAYS), time(14), HERE
    ).astimezone(UTC)
    row = DateRow(
        training_id=training.id if training else 0,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        kind=DateKind.FABLAB.value,
        place="FabLab, Werkstatt",
        trainer_id=trainer.id if trainer else None,
        seats=4,
        closes_at=starts_at,
        cancel_until=starts_at,
        decide_at=starts_at,
        decided_at=starts_at,
        created_at=starts_at - timedelta(days=30),
    )
    db.add(row)
    db.flush()
    return row
