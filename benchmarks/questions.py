"""How fast a question is answered in the process, and how soon after the start.

LOTSE_HOME=… python -m benchmarks.questions QUESTIONS.jsonl
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import numpy as np


def main(path: str) -> None:
    started = time.perf_counter()
    from bootstrap import build_portal
    from core.settings import load_settings

    questions = [json.loads(line)["question"] for line in Path(path).read_text("utf-8").splitlines()]
    portal = build_portal(load_settings())
    portal.ask(questions[0])
    print(f"start to first answer: {time.perf_counter() - started:.1f} s; {portal.library()}")
    taken = []
    for question in questions * 3:
        begin = time.perf_counter()
        portal.ask(question)
        taken.append((time.perf_counter() - begin) * 1000)
    p50, p95, most = np.percentile(taken, [50, 95, 100])
    print(f"{len(taken)} questions: p50 {p50:.0f} ms, p95 {p95:.0f} ms, longest {most:.0f} ms")
    portal.close()


if __name__ == "__main__":
    main(sys.argv[1])
