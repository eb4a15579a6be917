"""Codes that are printed on paper have to stay what they are."""

from __future__ import annotations

import re

import pytest

from knowledge.codes import CODE, as_typed, document_code, section_codes


def test_the_codes_that_were_printed_are_still_the_same() -> None:
    assert document_code("own", "a.md") == "73yc5b4yz3"
    assert list(section_codes("x", [("a",), ("a",), ("b",)])) == ["9kp21faba4", "am7e33j5ra", "e1zf71p0dk"]


def test_a_section_that_comes_in_before_leaves_the_others_as_they_are() -> None:
    before = list(section_codes("x", [("a",), ("b", "c")]))
    after = list(section_codes("x", [("new",), ("a",), ("b", "c")]))
    assert after[1:] == before


def test_each_place_has_its_own_code() -> None:
    codes = [document_code(source, f"{n}.md") for source in ("own", "starter") for n in range(2_000)]
    codes += section_codes("x", [("a", "b"), ("a b",), ("a",), ("a",)])
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(CODE, code) for code in codes)


@pytest.mark.parametrize("typed", ["73YC5-B4YZ3", " 73yc5b4yz3 ", "73yc5 b4yz3"])
def test_a_code_is_understood_as_people_type_it(typed: str) -> None:
    assert as_typed(typed) == "73yc5b4yz3"


def test_letters_that_look_like_digits_are_digits() -> None:
    assert as_typed("OIl") == "011"
