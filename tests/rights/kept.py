"""All that the database keeps, to see whether anything is different."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, inspect, text
from sqlalchemy.orm import Session

from core.database import Database

Kept = Mapping[str, list[tuple[object, ...]]]


def dump(kept_in: Database | Session) -> Kept:
    """Every row of every table; of a session also what it has written and not committed yet."""
    if isinstance(kept_in, Session):
        return _rows(kept_in.connection())
    with kept_in.engine.connect() as connection:
        return _rows(connection)


def _rows(connection: Connection) -> Kept:
    return {
        table: sorted(map(tuple, connection.execute(text(f"select * from {table}"))), key=repr)
        for table in inspect(connection).get_table_names()
    }
