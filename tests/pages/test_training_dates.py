"""Looking for a training: the list, search, filters in the address, the calendar, a seat with one click."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from core.local_time import local_day
from core.people.actor import OPERATOR
from core.people.person import SchoolKind
from core.people.register import set_role
from core.people.roles import Role
from tests.doubles_portal import StandInPortal
from tests.pages.conftest import words
from tests.pages.signed_in import House, told
from tests.pages.training_rows import DAY, Dates, keys, listed, press
from tests.pages.training_rows import dates as dates
from trainings.facts import BookingState
from trainings.seats.listing import offer
from ui.texts import ENGLISH, GERMAN
from ui.trainings.browsing import AT_ONCE
from ui.trainings.when import month, span

T = GERMAN.trainings
HOSTILE = "<img src=x onerror=alert(1)> **Otto** :smile:"


def page(house: House, **address: str) -> AppTest:
    at = house.open("training_dates.py", **address)
    assert not at.exception
    return at


def links(at: AppTest) -> list[str]:
    return re.findall(r'href="(/fortbildung\?[^"]*)"', words(at))


# the list


def test_coming_dates_stand_there_with_when_where_who_and_seats(house: House, dates: Dates) -> None:
    dates.teacher()
    trainer = house.person("Tobias Trainer", Role.TRAINER)
    second = dates.date("Lasercutter", starts_in=9 * DAY, trainer_id=trainer.id, seats=3)
    first = dates.date("3D-Druck", starts_in=5 * DAY, kind="online", place="")
    dates.over(dates.date("Vorbei"))
    at = page(house)
    said = told(at)
    assert listed(at) == [first, second]
    for text in ("FabLab, Werkraum 2 · mit Tobias Trainer", "noch 3 Plätze", "10 Plätze frei", "Online"):
        assert text in said
    assert T.count_dates.format(count=2) in said


def test_a_seat_is_booked_with_one_click_and_the_calendar_file_is_at_hand(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    date = dates.date()
    at = press(page(house), f"book-{date}")
    booking = dates.booking(date, anna)
    assert booking is not None
    assert booking.state == BookingState.BOOKED
    assert T.booked_now in told(at)
    assert T.is_booked in told(at)
    assert f'href="/fortbildung/{date}/termin.ics"' in words(at)
    assert f"book-{date}" not in keys(at)


def test_a_second_click_on_the_same_button_is_no_refusal(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    date = dates.date()
    at = page(house)
    dates.book(date, anna)
    at = press(at, f"book-{date}")
    assert T.booked_now in told(at)
    assert not at.error


def test_a_seat_that_somebody_else_took_meanwhile_is_told_with_the_way_out(
    house: House, dates: Dates
) -> None:
    anna = dates.teacher()
    date = dates.date(seats=1)
    at = page(house)
    dates.fill(date)
    at = press(at, f"book-{date}")
    assert dates.booking(date, anna) is None
    assert T.refusals.full_nobody_waits in told(at)
    assert f"join_list-{date}" in keys(at)


def test_of_a_full_date_there_is_a_way_out_and_no_dead_button(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    date = dates.date(seats=1)
    dates.fill(date)
    dates.wait(date, dates.other())
    dates.wait(date, dates.other())
    at = page(house)
    assert "ausgebucht, 2 warten" in told(at)
    assert f"book-{date}" not in keys(at)
    assert not any(button.disabled for button in at.button)
    at = press(at, f"join_list-{date}")
    assert T.waiting_now.format(place=3) in told(at)
    booking = dates.booking(date, anna)
    assert booking is not None
    assert (booking.state, booking.short_notice) == (BookingState.WAITING, False)


def test_an_overlap_is_pointed_out_and_can_be_booked_all_the_same(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    first = dates.date("3D-Druck")
    second = dates.date("Lasercutter", starts_in=20 * DAY + timedelta(minutes=30))
    dates.book(first, anna)
    at = page(house)
    assert "Zur selben Zeit haben Sie schon gebucht: „3D-Druck“" in told(at)
    press(at, f"book_anyway-{second}")
    booking = dates.booking(second, anna)
    assert booking is not None
    assert booking.state == BookingState.BOOKED


def test_what_is_not_open_yet_says_from_when(house: House, dates: Dates) -> None:
    dates.teacher()
    date = dates.date(opens_at=dates.now + 2 * DAY)
    at = page(house)
    assert "Anmeldung ab " in told(at)
    assert not {f"book-{date}", f"join_list-{date}"} & keys(at)


def test_a_school_that_has_its_share_is_told_so_and_may_wait(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    date = dates.date(school_cap=1, school_cap_days=5)
    dates.book(date, house.person("Karl Kollege", Role.TEACHER, anna.schools[0]))
    at = page(house)
    assert "Ihre Schule hat schon so viele Plätze" in told(at)
    assert f"book-{date}" not in keys(at)
    assert f"join_list-{date}" in keys(at)


def test_an_offer_can_be_accepted_in_the_list(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    date = dates.date(seats=1)
    (other,) = dates.fill(date)
    dates.wait(date, anna)
    dates.cancel(date, other)
    at = page(house)
    assert T.is_offered in told(at)
    press(at, f"accept-{date}")
    booking = dates.booking(date, anna)
    assert booking is not None
    assert booking.state == BookingState.BOOKED


def test_a_date_for_another_school_is_not_there(house: House, dates: Dates) -> None:
    dates.teacher()
    school = house.school("GS Anderswo")
    dates.date(school_id=school.id)
    assert listed(page(house)) == []


def test_at_first_there_are_twenty_then_more(house: House, dates: Dates) -> None:
    dates.teacher()
    training = dates.training()
    for day in range(AT_ONCE + 3):
        dates.date(training_id=training, starts_in=(day + 1) * DAY)
    at = page(house)
    assert len(listed(at)) == AT_ONCE
    assert GERMAN.library.more.format(count=3) in told(at)
    assert len(listed(press(at, "more-dates"))) == AT_ONCE + 3


def test_foreign_words_stay_words(house: House, dates: Dates) -> None:
    dates.teacher()
    dates.date(HOSTILE, place=HOSTILE)
    at = page(house)
    assert "<img src=x" not in words(at)
    calendar = page(house, ansicht="kalender", monat=f"{dates.now + 20 * DAY:%Y-%m}")
    assert "<img src=x" not in words(calendar)


# search and filters


def test_a_search_shows_what_fits_best_first_and_stands_in_the_address(
    house: House, dates: Dates, stand_in: StandInPortal, monkeypatch: pytest.MonkeyPatch
) -> None:
    dates.teacher()
    first = dates.training("Lasercutter")
    best = dates.training("3D-Druck")
    dates.training("Moodle")
    later = [dates.date(training_id=best, starts_in=(day + 9) * DAY) for day in range(4)]
    sooner = dates.date(training_id=first, starts_in=5 * DAY)
    dates.date("Moodle-Kurse")
    asked: list[str] = []

    def rank(words: str, trainings: object) -> list[int]:
        asked.append(words)
        return [best, first]

    monkeypatch.setattr(stand_in, "rank_trainings", rank, raising=False)
    at = page(house, suche="etwas mit Druck")
    assert asked == ["etwas mit Druck"]
    assert listed(at) == [*later[:3], sooner, later[3]]
    at.text_input[0].set_value("").run()
    assert len(listed(at)) == 6


def test_filters_live_in_the_address(house: House, dates: Dates) -> None:
    dates.teacher()
    drucker = dates.date("Drucker", topics=["3D-Druck"], devices=["3D-Drucker"], level="Einstieg")
    online = dates.date("Online", topics=["3D-Druck"], kind="online", place="", level="Aufbau")
    moodle = dates.date("Moodle", topics=["Lernplattform und Medien"])
    assert set(listed(page(house))) == {drucker, online, moodle}
    assert set(listed(page(house, thema="3D-Druck"))) == {drucker, online}
    assert listed(page(house, geraet="3D-Drucker")) == [drucker]
    assert listed(page(house, thema="3D-Druck", ort="online")) == [online]
    assert listed(page(house, stufe="Aufbau")) == [online]


def test_a_choice_is_written_into_the_address_and_taken_back(house: House, dates: Dates) -> None:
    dates.teacher()
    drucker = dates.date("Drucker", topics=["3D-Druck"])
    dates.date("Moodle", topics=["Lernplattform und Medien"])
    at = page(house)
    pills = next(pills for pills in at.button_group if pills.key == "choose-thema")
    assert pills.options[0].replace("\\", "") == "3D-Druck (1)"
    pills.set_value(["3D-Druck"]).run()
    assert at.query_params["thema"] == "3D-Druck"
    assert listed(at) == [drucker]
    at = press(at, "drop-thema-3D-Druck")
    assert "thema" not in at.query_params
    assert len(listed(at)) == 2


def test_only_what_can_be_booked_or_is_one_s_own(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    full, own = dates.date(seats=1), dates.date(seats=1, starts_in=30 * DAY)
    free = dates.date(starts_in=40 * DAY)
    dates.fill(full)
    dates.book(own, anna)
    assert listed(page(house, frei="ja")) == [own, free]


def test_only_what_is_for_one_s_own_kind_of_school(house: House, dates: Dates) -> None:
    dates.teacher(kind=SchoolKind.GS)
    primary, everybody = dates.date(audience=["GS", "GmS"]), dates.date(starts_in=21 * DAY)
    dates.date(audience=["Gym"])
    at = page(house)
    assert len(listed(at)) == 3
    switches = next(pills for pills in at.button_group if pills.key == "choose-switches")
    switches.set_value(["schulform"]).run()
    assert at.query_params["schulform"] == "ja"
    assert listed(at) == [primary, everybody]


def test_who_has_no_school_is_not_asked_for_its_kind(house: House, dates: Dates) -> None:
    house.visit()
    house.signed_in_as(Role.TEACHER)
    dates.date(audience=["Gym"])
    at = page(house, schulform="ja")
    switches = next(pills for pills in at.button_group if pills.key == "choose-switches")
    assert switches.options == [T.only_free]
    assert len(listed(at)) == 1


def test_with_nothing_found_a_wish_comes_first(
    house: House, dates: Dates, stand_in: StandInPortal, monkeypatch: pytest.MonkeyPatch
) -> None:
    dates.teacher()
    dates.date()
    monkeypatch.setattr(stand_in, "rank_trainings", lambda words, trainings: [], raising=False)
    at = page(house, suche="Zebra & Co")
    assert T.nothing in words(at)
    wish = next(link.proto for link in at.get("page_link") if link.proto.page == "fortbildung-wuenschen")
    assert wish.query_string == "thema=Zebra+%26+Co"
    at = press(at, "clear-all")
    assert len(listed(at)) == 1


def test_an_empty_house_says_so_and_offers_a_wish(house: House, dates: Dates) -> None:
    dates.teacher()
    at = page(house, lang="en")
    assert ENGLISH.trainings.empty in words(at)
    assert any(link.proto.page == "fortbildung-wuenschen" for link in at.get("page_link"))


# the calendar


def test_the_calendar_shows_a_month_with_links_and_states(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    mine, free = dates.date("Meins", starts_in=40 * DAY), dates.date("Frei", starts_in=40 * DAY)
    dates.date("Viel später", starts_in=120 * DAY)
    dates.book(mine, anna)
    day = local_day(dates.now + 40 * DAY)
    at = page(house, ansicht="kalender", monat=f"{day:%Y-%m}")
    said = words(at)
    assert '<table class="month">' in said
    assert T.calendar_of.format(month=month(day, GERMAN)) in said
    assert {f"/fortbildung?termin={mine}", f"/fortbildung?termin={free}"} == set(links(at))
    assert f'aria-hidden="true">{T.booked_short}<' in said
    assert '<th scope="col"' in said
    assert listed(at) == []


def test_months_are_turned_in_the_address(house: House, dates: Dates) -> None:
    dates.teacher()
    dates.date(starts_in=40 * DAY)
    at = page(house, ansicht="kalender")
    assert "month-left" not in keys(at)
    at = press(at, "month-right")
    following = (local_day(dates.now).replace(day=1) + 32 * DAY).replace(day=1)
    assert at.query_params["monat"] == f"{following:%Y-%m}"
    assert "month-left" in keys(at)


@pytest.mark.parametrize("written", ["2001-01", "x", "2026-13", "9999-12", "0000-00"])
def test_a_month_that_is_none_becomes_this_one(house: House, dates: Dates, written: str) -> None:
    dates.teacher()
    dates.date(starts_in=70 * DAY)
    at = page(house, ansicht="kalender", monat=written)
    assert month(local_day(dates.now), GERMAN) in words(at)
    assert "month-left" not in keys(at)


def test_an_empty_month_leads_to_the_next_date(house: House, dates: Dates) -> None:
    dates.teacher()
    dates.date(starts_in=70 * DAY)
    at = press(page(house, ansicht="kalender"), "to-next-dates")
    assert at.query_params["monat"] == f"{local_day(dates.now + 70 * DAY):%Y-%m}"
    assert '<table class="month">' in words(at)


def test_a_full_day_leads_to_its_own_list(house: House, dates: Dates) -> None:
    dates.teacher()
    training = dates.training(topics=["3D-Druck"])
    for _ in range(6):
        dates.date(training_id=training, starts_in=40 * DAY)
    dates.date(training_id=training, starts_in=41 * DAY)
    day = local_day(dates.now + 40 * DAY)
    at = page(house, ansicht="kalender", monat=f"{day:%Y-%m}", thema="3D-Druck")
    assert f'href="/fortbildungen?thema=3D-Druck&amp;tag={day}"' in words(at)
    assert T.more_of_day.format(count=2) in words(at)
    assert len(listed(page(house, thema="3D-Druck", tag=str(day)))) == 6


def test_the_switch_between_list_and_calendar_is_in_the_address(house: House, dates: Dates) -> None:
    dates.teacher()
    date = dates.date()
    at = page(house)
    switch = next(group for group in at.button_group if group.key == "choose-view")
    switch.set_value("kalender").run()
    assert at.query_params["ansicht"] == "kalender"
    assert listed(at) == []
    next(group for group in at.button_group if group.key == "choose-view").set_value("").run()
    assert "ansicht" not in at.query_params
    assert listed(at) == [date]


# rights


def test_a_role_that_is_gone_books_nothing(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    date = dates.date()
    at = page(house)
    with house.database.write.begin() as db:
        set_role(db, anna.id, None, OPERATOR, dates.now)
    at = press(at, f"book-{date}")
    assert dates.booking(date, anna) is None
    assert GERMAN.frame.unassigned in words(at)


def test_when_is_told_as_in_the_city(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    date = dates.date()
    with house.database.read() as db:
        shown = offer(db, date, anna, dates.now)
    assert span(shown.date, GERMAN) in words(page(house))
