"""A document's content as it stands in its YAML file, checked and typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    text: str


@dataclass(frozen=True, slots=True)
class Steps:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`widths` are the columns' shares of the page's width, in per cent."""

    widths: tuple[float, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    name: str
    caption: str


Block = Text | Note | Steps | Bullets | Table | Figure


@dataclass(frozen=True, slots=True)
class Part:
    heading: str
    new_page: bool
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the portal's filters know of a document."""

    devices: tuple[str, ...]
    topics: tuple[str, ...]
    audience: tuple[str, ...]
    level: str
    valid_for: str
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """`running` is the short title at the head of each page. Text may hold **bold** words."""

    title: str
    subtitle: str
    running: str
    subject: str
    keywords: str
    author: str
    date: date
    facts: Facts
    parts: tuple[Part, ...]


def load_document(path: Path) -> Document:
    """The document in a YAML file. Raises KeyError or ValueError where it is not written as it should be."""
    given = yaml.safe_load(path.read_text("utf-8"))
    parts = tuple(_part(part) for part in given.pop("parts"))
    return Document(facts=load_facts(given.pop("facts")), parts=parts, **given)


def load_facts(given: dict[str, Any]) -> Facts:
    """The facts as they are written in YAML. Raises KeyError."""
    devices, topics, audience = (tuple(given[name]) for name in ("devices", "topics", "audience"))
    asked = tuple(given.get("questions", ()))
    return Facts(devices, topics, audience, given["level"], given["valid_for"], asked)


def bold_parts(text: str) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it is bold."""
    pieces = re.split(r"\*\*(.+?)\*\*", text)
    return [(piece, number % 2 == 1) for number, piece in enumerate(pieces) if piece]


def _part(given: dict[str, Any]) -> Part:
    return Part(
        given["heading"], given.get("new_page", False), tuple(load_block(block) for block in given["blocks"])
    )


def load_block(given: dict[str, Any]) -> Block:
    """A block as it is written in YAML. Raises ValueError."""
    match given:
        case {"text": str(text)}:
            return Text(text)
        case {"note": str(text)}:
            return Note(text)
        case {"steps": list(items)}:
            return Steps(tuple(items))
        case {"bullets": list(items)}:
            return Bullets(tuple(items))
        case {"figure": str(name), "caption": str(caption)}:
            return Figure(name, caption)
        case {"table": {"widths": list(widths), "head": list(head), "rows": list(rows)}}:
            if all(len(row) == len(head) == len(widths) for row in rows):
                return Table(tuple(widths), tuple(head), tuple(tuple(row) for row in rows))
    raise ValueError(f"not a block: {given!r}")
