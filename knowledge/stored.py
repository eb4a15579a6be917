"""Blocks, vectors, audiences and facts as they are kept in the database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.people.roles import Role
from knowledge.audience import NOBODY, OPEN, Audience
from knowledge.reading.facts import Facts
from knowledge.reading.section import Block, BlockKind


def store_blocks(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """Blocks as JSON values; places that are None are left out."""
    return [_store(block) for block in blocks]


def load_blocks(stored: Iterable[Mapping[str, Any]]) -> tuple[Block, ...]:
    """The blocks that `store_blocks` was given."""
    return tuple(
        Block(BlockKind(value["kind"]), tuple(value["items"]), value.get("page"), value.get("seconds"))
        for value in stored
    )


def _store(block: Block) -> dict[str, Any]:
    value: dict[str, Any] = {"kind": block.kind.value, "items": list(block.items)}
    place = {"page": block.page, "seconds": block.seconds}
    return value | {name: at for name, at in place.items() if at is not None}


def store_audience(audience: Audience) -> dict[str, Any] | None:
    """An audience as JSON values, None where it is open to all."""
    if audience.open_to_all:
        return None
    return {
        "signed_in": audience.signed_in,
        "roles": sorted(role.value for role in audience.roles),
        "schools": sorted(audience.schools),
    }


def load_audience(stored: Any) -> Audience:
    """The audience that `store_audience` was given; NOBODY for what it never wrote."""
    if stored is None:
        return OPEN
    try:
        roles = frozenset(Role(role) for role in stored["roles"])
        found = Audience(bool(stored["signed_in"]), roles, frozenset(map(int, stored["schools"])))
        return found if store_audience(found) == stored else NOBODY
    except (KeyError, TypeError, ValueError):
        return NOBODY


def store_facts(facts: Facts) -> dict[str, Any]:
    """Facts as JSON values; what is not stated is left out."""
    stated = {name: value for name, value in asdict(facts).items() if value}
    return stated | ({"checked": facts.checked.isoformat()} if facts.checked else {})


def load_facts(stored: Mapping[str, Any]) -> Facts:
    """The facts that `store_facts` was given."""
    words = {name: tuple(stored.get(name, ())) for name in ("devices", "topics", "audience", "questions")}
    checked = stored.get("checked")
    return Facts(
        **words,
        level=stored.get("level", ""),
        valid_for=stored.get("valid_for", ""),
        checked=date.fromisoformat(checked) if checked else None,
    )


def store_vector(vector: NDArray[np.float32]) -> bytes:
    """A vector as little-endian float32."""
    return vector.astype("<f4").tobytes()


def load_vectors(stored: Iterable[bytes], dimensions: int) -> NDArray[np.float32]:
    """Shape (n, dimensions)."""
    joined = np.frombuffer(b"".join(stored), dtype="<f4").astype(np.float32)
    return joined.reshape(-1, dimensions)
