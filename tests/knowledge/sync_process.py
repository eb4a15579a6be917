"""A sync as a process of its own, made slow enough to be killed or met by another.

    python -m tests.knowledge.sync_process DATABASE HOME FOLDER [together] [without-lock] [two-transactions]

With "together" it says that it is ready and waits for a line. The other words take a protection away, to
show that the tests notice.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import delete

import knowledge.sync
from core.database import Database, open_database
from knowledge.sync import sync
from knowledge.tables import DocumentRow
from knowledge.workshop import Workshop
from knowledge.writing import Draft, write
from tests.doubles import HashEmbedder


class SlowEmbedder(HashEmbedder):
    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        time.sleep(0.02)
        return super().embed_passages(texts)


class UnlockedWorkshop(Workshop):
    def lock(self) -> AbstractContextManager[Any]:  # type: ignore[override]
        self.home.mkdir(parents=True, exist_ok=True)
        return nullcontext()


def write_in_two_transactions(
    database: Database, media: Path, draft: Draft, vectors: Any, model: str
) -> None:
    with database.write.begin() as db:
        db.execute(delete(DocumentRow).where(DocumentRow.name == draft.file.name))
    time.sleep(0.5)
    write(database, media, draft, vectors, model)


def main(address: str, home: str, folder: str, *words: str) -> None:
    knowledge.sync.PASSAGES_AT_ONCE = 4
    if "two-transactions" in words:
        knowledge.sync.write = write_in_two_transactions
    kind = UnlockedWorkshop if "without-lock" in words else Workshop
    workshop = kind(open_database(address), SlowEmbedder(), Path(home), readers=1)
    if "together" in words:
        print("ready", flush=True)
        sys.stdin.readline()
    sync(workshop, Path(folder), tell=lambda line, *_: print(line, flush=True))


if __name__ == "__main__":
    main(*sys.argv[1:])
