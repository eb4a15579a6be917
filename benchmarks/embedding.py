"""Measures the embedding model on this machine: `python -m benchmarks.embedding [--home DIR] [--threads N]`.

Each number is the best of several runs: other work on the machine only ever makes a run slower. With one
thread it is the processor's time, which other work hardly changes.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import torch

from core.settings import Settings
from knowledge.embedding import embedder, loading
from knowledge.embedding.embedder import Embedder

QUESTION = "Wie setze ich das Passwort einer Schülerin in der Lernplattform zurück?"
SENTENCE = (
    "die Lehrkraft öffnet danach im Menü den Bereich Verwaltung und wählt dort das Konto der Klasse aus "
    "bevor sie auf Zurücksetzen klickt weil das neue Kennwort erst nach der nächsten Anmeldung gilt"
)
BUDGETS = (256, 512, 1024, 2048, 4096)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, default=Path("var"))
    parser.add_argument("--threads", type=int, default=0)
    given = parser.parse_args()
    settings = Settings(home=given.home, embed_threads=given.threads)
    loading.find_model(settings)  # made before the clock runs
    start = time.perf_counter()
    Embedder.load(settings)
    print(f"import of the libraries and load: {time.perf_counter() - start:.1f} s")
    for kind in dict.fromkeys((loading._fastest_type(), torch.float32)):
        with patch.object(loading, "_fastest_type", lambda kind=kind: kind):
            measure(Embedder.load(settings), str(kind).removeprefix("torch."))


def measure(model: Embedder, kind: str) -> None:
    texts = passages(48)
    tokens = sum(model.count_tokens(texts))
    print(f"{kind}, {torch.get_num_threads()} threads, {tokens / len(texts):.0f} tokens a passage")
    print(f"  question: {best(lambda: model.embed_question(QUESTION), 60) * 1000:.1f} ms")
    print(f"  counting: {tokens / best(lambda: model.count_tokens(texts), 10):,.0f} tokens/s")
    for budget in BUDGETS:
        with patch.object(embedder, "_BATCH_TOKENS", budget):
            seconds = best(lambda: model.embed_passages(texts), 3)
        print(f"  passages in batches of {budget:>4} tokens: {tokens / seconds:,.0f} tokens/s")


def passages(count: int) -> list[str]:
    """Passages of many lengths, as documents have them."""
    chance = random.Random(1)
    lengths = (int(chance.lognormvariate(4.6, 0.6)) for _ in range(count))
    return [" ".join(chance.choices(SENTENCE.split(), k=max(3, length))) for length in lengths]


def best(run: Callable[[], object], times: int) -> float:
    run()
    return min(_seconds(run) for _ in range(times))


def _seconds(run: Callable[[], object]) -> float:
    clock = time.process_time if torch.get_num_threads() == 1 else time.perf_counter
    start = clock()
    run()
    return clock() - start


if __name__ == "__main__":
    main()
