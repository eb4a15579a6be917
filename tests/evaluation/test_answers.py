"""What the assistant shows first is what answers, on the library that ships. The pairs of question and answer
were written before anything was tuned; on the kept-aside half nothing ever is. The floors only rise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from benchmarks.answers import Pair, Shown, asked, documents, extracted, pairs, says
from bootstrap import Portal, build_portal
from core.settings import Settings
from knowledge.reading.section import Block
from retriever import extract
from retriever.judge import Rarity
from retriever.search import Place

HERE = Path(__file__).parent
LIBRARY = HERE.parent.parent / "knowledge" / "starter" / "library"
KEPT_ASIDE = pairs(HERE / "answers-kept-aside.jsonl")
TUNING = pairs(HERE / "answers-tuning.jsonl")


@pytest.fixture(scope="module")
def portal(prepared_home: Path) -> Iterator[Portal]:
    opened = build_portal(Settings(home=prepared_home))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def replies(portal: Portal) -> list[Shown]:
    return [asked(portal.assistant, pair) for pair in KEPT_ASIDE]


def of_right_sections(portal: Portal, wanted: Sequence[Pair]) -> list[Shown | None]:
    view = portal.assistant.view(everything=True)
    return [extracted(view, portal.embedder, pair) for pair in wanted]


@pytest.fixture(scope="module")
def alone(portal: Portal) -> list[Shown]:
    found = [each for each in of_right_sections(portal, KEPT_ASIDE) if each]
    assert len(found) == len(KEPT_ASIDE)
    return found


def share(values: Sequence[bool]) -> float:
    return sum(values) / len(values)


def test_there_are_enough_pairs_of_each_kind_and_none_twice() -> None:
    both = KEPT_ASIDE + TUNING
    assert min(len(KEPT_ASIDE), len(TUNING)) >= 45
    assert {pair["kind"] for pair in KEPT_ASIDE} == {"sentence", "steps", "row", "bullet"}
    assert (
        len({pair["question"].casefold() for pair in both}) == len({pair["id"] for pair in both}) == len(both)
    )


def test_every_document_of_a_pair_says_what_must_be_said(portal: Portal) -> None:
    texts: dict[str, list[str]] = {}
    for passage in portal.assistant.index.snapshot.passages:
        items = [item for block in passage.section.blocks for item in block.items]
        texts.setdefault(passage.section.document.name, []).extend(items)
    for pair in KEPT_ASIDE + TUNING:
        assert documents(pair)
        assert all(says(pair, texts[name]) for name in documents(pair)), pair["id"]


def test_the_answer_is_mostly_shown_first(replies: list[Shown]) -> None:
    assert share([each.document for each in replies]) >= 0.65
    assert share([each.in_blocks for each in replies]) >= 0.5
    assert share([each.answered for each in replies]) >= 0.45


def test_of_the_right_section_the_answer_is_shown_and_marked(alone: list[Shown]) -> None:
    assert share([each.in_blocks for each in alone]) >= 0.96
    assert share([each.answered for each in alone]) >= 0.88


def test_little_is_shown_and_less_is_marked(alone: list[Shown]) -> None:
    assert sum(each.length for each in alone) / len(alone) <= 520
    assert sum(each.marked for each in alone) / len(alone) <= 320


def test_a_broken_extraction_would_be_seen(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    def first_words(question: str, place: Place, rarity: Rarity) -> extract.Extract:
        block: Block = place.section.blocks[0]
        return extract.Extract((block,), block.items[:1], 0)

    monkeypatch.setattr("benchmarks.answers.extract", first_words)
    broken = of_right_sections(portal, KEPT_ASIDE)
    assert share([bool(each and each.answered) for each in broken]) < 0.5
