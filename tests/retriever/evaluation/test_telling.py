"""What is to be read of an evaluation, as lines and as JSON."""

from __future__ import annotations

import json
from typing import Any

from retriever.evaluation.comparing import compared
from retriever.evaluation.judging import judged
from retriever.evaluation.telling import as_json, by_kind, lines, misses, times
from tests.retriever.evaluation.runs import QUESTIONS, RESULTS, question, result

RUN = judged(QUESTIONS, RESULTS)
BEFORE = judged(QUESTIONS, [result("first", "b", "a"), *RESULTS[1:]])


def refuse(constant: str) -> Any:
    raise AssertionError(f"{constant} is no JSON")


def test_kinds_stand_behind_the_whole() -> None:
    parts = {kind: [each.id for each in part] for kind, part in by_kind(RUN).items()}
    assert parts == {
        "all": [each["id"] for each in QUESTIONS],
        "how": ["first", "second", "refused"],
        "words": ["fourth", "never", "wrongly"],
    }


def test_one_kind_is_not_told_twice() -> None:
    assert list(by_kind(judged(QUESTIONS, RESULTS, "lang"))) == ["all"]


def test_a_kind_may_be_missing_or_called_like_the_whole() -> None:
    asked = [question("q", "a", type="all"), question("r", "a")]
    parts = by_kind(judged(asked, [result("q"), result("r")]))
    assert {kind: len(part) for kind, part in parts.items()} == {"all": 2, "kind all": 1, "without kind": 1}


def test_misses_begin_with_what_was_not_found_at_all() -> None:
    assert [each.id for each in misses(RUN)] == ["never", "fourth", "second", "wrongly"]


def test_times_are_percentiles_and_missing_where_the_run_does_not_tell() -> None:
    assert times(RUN) == {"p50": 35.0, "p95": 57.5}
    assert times(judged(QUESTIONS, [{"id": each["id"], "hits": []} for each in QUESTIONS])) == {}


def test_lines_tell_figures_by_kind_and_misses_with_what_was_found_instead() -> None:
    told = list(lines(RUN, None, 2))
    assert [line for line in told if line.endswith("questions)")] == [
        "all (6 questions)",
        "how (3 questions)",
        "words (3 questions)",
    ]
    assert "  hit@1      0.250 [0.000, 0.750]" in told
    assert told[told.index("4 misses") - 1] == "milliseconds a question: 35 (median), 58 (95 %)"
    assert told[told.index("4 misses") + 1 :] == [
        "  –  never: Wie never?",
        "      right: z",
        "      found: a, b",
        "  4  fourth: Wie fourth?",
        "      right: d",
        "      found: a, b, c",
    ]


def test_a_question_answered_by_mistake_has_no_right_document() -> None:
    assert list(lines(RUN, None, 9))[-2:] == ["  –  wrongly: Wie wrongly?", "      found: a, b, c"]


def test_nothing_found_is_said() -> None:
    run = judged([question("q", "a")], [result("q")])
    assert list(lines(run, None, 9))[-1] == "      found: nothing"


def test_a_comparison_tells_gains_and_what_became_better_or_worse() -> None:
    told = list(lines(RUN, compared(BEFORE, RUN), 0))
    start = told.index("against the other run, the mean difference question by question (4 questions)")
    assert told[start + 1].startswith("  hit@1      0.250 [")
    assert told[-4:] == ["  better: 1", "    2 → 1  first: Wie first?", "  worse: 0", "4 misses"]


def test_json_has_all_of_it() -> None:
    told = json.loads(json.dumps(as_json(RUN, compared(BEFORE, RUN))), parse_constant=refuse)
    assert set(told) == {"figures", "milliseconds", "misses", "gains", "moved"}
    assert told["figures"]["all"]["hit@1"] == {"value": 0.25, "low": 0.0, "high": 0.75, "count": 4}
    assert set(told["figures"]) == {"all", "how", "words"}
    assert told["moved"] == [{"id": "first", "question": "Wie first?", "before": 2, "now": 1, "better": True}]
    assert told["misses"][1] == {
        "id": "fourth",
        "question": "Wie fourth?",
        "rank": 4,
        "confidence": 0.4,
        "right": ["d"],
        "found": ["a", "b", "c"],
    }


def test_json_holds_no_nan_where_questions_of_one_sort_are_missing() -> None:
    for part in (QUESTIONS[:4], QUESTIONS[4:], []):
        run = judged(part, RESULTS)
        json.loads(json.dumps(as_json(run, compared(run, run)), allow_nan=False), parse_constant=refuse)
