"""Adding and replacing documents by upload, and the way back.

Whoever writes versions holds the lock of a sync. So what was looked up stays true until it is written, and
embedding keeps nobody from writing meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from filelock import Timeout
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.people.actor import Actor, demand_of
from core.people.names import kept_name
from core.people.roles import Right
from core.people.workplaces import schools_numbered
from knowledge import publishing
from knowledge.audience import Audience
from knowledge.media import sweep_unused
from knowledge.reading.facts import Facts
from knowledge.stored import store_audience, store_facts
from knowledge.tables import DocumentRow, UploadRow
from knowledge.upload_incoming import forget
from knowledge.upload_reading import Preview, again, made
from knowledge.upload_versions import (
    UPLOAD,
    Place,
    State,
    Uploaded,
    Version,
    all_documents,
    as_version,
    document_named,
    is_replaced,
)
from knowledge.workshop import Workshop
from knowledge.writing import put

KEPT_VERSIONS = 5
LONGEST_TITLE = 200
WAITS = 20  # seconds


class Busy(Exception):
    """A sync, or somebody else's upload, is being written; nothing was changed."""


class Overtaken(Exception):
    """Somebody else has replaced or taken back the document since it was looked at."""


class NoSuchDocument(Exception):
    """The document or the version is not there (any more)."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """The document to replace; for an upload with the number of the version that was looked at."""

    source: str
    name: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody says about an upload to be published."""

    title: str
    facts: Facts
    audience: Audience
    replaces: Replaced | None = None


@dataclass(frozen=True, slots=True)
class _Spot:
    name: str
    number: int
    replaces: Place | None


def publish(workshop: Workshop, preview: Preview, wish: Wish, by: Actor, now: datetime) -> Version:
    """Makes an upload live, as a new document or in the place of another. Done twice, it is done once.

    Raises NotAllowed, NameMissing and NameTooLong for the title, NoSuchSchool, NoSuchDocument, Overtaken and
    Busy.
    """
    actor = demand_of(by, Right.MANAGE_LIBRARY)
    title = kept_name(wish.title, LONGEST_TITLE)
    with _alone(workshop):
        with workshop.database.read() as db:
            known = db.scalar(select(UploadRow).where(UploadRow.folder == preview.token))
            if known is not None:
                return as_version(known)
            schools_numbered(db, wish.audience.schools)
            spot = _spot(db, preview.file.name, wish.replaces)
        document = made(workshop, preview, spot.name, title, wish.facts, wish.audience)
        with workshop.database.write.begin() as db:
            _retire(db, spot.name, State.EARLIER)
            row = _row(preview, spot, title, wish, actor, now)
            db.add(row)
            _show(db, document, row, Action.DOCUMENT_PUBLISHED, actor, now)
            _drop_oldest(db, spot.name)
            version = as_version(row)
        _clear_away(workshop, now)
    return version


def take_back(workshop: Workshop, name: str, number: int, by: Actor, now: datetime) -> Version | None:
    """Ends the live version, which has this number: the one before is live again. None where there is none:
    the document is withdrawn, and what it replaced returns.

    Raises NotAllowed, NoSuchDocument, Overtaken, Busy, and Unreadable where the one before cannot be read.
    """
    actor = demand_of(by, Right.MANAGE_LIBRARY)
    with _alone(workshop):
        found = _document(workshop, name)
        _demand_live(found, number)
        before = found.before
        document = again(workshop, before) if before else None
        with workshop.database.write.begin() as db:
            taken = _retire(db, name, State.TAKEN_BACK)
            if before and document:
                _show(db, document, _live_again(db, before), Action.DOCUMENT_TAKEN_BACK, actor, now)
            else:
                _withdraw(db, name, taken, actor, now)
        _clear_away(workshop, now)
    return before


def bring_back(
    workshop: Workshop, name: str, number: int, live: int | None, by: Actor, now: datetime
) -> Version:
    """Makes a version live that is kept; `live` is the number of the one that is, None where none is.

    Raises NotAllowed, NoSuchDocument, Overtaken, Busy and Unreadable.
    """
    actor = demand_of(by, Right.MANAGE_LIBRARY)
    with _alone(workshop):
        found = _document(workshop, name)
        _demand_live(found, live)
        wanted = next((version for version in found.versions if version.number == number), None)
        if wanted is None:
            raise NoSuchDocument(f"{name} {number}")
        with workshop.database.read() as db:
            if live is None and wanted.replaces and is_replaced(db, *wanted.replaces):
                raise Overtaken(name)
        document = again(workshop, wanted)
        with workshop.database.write.begin() as db:
            _retire(db, name, State.EARLIER)
            _show(db, document, _live_again(db, wanted), Action.DOCUMENT_PUBLISHED, actor, now)
        _clear_away(workshop, now)
    return wanted


def uploaded(db: Session, by: Actor) -> Sequence[Uploaded]:
    """All uploaded documents with the versions that are kept. Raises NotAllowed."""
    demand_of(by, Right.MANAGE_LIBRARY)
    return all_documents(db)


@contextmanager
def _alone(workshop: Workshop) -> Iterator[None]:
    try:
        with workshop.lock().acquire(timeout=WAITS):
            yield
    except Timeout as error:
        raise Busy from error


def _spot(db: Session, file_name: str, replaces: Replaced | None) -> _Spot:
    """Under which name and number an upload becomes a version."""
    if replaces is None:
        return _Spot(_free_name(db, file_name), 1, None)
    if replaces.source != UPLOAD:
        return _Spot(_free_name(db, file_name), 1, _replaceable(db, replaces))
    found = document_named(db, replaces.name)
    if found is None:
        raise NoSuchDocument(replaces.name)
    _demand_live(found, replaces.number)
    return _Spot(found.name, found.versions[0].number + 1, found.live.replaces if found.live else None)


def _replaceable(db: Session, replaces: Replaced) -> Place:
    if is_replaced(db, replaces.source, replaces.name):
        raise Overtaken(replaces.name)
    same = (DocumentRow.source == replaces.source, DocumentRow.name == replaces.name)
    if db.scalar(select(DocumentRow.id).where(*same)) is None:
        raise NoSuchDocument(replaces.name)
    return (replaces.source, replaces.name)


def _free_name(db: Session, file_name: str) -> str:
    """The name, with a number behind it where another upload has it."""
    taken = set(db.scalars(select(UploadRow.name).distinct()))
    path, number, name = Path(file_name), 1, file_name
    while name in taken:
        number += 1
        name = f"{path.stem}-{number}{path.suffix}"
    return name


def _document(workshop: Workshop, name: str) -> Uploaded:
    with workshop.database.read() as db:
        found = document_named(db, name)
    if found is None:
        raise NoSuchDocument(name)
    return found


def _demand_live(found: Uploaded, number: int | None) -> None:
    if (found.live.number if found.live else None) != number:
        raise Overtaken(found.name)


def _row(
    preview: Preview, spot: _Spot, title: str, wish: Wish, actor: int | None, now: datetime
) -> UploadRow:
    source, name = spot.replaces or (None, None)
    return UploadRow(
        name=spot.name,
        number=spot.number,
        state=State.LIVE,
        folder=preview.token,
        replaces_source=source,
        replaces_name=name,
        title=title,
        facts=store_facts(wish.facts),
        audience=store_audience(wish.audience),
        person_id=actor,
        at=now,
    )


def _retire(db: Session, name: str, state: State) -> int:
    """Ends the live version; its number, 0 where there was none."""
    live = (UploadRow.name == name, UploadRow.state == State.LIVE)
    number = db.scalar(select(UploadRow.number).where(*live)) or 0
    db.execute(update(UploadRow).where(*live).values(state=state))
    return number


def _live_again(db: Session, version: Version) -> UploadRow:
    row = db.get_one(UploadRow, version.id)
    row.state = State.LIVE
    return row


def _show(
    db: Session, document: DocumentRow, version: UploadRow, action: Action, actor: int | None, now: datetime
) -> None:
    put(db, document)
    db.flush()
    record(db, actor, action, f"document {document.id}: version {version.number}", now)
    publishing.publish(db)


def _withdraw(db: Session, name: str, number: int, actor: int | None, now: datetime) -> None:
    same = (DocumentRow.source == UPLOAD, DocumentRow.name == name)
    document = db.scalar(select(DocumentRow.id).where(*same))
    db.execute(delete(DocumentRow).where(*same))
    record(db, actor, Action.DOCUMENT_WITHDRAWN, f"document {document}: version {number}", now)
    publishing.note_change(db)
    publishing.publish(db)


def _drop_oldest(db: Session, name: str) -> None:
    newest = select(UploadRow.id).where(UploadRow.name == name).order_by(UploadRow.number.desc())
    for number in db.scalars(newest.offset(KEPT_VERSIONS)).all():
        db.execute(delete(UploadRow).where(UploadRow.id == number))


def _clear_away(workshop: Workshop, now: datetime) -> None:
    sweep_unused(workshop)
    forget(workshop, now)
