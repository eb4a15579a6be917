"""A small town with deliveries, on each database."""

from __future__ import annotations

import pytest

from core.database import Database
from tests.deliveries.notices.town import Town


@pytest.fixture
def town(database: Database) -> Town:
    return Town(database)


@pytest.fixture
def anywhere(any_database: Database) -> Town:
    """On SQLite and on PostgreSQL."""
    return Town(any_database)
