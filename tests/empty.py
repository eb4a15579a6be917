"""Databases with all tables and no rows. Tables are made once for a test run and copied: making them takes a
tenth of a second, and most tests want a database of their own."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from core.database import open_database
from core.migration import migrate


def empty_sqlite(folder: Path) -> str:
    """The address of a new database in the folder."""
    file = folder / "lotse.sqlite"
    shutil.copy(_template(), file)
    return f"sqlite:///{file}"


@cache
def _template() -> Path:
    folder = tempfile.mkdtemp(prefix="lotse-empty-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = Path(folder) / "lotse.sqlite"
    opened = open_database(f"sqlite:///{file}")
    migrate(opened)
    opened.close()
    return file
