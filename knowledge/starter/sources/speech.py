"""Reads sentences aloud in German, without a network."""

from __future__ import annotations

import re
import shutil
import subprocess
import wave
from pathlib import Path


def engine() -> str | None:
    """The best speech engine on this machine: SVOX Pico, else eSpeak NG, else None."""
    return next((program for program in ("pico2wave", "espeak-ng") if shutil.which(program)), None)


def speak(sentence: str, spoken: dict[str, str], target: Path) -> None:
    """Writes the sentence as WAV; words in `spoken` are read as given there."""
    text = re.sub(r"\w+", lambda word: spoken.get(word[0], word[0]), sentence)
    commands = {
        "pico2wave": ["pico2wave", "-l=de-DE", f"-w={target}", f"<speed level='92'>{text}</speed>"],
        "espeak-ng": ["espeak-ng", "-v", "de", "-s", "140", "-g", "4", "-w", str(target), text],
    }
    subprocess.run(commands[engine() or "espeak-ng"], check=True)


def length(recording: Path) -> float:
    """The recording's length in seconds."""
    with wave.open(str(recording)) as sound:
        return float(sound.getnframes() / sound.getframerate())
