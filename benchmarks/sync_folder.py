"""How long a whole sync takes, against reading alone and against embedding the same passages bare.

    python -m benchmarks.sync_folder FOLDER

Each part runs in a process of its own on an empty home; peak memory is that of the process and its children.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import select

from core.database import open_database
from core.migration import migrate
from core.settings import Settings
from knowledge.embedding.embedder import Embedder
from knowledge.folder import find_documents
from knowledge.passages import context
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.pool import read_many
from knowledge.reading.section import Reading
from knowledge.sync import sync
from knowledge.tables import DocumentRow, PassageRow, SectionRow
from knowledge.workshop import Workshop

PARTS = ("reading", "sync", "bare")


def reading(folder: Path, home: Path) -> dict[str, float]:
    found = find_documents(folder)
    results = read_many([file.path for file in found.files], Limits(), Recognition(), 2)
    read = sum(isinstance(result, Reading) for _, result in results)
    return {"files": len(found.files), "read": read}


def whole(folder: Path, home: Path) -> dict[str, float]:
    settings = Settings(home=home)
    database = open_database(settings.database)
    migrate(database)
    report = sync(Workshop(database, Embedder.load(settings), home), folder)
    passages = sum(line.passages for line in report.lines)
    return {"passages": passages, "seconds": report.seconds, "passages/s": passages / report.seconds}


def bare(folder: Path, home: Path) -> dict[str, float]:
    settings = Settings(home=home)
    database, embedder = open_database(settings.database), Embedder.load(settings)
    rows = select(DocumentRow.title, SectionRow.heading_path, PassageRow.text).select_from(DocumentRow)
    with database.read() as db:
        found = db.execute(rows.join(SectionRow).join(PassageRow)).all()
    texts = [f"{context(title, path)}\n{text}" for title, path, text in found]
    started = time.perf_counter()
    embedder.embed_passages(texts)
    seconds = time.perf_counter() - started
    return {"tokens": sum(embedder.count_tokens(texts)), "seconds": seconds}


def part(name: str, folder: Path, home: Path) -> None:
    started = time.perf_counter()
    figures = {"reading": reading, "sync": whole, "bare": bare}[name](folder, home)
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    wall = time.perf_counter() - started
    print(json.dumps({"part": name, "wall": wall, "peak_mb": peak / 1024} | figures))


def main(folder: str, home: str | None = None) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        for name in PARTS:
            command = [sys.executable, "-m", "benchmarks.sync_folder", name, folder, home or scratch]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            print(done.stdout.strip(), flush=True)


if __name__ == "__main__":
    if sys.argv[1] in PARTS:
        part(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        main(*sys.argv[1:])
