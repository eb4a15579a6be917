"""What a sync has to do: the folder compared with the library by content, before anything is read."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.folder import Found, FoundFile
from knowledge.sync_report import Line, Outcome
from knowledge.tables import DocumentRow
from knowledge.workshop import Workshop

# Raise it when readers or passages change so much that unchanged files must be read anew.
READER_VERSION = "2"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done: `read` holds each file with its fingerprint."""

    read: tuple[tuple[FoundFile, str], ...]
    unchanged: tuple[str, ...]
    gone: tuple[str, ...]
    known: frozenset[str]
    failed: tuple[Line, ...]


def make_plan(workshop: Workshop, found: Found, source: str) -> Plan:
    """Compares the folder with the library by content; reads no document."""
    with workshop.database.read() as db:
        known = _fingerprints(db, source)
    read, unchanged = [], []
    failed = [Line(name, Outcome.FAILED, why=why) for name, why in found.skipped]
    for file in found.files:
        try:
            fingerprint = f"{_digest(file)}:{READER_VERSION}:{workshop.embedder.model_id}"
        except OSError as error:
            failed.append(Line(file.name, Outcome.FAILED, why=f"cannot be opened: {error.strerror}"))
            continue
        if known.get(file.name) == fingerprint:
            unchanged.append(file.name)
        else:
            read.append((file, fingerprint))
    gone = _gone(known, [file.name for file in found.files], [name for name, _ in found.skipped])
    return Plan(tuple(read), tuple(unchanged), gone, frozenset(known), tuple(failed))


def _fingerprints(db: Session, source: str) -> dict[str, str]:
    rows = db.execute(select(DocumentRow.name, DocumentRow.fingerprint).where(DocumentRow.source == source))
    return {name: fingerprint for name, fingerprint in rows}


def _gone(known: Mapping[str, str], present: list[str], skipped: list[str]) -> tuple[str, ...]:
    """Documents that the folder does not hold any more. What stands in a folder that could not be opened is
    not gone."""
    there = set(present) | set(skipped)
    closed = tuple(f"{name}/" for name in skipped)
    return tuple(name for name in known if name not in there and not name.startswith(closed))


def _digest(file: FoundFile) -> str:
    """SHA-256 over the file and its companions."""
    total = hashlib.sha256()
    for path in (file.path, *file.companions):
        with path.open("rb") as content:
            total.update(hashlib.file_digest(content, "sha256").digest())
    return total.hexdigest()
