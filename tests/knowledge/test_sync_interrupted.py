"""Syncs that are killed, and syncs that meet."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from core.database import Database
from knowledge.sync import sync
from knowledge.sync_report import Outcome
from knowledge.tables import DocumentRow, PassageRow, SectionRow
from knowledge.workshop import Workshop
from tests.doubles import HashEmbedder

DOCUMENTS = 24
PARAGRAPHS = 3


def fill(folder: Path, word: str) -> None:
    folder.mkdir(exist_ok=True)
    for number in range(DOCUMENTS):
        parts = [f"## Teil {part}\n\nHier steht {word} {number}.\n" for part in range(PARAGRAPHS)]
        (folder / f"{number:02}.md").write_text(f"# Heft {number}\n\n" + "\n".join(parts), "utf-8")


def start(database: Database, home: Path, folder: Path, *words: str) -> subprocess.Popen[str]:
    address = database.engine.url.render_as_string(hide_password=False)
    command = [
        sys.executable,
        "-m",
        "tests.knowledge.sync_process",
        address,
        str(home),
        str(folder),
        *words,
    ]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def start_together(database: Database, home: Path, folder: Path, *words: str) -> list[subprocess.Popen[str]]:
    """Two syncs that begin in the same moment, however long each took to start."""
    pair = [start(database, home, folder, "together", *words) for _ in range(2)]
    for process in pair:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in pair:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    return pair


def states(database: Database) -> dict[str, set[str]]:
    """For each document the words of its passages; a whole document has one word and all its parts."""
    found: dict[str, list[str]] = {f"{number:02}.md": [] for number in range(DOCUMENTS)}
    with database.read() as db:
        chain = select(DocumentRow.name, PassageRow.text).select_from(DocumentRow)
        rows = db.execute(chain.join(SectionRow).join(PassageRow))
        for name, text in rows:
            found[name].append(text.split()[2])
    return {name: set(words) if len(words) == PARAGRAPHS else {"torn"} for name, words in found.items()}


def kill_after(process: subprocess.Popen[str], lines: int, pause: float) -> None:
    assert process.stdout is not None
    for _ in range(lines):
        process.stdout.readline()
    time.sleep(pause)
    process.kill()
    process.communicate()


@pytest.mark.parametrize(("lines", "pause"), [(1, 0.0), (5, 0.013), (9, 0.03), (14, 0.007)])
def test_killed_at_any_moment_each_document_is_old_or_new_and_the_next_run_completes(
    any_database: Database, tmp_path: Path, lines: int, pause: float
) -> None:
    folder, home = tmp_path / "manuals", tmp_path / "home"
    workshop = Workshop(any_database, HashEmbedder(), home, readers=1)
    fill(folder, "alt")
    sync(workshop, folder)
    fill(folder, "neu")
    kill_after(start(any_database, home, folder), lines, pause)
    assert all(words in ({"alt"}, {"neu"}) for words in states(any_database).values())
    report = sync(workshop, folder)
    assert report.count(Outcome.CHANGED) + report.count(Outcome.UNCHANGED) == DOCUMENTS
    assert set(map(frozenset, states(any_database).values())) == {frozenset({"neu"})}


def test_without_one_transaction_a_document_is_missing_after_the_kill(
    database: Database, tmp_path: Path
) -> None:
    """Shows that the test above can fail."""
    folder, home = tmp_path / "manuals", tmp_path / "home"
    fill(folder, "alt")
    sync(Workshop(database, HashEmbedder(), home, readers=1), folder)
    fill(folder, "neu")
    kill_after(start(database, home, folder, "two-transactions"), 3, 0.25)
    assert {"torn"} in states(database).values()


def added(output: str) -> int:
    return output.count("added ")


def test_two_syncs_at_once_share_the_work_without_doing_any_of_it_twice(
    any_database: Database, tmp_path: Path
) -> None:
    folder, home = tmp_path / "manuals", tmp_path / "home"
    fill(folder, "neu")
    pair = start_together(any_database, home, folder)
    outputs = [process.communicate(timeout=120)[0] for process in pair]
    assert [process.returncode for process in pair] == [0, 0], outputs
    assert sum(map(added, outputs)) == DOCUMENTS
    assert set(map(frozenset, states(any_database).values())) == {frozenset({"neu"})}


def test_without_the_lock_two_syncs_do_the_same_work_or_fail(database: Database, tmp_path: Path) -> None:
    """Shows that the test above can fail."""
    folder, home = tmp_path / "manuals", tmp_path / "home"
    fill(folder, "neu")
    pair = start_together(database, home, folder, "without-lock")
    outputs = [process.communicate(timeout=120)[0] for process in pair]
    failed = any(process.returncode for process in pair)
    assert failed or sum(map(added, outputs)) > DOCUMENTS
