"""A date as letters see it, and calendar files read by a library that did not write them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import vobject

from core.house import House
from trainings.facts import DateKind, DateState, Training, TrainingDate

BERLIN = ZoneInfo("Europe/Berlin")
HOUSE = House("Lotse <lotse@stadt.example>", "https://lotse.stadt.example:8443")
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def a_training(**values: Any) -> Training:
    known = Training(
        id=3,
        title="3D-Druck: Löten, Prüfen; Größe 5",
        aim="Sie drucken ein eigenes Modell.\nUnd prüfen es.",
        audience=(),
        level="",
        devices=(),
        topics=(),
        minutes=120,
        preparation="Bringen Sie Ihr iPad mit, geladen.",
        certificate_minutes=120,
    )
    return replace(known, **values)


def a_date(starts_at: datetime | None = None, **values: Any) -> TrainingDate:
    """At the FabLab, with Toni Weber, two hours long; by default on 24 March 2026 at 14:00."""
    begins = starts_at or datetime(2026, 3, 24, 14, 0, tzinfo=BERLIN)
    known = TrainingDate(
        id=7,
        training=a_training(),
        series=None,
        starts_at=begins.astimezone(UTC),
        ends_at=(begins.astimezone(UTC) + timedelta(hours=2)),
        kind=DateKind.FABLAB,
        place="Werkstatt",
        link="",
        trainer_id=1,
        trainer="Toni Weber",
        seats=10,
        minimum=0,
        opens_at=None,
        closes_at=begins.astimezone(UTC),
        cancel_until=begins.astimezone(UTC) - timedelta(days=3),
        decide_at=begins.astimezone(UTC),
        school_cap=None,
        school_cap_days=0,
        school_id=None,
        school="",
        state=DateState.PLANNED,
        cancel_reason="",
    )
    return replace(known, **values)


def read(file: bytes) -> Any:
    """The calendar, as the second library understands it."""
    return vobject.readOne(file.decode())


def demand_rules(file: bytes, method: str | None, sender: str | None, to: str | None) -> Any:
    """Holds the file to what calendars insist on; returns its first event, where it has one."""
    for line in file.split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line
        line.decode()  # no letter is cut in two
    assert file.endswith(b"END:VCALENDAR\r\n")
    calendar = read(file)
    assert calendar.version.value == "2.0"
    assert calendar.prodid.value
    assert ("method" in calendar.contents) is (method is not None)
    events = calendar.contents.get("vevent", [])
    for event in events:
        for name in ("uid", "dtstamp", "dtstart", "dtend", "sequence", "summary", "status"):
            assert len(event.contents[name]) == 1
        assert event.dtstart.value.utcoffset() == timedelta(0)
        assert event.dtstart.value < event.dtend.value
    if method:
        assert calendar.method.value == method
        [event] = events
        assert [each.value for each in event.contents["organizer"]] == [f"mailto:{sender}"]
        assert [each.value for each in event.contents["attendee"]] == [f"mailto:{to}"]
        assert event.status.value == ("CANCELLED" if method == "CANCEL" else "CONFIRMED")
    return events[0] if events else None
