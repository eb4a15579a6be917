"""The first start: the starter library into the portal, once for each state of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select

from core.database import Database
from knowledge.plan import READER_VERSION
from knowledge.starter import STARTER_LIBRARY
from knowledge.sync import sync
from knowledge.sync_report import Outcome
from knowledge.tables import DocumentRow
from knowledge.workshop import Workshop

SOURCE = "starter"


def prepare(
    database: Database,
    home: Path,
    embedder: str | None,
    open_workshop: Callable[[], Workshop],
    tell: Callable[[str], None],
) -> None:
    """Fills a new home; where nothing has changed since, it is done at once, without loading the model."""
    stamp, state = home / "starter.stamp", _state(embedder)
    if stamp.exists() and stamp.read_text("utf-8") == state and _is_filled(database):
        return
    tell("Preparing the starter library; this takes a minute the first time …")
    report = sync(
        open_workshop(),
        STARTER_LIBRARY,
        SOURCE,
        tell=lambda line, done, total: tell(f"{done}/{total} {line}"),
    )
    tell(f"The starter library is ready ({report.seconds:.0f} s).")
    if not report.count(Outcome.FAILED):
        stamp.write_text(state, "utf-8")


def _is_filled(database: Database) -> bool:
    """The stamp says nothing of a database that was taken away or changed for another."""
    with database.read() as db:
        return db.scalar(select(DocumentRow.id).where(DocumentRow.source == SOURCE).limit(1)) is not None


def _state(embedder: str | None) -> str:
    total = hashlib.sha256(f"{READER_VERSION} {embedder}".encode())
    for file in sorted(STARTER_LIBRARY.rglob("*")):
        if file.is_file():
            total.update(file.name.encode() + file.read_bytes())
    return total.hexdigest()
