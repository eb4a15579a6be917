"""The watched folder: lists that are laid into it are taken by themselves and put aside with a report.

A list goes from the folder to `in-arbeit/` before it is read, so that one that cannot be moved is not taken
anew each minute, and from there to `erledigt/` or `abgelehnt/`. One that a crash has left in `in-arbeit/` is
taken again, which changes nothing where it had been taken already.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from filelock import FileLock, Timeout

from core.database import Database
from core.house import House
from core.people.actor import OPERATOR
from deliveries.handing_in import HandedIn, given_file, hand_in
from deliveries.importing.taking import Way

log = logging.getLogger(__name__)

AT_WORK, DONE, REFUSED = "in-arbeit", "erledigt", "abgelehnt"
REPORT = ".bericht.json"
LOCK = ".lotse.lock"
SECONDS_UNCHANGED = 60
LARGEST = 20 * 2**20
LONGEST_STEM, LONGEST_SUFFIX = 180, 20
# What programs keep beside a file that is open or on its way.
UNFINISHED = (".tmp", ".part", ".filepart", ".crdownload")


class FolderNotUsable(OSError):
    """One of the folders for lists that are done with is a link: nobody knows where it leads."""


@dataclass(frozen=True, slots=True)
class FolderDone:
    """How many lists were taken, refused, and left because they could not be read or moved."""

    taken: int = 0
    refused: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class FolderState:
    """Whether there is such a folder, and how many lists wait in it, were taken and were refused."""

    there: bool
    waiting: int = 0
    taken: int = 0
    refused: int = 0


def take_folder(database: Database, folder: Path, now: datetime, house: House) -> FolderDone:
    """Takes the lists that have not changed for a minute, the oldest first. Sub-folders and links are left
    alone. Where another process is at it nothing is done. Raises OSError where the folder cannot be used."""
    if not folder.is_dir():  # a lock would make it
        raise FileNotFoundError
    try:
        with FileLock(folder / LOCK, timeout=0):
            return _take_all(database, folder, now, house)
    except Timeout:
        return FolderDone()


def folder_state(folder: Path) -> FolderState:
    """How the folder stands at the moment; never raises OSError."""
    try:
        waiting = len(list(_lists(folder)))
    except OSError:
        return FolderState(False)
    return FolderState(
        True, waiting + _count(folder / AT_WORK), _count(folder / DONE), _count(folder / REFUSED)
    )


def _take_all(database: Database, folder: Path, now: datetime, house: House) -> FolderDone:
    for name in (AT_WORK, DONE, REFUSED):
        _own_folder(folder / name)
    left = sum(not _claimed(entry, folder) for entry in _lists(folder) if _is_finished(entry, now))
    taken = refused = 0
    for entry in sorted(_lists(folder / AT_WORK), key=_age):
        accepted = _take(database, entry, folder, now, house)
        taken += accepted is True
        refused += accepted is False
        left += accepted is None
    return FolderDone(taken, refused, left)


def _own_folder(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    if folder.is_symlink():
        raise FolderNotUsable


def _lists(folder: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        yield from (entry for entry in list(entries) if _may_be_a_list(entry))


def _count(folder: Path) -> int:
    try:
        return len(list(_lists(folder)))
    except OSError:  # not made yet
        return 0


def _may_be_a_list(entry: os.DirEntry[str]) -> bool:
    name = entry.name.lower()
    ours = name.endswith((*UNFINISHED, REPORT)) or name.startswith((".", "~$"))
    return not ours and entry.is_file(follow_symlinks=False)


def _is_finished(entry: os.DirEntry[str], now: datetime) -> bool:
    """The time of the last change of any kind: a copy keeps the time at which the original was written."""
    changed = entry.stat(follow_symlinks=False).st_ctime
    return now.timestamp() - changed >= SECONDS_UNCHANGED


def _age(entry: os.DirEntry[str]) -> tuple[float, str]:
    return entry.stat(follow_symlinks=False).st_mtime, entry.name


def _claimed(entry: os.DirEntry[str], folder: Path) -> bool:
    """Whether the list could be read and moved to where it is worked on."""
    try:
        with open(entry.path, "rb"):
            os.rename(entry.path, _free(folder / AT_WORK, _short(entry.name)))
    except OSError:
        return False
    return True


def _take(
    database: Database, entry: os.DirEntry[str], folder: Path, now: datetime, house: House
) -> bool | None:
    """Whether the list was accepted; None where it stays and is tried again in the next round."""
    try:
        with open(entry.path, "rb") as content:
            data = content.read(LARGEST + 1)  # one byte too many is enough to refuse it
        given = given_file(data, entry.name, Way.FOLDER)
        handed_in = hand_in(database, given, OPERATOR, now, house)
        _put_aside(entry, folder, handed_in)
    # Only its kind: the error's text can hold names of schools, and so can the file's name.
    except Exception as error:
        log.error("a list in the watched folder could not be taken: %s", type(error).__name__)
        return None
    return handed_in.accepted


def _put_aside(entry: os.DirEntry[str], folder: Path, handed_in: HandedIn) -> None:
    """The list first: where there is no room for its report it must not be taken anew each minute."""
    to = _free(folder / (DONE if handed_in.accepted else REFUSED), entry.name)
    text = json.dumps(handed_in.report, ensure_ascii=False, indent=1)
    os.rename(entry.path, to)
    try:
        with open(_report_of(to), "x", encoding="utf-8") as written:
            written.write(text)
    except OSError as error:  # the portal shows it all the same
        log.error("the report of a list could not be written: %s", type(error).__name__)


def _free(folder: Path, name: str) -> Path:
    """A path in the folder at which nothing lies, no report either: "liste.csv", or else "liste (2).csv"."""
    known = Path(name)
    names = (name if number == 1 else f"{known.stem} ({number}){known.suffix}" for number in count(1))
    paths = (folder / each for each in names)
    return next(path for path in paths if not os.path.lexists(path) and not os.path.lexists(_report_of(path)))


def _short(name: str) -> str:
    """Room for a number and for the report's ending: systems take names of 255 bytes."""
    known = Path(name)
    stem = os.fsdecode(os.fsencode(known.stem)[:LONGEST_STEM])
    return stem + os.fsdecode(os.fsencode(known.suffix)[:LONGEST_SUFFIX])


def _report_of(path: Path) -> Path:
    return path.with_name(path.name + REPORT)
