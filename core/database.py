"""The database: an engine, and one kind of session for reading and one for writing.

A writing session on SQLite begins with BEGIN IMMEDIATE: it holds the write lock before it looks, so that what
it checks is still true when it writes. On PostgreSQL use cases lock the rows they check with
`with_for_update()`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection
from typing import Any

from sqlalchemy import (
    Connection,
    DateTime,
    Dialect,
    Engine,
    MetaData,
    TypeDecorator,
    create_engine,
    event,
    make_url,
)
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker

WRITES = "lotse_writes"
LARGEST = 2**31 - 1  # of the numbers that a database gives to rows


class Base(DeclarativeBase):
    """The parent of all tables; constraints have fixed names so that migrations can speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Moment(TypeDecorator[datetime]):
    """An aware time, kept in UTC; SQLite forgets the zone, so it is put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Database:
    """`with database.read() as db:` looks; `with database.write.begin() as db:` writes, all or nothing."""

    engine: Engine
    read: sessionmaker[Session]
    write: sessionmaker[Session]

    def close(self) -> None:
        self.engine.dispose()


def open_database(address: str) -> Database:
    """Opens (for SQLite: creates) the database; its tables are made by `core.migration.migrate`."""
    url = make_url(address)
    if url.get_backend_name() == "sqlite":
        _make_file(Path(url.database or ""))
    engine = create_engine(url, hide_parameters=True)  # logs must not tell of people
    if url.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    # A library is read in several statements, which must all see the same state.
    reading = {} if url.get_backend_name() == "sqlite" else {"isolation_level": "REPEATABLE READ"}
    return Database(
        engine=engine,
        read=sessionmaker(engine.execution_options(**reading), expire_on_commit=False),
        write=sessionmaker(engine.execution_options(**{WRITES: True}), expire_on_commit=False),
    )


def _make_file(file: Path) -> None:
    """Only for the portal's own user; the files that SQLite puts beside it are made alike."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(0o600)


def _prepare_sqlite(connection: SQLiteConnection, _record: Any) -> None:
    # The driver must not open transactions of its own: _begin_sqlite says which kind.
    connection.isolation_level = None
    for pragma in ("busy_timeout=30000", "journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
