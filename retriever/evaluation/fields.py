"""The fields of a question and of a result, checked: whoever writes a file is told what is wrong with it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

# A place that answers the question; lower grades answer it only partly.
ANSWERS = 2

Question = Mapping[str, Any]
Result = Mapping[str, Any]


class CannotJudge(Exception):
    """A question has no result, or a question or a result is not as it should be; `str(error)` names the
    first one."""


def right_documents(question: Question) -> dict[str, list[str]]:
    """The documents that answer the question, each with its labelled sections. Raises CannotJudge."""
    labels = question.get("relevant") or []
    if not isinstance(labels, list):
        raise CannotJudge(f'{question["id"]}: "relevant" is no list')
    found: dict[str, list[str]] = {}
    for label in labels:
        match label:
            case str():
                found.setdefault(label, [])
            case {"path": str(path)} if number(question, label, "grade", ANSWERS) >= ANSWERS:
                found.setdefault(path, []).append(str(label.get("section") or ""))
            case {"path": str()}:
                pass
            case _:
                raise CannotJudge(f'{question["id"]}: a place in "relevant" names no "path"')
    return found


def refuse_twice(questions: Sequence[Question]) -> None:
    counted = Counter(str(question["id"]) for question in questions)
    twice = [id for id, count in counted.items() if count > 1]
    if twice:
        raise CannotJudge(f"{twice[0]}: two questions have this id")


def places(question: Question, result: Result) -> list[Mapping[str, Any]]:
    hits = result.get("hits")
    if not isinstance(hits, list) or not all(map(_names_a_document, hits)):
        raise CannotJudge(f'{question["id"]}: the result has no "hits" with a "document" each')
    return hits


def _names_a_document(hit: Any) -> bool:
    return isinstance(hit, dict) and isinstance(hit.get("document"), str)


def flag(question: Question, fields: Mapping[str, Any], name: str, default: bool | None) -> bool | None:
    found = fields.get(name, default)
    if found is default or isinstance(found, bool):
        return found
    raise CannotJudge(f'{question["id"]}: "{name}" is neither true nor false')


def number(question: Question, fields: Mapping[str, Any], name: str, default: Any) -> Any:
    found = fields.get(name, default)
    if found is default or (isinstance(found, int | float) and math.isfinite(found)):
        return found
    raise CannotJudge(f'{question["id"]}: "{name}" is no number')
