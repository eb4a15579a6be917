"""What search and sync need of an embedding model; tests have a second, cheap one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Embeds(Protocol):
    """Turns texts into vectors whose scalar product says how near they are in meaning. Safe for threads.

    `model_id` is stored with each vector: vectors of two models must never be compared. Texts longer than
    `max_tokens` are cut, without a warning.
    """

    @property
    def model_id(self) -> str: ...

    @property
    def dimensions(self) -> int: ...

    @property
    def max_tokens(self) -> int: ...

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length 1 for each text, in the same order: shape (texts, dimensions)."""
        ...

    def embed_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As `embed_passages`, for questions."""
        ...

    def embed_question(self, text: str) -> NDArray[np.float32]:
        """A vector of length 1: shape (dimensions,)."""
        ...

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """How much of `max_tokens` each text takes as a passage, before any cut."""
        ...
