"""What a result is worth: each question's result held against the places that answer it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from retriever.evaluation.fields import (
    CannotJudge,
    Question,
    Result,
    flag,
    number,
    places,
    refuse_twice,
    right_documents,
)

# The depths at which a right document counts as found.
DEPTHS = (1, 3, 5, 10)


@dataclass(frozen=True, slots=True)
class Judged:
    """One question with its result. `rank` counts distinct documents from 1 and is None where no right one
    was found; `in_section` is whether one of the first five places is a labelled section, None where none is
    labelled. `answered`, `confidence` and `milliseconds` are None where the run does not tell them."""

    id: str
    kind: str
    question: str
    answerable: bool
    answered: bool | None
    confidence: float | None
    milliseconds: float | None
    rank: int | None
    in_section: bool | None
    right: tuple[str, ...]
    found: tuple[str, ...]

    def hit(self, depth: int) -> float:
        return float(self.rank is not None and self.rank <= depth)

    @property
    def reciprocal_rank(self) -> float:
        return 1 / self.rank if self.rank is not None and self.rank <= DEPTHS[-1] else 0.0


def judged(questions: Sequence[Question], results: Sequence[Result], by: str = "type") -> list[Judged]:
    """All questions with their results, in the order of the questions; `by` is the field that parts them into
    kinds. Raises CannotJudge."""
    refuse_twice(questions)
    known = {str(result["id"]): result for result in results}
    missing = [question["id"] for question in questions if str(question["id"]) not in known]
    if missing:
        raise CannotJudge(f"no result for {len(missing)} of {len(questions)} questions, first: {missing[0]}")
    return [_judged(question, known[str(question["id"])], by) for question in questions]


def _judged(question: Question, result: Result, by: str) -> Judged:
    right, answerable = right_documents(question), flag(question, question, "answerable", True)
    if answerable and not right:
        raise CannotJudge(f'{question["id"]}: can be answered, but "relevant" names no document that does')
    hits, kind = places(question, result), question.get(by)
    found = tuple(dict.fromkeys(hit["document"] for hit in hits))
    return Judged(
        id=str(question["id"]),
        kind="" if kind is None else str(kind),
        question=str(question.get("question", question.get("text", ""))),
        answerable=bool(answerable),
        answered=flag(question, result, "answered", None),
        confidence=number(question, result, "confidence", None),
        milliseconds=number(question, result, "milliseconds", None),
        rank=next((place for place, name in enumerate(found, 1) if name in right), None),
        in_section=_in_section(right, hits) if any(any(names) for names in right.values()) else None,
        right=tuple(right),
        found=found,
    )


def _in_section(right: Mapping[str, Sequence[str]], hits: Sequence[Mapping[str, Any]]) -> bool:
    return any(
        _plain(section) in _plain(f"{hit.get('heading') or ''} {hit.get('text') or ''}")
        for hit in hits[:5]
        for section in right.get(hit["document"], ())
    )


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()
