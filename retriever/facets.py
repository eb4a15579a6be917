"""By what the library is narrowed when somebody looks around in it, and how much is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum

from retriever.narrowing import devices_of
from retriever.snapshot import IndexedDocument


class Facet(StrEnum):
    """Named as in addresses."""

    DEVICE = "geraet"
    TOPIC = "thema"
    KIND = "art"
    AUDIENCE = "zielgruppe"
    LEVEL = "stufe"


Choice = Mapping[Facet, Collection[str]]
Counts = Mapping[str, int]


def words_of(document: IndexedDocument, facet: Facet) -> tuple[str, ...]:
    """What the document has of a facet."""
    match facet:
        case Facet.DEVICE:
            return devices_of(document)
        case Facet.TOPIC:
            return document.facts.topics
        case Facet.KIND:
            return (document.kind.value,)
        case Facet.AUDIENCE:
            return document.facts.audience
        case Facet.LEVEL:
            return (document.facts.level,) if document.facts.level else ()


def narrowed(documents: Iterable[IndexedDocument], choice: Choice) -> tuple[IndexedDocument, ...]:
    """What has, of every facet in which something is chosen, at least one word of the choice; in order."""
    return tuple(document for document in documents if _has(document, choice))


def counted(documents: Sequence[IndexedDocument], choice: Choice) -> dict[Facet, Counts]:
    """For each facet its words and how many documents each would show beside what is chosen in the other
    facets: the most frequent first, none without documents except what is chosen."""
    return {facet: _counts(documents, choice, facet) for facet in Facet}


def _counts(documents: Sequence[IndexedDocument], choice: Choice, facet: Facet) -> Counts:
    others = {other: words for other, words in choice.items() if other is not facet}
    found = Counter(word for document in narrowed(documents, others) for word in words_of(document, facet))
    kept = {word: found[word] for word in choice.get(facet, ())}
    everything = {**kept, **found}
    return dict(sorted(everything.items(), key=lambda item: (-item[1], item[0].casefold())))


def _has(document: IndexedDocument, choice: Choice) -> bool:
    return all(not words or set(words_of(document, facet)) & set(words) for facet, words in choice.items())
