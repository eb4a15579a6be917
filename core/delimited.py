"""Tables as text: which letters the bytes are, what stands between the cells, and the rows in them."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterator, Sequence

DELIMITERS = ",;\t"
# A spreadsheet programme takes such a first line as an instruction and shows the second line as the first.
SEPARATOR_LINES = {f"sep={delimiter}": delimiter for delimiter in DELIMITERS}


def decoded(data: bytes) -> str | None:
    """The text, or None where it is none: a workbook, a picture."""
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def _encodings(data: bytes) -> Sequence[str]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ["utf-16"]
    return ["utf-8-sig", "cp1252"]


def without_instruction(text: str) -> tuple[str, str | None]:
    """The text below a first line that names the delimiter, and that delimiter."""
    first, _, rest = text.partition("\n")
    delimiter = SEPARATOR_LINES.get(first.strip(" \r").lower())
    return (rest if delimiter else text), delimiter


def rows_of(text: str, delimiter: str) -> Iterator[list[str]]:
    """The rows, a blank one as an empty list; raises csv.Error where no more can be read."""
    # Strict: otherwise a forgotten quotation mark would swallow all lines after it without a word.
    lines = io.StringIO(text, newline="")
    return csv.reader(lines, delimiter=delimiter, strict=True, skipinitialspace=True)


def best_delimiter(score: Callable[[str], int]) -> str:
    """The delimiter with the highest score; one with which the text cannot be read has none."""

    def scored(delimiter: str) -> int:
        try:
            return score(delimiter)
        except csv.Error:
            return 0

    return max(DELIMITERS, key=scored)
