"""Opening a PDF, and saying clearly why it cannot be opened."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from knowledge.reading.errors import Damaged, Empty, Encrypted, TooLarge, WrongFormat
from knowledge.reading.limits import Limits

# PDFium keeps global state: whoever calls it, in whichever thread, holds this lock.
PDFIUM = threading.RLock()

_HEADER_WITHIN = 1024
_END_WITHIN = 4096


@contextmanager
def open_pdf(path: Path, limits: Limits | None = None) -> Iterator[pdfium.PdfDocument]:
    """The open document, with PDFium held for the caller alone. Raises an Unreadable that says what is
    wrong and what helps."""
    _check_bytes(path, limits or Limits())
    with PDFIUM:
        document = _load(path)
        try:
            _check_pages(document, limits or Limits())
            yield document
        finally:
            document.close()


def _check_bytes(path: Path, limits: Limits) -> None:
    size = path.stat().st_size
    if size == 0:
        raise Empty("The file is empty (0 bytes); export or upload it again.")
    if size > limits.file_bytes:
        raise TooLarge(
            f"The file has {size / 2**20:.0f} MB, more than the {limits.file_bytes / 2**20:.0f} MB allowed; "
            "split it or shrink its pictures."
        )
    with path.open("rb") as file:
        head = file.read(_HEADER_WITHIN)
        file.seek(max(0, size - _END_WITHIN))
        tail = file.read()
    if b"%PDF" not in head:
        raise WrongFormat("The file is named .pdf but its content is not a PDF; export it again as PDF.")
    if b"%%EOF" not in tail and b"startxref" not in tail:
        raise Damaged(
            "The PDF ends in the middle (an interrupted copy or download); copy or download it again."
        )


def _load(path: Path) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if error.err_code == pdfium_c.FPDF_ERR_PASSWORD:
            raise Encrypted("The PDF is locked with a password; save a copy without one.") from error
        if error.err_code == pdfium_c.FPDF_ERR_SECURITY:
            raise Encrypted(
                "The PDF is protected in a way that cannot be opened; save a copy without protection."
            ) from error
        raise Damaged("The PDF is damaged and cannot be opened; export or download it again.") from error


def _check_pages(document: pdfium.PdfDocument, limits: Limits) -> None:
    if len(document) == 0:
        raise Damaged("The PDF is damaged: it has no pages; export or download it again.")
    if len(document) > limits.pages:
        raise TooLarge(
            f"The PDF has {len(document)} pages, more than the {limits.pages} allowed; split it into parts."
        )
