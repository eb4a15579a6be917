"""What stands on a card is short, and says something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.plain.card_words import LONGEST, shortened


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Kurz und gut.", "Kurz und gut."),
        ("  Zwei\n Zeilen ", "Zwei Zeilen"),
        ("Schalten Sie das Gerät ein. Danach warten Sie.", "Schalten Sie das Gerät ein."),
        ("Halt. Danach warten Sie bis zum Signalton.", "Halt. Danach warten Sie bis zum …"),
        ("Das Kabel, das hinten rechts steckt, abziehen", "Das Kabel, das hinten rechts …"),
        ("Donaudampfschifffahrtsgesellschaftskapitän", "Donaudampfschifffahrtsgesellsch …"),
    ],
)
def test_texts_are_cut_where_it_hurts_least(text: str, short: str) -> None:
    assert shortened(text, 33) == short


@given(st.text(max_size=400))
def test_nothing_is_longer_than_there_is_room(text: str) -> None:
    assert len(shortened(text)) <= LONGEST
