"""The one place that wires settings, database, model and index into a portal."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache, partial
from pathlib import Path
from threading import Event, Thread

from sqlalchemy import select
from threadpoolctl import threadpool_limits

from core.database import LARGEST, Database, open_database
from core.house import House
from core.mail import outbox
from core.mail.sending import Deliver, send_regularly
from core.mail.smtp import Server, deliver
from core.migration import migrate
from core.people import sessions
from core.people.claims import dictionary
from core.people.demo import make_demo_people
from core.people.entrance import Entrance
from core.people.person import Person
from core.people.tidying import months_before, tidy
from core.settings import Settings
from core.signing import signer
from deliveries.demo import make_demo_deliveries
from deliveries.rounds import make_rounds_regularly as make_delivery_rounds_regularly
from knowledge import labels, scans
from knowledge.embedding.embedder import Embedder
from knowledge.embedding.protocol import Embeds
from knowledge.labels import Label
from knowledge.page_picture import NoSuchPage, page_picture
from knowledge.reading.errors import Unreadable
from knowledge.reading.limits import Limits, Recognition
from knowledge.stored import load_audience
from knowledge.tables import DocumentRow
from knowledge.upload_versions import is_replaced, replacements
from knowledge.workshop import Workshop
from retriever import feedback
from retriever.answer import Reply
from retriever.assistant import Assistant
from retriever.catalogue import Manual, Target, by_title, documents, manual, target
from retriever.finding import found
from retriever.narrowing import EVERYTHING, Narrowing
from retriever.related import related
from retriever.reranking import Reranker, Reranks
from retriever.short_texts import ShortTexts
from retriever.snapshot import IndexedDocument
from retriever.twins import in_one_language, translation
from trainings.as_text import as_text
from trainings.demo import make_demo_trainings
from trainings.facts import Training
from trainings.rounds import make_rounds_regularly
from trainings.tidying import tidy as tidy_trainings

MB = 2**20
PICTURES_KEPT = 200
KEEP_SCANS_MONTHS = 24
# A question is short: more threads gain nothing and wait for each other (benchmarks/questions.md), those of
# the model as well as those in which NumPy multiplies.
THREADS_FOR_QUESTIONS = 1


@dataclass(frozen=True, slots=True)
class Original:
    """A document's own file, kept in the portal's media folder; `file_name` is what it was called in the
    library's folder."""

    path: Path
    media_type: str
    file_name: str


@dataclass(frozen=True, slots=True)
class LibraryState:
    """What the assistant answers one person from at the moment."""

    documents: int
    passages: int
    version: int


class Portal:
    """All that pages and the command line call. One per process, safe for threads."""

    def __init__(
        self, settings: Settings, database: Database, embedder: Embeds, reranker: Reranks | None = None
    ) -> None:
        self.settings = settings
        self.database = database
        self.embedder = embedder
        self.assistant = Assistant(database, embedder, settings.answer_threshold, settings.language, reranker)
        self._picture = lru_cache(maxsize=PICTURES_KEPT)(self._draw)
        self._short_texts = ShortTexts(embedder)

    @property
    def workshop(self) -> Workshop:
        """What uploads are read and written with: the portal's own model, so that none is loaded anew."""
        return _workshop(self.settings, self.database, self.embedder)

    def ask(
        self,
        question: str,
        history: Sequence[str] = (),
        person: Person | None = None,
        narrowing: Narrowing = EVERYTHING,
    ) -> Reply:
        """Answers a question from what the person may read, first from what the narrowing admits; `history`
        holds the earlier questions of the conversation, oldest first."""
        return self.assistant.ask(question, history, person, narrowing=narrowing)

    def library(self, person: Person | None = None) -> LibraryState:
        """Counts only what the person may read."""
        view = self.assistant.view(person)
        return LibraryState(view.documents, len(view), view.index.snapshot.version)

    def catalogue(self, person: Person | None) -> tuple[IndexedDocument, ...]:
        """The documents that the person may read, by title."""
        return documents(self.assistant.view(person))

    def browse(self, words: str, language: str, person: Person | None) -> tuple[IndexedDocument, ...]:
        """What the person may read and the words mean, best first; without words all of it, by title. Of a
        document and its translation only the one in the language."""
        view = self.assistant.view(person)
        searched = words.strip()
        listed = found(view, words, self.embedder.embed_question) if searched else documents(view)
        shown = in_one_language(self._current(listed, person), language)
        return shown if searched else by_title(shown)

    def related(self, document: IndexedDocument, person: Person | None) -> tuple[IndexedDocument, ...]:
        """A few documents that mean something similar and that the person may read."""
        return self._current(related(self.assistant.view(person), document), person)

    def translation(self, document: IndexedDocument, person: Person | None) -> IndexedDocument | None:
        """The document in another language, where the person may read it."""
        found = translation(documents(self.assistant.view(person)), document)
        return found if found and self.readable(found.id, person) else None

    def target(self, code: str, person: Person | None) -> Target | None:
        """Where a short code leads; None where there is no such place or the person may not read it."""
        found = target(self.assistant.view(person), code)
        return found if found and self.readable(found.document.id, person) else None

    def manual(self, document: IndexedDocument, person: Person | None) -> Manual | None:
        """A document with all its sections; None where it is gone or the person may not read it."""
        if not self.readable(document.id, person):
            return None
        with self.database.read() as db:
            return manual(db, document)

    def readable(self, document_id: int, person: Person | None) -> bool:
        """Whether there is such a document and the person may read it."""
        return self._readable(document_id, person) is not None

    def original(self, document_id: int, person: Person | None) -> Original | None:
        """The document's own file; None when it keeps none (web pages), it is gone or the person may not read
        it."""
        row = self._readable(document_id, person)
        if row is None or row.original is None:
            return None
        media_type = mimetypes.guess_type(row.original)[0] or "application/octet-stream"
        path = self.settings.home / "media" / row.original
        return Original(path, media_type, _file_name(row.name, path.suffix))

    def page_picture(
        self, document_id: int, page: int, marked: Sequence[str], person: Person | None, width: int = 900
    ) -> bytes | None:
        """The page of a PDF as PNG, `marked` highlighted; None where there is no such page any more or the
        person may not read it."""
        found = self.original(document_id, person)
        if found is None or found.path.suffix != ".pdf" or not found.path.exists():
            return None
        with suppress(NoSuchPage, Unreadable):
            return self._picture(found.path, page, tuple(marked), width)
        return None

    def subtitles(self, document_id: int, person: Person | None) -> str | None:
        """A recording's subtitles as WebVTT; None where it has none or the person may not read it."""
        row = self._readable(document_id, person)
        return row.subtitles if row else None

    def translated_subtitles(self, document_id: int, person: Person | None) -> Mapping[str, str]:
        """A recording's subtitles in other languages than its own, by language."""
        row = self._readable(document_id, person)
        return row.translations if row else {}

    def label(self, code: str) -> Label | None:
        """The label on a device that has this code, for whoever stands before it."""
        with self.database.read() as db:
            return labels.label_with(db, code)

    def count_scan(self, code: str, now: datetime) -> None:
        """Counts that a code was scanned, without the person."""
        with self.database.write.begin() as db:
            scans.count(db, code, now)

    def keep_feedback(
        self, question: str, document: str | None, helpful: bool, reason: str | None, now: datetime
    ) -> None:
        """Keeps what someone said of an answer, without the person."""
        with self.database.write.begin() as db:
            feedback.keep_feedback(db, question, document, helpful, reason, now)

    def rank_trainings(self, words: str, trainings: Sequence[Training]) -> list[int]:
        """The numbers of the trainings that fit the words, best first."""
        return self._short_texts.rank(words, {training.id: as_text(training) for training in trainings})

    def near_wishes(self, text: str, others: Sequence[str]) -> list[float]:
        """How near in meaning the others are to the text, at most 1; 0 where one means something else."""
        return self._short_texts.near(text, others)

    def close(self) -> None:
        self.assistant.close()
        self.database.close()

    def _current(
        self, listed: Sequence[IndexedDocument], person: Person | None
    ) -> tuple[IndexedDocument, ...]:
        """What of it the person may read at this moment: the index may be some seconds old."""
        columns = (DocumentRow.id, DocumentRow.source, DocumentRow.name, DocumentRow.audience)
        with self.database.read() as db:
            replaced, rows = replacements(db), db.execute(select(*columns)).all()
        shown = (row for row in rows if (row.source, row.name) not in replaced)
        admitted = {row.id for row in shown if load_audience(row.audience).admits(person)}
        return tuple(document for document in listed if document.id in admitted)

    def _readable(self, document_id: int, person: Person | None) -> DocumentRow | None:
        if document_id > LARGEST:
            return None
        # Asked of the database and not of the index: a limit holds from the moment at which it is written.
        with self.database.read() as db:
            row = db.get(DocumentRow, document_id)
            if row is None or is_replaced(db, row.source, row.name):
                return None
        return row if load_audience(row.audience).admits(person) else None

    @staticmethod
    def _draw(path: Path, page: int, marked: tuple[str, ...], width: int) -> bytes:
        return page_picture(path, page, marked, width).png


def _file_name(name: str, suffix: str) -> str:
    """What a document's file is called; a later version of an upload can be of another kind."""
    known = Path(name)
    return known.name if known.suffix.lower() == suffix else f"{known.stem}{suffix}"


def open_entrance(settings: Settings) -> Entrance:
    """The door, on the newest tables. In a demonstration its people are there; outside one they are signed
    out."""
    database = open_database(settings.database)
    migrate(database)
    with database.write.begin() as db:
        if settings.demo:
            make_demo_people(db, datetime.now(UTC))
        else:
            sessions.end_all_of_demo_people(db)
    return Entrance(settings, database, signer(settings), dictionary(settings))


def mail_server(settings: Settings) -> Deliver | None:
    """The way to the mail server; None where none is set."""
    if settings.smtp_host is None:
        return None
    server = Server(
        settings.smtp_host,
        settings.smtp_port,
        settings.smtp_security,
        settings.smtp_user,
        settings.smtp_password,
    )
    return partial(deliver, server)


def send_mail_regularly(entrance: Entrance) -> None:
    """Sends what lies in the outbox from now on; does nothing where no mail server is set."""
    way = mail_server(entrance.settings)
    if way is not None:
        arguments = (entrance.database, way, lambda: datetime.now(UTC), Event())
        Thread(target=send_regularly, args=arguments, name="outbox", daemon=True).start()


def house_of(settings: Settings) -> House:
    """What use cases of trainings and deliveries must know of this portal."""
    secret = signer(settings).derived("addresses that stop mails")
    return House(settings.mail_from, settings.public_url, settings.language, settings.state, secret)


def look_after_trainings(entrance: Entrance) -> None:
    """Does what time does by itself from now on; a demonstration gets its trainings first."""
    house = house_of(entrance.settings)
    if entrance.settings.demo:
        with entrance.database.write.begin() as db:
            make_demo_trainings(db, datetime.now(UTC), house)
    arguments = (entrance.database, house, lambda: datetime.now(UTC), Event())
    Thread(target=make_rounds_regularly, args=arguments, name="rounds", daemon=True).start()


def look_after_deliveries(entrance: Entrance) -> None:
    """Does what time does by itself from now on, and takes lists from the watched folder; a demonstration
    gets its deliveries first."""
    settings, house = entrance.settings, house_of(entrance.settings)
    if settings.demo:
        with entrance.database.write.begin() as db:
            make_demo_deliveries(db, datetime.now(UTC), house)
    arguments = (
        entrance.database,
        settings.deliveries_folder,
        house,
        lambda: datetime.now(UTC),
        Event(),
    )
    Thread(target=make_delivery_rounds_regularly, args=arguments, name="deliveries", daemon=True).start()


def tidied(database: Database, settings: Settings, now: datetime) -> Iterator[str]:
    """Deletes what has been kept long enough, everywhere; a line for each kind of thing."""
    with database.write.begin() as db:
        people = tidy(db, now, keep_people=settings.keep_people_months, keep_audit=settings.keep_audit_months)
        mails = outbox.tidy(db, now)
        judgements = feedback.tidy(db, months_before(now, settings.keep_feedback_months))
        scanned = scans.tidy(db, months_before(now, KEEP_SCANS_MONTHS))
        attended = tidy_trainings(db, now)
    yield f"deleted: {people}, {mails} mails, {judgements} judgements of answers, {scanned} counts of scans"
    yield f"deleted: {attended} for trainings"


def build_portal(settings: Settings, *, watch: bool = False) -> Portal:
    """A portal on the newest tables; with `watch` it takes over each finished sync by itself.

    Raises ModelMismatch where the library belongs to another model, ModelMissing where one cannot be loaded.
    """
    reranker = Reranker.load(settings.reranker) if settings.reranker else None
    database = open_database(settings.database)
    migrate(database)
    threadpool_limits(THREADS_FOR_QUESTIONS, "blas")
    portal = Portal(settings, database, Embedder.load(settings, threads=THREADS_FOR_QUESTIONS), reranker)
    if watch:
        portal.assistant.watch()
    return portal


def open_workshop(settings: Settings) -> Workshop:
    """What a sync needs, without the index that answers questions."""
    database = open_database(settings.database)
    migrate(database)
    return _workshop(settings, database, Embedder.load(settings))


def _workshop(settings: Settings, database: Database, embedder: Embeds) -> Workshop:
    limits = Limits(
        file_bytes=settings.max_file_mb * MB,
        media_bytes=settings.max_media_mb * MB,
        unpacked_bytes=settings.max_unpacked_mb * MB,
        pages=settings.max_pages,
        seconds=settings.max_seconds_per_file,
        memory_bytes=settings.max_memory_mb * MB,
    )
    recognition = Recognition(settings.tesseract_languages, settings.whisper_model)
    return Workshop(database, embedder, settings.home, limits, recognition, settings.readers)
