"""Nothing of a document reaches someone who may not read it: no word, no count, no figure.

Most tests compare with a library that never held the document: there must be no difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from core.database import Database, open_database
from core.migration import migrate
from core.people.person import Person
from core.people.roles import Role
from knowledge.audience import Audience
from knowledge.stored import store_audience
from knowledge.sync import sync
from knowledge.tables import DocumentRow
from knowledge.workshop import Workshop
from retriever.answer import Answer, EmptyLibrary, NothingFound
from retriever.assistant import Assistant
from retriever.confidence import evidence
from retriever.langchain import LibraryRetriever
from retriever.search import search
from retriever.view import View
from tests.doubles import HashEmbedder
from tests.knowledge.people import person

EMBEDDER = HashEmbedder()
HEADS = "rollen: [Schulleitung]"
HEAD, TEACHER, TEAM = person(Role.HEAD), person(Role.TEACHER), person(Role.TEAM)
QUESTION = "Wo steht die Kasse mit dem Wechselgeld?"

FORESEEN_OPEN = "---\nfragen: [Wie komme ich ins Netz?, Wo ist die Kasse?]\n---\n"
FORESEEN_SECRET = "---\nfragen: [Wo steht die Kasse mit dem Geld?, Wechselgeld]\n---\n"

OPEN_TEXTS = {
    "wlan.md": FORESEEN_OPEN + "# WLAN\n\nDas WLAN der Schule heißt Lernen. Das Passwort steht am Aushang.\n",
    "drucker.md": "# Drucker\n\n## Papierstau\n\n1. Klappe öffnen.\n2. Papier herausziehen.\n",
    "schrank.md": "# Schrank\n\nDer Schrank mit dem Bastelpapier steht im Flur. Die Kasse ist woanders.\n",
}
SECRET = {
    "leitung/kasse.md": FORESEEN_SECRET
    + "# Kasse\n\nDie Kasse mit dem Wechselgeld steht im Keller.\n\nTresorcode: 4711.\n",
    "leitung/schrank.md": OPEN_TEXTS["schrank.md"],
    "leitung/noten.md": "# Noten\n\nDie Kasse und die Kasse und das Wechselgeld, Wechselgeld, Wechselgeld.\n",
    "leitung/zugriff.yml": HEADS,
}

Library = Callable[[dict[str, str]], Assistant]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Makes an assistant that answers whatever it found, of texts by file name."""
    opened: list[Database] = []

    def made(texts: dict[str, str]) -> Assistant:
        home = tmp_path / str(len(opened))
        for name, text in texts.items():
            file = home / "manuals" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        database = open_database(f"sqlite:///{home / 'lotse.sqlite'}")
        opened.append(database)
        migrate(database)
        sync(Workshop(database, EMBEDDER, home, readers=1), home / "manuals")
        return Assistant(database, EMBEDDER, threshold=0.0, interface="de")

    yield made
    for database in opened:
        database.close()


@pytest.fixture
def whole(library: Library) -> Assistant:
    return library(OPEN_TEXTS | SECRET)


@pytest.fixture
def without(library: Library) -> Assistant:
    """The same library, had nobody ever put the limited documents into it."""
    return library(OPEN_TEXTS)


def hits(assistant: Assistant, who: Person | None, question: str = QUESTION) -> set[str]:
    return {hit.document for hit in assistant.find(question, limit=100, person=who)[2]}


def test_hits_are_of_documents_that_the_person_may_read(whole: Assistant) -> None:
    assert hits(whole, None) == hits(whole, TEACHER) == hits(whole, person(None)) == set(OPEN_TEXTS)
    assert "leitung/kasse.md" in hits(whole, HEAD)
    assert "leitung/kasse.md" in hits(whole, TEAM)


def test_an_answer_is_made_of_what_the_person_may_read(whole: Assistant) -> None:
    answered = whole.ask(QUESTION, person=HEAD)
    assert isinstance(answered, Answer)
    assert answered.citations[0].document.startswith("leitung/")
    for who in (None, TEACHER):
        reply = whole.ask(QUESTION, person=who)
        assert isinstance(reply, Answer)
        assert {place.document for place in reply.citations} <= set(OPEN_TEXTS)
        assert "Keller" not in repr(reply)


def test_the_nearest_places_of_nothing_found_are_readable_ones(whole: Assistant) -> None:
    strict = Assistant(whole._database, EMBEDDER, threshold=1.0, interface="de")
    reply = strict.ask(QUESTION, person=TEACHER)
    assert isinstance(reply, NothingFound)
    assert reply.nearest
    assert {place.document for place in reply.nearest} <= set(OPEN_TEXTS)


def test_a_better_copy_that_is_hidden_does_not_push_the_readable_one_out(library: Library) -> None:
    page = "# Beamer\n\nDer Beamer geht mit der blauen Taste an.\n"
    found = library({"a/x.md": page, "a/zugriff.yml": HEADS, "b/x.md": page, "c.md": "# C\n\nNichts.\n"})
    assert "b/x.md" in hits(found, TEACHER, "Wie geht der Beamer an?")
    assert len({"a/x.md", "b/x.md"} & hits(found, HEAD, "Wie geht der Beamer an?")) == 1


def test_readable_copies_are_still_found_once_beside_hidden_documents(library: Library) -> None:
    page = "# Beamer\n\nDer Beamer geht mit der blauen Taste an.\n"
    secret = {"a/geheim.md": SECRET["leitung/noten.md"], "a/zugriff.yml": HEADS}
    found = library(secret | {"b/x.md": page, "c/x.md": page, "d.md": "# D\n\nNichts.\n"})
    assert len({"b/x.md", "c/x.md"} & hits(found, TEACHER, "Wie geht der Beamer an?")) == 1


def long(word: str) -> str:
    return " ".join(f"{word}{number}" for number in range(150)) + "."


def test_passages_are_joined_with_the_right_neighbours_of_their_own_document(library: Library) -> None:
    """In a view passages have other numbers than in the library."""
    text = f"# Lang\n\n## Beamer\n\n{long('Anfang')}\n\n{long('Mitte')}\n\n{long('Ende')}\n"
    hidden = f"# Geheim\n\n## Beamer\n\n{long('Geheim')}\n\n{long('Tresor')}\n"
    around = {f"{folder}/geheim.md": hidden for folder in "ac"} | {f"{f}/zugriff.yml": HEADS for f in "ac"}
    found = library(around | {"b.md": text})
    view = found.view(TEACHER)
    (place,) = search(view, "Anfang1 Mitte1 Ende1", EMBEDDER.embed_question("Anfang1 Mitte1 Ende1"))
    assert len(place.members) == len(view) == 3
    assert place.section.document.name == "b.md"
    assert "Geheim" not in place.text


ASKED = [QUESTION, "Tresorcode", "Wie heißt das WLAN?", "Papierstau beheben", "Wechselgeld", "Bastelpapier"]


def figures(view: View, question: str) -> list[float]:
    places = search(view, question, EMBEDDER.embed_question(question))
    found = evidence(view, question, places)
    return [found.similarity, found.unknown, *sorted(place.best.dense for place in places)]


def fused(view: View, question: str) -> list[float]:
    return [place.best.score for place in search(view, question, EMBEDDER.embed_question(question))]


@pytest.mark.parametrize("question", ASKED)
def test_scores_and_evidence_are_those_of_a_library_without_the_hidden_documents(
    whole: Assistant, without: Assistant, question: str
) -> None:
    assert figures(whole.view(TEACHER), question) == pytest.approx(figures(without.view(), question))
    assert fused(whole.view(HEAD), question) != pytest.approx(fused(without.view(), question))


@pytest.mark.parametrize("word", ["kass", "wechselgeld", "tresorcod", "papi", "nie-gelesen"])
def test_how_rare_a_word_is_does_not_tell_whether_hidden_documents_use_it(
    whole: Assistant, without: Assistant, word: str
) -> None:
    assert whole.view(TEACHER).rarity(word) == without.view().rarity(word)
    assert whole.view(TEACHER).knows(word) == without.view().knows(word)


@pytest.mark.parametrize("question", ASKED)
def test_by_how_much_the_first_place_leads_depends_on_no_more_than_the_length_of_hidden_passages(
    whole: Assistant, without: Assistant, question: str
) -> None:
    leads = [
        evidence(view, question, search(view, question, EMBEDDER.embed_question(question))).lead
        for view in (whole.view(TEACHER), without.view())
    ]
    assert leads[0] == pytest.approx(leads[1], abs=0.02)


WORDS = (("Kasse", "Tonne"), ("Schrank", "Tresore"), ("WLAN", "Geld"))


def other_words(text: str) -> str:
    """As long, because the mean length of a passage is the one thing that all readers share."""
    for word, other in WORDS:
        text = text.replace(word, other)
    return text


@pytest.mark.parametrize("question", ASKED)
def test_confidence_ranking_and_scores_are_those_of_a_library_without_the_hidden_documents(
    library: Library, question: str
) -> None:
    readable = {f"offen/{name}": text for name, text in OPEN_TEXTS.items()}
    hidden = {f"intim/{name}": other_words(text) for name, text in OPEN_TEXTS.items()}
    twins = {f"intim/{name}": text for name, text in OPEN_TEXTS.items()}
    alone = library(readable).find(question)
    for more in (hidden, twins):
        answered, confidence, found = library(readable | more | {"intim/zugriff.yml": HEADS}).find(
            question, person=TEACHER
        )
        assert (answered, [hit.document for hit in found]) == (alone[0], [hit.document for hit in alone[2]])
        assert confidence == pytest.approx(alone[1], rel=1e-4)
        assert [hit.score for hit in found] == pytest.approx([hit.score for hit in alone[2]], rel=1e-4)


def test_counts_are_of_what_the_person_may_read(whole: Assistant, without: Assistant) -> None:
    assert (whole.view().documents, len(whole.view())) == (without.view().documents, len(without.view()))
    assert whole.view(TEACHER).documents == 3
    assert whole.view(HEAD).documents == whole.view(everything=True).documents == 6


def test_umlauts_are_mended_with_words_of_open_documents_alone(library: Library) -> None:
    found = library(
        {"a.md": "# A\n\nDie Tür.\n", "b/b.md": "# B\n\nKüchenschlüssel.\n", "b/zugriff.yml": HEADS}
    )
    mend = found.index.vocabulary.mend
    assert mend("Tuer Kuechenschluessel") == "tür Kuechenschluessel"


def test_who_may_read_nothing_finds_an_empty_library(library: Library) -> None:
    found = library({"a.md": "# A\n\nDie Kasse.\n", "zugriff.yml": HEADS})
    for who in (None, TEACHER, person(None)):
        assert isinstance(found.ask("Kasse", person=who), EmptyLibrary)
        assert found.find("Kasse", person=who) == (False, 0.0, [])
    assert isinstance(found.ask("Kasse", person=HEAD), Answer)


def test_the_operator_reads_everything(whole: Assistant) -> None:
    found = whole.find(QUESTION, limit=100, everything=True)
    assert found == whole.find(QUESTION, limit=100, person=HEAD)
    assert whole.ask(QUESTION, everything=True) == whole.ask(QUESTION, person=HEAD)


def test_a_chain_reads_what_its_person_may_read(whole: Assistant) -> None:
    def read(who: Person | None) -> set[str]:
        documents = LibraryRetriever(assistant=whole, limit=100, person=who).invoke(QUESTION)
        return {document.metadata["document"] for document in documents}

    assert read(None) == set(OPEN_TEXTS)
    assert "leitung/kasse.md" in read(HEAD)


def limit(database: Database, name: str, audience: Audience) -> None:
    with database.write.begin() as db:
        changed = update(DocumentRow).where(DocumentRow.name == name)
        db.execute(changed.values(audience=store_audience(audience)))


@pytest.mark.parametrize(
    ("who", "readable"),
    [
        (None, {"c.md"}),
        (person(None, 7), {"c.md"}),
        (person(Role.TEACHER), {"c.md"}),
        (person(Role.TEACHER, 7), {"c.md", "a.md"}),
        (person(Role.HEAD, 3), {"c.md"}),
        (person(Role.HEAD, 7), {"c.md", "a.md", "b.md"}),
        (person(Role.ASSISTANT, 3, 7), {"c.md", "a.md"}),
        (person(Role.TEAM), {"c.md", "a.md", "b.md"}),
    ],
)
def test_each_reader_has_a_view_of_their_own(
    any_database: Database, tmp_path: Path, who: Person | None, readable: set[str]
) -> None:
    """School, role, and both together; kept and read back by each database."""
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / "manuals").mkdir(exist_ok=True)
        (tmp_path / "manuals" / name).write_text(
            f"# Heft {name[0]}\n\nDie Kasse in {name[0]}{name[0]}.\n", "utf-8"
        )
    sync(Workshop(any_database, EMBEDDER, tmp_path / "home", readers=1), tmp_path / "manuals")
    seven = frozenset({7})
    limit(any_database, "a.md", Audience(True, schools=seven))
    limit(any_database, "b.md", Audience(True, frozenset({Role.HEAD}), seven))
    found = Assistant(any_database, EMBEDDER, threshold=0.0, interface="de")
    assert hits(found, who, "Kasse") == readable


def test_a_limit_is_taken_over_by_a_running_assistant(database: Database, tmp_path: Path) -> None:
    manuals = tmp_path / "manuals"
    manuals.mkdir()
    (manuals / "kasse.md").write_text("# Kasse\n\nDie Kasse steht im Keller.\n", "utf-8")
    workshop = Workshop(database, EMBEDDER, tmp_path / "home", readers=1)
    sync(workshop, manuals)
    running = Assistant(database, EMBEDDER, threshold=0.0, interface="de")
    assert hits(running, None) == {"kasse.md"}
    (manuals / "zugriff.yml").write_text(HEADS, "utf-8")
    sync(workshop, manuals)
    assert running.refresh() is True
    assert hits(running, None) == set()
    assert hits(running, HEAD) == {"kasse.md"}
