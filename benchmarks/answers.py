"""Whether what the assistant shows first is what answers.

    python -m benchmarks.answers HOME PAIRS.jsonl [PAIRS.jsonl ...] [--misses]

Each line of a file has a "question", the strings that the answer must contain ("says"), and the documents
that answer: "path", or "relevant" with grades. Lines without "says" are left out.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from bootstrap import build_portal
from core.settings import Settings
from knowledge.embedding.protocol import Embeds
from knowledge.reading.section import Block
from retriever.answer import Answer, Reply
from retriever.assistant import Assistant
from retriever.evaluation.figures import mean
from retriever.extract import extract
from retriever.search import Candidate, joined
from retriever.snapshot import IndexedSection
from retriever.view import View

Pair = Mapping[str, Any]
ANSWERS = 2  # the grade of a place that answers whole


@dataclass(frozen=True, slots=True)
class Shown:
    """What was shown first for one pair. `answered`: what is marked, or all of it where nothing is, contains
    all that must be said; `in_blocks`: what is shown does; `in_section`: its section does. Lengths are in
    letters; `marked` is that of all that is shown where nothing is marked."""

    pair: Pair
    document: bool
    answered: bool
    in_blocks: bool
    in_section: bool
    length: int
    marked: int
    milliseconds: float = 0.0


def pairs(file: Path) -> list[Pair]:
    """The lines that name what must be said."""
    lines = (json.loads(line) for line in file.read_text("utf-8").splitlines())
    return [line for line in lines if line.get("says")]


def asked(assistant: Assistant, pair: Pair) -> Shown:
    """Asks the question and holds the answer against the pair."""
    begin = time.perf_counter()
    reply = assistant.ask(pair["question"], everything=True)
    return replace(shown(pair, reply), milliseconds=(time.perf_counter() - begin) * 1000)


def shown(pair: Pair, reply: Reply) -> Shown:
    """No answer contains nothing. What a wrong document says does not count."""
    if not isinstance(reply, Answer):
        return Shown(pair, False, False, False, False, 0, 0)
    first = reply.citations[0]
    return _shown(pair, first.document, reply.blocks, reply.marked, (*reply.blocks, *first.blocks))


def extracted(view: View, embedder: Embeds, pair: Pair) -> Shown | None:
    """What is shown of the section that answers, as if it had been found first. None where none does."""
    right = [number for number in range(len(view)) if _answers(pair, view.passage(number).section)]
    if not right:
        return None
    question = view.index.vocabulary.mend(pair["question"])
    near = view.vectors(right) @ embedder.embed_question(question)
    scored = zip(right, near.tolist(), strict=True)
    place = joined([Candidate(n, view.passage(n), near, near) for n, near in scored])[0]
    found, section = extract(question, place, view.rarity), place.section
    return _shown(pair, section.document.name, found.blocks, found.marked, section.blocks)


def _shown(
    pair: Pair, document: str, blocks: Iterable[Block], marked: Sequence[str], section: Iterable[Block]
) -> Shown:
    right, texts = document in documents(pair), _items(blocks)
    marks = marked or texts
    answered, in_blocks, in_section = (right and says(pair, each) for each in (marks, texts, _items(section)))
    return Shown(pair, right, answered, in_blocks, in_section, _length(texts), _length(marks))


def _answers(pair: Pair, section: IndexedSection) -> bool:
    return section.document.name in documents(pair) and says(pair, _items(section.blocks))


def documents(pair: Pair) -> set[str]:
    """Those that answer the whole question."""
    graded = (place["path"] for place in pair.get("relevant", ()) if place["grade"] >= ANSWERS)
    return {*pair.get("path", ()), *graded}


def says(pair: Pair, texts: Iterable[str]) -> bool:
    """Whether all that must be said stands in the texts."""
    whole = _plain("\n".join(texts))
    return all(_plain(text) in whole for text in pair["says"])


def report(run: Sequence[Shown], alone: Sequence[Shown]) -> list[str]:
    """The figures as lines, each with its 95 % interval: of whole answers, and of what is shown of the right
    section alone."""
    picked = [each for each in alone if each.marked < each.length]
    measures: dict[str, Sequence[float]] = {
        "right document first": [each.document for each in run],
        "right section first": [each.in_section for each in run],
        "the answer in what is shown": [each.in_blocks for each in run],
        "the answer in what is marked": [each.answered for each in run],
        "of the right section: shown": [each.in_blocks for each in alone],
        "of the right section: marked": [each.answered for each in alone],
        "of the right section: a part is marked": [each in picked for each in alone],
        "of the parts that are marked: right": [each.answered for each in picked],
        "of the right section: letters shown": [each.length for each in alone],
        "of the right section: letters marked": [each.marked for each in alone],
    }
    lines = [f"{name:38} {mean([float(value) for value in values])}" for name, values in measures.items()]
    p95 = np.percentile([each.milliseconds for each in run], 95)
    return [f"{len(run)} questions, p95 {p95:.0f} ms", *lines]


def _items(blocks: Iterable[Block]) -> list[str]:
    return [item for block in blocks for item in block.items]


def _length(texts: Iterable[str]) -> int:
    return sum(map(len, texts))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _miss(each: Shown) -> str:
    where = "shown" if each.in_blocks else "section" if each.in_section else "elsewhere"
    return f"  {where:9} {each.pair['id']} {each.pair['question']} → {each.pair['says']}"


def main(*arguments: str) -> None:
    home, *files = (argument for argument in arguments if argument != "--misses")
    portal = build_portal(Settings(home=Path(home)))
    for file in files:
        wanted = pairs(Path(file))
        run = [asked(portal.assistant, pair) for pair in wanted]
        view = portal.assistant.view(everything=True)
        alone = [found for pair in wanted if (found := extracted(view, portal.embedder, pair))]
        print(f"\n{file}: " + "\n".join(report(run, alone)))
        if "--misses" in arguments:
            print("\n".join(_miss(each) for each in (*run, *alone) if not each.answered))
    portal.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
