"""What every `Embeds` promises, checked on the real model and on the tests' double."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from knowledge.embedding.embedder import Embedder
from knowledge.embedding.protocol import Embeds
from tests.doubles import HashEmbedder

TEXTS = [
    "Das Passwort wird im Verwaltungsprogramm zurückgesetzt.",
    "Der Beamer braucht ein HDMI-Kabel.",
    "Größe, Übung, Maß 😀",
    "",
    "Wort " * 2_000,
]


@pytest.fixture(params=["real", "double"])
def embeds(request: pytest.FixtureRequest) -> Embeds:
    if request.param == "double":
        return HashEmbedder()
    model: Embedder = request.getfixturevalue("embedder")
    return model


def test_passages_become_rows_of_length_one_in_the_order_given(embeds: Embeds) -> None:
    vectors = embeds.embed_passages(TEXTS)
    assert vectors.shape == (len(TEXTS), embeds.dimensions)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    for text, vector in zip(TEXTS[:3], vectors, strict=False):
        assert embeds.embed_passages([text])[0] @ vector > 0.995


def test_a_question_becomes_one_vector_of_length_one(embeds: Embeds) -> None:
    vector = embeds.embed_question("Wie setze ich das Passwort zurück?")
    assert vector.shape == (embeds.dimensions,)
    assert vector.dtype == np.float32
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_a_question_is_nearest_to_the_passage_that_answers_it(embeds: Embeds) -> None:
    question = embeds.embed_question("Wie wird ein Passwort zurückgesetzt?")
    assert int(np.argmax(embeds.embed_passages(TEXTS) @ question)) == 0


def test_no_texts_give_no_rows(embeds: Embeds) -> None:
    assert embeds.embed_passages([]).shape == (0, embeds.dimensions)
    assert embeds.count_tokens([]) == []


def test_tokens_are_counted_beyond_the_limit(embeds: Embeds) -> None:
    few, many = embeds.count_tokens(["ein Wort", "ein Wort " * 1_000])
    assert 0 < few < 12
    assert many > embeds.max_tokens


def test_half_a_surrogate_pair_does_no_harm(embeds: Embeds) -> None:
    broken = "Passwort \ud83d"
    assert embeds.embed_question(broken) @ embeds.embed_question("Passwort ?") > 0.99
    assert embeds.embed_passages([broken]).shape == (1, embeds.dimensions)
    assert len(embeds.count_tokens([broken])) == 1


def test_threads_get_the_same_vectors_as_one_alone(embeds: Embeds) -> None:
    questions = [f"Wo finde ich Raum {number}?" for number in range(12)]
    alone = [embeds.embed_question(question) for question in questions]
    with ThreadPoolExecutor(4) as pool:
        passages = pool.submit(embeds.embed_passages, TEXTS)
        together = list(pool.map(embeds.embed_question, questions))
    np.testing.assert_allclose(together, alone, atol=1e-5)
    assert passages.result().shape == (len(TEXTS), embeds.dimensions)
