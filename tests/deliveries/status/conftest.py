from __future__ import annotations

import pytest

from core.database import Database
from tests.deliveries.status.made import Deliveries


@pytest.fixture
def made(database: Database) -> Deliveries:
    return Deliveries(database)


@pytest.fixture
def anywhere(any_database: Database) -> Deliveries:
    """On SQLite and on PostgreSQL."""
    return Deliveries(any_database)
