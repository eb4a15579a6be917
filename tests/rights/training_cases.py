"""The use cases of trainings: who may, and what all others get.

Each is tried on what is one's own, on what is somebody else's, and on what is for a foreign school.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from core.people.person import Person, School
from tests.rights.call import NOW, OPERATOR_HERSELF, TEAM, Call, Refusals
from tests.rights.conftest import Town
from tests.rights.town_trainings import DAY, HOUSE, SERIES
from trainings.calendars import address as calendar_address
from trainings.calendars import entries as calendar_entries
from trainings.courses import attendance, authorisations, certificates, feedback
from trainings.courses.access import booking_run, booking_seen, date_run
from trainings.facts import DateKind, ResourceKind
from trainings.planning import cancelling, dates, holidays, overviews, resources
from trainings.planning import trainings as planning
from trainings.planning.dates import DateDraft
from trainings.planning.trainings import TrainingDraft
from trainings.refusals import NoSuchBooking, NoSuchDate, NoSuchWish, NotOverYet, OnlyForSchool
from trainings.seats import booking, listing
from trainings.wishes import answering as wish_answers
from trainings.wishes import joining as wish_joins
from trainings.wishes import wishing as wishes
from trainings.wishes.facts import WishDraft
from ui.portal import entrance

LATER = NOW + 50 * DAY
BOOKERS = ("teacher", "head", "assistant", "trainer", "team", "admin")
# The team, and the trainer for what they hold.
RUNNERS = ("trainer", *TEAM)
# What only a person does; types already keep the operator away.
NO_OPERATOR: Refusals = {OPERATOR_HERSELF: AttributeError}
NO_SUCH_DATE: Refusals = {"trainer": NoSuchDate}
NO_SUCH_BOOKING: Refusals = {"trainer": NoSuchBooking}
NO_BOOKING_OF_OTHERS: Refusals = {**dict.fromkeys(BOOKERS, NoSuchBooking), **NO_OPERATOR}
NO_DATE_OF_OTHERS: Refusals = {**dict.fromkeys(BOOKERS, NoSuchDate), **NO_OPERATOR}
# Who plans sees the date, and hears for which school it is.
PLANNERS_HEAR_WHOSE: Refusals = {**NO_DATE_OF_OTHERS, "team": OnlyForSchool, "admin": OnlyForSchool}
NO_WISH_OF_OTHERS: Refusals = {**dict.fromkeys(BOOKERS, NoSuchWish), **NO_OPERATOR}
# Those whom the team and whoever holds the date are more to than to the others.
TEACHERS = ("teacher", "head", "assistant")


def _visitor(town: Town, by: Any) -> str:
    """Whose wish, join or certificate is meant where somebody acts; the teacher's for nobody."""
    return next((visitor for visitor, person in town.people.items() if person == by), "teacher")


def draft_of_town(town: Town, starts_at: datetime = LATER, school: School | None = None) -> DateDraft:
    return DateDraft(
        training_id=town.taught.training,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        kind=DateKind.ONLINE,
        place="",
        link="",
        trainer_id=None,
        seats=5,
        minimum=0,
        opens_at=None,
        closes_at=starts_at,
        cancel_until=starts_at,
        decide_at=starts_at,
        school_id=school.id if school else None,
        resource_ids=(town.taught.room,),
    )


def _add(db: Session, town: Town, by: Any) -> int:
    return dates.add_date(db, draft_of_town(town), by, NOW)


def _change(db: Session, town: Town, by: Any) -> None:
    dates.change_date(db, town.taught.held, replace(draft_of_town(town), seats=4), by, NOW, HOUSE)


def _look(db: Session, town: Town, by: Any, number: int) -> object:
    return listing.offer(db, number, by, NOW)


def _seen(town: Town, offers: list[listing.Offer]) -> None:
    """What is for the foreign school alone is not among it."""
    assert town.taught.free in {each.date.id for each in offers}
    assert town.taught.in_house not in {each.date.id for each in offers}


def _seen_by_team(town: Town, offers: list[listing.Offer]) -> None:
    assert {town.taught.in_house, town.taught.free} <= {each.date.id for each in offers}


def _only_own(db: Session, town: Town, by: Any) -> None:
    """The wishes of others are not in the list, but who would like to join is, without a name."""
    found = wishes.my_wishes(db, by)
    assert [wish.id for wish in found] == [town.taught.wishes[_visitor(town, by)]]
    told = repr(found)
    assert not [word for word in told_of_people(town, by) if word in told]


def _own_calendar(db: Session, town: Town, by: Any) -> None:
    seats = {town.taught.booked, town.taught.past}
    assert {entry[0].id for entry in calendar_entries.entries(db, by, NOW)} == seats


def _own_dates(db: Session, town: Town, by: Person) -> None:
    found = listing.mine(db, by, NOW)
    assert {each.date.id for each in found.booked} == {town.taught.booked}
    assert {each.date.id for each in found.past} == {town.taught.past}
    told = repr(found)
    assert not [word for word in told_of_people(town, by) if word in told]


def told_of_people(town: Town, by: Any) -> list[str]:
    """Names and addresses of all others, but for the trainer and the team, who hold dates."""
    hold = ("trainer", "team", _visitor(town, by))
    others = [person for visitor, person in town.people.items() if visitor not in hold]
    return [word for person in others for word in (person.name, person.email)]


def _planned(db: Session, town: Town, by: Any) -> None:
    """The trainer sees their own, the team all."""
    own = {town.taught.held, town.taught.full}
    found = {seen.date.id for seen in overviews.planned_dates(db, by, NOW)}
    if isinstance(by, Person) and _visitor(town, by) == "trainer":
        assert found == own
    else:
        assert own | {town.taught.others, town.taught.in_house} <= found


def _in_house(db: Session, town: Town, by: Any) -> None:
    """One for the foreign school alone, as the team plans it."""
    dates.add_date(db, draft_of_town(town, school=town.foreign), by, NOW)


def _take_over(db: Session, town: Town, by: Any) -> None:
    """What others get is refused before it is looked whose trainer it is."""
    with_trainer = replace(draft_of_town(town), trainer_id=town.people["trainer"].id)
    dates.add_date(db, with_trainer, by, NOW)


def _near(_text: str, others: Any) -> list[float]:
    return [1.0 if "Podcasts" in other else 0.5 for other in others]


def _alike(db: Session, town: Town, by: Any) -> None:
    """What others wish for, but not who they are and what more they said."""
    told = repr(wishes.equal_wishes(db, town.taught.wishes[_visitor(town, by)], by, _near))
    assert "Podcasts schneiden" in told
    assert not [word for word in told_of_people(town, by) if word in told]
    assert "Das steht nirgends sonst" not in told


def _seat(town: Town, number: int) -> int:
    """The bystander's booking."""
    return town.taught.seats[number]


def _may_write(db: Session, town: Town, by: Any, number: int) -> None:
    attendance.message_all(db, number, "Treffpunkt", "Wir treffen uns am Tor.", by, NOW, HOUSE)


def _case(function: str, call: Any, allowed: tuple[str, ...], **more: Any) -> Call:
    return Call(f"trainings.{function}", call, allowed, **more)


SEATS: Mapping[str, Call] = {
    "list coming dates": _case(
        "seats.listing.coming",
        lambda db, town, by: (_seen_by_team if _visitor(town, by) in {"team", "admin"} else _seen)(
            town, listing.coming(db, by, NOW)
        ),
        BOOKERS,
        writes=False,
        otherwise=NO_OPERATOR,
    ),
    "list the dates of a training": _case(
        "seats.listing.of_training",
        lambda db, town, by: listing.of_training(db, town.taught.training, by, NOW),
        BOOKERS,
        writes=False,
        otherwise=NO_OPERATOR,
    ),
    "look at a date": _case(
        "seats.listing.offer",
        lambda db, town, by: _look(db, town, by, town.taught.free),
        BOOKERS,
        writes=False,
        otherwise=NO_OPERATOR,
    ),
    "look at a date for a foreign school": _case(
        "seats.listing.offer",
        lambda db, town, by: _look(db, town, by, town.taught.in_house),
        ("team", "admin"),
        writes=False,
        otherwise={**dict.fromkeys((*TEACHERS, "trainer"), NoSuchDate), **NO_OPERATOR},
    ),
    "list one's own dates": _case(
        "seats.listing.mine", _own_dates, BOOKERS, writes=False, otherwise=NO_OPERATOR
    ),
    "book a seat": _case(
        "seats.booking.book",
        lambda db, town, by: booking.book(db, town.taught.free, by, NOW, HOUSE),
        BOOKERS,
        otherwise=NO_OPERATOR,
    ),
    "book a seat in a date for a foreign school": _case(
        "seats.booking.book",
        lambda db, town, by: booking.book(db, town.taught.in_house, by, NOW, HOUSE),
        (),
        otherwise=PLANNERS_HEAR_WHOSE,
    ),
    "book a series": _case(
        "seats.booking.book_series",
        lambda db, town, by: booking.book_series(db, SERIES, by, NOW, HOUSE),
        BOOKERS,
        otherwise=NO_OPERATOR,
    ),
    "wait": _case(
        "seats.booking.wait",
        lambda db, town, by: booking.wait(db, town.taught.booked_up, by, NOW, HOUSE),
        BOOKERS,
        otherwise=NO_OPERATOR,
    ),
    "wait for a date for a foreign school": _case(
        "seats.booking.wait",
        lambda db, town, by: booking.wait(db, town.taught.in_house, by, NOW, HOUSE),
        (),
        otherwise=PLANNERS_HEAR_WHOSE,
    ),
    "leave the list": _case(
        "seats.booking.leave",
        lambda db, town, by: booking.leave(db, town.taught.waited, by, NOW, HOUSE),
        BOOKERS,
        otherwise=NO_OPERATOR,
    ),
    "accept an offer": _case(
        "seats.booking.accept",
        lambda db, town, by: booking.accept(db, town.taught.offered, by, NOW, HOUSE),
        BOOKERS,
        otherwise=NO_OPERATOR,
    ),
    "accept where there is no offer": _case(
        "seats.booking.accept",
        lambda db, town, by: booking.accept(db, town.taught.held, by, NOW, HOUSE),
        (),
        otherwise=NO_BOOKING_OF_OTHERS,
    ),
    "refuse an offer": _case(
        "seats.booking.refuse",
        lambda db, town, by: booking.refuse(db, town.taught.offered, by, NOW, HOUSE),
        BOOKERS,
        otherwise=NO_OPERATOR,
    ),
    "give one's seat back": _case(
        "seats.booking.cancel",
        lambda db, town, by: booking.cancel(db, town.taught.booked, by, NOW, HOUSE),
        BOOKERS,
        otherwise=NO_OPERATOR,
    ),
    "give back a seat where one has none": _case(
        "seats.booking.cancel",
        lambda db, town, by: booking.cancel(db, town.taught.held, by, NOW, HOUSE),
        (),
        otherwise=NO_BOOKING_OF_OTHERS,
    ),
    "show one's code": _case(
        "courses.attendance.own_seat",
        lambda db, town, by: attendance.own_seat(db, town.taught.booked, by),
        BOOKERS,
        writes=False,
        otherwise=NO_OPERATOR,
    ),
    "show the code of others": _case(
        "courses.attendance.own_seat",
        lambda db, town, by: attendance.own_seat(db, town.taught.held, by),
        (),
        otherwise=NO_BOOKING_OF_OTHERS,
    ),
    "list what one may use": _case(
        "courses.authorisations.authorisations_of",
        lambda db, town, by: authorisations.authorisations_of(db, by, NOW),
        BOOKERS,
        writes=False,
        otherwise=NO_OPERATOR,
    ),
    "say how it was": _case(
        "courses.feedback.give_feedback",
        lambda db, town, by: feedback.give_feedback(db, town.taught.past, 5, "", by, NOW),
        BOOKERS,
        otherwise=NO_OPERATOR,
    ),
    "say how it was without having been there": _case(
        "courses.feedback.give_feedback",
        lambda db, town, by: feedback.give_feedback(db, town.taught.taught, 5, "", by, NOW),
        (),
        otherwise=NO_DATE_OF_OTHERS,
    ),
    "get one's calendar address": _case(
        "calendars.address.path_of",
        lambda db, town, by: calendar_address.path_of(db, by, entrance().signer),
        BOOKERS,
        otherwise=NO_OPERATOR,
    ),
    "renew one's calendar address": _case(
        "calendars.address.renew",
        lambda db, town, by: calendar_address.renew(db, by, NOW),
        BOOKERS,
        otherwise=NO_OPERATOR,
    ),
    "look at one's calendar": _case(
        "calendars.entries.entries", _own_calendar, BOOKERS, writes=False, otherwise=NO_OPERATOR
    ),
    "take a date into the calendar": _case(
        "calendars.entries.entry",
        lambda db, town, by: calendar_entries.entry(db, town.taught.booked, by),
        BOOKERS,
        writes=False,
        otherwise=NO_OPERATOR,
    ),
    "take a date of others into the calendar": _case(
        "calendars.entries.entry",
        lambda db, town, by: calendar_entries.entry(db, town.taught.held, by),
        (),
        otherwise=NO_BOOKING_OF_OTHERS,
    ),
}

COURSES: Mapping[str, Call] = {
    "list dates to hold": _case("planning.overviews.planned_dates", _planned, RUNNERS, writes=False),
    "look at a date to hold": _case(
        "planning.overviews.planned_date",
        lambda db, town, by: overviews.planned_date(db, town.taught.held, by),
        RUNNERS,
        writes=False,
    ),
    "look at a date that others hold": _case(
        "planning.overviews.planned_date",
        lambda db, town, by: overviews.planned_date(db, town.taught.others, by),
        TEAM,
        writes=False,
        otherwise=NO_SUCH_DATE,
    ),
    "list who comes": _case(
        "courses.attendance.participants",
        lambda db, town, by: attendance.participants(db, town.taught.held, by, NOW),
        RUNNERS,
        writes=False,
    ),
    "list who comes to others": _case(
        "courses.attendance.participants",
        lambda db, town, by: attendance.participants(db, town.taught.others, by, NOW),
        TEAM,
        writes=False,
        otherwise=NO_SUCH_DATE,
    ),
    "look at who arrives": _case(
        "courses.attendance.arrival",
        lambda db, town, by: attendance.arrival(db, _seat(town, town.taught.held), by, NOW),
        RUNNERS,
        writes=False,
    ),
    "look at who arrives at others": _case(
        "courses.attendance.arrival",
        lambda db, town, by: attendance.arrival(db, _seat(town, town.taught.others), by, NOW),
        TEAM,
        writes=False,
        otherwise=NO_SUCH_BOOKING,
    ),
    "note who was there": _case(
        "courses.attendance.mark",
        lambda db, town, by: attendance.mark(db, _seat(town, town.taught.taught), False, by, NOW),
        RUNNERS,
    ),
    "note who was there with others": _case(
        "courses.attendance.mark",
        lambda db, town, by: attendance.mark(db, _seat(town, town.taught.others_taught), False, by, NOW),
        TEAM,
        otherwise=NO_SUCH_BOOKING,
    ),
    "note oneself": _case(
        "courses.attendance.mark",
        lambda db, town, by: attendance.mark(db, town.taught.certified[_visitor(town, by)], None, by, NOW),
        TEAM,
        otherwise=NO_SUCH_BOOKING,
    ),
    "check in": _case(
        "courses.attendance.check_in",
        lambda db, town, by: attendance.check_in(db, _seat(town, town.taught.taught), by, NOW),
        RUNNERS,
    ),
    "check in with others": _case(
        "courses.attendance.check_in",
        lambda db, town, by: attendance.check_in(db, _seat(town, town.taught.others_taught), by, NOW),
        TEAM,
        otherwise=NO_SUCH_BOOKING,
    ),
    "check in too early": _case(
        "courses.attendance.check_in",
        lambda db, town, by: attendance.check_in(db, _seat(town, town.taught.held), by, NOW),
        (),
        otherwise=dict.fromkeys(RUNNERS, NotOverYet),
    ),
    "move somebody up": _case(
        "courses.attendance.set_priority",
        lambda db, town, by: attendance.set_priority(db, town.taught.waits, 5, "Eilt", by, NOW, HOUSE),
        RUNNERS,
    ),
    "move oneself up": _case(
        "courses.attendance.set_priority",
        lambda db, town, by: attendance.set_priority(db, _place(db, town, by), 5, "Eilt", by, NOW, HOUSE),
        TEAM,
        otherwise=NO_SUCH_BOOKING,
    ),
    "take somebody's seat": _case(
        "courses.attendance.remove_participant",
        lambda db, town, by: _remove(db, town, town.taught.held, by),
        RUNNERS,
    ),
    "take somebody's seat with others": _case(
        "courses.attendance.remove_participant",
        lambda db, town, by: _remove(db, town, town.taught.others, by),
        TEAM,
        otherwise=NO_SUCH_BOOKING,
    ),
    "write to all": _case(
        "courses.attendance.message_all",
        lambda db, town, by: _may_write(db, town, by, town.taught.held),
        RUNNERS,
    ),
    "write to all who come to others": _case(
        "courses.attendance.message_all",
        lambda db, town, by: _may_write(db, town, by, town.taught.others),
        TEAM,
        otherwise=NO_SUCH_DATE,
    ),
    "give a certificate": _case(
        "courses.certificates.certificate_of",
        lambda db, town, by: certificates.certificate_of(db, _seat(town, town.taught.taught), by, NOW),
        RUNNERS,
        otherwise=dict.fromkeys(TEACHERS, NoSuchBooking),
    ),
    "give a certificate of others": _case(
        "courses.certificates.certificate_of",
        lambda db, town, by: certificates.certificate_of(db, _seat(town, town.taught.others_taught), by, NOW),
        TEAM,
        otherwise=dict.fromkeys((*TEACHERS, "trainer"), NoSuchBooking),
    ),
    "get one's own certificate": _case(
        "courses.certificates.certificate_of",
        lambda db, town, by: certificates.certificate_of(
            db, town.taught.certified[_visitor(town, by)], by, NOW
        ),
        (*BOOKERS, OPERATOR_HERSELF),
        writes=False,  # it is there
    ),
    "look at what was said": _case(
        "courses.feedback.feedback_of",
        lambda db, town, by: feedback.feedback_of(db, town.taught.taught, by),
        RUNNERS,
        writes=False,
    ),
    "look at what was said of others": _case(
        "courses.feedback.feedback_of",
        lambda db, town, by: feedback.feedback_of(db, town.taught.others_taught, by),
        TEAM,
        writes=False,
        otherwise=NO_SUCH_DATE,
    ),
    "copy a date": _case(
        "planning.dates.copy_date",
        lambda db, town, by: dates.copy_date(db, town.taught.held, LATER, by, NOW),
        RUNNERS,
    ),
    "copy a date of others": _case(
        "planning.dates.copy_date",
        lambda db, town, by: dates.copy_date(db, town.taught.others, LATER, by, NOW),
        TEAM,
        otherwise=NO_SUCH_DATE,
    ),
    # what the portal's other parts ask
    "find a date to hold": _case(
        "courses.access.date_run",
        lambda db, town, by: date_run(db, town.taught.held, by),
        RUNNERS,
        writes=False,
    ),
    "find a date of others to hold": _case(
        "courses.access.date_run",
        lambda db, town, by: date_run(db, town.taught.others, by),
        TEAM,
        writes=False,
        otherwise=NO_SUCH_DATE,
    ),
    "find a booking to look at": _case(
        "courses.access.booking_seen",
        lambda db, town, by: booking_seen(db, _seat(town, town.taught.held), by),
        RUNNERS,
        writes=False,
    ),
    "find a booking of others to look at": _case(
        "courses.access.booking_seen",
        lambda db, town, by: booking_seen(db, _seat(town, town.taught.others), by),
        TEAM,
        writes=False,
        otherwise=NO_SUCH_BOOKING,
    ),
    "find a booking to change": _case(
        "courses.access.booking_run",
        lambda db, town, by: booking_run(db, _seat(town, town.taught.held), by),
        RUNNERS,
        writes=False,
    ),
    "find a booking of others to change": _case(
        "courses.access.booking_run",
        lambda db, town, by: booking_run(db, _seat(town, town.taught.others), by),
        TEAM,
        writes=False,
        otherwise=NO_SUCH_BOOKING,
    ),
}

PLANS: Mapping[str, Call] = {
    "plan a date": _case("planning.dates.add_date", _add, TEAM),
    "plan a date for a school": _case("planning.dates.add_date", _in_house, TEAM),
    "plan a date for a trainer": _case("planning.dates.add_date", _take_over, TEAM),
    "plan a series": _case(
        "planning.dates.add_series",
        lambda db, town, by: dates.add_series(
            db, [draft_of_town(town), draft_of_town(town, LATER + DAY)], by, NOW
        ),
        TEAM,
    ),
    "change a date": _case("planning.dates.change_date", _change, TEAM),
    "cancel a date": _case(
        "planning.cancelling.cancel_date",
        lambda db, town, by: cancelling.cancel_date(db, town.taught.held, "Krank", by, NOW, HOUSE),
        TEAM,
    ),
    "list trainings": _case(
        "planning.trainings.all_trainings",
        lambda db, town, by: planning.all_trainings(db, by),
        TEAM,
        writes=False,
    ),
    "list trainers": _case(
        "planning.trainings.trainers", lambda db, town, by: planning.trainers(db, by), TEAM, writes=False
    ),
    "add a training": _case(
        "planning.trainings.add_training",
        lambda db, town, by: planning.add_training(db, TrainingDraft("Neu"), by, NOW),
        TEAM,
    ),
    "change a training": _case(
        "planning.trainings.change_training",
        lambda db, town, by: planning.change_training(
            db, town.taught.training, TrainingDraft("Neu"), by, NOW
        ),
        TEAM,
    ),
    "retire a training": _case(
        "planning.trainings.set_training_active",
        lambda db, town, by: planning.set_training_active(db, town.taught.training, False, by, NOW),
        TEAM,
    ),
    "list rooms and machines": _case(
        "planning.resources.resources_of",
        lambda db, town, by: resources.resources_of(db, by),
        TEAM,
        writes=False,
    ),
    "add a machine": _case(
        "planning.resources.add_resource",
        lambda db, town, by: resources.add_resource(db, "Neu", ResourceKind.MACHINE, "", by, NOW),
        TEAM,
    ),
    "change a machine": _case(
        "planning.resources.change_resource",
        lambda db, town, by: resources.change_resource(db, town.taught.machine, "Neu", "", True, by, NOW),
        TEAM,
    ),
    "delete a room": _case(
        "planning.resources.delete_resource",
        lambda db, town, by: resources.delete_resource(db, town.taught.room, by, NOW),
        TEAM,
    ),
    "list holidays": _case(
        "planning.holidays.holidays_of", lambda db, town, by: holidays.holidays_of(db, by), TEAM, writes=False
    ),
    "add holidays": _case(
        "planning.holidays.add_holiday",
        lambda db, town, by: holidays.add_holiday(db, "Neu", date(2030, 1, 1), date(2030, 1, 2), by, NOW),
        TEAM,
    ),
    "remove holidays": _case(
        "planning.holidays.remove_holiday",
        lambda db, town, by: holidays.remove_holiday(db, town.taught.holiday, by, NOW),
        TEAM,
    ),
}

WISHES: Mapping[str, Call] = {
    "wish for a training": _case(
        "wishes.wishing.add_wish",
        lambda db, town, by: wishes.add_wish(db, WishDraft("Trickfilm"), by, NOW),
        BOOKERS,
        otherwise=NO_OPERATOR,
    ),
    "list one's wishes": _case(
        "wishes.wishing.my_wishes", _only_own, BOOKERS, writes=False, otherwise=NO_OPERATOR
    ),
    "withdraw a wish": _case(
        "wishes.wishing.withdraw_wish",
        lambda db, town, by: _withdraw(db, town.taught.wishes[_visitor(town, by)], by),
        BOOKERS,
        otherwise=NO_OPERATOR,
    ),
    "withdraw the wish of others": _case(
        "wishes.wishing.withdraw_wish",
        lambda db, town, by: _withdraw(db, town.taught.alone, by),
        (),
        otherwise=NO_WISH_OF_OTHERS,
    ),
    "find wishes like one's own": _case(
        "wishes.wishing.equal_wishes", _alike, BOOKERS, writes=False, otherwise=NO_OPERATOR
    ),
    "find wishes like those of others": _case(
        "wishes.wishing.equal_wishes",
        lambda db, town, by: wishes.equal_wishes(db, town.taught.alone, by, _near),
        (),
        otherwise=NO_WISH_OF_OTHERS,
    ),
    "ask to go together": _case(
        "wishes.joining.ask_to_join",
        lambda db, town, by: wish_joins.ask_to_join(
            db, town.taught.wishes[_visitor(town, by)], town.taught.alone, by, NOW, HOUSE
        ),
        BOOKERS,
        otherwise=NO_OPERATOR,
    ),
    "ask to go together for others": _case(
        "wishes.joining.ask_to_join",
        lambda db, town, by: wish_joins.ask_to_join(
            db, town.taught.alone, town.taught.wishes[_visitor(town, by)], by, NOW, HOUSE
        ),
        (),
        otherwise=NO_WISH_OF_OTHERS,
    ),
    "answer who asks": _case(
        "wishes.joining.answer_join",
        lambda db, town, by: _answer(db, town.taught.joins[_visitor(town, by)], by),
        BOOKERS,
        otherwise=NO_OPERATOR,
    ),
    "answer for others": _case(
        "wishes.joining.answer_join",
        lambda db, town, by: _answer(db, town.taught.joins["without role"], by),
        (),
        otherwise=NO_WISH_OF_OTHERS,
    ),
    "list all wishes": _case(
        "wishes.answering.wishes_for_team",
        lambda db, town, by: wish_answers.wishes_for_team(db, by),
        TEAM,
        writes=False,
    ),
    "fulfil a wish": _case(
        "wishes.answering.plan_wishes",
        lambda db, town, by: wish_answers.plan_wishes(
            db, [town.taught.alone], town.taught.free, by, NOW, HOUSE
        ),
        TEAM,
    ),
    "fulfil a wish with a date for another school": _case(
        "wishes.answering.plan_wishes",
        lambda db, town, by: wish_answers.plan_wishes(
            db, [town.taught.wishes["teacher"]], town.taught.in_house, by, NOW, HOUSE
        ),
        (),
        otherwise=dict.fromkeys(TEAM, NoSuchDate),
    ),
    "decline a wish": _case(
        "wishes.answering.decline_wish",
        lambda db, town, by: wish_answers.decline_wish(
            db, town.taught.alone, "Dieses Jahr nicht.", by, NOW, HOUSE
        ),
        TEAM,
    ),
}

TRAINING_CASES: Mapping[str, Call] = {**SEATS, **COURSES, **PLANS, **WISHES}


def _place(db: Session, town: Town, by: Any) -> int:
    """The booking of a place in the list."""
    found = listing.offer(db, town.taught.waited, town.people["teacher"], NOW)
    own = listing.offer(db, town.taught.waited, by, NOW) if isinstance(by, Person) and by.role else found
    assert own.standing
    return own.standing.booking_id


def _remove(db: Session, town: Town, number: int, by: Any) -> None:
    attendance.remove_participant(db, _seat(town, number), "Doppelt", by, NOW, HOUSE)


def _withdraw(db: Session, number: int, by: Any) -> None:
    wishes.withdraw_wish(db, number, by, NOW, HOUSE)


def _answer(db: Session, number: int, by: Any) -> None:
    wish_joins.answer_join(db, number, True, by, NOW, HOUSE)
