"""Readers that behave like a library on a bad file; the pool's processes import them by name."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

from knowledge.reading.errors import Empty
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.section import Block, BlockKind, Reading, Section


def behave(path: Path, limits: Limits, recognition: Recognition) -> Reading:
    """Does what the file's name says and else gives the process's number as the text."""
    what = path.stem.split("-")[0]
    if what == "hang":
        time.sleep(60)
    elif what == "start":
        program = subprocess.Popen(["sleep", "60"])
        path.with_suffix(".pid").write_text(f"{program.pid} {os.getpid()}")
        time.sleep(60)
    elif what == "die":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif what == "swell":
        return _reading("x", "y" * 10**9)
    elif what == "empty":
        raise Empty("there is nothing")
    elif what == "late":
        time.sleep(0.3)
    elif what == "big":
        return _reading(path.stem, "y" * 3_000_000)
    return _reading(path.stem, str(os.getpid()))


def _reading(title: str, text: str) -> Reading:
    return Reading(title, (Section((), (Block(BlockKind.PARAGRAPH, (text,)),)),))
