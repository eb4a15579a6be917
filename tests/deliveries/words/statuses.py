"""Order lines to be put into words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from core.people.person import School
from deliveries.facts import Device, Line, ReasonKind, Subproject
from deliveries.kept import kept_pieces
from deliveries.promises import Promise
from deliveries.reading.periods import read_period
from deliveries.receipts import Receipt
from deliveries.stages import Stage
from deliveries.status.found import LineStatus, judgement_of
from deliveries.status.lines import SchoolStatus, in_order

TODAY = date(2024, 4, 10)
WESTRING = School(1, "GS Am Westring", "", None)
DISPLAY = Device("Display", "ViewSonic", "86 Zoll")
SERVER = Device("Schulserver", "Linuxmuster", "Server")
CAMERA = Device("Kamera", "", "360°-Kamera")
MICROSCOPE = Device("Mikroskop", "", "digitales Mikroskop, Lehrkraft")
IPAD = Device("Tablet", "Apple", 'iPad 10,2"')
WIFI = Device("Netzwerk", "", "WLAN-Access-Point")
UNKNOWN = Device("Netzwerk", "", "Etwas für das Netz")
PARTS = {SERVER: Subproject.SERVER, CAMERA: Subproject.SPECIAL, IPAD: Subproject.DEVICES}


def status(
    pieces: str,
    promises: Sequence[str] = (),
    *,
    blocked: bool = False,
    kind: ReasonKind | None = None,
    reason: str = "",
    why: str = "",
    device: Device = DISPLAY,
    arrived_on: date | None = None,
    receipt: Receipt | None = None,
) -> LineStatus:
    """A line as it stands on the tenth of April 2024; each of the promises was given after the one before,
    an empty one takes it back. `why` is what was said when they were given."""
    told = [
        Promise(date(2024, 1, 1) + timedelta(days=place), read_period(written), why)
        for place, written in enumerate(promises)
    ]
    counted = kept_pieces(pieces)
    line = Line(
        id=1,
        order="B-1",
        position=1,
        school=WESTRING,
        device=device,
        subproject=PARTS.get(device, Subproject.DISPLAYS),
        room="",
        ordered=counted.total,
        delivered=None,
        stage=Stage.BLOCKED if blocked else [stage for stage, _count in counted][-1],
        pieces=counted,
        promise=told[-1].period if told else None,
        reason=reason,
        reason_kind=kind,
        as_of=TODAY,
        source="",
        funding=None,
        delivered_on=arrived_on,
        usable_on=None,
    )
    return LineStatus(line, judgement_of(line, told, TODAY), receipt)


def receipt(missing: int = 0, remarks: str = "", settled: bool = False) -> Receipt:
    at = datetime(2024, 4, 9, 12, 0, tzinfo=UTC)
    return Receipt(1, 1, "Anna Kurz", at, missing, remarks, at if settled else None, "")


def school(*lines: LineStatus, name: str = "GS Am Westring") -> SchoolStatus:
    return SchoolStatus(School(1, name, "", None), in_order(list(lines)), TODAY, "")
