"""The words that answer, within a place that was found: a procedure whole, otherwise the sentences, rows or
items that matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.passages import block_text
from knowledge.reading.section import Block, BlockKind
from retriever.judge import Judge, Rarity, judge
from retriever.question import wants_steps
from retriever.search import Place
from retriever.sentences import sentences

LISTS = frozenset({BlockKind.STEPS, BlockKind.BULLETS, BlockKind.TABLE})
# What the numbers are worth is measured in benchmarks/answers.md.
MOST_MARKED = 3
LEAST_MARKED = 0.2
MOST_SHOWN = 700
SHORT_LEAD_IN = 300
SHORT_ADDITION = 100
NEARLY_AS_GOOD = 0.6


@dataclass(frozen=True, slots=True)
class Extract:
    """`blocks` are shown, `marked` matter in them; `block` is the index, in the section, of the block that
    decided."""

    blocks: tuple[Block, ...]
    marked: tuple[str, ...]
    block: int


def extract(question: str, place: Place, rarity: Rarity) -> Extract:
    """What to show of a place, always something."""
    blocks = place.section.blocks
    judging = judge(question, place.section.context, rarity)
    first = place.members[0].passage.first_block
    last = place.members[-1].passage.last_block
    steps = _procedure(blocks, first, last, judging) if wants_steps(question) else None
    if steps is not None:
        return Extract(_with_lead_in(blocks, steps), (), steps)
    return _sentences(blocks, range(first, last + 1), judging, mark_steps=not wants_steps(question))


def telling(question: str, place: Place, rarity: Rarity) -> float:
    """How much of the question stands in the best single sentence, row or item of a place: from 0 to 1."""
    judging = judge(question, place.section.context, rarity)
    first, last = place.members[0].passage.first_block, place.members[-1].passage.last_block
    blocks = place.section.blocks[first : last + 1]
    return max((judging.weigh(text) for block in blocks for text in _parts(block)), default=0.0)


def _procedure(blocks: Sequence[Block], first: int, last: int, judging: Judge) -> int | None:
    """The list of steps in the place, or the one that follows it directly in the section."""
    near = range(first, min(last + 2, len(blocks)))
    lists = [i for i in near if blocks[i].kind is BlockKind.STEPS and len(blocks[i].items) > 1]
    return max(lists, key=lambda i: judging.weigh(_surroundings(blocks, i)), default=None)


def _surroundings(blocks: Sequence[Block], index: int) -> str:
    return "\n".join(block_text(block) for block in blocks[max(index - 1, 0) : index + 1])


def _with_lead_in(blocks: Sequence[Block], index: int) -> tuple[Block, ...]:
    before = blocks[max(index - 1, 0) : index]
    leads_in = (
        bool(before) and before[0].kind is BlockKind.PARAGRAPH and len(before[0].items[0]) < SHORT_LEAD_IN
    )
    return (*before, blocks[index]) if leads_in else (blocks[index],)


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence, row or item with its weight."""

    block: int
    text: str
    weight: float


def _sentences(blocks: Sequence[Block], span: Sequence[int], judging: Judge, mark_steps: bool) -> Extract:
    """Nothing is marked where hardly a word of the question occurs: then all that is shown is the answer."""
    units = [unit for index in span for unit in _units(index, blocks[index], judging)]
    best = max(units, key=lambda unit: unit.weight)
    sure = best.weight >= LEAST_MARKED and (mark_steps or blocks[best.block].kind is not BlockKind.STEPS)
    marked = _marked([unit for unit in units if unit.block == best.block], best) if sure else ()
    if blocks[best.block].kind not in LISTS:
        marked = _with_addition(blocks[best.block], marked)
    return Extract(_around(blocks, span, best.block), marked, best.block)


def _marked(beside: Sequence[_Unit], best: _Unit) -> tuple[str, ...]:
    """The best ones of a block, in the order in which they stand there."""
    good = [unit for unit in beside if unit.weight >= NEARLY_AS_GOOD * best.weight]
    chosen = sorted(good, key=lambda unit: -unit.weight)[:MOST_MARKED]
    return tuple(unit.text for unit in beside if unit in chosen)


def _with_addition(block: Block, marked: Sequence[str]) -> tuple[str, ...]:
    """With the short sentence that goes on after the last one: "Das dauert eine Minute."."""
    texts = _parts(block)
    after = [text for text, before in zip(texts[1:], texts, strict=False) if marked and before == marked[-1]]
    return (*marked, *(text for text in after[:1] if len(text) <= SHORT_ADDITION))


def _around(blocks: Sequence[Block], span: Sequence[int], index: int) -> tuple[Block, ...]:
    """The block that decided with what it needs, and what stands beside it in the place as long as it is
    short: what follows first."""
    shown = _shown(blocks, index)
    start = index if shown[0] is blocks[index] else index - 1
    end = start + len(shown)
    while end <= span[-1] and _letters(blocks[start : end + 1]) <= MOST_SHOWN:
        end += 1
    while start > span[0] and _letters(blocks[start - 1 : end]) <= MOST_SHOWN:
        start -= 1
    return tuple(blocks[start:end])


def _letters(blocks: Sequence[Block]) -> int:
    return sum(len(item) for block in blocks for item in block.items)


def _units(index: int, block: Block, judging: Judge) -> list[_Unit]:
    return [_Unit(index, text, judging.weigh(text)) for text in _parts(block)]


def _parts(block: Block) -> Sequence[str]:
    """What can be marked by itself: a row, but not the head of a table; a whole piece of code."""
    if block.kind is BlockKind.TABLE:
        return block.items[1:] or block.items
    if block.kind in LISTS or block.kind is BlockKind.CODE:
        return block.items
    return [sentence for item in block.items for sentence in sentences(item)]


def _shown(blocks: Sequence[Block], index: int) -> tuple[Block, ...]:
    """The block with what it needs to be understood: a list with the sentence that leads into it, a sentence
    with the list that it leads into or the steps that it stands before."""
    if blocks[index].kind in LISTS:
        return _with_lead_in(blocks, index)
    following = blocks[index + 1 : index + 2]
    leads_in = block_text(blocks[index]).rstrip().endswith(":")
    before_steps = bool(following) and following[0].kind is BlockKind.STEPS
    return (blocks[index], *following) if leads_in or before_steps else (blocks[index],)
