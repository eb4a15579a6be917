from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import delete

from core.database import Database
from knowledge.starting import prepare
from knowledge.tables import DocumentRow
from knowledge.workshop import Workshop
from tests.doubles import HashEmbedder


def test_the_starter_library_is_tried_again_until_all_of_it_was_read(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "gut.md").write_text("# Gut\n\nDas geht.\n", "utf-8")
    (library / "leer.txt").write_bytes(b"")
    monkeypatch.setattr("knowledge.starting.STARTER_LIBRARY", library)
    opened: list[Workshop] = []

    def open_workshop() -> Workshop:
        opened.append(Workshop(database, HashEmbedder(), tmp_path / "home", readers=1))
        return opened[-1]

    def start() -> int:
        prepare(database, tmp_path / "home", None, open_workshop, tell=lambda line: None)
        return len(opened)

    assert [start(), start()] == [1, 2]
    (library / "leer.txt").write_text("Jetzt steht hier etwas.", "utf-8")
    assert [start(), start()] == [3, 3]
    with database.write.begin() as db:
        db.execute(delete(DocumentRow))
    assert [start(), start()] == [4, 4], "the library is gone, whatever the stamp says"
