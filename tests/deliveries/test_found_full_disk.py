"""A folder on a full disk: the list is moved, its report cannot be written."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest

import deliveries.folder
from core.database import Database
from deliveries.folder import FolderDone
from tests.deliveries.test_folder import NOTHING, files, folder, imports, lay, look

__all__ = ["folder"]


def test_a_list_without_room_for_its_report_is_not_taken_each_minute(
    database: Database,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    lay(folder)

    def opened(path: Any, *mode: Any, **more: Any) -> Any:
        if "x" in mode:
            raise OSError(28, "No space left on device")
        return builtins.open(path, *mode, **more)

    monkeypatch.setattr(deliveries.folder, "open", opened, raising=False)
    assert look(database, folder) == FolderDone(taken=1)
    assert look(database, folder) == NOTHING
    assert len(imports(database)) == 1
    assert files(folder) == ["erledigt/liste.csv"]
    assert "report" in caplog.text
