"""Stand-ins for what is too slow for most tests."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class HashEmbedder:
    """Counts three-letter sequences into a vector: texts with the same words are near, no meaning known."""

    model_id: str = "hash"
    dimensions: int = 128
    max_tokens: int = 512

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self.dimensions), np.float32)
        for row, text in zip(vectors, texts, strict=True):
            folded = f"  {text.lower()}  "
            for start in range(len(folded) - 2):
                digest = hashlib.blake2b(folded[start : start + 3].encode("utf-8", "replace"), digest_size=4)
                row[int.from_bytes(digest.digest()) % self.dimensions] += 1
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        return vectors

    def embed_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self.embed_passages(texts)

    def embed_question(self, text: str) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self.embed_passages([text])[0]
        return vector

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) for text in texts]
