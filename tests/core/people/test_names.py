from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.people.names import NameMissing, NameTooLong, clean, fold, kept_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GS  Diesdorf", "gs diesdorf"),
        ("GS\u00a0Diesdorf ", "GS Diesdorf"),
        ("FÖS Erich Kästner", "foes erich kaestner"),
        ("Große Straße", "GROSSE STRASSE"),
        ("GROẞE STRAẞE", "große straße"),
        ("Ka\u0308stner", "Kästner"),
        ("West\u00adring\u200b", "Westring"),
    ],
)
def test_names_that_a_reader_takes_for_the_same_are_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_names_that_differ_stay_different() -> None:
    assert fold("GS Diesdorf") != fold("GS Diesdorf 2")


@given(st.text())
@example("ä\u0301")  # written out, its accent moves to the e
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_how_letters_are_composed_makes_no_difference(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text())
def test_a_clean_name_has_single_blanks_and_nothing_unseen(text: str) -> None:
    kept = clean(text)
    assert kept == " ".join(kept.split())
    assert not any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in kept)
    assert clean(kept) == kept


def test_what_looks_like_a_formula_or_like_html_stays_text() -> None:
    assert kept_name('=HYPERLINK("x")') == '=HYPERLINK("x")'
    assert kept_name("<b>Anna</b>") == "<b>Anna</b>"


@pytest.mark.parametrize("empty", ["", "  ", "\u00a0", "\0", "-", "…"])
def test_a_name_needs_a_letter(empty: str) -> None:
    with pytest.raises(NameMissing):
        kept_name(empty)


def test_a_name_must_fit_into_the_database_also_when_it_is_folded() -> None:
    assert kept_name("a" * 200)
    with pytest.raises(NameTooLong):
        kept_name("a" * 201)
    with pytest.raises(NameTooLong):
        kept_name("ä" * 101)
