"""Where a trainer's views, files and papers are found."""

from __future__ import annotations

from zlib import crc32

DATE, VIEW, PERSON = "termin", "ansicht", "person"
MESSAGE, COPY = "nachricht", "kopieren"


def table_way(date_id: int, ending: str) -> str:
    """The participants as a file: csv or xlsx."""
    return f"/kurse/{date_id}/teilnehmende.{ending}"


def paper_way(date_id: int) -> str:
    return f"/kurse/{date_id}/liste"


def certificate_way(booking_id: int) -> str:
    return f"/bescheinigung/{booking_id}.pdf"


def place_of(date_id: int) -> str:
    """Where something is said about the date."""
    return f"course-{date_id}"


def moment_of(*address: str | None) -> int:
    """Another number for each view, so that each is shown from its start."""
    return crc32(repr(address).encode())
