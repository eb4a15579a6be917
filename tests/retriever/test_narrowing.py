"""Narrowing to a device, a kind or a level: it goes first, and never hides what clearly answers better."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.database import Database, open_database
from core.migration import migrate
from core.people.person import Person
from core.people.roles import Role
from knowledge.audience import OPEN
from knowledge.kinds import DocumentKind
from knowledge.reading.facts import Facts
from knowledge.sync import sync
from knowledge.workshop import Workshop
from retriever.answer import Answer, NothingFound, Reply
from retriever.assistant import Assistant
from retriever.catalogue import documents
from retriever.narrowing import Choices, Narrowing, choices
from retriever.search import CANDIDATES
from retriever.snapshot import IndexedDocument
from tests.doubles import HashEmbedder
from tests.knowledge.people import person

IPAD, NOTEBOOK = Narrowing(frozenset({"iPad"})), Narrowing(frozenset({"Notebook"}))
QUESTION = "Stecken Sie das Kabel des Koffers in die Dose und laden Sie die Geräte im Koffer auf"
HEAD, TEACHER = person(Role.HEAD), person(Role.TEACHER)


def text(title: str, words: str, devices: str = "", level: str = "") -> str:
    stated = [f"geräte: [{devices}]"] * bool(devices) + [f"stufe: {level}"] * bool(level)
    return "\n".join(["---", *stated, "---", "", f"# {title}", "", words, ""])


CHARGING = "Laden Sie die Geräte im Koffer auf: Stecken Sie das Kabel des Koffers in die Dose."
TEXTS = {
    "ipad.md": text("Koffer", CHARGING, "iPad", "Einstieg"),
    "wagen.md": text("Wagen", "Laden Sie im Wagen die Geräte über Nacht auf, nicht im Koffer.", "Notebook"),
    "netz.md": text("Netz", "Das Netz der Schule heißt Lernen. Das Kennwort steht am Aushang.", "Notebook"),
    "drucker.md": text("Druck", "Klappe öffnen, Papier herausziehen, Klappe schließen.", "3D-Drucker"),
    "regeln.md": text("Regeln", "Essen und Trinken sind am Platz nicht erlaubt.", "", "Aufbau"),
}
Library = Callable[..., Assistant]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Makes an assistant of texts by file name; the same texts are read in only once."""
    kept: dict[tuple[tuple[str, str], ...], Database] = {}

    def made(texts: dict[str, str], threshold: float = 0.5) -> Assistant:
        key = tuple(sorted(texts.items()))
        if key not in kept:
            kept[key] = read_in(texts, tmp_path_factory.mktemp("home"))
        return Assistant(kept[key], HashEmbedder(), threshold=threshold, interface="de")

    yield made
    for database in kept.values():
        database.close()


def read_in(texts: dict[str, str], home: Path) -> Database:
    for name, words in texts.items():
        file = home / "manuals" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, "utf-8")
    database = open_database(f"sqlite:///{home / 'lotse.sqlite'}")
    migrate(database)
    sync(Workshop(database, HashEmbedder(), home, readers=1), home / "manuals")
    return database


def answered(reply: Reply) -> Answer:
    assert isinstance(reply, Answer), reply
    return reply


def cited(reply: Answer) -> list[str]:
    return [place.document for place in reply.citations]


def document(title: str = "Blatt", **facts: object) -> IndexedDocument:
    return IndexedDocument(1, "x", title, DocumentKind.WEB, None, None, OPEN, facts=Facts(**facts))  # type: ignore[arg-type]


def test_an_empty_narrowing_admits_everything() -> None:
    assert Narrowing().admits(document(devices=("Moodle",), level="Aufbau"))
    assert not Narrowing()


@pytest.mark.parametrize(
    ("found", "admitted"),
    [
        (document(devices=("Display", "iPad")), True),
        (document(devices=("Display",)), False),
        (document(), True),
        (document("iPad am Morgen"), True),
        (document("Das Display am Morgen"), False),
    ],
)
def test_a_device_is_the_facts_else_the_titles_and_a_document_without_one_holds_for_all(
    found: IndexedDocument, admitted: bool
) -> None:
    assert IPAD.admits(found) is admitted


def test_a_level_and_a_kind() -> None:
    beginners = Narrowing(levels=frozenset({"Einstieg"}))
    assert beginners.admits(document(level="Einstieg"))
    assert not beginners.admits(document(level="Aufbau"))
    assert beginners.admits(document())
    videos = Narrowing(kinds=frozenset({DocumentKind.VIDEO}))
    assert not videos.admits(document())
    assert videos.admits(replace(document(), kind=DocumentKind.VIDEO))


def test_all_parts_must_admit() -> None:
    both = Narrowing(frozenset({"iPad"}), levels=frozenset({"Einstieg"}))
    assert not both.admits(document(devices=("iPad",), level="Aufbau"))
    assert both.admits(document(devices=("iPad",), level="Einstieg"))


def test_choices_are_the_most_frequent_first_and_from_easy_to_hard() -> None:
    found = choices(
        [
            document(devices=("iPad",), level="Fortgeschritten"),
            document(devices=("Display", "Beamer"), level="Einstieg"),
            document(devices=("Display",), level="Aufbau"),
            document(),
        ]
    )
    assert found == Choices(
        ("Display", "Beamer", "iPad"), (DocumentKind.WEB,), ("Einstieg", "Aufbau", "Fortgeschritten")
    )


def test_without_a_narrowing_nothing_is_said_of_one(library: Library) -> None:
    assistant = library(TEXTS)
    plain = assistant.ask(QUESTION)
    assert repr(assistant.ask(QUESTION, narrowing=Narrowing())) == repr(plain)
    assert assistant.find(QUESTION, narrowing=Narrowing()) == assistant.find(QUESTION)
    assert (answered(plain).outside, answered(plain).elsewhere) == (False, None)


def test_a_narrowing_that_admits_all_changes_nothing(library: Library) -> None:
    assistant = library(TEXTS)
    all_devices = Narrowing(frozenset({"iPad", "Notebook", "3D-Drucker"}))
    assert assistant.ask(QUESTION, narrowing=all_devices) == assistant.ask(QUESTION)


def test_the_answer_comes_from_inside_and_cites_nothing_else(library: Library) -> None:
    reply = answered(library(TEXTS).ask(QUESTION, narrowing=IPAD))
    assert not reply.outside
    assert reply.elsewhere is None
    assert cited(reply)[0] == "ipad.md"
    assert set(cited(reply)) <= {"ipad.md", "regeln.md"}


def test_a_clearly_better_place_outside_is_named_beside_the_answer(library: Library) -> None:
    reply = answered(library(TEXTS, threshold=0.0).ask(QUESTION, narrowing=NOTEBOOK))
    assert cited(reply)[0] == "wagen.md"
    assert reply.elsewhere is not None
    assert (reply.elsewhere.document, reply.elsewhere.number) == ("ipad.md", len(reply.citations) + 1)
    assert reply.elsewhere.marked[0] in reply.elsewhere.blocks[0].items[0]


def test_what_is_about_as_good_is_not_named(library: Library) -> None:
    twins = TEXTS | {"wagen.md": text("Koffer", CHARGING + " So geht es.", "Notebook")}
    assert answered(library(twins).ask(QUESTION, narrowing=NOTEBOOK)).elsewhere is None


def test_where_nothing_inside_answers_the_answer_comes_from_outside_and_says_so(library: Library) -> None:
    reply = answered(library(TEXTS).ask(QUESTION, narrowing=Narrowing(frozenset({"3D-Drucker"}))))
    assert reply.outside
    assert cited(reply)[0] == "ipad.md"
    assert "drucker.md" not in cited(reply)
    assert reply.elsewhere is None


def test_where_nothing_answers_at_all_the_nearest_of_all_are_named(library: Library) -> None:
    assistant = library(TEXTS, threshold=1.0)
    narrowed, plain = assistant.ask(QUESTION, narrowing=IPAD), assistant.ask(QUESTION)
    assert isinstance(narrowed, NothingFound)
    assert narrowed == plain


def test_find_says_what_the_assistant_would_answer_from(library: Library) -> None:
    found, confidence, hits = library(TEXTS).find(QUESTION, narrowing=IPAD)
    assert found
    assert confidence >= 0.5
    assert {hit.document for hit in hits} <= {"ipad.md", "regeln.md"}


def test_inside_is_looked_at_as_deep_as_all(library: Library) -> None:
    """More passages than there are candidates answer better than the only one inside."""
    better = {
        f"{number}.md": text(f"Koffer {number}", f"{CHARGING} Nummer {number * 7919}.", "Notebook")
        for number in range(CANDIDATES + 10)
    }
    inside = {"ipad.md": text("Laden", "Laden Sie die Geräte im Koffer auf.", "iPad")}
    reply = answered(library(better | inside, threshold=0.0).ask(QUESTION, narrowing=IPAD))
    assert cited(reply) == ["ipad.md"]


SECRET = {
    "leitung/kasse.md": text("Koffer der Leitung", CHARGING + " Der Schlüssel liegt im Tresor.", "Beamer"),
    "leitung/zugriff.yml": "rollen: [Schulleitung]",
}


@pytest.mark.parametrize("threshold", [0.0, 0.5, 1.0])
@pytest.mark.parametrize(
    "narrowing", [IPAD, NOTEBOOK, Narrowing(frozenset({"Beamer"})), Narrowing(levels=frozenset({"Aufbau"}))]
)
def test_what_one_may_not_read_makes_no_difference(
    library: Library, narrowing: Narrowing, threshold: float
) -> None:
    whole, without = library(TEXTS | SECRET, threshold), library(TEXTS, threshold)
    for reader in (TEACHER, None):
        assert told(whole, narrowing, reader) == told(without, narrowing, reader)
        assert choices(documents(whole.view(reader))) == choices(documents(without.view(reader)))
    assert "Beamer" in choices(documents(whole.view(HEAD))).devices


def test_whoever_may_read_it_is_told_of_it(library: Library) -> None:
    assistant = library({name: TEXTS[name] for name in TEXTS if name != "ipad.md"} | SECRET, threshold=0.0)
    reply = answered(assistant.ask(QUESTION, person=HEAD, narrowing=NOTEBOOK))
    assert reply.elsewhere is not None
    assert reply.elsewhere.document == "leitung/kasse.md"


def told(assistant: Assistant, narrowing: Narrowing, reader: Person | None) -> str:
    """All that is said, but for the database's own numbers and how sure it is: the mean length of all
    passages has a part in that."""
    reply = assistant.ask(QUESTION, person=reader, narrowing=narrowing)
    places = reply.nearest if isinstance(reply, NothingFound) else answered(reply).citations
    beyond = reply.elsewhere if isinstance(reply, Answer) else None
    said = [replace(place, document_id=0) for place in (*places, *([beyond] if beyond else []))]
    found, _, hits = assistant.find(QUESTION, person=reader, narrowing=narrowing)
    return repr((type(reply), said, beyond is None, found, [hit.document for hit in hits]))
