"""A city with two schools, for the tests of deliveries."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.database import Database, open_database
from core.migration import migrate
from tests.deliveries.importing.lists import City


@pytest.fixture
def city(database: Database) -> City:
    return two_schools(City(database))


@pytest.fixture
def city_anywhere(any_database: Database) -> City:
    """On SQLite and on PostgreSQL."""
    return two_schools(City(any_database))


@pytest.fixture
def postgresql_city(postgresql_address: str) -> Iterator[City]:
    database = open_database(postgresql_address)
    migrate(database)
    yield two_schools(City(database))
    database.close()


def two_schools(city: City) -> City:
    city.school("GS Diesdorf")
    city.school("GS Salbke")
    return city
