"""The words that answer, within a place that was found: a procedure whole, otherwise the sentences, rows or
items that matter."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

from knowledge.passages import block_text
from knowledge.reading.section import Block, BlockKind
from retriever.analysis import terms
from retriever.question import asks_how
from retriever.search import Place
from retriever.sentences import sentences

LISTS = frozenset({BlockKind.STEPS, BlockKind.BULLETS, BlockKind.TABLE})
MOST_MARKED = 3
PART_OF_COMPOUND = 0.6
SHORTEST_PART = 5
HEADING_SHARE = 0.3
SHORT_PLACE = 600
SHORT_LEAD_IN = 300
NEARLY_AS_GOOD = 0.6

Rarity = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Extract:
    """`blocks` are shown, `marked` matter in them; `block` is the index, in the section, of the block that
    decided."""

    blocks: tuple[Block, ...]
    marked: tuple[str, ...]
    block: int


@dataclass(frozen=True, slots=True)
class Judge:
    """Weighs text against a question. Words that the headings say already count less: they hold for the whole
    section."""

    weights: dict[str, float]

    def weigh(self, text: str) -> float:
        """0 where no word of the question occurs, 1 where all do."""
        found = set(terms(text))
        total = sum(self.weights.values())
        matched = sum(weight * _match(term, found) for term, weight in self.weights.items())
        return matched / total if total else 0.0


def judge(question: str, headings: str, rarity: Rarity) -> Judge:
    """A judge for one question and one place; rare words weigh more."""
    said = set(terms(headings))
    shares = {term: HEADING_SHARE if _match(term, said) else 1.0 for term in terms(question)}
    return Judge({term: share * rarity(term) for term, share in shares.items()})


def _match(term: str, found: Set[str]) -> float:
    if term in found:
        return 1.0
    return PART_OF_COMPOUND if any(_within(term, other) or _within(other, term) for other in found) else 0.0


def _within(part: str, whole: str) -> bool:
    return len(part) >= SHORTEST_PART and part in whole


def extract(question: str, place: Place, rarity: Rarity) -> Extract:
    """What to show of a place, always something."""
    blocks = place.section.blocks
    judging = judge(question, place.section.context, rarity)
    first = place.members[0].passage.first_block
    last = place.members[-1].passage.last_block
    steps = _procedure(blocks, first, last, judging) if asks_how(question) else None
    if steps is not None:
        return Extract(_with_lead_in(blocks, steps), (), steps)
    return _sentences(blocks, range(first, last + 1), judging)


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


def _sentences(blocks: Sequence[Block], span: Sequence[int], judging: Judge) -> Extract:
    units = [unit for index in span for unit in _units(index, blocks[index], judging)]
    best = max(units, key=lambda unit: unit.weight)
    beside = [u for u in units if u.block == best.block and u.weight >= NEARLY_AS_GOOD * best.weight]
    chosen = sorted(beside, key=lambda u: -u.weight)[:MOST_MARKED] if best.weight else [best]
    whole = blocks[best.block].kind is BlockKind.STEPS
    marked = () if whole else tuple(unit.text for unit in units if unit in chosen)
    return Extract(_around(blocks, span, best.block), marked, best.block)


def _around(blocks: Sequence[Block], span: Sequence[int], index: int) -> tuple[Block, ...]:
    """A short place whole; of a long one the block that decided."""
    place = tuple(blocks[number] for number in span)
    short = sum(len(item) for block in place for item in block.items) <= SHORT_PLACE
    shown = _shown(blocks, index)
    return place if short and len(place) > len(shown) else shown


def _units(index: int, block: Block, judging: Judge) -> list[_Unit]:
    texts = block.items if block.kind in LISTS else [s for item in block.items for s in sentences(item)]
    return [_Unit(index, text, judging.weigh(text)) for text in texts]


def _shown(blocks: Sequence[Block], index: int) -> tuple[Block, ...]:
    """The block with what it needs to be understood: a list with the sentence that leads into it, a sentence
    with the list that it leads into or the steps that it stands before."""
    if blocks[index].kind in LISTS:
        return _with_lead_in(blocks, index)
    following = blocks[index + 1 : index + 2]
    leads_in = block_text(blocks[index]).rstrip().endswith(":")
    before_steps = bool(following) and following[0].kind is BlockKind.STEPS
    return (blocks[index], *following) if leads_in or before_steps else (blocks[index],)
