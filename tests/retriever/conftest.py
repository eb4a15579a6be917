"""Small libraries with the cheap embedder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.database import Database, open_database
from core.migration import migrate
from knowledge.sync import sync
from knowledge.workshop import Workshop
from retriever.assistant import Assistant
from tests.doubles import HashEmbedder

Library = Callable[[dict[str, str]], Assistant]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Makes an assistant over texts by file name."""
    opened: list[Database] = []

    def made(texts: dict[str, str]) -> Assistant:
        folder = tmp_path / f"manuals-{len(opened)}"
        for name, text in texts.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        database = open_database(f"sqlite:///{tmp_path / str(len(opened))}.sqlite")
        opened.append(database)
        migrate(database)
        sync(Workshop(database, HashEmbedder(), tmp_path / "home", readers=1), folder)
        return Assistant(database, HashEmbedder(), threshold=0.0, interface="de")

    yield made
    for database in opened:
        database.close()
