"""Two runs on the same questions."""

from __future__ import annotations

import pytest

from retriever.evaluation.comparing import Comparison, Moved, compared
from retriever.evaluation.judging import judged
from tests.retriever.evaluation.runs import QUESTIONS, RESULTS, question, result

NOW = [
    result("first", "b", "a"),  # 1 → 2
    result("second", "b"),  # 2 → 1
    result("fourth", "a"),  # 4 → not found
    result("never", "z"),  # not found → 1
    result("refused", "a"),
    result("wrongly", "b"),
]


def comparison() -> Comparison:
    return compared(judged(QUESTIONS, RESULTS), judged(QUESTIONS, NOW))


def test_what_moved_is_told_as_better_or_worse() -> None:
    moved = {each.id: (each.before, each.now, each.better) for each in comparison().moved}
    assert moved == {
        "first": (1, 2, False),
        "second": (2, 1, True),
        "fourth": (4, None, False),
        "never": (None, 1, True),
    }


@pytest.mark.parametrize(
    ("name", "gain"),
    [
        ("hit@1", (-1 + 1 + 0 + 1) / 4),
        ("hit@3", 1 / 4),
        ("hit@5", (-1 + 1) / 4),
        ("mrr@10", (-1 / 2 + 1 / 2 - 1 / 4 + 1) / 4),
    ],
)
def test_a_gain_is_the_mean_difference_question_by_question(name: str, gain: float) -> None:
    found = comparison().gains[name]
    assert found.value == pytest.approx(gain)
    assert found.low <= found.value <= found.high
    assert found.count == 4, "those that cannot be answered do not count"


def test_a_run_against_itself_gains_nothing_for_certain() -> None:
    run = judged(QUESTIONS, RESULTS)
    found = compared(run, run)
    assert found.moved == ()
    assert {(each.value, each.low, each.high) for each in found.gains.values()} == {(0, 0, 0)}


def test_a_gain_on_every_question_is_certain() -> None:
    asked = [question(str(number), "a") for number in range(9)]
    before = judged(asked, [result(each["id"], "b", "a") for each in asked])
    now = judged(asked, [result(each["id"], "a") for each in asked])
    gain = compared(before, now).gains["hit@1"]
    assert (gain.low, gain.value, gain.high) == (1, 1, 1)


def test_only_questions_of_both_runs_are_compared() -> None:
    found = compared(judged(QUESTIONS[:2], RESULTS), judged(QUESTIONS, NOW))
    assert {each.id for each in found.moved} == {"first", "second"}
    assert found.gains["hit@1"].count == 2


def test_without_a_question_in_common_nothing_is_gained() -> None:
    assert compared([], judged(QUESTIONS, NOW)) == Comparison({}, ())


def test_found_again_is_better_than_not_found() -> None:
    assert Moved("q", "Wie?", None, 10).better
    assert not Moved("q", "Wie?", 10, None).better
