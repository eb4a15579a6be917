"""Pages that are only pictures, read with Tesseract."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import pypdfium2 as pdfium

from knowledge.reading.ocr import RecognisedLine, recognise
from knowledge.reading.pdf_runs import Run

_DPI = 300
_LONGEST_SIDE = 5000  # pixels
_ASCENT = 0.72  # of the font size: how high a recognised line is on average
_LARGER = 1.35


def runs_of_scan(page: pdfium.PdfPage, languages: str, seconds: float) -> list[Run]:
    """The recognised lines of the page, in points. Raises RecognitionFailed."""
    width, height = page.get_size()
    scale = min(_DPI / 72, _LONGEST_SIDE / max(width, height, 1))
    picture = page.render(scale=scale, grayscale=True).to_pil()
    return _runs(recognise(picture, languages, seconds), scale, height)


def _runs(lines: Sequence[RecognisedLine], scale: float, height: float) -> list[Run]:
    if not lines:
        return []
    usual = median(line.bottom - line.top for line in lines)
    return [
        Run(
            line.text,
            line.left / scale,
            height - line.bottom / scale,
            line.right / scale,
            height - line.top / scale,
            _size(line.bottom - line.top, usual) / scale / _ASCENT,
            bold=False,
            mono=False,
        )
        for line in lines
    ]


def _size(height: float, usual: float) -> float:
    """The line's height, or the usual one where the difference may come from letters without stems."""
    return round(height) if height > _LARGER * usual else usual
