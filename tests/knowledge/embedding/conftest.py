from __future__ import annotations

from pathlib import Path

import pytest

from core.settings import Settings
from knowledge.embedding.embedder import Embedder


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def embedder(home: Path) -> Embedder:
    """The built-in model, made from the wheel once for all tests."""
    return Embedder.load(Settings(home=home))
