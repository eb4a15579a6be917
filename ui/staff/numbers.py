"""Numbers as they stand in addresses, where anyone can write anything."""

from __future__ import annotations

NOBODY = 0


def as_number(written: str) -> int:
    """The number of a person or a school; that of nobody where no such number can be meant."""
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 10 else NOBODY
