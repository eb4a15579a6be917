"""Two runs on the same questions: what became better, what worse, and whether that is more than chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retriever.evaluation.figures import MEASURES, Figure, mean
from retriever.evaluation.judging import Judged


@dataclass(frozen=True, slots=True)
class Moved:
    """A question whose right document stands at another rank, or was not found in one of the runs."""

    id: str
    question: str
    before: int | None
    now: int | None

    @property
    def better(self) -> bool:
        return self.now is not None and (self.before is None or self.now < self.before)


@dataclass(frozen=True, slots=True)
class Comparison:
    """`gains` are the means of the differences question by question: certain where the interval leaves out
    nothing."""

    gains: dict[str, Figure]
    moved: tuple[Moved, ...]


def compared(before: Sequence[Judged], now: Sequence[Judged]) -> Comparison:
    """Of the questions that can be answered and that stand in both runs."""
    earlier = {each.id: each for each in before}
    pairs = [(earlier[each.id], each) for each in now if each.answerable and each.id in earlier]
    gains = {
        name: mean([measure(new) - measure(old) for old, new in pairs]) for name, measure in MEASURES.items()
    }
    moved = [Moved(new.id, new.question, old.rank, new.rank) for old, new in pairs if old.rank != new.rank]
    return Comparison({name: gain for name, gain in gains.items() if gain}, tuple(moved))
