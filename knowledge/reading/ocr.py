"""Text from the picture of a page, through the program Tesseract where the machine has it."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from statistics import median

from PIL import Image

_DPI = 300
_CERTAIN = 30  # of 100; below is rather a picture's noise than a word
_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class RecognisedLine:
    """A line of text and its box in the picture's pixels, y downwards. Lines of one `paragraph` belong
    together."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    paragraph: int


class RecognitionFailed(Exception):
    """Tesseract gave up on the picture or took too long."""


def tesseract_available(languages: str) -> bool:
    """Whether Tesseract and all the languages (joined with "+") are on this machine."""
    program = shutil.which("tesseract")
    return program is not None and set(languages.split("+")) <= _languages(program)


@cache
def _languages(program: str) -> frozenset[str]:
    try:
        done = subprocess.run([program, "--list-langs"], capture_output=True, timeout=_SECONDS, check=True)
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    return frozenset(done.stdout.decode("utf-8", "replace").split())


def recognise(picture: Image.Image, languages: str, seconds: float = _SECONDS) -> list[RecognisedLine]:
    """The lines of the picture in reading order. Raises RecognitionFailed."""
    content = io.BytesIO()
    picture.convert("L").save(content, "PNG", compress_level=1)
    command = ["tesseract", "stdin", "stdout", "-l", languages, "--dpi", str(_DPI), "--psm", "3", "tsv"]
    try:
        done = subprocess.run(
            command,
            input=content.getvalue(),
            capture_output=True,
            timeout=seconds,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise RecognitionFailed(str(error)) from error
    return list(_lines(done.stdout.decode("utf-8", "replace")))


@dataclass(frozen=True, slots=True)
class _Word:
    place: tuple[int, int, int]  # block, paragraph, line
    left: int
    top: int
    width: int
    height: int
    text: str


def _words(tsv: str) -> Iterator[_Word]:
    for row in tsv.splitlines()[1:]:
        fields = row.split("\t")
        if len(fields) == 12 and fields[0] == "5" and fields[11].strip() and float(fields[10]) >= _CERTAIN:
            block, paragraph, line, left, top, width, height = (int(fields[i]) for i in (2, 3, 4, 6, 7, 8, 9))
            yield _Word((block, paragraph, line), left, top, width, height, fields[11].strip())


def _lines(tsv: str) -> Iterator[RecognisedLine]:
    paragraphs: dict[tuple[int, int], int] = {}
    for place, group in groupby(_words(tsv), key=lambda word: word.place):
        words = list(group)
        height = median(word.height for word in words)
        words = [word for word in words if word.height < 3 * height]
        yield RecognisedLine(
            " ".join(word.text for word in words),
            min(word.left for word in words),
            min(word.top for word in words),
            max(word.left + word.width for word in words),
            max(word.top + word.height for word in words),
            paragraphs.setdefault(place[:2], len(paragraphs)),
        )
