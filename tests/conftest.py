"""Fixtures for all tests: a database on disk, freshly migrated, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.database import Database, open_database
from core.migration import migrate


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """SQLite in a file, as the portal uses it."""
    opened = open_database(f"sqlite:///{tmp_path / 'lotse.sqlite'}")
    migrate(opened)
    yield opened
    opened.close()
