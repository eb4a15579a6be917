"""One's own trainings: offers first, then what comes, waits and was; feedback, certificates, the calendar."""

from __future__ import annotations

import re
from datetime import timedelta

from sqlalchemy import select
from streamlit.testing.v1 import AppTest

from core.people.person import Person
from tests.pages.conftest import words
from tests.pages.signed_in import House, told
from tests.pages.training_rows import DAY, Dates, keys, listed, press
from tests.pages.training_rows import dates as dates
from trainings.calendars.address import person_of
from trainings.facts import BookingState
from trainings.seats.tables import AuthorisationRow, TrainingFeedbackRow
from trainings.tables import ResourceRow
from ui.portal import entrance
from ui.texts import ENGLISH, GERMAN
from ui.trainings.when import moment

T = GERMAN.trainings


def page(house: House, **address: str) -> AppTest:
    at = house.open("my_trainings.py", **address)
    assert not at.exception
    return at


def headings(at: AppTest) -> list[str]:
    return re.findall(r"<h2[^>]*>([^<]*)</h2>", words(at))


def attended(house: House, dates: Dates, anna: Person) -> int:
    date = dates.date("3D-Druck", certificate_minutes=90)
    dates.book(date, anna)
    dates.over(date)
    return date


def test_who_has_nothing_yet_is_led_to_the_trainings(house: House, dates: Dates) -> None:
    dates.teacher()
    at = page(house)
    assert T.mine_empty in words(at)
    assert {"fortbildungen", "fortbildung-wuenschen"} <= {link.proto.page for link in at.get("page_link")}
    assert ENGLISH.trainings.mine_empty in words(page(house, lang="en"))


def test_offers_come_first_then_seats_lists_and_the_past(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    past = attended(house, dates, anna)
    coming, waiting = dates.date("Kommt", starts_in=5 * DAY), dates.date("Liste", starts_in=7 * DAY, seats=1)
    offered = dates.date("Angebot", starts_in=30 * DAY, seats=1)
    dates.book(coming, anna)
    dates.fill(waiting)
    dates.wait(waiting, anna)
    (other,) = dates.fill(offered)
    dates.wait(offered, anna)
    dates.cancel(offered, other)
    at = page(house)
    assert headings(at)[:4] == [T.offered, T.coming, T.waiting, T.past]
    assert listed(at) == [offered, coming, waiting, past]
    assert T.lead_offered in words(at)


def test_an_offer_says_until_when_and_is_accepted(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    date = dates.date(seats=1)
    (other,) = dates.fill(date)
    dates.wait(date, anna)
    dates.cancel(date, other)
    at = page(house)
    offer = dates.booking(date, anna)
    assert offer is not None
    assert offer.offer_ends_at is not None
    assert moment(offer.offer_ends_at, GERMAN) in words(at)
    at = press(at, f"accept-{date}")
    booking = dates.booking(date, anna)
    assert booking is not None
    assert booking.state == BookingState.BOOKED
    assert headings(at)[0] == T.coming
    assert T.booked_now in told(at)


def test_a_refused_offer_is_told_although_its_card_is_gone(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    date = dates.date(seats=1)
    (other,) = dates.fill(date)
    dates.wait(date, anna)
    dates.cancel(date, other)
    at = press(page(house), f"refuse-{date}")
    assert listed(at) == []
    assert T.refused_now in told(at)


def test_the_next_date_is_told_in_a_sentence_and_can_be_cancelled(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    date = dates.date("3D-Druck")
    dates.book(date, anna)
    at = page(house)
    assert "Als Nächstes: 3D-Druck, " in words(at)
    assert f'href="/fortbildung/{date}/termin.ics"' in words(at)
    assert f"/fortbildung/{date}/einchecken.svg" not in words(at)
    at = press(at, f"cancel-now-{date}")
    booking = dates.booking(date, anna)
    assert booking is not None
    assert booking.state == BookingState.GONE
    assert T.cancelled_now in told(at)


def test_on_the_day_the_code_to_check_in_is_there(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    date = dates.date()
    dates.book(date, anna)
    begun = dates.now - timedelta(seconds=5)
    moments = {"starts_at": begun, "closes_at": begun, "cancel_until": begun, "decide_at": begun}
    dates.change(date, **moments, ends_at=dates.now + timedelta(hours=1))
    assert f'src="/fortbildung/{date}/einchecken.svg"' in words(page(house))


def test_the_waiting_list_shows_the_place_and_can_be_left(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    date = dates.date(seats=1)
    dates.fill(date)
    dates.wait(date, dates.other())
    dates.wait(date, anna)
    at = page(house)
    assert T.is_waiting.format(place=2) in words(at)
    at = press(at, f"leave_list-{date}")
    assert listed(at) == []
    assert T.left_now in told(at)


def test_what_was_attended_has_its_certificate(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    date = attended(house, dates, anna)
    booking = dates.booking(date, anna)
    assert booking is not None
    assert f'href="/bescheinigung/{booking.id}.pdf"' in words(page(house))
    dates.over(date, attended=None)
    at = page(house)
    assert "/bescheinigung/" not in words(at)
    assert T.not_noted_yet in words(at)
    dates.over(date, attended=False)
    assert T.was_not_there in words(page(house))


def test_without_hours_there_is_no_certificate(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    date = dates.date()
    dates.book(date, anna)
    dates.over(date)
    assert "/bescheinigung/" not in words(page(house))


def test_what_did_not_take_place_is_told(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    date = attended(house, dates, anna)
    dates.change(date, state="cancelled")
    at = page(house)
    assert T.was_cancelled in words(at)
    assert "/bescheinigung/" not in words(at)


def test_feedback_is_given_once_without_the_name(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    date = attended(house, dates, anna)
    at = page(house)
    assert at.radio[0].options == list(T.ratings)
    send = next(button for button in at.button if button.label == GERMAN.send)
    at = send.click().run()
    assert T.refusals.numbers["rating"] in told(at)
    at.radio[0].set_value(4)
    at.text_area[0].set_value("Mehr Zeit.")
    at = next(button for button in at.button if button.label == GERMAN.send).click().run()
    with house.database.read() as db:
        (given,) = db.scalars(select(TrainingFeedbackRow))
    assert (given.date_id, given.rating, given.text) == (date, 4, "Mehr Zeit.")
    assert T.feedback_thanks in told(at)
    assert T.feedback_is_given in words(page(house))
    assert not at.radio


def test_machines_are_shown_with_the_end(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    date = attended(house, dates, anna)
    booking = dates.booking(date, anna)
    assert booking is not None
    until = dates.now + 300 * DAY
    with house.database.write.begin() as db:
        machine = ResourceRow(name="Drucker <b>1</b>", kind="machine")
        db.add(machine)
        db.flush()
        about = {"person_id": anna.id, "resource_id": machine.id, "booking_id": booking.id}
        db.add(AuthorisationRow(**about, since=dates.now - DAY, until=until))
    said = words(page(house))
    assert T.machines in said
    assert "Drucker &lt;b&gt;1&lt;/b&gt;" in said
    assert str((until).year) in said


def test_the_calendar_address_is_shown_on_demand_only_and_can_be_renewed(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    dates.book(dates.date(), anna)
    at = page(house)
    assert "/kalender/" not in words(at)
    at = press(at, "show-calendar-address")
    (token,) = set(re.findall(r'data-copy="[^"]*/kalender/([^"]*)\.ics"', words(at)))
    assert re.search(r'href="webcal://[^"]*/kalender/', words(at))
    assert all(step in words(at) for step in T.calendar_steps)
    at = press(at, "renew-calendar")
    (renewed,) = set(re.findall(r'data-copy="[^"]*/kalender/([^"]*)\.ics"', words(at)))
    assert T.renewed in told(at)
    with house.database.read() as db:
        assert person_of(db, token, entrance().signer) is None
        found = person_of(db, renewed, entrance().signer)
    assert found is not None
    assert found.id == anna.id


def test_nobody_sees_what_others_booked(house: House, dates: Dates) -> None:
    dates.teacher()
    date = dates.date("Fremd")
    dates.fill(date)
    assert "Fremd" not in words(page(house))
    assert f"cancel-now-{date}" not in keys(page(house))


def test_whoever_waits_is_told_so_at_the_top(house: House, dates: Dates) -> None:
    anna = dates.teacher()
    date = dates.date(seats=1)
    dates.fill(date)
    dates.wait(date, anna)
    assert T.lead_waiting in words(page(house))


def test_who_has_no_role_is_told_to_wait(house: House) -> None:
    house.visit()
    house.signed_in_as(None)
    assert GERMAN.frame.unassigned in words(house.open("my_trainings.py"))
