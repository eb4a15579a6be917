"""A page that fails says so in a friendly sentence; the details stand in the log under the same number."""

from __future__ import annotations

import logging
import re

import pytest
from streamlit.testing.v1 import AppTest

from ui.start import log_unexpected
from ui.texts import GERMAN


def failing_page() -> None:
    from ui.start import show_unexpected

    assert show_unexpected(OSError("secret path")), "True keeps Streamlit's own message away"


def test_a_failure_is_told_with_a_number_and_without_details(caplog: pytest.LogCaptureFixture) -> None:
    at = AppTest.from_function(failing_page).run()
    said = at.error[0].value
    number = re.search(r"\*\*(\w{6})\*\*", said)
    assert number is not None
    assert said == GERMAN.unexpected.format(number=number.group(1))
    assert f"error {number.group(1)}" in caplog.text
    assert "secret path" in caplog.text


def test_every_failure_has_its_own_number(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        assert len({log_unexpected(OSError()) for _ in range(20)}) == 20
