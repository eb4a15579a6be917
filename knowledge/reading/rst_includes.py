"""Puts included files in the place of reStructuredText's include directive."""

from __future__ import annotations

import os
import re
from pathlib import Path

from knowledge.folder import ACCESS
from knowledge.reading.decoding import decode
from knowledge.reading.errors import Unreadable

_INCLUDE = re.compile(r"^([ \t]*)\.\.[ \t]+include::[ \t]*(.*)\n((?:\1[ \t]+\S.*\n)*)", re.MULTILINE)
_TEXT_SUFFIXES = frozenset({".rst", ".rest", ".txt", ".inc", ".subst", ".part", ""})
_PROJECT_FILES = ("conf.py", "index.rst")
_MOST_INCLUDES = 50
_MOST_LETTERS = 1_000_000


class Includes:
    """Resolves the includes of one document.

    Only files of the document's own manual are read: below the folder that holds the Sphinx project (conf.py,
    or index.rst in every folder on the way), or else below the document's own folder. What another
    access file holds for is left out: it would be shown to the document's readers.
    """

    def __init__(self, document: Path) -> None:
        self._folder = document.parent
        self._root = _root(document.resolve().parent)
        self._limit = _limit(document.resolve().parent)
        self._left = _MOST_INCLUDES
        self._letters = _MOST_LETTERS
        self._open: list[Path] = [document.resolve()]

    def resolve(self, source: str) -> str:
        """The source with included text in its place; what may not be read is left out."""
        return _INCLUDE.sub(self._replacement, source if source.endswith("\n") else source + "\n")

    def _replacement(self, found: re.Match[str]) -> str:
        indent, name, options = found.groups()
        path = self._path(name.strip())
        if path is None or ":literal:" in options or ":code:" in options:
            return "\n"
        text = self._text(path)
        return "".join(f"{indent}{line}\n" if line.strip() else "\n" for line in text.split("\n"))

    def _path(self, name: str) -> Path | None:
        """Like Sphinx: a leading slash means the manual's root."""
        if not name or "\x00" in name:
            return None
        path = self._root / name.lstrip("/") if name.startswith("/") else self._open[-1].parent / name
        path = path.resolve()
        allowed = path.is_relative_to(self._root) and path.suffix.lower() in _TEXT_SUFFIXES
        if not allowed or path in self._open or not path.is_file():
            return None
        return path if _limit(path.parent) == self._limit else None

    def _text(self, path: Path) -> str:
        if self._left <= 0 or path.stat().st_size > self._letters:
            return ""
        self._left -= 1
        try:
            text = decode(path.read_bytes())
        except (OSError, Unreadable):
            return ""
        self._letters -= len(text)
        self._open.append(path)
        resolved = self.resolve(text)
        self._open.pop()
        return resolved


def _root(folder: Path) -> Path:
    """The outermost folder of the manual: conf.py marks it, else index.rst in each folder on the way up."""
    root = folder
    for parent in (folder, *folder.parents):
        if (parent / "conf.py").is_file():
            return parent
        if not any((parent / name).is_file() for name in _PROJECT_FILES):
            break
        root = parent
    return root


def _limit(folder: Path) -> Path | None:
    """The nearest folder upwards that has an access file."""
    return next((above for above in (folder, *folder.parents) if _has_access_file(above)), None)


def _has_access_file(folder: Path) -> bool:
    try:
        with os.scandir(folder) as entries:
            return any(entry.name.casefold() in ACCESS for entry in entries)
    except OSError:
        return True  # nobody can say: then only what lies below it too may be included
