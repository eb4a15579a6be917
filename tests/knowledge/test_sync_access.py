"""A sync over folders that say who may read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from sqlalchemy import select, update

from core.database import Database
from core.people.actor import OPERATOR
from core.people.roles import Role
from core.people.schools import SchoolFacts, add_school, find_school
from knowledge.audience import NOBODY, OPEN, Audience
from knowledge.publishing import version
from knowledge.stored import load_audience
from knowledge.sync import sync
from knowledge.sync_report import Line, Outcome, Report
from knowledge.tables import DocumentRow, PassageRow, SectionRow
from knowledge.workshop import Workshop
from tests.doubles import HashEmbedder
from tests.knowledge.people import DIESDORF, WESTRING, add_schools

NOW = datetime(2026, 11, 23, tzinfo=UTC)
SIGNED_IN = Audience(signed_in=True)
HEADS = Audience(signed_in=True, roles=frozenset({Role.HEAD}))
TEAM = Audience(signed_in=True, roles=frozenset({Role.TEAM}))


@dataclass(frozen=True)
class CountingEmbedder(HashEmbedder):
    """Remembers how many texts it was given."""

    embedded: list[int] = field(default_factory=list)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.embedded.append(len(texts))
        return super().embed_passages(texts)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "manuals"
    put(folder, "wlan.txt", "Das WLAN heißt Schule.")
    put(folder, "intern/kasse.txt", "Die Kasse steht im Schrank.")
    put(folder, "intern/tief/tresor.txt", "Der Tresor hat ein Schloss.")
    return folder


@pytest.fixture
def workshop(any_database: Database, tmp_path: Path) -> Workshop:
    return Workshop(any_database, CountingEmbedder(), tmp_path / "home", readers=1)


def put(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def audiences(workshop: Workshop, source: str = "own") -> dict[str, Audience]:
    """By document; what is missing is not in the library."""
    with workshop.database.read() as db:
        rows = db.execute(select(DocumentRow.name, DocumentRow.audience).where(DocumentRow.source == source))
        return {name: load_audience(audience) for name, audience in rows}


def outcomes(report: Report) -> dict[str, Outcome]:
    return {line.document: line.outcome for line in report.lines}


def why(report: Report) -> dict[str, str]:
    return {line.document: line.why for line in report.lines if line.outcome is Outcome.FAILED}


def published(workshop: Workshop) -> int:
    with workshop.database.read() as db:
        return version(db)


def embedded(workshop: Workshop) -> int:
    assert isinstance(workshop.embedder, CountingEmbedder)
    return sum(workshop.embedder.embedded)


def test_an_access_file_holds_for_its_folder_and_all_below(workshop: Workshop, folder: Path) -> None:
    put(folder, "intern/zugriff.yml", "rollen: [Schulleitung]")
    report = sync(workshop, folder)
    assert audiences(workshop) == {
        "wlan.txt": OPEN,
        "intern/kasse.txt": HEADS,
        "intern/tief/tresor.txt": HEADS,
    }
    assert set(outcomes(report)) == set(audiences(workshop)), "the access file has a line of its own"


def test_the_nearest_access_file_speaks_alone(workshop: Workshop, folder: Path) -> None:
    put(folder, "zugriff.yml", "angemeldet: true")
    put(folder, "intern/zugriff.yml", "rollen: [Schulleitung]")
    put(folder, "intern/tief/zugriff.yml", "rollen: [Team]")
    put(folder, "intern/offen/zugriff.yml", "angemeldet: false")
    put(folder, "intern/offen/plan.txt", "Der Plan hängt im Flur.")
    sync(workshop, folder)
    assert audiences(workshop) == {
        "wlan.txt": SIGNED_IN,
        "intern/kasse.txt": HEADS,
        "intern/tief/tresor.txt": TEAM,
        "intern/offen/plan.txt": OPEN,
    }


def test_schools_are_kept_by_their_numbers(workshop: Workshop, folder: Path) -> None:
    with workshop.database.write.begin() as db:
        westring, _ = add_schools(db, WESTRING, DIESDORF)
    put(folder, "intern/zugriff.yml", "schulen: [gs am  WESTRING]")
    sync(workshop, folder)
    assert audiences(workshop)["intern/kasse.txt"] == Audience(True, schools=frozenset({westring}))


def test_a_changed_access_file_changes_who_may_read_without_embedding_again(
    workshop: Workshop, folder: Path
) -> None:
    sync(workshop, folder)
    before, texts = published(workshop), embedded(workshop)
    assert texts
    put(folder, "intern/zugriff.yml", "rollen: [Schulleitung]")
    report = sync(workshop, folder)
    assert outcomes(report) == {
        "wlan.txt": Outcome.UNCHANGED,
        "intern/kasse.txt": Outcome.CHANGED,
        "intern/tief/tresor.txt": Outcome.CHANGED,
    }
    assert audiences(workshop)["intern/kasse.txt"] == HEADS
    assert published(workshop) > before
    assert embedded(workshop) == texts


def test_without_its_access_file_a_folder_is_open_again(workshop: Workshop, folder: Path) -> None:
    put(folder, "intern/zugriff.yml", "rollen: [Schulleitung]")
    sync(workshop, folder)
    texts = embedded(workshop)
    (folder / "intern/zugriff.yml").unlink()
    sync(workshop, folder)
    assert set(audiences(workshop).values()) == {OPEN}
    assert embedded(workshop) == texts


def test_an_unchanged_access_file_changes_nothing(workshop: Workshop, folder: Path) -> None:
    put(folder, "intern/zugriff.yml", "rollen: [Team, Schulleitung]")
    sync(workshop, folder)
    before = published(workshop)
    put(folder, "intern/zugriff.yml", "# nur anders geschrieben\nrollen: [head, team]")
    assert set(outcomes(sync(workshop, folder)).values()) == {Outcome.UNCHANGED}
    assert published(workshop) == before


def test_a_document_that_cannot_be_read_any_more_is_limited_with_its_folder(
    workshop: Workshop, folder: Path
) -> None:
    """The earlier version stays, but never for more people than the folder says."""
    sync(workshop, folder)
    put(folder, "intern/zugriff.yml", "rollen: [Schulleitung]")
    (folder / "intern/kasse.txt").write_bytes(b"")
    assert outcomes(sync(workshop, folder))["intern/kasse.txt"] is Outcome.FAILED
    assert audiences(workshop)["intern/kasse.txt"] == HEADS


def test_who_may_read_is_published_before_anything_is_read(workshop: Workshop, folder: Path) -> None:
    """Reading can take hours; a limit must not wait for it."""
    sync(workshop, folder)
    before = published(workshop)
    put(folder, "intern/zugriff.yml", "rollen: [Schulleitung]")
    put(folder, "neu.txt", "Ein neues Dokument.")
    told: list[tuple[int, Audience]] = []

    def tell(*_: object) -> None:
        told.append((published(workshop), audiences(workshop)["intern/kasse.txt"]))

    sync(workshop, folder, tell=tell)
    assert told[0][0] > before
    assert told[0][1] == HEADS


BROKEN = ["rollen: [Hausmeister]", "schulen: [GS Anderswo]", "rolle: [Team]", "rollen: [Team", "", "nichts"]


@pytest.mark.parametrize("text", BROKEN)
def test_a_folder_whose_access_file_is_not_understood_is_closed(
    database: Database, tmp_path: Path, folder: Path, text: str
) -> None:
    workshop = Workshop(database, CountingEmbedder(), tmp_path / "home", readers=1)
    sync(workshop, folder)
    before = published(workshop)
    put(folder, "intern/zugriff.yml", text)
    for _ in range(2):  # the second run has never known the documents
        report = sync(workshop, folder)
        reasons = why(report)
        assert set(reasons) == {"intern/kasse.txt", "intern/tief/tresor.txt"}
        assert all(reason.startswith("access file intern/zugriff.yml: ") for reason in reasons.values())
        assert len(report.lines) == 3
        assert set(audiences(workshop)) == {"wlan.txt"}
        assert published(workshop) > before


def test_a_nearer_access_file_saves_its_folder_from_a_broken_one_above(
    workshop: Workshop, folder: Path
) -> None:
    put(folder, "intern/zugriff.yml", "kaputt")
    put(folder, "intern/tief/zugriff.yml", "rollen: [Team]")
    sync(workshop, folder)
    assert audiences(workshop) == {"wlan.txt": OPEN, "intern/tief/tresor.txt": TEAM}


def test_a_broken_access_file_at_the_top_closes_the_library(workshop: Workshop, folder: Path) -> None:
    """Although a folder without documents would otherwise leave the library as it is."""
    sync(workshop, folder)
    put(folder, "zugriff.yml", "kaputt")
    report = sync(workshop, folder)
    assert set(outcomes(report).values()) == {Outcome.FAILED}
    assert audiences(workshop) == {}


def test_a_document_whose_file_has_gone_leaves_a_closed_folder_too(workshop: Workshop, folder: Path) -> None:
    """Also where nothing could be read, when vanished documents otherwise stay."""
    sync(workshop, folder)
    put(folder, "zugriff.yml", "kaputt")
    (folder / "intern/kasse.txt").unlink()
    assert outcomes(sync(workshop, folder))["intern/kasse.txt"] is Outcome.REMOVED
    assert audiences(workshop) == {}


def test_a_closed_folder_comes_back_when_its_access_file_is_mended(workshop: Workshop, folder: Path) -> None:
    put(folder, "intern/zugriff.yml", "kaputt")
    sync(workshop, folder)
    put(folder, "intern/zugriff.yml", "rollen: [Schulleitung]")
    sync(workshop, folder)
    assert audiences(workshop)["intern/kasse.txt"] == HEADS


@pytest.mark.parametrize("name", ["Zugriff.yml", "ZUGRIFF.YML", "zugriff.yaml"])
def test_other_spellings_of_the_name_count(workshop: Workshop, folder: Path, name: str) -> None:
    put(folder, f"intern/{name}", "rollen: [Schulleitung]")
    sync(workshop, folder)
    assert audiences(workshop)["intern/kasse.txt"] == HEADS


def test_a_hidden_ending_closes_and_is_no_document(workshop: Workshop, folder: Path) -> None:
    put(folder, "intern/zugriff.yml.txt", "rollen: [Schulleitung]")
    report = sync(workshop, folder)
    assert "it is to be called zugriff.yml" in why(report)["intern/kasse.txt"]
    assert set(outcomes(report)) == {"wlan.txt", "intern/kasse.txt", "intern/tief/tresor.txt"}
    assert set(audiences(workshop)) == {"wlan.txt"}


def test_two_access_files_in_one_folder_close_it(workshop: Workshop, folder: Path) -> None:
    put(folder, "intern/zugriff.yml", "rollen: [Schulleitung]")
    put(folder, "intern/zugriff.yaml", "rollen: [Lehrkraft]")
    assert "two access files in intern" in why(sync(workshop, folder))["intern/kasse.txt"]
    assert set(audiences(workshop)) == {"wlan.txt"}


def test_an_access_file_may_be_a_link_within_the_folder_only(
    workshop: Workshop, folder: Path, tmp_path: Path
) -> None:
    put(folder, "vorlagen/leitung.yml", "rollen: [Schulleitung]")
    put(tmp_path, "anderswo.yml", "angemeldet: true")
    (folder / "intern/zugriff.yml").symlink_to("../vorlagen/leitung.yml")
    (folder / "intern/tief/zugriff.yml").symlink_to(tmp_path / "anderswo.yml")
    report = sync(workshop, folder)
    assert "a link that leads out" in why(report)["intern/tief/tresor.txt"]
    assert audiences(workshop) == {"wlan.txt": OPEN, "intern/kasse.txt": HEADS}


def test_a_link_does_not_carry_a_document_past_its_access_file(workshop: Workshop, folder: Path) -> None:
    (folder / "auch.txt").symlink_to("intern/kasse.txt")
    sync(workshop, folder)
    assert audiences(workshop)["auch.txt"] == OPEN
    put(folder, "intern/zugriff.yml", "rollen: [Schulleitung]")
    assert "another access file" in why(sync(workshop, folder))["auch.txt"]
    assert audiences(workshop) == {
        "wlan.txt": OPEN,
        "intern/kasse.txt": HEADS,
        "intern/tief/tresor.txt": HEADS,
    }


def test_subtitles_do_not_come_past_their_access_file_either(workshop: Workshop, folder: Path) -> None:
    put(folder, "intern/zugriff.yml", "rollen: [Schulleitung]")
    put(folder, "intern/film.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nDas Geheimnis ist groß.\n")
    (folder / "film.vtt").symlink_to("intern/film.vtt")
    put(folder, "film.mp4", "kein Film")
    assert "another access file" in why(sync(workshop, folder))["film.vtt"]


def close(folder: Path) -> None:
    """A link to a folder is not followed: what was below stays, and nobody sees what it says."""
    for file in sorted(folder.rglob("*"), reverse=True):
        if file.is_dir():
            file.rmdir()
        else:
            file.unlink()
    folder.rmdir()
    folder.symlink_to("/")


def test_a_folder_that_cannot_be_opened_keeps_its_documents_for_the_same_readers(
    workshop: Workshop, folder: Path
) -> None:
    put(folder, "intern/zugriff.yml", "rollen: [Schulleitung]")
    sync(workshop, folder)
    before = audiences(workshop)
    close(folder / "intern")
    sync(workshop, folder)
    assert audiences(workshop) == before


def test_a_folder_that_cannot_be_opened_is_closed_when_the_one_above_becomes_limited(
    workshop: Workshop, folder: Path
) -> None:
    sync(workshop, folder)
    close(folder / "intern" / "tief")
    put(folder, "intern/zugriff.yml", "rollen: [Schulleitung]")
    assert "nobody can say" in why(sync(workshop, folder))["intern/tief/tresor.txt"]
    assert audiences(workshop) == {"wlan.txt": OPEN, "intern/kasse.txt": HEADS}


def test_an_audience_that_nobody_can_read_back_is_written_anew(workshop: Workshop, folder: Path) -> None:
    sync(workshop, folder)
    with workshop.database.write.begin() as db:
        db.execute(update(DocumentRow).values(audience={"roles": "?"}))
    assert set(audiences(workshop).values()) == {NOBODY}
    sync(workshop, folder)
    assert set(audiences(workshop).values()) == {OPEN}


def test_folders_beside_each_other_do_not_limit_each_other(
    workshop: Workshop, folder: Path, tmp_path: Path
) -> None:
    put(tmp_path / "other", "intern/kasse.txt", "Die andere Kasse.")
    sync(workshop, tmp_path / "other", "other")
    sync(workshop, folder)
    for text in ("rollen: [Schulleitung]", "kaputt"):
        put(folder, "intern/zugriff.yml", text)
        sync(workshop, folder)
        assert audiences(workshop, "other") == {"intern/kasse.txt": OPEN}


def test_lines_are_counted_as_they_are_told(workshop: Workshop, folder: Path) -> None:
    sync(workshop, folder)
    put(folder, "intern/zugriff.yml", "rollen: [Schulleitung]")
    put(folder, "intern/tief/zugriff.yml", "kaputt")
    told: list[tuple[Line, int, int]] = []
    sync(workshop, folder, tell=lambda *said: told.append(said))
    assert [(done, total) for _, done, total in told] == [(1, 3), (2, 3), (3, 3)]


def test_an_include_does_not_carry_text_past_its_access_file(workshop: Workshop, folder: Path) -> None:
    put(folder, "heft.rst", "Heft\n====\n\nGanz offen.\n\n.. include:: intern/kasse.txt\n")
    sync(workshop, folder)
    assert "Schrank" in text_of(workshop, "heft.rst")
    put(folder, "intern/zugriff.yml", "rollen: [Schulleitung]")
    sync(workshop, folder)
    assert text_of(workshop, "heft.rst") == "Ganz offen."
    put(folder, "zugriff.yml", "angemeldet: true")
    (folder / "intern/zugriff.yml").unlink()
    sync(workshop, folder)
    assert "Schrank" in text_of(workshop, "heft.rst")


def text_of(workshop: Workshop, name: str) -> str:
    with workshop.database.read() as db:
        rows = select(PassageRow.text).join(SectionRow).join(DocumentRow).where(DocumentRow.name == name)
        return "\n".join(db.scalars(rows))


def test_a_school_may_be_called_by_its_short_name_where_it_is_clear(workshop: Workshop, folder: Path) -> None:
    with workshop.database.write.begin() as db:
        for name, short in (("GS Am Westring", "West"), ("GS Nord", "Nord"), ("GS Nordwest", "Nord")):
            add_school(db, SchoolFacts(name, None, short), OPERATOR, NOW)
        west = find_school(db, "West")
    assert west is not None
    put(folder, "intern/zugriff.yml", "schulen: [west]")
    sync(workshop, folder)
    assert audiences(workshop)["intern/kasse.txt"] == Audience(signed_in=True, schools=frozenset({west.id}))
    put(folder, "intern/zugriff.yml", "schulen: [Nord]")
    assert "Nord" in why(sync(workshop, folder))["intern/kasse.txt"]
    assert set(audiences(workshop)) == {"wlan.txt"}
