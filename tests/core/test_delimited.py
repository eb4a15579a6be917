from __future__ import annotations

import csv

import pytest

from core.delimited import best_delimiter, decoded, rows_of, without_instruction


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_texts_are_read_in_the_encodings_of_spreadsheet_programs(encoding: str) -> None:
    assert decoded("Brückfeld – 5 €".encode(encoding)) == "Brückfeld – 5 €"


@pytest.mark.parametrize("data", [b"PK\x03\x04\0\0", b"a\0b", b"\xff\xfea", b"\x81"])
def test_what_is_no_text_has_none(data: bytes) -> None:
    assert decoded(data) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("sep=;\r\na;b", ("a;b", ";")),
        ("SEP=,\na,b", ("a,b", ",")),
        ("a;b\nc", ("a;b\nc", None)),
        ("", ("", None)),
    ],
)
def test_a_first_line_may_name_the_delimiter(text: str, rest: tuple[str, str | None]) -> None:
    assert without_instruction(text) == rest


def test_blank_rows_are_rows_and_breaks_in_cells_are_none() -> None:
    assert list(rows_of('a;"b\nc"\n\nd', ";")) == [["a", "b\nc"], [], ["d"]]


def test_a_quotation_mark_without_its_other_half_is_no_cell() -> None:
    with pytest.raises(csv.Error):
        list(rows_of('a;"b\nc;d', ";"))


def test_the_delimiter_with_the_highest_score_is_the_best() -> None:
    text = "a;b,c;d"
    assert best_delimiter(lambda delimiter: len(next(rows_of(text, delimiter)))) == ";"


def test_a_delimiter_with_which_nothing_can_be_read_has_no_score() -> None:
    text = '"a"b;c'
    assert best_delimiter(lambda delimiter: len(next(rows_of(text, delimiter)))) == ","
