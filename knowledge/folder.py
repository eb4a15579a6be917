"""Finds the documents of a library's folder."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from knowledge.kinds import KIND_OF_SUFFIX, RECORDINGS, DocumentKind
from knowledge.reading.facts import SUFFIX as FACTS

_LEFT_OVERS = ("~$", "~", ".", "Thumbs.db", "desktop.ini")
_OLD_FORMATS = {
    ".doc": ".docx",
    ".docm": ".docx",
    ".dot": ".docx",
    ".dotx": ".docx",
    ".rtf": ".docx",
    ".ppt": ".pptx",
    ".pps": ".pptx",
    ".ppsx": ".pptx",
    ".pptm": ".pptx",
}
ACCESS = frozenset({"zugriff.yml", "zugriff.yaml"})
# Editors that hide endings save the access file so. Overlooked, it would leave open what it means to limit.
_MISNAMED_ACCESS = frozenset(f"{name}.txt" for name in ACCESS)


class FolderUnreadable(Exception):
    """The library's folder is missing, is no folder or cannot be listed; `str(error)` says which."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A document. `name` is its path relative to the folder, in NFC and with "/"; `path` is where it lies.

    `companions` are the subtitle files of a recording and the file with a document's facts; `size` and
    `mtime_ns` are the document's own.
    """

    name: str
    path: Path
    size: int
    mtime_ns: int
    companions: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class AccessFile:
    """A file that says who may read its folder; `refused` is why it cannot be read at all."""

    name: str
    path: Path
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """All documents by name, and (name, reason) of what looked like one and is not taken; what is `withheld`
    may not be shown in an earlier version either. `ignored` counts files of kinds that hold no text of their
    own, such as pictures. `folders` are the names of all that were listed; "" is the library's own."""

    files: tuple[FoundFile, ...]
    skipped: tuple[tuple[str, str], ...]
    ignored: int = 0
    withheld: tuple[tuple[str, str], ...] = ()
    access: tuple[AccessFile, ...] = ()
    folders: frozenset[str] = frozenset()


def find_documents(folder: Path) -> Found:
    """The documents below the folder, sorted by name. Raises FolderUnreadable."""
    root = folder.absolute()
    try:
        with os.scandir(root):
            pass
    except NotADirectoryError as error:
        raise FolderUnreadable(f"{folder} is not a folder") from error
    except OSError as error:
        raise FolderUnreadable(f"{folder} cannot be read: {error.strerror}") from error
    walk = _Walk(root)
    walk.through(root)
    withheld = walk.smuggled()
    unique = _unique([file for file in walk.files if file.name not in withheld], walk.skipped)
    files = tuple(_with_facts(_with_companions(unique), walk.facts))
    return Found(
        files,
        tuple(sorted(walk.skipped)),
        walk.ignored + len(walk.facts.keys() - {file.name for file in files}),
        tuple((name, "a link to a document with another access file") for name in sorted(withheld)),
        tuple(walk.access),
        frozenset(walk.folders),
    )


def above(name: str) -> Iterator[str]:
    """The folders that a file lies in, the nearest first; the last is "", the library's own."""
    while name:
        name = name.rpartition("/")[0]
        yield name


class _Walk:
    def __init__(self, root: Path) -> None:
        self.files: list[FoundFile] = []
        self.skipped: list[tuple[str, str]] = []
        self.ignored = 0
        self.access: list[AccessFile] = []
        self.facts: dict[str, Path] = {}
        self.folders: set[str] = set()
        self._links: dict[str, str] = {}
        self._root = os.path.realpath(root)
        self._folders: list[tuple[str, str]] = []

    def through(self, root: Path) -> None:
        self._folders = [(str(root), "")]
        while self._folders:
            folder, name = self._folders.pop()
            for entry in self._entries(folder, name):
                self._take(entry, f"{name}/{entry.name}" if name else entry.name)

    def smuggled(self) -> set[str]:
        """Links that would carry a document out of the folder whose access file it obeys."""
        limited = {file.name.rpartition("/")[0] for file in self.access}
        return {
            name
            for name, target in self._links.items()
            if _governing(name, limited) != _governing(target, limited)
        }

    def _entries(self, folder: str, name: str) -> Iterator[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self.skipped.append((name, f"the folder cannot be read: {error.strerror}"))
            return
        self.folders.add(name)
        yield from (entry for entry in found if not entry.name.startswith(_LEFT_OVERS))

    def _take(self, entry: os.DirEntry[str], name: str) -> None:
        name = unicodedata.normalize("NFC", name)
        try:
            name.encode()
        except UnicodeEncodeError:
            shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
            self.skipped.append((shown, "the name is not valid text; rename it"))
            return
        if entry.name.casefold() in ACCESS | _MISNAMED_ACCESS:
            self.access.append(AccessFile(name, Path(entry.path), self._refused_access(entry)))
        elif entry.is_symlink() and (reason := self._refused_link(entry)):
            if self._is_of_interest(name):
                self.skipped.append((name, reason))
        elif entry.is_dir():
            self._folders.append((entry.path, name))
        else:
            self._take_file(entry, name)

    def _refused_access(self, entry: os.DirEntry[str]) -> str | None:
        if entry.name.casefold() in _MISNAMED_ACCESS:
            return "it is to be called zugriff.yml"
        return self._refused_link(entry) if entry.is_symlink() else None

    def _refused_link(self, entry: os.DirEntry[str]) -> str | None:
        target = os.path.realpath(entry.path)
        if not os.path.exists(target):
            return "a link to nothing"
        if os.path.isdir(target):
            return "a link to a folder; put the folder itself here"
        inside = target == self._root or target.startswith(self._root + os.sep)
        return None if inside else "a link that leads out of the folder"

    def _is_of_interest(self, name: str) -> bool:
        suffix = Path(name).suffix.lower()
        return not suffix or suffix in KIND_OF_SUFFIX

    def _take_file(self, entry: os.DirEntry[str], name: str) -> None:
        suffix = Path(name).suffix.lower()
        if suffix in _OLD_FORMATS:
            self.skipped.append(
                (name, f"files ending in {suffix} are not read; save it as {_OLD_FORMATS[suffix]}")
            )
        elif suffix == FACTS:
            self.facts[name.removesuffix(suffix)] = Path(entry.path)
        elif suffix not in KIND_OF_SUFFIX:
            self.ignored += 1
        else:
            self._add(entry, name)

    def _add(self, entry: os.DirEntry[str], name: str) -> None:
        try:
            status = entry.stat()
        except OSError as error:
            self.skipped.append((name, f"the file cannot be read: {error.strerror}"))
            return
        if stat.S_ISREG(status.st_mode):
            self.files.append(FoundFile(name, Path(entry.path), status.st_size, status.st_mtime_ns))
            if entry.is_symlink():
                target = os.path.relpath(os.path.realpath(entry.path), self._root)
                self._links[name] = unicodedata.normalize("NFC", target.replace(os.sep, "/"))
        else:
            self.skipped.append((name, "this is not a file"))


def _governing(name: str, limited: Collection[str]) -> str | None:
    return next((folder for folder in above(name) if folder in limited), None)


def _unique(files: list[FoundFile], skipped: list[tuple[str, str]]) -> list[FoundFile]:
    """Two names can differ on the disk and be the same letters: ä as one sign, and as a with two dots."""
    by_name: dict[str, FoundFile] = {}
    for file in files:
        if file.name in by_name:
            skipped.append(
                (file.name, "another file has the same name, only with differently stored umlauts")
            )
        else:
            by_name[file.name] = file
    return [by_name[name] for name in sorted(by_name)]


def _with_companions(files: list[FoundFile]) -> Iterator[FoundFile]:
    """Subtitles beside a recording belong to it: `a.vtt` and `a.de.vtt` to `a.mp4`."""
    recordings = {_stem(file.name) for file in files if _kind(file) in RECORDINGS}
    companions: dict[str, list[Path]] = {stem: [] for stem in recordings}
    rest = []
    for file in files:
        owner = _owner(file, recordings)
        if owner is None:
            rest.append(file)
        else:
            companions[owner].append(file.path)
    for file in rest:
        own = companions.get(_stem(file.name), []) if _kind(file) in RECORDINGS else []
        yield FoundFile(file.name, file.path, file.size, file.mtime_ns, tuple(own))


def _with_facts(files: Iterable[FoundFile], facts: Mapping[str, Path]) -> Iterator[FoundFile]:
    for file in files:
        beside = facts.get(file.name)
        yield replace(file, companions=(*file.companions, beside)) if beside else file


def _owner(file: FoundFile, recordings: set[str]) -> str | None:
    if _kind(file) is not DocumentKind.TRANSCRIPT:
        return None
    stem = _stem(file.name)
    without_language = _stem(stem)
    return next((owner for owner in (stem, without_language) if owner in recordings), None)


def _stem(name: str) -> str:
    folder, slash, last = name.rpartition("/")
    return folder + slash + last.rpartition(".")[0]


def _kind(file: FoundFile) -> DocumentKind:
    return KIND_OF_SUFFIX[Path(file.name).suffix.lower()]
