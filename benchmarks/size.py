"""How a question's time grows with the library: `LOTSE_HOME=… python -m benchmarks.size QUESTIONS.jsonl`.

Libraries of 1,000 to 1,000,000 passages are made up in memory from the one in LOTSE_HOME: sentences of two
passages with some words exchanged, vectors between the two and off by some noise. A fifth of the documents is
for heads only. Each size in a process of its own; a table and benchmarks/size.svg.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from benchmarks.size_picture import picture
from core.database import open_database
from core.people.roles import Role
from core.settings import load_settings
from knowledge.audience import OPEN, Audience
from knowledge.embedding.embedder import Embedder
from retriever import nearest
from retriever.index import Index, build_index
from retriever.retrieval import retrieve
from retriever.snapshot import IndexedPassage, IndexedSection, Snapshot, load_snapshot
from retriever.view import NEAR, View, view_of

SIZES = (1_000, 10_000, 100_000, 1_000_000)
A_DOCUMENT = 8  # passages
HEADS = Audience(True, frozenset({Role.HEAD}))
EXCHANGED, INVENTED = 0.2, 0.02  # shares of words
NOISE = 0.35  # against vectors of length 1
DEPTH = 100
COLUMNS = (
    "passages",
    "seconds",
    "megabytes",
    "bytes",
    "all_p50",
    "all_p95",
    "some_p50",
    "some_p95",
    "flat_p50",
    "flat_p95",
    "nearest_p50",
    "nearest_p95",
    "recall",
)
Vectors = NDArray[np.float32]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--only", type=int, help="measure one size in this process and print it as JSON")
    parser.add_argument("--exact-up-to", type=int, default=nearest.EXACT_UP_TO)
    given = parser.parse_args()
    nearest.EXACT_UP_TO = given.exact_up_to
    if given.only:
        print(json.dumps(measured(given.only, given.questions)))
        return
    rows = [_in_own_process(size, given.questions, given.exact_up_to) for size in given.sizes]
    print("| " + " | ".join(COLUMNS) + " |\n" + "| --- " * len(COLUMNS) + "|")
    for row in rows:
        print("| " + " | ".join(f"{row[name]:,}" for name in COLUMNS) + " |")
    Path(__file__).with_suffix(".svg").write_text(picture(rows), "utf-8")


def _in_own_process(size: int, questions: Path, exact_up_to: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.size", str(questions), "--only", str(size)]
    told = subprocess.run(
        [*command, "--exact-up-to", str(exact_up_to)], stdout=subprocess.PIPE, check=True, text=True
    )
    print(told.stdout.strip(), file=sys.stderr)
    return dict(json.loads(told.stdout.splitlines()[-1]))


def measured(size: int, path: Path) -> dict[str, float]:
    settings = load_settings()
    embedder = Embedder.load(settings, threads=1)
    with open_database(settings.database).read() as db:
        base = load_snapshot(db, embedder.model_id, embedder.dimensions)
    questions = [json.loads(line)["question"] for line in path.read_text("utf-8").splitlines()]
    vectors = [embedder.embed_question(question) for question in questions]
    empty = _megabytes()
    snapshot = library(base, size)
    made = _megabytes()
    begun = time.perf_counter()
    index = build_index(snapshot)
    seconds = time.perf_counter() - begun
    told = {
        "passages": size,
        "seconds": round(seconds, 1),
        "megabytes": round(_megabytes()),
        "most_megabytes": round(_megabytes("VmHWM")),
        "snapshot": round((made - empty) * 2**20 / size),
        "bytes": round((_megabytes() - empty) * 2**20 / size),
    }

    def asks(view: View) -> Callable[[int], object]:
        def ask(number: int) -> object:
            meant = view.index.vocabulary.mend(questions[number])
            return retrieve(view, meant, embedder.embed_question(meant), 10)

        return ask

    told |= _times("all", asks(view_of(index, None, everything=True)), len(questions))
    told |= _times("some", asks(view_of(index, None)), len(questions))
    return told | _against_flat(index, vectors)


def _against_flat(index: Index, questions: list[Vectors]) -> dict[str, float]:
    """FAISS's exact search for the first so many, and the approximate one with what it finds of them."""
    vectors = index.snapshot.vectors
    flat = faiss.IndexFlatIP(vectors.shape[1])
    flat.add(vectors)
    told = _times("flat", lambda number: flat.search(questions[number][np.newaxis], DEPTH), len(questions))
    if index.nearest is None:
        return told | {"nearest_p50": 0, "nearest_p95": 0, "recall": 1}
    approximate = index.nearest
    told |= _times("nearest", lambda number: approximate.rows(questions[number], NEAR), len(questions))
    shares = []
    for question in questions:
        right = set(flat.search(question[np.newaxis], DEPTH)[1][0].tolist())
        shares.append(len(right.intersection(approximate.rows(question, NEAR).tolist())) / len(right))
    return told | {"recall": round(float(np.mean(shares)), 4)}


def _times(name: str, work: Callable[[int], object], count: int) -> dict[str, float]:
    """Milliseconds; the first round warms up."""
    taken = []
    for number in [*range(count), *range(count), *range(count)]:
        begun = time.perf_counter()
        work(number)
        taken.append(1000 * (time.perf_counter() - begun))
    p50, p95 = np.percentile(taken[count:], (50, 95))
    return {f"{name}_p50": round(float(p50), 1), f"{name}_p95": round(float(p95), 1)}


def _megabytes(what: str = "VmRSS") -> float:
    found = re.search(rf"{what}:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    return int(found[1]) / 1024 if found else 0.0


def library(base: Snapshot, size: int) -> Snapshot:
    """A library of so many passages, the same each time."""
    chance = np.random.default_rng(size)
    pairs = chance.integers(0, len(base.passages), (size, 2))
    passages = tuple(_passages(base, pairs, chance))
    documents = -(-size // A_DOCUMENT)
    asked_of = tuple(int(number) for number in chance.integers(0, documents, len(base.asked)))
    vectors = _vectors(base.vectors, pairs, chance)
    return Snapshot(1, documents, passages, vectors, base.asked, asked_of, {})


def _vectors(base: Vectors, pairs: NDArray[np.int64], chance: np.random.Generator) -> Vectors:
    made = np.empty((len(pairs), base.shape[1]), np.float32)
    for first in range(0, len(pairs), 10_000):
        one, other = base[pairs[first : first + 10_000].T]
        share = chance.random((len(one), 1), np.float32)
        noise = chance.standard_normal(one.shape, np.float32) * np.float32(NOISE / base.shape[1] ** 0.5)
        mixed = share * one + (1 - share) * other + noise
        made[first : first + 10_000] = mixed / np.linalg.norm(mixed, axis=1, keepdims=True)
    return made


def _passages(
    base: Snapshot, pairs: NDArray[np.int64], chance: np.random.Generator
) -> Iterator[IndexedPassage]:
    spoken = [passage.text.split() for passage in base.passages]
    vocabulary = sorted({word for words in spoken for word in words})
    section = base.passages[0].section
    for row, (one, other) in enumerate(pairs.tolist()):
        if row % A_DOCUMENT == 0:
            section = _section(base, one, row // A_DOCUMENT)
        words = spoken[one][: len(spoken[one]) // 2] + spoken[other][len(spoken[other]) // 2 :]
        for place in chance.integers(0, len(words), int(EXCHANGED * len(words))).tolist():
            words[place] = vocabulary[int(chance.random() * len(vocabulary))]
            if chance.random() < INVENTED / EXCHANGED:
                words[place] += vocabulary[int(chance.random() * len(vocabulary))].lower()
        yield IndexedPassage(section, row % A_DOCUMENT, 0, 0, " ".join(words), None, None)


def _section(base: Snapshot, row: int, number: int) -> IndexedSection:
    like = base.passages[row].section
    audience = OPEN if number % 5 else HEADS
    document = replace(like.document, id=number, audience=audience, name=f"{number}/{like.document.name}")
    return replace(like, document=document)


if __name__ == "__main__":
    main()
