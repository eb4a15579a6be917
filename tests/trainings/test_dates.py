"""Dates: planned, copied, moved, changed, cancelled; who learns of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from core.local_time import HERE
from core.mail.tables import MailRow
from core.people.actor import OPERATOR
from core.people.person import NotAllowed, Person
from core.people.roles import Role
from core.people.schools import NoSuchSchool
from core.people.tables import PersonRow
from tests.trainings.made import DAY, HOUSE, NOW, Made
from tests.trainings.plans_made import START, Plans, plans_made
from trainings.facts import TOO_FEW, DateKind, DateState, ResourceKind
from trainings.mails.letters import Letter
from trainings.planning.dates import (
    Overview,
    add_date,
    add_series,
    cancel_date,
    cancel_held,
    change_date,
    copy_date,
    draft_of,
    planned_date,
    planned_dates,
)
from trainings.planning.resources import change_resource
from trainings.planning.trainings import set_training_active
from trainings.refusals import (
    Clash,
    DateCancelled,
    FewerSeatsThanTaken,
    HasBegun,
    LinkWrong,
    NoSuchDate,
    NoSuchResource,
    NoSuchTraining,
    NoTrainer,
    NumberWrong,
    Refusal,
    TextMissing,
    TextTooLong,
    TimesWrong,
)
from trainings.seats.holding import hold
from trainings.seats.tables import BookingEventRow, BookingRow
from trainings.tables import DateRow

HOUR = timedelta(hours=1)


@pytest.fixture
def plans(made: Made, monkeypatch: pytest.MonkeyPatch) -> Plans:
    return plans_made(made, monkeypatch)


@pytest.fixture
def everywhere(anywhere: Made, monkeypatch: pytest.MonkeyPatch) -> Plans:
    """On SQLite and on PostgreSQL."""
    return plans_made(anywhere, monkeypatch)


def overviews(plans: Plans, by: Person, now: datetime = NOW, past: bool = False) -> list[Overview]:
    with plans.database.read() as db:
        return planned_dates(db, by, now, past=past)


def row_of(plans: Plans, date_id: int) -> DateRow:
    with plans.database.read() as db:
        return db.get_one(DateRow, date_id)


def cancel(plans: Plans, date_id: int, reason: str = "Krank", now: datetime = NOW) -> None:
    with plans.database.write.begin() as db:
        cancel_date(db, date_id, reason, plans.team, now, HOUSE)


# Planning


def test_a_date_is_kept_with_all_its_facts(everywhere: Plans) -> None:
    school, room = everywhere.made.school("Hegel"), everywhere.resource("Werkstatt")
    machine = everywhere.resource("Drucker 1", ResourceKind.MACHINE)
    draft = everywhere.draft(
        place=" Haus  2 ",
        link="https://konferenz.example/raum?x=1",
        trainer_id=everywhere.trainer.id,
        minimum=3,
        opens_at=NOW + DAY,
        school_cap=2,
        school_cap_days=7,
        school_id=school.id,
        resource_ids=(machine, room, machine),
    )
    date_id = everywhere.added(draft)
    date = everywhere.date(date_id)
    assert draft_of(date) == replace(draft, place="Haus 2", resource_ids=(room, machine))
    assert (date.trainer, date.school, date.state, date.series) == (
        "Toni Trainer",
        "Hegel",
        DateState.PLANNED,
        None,
    )
    assert everywhere.audited() == [(everywhere.team.id, "date_added", f"date {date_id}")]


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"ends_at": START}, TimesWrong("ends_at")),
        ({"ends_at": START + 400 * DAY}, TimesWrong("ends_at")),
        ({"closes_at": START + HOUR}, TimesWrong("closes_at")),
        ({"closes_at": NOW}, TimesWrong("closes_at")),
        ({"opens_at": START - DAY}, TimesWrong("opens_at")),
        ({"cancel_until": START + HOUR}, TimesWrong("cancel_until")),
        ({"decide_at": START + HOUR}, TimesWrong("decide_at")),
        ({"decide_at": NOW, "minimum": 1}, TimesWrong("decide_at")),
        ({"seats": 0}, NumberWrong("seats")),
        ({"seats": 10**12}, NumberWrong("seats")),
        ({"minimum": -1}, NumberWrong("minimum")),
        ({"minimum": 9}, NumberWrong("minimum")),
        ({"school_cap": 0}, NumberWrong("school_cap")),
        ({"school_cap": 2, "school_cap_days": -1}, NumberWrong("school_cap_days")),
        ({"place": "x" * 201}, TextTooLong("place", 200)),
        ({"link": "https://" + "x" * 500}, TextTooLong("link", 500)),
        ({"kind": DateKind.SCHOOL, "place": " "}, TextMissing("place")),
    ],
    ids=str,
)
def test_what_does_not_fit_is_refused(plans: Plans, wrong: dict[str, Any], refusal: Refusal) -> None:
    with pytest.raises(Refusal) as caught:
        plans.added(plans.draft(**wrong))
    assert caught.value == refusal
    assert overviews(plans, plans.team) == []


def test_nothing_is_planned_in_the_past(plans: Plans) -> None:
    with pytest.raises(TimesWrong) as wrong:
        plans.added(plans.draft(NOW))
    assert wrong.value == TimesWrong("starts_at")


@pytest.mark.parametrize(
    "link", ["http://a.example", "javascript:alert(1)", "a.example", "https://", "https://a b", "https://[x"]
)
def test_a_link_is_a_safe_address_or_none(plans: Plans, link: str) -> None:
    with pytest.raises(LinkWrong):
        plans.added(plans.draft(link=link))


def test_without_a_minimum_the_day_of_the_decision_does_not_matter(plans: Plans) -> None:
    assert plans.added(plans.draft(decide_at=NOW - DAY))


def test_who_is_no_trainer_or_has_gone_holds_nothing(plans: Plans) -> None:
    gone = plans.made.person(role=Role.TRAINER)
    with plans.database.write.begin() as db:
        db.get_one(PersonRow, gone.id).active = False
    for number in (plans.teacher.id, gone.id, 4711):
        with pytest.raises(NoTrainer):
            plans.added(plans.draft(trainer_id=number))
    for holder in (plans.trainer.id, plans.team.id, None):
        assert plans.added(plans.draft(trainer_id=holder))


def test_training_school_and_rooms_are_there_and_in_use(plans: Plans) -> None:
    retired, unused = plans.made.training(active=False), plans.resource("Alt", active=False)
    for wrong, refusal in (
        ({"training_id": 4711}, NoSuchTraining),
        ({"training_id": retired}, NoSuchTraining),
        ({"school_id": 4711}, NoSuchSchool),
        ({"resource_ids": (4711,)}, NoSuchResource),
        ({"resource_ids": (unused,)}, NoSuchResource),
    ):
        with pytest.raises(refusal):
            plans.added(plans.draft(**wrong))


def test_the_dates_of_a_series_share_a_word(everywhere: Plans) -> None:
    drafts = [everywhere.draft(START + number * 7 * DAY) for number in range(3)]
    with everywhere.database.write.begin() as db:
        numbers = add_series(db, drafts, everywhere.team, NOW)
        others = add_series(db, drafts, everywhere.team, NOW)
    words = {everywhere.date(number).series for number in numbers}
    assert len(words) == 1
    assert None not in words
    assert everywhere.date(others[0]).series not in words
    assert [everywhere.date(number).starts_at for number in numbers] == [each.starts_at for each in drafts]


def test_of_a_series_with_a_clash_nothing_is_planned(plans: Plans) -> None:
    room = plans.resource("Werkstatt")
    taken = plans.added(plans.draft(START + 7 * DAY, resource_ids=(room,)))
    drafts = [plans.draft(START + number * 7 * DAY, resource_ids=(room,)) for number in range(3)]
    with pytest.raises(Clash) as clash, plans.database.write.begin() as db:
        add_series(db, drafts, plans.team, NOW)
    assert clash.value == Clash("Werkstatt", "3D-Druck", drafts[1].starts_at, drafts[1].ends_at)
    assert [each.date.id for each in overviews(plans, plans.team)] == [taken]


def test_the_dates_of_a_series_do_not_clash_with_each_other_either(plans: Plans) -> None:
    draft = plans.draft(trainer_id=plans.trainer.id)
    with pytest.raises(Clash), plans.database.write.begin() as db:
        add_series(db, [draft, plans.draft(START + HOUR, trainer_id=plans.trainer.id)], plans.team, NOW)


# Copying


def test_a_copy_keeps_every_distance(everywhere: Plans) -> None:
    room = everywhere.resource("Werkstatt")
    draft = everywhere.draft(
        minimum=2, opens_at=NOW, school_cap=2, school_cap_days=3, resource_ids=(room,), trainer_id=None
    )
    with everywhere.database.write.begin() as db:
        (first,) = add_series(db, [draft], everywhere.team, NOW)
        copied = copy_date(db, first, START + 14 * DAY, everywhere.team, NOW)
    later = {
        name: getattr(draft, name) + 14 * DAY
        for name in ("starts_at", "ends_at", "opens_at", "closes_at", "cancel_until", "decide_at")
    }
    assert draft_of(everywhere.date(copied)) == replace(draft, **later)
    assert everywhere.date(copied).series is None


@pytest.mark.parametrize(
    ("first", "second"), [((2027, 3, 23), (2027, 3, 30)), ((2027, 10, 26), (2027, 11, 2))]
)
def test_a_copy_keeps_the_time_of_day_when_the_clocks_change(
    plans: Plans, first: tuple[int, int, int], second: tuple[int, int, int]
) -> None:
    """On 28 March and on 31 October 2027; the deadlines lie before the change, the copy behind it."""
    start, again = (datetime(*day, 14, 0, tzinfo=HERE).astimezone(UTC) for day in (first, second))
    date_id = plans.added(plans.draft(start, minimum=1, closes_at=start - 3 * DAY))
    with plans.database.write.begin() as db:
        number = copy_date(db, date_id, again, plans.team, NOW)
    copy = plans.date(number)
    assert copy.ends_at - copy.starts_at == 2 * HOUR
    told = [copy.starts_at, copy.closes_at, copy.cancel_until, copy.decide_at]
    assert {moment.astimezone(HERE).hour for moment in told} == {14}
    days = [(copy.starts_at.astimezone(HERE).date() - each.astimezone(HERE).date()).days for each in told]
    assert days == [0, 3, 3, 2]


def test_the_trainer_copies_their_own_dates_only(plans: Plans) -> None:
    date_id = plans.added(plans.draft(trainer_id=plans.trainer.id))
    with plans.database.write.begin() as db:
        copied = copy_date(db, date_id, START + DAY, plans.trainer, NOW)
    assert plans.audited()[-1] == (plans.trainer.id, "date_added", f"date {copied}")
    other = plans.made.person(role=Role.TRAINER)
    with pytest.raises(NoSuchDate), plans.database.write.begin() as db:
        copy_date(db, date_id, START + 2 * DAY, other, NOW)
    with pytest.raises(NotAllowed), plans.database.write.begin() as db:
        copy_date(db, date_id, START + 2 * DAY, plans.teacher, NOW)


def test_a_copy_is_looked_at_like_any_new_date(plans: Plans) -> None:
    date_id = plans.added(plans.draft(trainer_id=plans.trainer.id))
    for starts_at, refusal in ((START + HOUR, Clash), (NOW + HOUR, TimesWrong), (NOW - DAY, TimesWrong)):
        with pytest.raises(refusal), plans.database.write.begin() as db:
            copy_date(db, date_id, starts_at, plans.team, NOW)


# Changing


def test_more_seats_go_to_those_who_wait(everywhere: Plans) -> None:
    date_id = everywhere.added(everywhere.draft(seats=1))
    everywhere.booked(date_id, 1)
    waits = [everywhere.waits(date_id) for _ in range(3)]
    everywhere.changed(date_id, seats=3)
    assert everywhere.letters(Letter.OFFER) == [person.id for person in waits[:2]]
    assert everywhere.made.queue(date_id) == [waits[2].id]
    assert everywhere.letters(Letter.DATE_CHANGED) == []


def test_fewer_seats_than_are_taken_are_refused(everywhere: Plans) -> None:
    date_id = everywhere.added()
    everywhere.booked(date_id, 3)
    everywhere.offered(date_id, 8, START - DAY)
    with pytest.raises(FewerSeatsThanTaken) as refused:
        everywhere.changed(date_id, seats=1)
    assert refused.value == FewerSeatsThanTaken(2)
    before = everywhere.made.seated(date_id)
    everywhere.changed(date_id, seats=2)
    assert everywhere.made.seated(date_id) == before
    with everywhere.database.read() as db:
        assert set(db.scalars(select(BookingRow.seat))) == {1, 2}


@pytest.mark.parametrize(
    "news",
    [
        {"starts_at": START - HOUR, "closes_at": START - DAY},
        {"ends_at": START + 3 * HOUR},
        {"kind": DateKind.ONLINE},
        {"place": "Haus 2"},
        {"link": "https://konferenz.example"},
        {"trainer_id": "team"},
        {"training_id": "other"},
    ],
    ids=lambda news: next(iter(news)),
)
def test_whoever_has_a_seat_learns_what_is_different(plans: Plans, news: dict[str, Any]) -> None:
    known = {"team": plans.team.id, "other": plans.made.training(title="Lasern")}
    news = {name: known.get(str(value), value) for name, value in news.items()}
    date_id = plans.added(plans.draft(seats=2))
    before = plans.date(date_id)
    booked, offered = plans.booked(date_id, 1), plans.offered(date_id, 2, START - 5 * DAY)
    waits = plans.waits(date_id)
    plans.booked(plans.added(), 1)
    plans.changed(date_id, **news)
    assert plans.letters(Letter.DATE_CHANGED) == [booked.id, offered.id, waits.id]
    _, _, told = plans.told[0]
    assert told["before"] == before
    assert told["date"] == plans.date(date_id)
    assert plans.audited()[-1] == (plans.team.id, "date_changed", f"date {date_id}")


@pytest.mark.parametrize(
    "quiet", [{"seats": 9}, {"minimum": 1}, {"closes_at": START}, {"opens_at": NOW}, {"school_cap": 3}]
)
def test_what_is_only_about_booking_is_told_to_nobody(plans: Plans, quiet: dict[str, Any]) -> None:
    date_id = plans.added()
    plans.booked(date_id, 1)
    plans.changed(date_id, **quiet)
    assert plans.told == []
    assert plans.date(date_id).cancel_until == START - 3 * DAY
    assert plans.audited()[-1][1] == "date_changed"


def test_where_nothing_is_different_nothing_happens(plans: Plans) -> None:
    rooms = plans.resource("Zimmer"), plans.resource("Aula")
    date_id = plans.added(plans.draft(resource_ids=rooms))
    plans.booked(date_id, 1)
    plans.changed(date_id, resource_ids=rooms[::-1])
    assert plans.told == []
    assert [what for _, what, _ in plans.audited()] == ["date_added"]


def test_whoever_was_told_of_a_change_may_still_step_back(plans: Plans) -> None:
    numbers = [plans.added(plans.draft(START + number * DAY)) for number in range(3)]
    for number in numbers[:2]:
        plans.booked(number, 1)
    late = START - 2 * DAY
    for number in numbers:
        plans.changed(number, late, place="Haus 2")
    # At least three days, never beyond the start; as it was where nobody had a seat.
    assert [plans.date(number).cancel_until for number in numbers] == [START, START + DAY, START - DAY]


def test_a_long_time_to_step_back_is_not_made_shorter(plans: Plans) -> None:
    date_id = plans.added()
    plans.booked(date_id, 1)
    plans.changed(date_id, place="Haus 2")
    assert plans.date(date_id).cancel_until == START - 3 * DAY


def test_an_offer_ends_at_the_new_start_at_the_latest(plans: Plans) -> None:
    date_id = plans.added()
    person = plans.offered(date_id, 1, START - DAY)
    start = START - 5 * DAY
    plans.changed(date_id, **later(plans, start))
    with plans.database.read() as db:
        assert plans.made.booking(db, date_id, person).offer_ends_at == start


def test_of_a_moved_date_people_are_reminded_anew(plans: Plans) -> None:
    date_id = plans.added()
    person = plans.booked(date_id, 1, reminded_days=1)
    plans.changed(date_id, **later(plans, START + 30 * DAY))
    with plans.database.read() as db:
        assert plans.made.booking(db, date_id, person).reminded_days is None


def test_of_a_moved_decision_the_minimum_is_looked_at_anew(plans: Plans) -> None:
    date_id = plans.added(plans.draft(minimum=2))
    with plans.database.write.begin() as db:
        hold(db, date_id).decided_at = NOW
    plans.changed(date_id, place="Haus 2")
    assert row_of(plans, date_id).decided_at == NOW
    plans.changed(date_id, decide_at=START - DAY)
    assert row_of(plans, date_id).decided_at is None
    with pytest.raises(TimesWrong):
        plans.changed(date_id, decide_at=NOW - DAY)
    assert row_of(plans, date_id).decide_at == START - DAY
    plans.changed(date_id, START - HOUR, place="Haus 3")  # while the decision lies in the past
    assert plans.date(date_id).place == "Haus 3"


def test_a_date_keeps_what_has_gone_out_of_use_meanwhile(plans: Plans) -> None:
    room = plans.resource("Werkstatt")
    date_id = plans.added(plans.draft(resource_ids=(room,), trainer_id=plans.trainer.id))
    other = plans.added(plans.draft(START + DAY))
    with plans.database.write.begin() as db:
        change_resource(db, room, "Werkstatt", "", False, plans.team, NOW)
        set_training_active(db, plans.training_id, False, plans.team, NOW)
        db.get_one(PersonRow, plans.trainer.id).active = False
    plans.changed(date_id, seats=9)
    assert plans.date(date_id).seats == 9
    with pytest.raises(NoSuchResource):
        plans.changed(other, resource_ids=(room,))
    with pytest.raises(NoTrainer):
        plans.changed(other, trainer_id=plans.trainer.id)


def test_a_change_that_clashes_changes_nothing(everywhere: Plans) -> None:
    room = everywhere.resource("Werkstatt")
    everywhere.added(everywhere.draft(resource_ids=(room,)))
    date_id = everywhere.added(everywhere.draft(START + HOUR))
    everywhere.booked(date_id, 1)
    before = everywhere.date(date_id)
    with pytest.raises(Clash):
        everywhere.changed(date_id, resource_ids=(room,), place="Werkstatt")
    assert everywhere.date(date_id) == before
    assert everywhere.told == []


def test_rooms_are_given_back_and_taken(everywhere: Plans) -> None:
    old, new = everywhere.resource("Alt"), everywhere.resource("Neu")
    date_id = everywhere.added(everywhere.draft(resource_ids=(old,)))
    everywhere.changed(date_id, resource_ids=(new,))
    assert [each.name for each in everywhere.date(date_id).resources] == ["Neu"]
    assert everywhere.added(everywhere.draft(resource_ids=(old,)))
    with pytest.raises(Clash):
        everywhere.added(everywhere.draft(resource_ids=(new,)))


def test_what_has_begun_or_was_cancelled_is_not_changed_any_more(plans: Plans) -> None:
    date_id = plans.added()
    with pytest.raises(HasBegun) as begun:
        plans.changed(date_id, START, seats=9)
    assert begun.value == HasBegun(START)
    with pytest.raises(HasBegun):
        cancel(plans, date_id, now=START)
    cancel(plans, date_id)
    with pytest.raises(DateCancelled) as cancelled:
        plans.changed(date_id, seats=9)
    assert cancelled.value == DateCancelled("Krank")
    with pytest.raises(DateCancelled):
        cancel(plans, date_id)


def test_no_date_is_moved_into_the_past(plans: Plans) -> None:
    date_id = plans.added()
    with pytest.raises(TimesWrong) as wrong:
        plans.changed(date_id, **later(plans, NOW - DAY))
    assert wrong.value == TimesWrong("starts_at")


# Cancelling


def test_all_who_had_to_do_with_a_cancelled_date_learn_it(everywhere: Plans) -> None:
    date_id = everywhere.added(everywhere.draft(seats=2))
    people = [
        everywhere.booked(date_id, 1),
        everywhere.offered(date_id, 2, START - DAY),
        everywhere.waits(date_id),
    ]
    gone = everywhere.put(date_id, None, {"state": "gone", "gone_as": "cancelled"})
    cancel(everywhere, date_id, " Die Trainerin\nist  krank. ")
    reason = "Die Trainerin\nist krank."
    assert everywhere.letters(Letter.DATE_CANCELLED) == [person.id for person in people]
    assert everywhere.letters(Letter.OFFER) == []  # what becomes free is given to nobody
    assert {told["reason"] for _, _, told in everywhere.told} == {reason}
    date = everywhere.date(date_id)
    assert (date.state, date.cancel_reason) == (DateState.CANCELLED, reason)
    with everywhere.database.read() as db:
        as_what = {row.person_id: row.gone_as for row in db.scalars(select(BookingRow))}
        events = db.scalar(select(func.count()).select_from(BookingEventRow))
    assert as_what == {person.id: "date_cancelled" for person in people} | {gone.id: "cancelled"}
    assert events == len(people)
    assert everywhere.audited()[-1] == (everywhere.team.id, "date_cancelled", f"date {date_id}")


def test_a_reason_is_given(plans: Plans) -> None:
    date_id = plans.added()
    with pytest.raises(TextMissing) as missing:
        cancel(plans, date_id, " ")
    assert missing.value == TextMissing("reason")
    assert plans.date(date_id).state is DateState.PLANNED


def test_three_coming_dates_with_free_seats_are_named_instead(plans: Plans) -> None:
    date_id = plans.added(plans.draft(START - DAY))
    plans.booked(date_id, 1, plans.trainer)
    fitting = [plans.added(plans.draft(START + number * DAY)) for number in range(1, 5)]
    cancel(plans, plans.added(plans.draft(START)))
    plans.added(plans.draft(START, trainer_id=plans.trainer.id))
    full = plans.added(plans.draft(START, seats=1))
    plans.offered(full, 1, START - DAY)
    plans.booked(plans.added(plans.draft(START)), 1, plans.trainer)
    plans.added(plans.draft(START, opens_at=NOW + HOUR))
    plans.added(plans.draft(START, school_id=plans.made.school().id))
    plans.added(plans.draft(START, training_id=plans.made.training()))
    with plans.database.write.begin() as db:
        over = add_date(db, plans.draft(NOW - 5 * DAY), OPERATOR, NOW - 30 * DAY)
    assert over
    cancel(plans, date_id)
    ((_, _, told),) = plans.told
    assert [date.id for date in told["alternatives"]] == fitting[:3]


def test_what_is_held_for_a_school_is_named_to_its_own_people(plans: Plans) -> None:
    school = plans.made.school()
    date_id, own = plans.added(), plans.added(plans.draft(START + DAY, school_id=school.id))
    there, elsewhere = plans.booked(date_id, 1, school_id=school.id), plans.booked(date_id, 2)
    cancel(plans, date_id)
    named = {person: [date.id for date in told["alternatives"]] for _, person, told in plans.told}
    assert named == {there.id: [own], elsewhere.id: []}


def test_a_date_that_is_cancelled_by_itself_says_so(everywhere: Plans) -> None:
    date_id = everywhere.added(everywhere.draft(minimum=2))
    person = everywhere.booked(date_id, 1)
    with everywhere.database.write.begin() as db:
        cancel_held(db, hold(db, date_id), TOO_FEW, NOW, HOUSE)
    assert everywhere.letters(Letter.DATE_CANCELLED) == [person.id]
    assert everywhere.date(date_id).cancel_reason == TOO_FEW


def test_the_mails_lie_in_the_outbox(made: Made) -> None:
    """With the real letters."""
    team, person = made.person(role=Role.TEAM), made.person()
    plans = Plans(made, team, team, person, made.training(title="3D-Druck"))
    date_id = plans.added()
    plans.booked(date_id, 1, person)
    plans.changed(date_id, place="Haus 2")
    cancel(plans, date_id)
    with made.database.read() as db:
        assert [mail.recipient for mail in db.scalars(select(MailRow))] == [person.email] * 2


# Overviews


def test_the_team_sees_all_dates_and_a_trainer_their_own(everywhere: Plans) -> None:
    other = everywhere.added(everywhere.draft(START + DAY))
    own = everywhere.added(everywhere.draft(trainer_id=everywhere.trainer.id))
    everywhere.booked(own, 1)
    everywhere.booked(own, 4)
    everywhere.offered(own, 2, START - DAY)
    everywhere.waits(own)
    everywhere.put(own, None, {"state": "gone", "gone_as": "cancelled"})
    assert [each.date.id for each in overviews(everywhere, everywhere.team)] == [own, other]
    (found,) = overviews(everywhere, everywhere.trainer)
    assert found == Overview(everywhere.date(own), booked=2, offered=1, waiting=1)
    assert found.free == 5
    with everywhere.database.read() as db:
        assert planned_date(db, own, everywhere.trainer) == found
        assert len(planned_dates(db, OPERATOR, NOW)) == 2
        for number in (other, 4711, 10**20, -(10**20)):
            with pytest.raises(NoSuchDate):
                planned_date(db, number, everywhere.trainer)


def test_what_has_ended_is_past(plans: Plans) -> None:
    first, second = plans.added(), plans.added(plans.draft(START + DAY))
    ends = START + 2 * HOUR
    assert [each.date.id for each in overviews(plans, plans.team, ends - HOUR)] == [first, second]
    assert [each.date.id for each in overviews(plans, plans.team, ends)] == [second]
    assert [each.date.id for each in overviews(plans, plans.team, ends, past=True)] == [first]
    both = overviews(plans, plans.team, ends + 2 * DAY, past=True)
    assert [each.date.id for each in both] == [second, first]


DOES: list[Callable[..., Any]] = [
    lambda db, plans, by, number: add_date(db, plans.draft(), by, NOW),
    lambda db, plans, by, number: add_series(db, [plans.draft()], by, NOW),
    lambda db, plans, by, number: change_date(db, number, plans.draft(seats=9), by, NOW, HOUSE),
    lambda db, plans, by, number: cancel_date(db, number, "Krank", by, NOW, HOUSE),
]


@pytest.mark.parametrize("does", DOES)
def test_only_the_team_plans(plans: Plans, does: Callable[..., Any]) -> None:
    date_id = plans.added(plans.draft(trainer_id=plans.trainer.id))
    before = overviews(plans, plans.team)
    for person in (plans.trainer, plans.teacher, None):
        with pytest.raises(NotAllowed), plans.database.write.begin() as db:
            does(db, plans, person, date_id)
    assert overviews(plans, plans.team) == before


def test_teachers_have_no_overview(plans: Plans) -> None:
    date_id = plans.added()
    for person in (plans.teacher, None):
        with plans.database.read() as db, pytest.raises(NotAllowed):
            planned_dates(db, person, NOW)  # type: ignore[arg-type]
        with plans.database.read() as db, pytest.raises(NotAllowed):
            planned_date(db, date_id, person)  # type: ignore[arg-type]


def later(plans: Plans, starts_at: datetime) -> dict[str, Any]:
    """All times of a date, for another start."""
    draft = plans.draft(starts_at)
    names = ("starts_at", "ends_at", "closes_at", "cancel_until", "decide_at")
    return {name: getattr(draft, name) for name in names}
