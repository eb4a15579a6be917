"""Names of parts of the library, such as a program or a device that a whole folder is about.

Whoever names one ("Wie drehe ich in Gimp ein Bild?") says where to look and what to look for. A vector cannot
part the two: what is near the name alone, such as a general introduction, comes before the page that answers.
So the question is also read without its names, and passages with them are preferred.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.protocol import Embeds
from retriever.analysis import distinct, terms
from retriever.keyword import Keywords
from retriever.nearest import Vector
from retriever.snapshot import Snapshot

# A word is a folder's name where so large a share of its documents have it and so small a one of the others.
MOST_OF_FOLDER = 0.8
FEW_ELSEWHERE = 0.1
# A folder of fewer documents says nothing, nor does one that is most of the library.
FEWEST_DOCUMENTS = 5
NO_PART = 0.6
SHORTEST = 3
LEADS_IN = frozenset(
    {"in", "mit", "für", "bei", "im", "aus", "an", "am", "beim", "vom", "über", "on", "with"}
)
NAMES_KEPT = 200

Words = dict[str, set[str]]  # the stems of each document, by its name


@dataclass(frozen=True, slots=True)
class Names:
    """`words` are stems; `with_name` gives for each passage of the library whether it, or the path of its
    document, has a name, also as a part of a longer word."""

    words: frozenset[str]
    with_name: Callable[[str], NDArray[np.bool_]]

    def named(self, question: str) -> tuple[str, ...]:
        """The names in a question, each once."""
        return tuple(term for term in distinct(terms(question)) if term in self.words)

    def without(self, question: str) -> str:
        """The question without the names and the little words before them; whole where nothing would be
        left."""
        kept: list[str] = []
        for word in question.split():
            found = terms(word)
            if not found or not self.words.issuperset(found):
                kept.append(word)
                continue
            while kept and kept[-1].lower() in LEADS_IN:
                kept.pop()
        rest = " ".join(kept)
        return rest if terms(rest) else question


def meaning(question: str, known: Names, embedder: Embeds) -> Vector:
    """The question's vector; where it has names, between the whole question and it without them."""
    whole, rest = embedder.embed_question(question), known.without(question)
    if rest == question:
        return whole
    both = whole + embedder.embed_question(rest)
    return np.asarray(both / np.linalg.norm(both), dtype=np.float32)


def names(snapshot: Snapshot, stems: Keywords, document_of: NDArray[np.intp]) -> Names:
    """Finds the names. Only in open documents: what a word does to a search must not tell of others."""
    found = frozenset(folder_names(_words(snapshot)))
    _, first = np.unique(document_of, return_index=True)
    paths = [_path(snapshot.passages[row].section.document.name) for row in first.tolist()]

    def with_name(name: str) -> NDArray[np.bool_]:
        has = stems.containing(name)
        has |= np.array([name in path for path in paths], dtype=bool)[document_of]
        return has

    return Names(found, lru_cache(NAMES_KEPT)(with_name))


def folder_names(words: Mapping[str, Set[str]]) -> set[str]:
    """The names of all folders, from the stems of each document."""
    everywhere = Counter(word for each in words.values() for word in each)
    return {
        name
        for members in _folders(words).values()
        if FEWEST_DOCUMENTS <= len(members) <= NO_PART * len(words)
        for name in _names_of(members, words, everywhere)
    }


def _names_of(members: Iterable[str], words: Mapping[str, Set[str]], everywhere: Counter[str]) -> set[str]:
    within = Counter(word for document in members for word in words[document])
    documents = len(list(members))
    others = len(words) - documents
    return {
        word
        for word, count in within.items()
        if count >= MOST_OF_FOLDER * documents
        and everywhere[word] - count <= FEW_ELSEWHERE * others
        and len(word) >= SHORTEST
        and re.search(r"[^\W\d]", word)
    }


def _folders(documents: Iterable[str]) -> dict[PurePosixPath, list[str]]:
    """The documents below each folder, however deep."""
    found: dict[PurePosixPath, list[str]] = {}
    for name in documents:
        for folder in PurePosixPath(name).parents[:-1]:
            found.setdefault(folder, []).append(name)
    return found


def _words(snapshot: Snapshot) -> Words:
    found: Words = {}
    for passage in snapshot.passages:
        section, document = passage.section, passage.section.document
        if document.audience.open_to_all:
            words = found.setdefault(document.name, set(_path(document.name).split()))
            words.update(terms(section.context), terms(passage.text))
    return found


def _path(name: str) -> str:
    return " ".join(terms(name.replace("_", " ").replace("/", " ")))
