"""Fits the confidence: which evidence speaks for an answer, and how strongly.

    python -m benchmarks.confidence HOME QUESTIONS.jsonl [HOME QUESTIONS.jsonl ...]

Each home is a synced library, each file has questions with "answerable" and "relevant". Questions whose
document is not among the first five are left out: nothing that the search sees could tell that they can be
answered. Prints the separation of each kind of evidence, the weights for retriever/confidence.py, and what
the threshold trades, each case judged by a fit that has not seen it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import astuple, fields
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from bootstrap import build_portal
from core.settings import Settings
from retriever.confidence import Evidence, evidence
from retriever.evaluation.fields import right_documents
from retriever.names import meaning
from retriever.search import Place, search

NAMES = [field.name for field in fields(Evidence)]
THRESHOLDS = (0.45, 0.5, 0.55, 0.58, 0.6, 0.65, 0.7)
FOUND = 5


def collect(home: Path, questions: Path) -> tuple[list[Sequence[float]], list[bool]]:
    portal = build_portal(Settings(home=home))
    view = portal.assistant.view(everything=True)
    found: list[Sequence[float]] = []
    answerable: list[bool] = []
    for line in questions.read_text("utf-8").splitlines():
        case = json.loads(line)
        question = view.index.vocabulary.mend(case["question"])
        places = search(view, question, meaning(question, view.index.names, portal.embedder))
        if not case.get("answerable", True) or _is_found(places, case):
            found.append(astuple(evidence(view, question, places)))
            answerable.append(bool(case.get("answerable", True)))
    portal.close()
    return found, answerable


def _is_found(places: Sequence[Place], case: Mapping[str, Any]) -> bool:
    first = list(dict.fromkeys(place.section.document.name for place in places))[:FOUND]
    return not right_documents(case).keys().isdisjoint(first)


def model() -> Any:
    return make_pipeline(StandardScaler(), LogisticRegression(C=0.5))


def main(*arguments: str) -> None:
    found: list[Sequence[float]] = []
    truth: list[bool] = []
    sets: list[int] = []
    for number in range(0, len(arguments), 2):
        more, answerable = collect(Path(arguments[number]), Path(arguments[number + 1]))
        found, truth, sets = found + more, truth + answerable, sets + [number] * len(more)
    x, y, which = np.array(found), np.array(truth), np.array(sets)
    for column, name in enumerate(NAMES):
        print(f"{name}: auroc {roc_auc_score(y, x[:, column]):.3f}")
    unseen = cross_val_predict(
        model(), x, y, cv=StratifiedKFold(10, shuffle=True, random_state=1), method="predict_proba"
    )[:, 1]
    for number in np.unique(which):
        part = which == number
        print(f"{arguments[number + 1]}: auroc {roc_auc_score(y[part], unseen[part]):.3f}")
        for threshold in THRESHOLDS:
            answered, refused = unseen[part & y] >= threshold, unseen[part & ~y] < threshold
            print(f"  {threshold}: answered {answered.mean():.2f}, refused {refused.mean():.2f}")
    print_weights(x, y)


def print_weights(x: np.ndarray, y: np.ndarray) -> None:
    fitted = model().fit(x, y)
    scale, regression = fitted[0], fitted[1]
    weights = regression.coef_[0] / scale.scale_
    print("INTERCEPT =", round(float(regression.intercept_[0] - weights @ scale.mean_), 2))
    print("WEIGHTS =", {name: round(float(weight), 2) for name, weight in zip(NAMES, weights, strict=True)})


if __name__ == "__main__":
    main(*sys.argv[1:])
