"""Brings the library to the state of a folder: new and changed files in, vanished ones out, one transaction a
document.

Killed at any moment, each document is either old or new, and the next run completes the work.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from knowledge.folder import FolderUnreadable, find_documents
from knowledge.media import sweep_unused
from knowledge.plan import Plan, made_with, make_plan
from knowledge.publishing import note_change, publish
from knowledge.reading.errors import Unreadable
from knowledge.reading.pool import read_many
from knowledge.reading.section import Reading
from knowledge.stored import store_audience
from knowledge.sync_report import Line, Outcome, Report
from knowledge.tables import DocumentRow
from knowledge.upload_incoming import forget
from knowledge.upload_reading import again
from knowledge.upload_versions import UPLOAD, out_of_date, version_numbered
from knowledge.workshop import Workshop
from knowledge.writing import Draft, embed, prepare, put, write

OWN = "own"
PASSAGES_AT_ONCE = 512


class EmptyFolder(Exception):
    """The folder holds no document at all, but the library does: nothing was changed."""


class ReservedSource(FolderUnreadable):
    """A folder cannot be called as what people upload is."""


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

    Uploads that another reader or model is to read anew are read along. A second run at the same time waits
    for the first. Raises FolderUnreadable, and EmptyFolder where the library would be emptied.
    """
    if source == UPLOAD:
        raise ReservedSource(f'"{UPLOAD}" is the source of documents that people upload; choose another')
    started = time.monotonic()
    report = Report()
    with workshop.lock():
        plan = make_plan(workshop, find_documents(folder), source)
        if not (plan.read or plan.unchanged or plan.withdrawn or allow_empty) and plan.known:
            raise EmptyFolder(str(folder))
        _limit(workshop, plan, source)
        uploads = _uploads_out_of_date(workshop)
        total = sum(map(len, (plan.read, plan.unchanged, plan.failed, plan.gone, uploads)))
        leaving = _take_out(workshop, plan, source, report, allow_empty)
        for line in chain(_take_in(workshop, plan, source), leaving, _read_uploads(workshop, uploads)):
            report.lines.append(line)
            if tell:
                tell(line, len(report.lines), total)
        _finish(workshop)
    report.seconds = time.monotonic() - started
    return report


def _limit(workshop: Workshop, plan: Plan, source: str) -> None:
    """Who may read what holds from here on, whatever becomes of the documents later in this run. It is
    published at once: until everything is read hours can pass."""
    if not (plan.limits or plan.withdrawn):
        return
    with workshop.database.write.begin() as db:
        for name, audience in plan.limits.items():
            changed = update(DocumentRow).where(DocumentRow.source == source, DocumentRow.name == name)
            db.execute(changed.values(audience=store_audience(audience)))
        for name in plan.withdrawn:
            _remove(db, source, name)
        note_change(db)
        publish(db)


def _take_in(workshop: Workshop, plan: Plan, source: str) -> Iterator[Line]:
    yield from plan.failed
    for name in plan.unchanged:
        if name in plan.limits:
            yield Line(name, Outcome.CHANGED, why="only who may read it")
        else:
            yield Line(name, Outcome.UNCHANGED)
    yield from _read_all(workshop, plan, source)


def _take_out(
    workshop: Workshop, plan: Plan, source: str, report: Report, allow_empty: bool
) -> Iterator[Line]:
    """Vanished documents leave, unless nothing at all could be read: then it is the folder that is broken."""
    stay = report.nothing_readable and not allow_empty
    for name in plan.gone:
        if name not in plan.withdrawn:
            if stay:
                continue
            with workshop.database.write.begin() as db:
                _remove(db, source, name)
        yield Line(name, Outcome.REMOVED)


def _read_all(workshop: Workshop, plan: Plan, source: str) -> Iterator[Line]:
    """Documents are embedded together until a batch is full, because many short texts at once are faster than
    one by one."""
    waiting: list[Draft] = []
    by_path = {task.file.path: task for task in plan.read}
    readings = read_many(by_path, workshop.limits, workshop.recognition, workshop.readers)
    with closing(readings):
        for path, result in readings:
            task = by_path[path]
            if isinstance(result, Reading):
                waiting.append(prepare(task, source, result, workshop.embedder))
            else:
                yield _failure(task.file.name, result, task.file.name in plan.known)
            if sum(len(draft.passages) for draft in waiting) >= PASSAGES_AT_ONCE:
                yield from _write_all(workshop, waiting, plan.known)
                waiting = []
    yield from _write_all(workshop, waiting, plan.known)


def _write_all(workshop: Workshop, drafts: list[Draft], known: frozenset[str]) -> Iterator[Line]:
    for draft, vectors in embed(drafts, workshop.embedder):
        write(workshop.database, workshop.media, draft, vectors, workshop.embedder.model_id)
        outcome = Outcome.CHANGED if draft.file.name in known else Outcome.ADDED
        yield Line(draft.file.name, outcome, len(draft.passages), "; ".join(draft.reading.notices))


def _uploads_out_of_date(workshop: Workshop) -> Sequence[int]:
    with workshop.database.read() as db:
        return out_of_date(db, made_with(workshop))


def _read_uploads(workshop: Workshop, uploads: Sequence[int]) -> Iterator[Line]:
    for number in uploads:
        with workshop.database.read() as db:
            version = version_numbered(db, number)
        try:
            row = again(workshop, version)
        except Unreadable as error:
            yield _failure(version.name, error, known=True)
        else:
            with workshop.database.write.begin() as db:
                put(db, row)
            yield Line(version.name, Outcome.CHANGED)


def _failure(name: str, error: Unreadable, known: bool) -> Line:
    stays = "; the earlier version stays in the library" if known else ""
    return Line(name, Outcome.FAILED, why=str(error).rstrip(".") + stays)


def _remove(db: Session, source: str, name: str) -> None:
    row = db.scalars(select(DocumentRow).where(DocumentRow.source == source, DocumentRow.name == name)).one()
    db.delete(row)
    note_change(db)


def _finish(workshop: Workshop) -> None:
    with workshop.database.write.begin() as db:
        publish(db)
    sweep_unused(workshop)
    forget(workshop, datetime.now(UTC))
