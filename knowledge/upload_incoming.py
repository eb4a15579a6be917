"""What somebody uploads: taken in under a harmless name, and forgotten where nobody publishes it."""

from __future__ import annotations

import re
import secrets
import shutil
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import select

from core.people.actor import Actor, demand_of
from core.people.roles import Right
from knowledge.kinds import KIND_OF_SUFFIX, RECORDINGS, DocumentKind
from knowledge.reading.errors import TooLarge, WrongFormat
from knowledge.tables import UploadRow
from knowledge.workshop import Workshop

FORGOTTEN_AFTER = timedelta(days=1)
LONGEST_STEM = 120  # bytes
UNNAMED = "anleitung"
_FOLDER = re.compile(r"[0-9a-f]{32}")
_PIECE = 2**20


class TooManyFiles(Exception):
    """More than one document at a time, or subtitles beside something that is no recording."""


class NoSuchUpload(Exception):
    """It was never there, or has been forgotten."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file as a browser sends it; `name` can be anything."""

    name: str
    content: BinaryIO


def receive(workshop: Workshop, files: Sequence[Incoming], by: Actor) -> str:
    """Keeps a document, or a recording with its subtitles, for a day; returns the word to look at it by.

    Raises NotAllowed, TooManyFiles, and Unreadable for what is too large or of no kind that is read.
    """
    demand_of(by, Right.MANAGE_LIBRARY)
    document, beside = _document_and_subtitles(files)
    name = clean_file_name(document.name)
    token = secrets.token_hex(16)
    folder = workshop.uploads / token
    folder.mkdir(parents=True)
    try:
        _keep(document.content, folder / name, workshop)
        for each in beside:
            _keep(each.content, folder / (Path(name).stem + _suffix(each.name)), workshop)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return token


def folder_of(workshop: Workshop, token: str) -> Path:
    """Where the files of an upload lie. Raises NoSuchUpload."""
    folder = workshop.uploads / token
    if not _FOLDER.fullmatch(token) or not folder.is_dir():
        raise NoSuchUpload(token)
    return folder


def clean_file_name(name: str) -> str:
    """A name without folders, of letters and digits that any disk takes; its ending in small letters."""
    last = unicodedata.normalize("NFC", re.split(r"[/\\]", name)[-1])
    suffix = _suffix(last)
    stem = last[: len(last) - len(suffix)] if suffix else last
    kept = "".join(letter if letter.isalnum() or letter in " -_.,()+&" else "-" for letter in stem)
    kept = " ".join(kept.encode("utf-8", "ignore")[:LONGEST_STEM].decode("utf-8", "ignore").split())
    kept = kept.strip(" .-_~")
    return (kept if any(letter.isalnum() for letter in kept) else UNNAMED) + suffix


def discard(workshop: Workshop, token: str, by: Actor) -> None:
    """Forgets an upload at once, unless it has been published. Raises NotAllowed."""
    demand_of(by, Right.MANAGE_LIBRARY)
    with workshop.lock():
        if _FOLDER.fullmatch(token) and token not in _published(workshop):
            shutil.rmtree(workshop.uploads / token, ignore_errors=True)


def forget(workshop: Workshop, now: datetime) -> None:
    """Deletes uploads of more than a day ago that are no version; the workshop's lock is held."""
    if not workshop.uploads.is_dir():
        return
    kept, limit = _published(workshop), (now - FORGOTTEN_AFTER).timestamp()
    for folder in workshop.uploads.iterdir():
        if folder.name not in kept and folder.stat().st_mtime < limit:
            shutil.rmtree(folder, ignore_errors=True)


def _published(workshop: Workshop) -> set[str]:
    with workshop.database.read() as db:
        return set(db.scalars(select(UploadRow.folder)))


def _document_and_subtitles(files: Sequence[Incoming]) -> tuple[Incoming, Sequence[Incoming]]:
    if len(files) == 1:
        return files[0], ()
    recordings = [file for file in files if _kind(file) in RECORDINGS]
    beside = [file for file in files if _kind(file) is DocumentKind.TRANSCRIPT]
    if len(files) != 2 or not recordings or not beside:
        raise TooManyFiles
    return recordings[0], beside


def _kind(file: Incoming) -> DocumentKind | None:
    return KIND_OF_SUFFIX.get(_suffix(file.name))


def _suffix(name: str) -> str:
    return Path(name).suffix.lower() if Path(name).suffix.isascii() else ""


def _keep(content: BinaryIO, path: Path, workshop: Workshop) -> None:
    kind = KIND_OF_SUFFIX.get(path.suffix)
    if kind is None:
        raise WrongFormat(f"files ending in {path.suffix or 'nothing'} are not read")
    left = workshop.limits.media_bytes if kind in RECORDINGS else workshop.limits.file_bytes
    with path.open("xb") as kept:
        while piece := content.read(_PIECE):
            left -= len(piece)
            if left < 0:
                raise TooLarge("the file is larger than allowed")
            kept.write(piece)
