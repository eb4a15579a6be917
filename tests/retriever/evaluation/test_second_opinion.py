"""The same figures as another program works out that shares no line with this one. It takes two files and
`--json --by type`; SCORER names it."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from retriever.evaluation.figures import figures
from retriever.evaluation.judging import judged
from retriever.evaluation.telling import by_kind
from tests.retriever.evaluation.runs import Line, hit, question, result

SCORER = os.environ.get("SCORER", "")
WORDS = ["Toner", "Papier-Stau", "WLAN", "Konto & Passwort", "Bild"]
pytestmark = pytest.mark.skipif(
    not Path(SCORER).is_file(), reason="SCORER names no other program that scores"
)


def asked(draw: random.Random, number: int) -> Line:
    """Mostly with several places, of either grade, some with a section."""
    found = question(f"q{number}", type=draw.choice(["how", "words"]))
    if draw.random() < 0.7:
        names = draw.sample(range(12), draw.randint(1, 4))
        places = [
            {"path": f"d{name}", "section": draw.choice(["", *WORDS]), "grade": draw.choice([1, 2])}
            for name in names
        ]
        found |= {"answerable": True, "relevant": [places[0] | {"grade": 2}, *places[1:]]}
    return found


def told(draw: random.Random, number: int) -> Line:
    hits = [
        hit(f"d{draw.randrange(12)}", draw.choice([None, *WORDS]), f"… {draw.choice(WORDS).upper()}!")
        for _ in range(draw.randint(0, 14))
    ]
    confidence = round(draw.random(), 1)
    return result(f"q{number}", answered=confidence >= 0.5, confidence=confidence, hits=hits)


def written(path: Path, rows: list[Line]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


@pytest.mark.parametrize("seed", range(3))
def test_another_program_has_the_same_figures(seed: int, tmp_path: Path) -> None:
    draw = random.Random(seed)
    questions = [asked(draw, number) for number in range(80)]
    results = [told(draw, number) for number in range(80)]
    files = [written(tmp_path / "q.jsonl", questions), written(tmp_path / "r.jsonl", results)]
    command = [sys.executable, SCORER, *map(str, files), "--json", "--by", "type"]
    other = json.loads(subprocess.run(command, check=True, capture_output=True, timeout=60).stdout)
    for kind, part in by_kind(judged(questions, results)).items():
        expected = {name: value for name, value in other[kind].items() if "@" in name or name in OTHERS}
        found = {name: round(figure.value, 4) for name, figure in figures(part).items()}
        assert found == pytest.approx(expected, abs=1.1e-4)


OTHERS = {"answered", "refused", "auroc"}
