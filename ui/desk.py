"""The portal as one visitor sees it: whatever is asked of it is asked in their name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bootstrap import LibraryState, Original, Portal
from core.people.person import Person
from knowledge.codes import as_typed
from knowledge.labels import Label
from retriever.answer import Answer, NothingFound, Reply
from retriever.catalogue import Manual, Target
from retriever.narrowing import Narrowing
from retriever.snapshot import IndexedDocument


@dataclass(frozen=True, slots=True)
class Desk:
    """`person` is None for somebody who has not signed in."""

    portal: Portal
    person: Person | None

    def ask(self, question: str, history: Sequence[str], narrowing: Narrowing) -> Reply:
        return self.portal.ask(question, history, self.person, narrowing)

    def catalogue(self) -> tuple[IndexedDocument, ...]:
        return self.portal.catalogue(self.person)

    def label(self, code: str) -> Label | None:
        return self.portal.label(as_typed(code))

    def library(self) -> LibraryState:
        return self.portal.library(self.person)

    def browse(self, words: str, language: str) -> tuple[IndexedDocument, ...]:
        return self.portal.browse(words, language, self.person)

    def target(self, code: str) -> Target | None:
        return self.portal.target(code, self.person)

    def manual(self, document: IndexedDocument) -> Manual | None:
        return self.portal.manual(document, self.person)

    def related(self, document: IndexedDocument) -> tuple[IndexedDocument, ...]:
        return self.portal.related(document, self.person)

    def translation(self, document: IndexedDocument) -> IndexedDocument | None:
        return self.portal.translation(document, self.person)

    def subtitles(self, document_id: int) -> str | None:
        return self.portal.subtitles(document_id, self.person)

    def original(self, document_id: int) -> Original | None:
        return self.portal.original(document_id, self.person)

    def subtitle_languages(self, document_id: int) -> tuple[str, ...]:
        """The languages of a recording's subtitles beside its own."""
        return tuple(self.portal.translated_subtitles(document_id, self.person))

    def has_subtitles(self, document_id: int) -> bool:
        return self.portal.subtitles(document_id, self.person) is not None

    def still_readable(self, reply: object) -> bool:
        """Whether the person may still read all that a reply on the screen shows."""
        places = reply.citations if isinstance(reply, Answer) else ()
        places = reply.nearest if isinstance(reply, NothingFound) else places
        if isinstance(reply, Answer) and reply.elsewhere:
            places = (*places, reply.elsewhere)
        return all(self.portal.readable(place.document_id, self.person) for place in places)

    def keep_feedback(self, question: str, document: str | None, helpful: bool, reason: str | None) -> None:
        """Without the person."""
        self.portal.keep_feedback(question, document, helpful, reason, datetime.now(UTC))
