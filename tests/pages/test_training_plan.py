"""The pages of the city's team on which trainings are planned: dates, trainings, rooms, school holidays."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import delete
from streamlit.testing.v1 import AppTest

from core.house import House
from core.people.actor import OPERATOR
from core.people.person import Person, SchoolKind
from core.people.roles import Role
from tests.pages.conftest import labels, press
from tests.pages.signed_in import House as Portal
from tests.pages.signed_in import told
from trainings.facts import DateKind, DateState, Resource, ResourceKind, Training
from trainings.planning.dates import (
    DateDraft,
    Overview,
    add_date,
    add_series,
    cancel_date,
    change_date,
    draft_of,
)
from trainings.planning.dates import planned_dates as planned
from trainings.planning.holidays import add_holiday, holidays_of
from trainings.planning.resources import add_resource, resources_of
from trainings.planning.trainings import TrainingDraft, add_training, all_trainings, set_training_active
from trainings.seats.booking import book
from trainings.seats.office_hours import SchoolDays
from trainings.tables import DateRow, HolidayRow
from ui.planning.typed import Typed, before, draft, fitting, later, moment, news, typed_of
from ui.texts import GERMAN

P = GERMAN.planning
MAILS = House("lotse@stadt.example", "https://lotse.example")
NOW = datetime.now(UTC)
SCHOOL = SchoolDays("ST")
ADDRESSES: list[dict[str, str]] = [
    {},
    {"termin": "neu"},
    {"termin": "1"},
    {"fortbildung": "neu"},
    {"ansicht": "raeume"},
    {"raum": "neu"},
    {"ansicht": "ferien"},
    {"ansicht": "wuensche"},
]
PRINTER = TrainingDraft("3D-Druck", minutes=120, devices=("3D-Drucker",), certificate_minutes=90)


@pytest.fixture
def team(house: Portal) -> Person:
    return house.signed_in_as(Role.TEAM)


def in_future(days: int) -> date:
    """A Tuesday so many days from now, or soon after."""
    day = NOW.date() + timedelta(days=days)
    return day + timedelta(days=(1 - day.weekday()) % 7)


def without_holidays(house: Portal) -> date:
    """No school holidays are known any more. A Tuesday that begins a month of weeks with school."""
    with house.database.write.begin() as db:
        db.execute(delete(HolidayRow))
    days = (in_future(30) + timedelta(weeks=count) for count in range(52))
    return next(day for day in days if all(SCHOOL.has(day + timedelta(weeks=week)) for week in range(5)))


def a_training(house: Portal, facts: TrainingDraft = PRINTER) -> Training:
    with house.database.write.begin() as db:
        return add_training(db, facts, OPERATOR, NOW)


def a_machine(house: Portal, name: str = "Lasercutter") -> Resource:
    with house.database.write.begin() as db:
        return add_resource(db, name, ResourceKind.MACHINE, "Werkraum", OPERATOR, NOW)


def a_date(house: Portal, training: Training, days: int = 30, **facts: Any) -> int:
    with house.database.write.begin() as db:
        return add_date(db, wanted(training, days, **facts), OPERATOR, NOW)


def wanted(training: Training, days: int = 30, **facts: Any) -> DateDraft:
    typed = Typed(training_id=training.id, day=in_future(days), place="FabLab", minimum=0)
    return replace(draft(typed, training.id, in_future(days)), **facts)


def booked(house: Portal, date_id: int, *names: str) -> None:
    for name in names:
        person = house.person(name, Role.TEACHER)
        with house.database.write.begin() as db:
            book(db, date_id, person, NOW, MAILS)


def dates(house: Portal) -> list[Overview]:
    with house.database.read() as db:
        return planned(db, OPERATOR, NOW)


def field(number: int, name: str) -> str:
    return f"plan-date-{number}-{name}"


def choose(at: AppTest, key: str, value: object) -> AppTest:
    """By what is kept, as a select box gives it."""
    return at.selectbox(key=key).set_value(value).run()


def new_date(house: Portal, training: Training, day: date | None = None) -> AppTest:
    """The form of a new date of the training, with its day."""
    at = house.open("training_plan.py", termin="neu", fortbildung=str(training.id))
    return at.date_input(key=field(0, "day")).set_value(day or in_future(30)).run()


@pytest.mark.parametrize("role", [Role.TEACHER, Role.HEAD, Role.ASSISTANT, Role.TRAINER])
def test_planning_is_not_for_everyone(house: Portal, role: Role) -> None:
    a_date(house, a_training(house))
    a_machine(house)
    house.signed_in_as(role)
    for address in ADDRESSES:
        at = house.open("training_plan.py", **address)
        assert GERMAN.frame.not_for_role in told(at)
        assert "3D-Druck" not in told(at)
        assert "Lasercutter" not in told(at)
        assert not at.text_input


def test_a_guest_sees_nothing_of_the_plan(house: Portal) -> None:
    a_date(house, a_training(house))
    for address in ADDRESSES:
        at = house.open("training_plan.py", **address)
        assert GERMAN.frame.signed_out in told(at)
        assert "3D-Druck" not in told(at)


def test_where_nothing_is_planned_the_first_step_is_shown(house: Portal, team: Person) -> None:
    at = house.open("training_plan.py")
    assert P.no_dates in told(at)
    at = press(at, P.new_date)
    assert P.first_a_training in told(at)
    at = press(at, P.new_training)
    assert P.new_training_title in told(at)


def test_dates_are_told_with_how_full_they_are(house: Portal, team: Person) -> None:
    training = a_training(house)
    full = a_date(house, training, seats=2)
    booked(house, full, "Petra Eins", "Paul Zwei")
    below = a_date(house, training, 60, minimum=3, place="<b>Keller</b>")
    booked(house, below, "Pia Drei")
    gone = a_date(house, training, 90, place="")
    with house.database.write.begin() as db:
        cancel_date(db, gone, "Wasserschaden", OPERATOR, NOW, MAILS)
    said = told(house.open("training_plan.py"))
    assert P.many_dates.format(count=3) in said
    assert P.full.format(seats=2) in said
    assert P.taken.format(taken=1, seats=12) in said
    assert P.many_missing.format(count=2) + ", Entscheidung am" in said
    assert P.cancelled_because.format(reason="Wasserschaden") in said
    assert "&lt;b&gt;Keller" in said


def test_dates_are_searched_narrowed_and_past_ones_seen_on_demand(house: Portal, team: Person) -> None:
    training, other = a_training(house), a_training(house, TrainingDraft("Moodle"))
    a_date(house, training, 30, minimum=3)
    a_date(house, other, 60)
    old = a_date(house, a_training(house, TrainingDraft("Gestern schon")), 30)
    with house.database.write.begin() as db:
        row = db.get_one(DateRow, old)
        for name in ("opens_at", "closes_at", "cancel_until", "decide_at"):
            setattr(row, name, None if name == "opens_at" else NOW - timedelta(days=9))
        row.starts_at, row.ends_at = NOW - timedelta(days=8), NOW - timedelta(days=7)
    at = house.open("training_plan.py")
    assert "Gestern schon" not in told(at)
    at.text_input(key="plan-dates-search").set_value("moodle").run()
    assert P.one_date in told(at)
    assert "3D-Druck" not in told(at)
    at.text_input(key="plan-dates-search").set_value("gibt es nicht").run()
    assert P.none in told(at)
    at.text_input(key="plan-dates-search").set_value("").run()
    at.pills(key="plan-dates-which").set_value("below").run()
    assert "**3D\\-Druck**" in labels(at)
    assert "**Moodle**" not in labels(at)
    at.pills(key="plan-dates-which").set_value("past").run()
    assert "**Gestern schon**" in labels(at)
    assert "**3D\\-Druck**" not in labels(at)


def test_a_date_needs_only_a_training_and_a_day(house: Portal, team: Person) -> None:
    training = a_training(house)
    at = new_date(house, training)
    assert P.closes.split("{")[0] in told(at)
    at = press(at, P.save_new)
    (seen,) = dates(house)
    start = moment(in_future(30), time(14))
    assert (seen.date.starts_at, seen.date.ends_at) == (start, start + timedelta(hours=2))
    assert (seen.date.kind, seen.date.place, seen.date.seats) == (DateKind.FABLAB, P.fablab, 12)
    assert seen.date.opens_at is None
    assert seen.date.closes_at == before(start, timedelta(days=1))
    assert seen.date.cancel_until == seen.date.decide_at == before(start, timedelta(days=3))
    assert at.query_params["termin"] == str(seen.date.id)
    assert at.success


def test_the_end_follows_the_start_and_the_length_of_the_training(house: Portal, team: Person) -> None:
    short = a_training(house, TrainingDraft("Kurz", minutes=45))
    at = new_date(house, short)
    assert at.selectbox(key=field(0, "ends")).value == time(14, 45)
    at = choose(at, field(0, "begins"), time(9, 30))
    assert at.selectbox(key=field(0, "ends")).value == time(10, 15)
    at = choose(at, field(0, "ends"), time(11))
    at = choose(at, field(0, "begins"), time(10))
    assert at.selectbox(key=field(0, "ends")).value == time(11, 30)


def test_deadlines_are_shown_to_who_wants_others(house: Portal, team: Person) -> None:
    at = new_date(house, a_training(house))
    assert field(0, "closes") not in {box.key for box in at.selectbox}
    at.checkbox(key=field(0, "own_deadlines")).check().run()
    choose(at, field(0, "closes"), timedelta(days=7))
    at.checkbox(key=field(0, "opens_later")).check().run()
    assert P.opening_missing in told(press(at, P.save_new))
    at.date_input(key=field(0, "opens_on")).set_value(in_future(7)).run()
    press(at, P.save_new)
    (seen,) = dates(house)
    assert seen.date.closes_at == before(seen.date.starts_at, timedelta(days=7))
    assert seen.date.opens_at == moment(in_future(7), time(8))


def test_a_date_that_is_soon_has_shorter_deadlines(house: Portal, team: Person) -> None:
    training = a_training(house)
    at = house.open("training_plan.py", termin="neu", fortbildung=str(training.id))
    at.date_input(key=field(0, "day")).set_value(NOW.date() + timedelta(days=2)).run()
    press(at, P.save_new)
    (seen,) = dates(house)
    assert seen.date.closes_at > NOW + timedelta(hours=12)
    assert seen.date.decide_at > NOW + timedelta(hours=12)


def test_a_series_is_seen_before_it_is_saved(house: Portal, team: Person) -> None:
    first = without_holidays(house)
    at = new_date(house, a_training(house), first)
    at = choose(at, field(0, "repeat"), 2)
    at.number_input(key=field(0, "times")).set_value(3).run()
    days = [first + timedelta(weeks=2 * count) for count in range(3)]
    pills = at.pills(key=field(0, "days"))
    assert [option.replace("\\", "") for option in pills.options] == [f"Di, {day:%d.%m.%Y}" for day in days]
    pills.set_value([days[0], days[2]]).run()
    at = press(at, P.save_series.format(count=2))
    one, other = (seen.date for seen in dates(house))
    assert [one.starts_at, other.starts_at] == [moment(day, time(14)) for day in (days[0], days[2])]
    assert one.series == other.series is not None
    assert other.closes_at == before(other.starts_at, timedelta(days=1))
    assert P.series_planned.format(count=2) in told(at)


def test_a_series_without_a_day_is_no_series(house: Portal, team: Person) -> None:
    at = new_date(house, a_training(house), without_holidays(house))
    at = choose(at, field(0, "repeat"), 1)
    at.pills(key=field(0, "days")).set_value([]).run()
    assert P.days_missing in told(press(at, P.save_new))
    assert dates(house) == []


def test_days_without_school_are_named_and_left_out_of_a_series(house: Portal, team: Person) -> None:
    training, first = a_training(house), without_holidays(house)
    free = first + timedelta(weeks=1)
    with house.database.write.begin() as db:
        add_holiday(db, "Lotsenferien", free, free, OPERATOR, NOW)
    at = new_date(house, training, first)
    assert "Lotsenferien" not in told(at)
    at = choose(at, field(0, "repeat"), 1)
    pills = at.pills(key=field(0, "days"))
    assert "Lotsenferien" in pills.options[1]
    assert pills.value == [first + timedelta(weeks=week) for week in (0, 2, 3)]
    at.date_input(key=field(0, "day")).set_value(free).run()
    assert "Lotsenferien" in told(at)


def test_a_clash_is_named_and_nothing_typed_is_lost(house: Portal, team: Person) -> None:
    training, cutter = a_training(house), a_machine(house)
    a_date(house, a_training(house, TrainingDraft("Gravieren")), resource_ids=(cutter.id,))
    at = new_date(house, training)
    at.multiselect(key=field(0, "resource_ids")).set_value([cutter.id]).run()
    at.text_input(key=field(0, "place")).set_value("Werkraum").run()
    at = press(at, P.save_new)
    (said,) = [str(error.value) for error in at.error]
    for word in ("Lasercutter", "Gravieren", f"{in_future(30).day}", "14"):
        assert word in said
    assert at.text_input(key=field(0, "place")).value == "Werkraum"
    assert at.multiselect(key=field(0, "resource_ids")).value == [cutter.id]
    assert len(dates(house)) == 1


def test_what_is_missing_or_wrong_is_said_in_a_sentence(house: Portal, team: Person) -> None:
    training = a_training(house)
    at = press(house.open("training_plan.py", termin="neu"), P.save_new)
    assert P.training_missing in told(at)
    at = press(choose(at, field(0, "training_id"), training.id), P.save_new)
    assert P.day_missing in told(at)
    at.date_input(key=field(0, "day")).set_value(in_future(30)).run()
    at.segmented_control(key=field(0, "kind")).set_value(DateKind.ONLINE).run()
    at.text_input(key=field(0, "link")).set_value("http://unsicher.example").run()
    at = press(at, P.save_new)
    assert at.error
    assert at.text_input(key=field(0, "link")).value == "http://unsicher.example"
    at.text_input(key=field(0, "link")).set_value("https://sicher.example").run()
    at = choose(at, field(0, "ends"), time(9))
    assert press(at, P.save_new).error
    choose(at, field(0, "ends"), time(16))
    press(at, P.save_new)
    (seen,) = dates(house)
    assert (seen.date.kind, seen.date.link, seen.date.place) == (
        DateKind.ONLINE,
        "https://sicher.example",
        "",
    )


def test_the_place_that_is_proposed_is_that_of_the_fablab(house: Portal, team: Person) -> None:
    at = new_date(house, a_training(house))
    at.segmented_control(key=field(0, "kind")).set_value(DateKind.SCHOOL).run()
    assert at.text_input(key=field(0, "place")).value == ""
    assert press(at, P.save_new).error, "a date at a school needs a place"
    at.segmented_control(key=field(0, "kind")).set_value(DateKind.FABLAB).run()
    assert at.text_input(key=field(0, "place")).value == P.fablab


def test_what_was_typed_comes_back_with_its_field(house: Portal, team: Person) -> None:
    at = new_date(house, a_training(house))
    at.text_input(key=field(0, "place")).set_value("Dachboden").run()
    at.segmented_control(key=field(0, "kind")).set_value(DateKind.ONLINE).run()
    at.segmented_control(key=field(0, "kind")).set_value(DateKind.SCHOOL).run()
    assert at.text_input(key=field(0, "place")).value == "Dachboden"


def test_a_date_for_one_school_with_a_share_of_seats(house: Portal, team: Person) -> None:
    training, school = a_training(house), house.school("GS Am Park")
    trainer = house.person("Toni Trainer", Role.TRAINER)
    at = new_date(house, training)
    at = choose(at, field(0, "school_id"), school.id)
    at = choose(at, field(0, "trainer_id"), trainer.id)
    at.checkbox(key=field(0, "capped")).check().run()
    at.number_input(key=field(0, "cap")).set_value(3).run()
    press(at, P.save_new)
    (seen,) = dates(house)
    assert (seen.date.school_id, seen.date.trainer_id) == (school.id, trainer.id)
    assert (seen.date.school_cap, seen.date.school_cap_days) == (3, 7)
    assert P.only_for.format(school="GS Am Park") in told(house.open("training_plan.py"))


def test_a_change_says_how_many_people_are_told(house: Portal, team: Person) -> None:
    number = a_date(house, a_training(house))
    booked(house, number, "Petra Eins", "Paul Zwei")
    at = house.open("training_plan.py", termin=str(number))
    tells = P.change_tells_many.format(count=2)
    assert tells not in told(at)
    at = choose(at, field(number, "begins"), time(15))
    assert tells in told(at)
    at = press(at, P.save)
    assert P.many_are_told.format(count=2) in told(at)
    (seen,) = dates(house)
    assert seen.date.starts_at == moment(in_future(30), time(15))


def test_more_seats_are_no_news(house: Portal, team: Person) -> None:
    number = a_date(house, a_training(house))
    booked(house, number, "Petra Eins")
    at = house.open("training_plan.py", termin=str(number))
    at.number_input(key=field(number, "seats")).set_value(15).run()
    at = press(at, P.save)
    assert P.saved in told(at)
    assert P.one_is_told not in told(at)
    assert dates(house)[0].date.seats == 15


def test_saving_without_a_change_keeps_everything(house: Portal, team: Person) -> None:
    training, cutter = a_training(house), a_machine(house)
    number = a_date(
        house,
        training,
        resource_ids=(cutter.id,),
        opens_at=moment(in_future(8), time(9, 5)),
        closes_at=moment(in_future(30), time(13, 10)),
        school_cap=2,
        school_cap_days=5,
    )
    (was,) = dates(house)
    press(house.open("training_plan.py", termin=str(number)), P.save)
    (seen,) = dates(house)
    assert draft_of(seen.date) == draft_of(was.date)


def test_nobody_changes_a_date_over_the_head_of_others(house: Portal, team: Person) -> None:
    training = a_training(house)
    number = a_date(house, training)
    at = house.open("training_plan.py", termin=str(number))
    with house.database.write.begin() as db:
        change_date(db, number, wanted(training, seats=5), OPERATOR, NOW, MAILS)
    at.text_input(key=field(number, "place")).set_value("Keller")
    at = press(at, P.save)
    assert P.overtaken in told(at)
    (seen,) = dates(house)
    assert (seen.date.seats, seen.date.place) == (5, "FabLab")
    assert at.number_input(key=field(number, "seats")).value == 5


def test_a_date_is_copied_with_its_deadlines(house: Portal, team: Person) -> None:
    number = a_date(house, a_training(house), seats=7)
    at = press(house.open("training_plan.py", termin=str(number)), P.copy)
    assert P.day_missing in told(press(at, P.copy_it))
    at.date_input(key=f"plan-copy-day-{number}").set_value(in_future(60)).run()
    at = press(at, P.copy_it)
    second = dates(house)[1]
    assert second.date.starts_at == moment(in_future(60), time(14))
    assert second.date.seats == 7
    assert second.date.closes_at == before(second.date.starts_at, timedelta(days=1))
    assert at.query_params["termin"] == str(second.date.id)
    assert P.copied in told(at)


def test_a_date_is_cancelled_with_a_reason_that_all_are_told(house: Portal, team: Person) -> None:
    number = a_date(house, a_training(house))
    booked(house, number, "Petra Eins", "Paul Zwei")
    at = press(house.open("training_plan.py", termin=str(number)), P.cancel)
    assert P.cancel_tells_many.format(count=2) in told(at)
    at = press(at, P.cancel_it)
    assert at.error
    assert dates(house)[0].date.state is DateState.PLANNED
    at.text_area(key=f"plan-reason-{number}").set_value("Die Trainerin ist krank.").run()
    at = press(at, P.cancel_it)
    (seen,) = dates(house)
    assert seen.date.state is DateState.CANCELLED
    assert P.many_are_told.format(count=2) in told(at)
    assert P.cancelled_because.format(reason="Die Trainerin ist krank.") in told(at)
    assert P.save not in labels(at)
    assert P.cancel not in labels(at)


def test_whoever_thinks_better_of_it_cancels_nothing(house: Portal, team: Person) -> None:
    number = a_date(house, a_training(house))
    at = press(house.open("training_plan.py", termin=str(number)), P.cancel)
    assert P.cancel_tells_nobody in told(at)
    at = press(at, P.keep_it)
    assert P.save in labels(at)
    assert dates(house)[0].date.state is DateState.PLANNED


@pytest.mark.parametrize("number", ["9999", "0", "abc", "-1", "99999999999999999999"])
def test_links_to_nothing_are_answered_kindly(house: Portal, team: Person, number: str) -> None:
    for name, said in (
        ("termin", P.date_gone),
        ("fortbildung", P.training_gone),
        ("raum", P.resource_gone),
    ):
        at = house.open("training_plan.py", **{name: number})
        assert said in told(at)
        assert not at.exception


def test_a_training_is_added_and_changed(house: Portal, team: Person) -> None:
    cutter = a_machine(house)
    at = press(house.open("training_plan.py", ansicht="fortbildungen"), P.new_training)
    key = "plan-training-0-{}".format
    at.text_input(key=key("title")).set_value("Gravieren")
    at.multiselect(key=key("audience")).set_value([SchoolKind.GYM])
    at.multiselect(key=key("devices")).set_value(["Gimp"])
    at.text_input(key=key("topics")).set_value("Werken,  Kunst ,")
    at.selectbox(key=key("minutes")).set_value(150)
    at.selectbox(key=key("certificate_minutes")).set_value(135)
    assert at.selectbox(key=key("authorises_id")).value == 0, "an empty box speaks English"
    at = choose(at, key("authorises_id"), cutter.id)
    at.number_input(key=key("authorises_months")).set_value(6)
    at = press(at, P.save_training)
    assert "Gravieren" in told(at)
    with house.database.read() as db:
        (training,) = all_trainings(db, OPERATOR)
    assert (training.audience, training.devices) == ((SchoolKind.GYM,), ("Gimp",))
    assert training.topics == ("Werken", "Kunst")
    assert (training.minutes, training.certificate_minutes) == (150, 135)
    assert (training.authorises, training.authorises_months) == (cutter, 6)
    at.button(key=f"open-training-{training.id}").click().run()
    at.text_area(key=f"plan-training-{training.id}-aim").set_value("Sie gravieren Holz.")
    assert P.saved in told(press(at, P.save))
    with house.database.read() as db:
        assert all_trainings(db, OPERATOR) == [replace(training, aim="Sie gravieren Holz.")]


def test_a_title_that_is_taken_is_refused_and_stays_in_its_field(house: Portal, team: Person) -> None:
    a_training(house)
    at = house.open("training_plan.py", fortbildung="neu")
    at.text_input(key="plan-training-0-title").set_value("3d-druck")
    at = press(at, P.save_training)
    assert at.error
    assert at.text_input(key="plan-training-0-title").value == "3d-druck"
    with house.database.read() as db:
        assert len(all_trainings(db, OPERATOR)) == 1


def test_a_training_is_retired_and_offered_again(house: Portal, team: Person) -> None:
    training = a_training(house)
    at = press(house.open("training_plan.py", fortbildung=str(training.id)), P.retire)
    assert P.retired_explained in told(at)
    at = press(at, P.to_trainings)
    assert "**3D\\-Druck**" not in labels(at)
    at.checkbox(key="plan-trainings-retired").check().run()
    at.button(key=f"open-training-{training.id}").click().run()
    assert P.retired_explained not in told(press(at, P.bring_back))
    with house.database.read() as db:
        assert all_trainings(db, OPERATOR) == [training]


def test_no_date_can_be_planned_of_a_retired_training(house: Portal, team: Person) -> None:
    training, other = a_training(house), a_training(house, TrainingDraft("Moodle"))
    with house.database.write.begin() as db:
        set_training_active(db, training.id, False, OPERATOR, NOW)
    at = house.open("training_plan.py", termin="neu", fortbildung=str(training.id))
    box = at.selectbox(key=field(0, "training_id"))
    assert box.options == [other.title]
    assert box.value is None


def test_rooms_and_machines_are_added_changed_and_deleted(house: Portal, team: Person) -> None:
    at = house.open("training_plan.py", ansicht="raeume")
    assert P.no_resources in told(at)
    at = press(at, P.new_resource)
    at.text_input(key="plan-resource-0-name").set_value("<i>Fräse</i>")
    at = press(at, P.save_resource)
    with house.database.read() as db:
        (machine,) = resources_of(db, OPERATOR)
    assert machine.kind is ResourceKind.MACHINE
    at.button(key=f"open-resource-{machine.id}").click().run()
    assert "&lt;i&gt;Fr" in told(at)
    at.checkbox(key=f"plan-resource-{machine.id}-active").uncheck()
    assert P.out_of_use in told(press(at, P.save))
    at.button(key=f"open-resource-{machine.id}").click().run()
    press(at, P.delete_resource)
    with house.database.read() as db:
        assert resources_of(db, OPERATOR) == []


def test_a_machine_in_use_is_not_deleted(house: Portal, team: Person) -> None:
    cutter = a_machine(house)
    a_date(house, a_training(house), resource_ids=(cutter.id,))
    at = press(house.open("training_plan.py", raum=str(cutter.id)), P.delete_resource)
    assert at.error
    with house.database.read() as db:
        assert resources_of(db, OPERATOR) == [cutter]


def test_school_holidays_are_added_and_removed(house: Portal, team: Person) -> None:
    at = house.open("training_plan.py", ansicht="ferien")
    at.text_input(key="plan-holiday-name").set_value("Lotsenferien")
    assert P.holiday_days_missing in told(press(at, P.add_holiday))
    assert at.text_input(key="plan-holiday-name").value == "Lotsenferien"
    at.date_input(key="plan-holiday-first").set_value(in_future(40))
    at.date_input(key="plan-holiday-last").set_value(in_future(30))
    assert press(at, P.add_holiday).error
    at.date_input(key="plan-holiday-last").set_value(in_future(50))
    at = press(at, P.add_holiday)
    assert P.holiday_added.format(name="Lotsenferien") in told(at)
    with house.database.read() as db:
        (added,) = [each for each in holidays_of(db, OPERATOR) if each.name == "Lotsenferien"]
    assert (added.first_day, added.last_day) == (in_future(40), in_future(50))
    at.button(key=f"remove-holiday-{added.id}").click().run()
    with house.database.read() as db:
        assert added not in holidays_of(db, OPERATOR)


def test_after_the_session_has_ended_nothing_is_saved(house: Portal, team: Person) -> None:
    number = a_date(house, a_training(house))
    at = house.open("training_plan.py", termin=str(number))
    at.text_input(key=field(number, "place")).set_value("Keller")
    house.end_sessions(team)
    at = press(at, P.save)
    assert GERMAN.frame.signed_out in told(at)
    assert dates(house)[0].date.place == "FabLab"


def test_the_views_are_reached_from_each_other(house: Portal, team: Person) -> None:
    at = house.open("training_plan.py")
    at.pills(key="plan-view").set_value("raeume").run()
    assert P.no_resources in told(at)
    at.pills(key="plan-view").set_value("termine").run()
    assert P.no_dates in told(at)


def test_wishes_are_answered_here(house: Portal, team: Person) -> None:
    at = house.open("training_plan.py", ansicht="wuensche")
    assert at.pills(key="plan-view").value == "wuensche"
    assert not at.exception


@pytest.mark.parametrize("address", [{"termin": "neu"}, {"termin": "1"}, {"fortbildung": "1"}])
def test_a_form_is_there_again_after_another_page(
    house: Portal, team: Person, address: dict[str, str]
) -> None:
    a_date(house, a_training(house))
    at = house.open("training_plan.py", **address)
    fields = [box.key for box in at.selectbox]
    at.switch_page("../pages/schools.py").run()
    for name, value in address.items():
        at.query_params[name] = value
    at.switch_page("../pages/training_plan.py").run()
    assert not at.exception
    assert [box.key for box in at.selectbox] == fields
    assert not press(at, P.save_new if "neu" in address.values() else P.save).exception


def test_a_draft_survives_its_form(house: Portal) -> None:
    known = wanted(a_training(house), opens_at=moment(in_future(3), time(7, 10)), resource_ids=(3, 5))
    over_night = replace(known, ends_at=known.ends_at + timedelta(days=2))
    for each in (known, over_night):
        typed = typed_of(each)
        assert typed.day is not None
        assert draft(typed, each.training_id, typed.day) == each


def test_deadlines_keep_to_the_clock_on_the_wall() -> None:
    start = moment(date(2027, 3, 29), time(14))
    assert start == datetime(2027, 3, 29, 12, tzinfo=UTC)
    assert before(start, timedelta(days=1)) == datetime(2027, 3, 28, 12, tzinfo=UTC)
    assert before(start, timedelta(days=3)) == datetime(2027, 3, 26, 13, tzinfo=UTC)


def test_a_date_ends_on_its_own_day() -> None:
    assert later(time(14), 90) == time(15, 30)
    assert later(time(21, 45), 240) == time(23, 45)


def test_deadlines_leave_people_a_day() -> None:
    start = moment(date(2027, 5, 20), time(14))
    days = [
        fitting(timedelta(days=3), start, start - timedelta(days=ahead)).days for ahead in (9, 4, 3, 2, 1)
    ]
    assert days == [3, 3, 2, 1, 0]


def test_what_people_with_a_seat_must_be_told(house: Portal) -> None:
    known = wanted(a_training(house))
    assert not news(known, replace(known, seats=3, minimum=2, decide_at=known.closes_at))
    for change in ({"place": "Keller"}, {"trainer_id": 7}, {"ends_at": known.ends_at + timedelta(hours=1)}):
        assert news(known, replace(known, **change))


def test_a_date_of_a_series_is_marked(house: Portal, team: Person) -> None:
    training = a_training(house)
    with house.database.write.begin() as db:
        add_series(db, [wanted(training, 30), wanted(training, 44)], OPERATOR, NOW)
    assert told(house.open("training_plan.py")).count(P.of_series) == 2
