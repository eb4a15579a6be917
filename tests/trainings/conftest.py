"""A small town for trainings, on each database."""

from __future__ import annotations

import pytest

from core.database import Database
from tests.trainings.made import Made


@pytest.fixture
def made(database: Database) -> Made:
    return Made(database)


@pytest.fixture
def anywhere(any_database: Database) -> Made:
    """On SQLite and on PostgreSQL."""
    return Made(any_database)
