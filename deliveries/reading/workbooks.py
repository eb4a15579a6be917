"""Workbooks (XLSX): only what a list needs, and never more than a list can hold.

Libraries for workbooks build all that stands in a file before anybody can say that it is too much; a few
kilobytes can be a billion cells. Here cells are counted while they are read.
"""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from openpyxl.utils.escape import unescape

from deliveries.reading.sheets import LARGEST, MOST_CELLS, Budget, Sheet
from deliveries.reading.worksheets import Book, Look, look_of, worksheet_rows
from deliveries.reading.xml_stream import Tag, tags
from deliveries.refusals import NotATable, TooLarge

UNPACKED = 100 * 1024 * 1024
MOST_TAGS = 3_000_000
MOST_PARTS = 10_000
BROKEN = (
    BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    LookupError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)


@dataclass(frozen=True, slots=True)
class Part:
    """What a part of the package refers to: its kind, and where it lies."""

    kind: str
    path: str


class Package:
    """The parts of a workbook, all of them together within one budget of tags."""

    def __init__(self, archive: ZipFile) -> None:
        entries = archive.infolist()
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > UNPACKED:
            raise TooLarge(LARGEST)
        self._archive = archive
        self._budget = Budget(MOST_TAGS)

    def tags(self, path: str) -> Iterator[Tag]:
        with self._archive.open(path) as stream:
            yield from tags(stream, self._budget)

    def parts(self, path: str) -> Mapping[str, Part]:
        """What the part refers to, by the names that it uses."""
        folder, name = posixpath.split(path)
        listed = self.tags(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {
            tag.attributes["Id"]: Part(
                posixpath.basename(tag.attributes["Type"]), _place(folder, tag.attributes["Target"])
            )
            for tag in listed
            if tag.opens and tag.name == "Relationship"
        }


def _place(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def workbook_sheets(data: bytes) -> Sequence[Sheet]:
    """The sheets that can be seen. Raises NotATable and TooLarge."""
    with _readable(), ZipFile(BytesIO(data)) as archive:
        package = Package(archive)
        main = _first(package.parts(""), "officeDocument")
        parts = package.parts(main)
        dates_from_1904, listed = _contents(package, main)
        found = [(name, parts[number]) for name, number in listed]
        book = Book(_texts(package, parts), _looks(package, parts), dates_from_1904, Budget(MOST_CELLS))
        return [
            Sheet(name, worksheet_rows(package.tags(part.path), book))
            for name, part in found
            if part.kind == "worksheet"
        ]


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except BROKEN:
        raise NotATable from None


def _first(parts: Mapping[str, Part], kind: str) -> str:
    return next((part.path for part in parts.values() if part.kind == kind), "")


def _contents(package: Package, main: str) -> tuple[bool, list[tuple[str, str]]]:
    """Whether days are counted from 1904, and the sheets that can be seen, with the names of their parts."""
    dates_from_1904, listed = False, []
    for tag in package.tags(main):
        said = tag.attributes
        if tag.opens and tag.name == "workbookPr":
            dates_from_1904 = said.get("date1904") in {"1", "true"}
        elif tag.opens and tag.name == "sheet" and said.get("state", "visible") == "visible":
            listed.append((said["name"], said["id"]))
    return dates_from_1904, listed


def _texts(package: Package, parts: Mapping[str, Part]) -> list[str]:
    """The texts that cells refer to by number; without how they are spoken in Japanese."""
    found: list[str] = []
    told: list[str] = []
    spoken = False
    path = _first(parts, "sharedStrings")
    for tag in package.tags(path) if path else ():
        match tag.name, tag.opens:
            case "rPh", opens:
                spoken = opens
            case "t", False if not spoken:
                told.append(tag.text)
            case "si", False:
                found.append(unescape("".join(told)))
                told.clear()
    return found


def _looks(package: Package, parts: Mapping[str, Part]) -> list[Look]:
    """What the formats of cells say of a number in them."""
    codes: dict[str, str] = {}
    found: list[Look] = []
    of_cells = False
    path = _first(parts, "styles")
    for tag in package.tags(path) if path else ():
        if tag.name == "numFmt" and tag.opens:
            codes[tag.attributes["numFmtId"]] = tag.attributes["formatCode"]
        elif tag.name == "cellXfs":
            of_cells = tag.opens
        elif tag.name == "xf" and tag.opens and of_cells:
            found.append(look_of(tag.attributes.get("numFmtId", "0"), codes))
    return found
