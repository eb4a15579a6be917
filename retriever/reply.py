"""From places to a reply: an answer in the documents' own words, or nothing found with the nearest places."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.reading.section import Block, BlockKind
from retriever.answer import Answer, Citation, NothingFound
from retriever.extract import Extract, extract, telling
from retriever.question import asks_how, wants_steps
from retriever.retrieval import Retrieved
from retriever.search import Place
from retriever.view import View

MOST_CITATIONS = 5
MOST_NEAREST = 3
MOST_BLOCKS = 40
AS_NEAR = 0.01  # difference of cosines
# What a sentence with all of the question's words is worth beside the score (benchmarks/answers.md).
TELLING_WEIGHT = 4.0


def reply(
    view: View, question: str, spoken: str, found: Retrieved, threshold: float
) -> Answer | NothingFound:
    """Answers from what was found; below `threshold` nothing was. `spoken` is the question's language."""
    found_places = _telling_first(_places(found.places), question, view)
    places = _steps_first(found_places, question)[:MOST_CITATIONS]
    extracts = [extract(question, place, view.rarity) for place in places]
    citations = _citations(places, extracts)
    if found.confidence < threshold:
        return NothingFound(question, spoken, citations[:MOST_NEAREST], found.confidence)
    first = extracts[0]
    elsewhere = _elsewhere(view, question, found, len(citations) + 1)
    return Answer(
        question,
        spoken,
        first.blocks,
        first.marked,
        citations,
        found.confidence,
        found.outside,
        elsewhere,
    )


def _elsewhere(view: View, question: str, found: Retrieved, number: int) -> Citation | None:
    if found.elsewhere is None:
        return None
    return _citation(number, found.elsewhere, extract(question, found.elsewhere, view.rarity))


def _places(found: Sequence[Place]) -> list[Place]:
    """The best place of each section."""
    by_section = {id(place.section): place for place in reversed(found)}
    return [place for place in found if by_section[id(place.section)] is place]


def _telling_first(places: Sequence[Place], question: str, view: View) -> list[Place]:
    """Of the document that was found first, the place goes first whose sentences tell most: the search knows
    the document better than the place in it."""
    own = [place for place in places if place.section.document is places[0].section.document]
    if len(own) < 2:
        return list(places)
    best = max(own, key=lambda p: p.best.score + TELLING_WEIGHT * telling(question, p, view.rarity))
    return [best, *(place for place in places if place is not best)]


def _steps_first(places: Sequence[Place], question: str) -> list[Place]:
    """Who asks how gets steps before a sentence of a recording, where both are as near to the question."""
    asks = asks_how(question) and wants_steps(question)
    if not places or not asks or _has_steps(places[0]):
        return list(places)
    nearest = max(filter(_has_steps, places), key=lambda place: place.best.dense, default=places[0])
    if nearest.best.dense < places[0].best.dense - AS_NEAR:
        return list(places)
    return [nearest, *(place for place in places if place is not nearest)]


def _has_steps(place: Place) -> bool:
    first, last = place.members[0].passage.first_block, place.members[-1].passage.last_block
    blocks = place.section.blocks[first : last + 2]
    return any(block.kind is BlockKind.STEPS and len(block.items) > 1 for block in blocks)


def _citations(places: Sequence[Place], extracts: Sequence[Extract]) -> tuple[Citation, ...]:
    pairs = zip(places, extracts, strict=True)
    return tuple(_citation(number, place, found) for number, (place, found) in enumerate(pairs, start=1))


def _citation(number: int, place: Place, found: Extract) -> Citation:
    blocks = place.section.blocks
    document, decisive = place.section.document, blocks[found.block]
    return Citation(
        number=number,
        document_id=document.id,
        document=document.name,
        title=document.title,
        kind=document.kind,
        heading_path=place.section.heading_path,
        page=decisive.page,
        seconds=decisive.seconds,
        date=document.date,
        blocks=_surroundings(blocks, found.block),
        marked=found.marked or decisive.items,
        document_code=document.code,
        section_code=place.section.code,
        block=found.block,
    )


def _surroundings(blocks: Sequence[Block], decisive: int) -> tuple[Block, ...]:
    """The section, or the part of a very long one around what was found."""
    start = max(0, min(decisive - MOST_BLOCKS // 2, len(blocks) - MOST_BLOCKS))
    return tuple(blocks[start : start + MOST_BLOCKS])
