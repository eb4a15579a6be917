"""Calendar files, read by another library and held to the rules that calendars insist on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import icalendar
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.trainings.sample_dates import BERLIN, HOUSE, NOW, a_date, a_training, demand_rules, read
from trainings.calendars.files import cancellation, feed, invitation, uid
from trainings.facts import DateKind, TrainingDate

ADA = "ada@schule.example"
SENDER = "lotse@stadt.example"
HOSTILE = (
    "Löten\r\nATTENDEE:mailto:eva@schule.example",
    "Löten\nEND:VEVENT\nEND:VCALENDAR",
    "Löten\rSTATUS:CANCELLED",
    "Löten\u2028UID:other",
    "Löten\x85UID:other",
    "Löten\x0bUID:other\x00\x07",
    "a, b; c: d\\n e\\",
    '"; CN=x": ^n ^^ ^\'',
    "ü" * 200,
    "👩🏽‍🏫 " * 60,
    "\ud800 halb",
)


def invited(date: TrainingDate, sequence: int = 0, name: str = "Ada Öz") -> bytes:
    return invitation(date, 12, sequence, name, ADA, HOUSE, NOW)


def test_an_invitation_says_all_that_a_calendar_needs() -> None:
    file = invited(a_date())
    event = demand_rules(file, "REQUEST", SENDER, ADA)
    assert event.uid.value == "booking-12@lotse.stadt.example"
    assert event.sequence.value == "0"
    assert event.summary.value == "3D-Druck: Löten, Prüfen; Größe 5"
    assert event.location.value == "FabLab, Werkstatt"
    assert event.dtstamp.value == NOW
    assert (event.organizer.params["CN"], event.attendee.params["CN"]) == (["Lotse"], ["Ada Öz"])
    assert event.attendee.params["PARTSTAT"] == ["ACCEPTED"]
    assert event.attendee.params["RSVP"] == ["FALSE"]


def test_the_description_tells_aim_preparation_trainer_and_the_way_to_the_portal() -> None:
    told = read(invited(a_date())).vevent.description.value
    way = "https://lotse.stadt.example:8443/fortbildung?termin=7"
    assert told.split("\n\n") == [
        "Sie drucken ein eigenes Modell.\nUnd prüfen es.",
        "Zur Vorbereitung: Bringen Sie Ihr iPad mit, geladen.",
        "Mit: Toni Weber",
        f"Ihr Termin im Portal: {way}",
    ]
    assert read(invited(a_date())).vevent.url.value == way
    english = invitation(a_date(), 12, 0, "Ada", ADA, replace(HOUSE, language="en"), NOW)
    assert "Your date in the portal: https://" in read(english).vevent.description.value


def test_what_a_training_does_not_say_leaves_no_gap() -> None:
    bare = a_date(training=a_training(aim="", preparation=""), trainer="", place="")
    event = read(invited(bare)).vevent
    assert event.description.value.startswith("Ihr Termin im Portal")
    assert event.location.value == "FabLab"


@pytest.mark.parametrize(
    ("date", "location"),
    [
        (
            a_date(kind=DateKind.ONLINE, place="", link="https://treffen.example/x?y=1"),
            "https://treffen.example/x?y=1",
        ),
        (a_date(kind=DateKind.ONLINE, place="", link=""), "Online"),
        (a_date(kind=DateKind.SCHOOL, school="GS Am Westring", place="Raum 3"), "GS Am Westring, Raum 3"),
        (a_date(kind=DateKind.SCHOOL, school="", place=""), "An Ihrer Schule"),
        (a_date(place="FabLab, Obergeschoss"), "FabLab, Obergeschoss"),
    ],
)
def test_the_place_is_where_one_goes_or_clicks(date: TrainingDate, location: str) -> None:
    assert read(invited(date)).vevent.location.value == location


def test_changes_and_a_cancellation_speak_of_the_same_entry_and_count_on() -> None:
    moved = a_date(datetime(2026, 3, 25, 9, 0, tzinfo=BERLIN))
    files = [invited(a_date()), invited(moved, 1), cancellation(moved, 12, 2, "Ada Öz", ADA, HOUSE, NOW)]
    events = [
        demand_rules(file, method, SENDER, ADA)
        for file, method in zip(files, ("REQUEST", "REQUEST", "CANCEL"), strict=True)
    ]
    assert len({event.uid.value for event in events}) == 1
    assert [int(event.sequence.value) for event in events] == [0, 1, 2]
    assert events[2].dtstart.value == moved.starts_at


def test_every_booking_has_an_entry_of_its_own_whatever_the_port() -> None:
    assert uid(12, HOUSE) == uid(12, replace(HOUSE, portal="https://lotse.stadt.example"))
    assert uid(12, HOUSE) != uid(13, HOUSE)


@pytest.mark.parametrize(
    ("local", "in_utc"),
    [
        (datetime(2026, 3, 28, 14, 0, tzinfo=BERLIN), "20260328T130000Z"),  # the day before clocks go forward
        (datetime(2026, 3, 29, 14, 0, tzinfo=BERLIN), "20260329T120000Z"),
        (datetime(2026, 10, 24, 14, 0, tzinfo=BERLIN), "20261024T120000Z"),
        (datetime(2026, 10, 25, 14, 0, tzinfo=BERLIN), "20261025T130000Z"),  # they went back
    ],
)
def test_two_o_clock_stays_two_o_clock_over_the_change_of_clocks(local: datetime, in_utc: str) -> None:
    file = invited(a_date(local))
    assert f"DTSTART:{in_utc}\r\n".encode() in file
    event = demand_rules(file, "REQUEST", SENDER, ADA)
    assert f"{event.dtstart.value.astimezone(BERLIN):%d.%m. %H:%M}" == f"{local:%d.%m.} 14:00"
    assert f"{event.dtend.value.astimezone(BERLIN):%H:%M}" == "16:00"


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        (datetime(2026, 3, 29, 1, 0, tzinfo=BERLIN), datetime(2026, 3, 29, 4, 0, tzinfo=BERLIN), 2),
        (datetime(2026, 10, 25, 1, 0, tzinfo=BERLIN), datetime(2026, 10, 25, 4, 0, tzinfo=BERLIN), 4),
        (datetime(2026, 3, 28, 20, 0, tzinfo=BERLIN), datetime(2026, 3, 29, 12, 0, tzinfo=BERLIN), 15),
    ],
)
def test_a_date_over_the_change_of_clocks_lasts_as_long_as_it_does(
    start: datetime, end: datetime, hours: int
) -> None:
    event = demand_rules(invited(a_date(start, ends_at=end.astimezone(UTC))), "REQUEST", SENDER, ADA)
    assert event.dtend.value - event.dtstart.value == timedelta(hours=hours)
    assert f"{event.dtstart.value.astimezone(BERLIN):%H:%M}" == f"{start:%H:%M}"
    assert f"{event.dtend.value.astimezone(BERLIN):%H:%M}" == f"{end:%H:%M}"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_line_of_its_own(text: str) -> None:
    date = a_date(training=a_training(title=text, aim=text, preparation=text), place=text, trainer=text)
    file = invited(date, name=text)
    event = demand_rules(file, "REQUEST", SENDER, ADA)
    assert event.uid.value == "booking-12@lotse.stadt.example"
    assert [line for line in file.split(b"\r\n") if line.startswith(b"ATTENDEE")] != []
    assert file.count(b"\r\nEND:VEVENT\r\n") == 1
    assert "\n" not in event.summary.value


@pytest.mark.parametrize("title", ["Löten, Prüfen; Feilen", "a\\nb", "Äpfel: grün", "x" * 74 + "ßßß"])
def test_titles_come_back_as_they_were(title: str) -> None:
    file = invited(a_date(training=a_training(title=title)))
    assert read(file).vevent.summary.value == title
    [event] = icalendar.Calendar.from_ical(file).walk("VEVENT")
    assert str(event["summary"]) == title


@settings(deadline=None)  # machines differ
@given(text=st.text(max_size=120))
@example(text="\r\nBEGIN:VALARM")
def test_whatever_is_typed_the_file_holds_one_entry_and_keeps_the_rules(text: str) -> None:
    date = a_date(training=a_training(title=text, aim=text, preparation=text), place=text, trainer=text)
    demand_rules(invited(date, name=text), "REQUEST", SENDER, ADA)


def test_a_calendar_to_subscribe_to_has_all_dates_and_asks_for_nothing() -> None:
    entries = [(a_date(id=7), 12, 3), (a_date(datetime(2026, 10, 25, 14, 0, tzinfo=BERLIN), id=8), 13, 0)]
    file = feed(entries, "Meine\r\nFortbildungen", HOUSE, NOW)
    demand_rules(file, None, None, None)
    calendar = read(file)
    assert [(event.uid.value, event.sequence.value) for event in calendar.vevent_list] == [
        ("booking-12@lotse.stadt.example", "3"),
        ("booking-13@lotse.stadt.example", "0"),
    ]
    assert calendar.contents["x-wr-calname"][0].value == "Meine Fortbildungen"
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n" in file
    assert b"X-PUBLISHED-TTL:PT4H\r\n" in file
    assert not any({"organizer", "attendee"} & event.contents.keys() for event in calendar.vevent_list)


def test_an_empty_calendar_is_one_too() -> None:
    assert demand_rules(feed([], "Meine Fortbildungen", HOUSE, NOW), None, None, None) is None
