"""From places to a reply: an answer in the documents' own words, or nothing found with the nearest places."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.reading.section import Block
from retriever.answer import Answer, Citation, NothingFound, Reply
from retriever.extract import Extract, extract
from retriever.retrieval import Retrieved
from retriever.search import Place
from retriever.view import View

MOST_CITATIONS = 5
MOST_NEAREST = 3
MOST_BLOCKS = 40


def reply(view: View, question: str, spoken: str, found: Retrieved, threshold: float) -> Reply:
    """Answers from what was found; below `threshold` nothing was. `spoken` is the question's language."""
    places = _places(found.places)
    extracts = [extract(question, place, view.rarity) for place in places]
    citations = _citations(places, extracts)
    if found.confidence < threshold:
        return NothingFound(question, spoken, citations[:MOST_NEAREST], found.confidence)
    first = extracts[0]
    return Answer(question, spoken, first.blocks, first.marked, citations, found.confidence)


def _places(found: Sequence[Place]) -> list[Place]:
    """The best place of each section, at most as many as are cited."""
    by_section = {id(place.section): place for place in reversed(found)}
    return [place for place in found if by_section[id(place.section)] is place][:MOST_CITATIONS]


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
    )


def _surroundings(blocks: Sequence[Block], decisive: int) -> tuple[Block, ...]:
    """The section, or the part of a very long one around what was found."""
    start = max(0, min(decisive - MOST_BLOCKS // 2, len(blocks) - MOST_BLOCKS))
    return tuple(blocks[start : start + MOST_BLOCKS])
