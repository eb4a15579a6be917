"""A presentation's content as it stands in its YAML file, checked and typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from knowledge.starter.sources.content import Bullets, Facts, Steps, load_block, load_facts


@dataclass(frozen=True, slots=True)
class TalkSlide:
    """`notes` is what the speaker says; `alt` tells the figure to those who do not see it."""

    title: str
    body: Bullets | Steps
    notes: str
    figure: str | None
    alt: str


@dataclass(frozen=True, slots=True)
class Talk:
    title: str
    subtitle: str
    subject: str
    keywords: str
    author: str
    date: date
    facts: Facts
    welcome: str
    slides: tuple[TalkSlide, ...]


def load_talk(path: Path) -> Talk:
    """The presentation in a YAML file. Raises KeyError or ValueError where it is not well written."""
    given = yaml.safe_load(path.read_text("utf-8"))
    slides = tuple(_slide(slide) for slide in given.pop("slides"))
    return Talk(facts=load_facts(given.pop("facts")), slides=slides, **given)


def _slide(given: dict[str, Any]) -> TalkSlide:
    body = load_block({name: items for name, items in given.items() if name in ("bullets", "steps")})
    if not isinstance(body, Bullets | Steps):
        raise ValueError(f"not a list: {given!r}")
    return TalkSlide(given["title"], body, given["notes"], given.get("figure"), given.get("alt", ""))
