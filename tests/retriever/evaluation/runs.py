"""A small run whose figures can be worked out by hand."""

from __future__ import annotations

from typing import Any

Line = dict[str, Any]


def question(id: str, *right: str, **fields: Any) -> Line:
    """A question that these documents answer; none of them, and it cannot be answered."""
    relevant = [{"path": name, "section": "", "grade": 2} for name in right]
    return {"id": id, "question": f"Wie {id}?", "answerable": bool(right), "relevant": relevant} | fields


def result(id: str, *documents: str, answered: bool = True, confidence: float = 0.5, **fields: Any) -> Line:
    """A result with these documents as its hits."""
    hits = [hit(name) for name in documents]
    told = {"answered": answered, "confidence": confidence, "milliseconds": 10.0, "hits": hits}
    return {"id": id} | told | fields


def hit(document: str, heading: str | None = None, text: str = "") -> Line:
    return {"document": document, "heading": heading, "text": text, "page": None, "seconds": None, "score": 1}


# Ranks 1, 2 (a document twice counts once), 4 and none; two that cannot be answered.
QUESTIONS = [
    question("first", "a", type="how"),
    question("second", "b", type="how"),
    question("fourth", "d", type="words"),
    question("never", "z", type="words"),
    question("refused", type="how"),
    question("wrongly", type="words"),
]
RESULTS = [
    result("first", "a", "b", confidence=0.9, milliseconds=10.0),
    result("second", "a", "a", "b", confidence=0.6, milliseconds=20.0),
    result("fourth", "a", "b", "c", "d", confidence=0.4, answered=False, milliseconds=30.0),
    result("never", "a", "b", confidence=0.7, milliseconds=40.0),
    result("refused", "a", confidence=0.4, answered=False, milliseconds=50.0),
    result("wrongly", "a", "b", "c", "d", confidence=0.8, milliseconds=60.0),
]
