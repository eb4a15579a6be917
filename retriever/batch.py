"""Searches for every question of a file: how the search is measured from outside."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from retriever.assistant import Assistant


class BadQuestions(Exception):
    """The file of questions cannot be used; `str(error)` names the line and the reason."""


def read_questions(path: Path) -> list[dict[str, Any]]:
    """One JSON object a line with "id" and "question" (or "text"), and "history" if there is one. Raises
    BadQuestions."""
    try:
        lines = path.read_text("utf-8-sig").split("\n")
    except OSError as error:
        raise BadQuestions(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BadQuestions(f"{path} is not UTF-8") from error
    return list(_questions(path, lines))


def _questions(path: Path, lines: list[str]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _question(f"{path}, line {number}", line)


def _question(place: str, line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadQuestions(f"{place}: not JSON ({error.msg})") from error
    if not isinstance(found, dict) or "id" not in found or not isinstance(_text(found), str):
        raise BadQuestions(f'{place}: needs "id" and "question" (or "text")')
    return found


def _text(question: dict[str, Any]) -> Any:
    return question.get("question", question.get("text"))


def search_one(
    assistant: Assistant, question: dict[str, Any], limit: int, *, everything: bool = False
) -> dict[str, Any]:
    """The hits with what the assistant would do and the time it took, as JSON values."""
    started = time.perf_counter()
    history = question.get("history") or ()
    answered, confidence, hits = assistant.find(_text(question), history, limit, everything=everything)
    milliseconds = (time.perf_counter() - started) * 1000
    return {
        "id": question["id"],
        "answered": answered,
        "confidence": round(confidence, 4),
        "milliseconds": round(milliseconds, 2),
        "hits": [asdict(hit) for hit in hits],
    }
