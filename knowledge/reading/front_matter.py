"""The facts in front of a Markdown document: YAML between "---" lines or TOML between "+++" lines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import yaml

from knowledge.reading.facts import NO_FACTS, Facts, facts_of
from knowledge.reading.stated_date import stated_date, stated_language

_YAML = re.compile(r"\A\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\A\s*\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"^(\w+):[ \t]*(\S.*)$", re.MULTILINE)
_DATES = (
    "last_update",
    "lastmod",
    "last_modified_at",
    "last_modified",
    "lastUpdated",
    "last_reviewed",
    "reviewed",
    "checked",
    "updated",
    "updated_at",
    "modified",
    "stand",
    "date",
)
_LANGUAGES = ("lang", "language", "locale", "sprache")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`label` is a short name for menus, of use where the document has no title at all."""

    title: str = ""
    label: str = ""
    date: date | None = None
    language: str | None = None
    facts: Facts = NO_FACTS


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """The facts and the document without them. Broken front matter gives what its single lines say."""
    if found := _YAML.match(text):
        values = _yaml(found[1])
        # Two rules with a sentence between them are no front matter.
        return (_facts(values), text[found.end() :]) if values else (FrontMatter(), text)
    if found := _TOML.match(text):
        return _facts(_toml(found[1])), text[found.end() :]
    return FrontMatter(), text


def _yaml(source: str) -> Mapping[str, object]:
    try:
        values = yaml.safe_load(source)
    except (yaml.YAMLError, ValueError, RecursionError):
        return _lines(source)
    return values if isinstance(values, dict) else {}


def _toml(source: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(source)
    except (tomllib.TOMLDecodeError, RecursionError):
        return _lines(source.replace(" = ", ": "))


def _lines(source: str) -> dict[str, object]:
    return {name: value.strip().strip("\"'") for name, value in _LINE.findall(source)}


def _facts(values: Mapping[str, object]) -> FrontMatter:
    return FrontMatter(
        title=_text(values.get("title")),
        label=_text(values.get("sidebar_label")) or _text(values.get("name")),
        date=next((day for key in _DATES if (day := _date(values.get(key)))), None),
        language=next((code for key in _LANGUAGES if (code := stated_language(values.get(key)))), None),
        facts=facts_of({str(name): value for name, value in values.items()}),
    )


def _date(value: object) -> date | None:
    return stated_date(value.get("date")) if isinstance(value, dict) else stated_date(value)


def _text(value: object) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""
