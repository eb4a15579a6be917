"""What a result is worth: each question's result held against the places that answer it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# The depths at which a right document counts as found.
DEPTHS = (1, 3, 5, 10)
# A place that answers the question; lower grades answer it only partly.
ANSWERS = 2


@dataclass(frozen=True, slots=True)
class Judged:
    """One question with its result. `rank` counts distinct documents from 1 and is None where no right one
    was found; `in_section` is whether one of the first five places is a labelled section, None where none is
    labelled."""

    id: str
    kind: str
    question: str
    answerable: bool
    answered: bool
    confidence: float
    milliseconds: float
    rank: int | None
    in_section: bool | None
    right: tuple[str, ...]
    found: tuple[str, ...]

    def hit(self, depth: int) -> float:
        return float(self.rank is not None and self.rank <= depth)

    @property
    def reciprocal_rank(self) -> float:
        return 1 / self.rank if self.rank is not None and self.rank <= DEPTHS[-1] else 0.0


class ResultMissing(Exception):
    """A question has no result; `str(error)` names the first one."""


def judged(
    questions: Sequence[Mapping[str, Any]], results: Sequence[Mapping[str, Any]], by: str = "type"
) -> list[Judged]:
    """All questions with their results, in the order of the questions; `by` is the field that parts them into
    kinds. Raises ResultMissing."""
    known = {result["id"]: result for result in results}
    missing = [question["id"] for question in questions if question["id"] not in known]
    if missing:
        raise ResultMissing(
            f"no result for {len(missing)} of {len(questions)} questions, first: {missing[0]}"
        )
    return [_judged(question, known[question["id"]], by) for question in questions]


def _judged(question: Mapping[str, Any], result: Mapping[str, Any], by: str) -> Judged:
    right = _right(question)
    hits = result["hits"]
    found = tuple(dict.fromkeys(hit["document"] for hit in hits))
    rank = next((place for place, name in enumerate(found, 1) if name in right), None)
    return Judged(
        id=str(question["id"]),
        kind=str(question.get(by, "")),
        question=str(question.get("question", question.get("text", ""))),
        answerable=bool(question.get("answerable", True)),
        answered=bool(result.get("answered", True)),
        confidence=float(result.get("confidence", 0.0)),
        milliseconds=float(result.get("milliseconds", 0.0)),
        rank=rank,
        in_section=_in_section(right, hits) if any(any(names) for names in right.values()) else None,
        right=tuple(right),
        found=found,
    )


def _right(question: Mapping[str, Any]) -> dict[str, list[str]]:
    """The documents that answer the question, each with its labelled sections."""
    found: dict[str, list[str]] = {}
    for label in question.get("relevant", ()):
        if isinstance(label, str):
            found.setdefault(label, [])
        elif label.get("grade", ANSWERS) >= ANSWERS:
            found.setdefault(label["path"], []).append(label.get("section") or "")
    return found


def _in_section(right: Mapping[str, Sequence[str]], hits: Sequence[Mapping[str, Any]]) -> bool:
    return any(
        _plain(section) in _plain(f"{hit.get('heading') or ''} {hit.get('text') or ''}")
        for hit in hits[:5]
        for section in right.get(hit["document"], ())
    )


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()
