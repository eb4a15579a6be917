"""What a sync has to do: the folder compared with the library by content and by who may read it, before
anything is read."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.people.names import fold
from core.people.tables import SchoolRow
from knowledge.access import Access
from knowledge.audience import Audience
from knowledge.folder import Found, FoundFile
from knowledge.stored import store_audience
from knowledge.sync_report import Line, Outcome
from knowledge.tables import DocumentRow
from knowledge.workshop import Workshop

# Raise it when readers or passages change so much that unchanged files must be read anew.
READER_VERSION = "3"


@dataclass(frozen=True, slots=True)
class Task:
    """A document that is to be read."""

    file: FoundFile
    fingerprint: str
    audience: Audience


@dataclass(frozen=True, slots=True)
class Known:
    """What the library holds of a document; `audience` as it is stored."""

    fingerprint: str
    audience: Any


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done. `limits` are the new audiences of documents that the library holds; `withdrawn` are
    those that it may hold no longer."""

    read: tuple[Task, ...]
    unchanged: tuple[str, ...]
    gone: tuple[str, ...]
    known: frozenset[str]
    failed: tuple[Line, ...]
    limits: Mapping[str, Audience]
    withdrawn: frozenset[str]


def make_plan(workshop: Workshop, found: Found, source: str) -> Plan:
    """Compares the folder with the library; reads no document."""
    with workshop.database.read() as db:
        known = _known(db, source)
        access = Access(found, _schools(db))
    refused = dict(_refused(known, found, access))
    gone = _gone(known, found)
    reasons = dict(found.skipped) | {name: why for name, why in refused.items() if name not in gone}
    failed = [Line(name, Outcome.FAILED, why=why) for name, why in sorted(reasons.items())]
    read, unchanged = [], []
    for file in found.files:
        if file.name in refused:
            continue
        try:
            fingerprint = f"{digest(file, found)}:{made_with(workshop)}"
        except OSError as error:
            failed.append(Line(file.name, Outcome.FAILED, why=f"cannot be opened: {error.strerror}"))
            continue
        if file.name in known and known[file.name].fingerprint == fingerprint:
            unchanged.append(file.name)
        else:
            read.append(Task(file, fingerprint, access.audience(file.name)))
    return Plan(
        read=tuple(read),
        unchanged=tuple(unchanged),
        gone=gone,
        known=frozenset(known),
        failed=tuple(failed),
        limits=_limits(known.keys() - refused.keys(), known, access),
        withdrawn=frozenset(known.keys() & refused.keys()),
    )


def made_with(workshop: Workshop) -> str:
    """The part of a fingerprint that says how the document was read."""
    return f"{READER_VERSION}:{workshop.embedder.model_id}"


def _known(db: Session, source: str) -> dict[str, Known]:
    columns = (DocumentRow.name, DocumentRow.fingerprint, DocumentRow.audience)
    rows = db.execute(select(*columns).where(DocumentRow.source == source))
    return {name: Known(fingerprint, audience) for name, fingerprint, audience in rows}


def _schools(db: Session) -> dict[str, int]:
    """By folded name, and by short name where only one school has it and none is called so."""
    rows = db.execute(select(SchoolRow.folded, SchoolRow.short_name, SchoolRow.id)).all()
    short_names = Counter(fold(row.short_name) for row in rows)
    by_short_name = {
        fold(row.short_name): row.id
        for row in rows
        if row.short_name and short_names[fold(row.short_name)] == 1
    }
    return by_short_name | {row.folded: row.id for row in rows}


def _refused(known: Mapping[str, Known], found: Found, access: Access) -> Iterator[tuple[str, str]]:
    """What may not be in the library, with the reason."""
    yield from found.withheld
    for name in {file.name for file in found.files} | known.keys():
        if why := access.refusal(name):
            yield name, why
        elif not access.has_seen(name) and _is_in_doubt(known[name], access.audience(name)):
            yield name, "nobody can say who may read it: its folder cannot be read any more"


def _is_in_doubt(document: Known, above: Audience) -> bool:
    """The audience that was stored may be the unseen folder's own, or that of the folders above from earlier.
    Where those are open it is at least as narrow as what holds now."""
    return not above.open_to_all and store_audience(above) != document.audience


def _limits(names: Set[str], known: Mapping[str, Known], access: Access) -> dict[str, Audience]:
    now = {name: access.audience(name) for name in names if access.has_seen(name)}
    return {name: who for name, who in now.items() if store_audience(who) != known[name].audience}


def _gone(known: Collection[str], found: Found) -> tuple[str, ...]:
    """Documents that the folder does not hold any more. What stands in a folder that could not be opened is
    not gone."""
    skipped = [name for name, _ in found.skipped]
    there = {*skipped, *(name for name, _ in found.withheld), *(file.name for file in found.files)}
    closed = tuple(f"{name}/" for name in skipped)
    return tuple(name for name in known if name not in there and not name.startswith(closed))


def digest(file: FoundFile, found: Found) -> str:
    """SHA-256 over the file and its companions, and over what decides which files it may include."""
    total = hashlib.sha256()
    if file.path.suffix.lower() == ".rst":
        total.update("\n".join(sorted(access.name for access in found.access)).encode())
    for path in (file.path, *file.companions):
        with path.open("rb") as content:
            total.update(hashlib.file_digest(content, "sha256").digest())
    return total.hexdigest()
