"""Looking around in the library: facets and their counts, search while typing, translations, what is related,
words within a document; and nothing of what somebody may not read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from bootstrap import Portal
from core.database import Database
from core.people.person import Person
from core.people.roles import Role
from core.settings import Settings
from knowledge.audience import NOBODY
from knowledge.codes import document_code
from knowledge.stored import store_audience
from knowledge.sync import OWN, sync
from knowledge.tables import DocumentRow
from knowledge.uploads import Replaced
from knowledge.workshop import Workshop
from retriever import finding, snapshot
from retriever.catalogue import Target
from retriever.facets import Choice, Facet, counted, narrowed
from retriever.snapshot import IndexedDocument
from retriever.within import hits
from tests.doubles import HashEmbedder
from tests.knowledge.people import person
from tests.knowledge.uploading import guide, team

HEAD, TEACHER = person(Role.HEAD), person(Role.TEACHER)
SECRET = "leitung/kasse.md"
TEXTS = {
    "display.md": (
        "---\ngeräte: [Display]\nthemen: [Erste Schritte, Ton]\nstufe: Einstieg\nsprache: de\n---\n"
        "# Display einrichten\n\n## Lautstärke\n\nStellen Sie den Ton am Display lauter. Prüfen Sie das "
        "Kabel.\n\n## Bild\n\n1. Taste drücken.\n2. Kabel prüfen.\n"
    ),
    "display.en.md": (
        "---\ngeräte: [Display]\nthemen: [Erste Schritte]\nsprache: en\n---\n"
        "# Setting up the display\n\n## Volume\n\nTurn up the sound of the display. Check the cable.\n"
    ),
    "ipad.md": (
        "---\ngeräte: [iPad, Display]\nthemen: [Erste Schritte]\nstufe: Aufbau\n---\n"
        "# iPad zeigen\n\n## Netz\n\nDas iPad zeigt sein Bild auf dem Display. Der Ton kommt mit.\n"
    ),
    "3d-druck.md": (
        "---\ngeräte: [3D-Drucker]\nthemen: [3D-Druck]\nzielgruppe: [Lehrkräfte]\n---\n"
        "# 3D-Druck\n\n## Düse\n\nDie Düse wird heiß. Legen Sie Filament ein.\n"
    ),
    SECRET: (
        "---\ngeräte: [Tresor]\nthemen: [Geheimes]\n---\n"
        "# Kasse am Display\n\n## Tresor\n\nDer Ton des Tresors ist leise. Das Kabel liegt im Keller.\n"
    ),
    "leitung/zugriff.yml": "rollen: [Schulleitung]",
}


@pytest.fixture
def portal(database: Database, tmp_path: Path) -> Iterator[Portal]:
    for name, text in TEXTS.items():
        file = tmp_path / "manuals" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    sync(Workshop(database, HashEmbedder(), tmp_path, readers=1), tmp_path / "manuals")
    portal = Portal(Settings(home=tmp_path), database, HashEmbedder())
    yield portal
    portal.assistant.close()


def listed(portal: Portal, words: str = "", who: Person | None = None, language: str = "de") -> list[str]:
    return [document.name for document in portal.browse(words, language, who)]


def named(portal: Portal, name: str, who: Person | None = None) -> IndexedDocument:
    return next(document for document in portal.catalogue(who) if document.name == name)


def test_without_words_everything_is_listed_by_title_once_for_each_language(portal: Portal) -> None:
    assert listed(portal) == ["3d-druck.md", "display.md", "ipad.md"]
    assert listed(portal, language="en") == ["3d-druck.md", "ipad.md", "display.en.md"]  # Setting up …
    assert SECRET in listed(portal, who=HEAD)


def test_words_of_the_title_come_before_those_of_a_heading(portal: Portal) -> None:
    assert listed(portal, "druc")[0] == "3d-druck.md"
    assert listed(portal, "IPAD zei")[0] == "ipad.md"
    assert listed(portal, "lautstaerke")[0] == "display.md"


def test_what_is_spoken_of_is_found_by_its_meaning(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "LIKELY", 0.0)
    assert listed(portal, "Wie lege ich Filament ein?")[0] == "3d-druck.md"


def test_a_word_that_stands_only_in_the_text_is_found(portal: Portal) -> None:
    assert listed(portal, "Filament") == ["3d-druck.md"]


def test_letters_that_mean_nothing_find_nothing(portal: Portal) -> None:
    assert listed(portal, "qqqqq") == []


@pytest.mark.parametrize("words", ["", "Kasse", "Tresor", "Display", "Kabel Keller"])
def test_no_list_tells_of_what_somebody_may_not_read(portal: Portal, words: str) -> None:
    for who in (None, TEACHER):
        assert SECRET not in listed(portal, words, who)
    assert SECRET in listed(portal, words, HEAD)


def test_a_limit_holds_from_the_moment_at_which_it_is_written(portal: Portal) -> None:
    display = named(portal, "display.md")
    with portal.database.write.begin() as db:
        limited = update(DocumentRow).where(DocumentRow.name == "display.md")
        db.execute(limited.values(audience=store_audience(NOBODY)))
    assert "display.md" not in listed(portal) + listed(portal, "Display")
    assert "display.md" not in [one.name for one in portal.related(named(portal, "ipad.md"), None)]
    assert portal.translation(named(portal, "display.en.md"), None) is None
    assert portal.target(display.code, None) is None
    assert portal.manual(display, None) is None


def test_what_an_upload_stands_in_for_is_left_out_from_that_moment(portal: Portal) -> None:
    ipad = named(portal, "ipad.md")
    assert "display.md" in listed(portal)
    team(portal.workshop).publish("neu.md", guide(), Replaced(OWN, "display.md"))
    assert "display.md" in [document.name for document in portal.catalogue(None)], (
        "the index is still the old"
    )
    assert "display.md" not in listed(portal) + listed(portal, "Display")
    assert "display.md" not in [one.name for one in portal.related(ipad, None)]


def test_counts_respect_the_other_facets_and_never_offer_nothing(portal: Portal) -> None:
    documents = portal.browse("", "de", None)
    assert counted(documents, {})[Facet.DEVICE] == {"Display": 2, "3D-Drucker": 1, "iPad": 1}
    choice: Choice = {Facet.DEVICE: ("iPad",)}
    counts = counted(documents, choice)
    assert counts[Facet.TOPIC] == {"Erste Schritte": 1}
    assert counts[Facet.DEVICE] == {"Display": 2, "3D-Drucker": 1, "iPad": 1}
    assert counts[Facet.LEVEL] == {"Aufbau": 1}
    assert counts[Facet.AUDIENCE] == {}


def test_counts_tell_nothing_of_what_somebody_may_not_read(portal: Portal) -> None:
    assert "Geheimes" not in counted(portal.browse("", "de", TEACHER), {})[Facet.TOPIC]
    assert "Geheimes" in counted(portal.browse("", "de", HEAD), {})[Facet.TOPIC]


def test_of_one_facet_any_word_will_do_of_several_facets_each_must(portal: Portal) -> None:
    documents = portal.browse("", "de", None)
    either = narrowed(documents, {Facet.DEVICE: ("iPad", "3D-Drucker")})
    assert [document.name for document in either] == ["3d-druck.md", "ipad.md"]
    both = narrowed(documents, {Facet.DEVICE: ("iPad", "3D-Drucker"), Facet.LEVEL: ("Aufbau",)})
    assert [document.name for document in both] == ["ipad.md"]


def test_what_is_chosen_stays_on_offer_though_it_shows_nothing(portal: Portal) -> None:
    choice: Choice = {Facet.DEVICE: ("Toaster",)}
    assert counted(portal.browse("", "de", None), choice)[Facet.DEVICE]["Toaster"] == 0


def test_a_document_and_its_translation_know_each_other(portal: Portal) -> None:
    german, english = named(portal, "display.md"), named(portal, "display.en.md")
    assert portal.translation(german, None) == english
    assert portal.translation(english, None) == german
    assert portal.translation(named(portal, "ipad.md"), None) is None


def test_related_is_what_is_near_without_itself_and_its_translation(portal: Portal) -> None:
    others = [document.name for document in portal.related(named(portal, "display.md"), None)]
    assert others[0] == "ipad.md"
    assert set(others) == {"ipad.md", "3d-druck.md"}


def test_related_tells_nothing_of_what_somebody_may_not_read(portal: Portal) -> None:
    display = named(portal, "display.md")
    assert SECRET in [document.name for document in portal.related(display, HEAD)]
    assert SECRET not in [document.name for document in portal.related(display, TEACHER)]
    assert portal.related(named(portal, SECRET, HEAD), TEACHER) == ()


def test_words_are_found_within_a_document_where_they_stand_together(portal: Portal) -> None:
    manual = portal.manual(named(portal, "display.md"), None)
    assert manual is not None
    assert [hit.text for hit in hits(manual, "kabel prüfen")] == ["Prüfen Sie das Kabel.", "Kabel prüfen."]
    assert [hit.text for hit in hits(manual, "LAUTST")] == ["Lautstärke"]
    assert hits(manual, "Kabel Taste") == ()
    assert hits(manual, "k") == ()


def test_codes_lead_to_documents_and_sections_that_one_may_read(portal: Portal) -> None:
    secret = named(portal, SECRET, HEAD)
    manual = portal.manual(secret, HEAD)
    assert manual is not None
    section = manual.chapters[-1].code
    found = portal.target(section, HEAD)
    assert found is not None
    assert (found.document, found.section) == (secret, section)
    for code in (secret.code, section):
        assert portal.target(code, TEACHER) is None
    assert portal.manual(secret, TEACHER) is None


def test_looking_for_a_code_works_out_no_code_of_all_the_others(
    portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    ipad, made = named(portal, "ipad.md"), []
    monkeypatch.setattr(snapshot, "document_code", lambda *place: made.append(place) or document_code(*place))
    assert portal.target("0000000000", None) is None
    assert portal.target(document_code(OWN, "ipad.md"), None) == Target(ipad, None)
    assert len(made) <= 1
