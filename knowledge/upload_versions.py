"""The versions of uploaded documents, as the database knows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.audience import Audience
from knowledge.reading.facts import Facts
from knowledge.stored import load_audience, load_facts
from knowledge.tables import DocumentRow, UploadRow

UPLOAD = "upload"
Place = tuple[str, str]  # source and name of a document


class State(StrEnum):
    """Of the versions of a document at most one is live."""

    LIVE = "live"
    EARLIER = "earlier"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class Version:
    """A version of an uploaded document. `person_id` is who published it, None where the person is gone."""

    id: int
    name: str
    number: int
    state: State
    folder: str
    replaces: Place | None
    title: str
    facts: Facts
    audience: Audience
    person_id: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A document with those of its versions that are kept, the newest first."""

    name: str
    versions: tuple[Version, ...]

    @property
    def live(self) -> Version | None:
        return next((version for version in self.versions if version.state is State.LIVE), None)

    @property
    def before(self) -> Version | None:
        """What is shown again when the live version is taken back."""
        live = self.live
        earlier = (version for version in self.versions if version.state is State.EARLIER)
        return next((version for version in earlier if live and version.number < live.number), None)


def as_version(row: UploadRow) -> Version:
    replaces = (row.replaces_source, row.replaces_name)
    return Version(
        row.id,
        row.name,
        row.number,
        State(row.state),
        row.folder,
        (replaces[0], replaces[1]) if replaces[0] is not None and replaces[1] is not None else None,
        row.title,
        load_facts(row.facts),
        load_audience(row.audience),
        row.person_id,
        row.at,
    )


def version_numbered(db: Session, number: int) -> Version:
    """The version whose row has this number."""
    return as_version(db.get_one(UploadRow, number))


def document_named(db: Session, name: str) -> Uploaded | None:
    """An uploaded document, also one that is not live any more."""
    rows = select(UploadRow).where(UploadRow.name == name).order_by(UploadRow.number.desc())
    versions = tuple(map(as_version, db.scalars(rows)))
    return Uploaded(name, versions) if versions else None


def all_documents(db: Session) -> Sequence[Uploaded]:
    """By title of the newest version."""
    rows = db.scalars(select(UploadRow).order_by(UploadRow.name, UploadRow.number.desc()))
    found = [
        Uploaded(name, tuple(map(as_version, members)))
        for name, members in groupby(rows, key=lambda row: row.name)
    ]
    return sorted(found, key=lambda document: document.versions[0].title.casefold())


def replacements(db: Session) -> Mapping[Place, str]:
    """The documents that an upload stands in for: they are shown to nobody. With the upload's name."""
    live = db.scalars(select(UploadRow).where(UploadRow.state == State.LIVE))
    versions = map(as_version, live)
    return {version.replaces: version.name for version in versions if version.replaces}


def is_replaced(db: Session, source: str, name: str) -> bool:
    """Whether an upload stands in for the document."""
    same = (UploadRow.replaces_source == source, UploadRow.replaces_name == name)
    live = select(UploadRow.id).where(UploadRow.state == State.LIVE, *same)
    return db.scalar(live.limit(1)) is not None


def out_of_date(db: Session, made_with: str) -> Sequence[int]:
    """Live versions that were read in another way than `made_with` says."""
    known = dict(
        db.execute(
            select(DocumentRow.name, DocumentRow.fingerprint).where(DocumentRow.source == UPLOAD)
        ).all()
    )
    live = db.execute(select(UploadRow.id, UploadRow.name).where(UploadRow.state == State.LIVE)).all()
    return [number for number, name in live if known.get(name, "").partition(":")[2] != made_with]
