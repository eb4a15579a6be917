"""The assistant of a running process: it holds the newest index and answers from it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.exc import SQLAlchemyError

from core.database import Database
from core.people.person import Person
from knowledge.embedding.protocol import Embeds
from knowledge.publishing import version
from retriever.answer import EmptyLibrary, Hit, NothingFound, Reply
from retriever.follow_up import standing_alone, taken_together
from retriever.index import Index, build_index
from retriever.names import meaning
from retriever.narrowing import EVERYTHING, Narrowing
from retriever.question import language
from retriever.reply import MOST_CITATIONS, reply
from retriever.reranking import RERANKED, Reranks, reranked
from retriever.retrieval import Retrieved, retrieve
from retriever.search import Place
from retriever.snapshot import ModelMismatch, load_snapshot
from retriever.view import View, view_of

log = logging.getLogger(__name__)


class Assistant:
    """Safe for threads: a question takes the index once and keeps it to its end, while a newer one may take
    its place."""

    def __init__(
        self,
        database: Database,
        embedder: Embeds,
        threshold: float,
        interface: str,
        reranker: Reranks | None = None,
    ) -> None:
        self._database = database
        self._embedder = embedder
        self._threshold = threshold
        self._interface = interface
        self._reranker = reranker
        self._building = threading.Lock()
        self._closed = threading.Event()
        self._index = self._build()

    @property
    def index(self) -> Index:
        return self._index

    def view(self, person: Person | None = None, everything: bool = False) -> View:
        """What the person may read of the newest index; without a person the open documents, and `everything`
        for the operator."""
        return view_of(self._index, person, everything)

    def ask(
        self,
        question: str,
        history: Sequence[str] = (),
        person: Person | None = None,
        everything: bool = False,
        narrowing: Narrowing = EVERYTHING,
    ) -> Reply:
        """Answers from what the person may read, or says that nothing was found or that there is nothing to
        search in. A narrowing goes first but never hides what clearly answers better (`Answer.elsewhere`)."""
        view = self.view(person, everything)
        spoken = language(question, self._interface)
        if not len(view):
            return EmptyLibrary(question, spoken)
        if not question.strip():
            return NothingFound(question, spoken, (), 0.0)
        meant, found = self._search(view, question, history, 3 * MOST_CITATIONS, narrowing)
        said = reply(view, meant, spoken, found, self._threshold)
        return said if meant == question else replace(said, question=question, meant=meant)

    def find(
        self,
        question: str,
        history: Sequence[str] = (),
        limit: int = 10,
        person: Person | None = None,
        everything: bool = False,
        narrowing: Narrowing = EVERYTHING,
    ) -> tuple[bool, float, list[Hit]]:
        """Whether the assistant would answer, its confidence, and the best hits."""
        view = self.view(person, everything)
        if not len(view) or not question.strip():
            return False, 0.0, []
        _, found = self._search(view, question, history, limit, narrowing)
        hits = [_hit(place) for place in found.places]
        return found.confidence >= self._threshold, found.confidence, hits

    def refresh(self) -> bool:
        """Takes over a newer library if there is one; questions go on with the old index meanwhile. True if
        it did."""
        with self._building:
            with self._database.read() as db:
                if version(db) == self._index.snapshot.version:
                    return False
            self._index = self._build()
            return True

    def watch(self, seconds: float = 2.0) -> None:
        """Refreshes by itself from now on, until `close`."""
        threading.Thread(target=self._watch, args=(seconds,), name="library-watch", daemon=True).start()

    def close(self) -> None:
        self._closed.set()

    def _watch(self, seconds: float) -> None:
        while not self._closed.wait(seconds):
            try:
                self.refresh()
            except (SQLAlchemyError, ModelMismatch):
                log.exception("the newer library could not be taken over; answers come from the one before")

    def _search(
        self, view: View, question: str, history: Sequence[str], limit: int, narrowing: Narrowing
    ) -> tuple[str, Retrieved]:
        """The question as it was understood, and what was found for it: the same first places whatever the
        limit."""
        meant, found = self._understood(view, question, history, max(limit, RERANKED), narrowing)
        found = reranked(found, view.index.vocabulary.mend(meant), self._reranker)
        return meant, replace(found, places=found.places[:limit])

    def _understood(
        self, view: View, question: str, history: Sequence[str], limit: int, narrowing: Narrowing
    ) -> tuple[str, Retrieved]:
        """What finds nothing by itself is taken together with the earlier questions, where that finds
        more."""
        meant = standing_alone(question, history)
        found = self._found(view, meant, limit, narrowing)
        if found.confidence >= self._threshold or not history:
            return meant, found
        together = taken_together(question, history)
        if together == meant:
            return meant, found
        more = self._found(view, together, limit, narrowing)
        return (together, more) if more.confidence > found.confidence else (meant, found)

    def _found(self, view: View, question: str, limit: int, narrowing: Narrowing) -> Retrieved:
        mended = view.index.vocabulary.mend(question)
        vector = meaning(mended, view.index.names, self._embedder)
        return retrieve(view, mended, vector, limit, narrowing, self._threshold)

    def _build(self) -> Index:
        with self._database.read() as db:
            snapshot = load_snapshot(db, self._embedder.model_id, self._embedder.dimensions)
        return build_index(snapshot)


def _hit(place: Place) -> Hit:
    first, document = place.first, place.section.document
    heading = " > ".join([document.title, *place.section.heading_path])
    return Hit(document.name, heading, first.page, first.seconds, place.best.score, place.text)
