"""A stand-in for the portal that says what a test wants to see: same methods, no model, no database."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

import knowledge.starter
from bootstrap import LibraryState, Original
from core.people.person import Person
from core.settings import Settings
from knowledge.kinds import DocumentKind
from knowledge.labels import Label
from knowledge.reading.section import Block, BlockKind
from retriever.answer import Answer, Citation, EmptyLibrary, NothingFound, Reply
from retriever.catalogue import Manual, Target
from retriever.narrowing import EVERYTHING, Narrowing
from retriever.snapshot import IndexedDocument
from trainings.as_text import as_text
from trainings.facts import Training

STEPS = Block(
    BlockKind.STEPS,
    (
        "Verbinden Sie iPad und Display mit demselben Netz, im Schulhaus ist das „Schule-Intern“.",
        "Öffnen Sie auf dem Display die App eShare. Oben rechts steht ein Code mit vier Ziffern.",
        "Öffnen Sie auf dem iPad die App eShare und tippen Sie auf den Namen des Displays.",
        "Geben Sie den Code ein und tippen Sie auf „Spiegeln“.",
    ),
    page=2,
)
BEFORE = Block(
    BlockKind.PARAGRAPH,
    (
        "Das Spiegeln klappt mit jedem iPad der Schule. Beide Geräte müssen im gleichen Netz sein. "
        "Bei fremden Geräten fragen Sie vorher das IT-Team.",
    ),
    page=2,
)

STARTER = Path(knowledge.starter.__file__).parent / "library"
ORIGINALS = {
    1: (STARTER / "bildschirmspiegelung.pdf", "application/pdf"),
    2: (STARTER / "ipad-spiegeln.mp4", "video/mp4"),
}

PDF_PLACE = Citation(
    number=1,
    document_id=1,
    document="displays/bildschirmspiegelung.pdf",
    title="Bildschirmspiegelung im Unterricht",
    kind=DocumentKind.PDF,
    heading_path=("iPad auf das Display bringen", "So geht es Schritt für Schritt"),
    page=2,
    seconds=None,
    date=date(2026, 9, 12),
    blocks=(BEFORE, STEPS),
    marked=STEPS.items,
)
VIDEO_PLACE = Citation(
    number=2,
    document_id=2,
    document="displays/ipad-spiegeln.mp4",
    title="iPad auf das Display bringen",
    kind=DocumentKind.VIDEO,
    heading_path=(),
    page=None,
    seconds=42.0,
    date=date(2026, 8, 30),
    blocks=(
        Block(BlockKind.PARAGRAPH, ("Jetzt tippe ich auf Spiegeln und gebe den Code ein.",), seconds=42.0),
    ),
    marked=("Jetzt tippe ich auf Spiegeln und gebe den Code ein.",),
)
WEB_PLACE = Citation(
    number=3,
    document_id=3,
    document="netz/wlan-anmeldung.md",
    title="WLAN-Anmeldung und Passwort",
    kind=DocumentKind.WEB,
    heading_path=("Lehrkräfte", "Passwort vergessen"),
    page=None,
    seconds=None,
    date=None,
    blocks=(
        Block(
            BlockKind.PARAGRAPH,
            (
                "Ihr Passwort gilt für WLAN, Schulserver und Moodle. Nach fünf falschen Versuchen ist das "
                "Konto für 15 Minuten gesperrt. Ein neues Passwort setzt die Administration Ihrer Schule.",
            ),
        ),
        Block(
            BlockKind.TABLE,
            (
                "Netz | Für wen | Anmeldung",
                "Schule-Intern | Lehrkräfte | Schulkonto",
                "Schule-Gast | Gäste | Tagescode",
            ),
        ),
        Block(
            BlockKind.NOTE, ("Geben Sie Ihr Passwort nie weiter, auch nicht an Kolleginnen und Kollegen.",)
        ),
    ),
    marked=("Ein neues Passwort setzt die Administration Ihrer Schule.",),
)
SLIDE_PLACE = Citation(
    number=4,
    document_id=4,
    document="displays/erste-schritte.pptx",
    title="Erste Schritte am Display",
    kind=DocumentKind.SLIDES,
    heading_path=("Bild und Ton",),
    page=7,
    seconds=None,
    date=date(2025, 11, 3),
    blocks=(Block(BlockKind.BULLETS, ("Quelle wählen", "  HDMI 1 ist links", "Lautstärke prüfen"), page=7),),
    marked=("Quelle wählen",),
)


def answer(question: str, *places: Citation, language: str = "de") -> Answer:
    """An answer whose first place is `places[0]`, numbered as they come."""
    first = places[0]
    blocks = (STEPS,) if first is PDF_PLACE else first.blocks
    marked = () if first is PDF_PLACE else first.marked
    return Answer(question, language, blocks, marked, places, 0.93)


def german_or_english(question: str) -> str:
    english = {"how", "the", "what", "i", "my"}
    return "de" if english.isdisjoint(question.lower().split()) else "en"


def realistic(question: str, history: Sequence[str] = ()) -> Reply:
    """What a portal with a small library might say, chosen by the words of the question."""
    words = question.lower()
    language = german_or_english(question)
    if "spiegel" in words or "mirror" in words:
        return answer(question, PDF_PLACE, VIDEO_PLACE, SLIDE_PLACE, WEB_PLACE, language=language)
    if "video" in words or "ton" in words:
        return answer(question, VIDEO_PLACE, SLIDE_PLACE, language=language)
    if "passwort" in words or "wlan" in words or "password" in words:
        return answer(question, WEB_PLACE, PDF_PLACE, language=language)
    if "kaputt" in words:
        raise RuntimeError("the index is broken")
    return NothingFound(question, language, (SLIDE_PLACE, WEB_PLACE), 0.08)


@dataclass
class StandInPortal:
    """Answers with `reply`; remembers what it was told in `asked` and `feedback`."""

    settings: Settings = field(default_factory=Settings)
    reply: Callable[[str, Sequence[str]], Reply] = realistic
    documents: int = 4
    keeps_originals: bool = True
    asked: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    narrowings: list[Narrowing] = field(default_factory=list)
    kept_documents: tuple[IndexedDocument, ...] = ()
    labels: dict[str, Label] = field(default_factory=dict)
    feedback: list[tuple[str, str | None, bool, str | None, datetime]] = field(default_factory=list)

    def ask(
        self,
        question: str,
        history: Sequence[str] = (),
        person: Person | None = None,
        narrowing: Narrowing = EVERYTHING,
    ) -> Reply:
        self.asked.append((question, tuple(history)))
        self.narrowings.append(narrowing)
        if self.documents == 0:
            return EmptyLibrary(question, "de")
        return self.reply(question, history)

    def catalogue(self, person: Person | None) -> tuple[IndexedDocument, ...]:
        return self.kept_documents

    def browse(self, words: str, language: str, person: Person | None) -> tuple[IndexedDocument, ...]:
        return self.kept_documents

    def target(self, code: str, person: Person | None) -> Target | None:
        return next((Target(one, None) for one in self.kept_documents if one.code == code), None)

    def manual(self, document: IndexedDocument, person: Person | None) -> Manual | None:
        return Manual(document, ())

    def related(self, document: IndexedDocument, person: Person | None) -> tuple[IndexedDocument, ...]:
        return ()

    def translation(self, document: IndexedDocument, person: Person | None) -> IndexedDocument | None:
        return None

    def label(self, code: str) -> Label | None:
        return self.labels.get(code)

    def library(self, person: Person | None = None) -> LibraryState:
        return LibraryState(documents=self.documents, passages=self.documents * 12, version=1)

    def readable(self, document_id: int, person: Person | None) -> bool:
        return True

    def original(self, document_id: int, person: Person | None) -> Original | None:
        path, media_type = ORIGINALS.get(document_id, (None, ""))
        return Original(path, media_type, path.name) if path and self.keeps_originals else None

    def page_picture(
        self, document_id: int, page: int, marked: Sequence[str], person: Person | None, width: int = 900
    ) -> bytes | None:
        return drawn_page(width) if document_id == 1 else None

    def subtitles(self, document_id: int, person: Person | None) -> str | None:
        words = "WEBVTT\n\n00:42.000 --> 00:46.000\nJetzt tippe ich auf Spiegeln.\n"
        return words if document_id == 2 else None

    def translated_subtitles(self, document_id: int, person: Person | None) -> Mapping[str, str]:
        return {"en": "WEBVTT\n\n00:42.000 --> 00:46.000\nNow I tap.\n"} if document_id == 2 else {}

    def keep_feedback(
        self, question: str, document: str | None, helpful: bool, reason: str | None, now: datetime
    ) -> None:
        self.feedback.append((question, document, helpful, reason, now))

    def rank_trainings(self, words: str, trainings: Sequence[Training]) -> list[int]:
        typed = words.casefold().split()
        return [one.id for one in trainings if all(word in as_text(one).casefold() for word in typed)]

    def near_wishes(self, text: str, others: Sequence[str]) -> list[float]:
        first = text.casefold().split()[0]
        return [float(other.casefold().startswith(first)) for other in others]

    def close(self) -> None:
        pass


@lru_cache
def drawn_page(width: int) -> bytes:
    """A page with lines and one marked passage, as PNG."""
    height = int(width * 1.414)
    unit = width / 24
    page = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(page)
    draw.rectangle((unit * 2, unit * 2, unit * 16, unit * 3), fill="#0b5c6b")
    draw.rectangle((unit * 1.7, unit * 9.6, unit * 22, unit * 17), fill="#fff1c2", outline="#c98a00")
    for line in range(22):
        top = unit * (5 + line * 1.2)
        draw.rectangle((unit * 2, top, unit * (21 - line % 4 * 2), top + unit * 0.4), fill="#b9bdc0")
    stream = BytesIO()
    page.save(stream, "PNG")
    return stream.getvalue()
