"""A date's own page: what it brings, the next step, the seat, and how to give it back."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs

import pytest
from sqlalchemy import select
from streamlit.testing.v1 import AppTest

from core.people.roles import Role
from tests.pages.conftest import words
from tests.pages.signed_in import House, told
from tests.pages.training_rows import DAY, Dates, keys, press
from tests.pages.training_rows import dates as dates
from trainings.facts import TOO_FEW, BookingState, GoneAs
from trainings.seats.tables import BookingEventRow
from trainings.tables import ResourceRow
from ui.texts import GERMAN

T = GERMAN.trainings
R = T.refusals


def page(house: House, date: int | str, **address: str) -> AppTest:
    at = house.open("training_date.py", termin=str(date), **address)
    assert not at.exception
    return at


def state(dates: Dates, date: int, person: object) -> str | None:
    booking = dates.booking(date, person)  # type: ignore[arg-type]
    return booking.state if booking else None


# what it is


def test_the_page_says_what_one_will_be_able_to_do_and_all_that_is_good_to_know(
    house: House, dates: Dates
) -> None:
    dates.teacher()
    with house.database.write.begin() as db:
        machine = ResourceRow(name="3D-Drucker 1", kind="machine")
        db.add(machine)
        db.flush()
        number = machine.id
    date = dates.date(
        "3D-Druck",
        aim="Sie drucken.\n\n- Modell holen\n- Drucken",
        preparation="Stick mitbringen.",
        audience=["GS"],
        level="Einstieg",
        devices=["3D-Drucker"],
        minutes=120,
        certificate_minutes=150,
        authorises_id=number,
        authorises_months=12,
    )
    said = words(page(house, date))
    assert "<h1>3D-Druck</h1>" in said
    for text in (
        "<p>Sie drucken.</p><ul><li>Modell holen</li><li>Drucken</li></ul>",
        "<p>Stick mitbringen.</p>",
        "Grundschule",
        "Einstieg",
        "2 Stunden",
        T.counts_for.format(time="2 Stunden 30 Minuten"),
        "3D-Drucker 1 selbst nutzen, 12 Monate lang",
    ):
        assert text in said


@pytest.mark.parametrize("number", ["4711", "0", "-1", "x", "9" * 30, ""])
def test_a_date_that_is_none_is_told_with_ways_on(house: House, dates: Dates, number: str) -> None:
    dates.teacher()
    at = page(house, number)
    assert T.not_there in words(at)
    assert {"fortbildungen", "fortbildung-wuenschen"} <= {link.proto.page for link in at.get("page_link")}


def test_a_date_for_another_school_does_not_exist(house: House, dates: Dates) -> None:
    dates.teacher()
    date = dates.date("Geheim", school_id=house.school("GS Anderswo").id)
    said = words(page(house, date))
    assert T.not_there in said
    assert "Geheim" not in said


def test_foreign_words_stay_words(house: House, dates: Dates) -> None:
    dates.teacher()
    hostile = "<img src=x onerror=alert(1)>"
    date = dates.date(hostile, aim=hostile, preparation=f"- {hostile}", place=hostile)
    assert "<img src=x" not in words(page(house, date))


def test_the_link_is_for_those_with_a_seat(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    address = "https://meet.example.org/geheim"
    date = dates.date(kind="online", place="", link=address)
    assert address not in words(page(house, date))
    dates.book(date, anna)
    assert f'href="{address}"' in words(page(house, date))
    dates.change(date, link="javascript:alert(1)")
    assert "javascript:" not in words(page(house, date))


def test_the_way_back_leads_to_the_dates_as_they_were_narrowed(house: House, dates: Dates) -> None:
    dates.teacher()
    date = dates.date(topics=["3D-Druck", "Dateien"])
    at = house.open("training_dates.py", ort="fablab")
    at.query_params["thema"] = ["3D-Druck", "Dateien"]
    at.run().query_params.clear()
    at.query_params["termin"] = str(date)
    at = at.switch_page("../pages/training_date.py").run()
    back = next(link.proto for link in at.get("page_link") if link.proto.label == T.to_trainings)
    assert parse_qs(back.query_string) == {"thema": ["3D-Druck", "Dateien"], "ort": ["fablab"]}


# the next step


def test_a_seat_is_booked_and_what_comes_next_is_told(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    date = dates.date(preparation="Stick mitbringen.")
    at = page(house, date)
    assert "Absagen können Sie bis" in words(at)
    at = press(at, f"book-{date}")
    assert state(dates, date, anna) == BookingState.BOOKED
    said = told(at)
    for text in (T.booked_now, T.what_comes_next, anna.email, T.we_remind, T.prepare):
        assert text in said
    assert f'href="/fortbildung/{date}/termin.ics"' in words(at)
    assert f"/fortbildung/{date}/einchecken.svg" not in words(at)


def test_an_overlap_names_the_other_seat_and_can_be_booked_all_the_same(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    dates.book(dates.date("Lasercutter"), anna)
    date = dates.date("3D-Druck")
    at = page(house, date)
    assert "„Lasercutter“" in told(at)
    press(at, f"book_anyway-{date}")
    assert state(dates, date, anna) == BookingState.BOOKED


def test_on_the_list_the_place_and_the_choice_are_shown(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    date = dates.date(seats=1)
    dates.fill(date)
    at = page(house, date)
    at.checkbox(key=f"short-notice-{date}").check()
    at = press(at, f"join_list-{date}")
    booking = dates.booking(date, anna)
    assert booking is not None
    assert (booking.state, booking.short_notice) == (BookingState.WAITING, True)
    assert T.is_waiting.format(place=1) in words(at)
    assert T.is_short_notice in words(at)
    at = press(at, f"leave_list-{date}")
    assert state(dates, date, anna) == BookingState.GONE
    assert T.left_now in told(at)


def test_an_offer_says_until_when_and_can_be_refused(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    date = dates.date(seats=1)
    (other,) = dates.fill(date)
    dates.wait(date, anna)
    dates.cancel(date, other)
    at = page(house, date)
    assert "Der Platz ist für Sie reserviert bis" in words(at)
    at = press(at, f"refuse-{date}")
    assert state(dates, date, anna) == BookingState.GONE
    assert T.refused_now in told(at)


def test_a_cancelled_date_says_why_and_has_no_button(house: House, dates: Dates) -> None:
    dates.teacher()
    date = dates.date(state="cancelled", cancel_reason="Die Heizung ist kaputt.")
    at = page(house, date)
    assert "fällt aus: Die Heizung ist kaputt." in told(at)
    assert not {f"book-{date}", f"join_list-{date}"} & keys(at)
    dates.change(date, cancel_reason=TOO_FEW)
    assert R.cancelled_too_few in told(page(house, date))


def test_whoever_holds_it_needs_no_seat(house: House, dates: Dates) -> None:
    house.visit()
    trainer = house.signed_in_as(Role.TRAINER)
    date = dates.date(trainer_id=trainer.id)
    at = page(house, date)
    assert T.you_hold_it in words(at)
    assert f"book-{date}" not in keys(at)


# giving it back


def test_before_the_deadline_one_click_confirms(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    date = dates.date()
    dates.book(date, anna)
    at = press(page(house, date), f"cancel-now-{date}")
    booking = dates.booking(date, anna)
    assert booking is not None
    assert booking.gone_as == GoneAs.CANCELLED
    assert T.cancelled_now in told(at)
    assert next(button.label for button in at.button if button.key == f"book-{date}") == T.book_again


def test_after_the_deadline_it_takes_a_word_to_the_trainer(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    trainer = house.person("Tobias Trainer", Role.TRAINER)
    date = dates.date(starts_in=2 * DAY, trainer_id=trainer.id)
    dates.book(date, anna)
    at = page(house, date)
    assert f"cancel-now-{date}" not in keys(at)
    assert at.text_area[0].label == T.word_to.format(name="Tobias Trainer")
    send = next(button for button in at.button if button.label == T.cancel_with_word)
    at = send.click().run()
    assert state(dates, date, anna) == BookingState.BOOKED
    assert "Bitte schreiben Sie ein kurzes Wort dazu" in told(at)
    at.text_area[0].set_value("Ich bin krank.")
    at = next(button for button in at.button if button.label == T.cancel_with_word).click().run()
    booking = dates.booking(date, anna)
    assert booking is not None
    assert booking.gone_as == GoneAs.CANCELLED_LATE
    with house.database.read() as db:
        reasons = db.scalars(select(BookingEventRow.reason).where(BookingEventRow.booking_id == booking.id))
        assert "Ich bin krank." in list(reasons)


def test_on_the_day_the_code_to_check_in_is_shown_and_nothing_is_cancelled_any_more(
    house: House, dates: Dates
) -> None:
    anna = dates.teacher()
    date = dates.date()
    dates.book(date, anna)
    begun = dates.now - timedelta(seconds=5)
    moments = {"starts_at": begun, "closes_at": begun, "cancel_until": begun, "decide_at": begun}
    dates.change(date, **moments, ends_at=dates.now + timedelta(hours=1))
    at = page(house, date)
    assert f'src="/fortbildung/{date}/einchecken.svg"' in words(at)
    assert f"cancel-now-{date}" not in keys(at)
    assert T.cancel_with_word not in told(at)


# other dates


def test_other_dates_of_the_training_are_offered(house: House, dates: Dates) -> None:
    dates.teacher()
    training = dates.training()
    date, other = (dates.date(training_id=training, starts_in=days * DAY) for days in (5, 9))
    foreign = dates.date()
    said = words(page(house, date))
    assert T.other_dates in said
    assert f'href="/fortbildung?termin={other}"' in said
    assert f"termin={foreign}" not in said


def test_without_another_date_a_wish_is_offered(house: House, dates: Dates) -> None:
    dates.teacher()
    date = dates.date("3D-Druck")
    links = [link.proto for link in page(house, date).get("page_link")]
    wish = next(link for link in links if link.page == "fortbildung-wuenschen")
    assert parse_qs(wish.query_string) == {"thema": ["3D-Druck"]}


def test_a_series_is_booked_whole(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    training = dates.training()
    series = [dates.date(training_id=training, series="a", starts_in=days * DAY) for days in (5, 9, 12)]
    at = page(house, series[1])
    assert T.is_of_series.format(count=3) in words(at)
    button = next(button for button in at.button if button.key == "book-series")
    assert button.label == T.book_series.format(count=3)
    at = button.click().run()
    assert [state(dates, date, anna) for date in series] == [BookingState.BOOKED] * 3
    assert T.series_booked_now.format(count=3) in told(at)
    assert "book-series" not in keys(at)


def test_the_rest_of_a_series_can_be_booked(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    training = dates.training()
    series = [dates.date(training_id=training, series="a", starts_in=days * DAY) for days in (5, 9, 12)]
    dates.book(series[0], anna)
    at = page(house, series[0])
    button = next(button for button in at.button if button.key == "book-series")
    assert button.label == T.book_rest_of_series.format(count=2)
    button.click().run()
    assert [state(dates, date, anna) for date in series] == [BookingState.BOOKED] * 3


def test_a_series_with_a_full_date_is_not_offered_whole(house: House, dates: Dates) -> None:
    dates.teacher()
    training = dates.training()
    series = [dates.date(training_id=training, series="a", starts_in=d * DAY, seats=1) for d in (5, 9)]
    dates.fill(series[1])
    at = page(house, series[0])
    assert "book-series" not in keys(at)
    assert T.full in words(at)


def test_a_series_that_overlaps_says_so_on_its_button(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    training = dates.training()
    series = [dates.date(training_id=training, series="a", starts_in=days * DAY) for days in (5, 9)]
    dates.book(dates.date(starts_in=9 * DAY), anna)
    at = page(house, series[0])
    button = next(button for button in at.button if button.key == "book-series")
    assert button.label == T.book_series_anyway.format(count=2)
    button.click().run()
    assert [state(dates, date, anna) for date in series] == [BookingState.BOOKED] * 2
