"""Finding documents while somebody types: by their titles, by their headings, by what they mean,
by their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from core.people.names import fold
from retriever.index import Vector
from retriever.retrieval import retrieve
from retriever.search import Place
from retriever.snapshot import IndexedDocument, IndexedSection
from retriever.view import View

PLACES = 40
# Half a word means nothing yet, and of every word something is the nearest: what is shown by its meaning
# must be likely, and not far behind the best.
LIKELY = 0.6
NOT_FAR_BEHIND = 0.6
WHOLE_WORD = 3  # letters; fewer count only at the beginning of a word


def found(view: View, words: str, embed: Callable[[str], Vector]) -> tuple[IndexedDocument, ...]:
    """The documents of the view that the words mean: those with all of them in the title, those with all of
    them in a heading, then those that speak of it, best first. Where there is none of these, those in which
    the words stand at all."""
    each = fold(words).split()
    if not each or not len(view):
        return ()
    meant = dict.fromkeys([*_titled(view, each), *_headed(view, each), *_meant(view, words, embed)])
    return tuple(meant or dict.fromkeys(_spoken(view, words, each)))


def has_all(text: str, words: Sequence[str]) -> bool:
    """Whether the folded words all stand in the text, also as parts of longer words."""
    folded = fold(text)
    beginnings = f" {folded}".replace("-", " ")
    return all(word in folded if len(word) >= WHOLE_WORD else f" {word}" in beginnings for word in words)


def _titled(view: View, words: Sequence[str]) -> list[IndexedDocument]:
    documents = dict.fromkeys(section.document for section in _sections(view))
    titled = [document for document in documents if has_all(document.title, words)]
    return sorted(titled, key=lambda document: document.title.casefold())


def _headed(view: View, words: Sequence[str]) -> Iterator[IndexedDocument]:
    for section in _sections(view):
        if has_all(" ".join(section.heading_path), words):
            yield section.document


def _meant(view: View, words: str, embed: Callable[[str], Vector]) -> Iterator[IndexedDocument]:
    mended = view.index.vocabulary.mend(words)
    hits = retrieve(view, mended, embed(mended), PLACES)
    if hits.confidence >= LIKELY:
        yield from (place.section.document for place in hits.places if _is_near(place, hits.places[0]))


def _spoken(view: View, words: str, each: Sequence[str]) -> Iterator[IndexedDocument]:
    for number in np.argsort(-view.stems(words), kind="stable").tolist():
        passage = view.passage(number)
        if has_all(passage.text, each):
            yield passage.section.document


def _is_near(place: Place, best: Place) -> bool:
    return place.best.score >= NOT_FAR_BEHIND * best.best.score


def _sections(view: View) -> list[IndexedSection]:
    each = (view.passage(number).section for number in range(len(view)))
    return list({id(section): section for section in each}.values())
