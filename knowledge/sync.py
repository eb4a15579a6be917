"""Brings the library to the state of a folder: new and changed files in, vanished ones out, one transaction a
document.

Killed at any moment, each document is either old or new, and the next run completes the work.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from filelock import FileLock
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.database import Database
from knowledge.embedding.protocol import Embeds
from knowledge.folder import Found, FoundFile, find_documents
from knowledge.media import sweep
from knowledge.publishing import note_change, publish
from knowledge.reading.errors import Unreadable
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.pool import read_many
from knowledge.reading.section import Reading
from knowledge.sync_report import Line, Outcome, Report
from knowledge.tables import DocumentRow
from knowledge.writing import Draft, embed, prepare, write

# Raise it when readers or passages change so much that unchanged files must be read anew.
READER_VERSION = "2"
OWN = "own"
PASSAGES_AT_ONCE = 512


class EmptyFolder(Exception):
    """The folder holds no document at all, but the library does: nothing was changed."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """What a sync works with."""

    database: Database
    embedder: Embeds
    home: Path
    limits: Limits = field(default_factory=Limits)
    recognition: Recognition = field(default_factory=Recognition)
    readers: int = 2

    @property
    def media(self) -> Path:
        return self.home / "media"

    def lock(self) -> FileLock:
        self.home.mkdir(parents=True, exist_ok=True)
        return FileLock(self.home / "sync.lock")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done: `read` holds each file with its fingerprint."""

    read: tuple[tuple[FoundFile, str], ...]
    unchanged: tuple[str, ...]
    gone: tuple[str, ...]
    known: frozenset[str]
    failed: tuple[Line, ...]


Tell = Callable[[Line, int, int], None]


def sync(
    workshop: Workshop,
    folder: Path,
    source: str = OWN,
    *,
    allow_empty: bool = False,
    tell: Tell | None = None,
) -> Report:
    """One run over `folder`; `tell` hears of each line with the numbers of documents done and in all.

    A second run at the same time waits for the first. Raises FolderUnreadable, and EmptyFolder where the
    library would be emptied.
    """
    started = time.monotonic()
    report = Report()
    with workshop.lock():
        plan = make_plan(workshop, find_documents(folder), source)
        if not (plan.read or plan.unchanged or allow_empty) and plan.known:
            raise EmptyFolder(str(folder))
        total = len(plan.read) + len(plan.unchanged) + len(plan.failed) + len(plan.gone)
        leaving = _take_out(workshop, plan, source, report, allow_empty)
        for line in chain(_take_in(workshop, plan, source), leaving):
            report.lines.append(line)
            if tell:
                tell(line, len(report.lines), total)
        _finish(workshop)
    report.seconds = time.monotonic() - started
    return report


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


def _take_in(workshop: Workshop, plan: Plan, source: str) -> Iterator[Line]:
    yield from plan.failed
    for name in plan.unchanged:
        yield Line(name, Outcome.UNCHANGED)
    yield from _read_all(workshop, plan, source)


def _take_out(
    workshop: Workshop, plan: Plan, source: str, report: Report, allow_empty: bool
) -> Iterator[Line]:
    """Vanished documents leave, unless nothing at all could be read: then it is the folder that is broken."""
    if report.nothing_readable and not allow_empty:
        return
    for name in plan.gone:
        with workshop.database.write.begin() as db:
            _remove(db, source, name)
        yield Line(name, Outcome.REMOVED)


def _read_all(workshop: Workshop, plan: Plan, source: str) -> Iterator[Line]:
    """Documents are embedded together until a batch is full, because many short texts at once are faster than
    one by one."""
    waiting: list[Draft] = []
    by_path = {file.path: (file, fingerprint) for file, fingerprint in plan.read}
    readings = read_many(by_path, workshop.limits, workshop.recognition, workshop.readers)
    with closing(readings):
        for path, result in readings:
            file, fingerprint = by_path[path]
            if isinstance(result, Reading):
                waiting.append(prepare(file, fingerprint, source, result, workshop.embedder))
            else:
                yield _failure(file.name, result, file.name in plan.known)
            if sum(len(draft.passages) for draft in waiting) >= PASSAGES_AT_ONCE:
                yield from _write_all(workshop, waiting, plan.known)
                waiting = []
    yield from _write_all(workshop, waiting, plan.known)


def _write_all(workshop: Workshop, drafts: list[Draft], known: frozenset[str]) -> Iterator[Line]:
    for draft, vectors in embed(drafts, workshop.embedder):
        write(workshop.database, workshop.media, draft, vectors, workshop.embedder.model_id)
        outcome = Outcome.CHANGED if draft.file.name in known else Outcome.ADDED
        yield Line(draft.file.name, outcome, len(draft.passages), "; ".join(draft.reading.notices))


def _failure(name: str, error: Unreadable, known: bool) -> Line:
    stays = "; the earlier version stays in the library" if known else ""
    return Line(name, Outcome.FAILED, why=f"{error}{stays}")


def _remove(db: Session, source: str, name: str) -> None:
    row = db.scalars(select(DocumentRow).where(DocumentRow.source == source, DocumentRow.name == name)).one()
    db.delete(row)
    note_change(db)


def _finish(workshop: Workshop) -> None:
    with workshop.database.write.begin() as db:
        publish(db)
        wanted = set(db.scalars(select(DocumentRow.original).where(DocumentRow.original.is_not(None))))
    sweep(workshop.media, {name for name in wanted if name})
