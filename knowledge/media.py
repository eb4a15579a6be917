"""The documents' own files, kept under a name that is their content's hash, so that pages and recordings can
be shown later."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection
from pathlib import Path

from sqlalchemy import select

from knowledge.kinds import DocumentKind
from knowledge.tables import DocumentRow
from knowledge.workshop import Workshop

KEPT = frozenset(
    {DocumentKind.PDF, DocumentKind.TEXT, DocumentKind.SLIDES, DocumentKind.VIDEO, DocumentKind.AUDIO}
)


def keep(path: Path, digest: str, media: Path) -> str:
    """Copies the file into the media folder if it is not there yet; returns its name there. Killed in
    between, it leaves only a temporary file behind."""
    name = digest + path.suffix.lower()
    if not (media / name).exists():
        media.mkdir(parents=True, exist_ok=True)
        unfinished = media / f"{name}.{os.getpid()}.part"
        shutil.copyfile(path, unfinished)
        unfinished.replace(media / name)
    return name


def sweep_unused(workshop: Workshop) -> None:
    """Deletes the files of documents that are gone; the workshop's lock is held."""
    with workshop.database.read() as db:
        wanted = set(db.scalars(select(DocumentRow.original).where(DocumentRow.original.is_not(None))))
    sweep(workshop.media, {name for name in wanted if name})


def sweep(media: Path, wanted: Collection[str]) -> None:
    """Deletes what no document speaks of any more."""
    for file in media.glob("*"):
        if file.name not in wanted:
            file.unlink(missing_ok=True)
