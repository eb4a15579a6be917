"""An evaluation as text for the command line, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from retriever.evaluation.comparing import Comparison, Moved
from retriever.evaluation.figures import Figure, figures
from retriever.evaluation.judging import DEPTHS, Judged

FOUND_INSTEAD = 3


def by_kind(run: Sequence[Judged]) -> dict[str, list[Judged]]:
    """The whole run as "all", and behind it each kind of question."""
    kinds: dict[str, list[Judged]] = {"all": list(run)}
    for each in run:
        kinds.setdefault(each.kind or "without kind", []).append(each)
    return kinds if len(kinds) > 2 else {"all": list(run)}


def as_json(run: Sequence[Judged], comparison: Comparison | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "figures": {kind: _plain(figures(part)) for kind, part in by_kind(run).items()},
        "milliseconds": _times(run),
        "misses": [_miss_as_json(each) for each in misses(run)],
    }
    if comparison:
        told["gains"] = _plain(comparison.gains)
        told["moved"] = [asdict(each) | {"better": each.better} for each in comparison.moved]
    return told


def lines(run: Sequence[Judged], comparison: Comparison | None, most: int) -> Iterator[str]:
    """What is to be read: the figures with their intervals, by kind, the times, the comparison, and at most
    so many misses."""
    for kind, part in by_kind(run).items():
        yield f"{kind} ({len(part)} questions)"
        yield from (f"  {name:10} {figure}" for name, figure in figures(part).items())
    times = _times(run)
    yield f"milliseconds a question: {times['p50']:.0f} (median), {times['p95']:.0f} (95 %)"
    if comparison:
        yield from _compared(comparison)
    missed = misses(run)
    yield f"{len(missed)} misses"
    for each in missed[:most]:
        yield from _miss(each)


def misses(run: Sequence[Judged]) -> list[Judged]:
    """Questions whose right document is not the first, those not found at all before the others, then those
    that were answered though they cannot be."""
    not_first = [each for each in run if each.answerable and each.rank != 1]
    wrongly = [each for each in run if not each.answerable and each.answered]
    return [*sorted(not_first, key=lambda each: -(each.rank or DEPTHS[-1] + 1)), *wrongly]


def _compared(comparison: Comparison) -> Iterator[str]:
    yield "against the other run, the mean difference question by question"
    yield from (f"  {name:10} {gain}" for name, gain in comparison.gains.items())
    for word, chosen in (("better", True), ("worse", False)):
        moved = [each for each in comparison.moved if each.better is chosen]
        yield f"  {word}: {len(moved)}"
        yield from (f"    {_rank(each.before)} → {_rank(each.now)}  {_shown(each)}" for each in moved)


def _shown(each: Moved) -> str:
    return f"{each.id}: {each.question}"


def _miss(each: Judged) -> Iterator[str]:
    yield f"  {_rank(each.rank)}  {each.id}: {each.question}"
    if each.answerable:
        yield f"      right: {', '.join(each.right)}"
    yield f"      found: {', '.join(each.found[:FOUND_INSTEAD]) or 'nothing'}"


def _rank(rank: int | None) -> str:
    return "–" if rank is None else str(rank)


def _plain(told: dict[str, Figure]) -> dict[str, dict[str, float]]:
    return {
        name: {key: round(value, 4) for key, value in asdict(each).items()} for name, each in told.items()
    }


def _miss_as_json(each: Judged) -> dict[str, Any]:
    return {
        "id": each.id,
        "question": each.question,
        "rank": each.rank,
        "confidence": each.confidence,
        "right": each.right,
        "found": each.found[:FOUND_INSTEAD],
    }


def _times(run: Sequence[Judged]) -> dict[str, float]:
    p50, p95 = np.percentile([each.milliseconds for each in run] or [0.0], (50, 95))
    return {"p50": round(float(p50), 1), "p95": round(float(p95), 1)}
