"""The questions of a file as people in a hurry type them, one file for each way.

    python -m benchmarks.misspelt QUESTIONS.jsonl FOLDER

Writes to the folder: `written-out` (ä as ae), `dropped` (ä as a), `small` (no capitals, no marks), `slips`
(in the longest word two neighbouring letters change places) and `left-out` (it lacks a letter). Only
questions that can be answered and that are changed by it.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Callable
from pathlib import Path

WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
DROPPED = str.maketrans("äöüÄÖÜ", "aouAOU")
WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 5  # letters: who mistypes less is not understood by anybody
Slip = Callable[[str, random.Random], str]


def swapped(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def left_out(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1 :]


def in_longest_word(question: str, slip: Slip, seed: str) -> str:
    longest = max(WORD.finditer(question), key=lambda found: len(found.group()), default=None)
    if longest is None or len(longest.group()) < SHORTEST:
        return question
    changed = slip(longest.group(), random.Random(seed))
    return question[: longest.start()] + changed + question[longest.end() :]


def main(questions: str, folder: str) -> None:
    cases = [json.loads(line) for line in Path(questions).read_text("utf-8").split("\n") if line]
    ways: dict[str, Callable[[str, str], str]] = {
        "written-out": lambda question, _: question.translate(WRITTEN_OUT),
        "dropped": lambda question, _: question.translate(DROPPED),
        "small": lambda question, _: re.sub(r"[^\w\s@+-]", "", question).lower(),
        "slips": lambda question, seed: in_longest_word(question, swapped, seed),
        "left-out": lambda question, seed: in_longest_word(question, left_out, seed),
    }
    for name, way in ways.items():
        changed = [
            case | {"question": way(case["question"], case["id"])} for case in cases if case["answerable"]
        ]
        asked = {case["id"]: case["question"] for case in cases}
        kept = [case for case in changed if case["question"] != asked[case["id"]]]
        lines = [json.dumps(case, ensure_ascii=False) + "\n" for case in kept]
        (Path(folder) / f"{name}.jsonl").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
