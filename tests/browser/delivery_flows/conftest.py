"""One town for all tests of a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.delivery_flows.town import DeliveryTown


@pytest.fixture(scope="module")
def town(chromium: Browser, portal_address: str, prepared_home: Path) -> Iterator[DeliveryTown]:
    """The demonstration as it is started, with a window for each person."""
    town = DeliveryTown(chromium, portal_address, prepared_home)
    yield town
    town.close()
