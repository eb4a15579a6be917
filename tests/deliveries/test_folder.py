"""The watched folder: what lies in it is taken once, put aside with a report, and nothing else is touched."""

from __future__ import annotations

import builtins
import json
import os
import tracemalloc
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from sqlalchemy import func, select

import deliveries.folder
from core.database import Database
from deliveries.folder import FolderDone, FolderNotUsable, FolderState, folder_state, take_folder
from deliveries.handing_in import hand_in
from deliveries.tables import ImportRow, LineChangeRow, OrderLineRow
from tests.trainings.made import HOUSE, Made

MINUTES = timedelta(minutes=2)
SCHOOL = "GS Am Westring"
HEADINGS = "Bestellnummer;Schule;Gerät;Menge;Status\n"
LIST = f"{HEADINGS}A-1;{SCHOOL};iPad;3;Beauftragt\n"
NO_LIST = "Wer;Was\nKreide;Tafel\n"
NOTHING = FolderDone(0, 0, 0)


@pytest.fixture
def folder(tmp_path: Path, database: Database) -> Path:
    Made(database).school(SCHOOL)
    folder = tmp_path / "eingang"
    folder.mkdir()
    return folder


def lay(folder: Path, text: str = LIST, name: str = "liste.csv") -> Path:
    file = folder / name
    file.write_text(text, "utf-8")
    return file


def look(database: Database, folder: Path, later: timedelta = MINUTES) -> FolderDone:
    """What the portal does so much later."""
    return take_folder(database, folder, datetime.now(UTC) + later, HOUSE)


def files(folder: Path) -> list[str]:
    """All that lies in the folder and below, without the lock."""
    found = (path for path in folder.rglob("*") if not path.is_dir() and path.name != ".lotse.lock")
    return sorted(path.relative_to(folder).as_posix() for path in found)


def stages(database: Database) -> dict[str, str]:
    with database.read() as db:
        return {row.order_number: row.stage for row in db.scalars(select(OrderLineRow))}


def imports(database: Database) -> list[tuple[str, str, bool, int | None]]:
    with database.read() as db:
        rows = db.scalars(select(ImportRow).order_by(ImportRow.id))
        return [(row.name, row.way, row.accepted, row.by_id) for row in rows]


def test_a_list_is_taken_once_and_put_aside_with_its_report(database: Database, folder: Path) -> None:
    lay(folder)
    assert look(database, folder) == FolderDone(taken=1)
    assert stages(database) == {"A-1": "commissioned"}
    assert files(folder) == ["erledigt/liste.csv", "erledigt/liste.csv.bericht.json"]
    report = json.loads((folder / "erledigt" / "liste.csv.bericht.json").read_text("utf-8"))
    assert (report["accepted"], report["created"], report["row_errors"]) == (True, 1, [])
    assert imports(database) == [("liste.csv", "folder", True, None)]
    assert look(database, folder) == NOTHING
    assert len(imports(database)) == 1


def test_a_list_that_is_still_being_written_waits(database: Database, folder: Path) -> None:
    file = lay(folder)
    os.utime(file, (0, 0))  # a copy keeps the time of the original
    assert look(database, folder, timedelta(seconds=50)) == NOTHING
    assert files(folder) == ["liste.csv"]
    assert look(database, folder, timedelta(seconds=61)) == FolderDone(taken=1)


def test_what_cannot_be_taken_is_put_with_the_refused(database: Database, folder: Path) -> None:
    lay(folder, NO_LIST)
    lay(folder, "", "leer.xlsx")
    assert look(database, folder) == FolderDone(refused=2)
    assert files(folder) == [
        f"abgelehnt/{name}{end}" for name in ("leer.xlsx", "liste.csv") for end in ("", ".bericht.json")
    ]
    report = json.loads((folder / "abgelehnt" / "liste.csv.bericht.json").read_text("utf-8"))
    assert report["accepted"] is False
    assert "Bestellnummer" in report["refusal"]
    assert stages(database) == {}
    assert {accepted for _, _, accepted, _ in imports(database)} == {False}


def test_a_list_that_is_too_large_is_not_read_to_its_end(database: Database, folder: Path) -> None:
    with lay(folder).open("r+b") as file:
        file.truncate(400 * 2**20)  # takes no room on the disk
    tracemalloc.start()
    assert look(database, folder) == FolderDone(refused=1)
    assert tracemalloc.get_traced_memory()[1] < 100 * 2**20
    tracemalloc.stop()


def test_rows_with_a_fault_are_told_of_and_the_others_taken(database: Database, folder: Path) -> None:
    lay(folder, LIST + f"A-2;{SCHOOL};iPad;drei;Beauftragt\nA-3;GS Nirgends;iPad;3;Beauftragt\n")
    assert look(database, folder) == FolderDone(taken=1)
    report = json.loads((folder / "erledigt" / "liste.csv.bericht.json").read_text("utf-8"))
    assert [(error["line"], error["column"], error["value"]) for error in report["row_errors"]] == [
        (3, "Menge", "drei"),
        (4, "Schule", "GS Nirgends"),
    ]
    assert stages(database) == {"A-1": "commissioned"}


def test_nothing_that_was_put_aside_is_overwritten(database: Database, folder: Path) -> None:
    done = folder / "erledigt"
    done.mkdir()
    (done / "liste.csv.bericht.json").write_text("mine", "utf-8")
    (done / "liste (2).csv").symlink_to(folder / "nowhere")
    for _ in range(2):
        lay(folder)
        assert look(database, folder) == FolderDone(taken=1)
    assert [name for name in files(folder) if name.endswith(").csv")] == [
        "erledigt/liste (2).csv",
        "erledigt/liste (3).csv",
        "erledigt/liste (4).csv",
    ]
    assert (done / "liste.csv.bericht.json").read_text("utf-8") == "mine"
    assert (done / "liste (2).csv").is_symlink()


def test_older_lists_are_taken_first(database: Database, folder: Path) -> None:
    for name, stage, written in (("a", "Montiert", 2_000), ("b", "Beauftragt", 1_000)):
        os.utime(lay(folder, f"{HEADINGS}A-1;{SCHOOL};iPad;3;{stage}\n", f"{name}.csv"), (written, written))
    assert look(database, folder) == FolderDone(taken=2)
    assert stages(database) == {"A-1": "mounted"}


@pytest.mark.parametrize(
    "name", [".liste.csv", "~$liste.csv", "liste.csv.part", "liste.TMP", "x.bericht.json"]
)
def test_what_is_no_list_yet_stays(database: Database, folder: Path, name: str) -> None:
    lay(folder, name=name)
    assert look(database, folder) == NOTHING
    assert files(folder) == [name]
    assert folder_state(folder) == FolderState(True)


def test_links_and_sub_folders_are_left_alone(database: Database, folder: Path, tmp_path: Path) -> None:
    (folder / "liste.csv").symlink_to(lay(tmp_path, name="elsewhere.csv"))
    (folder / "Ablage").mkdir()
    lay(folder / "Ablage")
    os.mkfifo(folder / "pipe.csv")
    assert look(database, folder) == NOTHING
    assert files(folder) == ["Ablage/liste.csv", "liste.csv", "pipe.csv"]


@pytest.mark.parametrize("name", ["in-arbeit", "erledigt", "abgelehnt"])
def test_nothing_is_put_where_a_link_leads(
    database: Database, folder: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "private").mkdir()
    (folder / name).symlink_to(tmp_path / "private")
    lay(folder)
    with pytest.raises(FolderNotUsable):
        look(database, folder)
    assert files(tmp_path / "private") == []
    assert stages(database) == {}


def test_a_list_that_cannot_be_opened_is_left(
    database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = lay(folder, name="offen.csv")
    lay(folder)

    def opened(path: Any, *mode: Any, **more: Any) -> Any:
        if Path(path) == locked:
            raise PermissionError
        return builtins.open(path, *mode, **more)

    monkeypatch.setattr(deliveries.folder, "open", opened, raising=False)
    assert look(database, folder) == FolderDone(taken=1, left=1)
    assert "offen.csv" in files(folder)
    monkeypatch.undo()
    assert look(database, folder) == FolderDone(taken=1)


def test_a_list_that_cannot_be_moved_is_not_taken(
    database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(folder)

    def fails(*_paths: Any) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "rename", fails)
    assert look(database, folder) == FolderDone(left=1)
    assert stages(database) == {}
    assert imports(database) == []


def test_what_broke_off_is_taken_up_again_and_changes_nothing(
    database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(folder)

    def crashes(*_given: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(deliveries.folder, "_put_aside", crashes)
    with pytest.raises(KeyboardInterrupt):
        look(database, folder)
    monkeypatch.undo()
    changes = kept_changes(database)
    assert folder_state(folder).waiting == 1
    assert look(database, folder) == FolderDone(taken=1)
    assert kept_changes(database) == changes > 0
    assert files(folder) == ["erledigt/liste.csv", "erledigt/liste.csv.bericht.json"]


def test_one_list_that_breaks_holds_up_no_other_and_its_name_stays_out_of_the_log(
    database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    lay(folder, name=f"{SCHOOL}.csv")
    lay(folder)

    def breaks(database: Database, given: Any, *more: Any) -> Any:
        if given.name.startswith(SCHOOL):
            raise RuntimeError(SCHOOL)
        return hand_in(database, given, *more)

    monkeypatch.setattr(deliveries.folder, "hand_in", breaks)
    assert look(database, folder) == FolderDone(taken=1, left=1)
    assert "RuntimeError" in caplog.text
    assert SCHOOL not in caplog.text
    monkeypatch.undo()
    assert look(database, folder) == FolderDone(taken=1)


def test_two_processes_do_not_take_the_same(database: Database, folder: Path) -> None:
    lay(folder)
    with FileLock(folder / ".lotse.lock"):
        assert look(database, folder) == NOTHING
    assert look(database, folder) == FolderDone(taken=1)


@pytest.mark.parametrize(
    "name", ["ä" * 120 + ".csv", "x" * 250, os.fsdecode(b"Stand \xfc.csv"), "a\nb\x1b.csv"]
)
def test_odd_names_are_taken_too(database: Database, folder: Path, name: str) -> None:
    lay(folder, name=name)
    assert look(database, folder) == FolderDone(taken=1)
    assert len(files(folder)) == 2
    assert all(kept.isprintable() for kept, *_ in imports(database))


def test_a_folder_that_is_gone_is_told_and_not_made(database: Database, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        look(database, tmp_path / "gone")
    assert not (tmp_path / "gone").exists()
    assert folder_state(tmp_path / "gone") == FolderState(False)


def test_how_the_folder_stands_can_be_seen(database: Database, folder: Path) -> None:
    assert folder_state(folder) == FolderState(True)
    lay(folder, NO_LIST)
    lay(folder, name="gut.csv")
    assert folder_state(folder) == FolderState(True, waiting=2)
    look(database, folder)
    lay(folder)
    assert folder_state(folder) == FolderState(True, waiting=1, taken=1, refused=1)


def kept_changes(database: Database) -> int:
    with database.read() as db:
        return db.scalar(select(func.count()).select_from(LineChangeRow)) or 0
