"""One town for all tests of a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.training_flows.town import Town


@pytest.fixture(scope="module")
def town(chromium: Browser, portal_address: str, prepared_home: Path) -> Iterator[Town]:
    """The demonstration as it is started, with a window for each person."""
    town = Town(chromium, portal_address, prepared_home)
    yield town
    town.close()
