"""Reads the best places again, each together with the question, where the settings name a model for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.errors import ModelMissing
from knowledge.embedding.quiet import quiet_transformers
from retriever.retrieval import Retrieved

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

# How many places are read again; what stands behind them stays there.
RERANKED = 10
REMEDY = "give the folder of a CrossEncoder model that gives one score, or remove the setting"


class Reranks(Protocol):
    """Says how well texts answer a question: the more, the better. Safe for threads."""

    def scores(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """One for each text, in the same order; what is too long for the model is cut."""
        ...


class RerankerMissing(ModelMissing):
    """The reranker cannot be loaded; `str(error)` names the setting and the remedy."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(f"LOTSE_RERANKER={folder}: {why}; {REMEDY}.")


@dataclass(frozen=True, slots=True)
class Reranker:
    """A CrossEncoder behind `Reranks`."""

    _model: CrossEncoder
    _lock: Lock = field(default_factory=Lock, repr=False, compare=False)

    @classmethod
    def load(cls, folder: Path) -> Reranker:
        """Never reaches the network. Raises RerankerMissing."""
        if not folder.is_dir():
            raise RerankerMissing(folder, "there is no such folder")
        try:
            model = _loaded(folder)
            tried = cls(model).scores("?", ["!", "! !"])
        except Exception as error:  # whatever the libraries say of a broken folder
            why = (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")
            raise RerankerMissing(folder, f"it cannot be loaded ({why})") from error
        if not _has_own_head(model) or tried.shape != (2,):
            raise RerankerMissing(folder, "it does not say how well a text answers a question")
        return cls(model)

    def scores(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        encodable = question.encode("utf-8", "replace").decode(
            "utf-8"
        )  # JSON can bring half a surrogate pair
        with self._lock:
            scores = self._model.predict([(encodable, text) for text in texts], show_progress_bar=False)
        return np.asarray(scores, dtype=np.float32)


def reranked(found: Retrieved, question: str, reranker: Reranks | None) -> Retrieved:
    """What was found, the first RERANKED places in the reranker's order; equals stay as they were. How sure
    the search is does not change."""
    first, others = found.places[:RERANKED], found.places[RERANKED:]
    if reranker is None or len(first) < 2:
        return found
    scores = reranker.scores(question, [f"{place.section.context}\n{place.text}" for place in first])
    order = np.argsort(-scores, kind="stable").tolist()
    return replace(found, places=(*(first[place] for place in order), *others))


def _loaded(folder: Path) -> CrossEncoder:
    from sentence_transformers import CrossEncoder

    with quiet_transformers():
        model: CrossEncoder = CrossEncoder(
            str(folder), device="cpu", local_files_only=True, model_kwargs={"dtype": "float32"}
        )
    return model


def _has_own_head(model: CrossEncoder) -> bool:
    """An embedding model loads without complaint, with a head of random weights, and would only shuffle."""
    stated = (model.config and model.config.architectures) or [""]
    return len(model) > 1 or stated[0].endswith("ForSequenceClassification")
