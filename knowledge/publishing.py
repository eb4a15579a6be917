"""The library's version number: how a running portal learns that a sync has finished."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from knowledge.tables import LibraryRow


def version(db: Session) -> int:
    """The number of the state that was published last."""
    return db.scalars(select(LibraryRow.version)).one()


def note_change(db: Session) -> None:
    """Says, in the transaction of the change itself, that the published state is not the newest any more."""
    db.execute(update(LibraryRow).values(changes=LibraryRow.changes + 1))


def publish(db: Session) -> None:
    """Makes all that was written so far the state that portals show; without changes the number stays."""
    db.execute(update(LibraryRow).values(version=LibraryRow.changes))
