"""Every view of the pages of trainings on which something is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session
from streamlit.testing.v1 import AppTest

from core.people.people import person
from core.people.person import Person
from tests.rights.conftest import Town
from tests.rights.town_trainings import DAY, HOUSE, Taught
from tests.rights.view import Before, Fills, View
from trainings.seats.booking import book, wait
from trainings.seats.tables import BookingRow
from trainings.tables import DateRow
from trainings.wishes.tables import JoinRow, WishRow
from ui.texts import GERMAN

T, C, P, W = GERMAN.trainings, GERMAN.courses, GERMAN.planning, GERMAN.wishes
Number = Callable[[Taught], int]


def _at(**address: str | Number) -> Callable[[Town], Mapping[str, str]]:
    """An address; numbers are looked up in the town."""

    def named(town: Town) -> Mapping[str, str]:
        return {
            name: each if isinstance(each, str) else str(each(town.taught)) for name, each in address.items()
        }

    return named


def _books(number: Number) -> Before:
    def before(db: Session, person_id: int, town: Town) -> None:
        book(db, number(town.taught), _known(db, person_id), datetime.now(UTC), HOUSE)

    return before


def _known(db: Session, person_id: int) -> Person:
    found = person(db, person_id)
    assert found
    return found


def _waits(db: Session, person_id: int, town: Town) -> None:
    wait(db, town.taught.booked_up, _known(db, person_id), datetime.now(UTC), HOUSE)


def _has(number: Number, **values: Any) -> Before:
    """A booking, whatever the rules say; in a seat that nobody else has."""

    def before(db: Session, person_id: int, town: Town) -> None:
        now = datetime.now(UTC)
        row = db.get_one(DateRow, number(town.taught))
        row.seats += 1
        seat = row.seats
        known = {"date_id": number(town.taught), "person_id": person_id, "seat": seat, "created_at": now}
        db.add(BookingRow(**{**known, **values}))

    return before


def _offered(db: Session, person_id: int, town: Town) -> None:
    now = datetime.now(UTC)
    offer = {"offer_ends_at": now + DAY, "waiting_since": now}
    _has(lambda taught: taught.offered, state="offered", **offer)(db, person_id, town)


def _wishes(db: Session, person_id: int, town: Town) -> None:
    """And is asked by the bystander to go together."""
    now = datetime.now(UTC)
    wish = WishRow(person_id=person_id, topic="Robotik", people=3, created_at=now)
    db.add(wish)
    db.flush()
    db.add(JoinRow(asking_id=town.taught.alone, asked_id=wish.id, asked_at=now))


def _fill_wish(at: AppTest, town: Town) -> None:
    at.text_input(key="new-wish-topic").set_value("Trickfilm")


def _open(at: AppTest, town: Town) -> None:
    at.button(key="show-calendar-address").click().run()


def _rate(at: AppTest, town: Town) -> None:
    at.radio(key=f"rating-{town.taught.past}").set_value(5)


def _fill_new_date(at: AppTest, town: Town) -> None:
    at.selectbox(key="plan-date-0-training_id").set_value(town.taught.training).run()
    at.date_input(key="plan-date-0-day").set_value((datetime.now(UTC) + 60 * DAY).date()).run()


def _fill_date(at: AppTest, town: Town) -> None:
    at.number_input(key=f"plan-date-{town.taught.held}-seats").set_value(12).run()


def _fill_message(at: AppTest, town: Town) -> None:
    at.text_input(key=f"subject-{town.taught.held}").set_value("Treffpunkt")
    at.text_area(key=f"text-{town.taught.held}").set_value("Wir treffen uns am Tor.")


def _fill_removal(number: Number) -> Fills:
    return lambda at, town: at.text_area(key=f"reason-to-remove-{number(town.taught)}").set_value("Doppelt")


def _fill_waits(at: AppTest, town: Town) -> None:
    at.text_input(key=f"reason-to-move-{town.taught.waits}").set_value("Eilt")
    _fill_removal(lambda taught: taught.waits)(at, town)


def _fill_copy(at: AppTest, town: Town) -> None:
    day = (datetime.now(UTC) + 60 * DAY).date()
    at.date_input(key=f"plan-copy-day-{town.taught.held}").set_value(day)


def _fill_cancel(at: AppTest, town: Town) -> None:
    at.text_area(key=f"plan-reason-{town.taught.held}").set_value("Krank")


def _fill_training(at: AppTest, town: Town) -> None:
    at.text_input(key=f"plan-training-{town.taught.training}-title").set_value("Lasern für wenige")


def _fill_new_training(at: AppTest, town: Town) -> None:
    at.text_input(key="plan-training-0-title").set_value("Neu")


def _fill_room(at: AppTest, town: Town) -> None:
    at.text_input(key=f"plan-resource-{town.taught.room}-name").set_value("Große Werkstatt")


def _fill_new_room(at: AppTest, town: Town) -> None:
    at.text_input(key="plan-resource-0-name").set_value("Neu")


def _fill_holidays(at: AppTest, town: Town) -> None:
    at.text_input(key="plan-holiday-name").set_value("Neu")
    for key in ("plan-holiday-first", "plan-holiday-last"):
        at.date_input(key=key).set_value((datetime.now(UTC) + 60 * DAY).date())


def _fill_answer(at: AppTest, town: Town) -> None:
    at.selectbox(key="wish-answer-date").set_value(town.taught.free)
    at.text_area(key="wish-answer-words").set_value("Dieses Jahr nicht.")


def _own(
    page: str,
    number: Number | None,
    *writes: str,
    before: Before = lambda db, person_id, town: None,
    fill: Fills = lambda at, town: None,
) -> View:
    """What anybody with a role may do for themselves."""
    return View(page, _at(termin=number) if number else _at(), fill, writes, own=True, before=before)


def _course(address: Mapping[str, str | Number], fill: Fills, *writes: str, leads: tuple[str, ...]) -> View:
    return View("courses.py", _at(**address), fill, writes, leads)


def _plan(address: Mapping[str, str | Number], fill: Fills, *writes: str, leads: tuple[str, ...]) -> View:
    return View("training_plan.py", _at(**address), fill, writes, leads)


def _nothing(at: AppTest, town: Town) -> None:
    pass


def _held(taught: Taught) -> int:
    return taught.held


DATE, MINE, WISH = "training_date.py", "my_trainings.py", "training_wish.py"
ATTENDED = _has(lambda taught: taught.past, state="booked", attended=True)
ON_THE_DATE = (C.message, C.copy)

OWN_VIEWS = {
    "trainings": _own("training_dates.py", None, T.book, T.join_list_now),
    "a date": _own(DATE, lambda taught: taught.free, T.book),
    "a full date": _own(DATE, lambda taught: taught.booked_up, T.join_list_now),
    "a seat": _own(DATE, lambda taught: taught.free, T.cancel_now, before=_books(lambda taught: taught.free)),
    "a place in the list": _own(DATE, lambda taught: taught.booked_up, T.leave_list_now, before=_waits),
    "an offer": _own(DATE, lambda taught: taught.offered, T.accept, T.refuse, before=_offered),
    "a series": _own(DATE, lambda taught: taught.series, T.book),
    "my trainings": _own(MINE, None, GERMAN.send, T.show_address, before=ATTENDED, fill=_rate),
    "my calendar": _own(
        MINE, None, T.renew_now, T.cancel_now, before=_books(lambda taught: taught.free), fill=_open
    ),
    "a wish": _own(WISH, None, W.send, fill=_fill_wish),
    "my wishes": _own(
        WISH, None, W.send, W.say_yes, W.say_no, W.withdraw_now, before=_wishes, fill=_fill_wish
    ),
}

COURSE_VIEWS = {
    "courses": _course({}, _nothing, leads=(C.more_past,)),
    "a course": _course({"termin": _held}, _nothing, leads=(C.back, *ON_THE_DATE)),
    "a full course": _course(
        {"termin": lambda taught: taught.full}, _nothing, leads=(C.back, *ON_THE_DATE, C.move_up)
    ),
    "a course that is over": _course(
        {"termin": lambda taught: taught.taught},
        _nothing,
        f"**Bodo Beispiel** Sek Fremdes Feld ***{C.here}***",
        leads=(C.back, *ON_THE_DATE),
    ),
    "a message": _course(
        {"termin": _held, "ansicht": "nachricht"}, _fill_message, C.send, leads=(C.back_to_date,)
    ),
    "a copy": _course(
        {"termin": _held, "ansicht": "kopieren"}, _nothing, C.copy_now, leads=(C.back_to_date,)
    ),
    "who comes": _course(
        {"termin": _held, "person": lambda taught: taught.seats[taught.held]},
        _fill_removal(lambda taught: taught.seats[taught.held]),
        C.remove_now,
        leads=(C.back_to_date,),
    ),
    "who waits": _course(
        {"termin": lambda taught: taught.full, "person": lambda taught: taught.waits},
        _fill_waits,
        C.move_up_now,
        C.remove_now,
        leads=(C.back_to_date,),
    ),
}

PLAN_VIEWS = {
    "dates": _plan({}, _nothing, leads=(P.new_date,)),
    "a new date": _plan({"termin": "neu"}, _fill_new_date, P.save_new, leads=(P.to_dates, P.discard)),
    "one date": _plan({"termin": _held}, _fill_date, P.save, leads=(P.to_dates, P.copy, P.cancel)),
    "copy one date": _plan(
        {"termin": _held, "tun": "kopieren"}, _fill_copy, P.copy_it, leads=(P.to_dates, P.back)
    ),
    "cancel one date": _plan(
        {"termin": _held, "tun": "absagen"}, _fill_cancel, P.cancel_it, leads=(P.to_dates, P.keep_it)
    ),
    "planned trainings": _plan({"ansicht": "fortbildungen"}, _nothing, leads=(P.new_training, P.new_date)),
    "a new training": _plan(
        {"fortbildung": "neu"}, _fill_new_training, P.save_training, leads=(P.to_trainings,)
    ),
    "one training": _plan(
        {"fortbildung": lambda taught: taught.training},
        _fill_training,
        P.save,
        P.retire,
        leads=(P.to_trainings,),
    ),
    "rooms": _plan({"ansicht": "raeume"}, _nothing, leads=(P.new_resource,)),
    "a new room": _plan({"raum": "neu"}, _fill_new_room, P.save_resource, leads=(P.to_resources,)),
    "one room": _plan(
        {"raum": lambda taught: taught.room},
        _fill_room,
        P.save,
        P.delete_resource,
        leads=(P.to_resources,),
    ),
    "holidays": _plan({"ansicht": "ferien"}, _fill_holidays, P.add_holiday, P.remove, leads=()),
    "all wishes": _plan({"ansicht": "wuensche"}, _nothing, leads=(W.answer,)),
    "one wish": _plan(
        {"ansicht": "wuensche", "wunsch": lambda taught: taught.alone},
        _fill_answer,
        W.plan,
        W.decline_now,
        leads=(W.back, W.new_date),
    ),
}

TRAINING_VIEWS: Mapping[str, View] = {**OWN_VIEWS, **COURSE_VIEWS, **PLAN_VIEWS}
