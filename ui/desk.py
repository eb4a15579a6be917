"""The portal as one visitor sees it: whatever is asked of it is asked in their name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bootstrap import LibraryState, Original, Portal
from core.people.person import Person
from retriever.answer import Answer, NothingFound, Reply


@dataclass(frozen=True, slots=True)
class Desk:
    """`person` is None for somebody who has not signed in."""

    portal: Portal
    person: Person | None

    def ask(self, question: str, history: Sequence[str]) -> Reply:
        return self.portal.ask(question, history, self.person)

    def library(self) -> LibraryState:
        return self.portal.library(self.person)

    def original(self, document_id: int) -> Original | None:
        return self.portal.original(document_id, self.person)

    def has_subtitles(self, document_id: int) -> bool:
        return self.portal.subtitles(document_id, self.person) is not None

    def still_readable(self, reply: object) -> bool:
        """Whether the person may still read all that a reply on the screen shows."""
        places = reply.citations if isinstance(reply, Answer) else ()
        places = reply.nearest if isinstance(reply, NothingFound) else places
        return all(self.portal.readable(place.document_id, self.person) for place in places)

    def keep_feedback(self, question: str, document: str | None, helpful: bool, reason: str | None) -> None:
        """Without the person."""
        self.portal.keep_feedback(question, document, helpful, reason, datetime.now(UTC))
