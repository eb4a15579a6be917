"""The embedding model: passages and questions to vectors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.settings import Settings
from knowledge.embedding.loading import find_model, load_model

if TYPE_CHECKING:
    import torch
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer

_BATCH_TOKENS = 1024  # measured: benchmarks/embedding.md


@dataclass(frozen=True, slots=True)
class Embedder:
    """A SentenceTransformer model behind `Embeds`. Several threads may share it."""

    model_id: str
    dimensions: int
    max_tokens: int
    _model: SentenceTransformer
    _tokenizer: Tokenizer
    _lock: Lock = field(default_factory=Lock, repr=False, compare=False)

    @classmethod
    def load(cls, settings: Settings, threads: int | None = None) -> Embedder:
        """The model that LOTSE_EMBEDDER names; else the built-in one, made in the home folder on first use.

        `threads` overrules the settings. Reaches the network only for a hub name that is not in the cache.
        Raises ModelMissing.
        """
        found = find_model(settings)
        model = load_model(found, settings.embed_threads if threads is None else threads)
        dimensions, longest = model.get_embedding_dimension(), model.max_seq_length
        if dimensions is None or longest is None:
            raise found.refused("it does not tell its dimensions or its longest text")
        return cls(found.identity(model), dimensions, longest, model, _counting_tokenizer(model))

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._embed(texts, self._model.encode_document)

    def embed_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._embed(texts, self._model.encode_query)

    def _embed(self, texts: Sequence[str], encode: Callable[..., Any]) -> NDArray[np.float32]:
        texts = _encodable(texts)
        vectors = np.empty((len(texts), self.dimensions), np.float32)
        for batch in _batches([min(count, self.max_tokens) for count in self.count_tokens(texts)]):
            with self._lock:  # for each batch: a question waits for one, not for all
                tensor = encode([texts[i] for i in batch], batch_size=len(batch), convert_to_tensor=True)
            vectors[batch] = _unit_length(tensor)
        return vectors

    def embed_question(self, text: str) -> NDArray[np.float32]:
        with self._lock:
            tensor = self._model.encode_query(_encodable([text]), convert_to_tensor=True)
        vector: NDArray[np.float32] = _unit_length(tensor)[0]
        return vector

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        prompt = self._model.prompts.get("document") or ""
        encodings = self._tokenizer.encode_batch_fast([prompt + text for text in _encodable(texts)])
        return [len(encoding) for encoding in encodings]


def _encodable(texts: Sequence[str]) -> list[str]:
    """Half a surrogate pair, as JSON can bring it, makes the tokenizer give up."""
    return [text.encode("utf-8", "replace").decode("utf-8") for text in texts]


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Positions of texts of like length, so that little is spent on padding, within a budget of tokens."""
    batch: list[int] = []
    for position in sorted(range(len(lengths)), key=lengths.__getitem__, reverse=True):
        if batch and lengths[batch[0]] * (len(batch) + 1) > _BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(position)
    if batch:
        yield batch


def _unit_length(tensor: torch.Tensor) -> NDArray[np.float32]:
    """bf16 leaves lengths up to 0.3 % off, hence once more in full precision."""
    vectors: NDArray[np.float32] = tensor.float().numpy()
    lengths: NDArray[np.float32] = np.sqrt((vectors * vectors).sum(axis=1, keepdims=True))
    vectors /= np.maximum(lengths, np.finfo(np.float32).tiny)
    return vectors


def _counting_tokenizer(model: SentenceTransformer) -> Tokenizer:
    """A copy that does not cut: switching cutting on and off in the model's own is not safe for threads."""
    from tokenizers import Tokenizer

    own = model.tokenizer.backend_tokenizer
    tokenizer = Tokenizer.from_str(own.to_str())
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.encode_special_tokens = own.encode_special_tokens
    return tokenizer
