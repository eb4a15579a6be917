"""The facts beside a built file, for the portal's filters."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Protocol

import yaml

from knowledge.starter.sources.content import Facts


class Content(Protocol):
    @property
    def author(self) -> str: ...
    @property
    def date(self) -> date: ...
    @property
    def facts(self) -> Facts: ...


def write_sidecar(content: Content, built: Path) -> Path:
    """Writes the facts of a built file beside it and says where."""
    facts = content.facts
    told = {
        "devices": list(facts.devices),
        "topics": list(facts.topics),
        "audience": list(facts.audience),
        "level": facts.level,
        "language": "de",
        "valid_for": facts.valid_for,
        "checked": content.date,
        "author": content.author,
    }
    if facts.questions:
        told["questions"] = list(facts.questions)
    target = built.with_name(f"{built.name}.yml")
    text = yaml.safe_dump(told, allow_unicode=True, sort_keys=False, default_flow_style=None, width=1000)
    target.write_text(text, "utf-8")
    return target
