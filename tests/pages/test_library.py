"""The library's two pages with a real, small library: looking around, reading, and nothing for strangers."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from sqlalchemy import update
from streamlit.testing.v1 import AppTest

from bootstrap import Portal
from core.database import open_database
from core.migration import migrate
from core.people.roles import Role
from core.settings import Settings
from knowledge.audience import NOBODY
from knowledge.codes import document_code
from knowledge.stored import store_audience
from knowledge.sync import OWN, sync
from knowledge.tables import DocumentRow
from knowledge.workshop import Workshop
from tests.doubles import HashEmbedder
from tests.doubles_portal import STARTER
from tests.pages.conftest import labels, press, words
from tests.pages.signed_in import House
from tests.trainings.made import DAY, NOW, Made
from ui.texts import ENGLISH, GERMAN

G = GERMAN.library
PDF = "bildschirmspiegelung.pdf"
TODAY = datetime.now(UTC).date()
TEXTS = {
    "display.md": (
        "---\ngeräte: [Display]\nthemen: [Erste Schritte]\nzielgruppe: [Lehrkräfte]\nstufe: Einstieg\n"
        f"gilt für: alle <b>Displays</b>\ngeprüft: {TODAY}\nsprache: de\n---\n"
        "# Display einrichten\n\nZuerst.\n\n## Ton\n\nStellen Sie den Ton lauter.\n\n### Kabel\n\n"
        "1. Kabel prüfen.\n2. Kabel tauschen.\n\n## Bild\n\nDas Bild steht <script>fest</script>.\n"
    ),
    "display.en.md": "---\nsprache: en\n---\n# Setting up the display\n\n## Sound\n\nTurn it up.\n",
    "ipad.md": (
        "---\ngeräte: [iPad]\nthemen: [Erste Schritte]\ngeprüft: 2020-01-31\n---\n"
        "# iPad zeigen\n\n## Netz\n\nDas iPad zeigt sein Bild.\n"
    ),
    "mitschrift.vtt": (
        "WEBVTT\n\n00:01.000 --> 00:03.000\nGuten Tag.\n\n00:03.500 --> 00:06.000\nHeute drucken wir.\n"
    ),
    "leitung/kasse.md": "# Kasse am Display\n\n## Tresor\n\nDas Kabel liegt im Keller.\n",
    "leitung/zugriff.yml": "rollen: [Schulleitung]",
}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the library in it, read once."""
    home = tmp_path_factory.mktemp("library")
    manuals = home / "manuals"
    for name, text in TEXTS.items():
        (manuals / name).parent.mkdir(parents=True, exist_ok=True)
        (manuals / name).write_text(text, "utf-8")
    shutil.copy(STARTER / PDF, manuals / PDF)
    database = open_database(Settings(home=home).database)
    migrate(database)
    sync(Workshop(database, HashEmbedder(), home, readers=1), manuals)
    database.close()
    return home


@pytest.fixture
def stand_in(tmp_path: Path, kept: Path) -> Iterator[Portal]:
    """A real portal in place of the one that only says what a test wants."""
    shutil.copytree(kept, tmp_path, dirs_exist_ok=True)
    settings = Settings(home=tmp_path)
    portal = Portal(settings, open_database(settings.database), HashEmbedder())
    yield portal
    portal.close()


def code(name: str) -> str:
    return document_code(OWN, name)


def rows(at: AppTest) -> list[str]:
    """The codes of the documents that the page lists, as its links have them."""
    links = [element.proto for element in at.get("page_link")]
    queries = [parse_qs(link.query_string) for link in links if link.page == "anleitung"]
    return [query["d"][0] for query in queries if "d" in query]


def offered(at: AppTest, facet: str) -> list[str]:
    """A facet's words with their counts, as they are read."""
    pills = next(pills for pills in at.button_group if pills.key == f"choose-{facet}")
    return [option.replace("\\", "") for option in pills.options]


def pressed(at: AppTest, key: str) -> AppTest:
    return next(button for button in at.button if button.key == key).click().run()


def library(house: House, **address: str) -> AppTest:
    at = house.open("library.py", **address)
    assert not at.exception
    return at


def manual(house: House, name: str, **address: str) -> AppTest:
    at = house.open("manual.py", d=code(name), **address)
    assert not at.exception
    return at


# looking around


def test_the_library_lists_what_one_may_read_by_title(house: House) -> None:
    at = library(house)
    assert set(rows(at)) == {code(name) for name in ("display.md", "ipad.md", PDF, "mitschrift.vtt")}
    assert G.count_documents.format(count=4) in words(at)
    house.signed_in_as(Role.HEAD)
    assert code("leitung/kasse.md") in rows(library(house))


def test_a_search_narrows_the_list(house: House) -> None:
    at = library(house)
    at.text_input[0].set_value("Display einr").run()
    assert rows(at) == [code("display.md")]


def test_the_address_holds_search_and_choice(house: House) -> None:
    at = library(house, thema="Erste Schritte", geraet="iPad")
    assert rows(at) == [code("ipad.md")]
    assert {"iPad", "Erste Schritte"} <= set(labels(at))
    at = library(house, suche="Display einr")
    assert rows(at) == [code("display.md")]


def test_facets_are_offered_with_their_counts_and_write_the_address(house: House) -> None:
    at = library(house)
    assert "Display (1)" in offered(at, "geraet")
    next(pills for pills in at.button_group if pills.key == "choose-geraet").set_value(["Display"]).run()
    assert at.query_params["geraet"] == "Display"
    assert rows(at) == [code("display.md")]
    assert offered(at, "zielgruppe") == ["Lehrkräfte (1)"]


def test_a_choice_can_be_taken_back_one_by_one_and_whole(house: House) -> None:
    at = library(house, thema="Erste Schritte", geraet="iPad")
    at = pressed(at, "drop-geraet-iPad")
    assert "geraet" not in at.query_params
    assert set(rows(at)) == {code("display.md"), code("ipad.md")}
    at = press(at, G.clear)
    assert "thema" not in at.query_params
    assert len(rows(at)) == 4


def test_with_nothing_found_there_are_ways_on(house: House) -> None:
    at = library(house, suche="Zebra & Co")
    assert G.nothing in words(at)
    asked = [parse_qs(link.proto.query_string) for link in at.get("page_link") if link.proto.query_string]
    assert {"frage": ["Zebra & Co"]} in asked
    at = press(at, G.clear_all)
    assert len(rows(at)) == 4


def test_key_words_are_english_in_the_english_interface(house: House) -> None:
    at = library(house, lang="en")
    assert offered(at, "thema") == ["First steps (1)"]
    assert code("display.en.md") in rows(at)
    assert code("display.md") not in rows(at)


def test_no_list_count_or_search_tells_of_a_limited_document(house: House) -> None:
    house.signed_in_as(Role.TEACHER)
    for address in ({}, {"suche": "Kasse"}, {"suche": "Tresor"}, {"suche": "Keller"}):
        at = library(house, **address)
        assert code("leitung/kasse.md") not in rows(at)
        assert "Kasse am" not in words(at)


# a document


def test_a_document_says_what_it_is_and_shows_all_its_sections(house: House) -> None:
    said = words(manual(house, "display.md"))
    assert "<h1>Display einrichten</h1>" in said
    for text in ("Lehrkräfte", "Einstieg", "Erste Schritte", "alle &lt;b&gt;Displays&lt;/b&gt;"):
        assert text in said
    assert re.findall(r"<h(\d)>(Ton|Kabel|Bild)</h", said) == [("2", "Ton"), ("3", "Kabel"), ("2", "Bild")]
    assert "<li>Kabel prüfen.</li><li>Kabel tauschen.</li>" in said
    assert "<script>fest" not in said


def test_the_contents_lead_to_the_sections(house: House) -> None:
    said = words(manual(house, "display.md"))
    contents = re.findall(r'<a href="#(abschnitt-\w+)">', said)
    assert len(contents) == 3
    assert all(f'<section id="{place}"' in said for place in contents)


def test_the_section_of_the_address_is_highlighted(house: House, stand_in: Portal) -> None:
    target = stand_in.target(code("display.md"), None)
    assert target is not None
    whole = stand_in.manual(target.document, None)
    assert whole is not None
    wanted = next(chapter for chapter in whole.chapters if chapter.heading_path[-1:] == ("Bild",))
    said = words(manual(house, "display.md", abschnitt=wanted.code))
    assert f'<section id="abschnitt-{wanted.code}" class="current">' in said
    assert f'data-show="abschnitt-{wanted.code}"' in said
    assert said.count('aria-current="location"') == 1


def test_when_it_was_checked_long_ago_the_page_says_so(house: House) -> None:
    assert G.checked_long_ago not in words(manual(house, "display.md"))
    assert G.checked_long_ago in words(manual(house, "ipad.md"))


def test_a_translation_is_offered_in_its_language(house: House) -> None:
    at = manual(house, "display.md")
    labels_of_links = {link.proto.label: link.proto.query_string for link in at.get("page_link")}
    assert labels_of_links[G.in_language["en"]] == f"d={code('display.en.md')}"
    assert code("display.en.md") not in rows(at)[1:]


def test_questions_about_it_begin_with_its_device(house: House) -> None:
    links = [link.proto for link in manual(house, "display.md").get("page_link")]
    assert next(link for link in links if link.label == G.ask_about).query_string == "geraet=Display"


def test_words_are_found_and_marked_in_the_document(house: House) -> None:
    at = manual(house, "display.md")
    at.text_input[0].set_value("kabel").run()
    said = words(at)
    assert G.count_hits.format(count=3) in said
    assert "<mark>Kabel</mark> tauschen." in said
    at.text_input[0].set_value("Zebra").run()
    assert G.no_hit in words(at)


def test_a_pdf_shows_one_page_and_turns(house: House) -> None:
    at = manual(house, PDF)
    assert len(at.image) == 1
    at = press(at, G.next_page)
    assert at.query_params["seite"] == "2"
    assert "/documents/" in str(at.image[0].proto.imgs[0].url)
    assert "Seite 2" in at.image[0].proto.imgs[0].alt
    at.selectbox[0].set_value(3).run()
    assert at.query_params["seite"] == "3"


@pytest.mark.parametrize("page", ["99", "0", "-1", "x", "1" * 40])
def test_a_page_that_is_none_becomes_one_that_is(house: House, page: str) -> None:
    at = manual(house, PDF, seite=page)
    assert at.selectbox[0].value in {1, 4}


def test_a_hit_in_a_pdf_leads_to_its_page_and_is_marked_there(house: House, stand_in: Portal) -> None:
    at = manual(house, PDF, suche="Chromebook")
    hit = next(button for button in at.button if button.key == "hit-1")
    page = re.search(r"Seite (\d)", hit.label)
    assert page is not None
    at = hit.click().run()
    assert at.query_params["seite"] == page[1]
    assert "<mark>" in words(at)


def test_a_transcript_without_its_recording_is_read(house: House) -> None:
    said = words(manual(house, "mitschrift.vtt"))
    assert "0:03</span><span>Heute drucken wir.</span>" in said
    assert "<button type" not in said.partition("transcript")[2]


def test_the_print_view_and_the_short_address_are_at_hand(house: House) -> None:
    at = manual(house, "display.md")
    assert f"/d/{code('display.md')}" in words(at)
    links = [link.proto.url for link in at.get("link_button")]
    assert f"/drucken/{code('display.md')}?lang=de" in links


def test_trainings_that_fit_are_shown_to_those_who_may_book(house: House) -> None:
    town = Made(house.database)
    training_id = town.training(title="Display anschalten", devices=["Display"])
    town.date(training_id=training_id, starts_in=datetime.now(UTC) - NOW + 9 * DAY)
    assert "Display anschalten" not in words(manual(house, "display.md"))
    house.signed_in_as(Role.TEACHER)
    assert "Display anschalten" in words(manual(house, "display.md"))


# not for everyone


@pytest.mark.parametrize("name", ["leitung/kasse.md", "gibt/es/nicht.md"])
def test_what_one_may_not_read_looks_like_what_does_not_exist(house: House, name: str) -> None:
    house.signed_in_as(Role.TEACHER)
    at = manual(house, name)
    said = words(at)
    assert G.not_there in said
    assert "Kasse" not in said
    assert "Tresor" not in said
    assert at.text_input.len == 0


def test_those_for_whom_it_is_read_it(house: House) -> None:
    house.signed_in_as(Role.HEAD)
    assert "Tresor" in words(manual(house, "leitung/kasse.md"))


def test_nothing_related_is_limited(house: House) -> None:
    assert code("leitung/kasse.md") not in rows(manual(house, "display.md"))
    house.signed_in_as(Role.HEAD)
    assert code("leitung/kasse.md") in rows(manual(house, "display.md"))


def test_what_is_limited_while_it_is_read_is_gone_with_the_next_click(house: House, stand_in: Portal) -> None:
    at = manual(house, "display.md")
    with stand_in.database.write.begin() as db:
        limited = update(DocumentRow).where(DocumentRow.name == "display.md")
        db.execute(limited.values(audience=store_audience(NOBODY)))
    at.text_input[0].set_value("Kabel").run()
    assert G.not_there in words(at)
    assert "tauschen" not in words(at)


def test_an_address_without_a_code_is_told_so(house: House) -> None:
    assert G.not_there in words(house.open("manual.py"))
    assert ENGLISH.library.not_there in words(house.open("manual.py", lang="en"))
