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
ALL = "all"


def by_kind(run: Sequence[Judged]) -> dict[str, list[Judged]]:
    """The whole run as "all", and behind it each kind of question."""
    kinds: dict[str, list[Judged]] = {}
    for each in run:
        kinds.setdefault(f"kind {ALL}" if each.kind == ALL else each.kind or "without kind", []).append(each)
    return {ALL: list(run), **(kinds if len(kinds) > 1 else {})}


def as_json(run: Sequence[Judged], comparison: Comparison | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "figures": {kind: _plain(figures(part)) for kind, part in by_kind(run).items()},
        "milliseconds": times(run),
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
    taken = times(run)
    if taken:
        yield f"milliseconds a question: {taken['p50']:.0f} (median), {taken['p95']:.0f} (95 %)"
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


def times(run: Sequence[Judged]) -> dict[str, float]:
    """How many milliseconds a question took, p50 and p95; nothing where the run does not tell."""
    told = [each.milliseconds for each in run if each.milliseconds is not None]
    percentiles = np.percentile(told, (50, 95)) if told else ()
    return {name: round(float(each), 1) for name, each in zip(("p50", "p95"), percentiles, strict=False)}


def _compared(comparison: Comparison) -> Iterator[str]:
    count = next((gain.count for gain in comparison.gains.values()), 0)
    yield f"against the other run, the mean difference question by question ({count} questions)"
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
