"""The figures of a run, each with the interval in which chance alone would leave it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retriever.evaluation.judging import DEPTHS, Judged

Values = NDArray[np.float64]
DRAWS = 2000
SEED = 7
COVERED = (2.5, 97.5)  # percent: what a 95 % interval leaves out on either side


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over `count` questions, and its 95 % interval by bootstrap (Efron 1979: the questions are drawn
    anew, with replacement)."""

    value: float
    low: float
    high: float
    count: int

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


Measure = Callable[[Judged], float]


def _hit(depth: int) -> Measure:
    return lambda each: each.hit(depth)


# Over the questions that the library can answer.
MEASURES: Mapping[str, Measure] = {
    **{f"hit@{depth}": _hit(depth) for depth in DEPTHS},
    "mrr@10": lambda each: each.reciprocal_rank,
}


def figures(run: Sequence[Judged]) -> dict[str, Figure]:
    """What questions and run allow of, by name: hit@k, mrr@10, section@5, answered, refused, auroc."""
    answerable = [each for each in run if each.answerable]
    others = [each for each in run if not each.answerable]
    labelled = [each for each in answerable if each.in_section is not None]
    found = {name: mean([measure(each) for each in answerable]) for name, measure in MEASURES.items()}
    found["section@5"] = mean([float(bool(each.in_section)) for each in labelled])
    found["answered"] = mean([float(each.answered) for each in answerable if each.answered is not None])
    found["refused"] = mean([float(not each.answered) for each in others if each.answered is not None])
    found["auroc"] = _auroc_of(_confidences(answerable), _confidences(others))
    return {name: figure for name, figure in found.items() if figure is not None}


def mean(values: Sequence[float]) -> Figure | None:
    """None without values."""
    if not values:
        return None
    kept = np.asarray(values, dtype=np.float64)
    drawn = kept[_draws(len(kept))].mean(axis=1)
    low, high = np.percentile(drawn, COVERED)
    return Figure(float(kept.mean()), float(low), float(high), len(kept))


def auroc(answerable: Values, others: Values) -> float:
    """The probability that a question that can be answered has more confidence than one that cannot."""
    more = (answerable[:, np.newaxis] > others).mean()
    return float(more + 0.5 * (answerable[:, np.newaxis] == others).mean())


def _confidences(run: Sequence[Judged]) -> Values:
    return np.asarray([each.confidence for each in run if each.confidence is not None], dtype=np.float64)


def _auroc_of(yes: Values, no: Values) -> Figure | None:
    if not len(yes) or not len(no):
        return None
    pairs = zip(_draws(len(yes)), _draws(len(no), SEED + 1), strict=True)
    low, high = np.percentile([auroc(yes[one], no[other]) for one, other in pairs], COVERED)
    return Figure(auroc(yes, no), float(low), float(high), len(yes) + len(no))


def _draws(count: int, seed: int = SEED) -> NDArray[np.int64]:
    """The same draws for the same number of questions, so that two runs can be told apart."""
    return np.random.default_rng(seed).integers(0, count, (DRAWS, count))
