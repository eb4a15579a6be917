"""Compares the libraries that could read PDFs: time for a folder, and whether order and words are kept.

    python benchmarks/pdf_readers.py FOLDER

Libraries that are not installed are left out (pypdf is not part of the project: pip install pypdf).
"""

from __future__ import annotations

import importlib
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

_TALL_COLUMN = 40


def with_pypdfium2(path: Path) -> str:
    pdfium = importlib.import_module("pypdfium2")
    with pdfium.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def with_our_reader(path: Path) -> str:
    from knowledge.reading.limits import Limits, Recognition
    from knowledge.reading.pdf import read_pdf

    sections = read_pdf(path, Limits(), Recognition(tesseract_languages="none")).sections
    texts = (item for section in sections for block in section.blocks for item in block.items)
    return "\n".join(texts)


def with_pdfplumber(path: Path) -> str:
    pdfplumber = importlib.import_module("pdfplumber")
    with pdfplumber.open(path) as document:
        return "\n".join(page.extract_text() for page in document.pages)


def with_pdfminer(path: Path) -> str:
    return str(importlib.import_module("pdfminer.high_level").extract_text(path))


def with_pypdf(path: Path) -> str:
    reader = importlib.import_module("pypdf").PdfReader(path)
    return "\n".join(page.extract_text() for page in reader.pages)


READERS: dict[str, Callable[[Path], str]] = {
    "pypdfium2, plain text": with_pypdfium2,
    "knowledge.reading.pdf (on pypdfium2)": with_our_reader,
    "pdfplumber": with_pdfplumber,
    "pdfminer.six": with_pdfminer,
    "pypdf": with_pypdf,
}


def write_two_columns(path: Path) -> list[str]:
    """A page in two columns drawn row by row, as some programs do; gives its words as a person reads them."""
    columns = [
        [" ".join(f"{side}{row:02}{word}text" for word in "abcd") for row in range(_TALL_COLUMN)]
        for side in "lr"
    ]
    canvas = Canvas(str(path))
    for row in range(_TALL_COLUMN):
        for column, x in zip(columns, (60, 320), strict=True):
            canvas.drawString(x, 780 - row * 14, column[row])
    canvas.save()
    return [word for column in columns for line in column for word in line.split()]


def order_kept(read: Callable[[Path], str]) -> float:
    """The share of neighbouring words that are neighbours in the text read, too."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "columns.pdf"
        wanted = list(pairwise(write_two_columns(path)))
        found = set(pairwise(read(path).split()))
    return sum(pair in found for pair in wanted) / len(wanted)


def odd_words(text: str) -> tuple[float, float]:
    """Shares of words torn (by a hyphen at a line's end) and glued (a capital amid small letters)."""
    words = max(len(text.split()), 1)
    torn = len(re.findall(r"[a-zäöüß](?:[-\xad]\s*\n|[\x02\ufffe])\s*[a-zäöüß]", text))
    glued = len(re.findall(r"[a-zäöüß]{3}[A-ZÄÖÜ][a-zäöüß]{3}", text))
    return torn / words, glued / words


def measured(folder: Path) -> Iterator[str]:
    paths = sorted(folder.rglob("*.pdf"))
    yield f"{len(paths)} PDFs\n"
    yield "| Reader | Seconds of one core | Words | Torn words | Glued words | Order kept in two columns |"
    yield "|---|---|---|---|---|---|"
    for name, read in READERS.items():
        try:
            start = time.process_time()
            text = "\n".join(read(path) for path in paths)
        except ModuleNotFoundError:
            continue
        seconds = time.process_time() - start
        torn, glued = odd_words(text)
        order = order_kept(read)
        yield f"| {name} | {seconds:.1f} | {len(text.split()):,} | {torn:.2%} | {glued:.2%} | {order:.0%} |"


if __name__ == "__main__":
    for line in measured(Path(sys.argv[1])):
        print(line)
