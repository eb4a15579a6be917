"""The portal shows nothing of a document to those who may not read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest

import knowledge.starter
from bootstrap import Portal
from core.database import LARGEST, Database
from core.people.person import Person
from core.people.roles import Role
from core.settings import Settings
from knowledge.sync import sync
from knowledge.tables import DocumentRow
from knowledge.workshop import Workshop
from tests.doubles import HashEmbedder
from tests.knowledge.people import person

STARTER = Path(knowledge.starter.__file__).parent / "library"
HEAD = person(Role.HEAD)
OTHERS = [None, person(None), person(Role.TEACHER)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "manuals"
    (folder / "intern").mkdir(parents=True)
    copyfile(STARTER / "bildschirmspiegelung.pdf", folder / "intern" / "spiegeln.pdf")
    (folder / "wlan.txt").write_text("Das WLAN heißt Schule.", "utf-8")
    (folder / "intern" / "zugriff.yml").write_text("rollen: [Schulleitung]", "utf-8")
    return folder


@pytest.fixture
def portal(database: Database, tmp_path: Path, folder: Path) -> Iterator[Portal]:
    sync(Workshop(database, HashEmbedder(), tmp_path / "home", readers=1), folder)
    with database.write.begin() as db:
        db.get_one(DocumentRow, 1).subtitles = "WEBVTT"
    opened = Portal(Settings(home=tmp_path / "home"), database, HashEmbedder())
    yield opened
    opened.close()


def limited(portal: Portal) -> int:
    with portal.database.read() as db:
        return next(row.id for row in db.query(DocumentRow) if row.name == "intern/spiegeln.pdf")


def test_who_may_read_it_gets_file_page_and_subtitles(portal: Portal) -> None:
    number = limited(portal)
    original = portal.original(number, HEAD)
    assert original is not None
    assert original.path.is_file()
    assert portal.page_picture(number, 1, (), HEAD) is not None
    assert portal.subtitles(number, HEAD) == "WEBVTT"
    assert portal.readable(number, HEAD)


@pytest.mark.parametrize("who", OTHERS)
def test_others_get_nothing_of_it(portal: Portal, who: Person | None) -> None:
    number = limited(portal)
    portal.page_picture(number, 1, (), HEAD)  # now it is drawn and kept
    assert portal.page_picture(number, 1, (), who) is None
    assert portal.original(number, who) is None
    assert portal.subtitles(number, who) is None
    assert not portal.readable(number, who)
    assert portal.library(who).documents == 1
    assert portal.library(HEAD).documents == 2


def test_a_limit_holds_before_the_index_is_built_anew(
    portal: Portal, database: Database, tmp_path: Path, folder: Path
) -> None:
    number = limited(portal)
    (folder / "intern" / "zugriff.yml").write_text("rollen: [Team]", "utf-8")
    sync(Workshop(database, HashEmbedder(), tmp_path / "home", readers=1), folder)
    assert portal.original(number, HEAD) is None


def test_there_is_nothing_of_a_document_that_does_not_exist(portal: Portal) -> None:
    assert not portal.readable(987654, HEAD)
    assert portal.subtitles(987654, HEAD) is None


def test_a_number_that_no_row_can_have_is_one_that_does_not_exist(
    any_database: Database, tmp_path: Path
) -> None:
    portal = Portal(Settings(home=tmp_path), any_database, HashEmbedder())
    for number in (LARGEST, LARGEST + 1, 10**30):
        assert not portal.readable(number, HEAD)
    portal.assistant.close()
