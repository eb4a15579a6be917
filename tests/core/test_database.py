from __future__ import annotations

import threading

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

import knowledge.tables
import retriever.feedback  # noqa: F401  (its table belongs to the metadata)
from core.database import Base, Database
from core.migration import migrate


def test_migrations_make_exactly_the_tables_that_the_code_speaks_of(database: Database) -> None:
    with database.engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    assert found == []


def test_migrating_twice_changes_nothing(database: Database) -> None:
    migrate(database)
    with database.read() as db:
        assert db.scalar(text("select count(*) from library")) == 1


def test_a_failed_write_leaves_nothing_behind(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.write.begin() as db:
        db.execute(text("update library set changes = 7"))
        raise ZeroDivisionError
    with database.read() as db:
        assert db.scalar(text("select changes from library")) == 0


def test_sections_of_no_document_are_refused(database: Database) -> None:
    row = {"d": 99}
    with pytest.raises(IntegrityError), database.write.begin() as db:
        db.execute(
            text("insert into sections (document_id, number, heading_path, blocks) values (:d, 0, '[]', '[]')"),
            row,
        )


def count_up(database: Database, sessions: object, rounds: int) -> None:
    for _ in range(rounds):
        with sessions.begin() as db:  # type: ignore[attr-defined]
            changes = db.scalar(text("select changes from library"))
            db.execute(text("update library set changes = :n"), {"n": changes + 1})


def test_writers_in_threads_lose_no_update(database: Database) -> None:
    threads = [threading.Thread(target=count_up, args=(database, database.write, 20)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as db:
        assert db.scalar(text("select changes from library")) == 120
