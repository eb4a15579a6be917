"""What Word and PowerPoint files have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Protocol

from lxml import etree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MEANINGLESS = re.compile(
    r"(microsoft (office )?(word|powerpoint)\b.*|(word[- ]?)?(dokument|document) ?\d*|unbenannt.*|untitled.*"
    r"|(powerpoint[- ])?(präsentation|presentation) ?\d*|titel|title|(folie|slide) \d+"
    r"|.*\.(docx?|pptx?|od[tp]|pdf|dotx?|potx?))",
    re.IGNORECASE,
)


class CoreProperties(Protocol):
    @property
    def title(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def modified(self) -> datetime | None: ...
    @property
    def created(self) -> datetime | None: ...


def meaningful_title(title: str | None) -> str | None:
    """The title, unless a program has filled it in ("Dokument1", "PowerPoint-Präsentation", a file name)."""
    flat = " ".join((title or "").split())
    return flat if flat and not _MEANINGLESS.fullmatch(flat) else None


def last_change(properties: CoreProperties) -> date | None:
    when = properties.modified or properties.created
    return when.date() if when else None


def short_language(code: str | None) -> str | None:
    """ "de" or "en" from a code such as "de-DE"; None for others."""
    short = (code or "").lower().replace("_", "-").partition("-")[0]
    return short if short in ("de", "en") else None


def elements(parent: etree._Element) -> Iterator[etree._Element]:
    """The children without comments and processing instructions."""
    return (child for child in parent if isinstance(child.tag, str))
