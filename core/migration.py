"""Brings the database to the newest form of the tables."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config

from core.database import WRITES, Database

SCRIPTS = Path(__file__).parent / "migrations"


def migrate(database: Database, revision: str = "head") -> None:
    """Runs the migrations that are still missing, in one transaction; does nothing when there are none."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with database.engine.execution_options(**{WRITES: True}).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
