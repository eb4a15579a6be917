"""How values of a line are written into its history, and read back."""

from __future__ import annotations

from datetime import date

from deliveries.facts import Device, Period
from deliveries.pieces import Pieces
from deliveries.stages import Stage

GAP = "\x1f"  # between parts; no list can hold it: cells are cleaned


def keep_period(period: Period | None) -> str | None:
    """ "2024-04-01", or "2024-04-01/2024-04-30/April 2024"."""
    if period is None:
        return None
    if period.is_day:
        return period.first.isoformat()
    return f"{period.first.isoformat()}/{period.last.isoformat()}/{period.written}"


def kept_period(text: str | None) -> Period | None:
    if text is None:
        return None
    first, _, rest = text.partition("/")
    last, _, written = rest.partition("/")
    begins = date.fromisoformat(first)
    return Period(date.fromisoformat(last) if last else begins, begins, written or first)


def keep_pieces(pieces: Pieces) -> str:
    """ "delivered 6 commissioned 4"."""
    return " ".join(f"{stage.value} {count}" for stage, count in pieces)


def kept_pieces(text: str | None) -> Pieces:
    words = (text or "").split()
    counts = zip(words[::2], words[1::2], strict=True)
    return Pieces().put({Stage(stage): int(count) for stage, count in counts})


def keep_device(device: Device) -> str:
    return GAP.join((device.category, device.make, device.model, device.name))


def kept_device(text: str | None) -> Device:
    return Device(*(text or "").split(GAP)) if text else Device()


def keep_number(number: int | None) -> str | None:
    return None if number is None else str(number)


def keep_day(day: date | None) -> str | None:
    return day.isoformat() if day else None
