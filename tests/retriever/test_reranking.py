"""The best places read again: their order, and which folders hold a model for it."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from bootstrap import build_portal
from core.database import Database, open_database
from core.migration import migrate
from core.settings import Settings
from knowledge.sync import sync
from knowledge.workshop import Workshop
from manage import main
from retriever.answer import Answer, Hit
from retriever.assistant import Assistant
from retriever.narrowing import Narrowing
from retriever.reranking import RERANKED, Reranker, RerankerMissing, Reranks, reranked
from retriever.retrieval import Retrieved
from tests.doubles import HashEmbedder

QUESTION = "Wie lade ich die Geräte im Koffer auf?"
ROOMS = RERANKED + 4
IPAD = Narrowing(frozenset({"iPad"}))


@dataclass
class Backwards:
    """Likes best what comes last, and remembers what it read."""

    heard: list[str] = field(default_factory=list)
    read: list[Sequence[str]] = field(default_factory=list)

    def scores(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        self.heard.append(question)
        self.read.append(texts)
        return np.arange(len(texts), dtype=np.float32)


class Indifferent:
    def scores(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.zeros(len(texts), np.float32)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of rooms, each with its own case; the case of every other room holds iPads."""
    home = tmp_path_factory.mktemp("home")
    folder = home / "manuals"
    folder.mkdir()
    for room in range(ROOMS):
        stated = "---\ngeräte: [iPad]\n---\n" if room % 2 else "---\ngeräte: [Notebook]\n---\n"
        words = f"Laden Sie die Geräte im Koffer {'gut ' * room}auf.\n\n{string.ascii_uppercase[room] * 40}"
        (folder / f"{room}.md").write_text(f"{stated}# Raum {room}\n\n{words}\n", "utf-8")
    (folder / "tuer.md").write_text("# Tür\n\nDie Tür öffnen Sie mit der Karte.\n", "utf-8")
    database = open_database(f"sqlite:///{home / 'lotse.sqlite'}")
    migrate(database)
    sync(Workshop(database, HashEmbedder(), home, readers=1), folder)
    database.close()
    return home


@pytest.fixture(scope="module")
def library(home: Path) -> Iterator[Database]:
    database = open_database(f"sqlite:///{home / 'lotse.sqlite'}")
    yield database
    database.close()


def assistant(library: Database, reranker: Reranks | None = None, threshold: float = 0.0) -> Assistant:
    return Assistant(library, HashEmbedder(), threshold, "de", reranker)


def hits(found: Assistant, limit: int = ROOMS, narrowing: Narrowing | None = None) -> list[Hit]:
    return found.find(QUESTION, limit=limit, narrowing=narrowing or Narrowing())[2]


def test_the_first_places_take_the_order_of_the_scores_and_the_others_stay(library: Database) -> None:
    before, after = hits(assistant(library)), hits(assistant(library, Backwards()))
    assert len(before) == ROOMS > RERANKED
    assert after == [*reversed(before[:RERANKED]), *before[RERANKED:]]


def test_equals_stay_as_they_were(library: Database) -> None:
    assert hits(assistant(library, Indifferent())) == hits(assistant(library))


def test_a_score_that_is_no_number_comes_last(library: Database) -> None:
    class Broken(Backwards):
        def scores(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
            scores = super().scores(question, texts)
            scores[-1] = np.nan
            return scores

    before, after = hits(assistant(library)), hits(assistant(library, Broken()))
    assert after[RERANKED - 1] == before[RERANKED - 1]
    assert after[0] == before[RERANKED - 2]


def test_how_sure_the_search_is_does_not_change(library: Database) -> None:
    assert assistant(library, Backwards()).find(QUESTION)[:2] == assistant(library).find(QUESTION)[:2]


def test_a_place_is_read_with_where_it_stands(library: Database) -> None:
    reranker = Backwards()
    first = hits(assistant(library, reranker))[RERANKED - 1]
    assert reranker.read[0][0].startswith("Raum ")
    assert reranker.read[0][0].endswith(first.text)


@pytest.mark.parametrize("limit", [1, 3, RERANKED, RERANKED + 2])
def test_fewer_hits_are_the_first_of_many(library: Database, limit: int) -> None:
    found = assistant(library, Backwards())
    assert hits(found, limit) == hits(found)[:limit]


def test_the_answer_comes_from_what_was_put_first(library: Database) -> None:
    reply = assistant(library, Backwards()).ask(QUESTION)
    assert isinstance(reply, Answer)
    best = hits(assistant(library))[RERANKED - 1]
    assert reply.citations[0].document == best.document


def test_a_narrowing_still_holds(library: Database) -> None:
    before = hits(assistant(library), narrowing=IPAD)
    after = hits(assistant(library, Backwards()), narrowing=IPAD)
    assert len(after) < ROOMS
    assert after == before[::-1]


def test_a_question_is_read_once_as_it_was_understood(library: Database) -> None:
    reranker = Backwards()
    found = assistant(library, reranker, threshold=1.0)
    found.ask("Und wie beende ich das?", history=[QUESTION])
    found.find("Tuer oeffnen")
    assert len(reranker.heard) == 2
    assert "Koffer" in reranker.heard[0]
    assert reranker.heard[1] == "tür öffnen"


def test_nothing_found_and_a_single_place_are_not_read(library: Database) -> None:
    reranker = Backwards()
    nothing = Retrieved((), 0.0)
    assert reranked(nothing, QUESTION, reranker) is nothing
    assert assistant(library, reranker).find("") == (False, 0.0, [])
    assert reranker.heard == []


def test_it_is_off_by_default() -> None:
    assert Settings().reranker is None


LETTERS = string.ascii_lowercase + "äöüß"


def make_model(folder: Path, labels: int | None) -> Path:
    """A BERT with random weights that reads letters; without `labels` it is none that scores."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertModel, BertTokenizer

    torch.manual_seed(7)
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *LETTERS, *(f"##{x}" for x in LETTERS)]
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=64,
        initializer_range=0.5,
    )
    config.num_labels = labels or 1
    model = BertForSequenceClassification(config) if labels else BertModel(config)
    model.save_pretrained(folder)
    BertTokenizer(vocab={piece: n for n, piece in enumerate(vocabulary)}).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_model(tmp_path_factory.mktemp("model"), labels=1)


def test_a_model_gives_one_score_for_each_text(model: Path) -> None:
    scores = Reranker.load(model).scores("koffer laden", ["raum", "der koffer", "raum"])
    assert scores.shape == (3,)
    assert scores[0] == pytest.approx(scores[2])
    assert abs(scores[0] - scores[1]) > 1e-3


def test_what_a_crossencoder_saves_is_loaded(model: Path, tmp_path: Path) -> None:
    from sentence_transformers import CrossEncoder

    CrossEncoder(str(model), device="cpu").save_pretrained(str(tmp_path), create_model_card=False)
    texts = ["raum", "der koffer"]
    assert np.allclose(Reranker.load(tmp_path).scores("a", texts), Reranker.load(model).scores("a", texts))


def test_long_texts_are_cut(model: Path) -> None:
    start = "a b c d e f g " * 20
    scores = Reranker.load(model).scores("koffer", [start, start + "ende " * 5000, "kurz"])
    assert scores[0] == pytest.approx(scores[1])


def test_a_broken_letter_in_a_question_does_no_harm(model: Path) -> None:
    assert Reranker.load(model).scores("koffer \ud83d", ["raum", "koffer"]).shape == (2,)


def test_several_threads_may_ask_at_once(model: Path) -> None:
    reranker = Reranker.load(model)
    texts = [f"raum {letter}" for letter in LETTERS[:RERANKED]]
    alone = [reranker.scores(letter, texts) for letter in LETTERS]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda letter: reranker.scores(letter, texts), LETTERS))
    assert np.allclose(alone, together)


def test_the_portal_takes_the_model_that_the_settings_name(
    home: Path, model: Path, library: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bootstrap.Embedder.load", lambda *_, **__: HashEmbedder())
    portal = build_portal(Settings(home=home, reranker=model))
    found = hits(portal.assistant)
    portal.close()
    before = hits(assistant(library))
    texts = [f"{hit.heading}\n{hit.text}" for hit in before[:RERANKED]]
    order = np.argsort(-Reranker.load(model).scores(QUESTION, texts), kind="stable")
    assert found == [*(before[place] for place in order), *before[RERANKED:]]
    assert found != before


def one_sentence(refusal: str, folder: Path) -> bool:
    """But for what a library says, which stands in brackets."""
    told = re.sub(r"\(.*\)", "", refusal.replace(str(folder), ""))
    return "\n" not in told and told.endswith("or remove the setting.") and ". " not in told


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RerankerMissing, match=r"LOTSE_RERANKER=.*: there is no such folder; give") as told:
        Reranker.load(tmp_path / "missing")
    assert one_sentence(str(told.value), tmp_path)


def test_a_name_of_the_hub_is_no_folder() -> None:
    with pytest.raises(RerankerMissing, match="LOTSE_RERANKER=nobody/no-such-model: there is no such folder"):
        Reranker.load(Path("nobody/no-such-model"))


@pytest.mark.parametrize("config", ["", "{}", '{"model_type": "bert"}'])
def test_a_folder_without_a_model_is_refused(tmp_path: Path, config: str) -> None:
    (tmp_path / "config.json").write_text(config)
    with pytest.raises(RerankerMissing, match=r"LOTSE_RERANKER=.*: it cannot be loaded \(.*\); give") as told:
        Reranker.load(tmp_path)
    assert one_sentence(str(told.value), tmp_path)


@pytest.mark.parametrize("labels", [None, 3], ids=["an embedding model", "a model with three scores"])
def test_a_model_for_something_else_is_refused(tmp_path: Path, labels: int | None) -> None:
    with pytest.raises(RerankerMissing, match="does not say how well a text answers a question") as told:
        Reranker.load(make_model(tmp_path, labels))
    assert one_sentence(str(told.value), tmp_path)


def test_a_wrong_folder_is_told_at_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LOTSE_HOME", str(tmp_path))
    monkeypatch.setenv("LOTSE_RERANKER", str(tmp_path / "missing"))
    assert main(["ask", "Wie geht das?"]) == 1
    assert f"LOTSE_RERANKER={tmp_path / 'missing'}: there is no such folder" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
