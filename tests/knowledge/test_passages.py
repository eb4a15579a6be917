from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from knowledge.passages import LONGEST_TOKENS, block_text, context, cut
from knowledge.reading.section import Block, BlockKind, Reading, Section


def count_words(texts: Sequence[str]) -> list[int]:
    return [len(text.split()) for text in texts]


def reading(*blocks: Block) -> Reading:
    return Reading("Titel", (Section(("Kapitel",), blocks),))


def paragraph(words: int, word: str = "Wort") -> Block:
    return Block(BlockKind.PARAGRAPH, (" ".join(f"{word}{n}" for n in range(words)) + ".",))


def test_short_blocks_of_a_section_share_a_passage() -> None:
    passages = cut(reading(paragraph(20), paragraph(30)), count_words)
    assert [(p.first_block, p.last_block) for p in passages] == [(0, 1)]


def test_blocks_of_two_sections_never_share_a_passage() -> None:
    two = Reading("T", (Section(("A",), (paragraph(5),)), Section(("B",), (paragraph(5),))))
    assert [p.section for p in cut(two, count_words)] == [0, 1]


def test_steps_stay_whole_and_keep_the_sentence_that_leads_into_them() -> None:
    lead_in = Block(BlockKind.PARAGRAPH, ("So gehen Sie vor:",))
    steps = Block(BlockKind.STEPS, tuple(f"Schritt {'lang ' * 28}" for _ in range(8)))
    passages = cut(reading(paragraph(200), lead_in, steps, paragraph(100)), count_words)
    with_steps = [p for p in passages if "1. Schritt" in p.text]
    assert len(with_steps) == 1
    assert "8. Schritt" in with_steps[0].text


def test_a_list_longer_than_the_model_is_cut_between_its_items() -> None:
    steps = Block(BlockKind.STEPS, tuple(f"Schritt {'lang ' * 30}Ende." for _ in range(40)))
    passages = cut(reading(steps), count_words)
    assert len(passages) > 1
    assert all(p.text.rstrip().endswith("Ende.") for p in passages)
    assert {(p.first_block, p.last_block) for p in passages} == {(0, 0)}


def test_a_long_paragraph_is_cut_at_sentence_ends_with_some_overlap() -> None:
    text = " ".join(f"Satz {n} hat genau sieben Wörter hier." for n in range(120))
    passages = cut(reading(Block(BlockKind.PARAGRAPH, (text,))), count_words)
    assert all(p.text.rstrip().endswith("hier.") for p in passages)
    assert set(passages[0].text.split(". ")) & set(passages[1].text.split(". "))


def test_a_passage_has_the_place_of_its_first_block() -> None:
    blocks = (
        Block(BlockKind.PARAGRAPH, ("Erstens.",), page=2),
        Block(BlockKind.PARAGRAPH, ("Zweitens.",), page=3),
    )
    assert [p.page for p in cut(reading(*blocks), count_words)] == [2]


def test_the_context_does_not_say_the_title_twice() -> None:
    assert context("Drucker", ["drucker", "Papierstau"]) == "Drucker › Papierstau"


def test_inner_items_do_not_count_as_steps() -> None:
    block = Block(BlockKind.STEPS, ("Öffnen", "  mit dem Schlüssel", "Schließen"))
    assert block_text(block) == "1. Öffnen\n  - mit dem Schlüssel\n2. Schließen"


words = st.lists(st.sampled_from(["auf", "zu.", "Licht", "Tür!", "geht"]), min_size=1, max_size=900)
blocks = st.lists(
    st.builds(
        lambda kind, items: Block(kind, tuple(" ".join(item) for item in items)),
        st.sampled_from(list(BlockKind)),
        st.lists(words, min_size=1, max_size=4),
    ),
    max_size=6,
)


@given(blocks)
def test_every_block_stands_in_a_passage_and_none_is_too_long(found: list[Block]) -> None:
    passages = cut(reading(*found), count_words)
    covered = {n for p in passages for n in range(p.first_block, p.last_block + 1)}
    assert covered == set(range(len(found)))
    assert all(count_words([p.text])[0] <= LONGEST_TOKENS for p in passages)
