"""A process that reads files for `pool`, one after the other, within limits the system enforces."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import threading
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from knowledge.reading.errors import TooLarge, Unreadable
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.reader import Reader
from knowledge.reading.section import Reading

GRACE = 5.0


def serve(descriptor: int, parent: int) -> None:
    """Answers each path that comes through the connection with a Reading or Unreadable until it closes."""
    threading.Thread(target=_die_with, args=(parent,), daemon=True).start()
    with Connection(descriptor) as connection, suppress(EOFError, BrokenPipeError, ConnectionResetError):
        reader, limits, recognition = connection.recv()
        _limit_memory(limits.memory_bytes)
        connection.send("ready")
        # What libraries grumble about while reading belongs into no report.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
        while True:
            connection.send(_read(reader, connection.recv(), limits, recognition))


def _read(reader: Reader, path: Path, limits: Limits, recognition: Recognition) -> Reading | Unreadable:
    # Runs without the interpreter, so it ends even a library that hangs after the parent was killed.
    faulthandler.dump_traceback_later(limits.seconds + GRACE, exit=True)
    try:
        return reader(path, limits, recognition)
    except Unreadable as error:
        return type(error)(str(error))
    except MemoryError:
        return TooLarge("reading the file takes more memory than allowed")
    finally:
        faulthandler.cancel_dump_traceback_later()


def _limit_memory(allowed: int) -> None:
    """Bounds what the process takes on top of its own code; only Linux keeps the promise."""
    if sys.platform != "linux":
        return
    import resource

    pages_of_data = int(Path("/proc/self/statm").read_text().split()[5])
    bound = pages_of_data * resource.getpagesize() + allowed
    _, highest = resource.getrlimit(resource.RLIMIT_DATA)
    bound = bound if highest == resource.RLIM_INFINITY else min(bound, highest)
    resource.setrlimit(resource.RLIMIT_DATA, (bound, highest))


def _die_with(parent: int) -> None:
    """Ends the process and the programs it has started when the parent is gone without a word."""
    while os.getppid() == parent:
        time.sleep(1)
    os.killpg(os.getpgrp(), signal.SIGKILL)


if __name__ == "__main__":
    serve(int(sys.argv[1]), int(sys.argv[2]))
