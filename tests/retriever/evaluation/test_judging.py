"""A fault in a file of questions or results is named with the question it stands at."""

from __future__ import annotations

import pytest

from retriever.evaluation.fields import CannotJudge
from retriever.evaluation.judging import Judged, judged
from tests.retriever.evaluation.runs import QUESTIONS, RESULTS, Line, question, result


def only(asked: Line, told: Line, by: str = "type") -> Judged:
    (found,) = judged([asked], [told], by)
    return found


def test_questions_keep_their_order_and_further_results_do_not_matter() -> None:
    run = judged(QUESTIONS, [result("further"), *reversed(RESULTS)])
    assert [each.id for each in run] == [each["id"] for each in QUESTIONS]
    assert [each.rank for each in run] == [1, 2, 4, None, None, None]


def test_missing_results_are_counted_and_the_first_is_named() -> None:
    with pytest.raises(CannotJudge, match="no result for 2 of 6 questions, first: second"):
        judged(QUESTIONS, [RESULTS[0], *RESULTS[3:]])


def test_two_questions_with_one_id_are_refused() -> None:
    with pytest.raises(CannotJudge, match="first: two questions have this id"):
        judged([*QUESTIONS, QUESTIONS[0]], RESULTS)


def test_an_id_may_be_a_number() -> None:
    assert only(question("1", "a") | {"id": 1}, result("1", "a")).rank == 1


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"relevant": []}, "q: can be answered, but"),
        ({"relevant": [{"path": "a", "grade": 1}]}, "q: can be answered, but"),
        ({"relevant": "a"}, "q: .relevant. is no list"),
        ({"relevant": [{"section": "Toner"}]}, "q: a place in .relevant. names no .path."),
        ({"relevant": [3]}, "q: a place in .relevant. names no .path."),
        ({"relevant": [{"path": "a", "grade": "2"}]}, "q: .grade. is no number"),
        ({"answerable": "false"}, "q: .answerable. is neither true nor false"),
    ],
)
def test_a_wrong_label_is_named(fields: Line, said: str) -> None:
    with pytest.raises(CannotJudge, match=said):
        only(question("q", "a") | fields, result("q", "a"))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"hits": None}, "q: the result has no .hits."),
        ({"hits": ["a"]}, "q: the result has no .hits."),
        ({"hits": [{"heading": "Toner"}]}, "q: the result has no .hits."),
        ({"answered": "yes"}, "q: .answered. is neither"),
        ({"confidence": float("nan")}, "q: .confidence. is no number"),
        ({"milliseconds": float("inf")}, "q: .milliseconds. is no number"),
        ({"confidence": "0.5"}, "q: .confidence. is no number"),
    ],
)
def test_a_wrong_result_is_named(fields: Line, said: str) -> None:
    with pytest.raises(CannotJudge, match=said):
        only(question("q", "a"), result("q", "a") | fields)


def test_what_nobody_knows_is_passed_over_and_labels_may_be_short() -> None:
    asked = {"id": "q", "text": "Wie?", "relevant": ["a"], "note": "von Hand"}
    found = only(asked, {"id": "q", "hits": [{"document": "a"}], "seen": True})
    assert (found.question, found.answerable, found.rank, found.kind) == ("Wie?", True, 1, "")
    assert (found.answered, found.confidence, found.milliseconds) == (None, None, None)


@pytest.mark.parametrize(("value", "kind"), [("how", "how"), (False, "False"), (None, ""), (3, "3")])
def test_questions_are_parted_by_any_field(value: object, kind: str) -> None:
    assert only(question("q", "a", lang=value), result("q"), "lang").kind == kind
