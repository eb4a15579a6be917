"""docs/security.md names tests for what it claims; each of them is there."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).resolve().parent
RECORD = (TESTS.parent / "docs" / "security.md").read_text("utf-8")
NAMED = re.findall(r"`([\w/]+\.py)::(\w+)`", RECORD)


def test_every_test_that_is_named_is_there() -> None:
    sources = {file: (TESTS / file).read_text("utf-8") for file, _ in NAMED}
    assert [name for file, name in NAMED if f"def {name}(" not in sources[file]] == []
    assert len(NAMED) > 40
