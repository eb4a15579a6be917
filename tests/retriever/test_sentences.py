from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retriever.sentences import sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Erster Satz. Zweiter Satz.", 2),
        ("Nutzen Sie z. B. ein Kabel. Das hilft.", 2),
        ("Am 3. Mai kommt Nr. 5 an. Danach nichts.", 2),
        ("Geht das? Ja! „Sicher.“ Gut.", 4),
        ("kein Punkt", 1),
        ("", 0),
    ],
)
def test_sentences_end_where_a_reader_sees_them_end(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@given(st.text(alphabet="aB .!?\n„“1", max_size=200))
def test_sentences_are_parts_of_the_text_and_lose_no_letter(text: str) -> None:
    found = sentences(text)
    assert all(sentence in text for sentence in found)
    assert "".join("".join(found).split()) == "".join(text.split())
