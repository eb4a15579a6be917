"""Each figure against its value worked out by hand, and what its interval promises."""

from __future__ import annotations

import numpy as np
import pytest

from retriever.evaluation.figures import auroc, figures, mean
from retriever.evaluation.judging import judged
from tests.retriever.evaluation.runs import QUESTIONS, RESULTS, Line, hit, question, result


def value(name: str, questions: list[Line], results: list[Line]) -> float:
    return figures(judged(questions, results))[name].value


@pytest.mark.parametrize(
    ("name", "expected", "count"),
    [
        ("hit@1", 1 / 4, 4),
        ("hit@3", 2 / 4, 4),
        ("hit@5", 3 / 4, 4),
        ("hit@10", 3 / 4, 4),
        ("mrr@10", (1 + 1 / 2 + 1 / 4) / 4, 4),
        ("answered", 3 / 4, 4),
        ("refused", 1 / 2, 2),
        # against 0.4: 0.9, 0.6 and 0.7 win, 0.4 is even; against 0.8: only 0.9 wins
        ("auroc", (3.5 + 1) / 8, 6),
    ],
)
def test_a_figure_is_what_one_works_out_by_hand(name: str, expected: float, count: int) -> None:
    found = figures(judged(QUESTIONS, RESULTS))[name]
    assert found.value == pytest.approx(expected)
    assert found.count == count


def test_refused_are_those_of_the_others_that_get_no_answer() -> None:
    told = [result("p", answered=False), result("q", "a", answered=False), result("r", "a")]
    assert value("refused", [question(id) for id in "pqr"], told) == pytest.approx(2 / 3)


def test_no_section_is_labelled_so_none_is_measured() -> None:
    assert "section@5" not in figures(judged(QUESTIONS, RESULTS))


@pytest.mark.parametrize(("rank", "worth"), [(10, 1 / 10), (11, 0.0)])
def test_beyond_the_tenth_document_nothing_counts(rank: int, worth: float) -> None:
    names = [f"other {number}" for number in range(rank - 1)]
    assert value("mrr@10", [question("q", "a")], [result("q", *names, "a")]) == pytest.approx(worth)
    assert value("hit@10", [question("q", "a")], [result("q", *names, "a")]) == float(worth > 0)


def test_a_document_that_answers_only_partly_is_not_the_right_one() -> None:
    places = [{"path": "partly", "grade": 1}, {"path": "wholly", "grade": 2}, "by name alone"]
    asked = [question("q", "-", relevant=places)]
    assert value("mrr@10", asked, [result("q", "partly", "wholly")]) == 0.5
    assert value("mrr@10", asked, [result("q", "by name alone", "wholly")]) == 1


def labelled(section: str, *hits: Line) -> float:
    asked = question("q", "a", relevant=[{"path": "a", "section": section, "grade": 2}])
    return value("section@5", [asked], [result("q", hits=list(hits))])


def test_a_section_is_found_by_heading_or_text_however_it_is_written() -> None:
    assert labelled("Papier-Stau beheben", hit("a", "Drucker > papier stau: Beheben")) == 1
    assert labelled("Papierstau", hit("a", None, "Bei Papierstau öffnen Sie die Klappe.")) == 1
    assert labelled("Papierstau", hit("a", "Toner")) == 0


def test_a_section_counts_in_the_right_document_and_among_five_places_only() -> None:
    right, wrong = hit("a", "Papierstau"), hit("b", "Papierstau")
    assert labelled("Papierstau", wrong) == 0
    assert labelled("Papierstau", *[wrong] * 4, right) == 1
    assert labelled("Papierstau", *[wrong] * 5, right) == 0


def test_section_counts_only_questions_with_a_labelled_section() -> None:
    asked = [question("q", "a", relevant=[{"path": "a", "section": "Toner"}]), question("r", "a")]
    found = figures(judged(asked, [result("q", hits=[hit("a", "Toner")]), result("r")]))
    assert (found["section@5"].value, found["section@5"].count) == (1, 1)


def test_what_the_questions_or_the_run_do_not_allow_is_left_out() -> None:
    can, cannot = judged(QUESTIONS[:4], RESULTS), judged(QUESTIONS[4:], RESULTS)
    assert set(figures(can)) == {"hit@1", "hit@3", "hit@5", "hit@10", "mrr@10", "answered"}
    assert set(figures(cannot)) == {"refused"}
    assert figures([]) == {}
    bare = [{"id": each["id"], "hits": each["hits"]} for each in RESULTS]
    assert set(figures(judged(QUESTIONS, bare))) == {"hit@1", "hit@3", "hit@5", "hit@10", "mrr@10"}


def test_auroc_is_one_half_where_confidence_says_nothing() -> None:
    assert auroc(np.array([0.9, 0.8]), np.array([0.1])) == 1
    assert auroc(np.array([0.1]), np.array([0.9, 0.8])) == 0
    assert auroc(np.array([0.5, 0.5]), np.array([0.5])) == 0.5


def coins(count: int) -> list[float]:
    return [float(number % 2) for number in range(count)]


def test_an_interval_covers_the_mean_and_narrows_with_more_questions() -> None:
    few, many = mean(coins(20)), mean(coins(2000))
    assert few
    assert many
    for found in (few, many):
        assert 0 <= found.low < found.value < found.high <= 1
    # a 95 % interval of a share is about 1.96 standard errors to each side
    assert few.high - few.low == pytest.approx(2 * 1.96 * 0.5 / 20**0.5, rel=0.1)
    assert many.high - many.low == pytest.approx(2 * 1.96 * 0.5 / 2000**0.5, rel=0.1)


def test_an_interval_holds_the_true_share_about_as_often_as_it_says() -> None:
    random, truth = np.random.default_rng(1), 0.6
    drawn = [mean((random.random(60) < truth).astype(float).tolist()) for _ in range(200)]
    held = [each is not None and each.low <= truth <= each.high for each in drawn]
    assert 0.9 <= sum(held) / len(held) <= 0.99


def test_the_same_run_has_the_same_intervals_each_time() -> None:
    asked = [question(f"y{n}", *"a" * (n % 2)) for n in range(60)]
    told = [result(f"y{n}", *"a" * (n % 3), confidence=n * n % 61) for n in range(60)]
    first = figures(judged(asked, told))
    assert first == figures(judged(asked, told))
    assert first["auroc"].low < first["auroc"].high


def test_the_interval_of_auroc_covers_it() -> None:
    asked = [question(f"y{n}", "a") for n in range(40)] + [question(f"n{n}") for n in range(40)]
    told = [result(f"y{n}", "a", confidence=n + 10) for n in range(40)]
    told += [result(f"n{n}", confidence=n) for n in range(40)]
    found = figures(judged(asked, told))["auroc"]
    assert 0.5 < found.low < found.value < found.high < 1


def test_without_values_there_is_no_mean_and_one_value_is_certain_of_itself() -> None:
    assert mean([]) is None
    assert str(mean([1.0])) == "1.000 [1.000, 1.000]"
