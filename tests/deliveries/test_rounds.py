"""What the running portal does by itself for deliveries: the watched folder, and mails that are due."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

import bootstrap
import deliveries.rounds
import ui.start
from bootstrap import open_entrance
from core.database import Database
from core.house import House
from core.people.entrance import Entrance
from core.settings import Settings
from deliveries.folder import FolderDone
from deliveries.rounds import make_rounds, make_rounds_regularly
from deliveries.tables import ImportRow
from tests.trainings.made import HOUSE

SECRET = "GS Am Westring"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "eingang"
    folder.mkdir()
    (folder / "liste.csv").write_text("Wer;Was\nKreide;Tafel\n", "utf-8")
    return folder


def test_the_folder_is_taken_and_holds_up_no_mails(
    database: Database, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    later = datetime.now(UTC) + timedelta(minutes=2)
    mails = make_rounds(database, None, later, HOUSE).mails
    assert make_rounds(database, None, later, HOUSE).folder is None
    assert make_rounds(database, folder, later, HOUSE).folder == FolderDone(refused=1)
    gone = make_rounds(database, folder / "gone", later, HOUSE)
    assert (gone.folder, gone.mails) == (None, mails)
    assert "FileNotFoundError" in caplog.text
    assert "gone" not in caplog.text


def test_the_rounds_go_on_whatever_happens(
    database: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stop, calls = threading.Event(), list[House]()

    def fails(_database: Database, _folder: Path | None, _now: datetime, house: House) -> None:
        calls.append(house)
        if len(calls) == 2:
            stop.set()
        raise RuntimeError(SECRET)

    monkeypatch.setattr(deliveries.rounds, "make_rounds", fails)
    make_rounds_regularly(database, None, HOUSE, lambda: datetime.now(UTC), stop, seconds=0.001)
    assert calls == [HOUSE, HOUSE]
    assert "RuntimeError" in caplog.text
    assert SECRET not in caplog.text


def test_the_portal_looks_after_the_folder_of_the_settings(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = threading.Event()

    def once(
        database: Database, watched: Path | None, house: House, clock: Callable[[], datetime], _stop: object
    ) -> None:
        make_rounds(database, watched, clock() + timedelta(minutes=2), house)
        taken.set()

    monkeypatch.setattr(bootstrap, "make_delivery_rounds_regularly", once)
    door = open_entrance(Settings(home=tmp_path / "home", deliveries_folder=folder))
    bootstrap.look_after_deliveries(door)
    assert taken.wait(30)
    with door.database.read() as db:
        assert [row.way for row in db.scalars(select(ImportRow))] == ["folder"]
    door.database.close()


def test_it_begins_with_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[object] = []
    door: list[Entrance] = []
    monkeypatch.setattr(ui.start, "entrance", lambda: door)
    monkeypatch.setattr(ui.start, "portal", lambda: None)
    monkeypatch.setattr(bootstrap, "look_after_trainings", lambda _door: None)
    monkeypatch.setattr(bootstrap, "look_after_deliveries", begun.append)
    ui.start._load()
    assert begun == [door]
