"""Addresses of the library: its pages, its short addresses, and what is made to be printed or shown."""

from __future__ import annotations

from ui.sign_in.ways import way

LIBRARY = "/bibliothek"
MANUAL = "/anleitung"
SHORT = "/d/"
SCANNED = "/q/"
PRINT = "/drucken/"
CARDS = "/karten"
CLASS_VIEW = "/vor-der-klasse/"


def manual_way(
    code: str,
    section: str | None = None,
    *,
    page: int | None = None,
    seconds: float | None = None,
    search: str | None = None,
) -> str:
    """The page of a document, at a section, a page or a moment; `search` is what its pages mark."""
    return way(
        MANUAL,
        d=code,
        abschnitt=section,
        seite=str(page) if page else None,
        sekunde=f"{seconds:.0f}" if seconds else None,
        suche=search,
    )


def short_way(code: str) -> str:
    """The stable address of a document or a section."""
    return SHORT + code


def scanned_way(code: str, seconds: float | None = None) -> str:
    """What a QR code holds: as the short address, but counted; with a moment of a recording."""
    return f"{SCANNED}{code}/{seconds:.0f}" if seconds else SCANNED + code


def class_way(section: str, block: int) -> str:
    """The view for in front of the class, of one block of a section."""
    return way(CLASS_VIEW + section, block=str(block))
