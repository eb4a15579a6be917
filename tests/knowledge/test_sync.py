"""A sync over real folders, with the cheap embedder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from core.database import Database
from knowledge.embedding.protocol import Embeds
from knowledge.publishing import version
from knowledge.reading.facts import Facts
from knowledge.stored import load_facts
from knowledge.sync import EmptyFolder, sync
from knowledge.sync_report import Line, Outcome
from knowledge.tables import DocumentRow, PassageRow, SectionRow
from knowledge.workshop import Workshop
from tests.doubles import HashEmbedder

GUIDE = "# Drucker\n\n## Papierstau\n\n1. Klappe öffnen.\n2. Papier herausziehen.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "manuals"
    (folder / "drucker").mkdir(parents=True)
    (folder / "drucker" / "stau.md").write_text(GUIDE, "utf-8")
    (folder / "wlan.txt").write_text("Das WLAN heißt Schule. Das Passwort steht am Aushang.", "utf-8")
    return folder


def workshop_for(database: Database, home: Path, embedder: Embeds | None = None) -> Workshop:
    return Workshop(database, embedder or HashEmbedder(), home, readers=1)


@pytest.fixture
def workshop(database: Database, tmp_path: Path) -> Workshop:
    return workshop_for(database, tmp_path / "home")


def outcomes(workshop: Workshop, folder: Path, source: str = "own") -> dict[str, Outcome]:
    return {line.document: line.outcome for line in sync(workshop, folder, source).lines}


def names(database: Database) -> set[str]:
    with database.read() as db:
        return set(db.scalars(select(DocumentRow.name)))


def text_of(database: Database, name: str) -> str:
    with database.read() as db:
        rows = select(PassageRow.text).join(SectionRow).join(DocumentRow).where(DocumentRow.name == name)
        return "\n".join(db.scalars(rows))


def library_version(database: Database) -> int:
    with database.read() as db:
        return version(db)


def test_documents_are_named_by_their_path_in_the_folder(
    any_database: Database, tmp_path: Path, folder: Path
) -> None:
    found = outcomes(workshop_for(any_database, tmp_path / "home"), folder)
    assert found == {"drucker/stau.md": Outcome.ADDED, "wlan.txt": Outcome.ADDED}
    assert "2. Papier herausziehen." in text_of(any_database, "drucker/stau.md")


def test_each_passage_has_a_vector_of_the_model(workshop: Workshop, folder: Path) -> None:
    sync(workshop, folder)
    with workshop.database.read() as db:
        rows = db.execute(select(PassageRow.model, func.length(PassageRow.vector))).all()
    embedder = workshop.embedder
    assert rows
    assert set(rows) == {(embedder.model_id, 4 * embedder.dimensions)}


def test_a_second_run_finds_everything_unchanged_and_publishes_nothing(
    workshop: Workshop, folder: Path
) -> None:
    sync(workshop, folder)
    before = library_version(workshop.database)
    assert set(outcomes(workshop, folder).values()) == {Outcome.UNCHANGED}
    assert library_version(workshop.database) == before


def test_changes_come_in_and_vanished_files_go_out(workshop: Workshop, folder: Path) -> None:
    sync(workshop, folder)
    before = library_version(workshop.database)
    (folder / "wlan.txt").write_text("Das WLAN heißt jetzt Lernen.", "utf-8")
    (folder / "drucker" / "stau.md").unlink()
    assert outcomes(workshop, folder) == {"wlan.txt": Outcome.CHANGED, "drucker/stau.md": Outcome.REMOVED}
    assert text_of(workshop.database, "wlan.txt") == "Das WLAN heißt jetzt Lernen."
    assert names(workshop.database) == {"wlan.txt"}
    assert library_version(workshop.database) > before


def test_a_broken_file_is_one_line_and_its_earlier_version_stays(workshop: Workshop, folder: Path) -> None:
    sync(workshop, folder)
    (folder / "wlan.txt").write_bytes(b"")
    (folder / "kaputt.pdf").write_bytes(b"%PDF-1.7 und dann nichts")
    failed = [line for line in sync(workshop, folder).lines if line.outcome is Outcome.FAILED]
    assert {line.document for line in failed} == {"wlan.txt", "kaputt.pdf"}
    assert all("\n" not in str(line) and line.why for line in failed)
    assert "Aushang" in text_of(workshop.database, "wlan.txt")


def test_an_empty_folder_never_empties_the_library(workshop: Workshop, folder: Path, tmp_path: Path) -> None:
    sync(workshop, folder)
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(EmptyFolder):
        sync(workshop, empty)
    assert names(workshop.database) == {"drucker/stau.md", "wlan.txt"}
    sync(workshop, empty, allow_empty=True)
    assert names(workshop.database) == set()


def test_a_folder_of_broken_files_alone_does_not_empty_the_library_either(
    workshop: Workshop, folder: Path, tmp_path: Path
) -> None:
    sync(workshop, folder)
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "leer.txt").write_bytes(b"")
    sync(workshop, broken)
    assert names(workshop.database) == {"drucker/stau.md", "wlan.txt"}


def test_two_folders_live_beside_each_other(workshop: Workshop, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "wlan.txt").write_text("Im FabLab heißt das WLAN anders.", "utf-8")
    sync(workshop, folder)
    sync(workshop, other, "fablab")
    assert set(outcomes(workshop, folder).values()) == {Outcome.UNCHANGED}
    assert "FabLab" in text_of(workshop.database, "wlan.txt")


def test_another_model_reads_everything_anew(workshop: Workshop, folder: Path) -> None:
    sync(workshop, folder)
    other = workshop_for(workshop.database, workshop.home, HashEmbedder(model_id="other"))
    assert set(outcomes(other, folder).values()) == {Outcome.CHANGED}


def test_documents_that_are_shown_as_files_are_kept_and_swept(workshop: Workshop, folder: Path) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph("Die Leinwand fährt von allein herunter.")
    document.save(str(folder / "leinwand.docx"))
    sync(workshop, folder)
    assert [file.suffix for file in workshop.media.iterdir()] == [".docx"]
    (folder / "leinwand.docx").unlink()
    sync(workshop, folder)
    assert list(workshop.media.iterdir()) == []


def test_each_line_is_told_with_its_number(workshop: Workshop, folder: Path) -> None:
    told: list[tuple[Line, int, int]] = []
    sync(workshop, folder, tell=lambda *said: told.append(said))
    assert [(done, total) for _, done, total in told] == [(1, 2), (2, 2)]


def test_a_folder_that_cannot_be_opened_keeps_its_documents(workshop: Workshop, folder: Path) -> None:
    sync(workshop, folder)
    (folder / "drucker" / "stau.md").unlink()
    (folder / "drucker").rmdir()
    (folder / "drucker").symlink_to("/")
    sync(workshop, folder)
    assert "drucker/stau.md" in names(workshop.database)


def ids(database: Database) -> dict[str, int]:
    with database.read() as db:
        return {name: number for name, number in db.execute(select(DocumentRow.name, DocumentRow.id))}


def test_a_changed_document_keeps_its_number(any_database: Database, tmp_path: Path, folder: Path) -> None:
    """An answer that is still on a screen names the document by it."""
    workshop = workshop_for(any_database, tmp_path / "home")
    sync(workshop, folder)
    before = ids(any_database)
    (folder / "wlan.txt").write_text("Das WLAN heißt jetzt Lernen.", "utf-8")
    sync(workshop, folder)
    assert ids(any_database) == before


def test_the_number_of_a_removed_document_is_never_given_to_another(
    any_database: Database, tmp_path: Path, folder: Path
) -> None:
    workshop = workshop_for(any_database, tmp_path / "home")
    sync(workshop, folder)
    before = ids(any_database)
    (folder / "wlan.txt").unlink()
    sync(workshop, folder)
    (folder / "neu.txt").write_text("Ein anderes Dokument.", "utf-8")
    sync(workshop, folder)
    assert ids(any_database)["neu.txt"] not in before.values()


def facts_of(database: Database, name: str) -> Facts:
    with database.read() as db:
        return load_facts(db.scalars(select(DocumentRow.facts).where(DocumentRow.name == name)).one())


def test_what_a_document_is_about_comes_with_it_and_changes_with_the_file_beside_it(
    any_database: Database, tmp_path: Path, folder: Path
) -> None:
    workshop = workshop_for(any_database, tmp_path / "home")
    (folder / "wlan.txt.yml").write_text("geräte: [WLAN]\ngeprüft: 2026-11-16", "utf-8")
    sync(workshop, folder)
    assert facts_of(any_database, "wlan.txt") == Facts(devices=("WLAN",), checked=date(2026, 11, 16))
    (folder / "wlan.txt.yml").write_text("stufe: Aufbau", "utf-8")
    assert outcomes(workshop, folder) == {
        "drucker/stau.md": Outcome.UNCHANGED,
        "wlan.txt": Outcome.CHANGED,
    }
    assert facts_of(any_database, "wlan.txt").level == "Aufbau"


def test_where_nobody_says_what_a_document_is_about_its_title_does(workshop: Workshop, folder: Path) -> None:
    (folder / "neu.md").write_text("# Das Smartboard im Chemieraum\n\nEin Satz.", "utf-8")
    sync(workshop, folder)
    assert facts_of(workshop.database, "neu.md").devices == ("Display",)
