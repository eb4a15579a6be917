from __future__ import annotations

import stat
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

import core.audit
import core.mail.tables
import core.people.tables  # noqa: F401
import deliveries.tables  # noqa: F401
import knowledge.label_tables  # noqa: F401
import retriever.feedback  # noqa: F401
import trainings.seats.tables
import trainings.wishes.tables  # noqa: F401
from core.database import Base, Database, open_database
from core.migration import migrate
from knowledge.tables import SectionRow


def test_migrations_make_exactly_the_tables_that_the_code_speaks_of(any_database: Database) -> None:
    with any_database.engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    assert found == []


def test_migrating_twice_changes_nothing(any_database: Database) -> None:
    migrate(any_database)
    with any_database.read() as db:
        assert db.scalar(text("select count(*) from library")) == 1


def test_a_failed_write_leaves_nothing_behind(any_database: Database) -> None:
    with suppress(Exception), any_database.write.begin() as db:
        db.execute(text("update library set changes = 7"))
        db.execute(text("there is no such statement"))
    with any_database.read() as db:
        assert db.scalar(text("select changes from library")) == 0


def test_sections_of_no_document_are_refused(any_database: Database) -> None:
    orphan = SectionRow(document_id=99, number=0, heading_path=[], blocks=[])
    with pytest.raises(IntegrityError), any_database.write.begin() as db:
        db.add(orphan)


def test_a_reading_session_sees_one_state_however_long_it_takes(any_database: Database) -> None:
    with any_database.read() as reader:
        before = reader.scalar(text("select changes from library"))
        with any_database.write.begin() as db:
            db.execute(text("update library set changes = changes + 1"))
        assert reader.scalar(text("select changes from library")) == before


def count_up(database: Database, sessions: object, rounds: int, pause: float = 0) -> None:
    for _ in range(rounds):
        with sessions.begin() as db:  # type: ignore[attr-defined]
            changes = db.scalar(text("select changes from library"))
            time.sleep(pause)
            db.execute(text("update library set changes = :n"), {"n": changes + 1})


def test_writers_in_threads_lose_no_update(database: Database) -> None:
    threads = [threading.Thread(target=count_up, args=(database, database.write, 20)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as db:
        assert db.scalar(text("select changes from library")) == 120


def test_without_the_write_lock_the_same_writers_get_in_each_others_way(database: Database) -> None:
    """Shows that the test above can fail: a session that looks first and locks later is refused or loses."""
    refused: list[BaseException] = []

    def count() -> None:
        try:
            count_up(database, database.read, 20, pause=0.001)
        except OperationalError as error:
            refused.append(error)

    threads = [threading.Thread(target=count) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as db:
        assert refused or db.scalar(text("select changes from library")) < 120


def test_nobody_else_on_the_machine_reads_the_database(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path}/home/lotse.sqlite")
    with database.write.begin() as db:
        db.execute(text("create table notes (id integer)"))
        files = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "home").iterdir()}
    database.close()
    assert set(files) == {"lotse.sqlite", "lotse.sqlite-wal", "lotse.sqlite-shm"}
    assert set(files.values()) == {0o600}
