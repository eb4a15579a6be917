"""A document and its translation: files of one name, the translation's with its language behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from retriever.snapshot import IndexedDocument

IN_LANGUAGE = re.compile(r"\.(de|en)(?=\.[^./]+$)")


def language_of(document: IndexedDocument) -> str:
    """As it is stated, else as the file's name says, else that of its first words."""
    named = IN_LANGUAGE.search(_place(document)[1])
    return document.language or (named[1] if named else document.spoken)


def translation(documents: Iterable[IndexedDocument], document: IndexedDocument) -> IndexedDocument | None:
    """The same document in another language, if it is among the documents."""
    own, language = _both(document), language_of(document)
    return next((one for one in documents if _both(one) == own and language_of(one) != language), None)


def in_one_language(documents: Sequence[IndexedDocument], language: str) -> tuple[IndexedDocument, ...]:
    """Of each document that is there in several languages only the one in the language, at the place of the
    first; what is there in one language only stays."""
    known: dict[tuple[str, str], IndexedDocument] = {}
    for document in documents:
        own = _both(document)
        if own not in known or language_of(document) == language:
            known[own] = document
    return tuple(known.values())


def _both(document: IndexedDocument) -> tuple[str, str]:
    """What a document and its translations have in common; of files of several kinds each is its own."""
    source, name = _place(document)
    return source, IN_LANGUAGE.sub("", name)


def _place(document: IndexedDocument) -> tuple[str, str]:
    return document.replaces or (document.source, document.name)
