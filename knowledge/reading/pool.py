"""Reads many files in separate processes: what crashes, hangs or swells costs the one file it was reading.

The processes are started as programs of their own, not by `multiprocessing`: its workers import the main
module again, and under Streamlit that is a page.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from pathlib import Path

from knowledge.reading.errors import Damaged, TooLarge, Unreadable
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.reader import Reader, read
from knowledge.reading.section import Reading

_ROOT = Path(__file__).resolve().parents[2]
_AHEAD = 4  # readings kept for each worker while an earlier, slower file is still being read
_FILES_PER_PROCESS = 200  # libraries leak

Outcome = Reading | Unreadable


def read_many(
    paths: Iterable[Path],
    limits: Limits,
    recognition: Recognition,
    workers: int,
    reader: Reader = read,
) -> Generator[tuple[Path, Outcome], None, None]:
    """Each path with its reading or the reason why there is none, in the order given, as soon as it is known.

    Paths are taken and readings kept only a little ahead. Closing the iterator ends the processes; so does
    the end of this process, however it comes. `reader` must be importable by name.
    """
    pool = [_Worker(reader, limits, recognition) for _ in range(workers)]
    try:
        yield from _in_order(enumerate(paths), pool)
    finally:
        for worker in pool:
            worker.stop()


def _in_order(tasks: Iterator[tuple[int, Path]], pool: list[_Worker]) -> Iterator[tuple[Path, Outcome]]:
    done: dict[int, tuple[Path, Outcome]] = {}
    next_out, more = 0, True
    while True:
        for worker in pool:
            if more and worker.task is None and _started(pool, done) < len(pool) * _AHEAD:
                task = next(tasks, None)
                more = task is not None
                if task is not None:
                    worker.start(task)
        if next_out in done:
            yield done.pop(next_out)
            next_out += 1
        elif any(worker.task for worker in pool):
            done.update(_finished(pool))
        else:
            return


def _started(pool: list[_Worker], done: dict[int, tuple[Path, Outcome]]) -> int:
    return len(done) + sum(worker.task is not None for worker in pool)


def _finished(pool: list[_Worker]) -> Iterator[tuple[int, tuple[Path, Outcome]]]:
    """Waits for the first worker that answers, dies or runs out of time."""
    busy = [worker for worker in pool if worker.task]
    first_deadline = min(worker.deadline for worker in busy)
    wait(
        [worker.connection for worker in busy if worker.connection], max(0, first_deadline - time.monotonic())
    )
    for worker in busy:
        task, outcome = worker.task, worker.outcome()
        if task and outcome:
            yield task[0], (task[1], outcome)


class _Worker:
    """One process at a time, replaced after it died, was killed, or has read many files."""

    def __init__(self, reader: Reader, limits: Limits, recognition: Recognition) -> None:
        self._order = (reader, limits, recognition)
        self._seconds = limits.seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._files = 0
        self.connection: Connection | None = None
        self.task: tuple[int, Path] | None = None
        self.deadline = 0.0

    def start(self, task: tuple[int, Path]) -> None:
        if self._files >= _FILES_PER_PROCESS:
            self.stop()
        connection = self.connection or self._launch()
        self.task = task
        self._files += 1
        with suppress(OSError):  # a process that died while idle is seen by `outcome`
            connection.send(task[1])
        self.deadline = time.monotonic() + self._seconds

    def outcome(self) -> Outcome | None:
        """What the process says about its task, after which it is free; None while it still has time."""
        if self.connection is None:
            return None
        if self.connection.poll():
            outcome = self._received(self.connection)
        elif time.monotonic() >= self.deadline:
            self.stop()
            outcome = TooLarge(f"reading the file took longer than {self._seconds:g} seconds")
        else:
            return None
        self.task = None
        return outcome

    def _received(self, connection: Connection) -> Outcome:
        try:
            outcome: Outcome = connection.recv()
        except (EOFError, OSError):
            self.stop()
            return Damaged("the process that read the file crashed; the file is probably damaged")
        return outcome

    def _launch(self) -> Connection:
        ours, theirs = Pipe()
        with theirs:
            command = [
                sys.executable,
                "-P",
                "-m",
                "knowledge.reading.worker",
                str(theirs.fileno()),
                str(os.getpid()),
            ]
            self._process = subprocess.Popen(
                command,
                env={**os.environ, "PYTHONPATH": os.pathsep.join([str(_ROOT), *filter(None, sys.path)])},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        self.connection, self._files = ours, 0
        ours.send(self._order)
        try:
            ours.recv()
        except EOFError as error:
            raise RuntimeError("no process for reading could be started; the reason stands above") from error
        return ours

    def stop(self) -> None:
        """Kills the process and every program it started."""
        if self._process and self.connection:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self.connection.close()
        self._process, self.connection = None, None
