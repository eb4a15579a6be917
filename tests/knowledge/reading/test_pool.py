"""One bad file costs itself only, and nothing stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from knowledge.reading.errors import Damaged, Empty, TooLarge
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.pool import read_many
from knowledge.reading.section import Reading
from tests.knowledge.reading.hostile_readers import behave

ROOT = Path(__file__).parents[3]
LIMITS = Limits(seconds=1.0, memory_bytes=256 * 2**20)


def outcomes(names: list[str], workers: int = 2) -> list[tuple[str, Reading | Exception]]:
    results = read_many(map(Path, names), LIMITS, Recognition(), workers, reader=behave)
    return [(path.name, outcome) for path, outcome in results]


def process_of(outcome: object) -> str:
    assert isinstance(outcome, Reading)
    return outcome.sections[0].blocks[0].items[0]


def children() -> list[psutil.Process]:
    return psutil.Process().children(recursive=True)


def wait_until_gone(*numbers: int) -> bool:
    for _ in range(80):
        alive = [n for n in numbers if psutil.pid_exists(n) and psutil.Process(n).status() != "zombie"]
        if not alive:
            return True
        time.sleep(0.05)
    return False


def test_results_come_in_the_given_order_however_long_a_file_takes() -> None:
    names = ["late-1", "a", "big", "b", "late-2", "c", "d", "e", "f", "g", "h", "i", "j"]
    assert [name for name, _ in outcomes(names)] == names


def test_a_process_reads_many_files() -> None:
    assert len({process_of(outcome) for _, outcome in outcomes([f"f{i}" for i in range(30)])}) <= 2


def test_a_reason_of_the_reader_arrives_as_it_was_raised() -> None:
    ((_, outcome),) = outcomes(["empty"])
    assert isinstance(outcome, Empty)
    assert str(outcome) == "there is nothing"


def test_a_file_that_hangs_is_given_up_and_the_rest_is_read() -> None:
    (_, hung), (_, after) = outcomes(["hang", "a"], workers=1)
    assert isinstance(hung, TooLarge)
    assert str(hung) == "reading the file took longer than 1 seconds"
    assert process_of(after)


def test_a_file_that_kills_its_process_is_damaged_and_the_rest_is_read() -> None:
    (_, dead), (_, after) = outcomes(["die", "a"], workers=1)
    assert isinstance(dead, Damaged)
    assert "\n" not in str(dead)
    assert process_of(after)


def test_a_file_that_swells_meets_the_memory_limit() -> None:
    (_, swollen), (_, after) = outcomes(["swell", "a"], workers=1)
    assert isinstance(swollen, TooLarge)
    assert str(swollen) == "reading the file takes more memory than allowed"
    assert process_of(after)


def test_paths_are_taken_only_a_little_ahead() -> None:
    taken: list[int] = []

    def paths() -> Iterator[Path]:
        yield Path("late-0")  # the others wait for it
        for number in range(100):
            taken.append(number)
            yield Path(f"f{number}")

    results = read_many(paths(), LIMITS, Recognition(), 2, reader=behave)
    next(results)
    assert len(taken) <= 8
    results.close()  # type: ignore[attr-defined]


def test_closing_early_ends_the_processes_and_the_programs_they_started(tmp_path: Path) -> None:
    before = children()
    results = read_many([Path("a"), tmp_path / "start.txt"], LIMITS, Recognition(), 2, reader=behave)
    next(results)
    for _ in range(40):
        if (tmp_path / "start.pid").exists():
            break
        time.sleep(0.02)
    results.close()  # type: ignore[attr-defined]
    assert children() == before
    assert wait_until_gone(*map(int, (tmp_path / "start.pid").read_text().split()))


def test_no_process_survives_a_parent_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "main.py"
    script.write_text(
        "from pathlib import Path\n"
        "from knowledge.reading.limits import Limits, Recognition\n"
        "from knowledge.reading.pool import read_many\n"
        "from tests.knowledge.reading.hostile_readers import behave\n"
        f"path = Path({str(tmp_path / 'start.txt')!r})\n"
        "list(read_many([path], Limits(), Recognition(), 1, reader=behave))\n"
    )
    parent = subprocess.Popen([sys.executable, script], env={**os.environ, "PYTHONPATH": str(ROOT)})
    written = tmp_path / "start.pid"
    for _ in range(200):
        if written.exists() and written.read_text().count(" "):
            break
        time.sleep(0.05)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    assert wait_until_gone(*map(int, written.read_text().split()))


def test_the_main_module_is_not_run_again_and_nothing_heavy_is_loaded(tmp_path: Path) -> None:
    script = tmp_path / "page.py"  # without a guard, like a page of the portal
    script.write_text(
        "from pathlib import Path\n"
        "from knowledge.reading.limits import Limits, Recognition\n"
        "from knowledge.reading.pool import read_many\n"
        "print('run')\n"
        "print([str(o) for _, o in read_many([Path('gone.txt')], Limits(), Recognition(), 2)])\n"
    )
    done = subprocess.run(
        [sys.executable, script],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.count("run\n") == 1
    assert "No such file" in done.stdout
    assert done.stderr == ""
