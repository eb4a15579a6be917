"""The door through which every file is read: what holds for all formats, then the format's own reader."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from knowledge.kinds import KIND_OF_SUFFIX, RECORDINGS
from knowledge.reading.cleaning import cleaned
from knowledge.reading.errors import Damaged, Empty, TooLarge, Unreadable, WrongFormat
from knowledge.reading.facts import FactsUnreadable, facts_beside
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.section import Reading
from knowledge.reading.signature import check_signature

Reader = Callable[[Path, Limits, Recognition], Reading]

# Named, not imported: a process that reads web pages need not load what PDFs and recordings need.
READERS: dict[str, str] = {
    ".pdf": "pdf:read_pdf",
    ".docx": "docx:read_docx",
    ".pptx": "pptx:read_pptx",
    ".odt": "odf:read_odt",
    ".odp": "odf:read_odp",
    ".html": "html:read_html",
    ".htm": "html:read_html",
    ".md": "markdown:read_markdown",
    ".mdx": "markdown:read_markdown",
    ".rst": "rst:read_rst",
    ".txt": "plain:read_plain",
    ".vtt": "subtitles:read_subtitles",
    ".srt": "subtitles:read_subtitles",
    ".mp4": "recording:read_recording",
    ".webm": "recording:read_recording",
    ".mp3": "recording:read_recording",
}


def read(path: Path, limits: Limits, recognition: Recognition) -> Reading:
    """The document as sections, never without text. Raises Unreadable and nothing else, whatever the file."""
    try:
        suffix = path.suffix.lower()
        _check_file(path, suffix, limits)
        check_signature(path, suffix, limits)
        reading = cleaned(_reader(suffix)(path, limits, recognition))
    except Unreadable:
        raise
    except MemoryError as error:
        raise TooLarge("reading the file takes more memory than allowed") from error
    except ImportError as error:
        raise Unreadable(f"such files cannot be read here, {error.name} is not installed") from error
    except Exception as error:
        if isinstance(error, OSError) and error.strerror:
            raise Unreadable(f"the file cannot be opened: {error.strerror}") from error
        raise Damaged(f"the file seems damaged ({_one_line(error)})") from error
    if not any(block.items for section in reading.sections for block in section.blocks):
        raise Empty("there is no text in the file")
    return _with_facts(replace(reading, title=reading.title or path.stem), path)


def _with_facts(reading: Reading, path: Path) -> Reading:
    """What is said beside a document holds instead of what stands in it."""
    try:
        beside = facts_beside(path)
    except FactsUnreadable as error:
        return replace(reading, notices=(*reading.notices, f"{path.name}.yml is not understood: {error}"))
    if beside is None:
        return reading
    facts, language = beside
    date = facts.checked or reading.date
    return replace(reading, facts=facts, date=date, language=language or reading.language)


def _check_file(path: Path, suffix: str, limits: Limits) -> None:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise WrongFormat("this is not a file")
    if suffix not in READERS:
        raise WrongFormat(f"files ending in {suffix or 'nothing'} are not read")
    if status.st_size == 0:
        raise Empty("the file is empty (0 bytes)")
    is_recording = KIND_OF_SUFFIX[suffix] in RECORDINGS
    allowed = limits.media_bytes if is_recording else limits.file_bytes
    if status.st_size > allowed:
        raise TooLarge(f"the file has {_megabytes(status.st_size)}, more than {_megabytes(allowed)}")


def _reader(suffix: str) -> Reader:
    module, _, name = READERS[suffix].partition(":")
    reader: Reader = getattr(import_module(f"knowledge.reading.{module}"), name)
    return reader


def _megabytes(size: int) -> str:
    return f"{size / 2**20:,.1f} MB" if size < 10 * 2**20 else f"{size / 2**20:,.0f} MB"


def _one_line(error: Exception) -> str:
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text[:150]}" if text else type(error).__name__
