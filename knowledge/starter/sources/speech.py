"""Reads sentences aloud in German, without a network."""

from __future__ import annotations

import re
import shutil
import subprocess
import wave
from functools import cache
from pathlib import Path

import yaml

WORDS = Path(__file__).resolve().parent / "spoken.yaml"


def engine() -> str | None:
    """The best speech engine on this machine: SVOX Pico, else eSpeak NG, else None."""
    return next((program for program in ("pico2wave", "espeak-ng") if shutil.which(program)), None)


def speak(sentence: str, target: Path) -> None:
    """Writes the sentence as WAV."""
    text = as_spoken(sentence)
    commands = {
        "pico2wave": ["pico2wave", "-l=de-DE", f"-w={target}", f"<speed level='92'>{text}</speed>"],
        "espeak-ng": ["espeak-ng", "-v", "de", "-s", "140", "-g", "4", "-w", str(target), text],
    }
    subprocess.run(commands[engine() or "espeak-ng"], check=True)


def as_spoken(sentence: str) -> str:
    """What a German voice is given: no quotation marks, and foreign words by their sound."""
    return re.sub(r"\w+", lambda word: _words().get(word[0], word[0]), re.sub("[„“]", "", sentence))


def length(recording: Path) -> float:
    """The recording's length in seconds."""
    with wave.open(str(recording)) as sound:
        return float(sound.getnframes() / sound.getframerate())


@cache
def _words() -> dict[str, str]:
    words: dict[str, str] = yaml.safe_load(WORDS.read_text("utf-8"))
    return words
