from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.people.csv_reading import Columns, Fault, Line, RowError, read_lines

COLUMNS = Columns(
    headings={"Name": "name bezeichnung", "E-Mail": "email mail", "Ort": "ort"},
    required=(("Name", "Ort"), ("E-Mail",)),
)
LIST = "Name{0}E-Mail\nJürgen{0}j@x.de\n"


def read(data: str | bytes) -> tuple[list[Line], list[RowError]]:
    return read_lines(data.encode() if isinstance(data, str) else data, COLUMNS)


def names(data: str | bytes) -> list[tuple[int, str]]:
    lines, errors = read(data)
    assert errors == []
    return [(line.number, line["Name"]) for line in lines]


def faults(data: str | bytes) -> list[tuple[int, str, Fault]]:
    return [(error.line, error.column, error.why) for error in read(data)[1]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lists_are_read_however_they_were_saved(delimiter: str, encoding: str, ending: str) -> None:
    text = LIST.format(delimiter).replace("\n", ending)
    mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    assert names((mark + text).encode(encoding)) == [(2, "Jürgen")]


@pytest.mark.parametrize("heading", ["NAME;e-mail", " Name ; E-Mail ", "bezeichnung;Mail", '"Name";"E‑Mail"'])
def test_headings_may_be_written_in_several_ways(heading: str) -> None:
    assert names(f"{heading}\nAnna;a@x.de") == [(2, "Anna")]


def test_columns_may_stand_in_any_order_among_others() -> None:
    assert names("Nr;E-Mail;Telefon;Name\n1;a@x.de;0391;Anna") == [(2, "Anna")]


def test_a_column_that_stands_in_for_another_is_enough() -> None:
    lines, errors = read("Ort;E-Mail\nMagdeburg;a@x.de")
    assert (errors, lines[0]["Ort"], lines[0]["Name"]) == ([], "Magdeburg", "")


def test_the_delimiter_is_the_one_of_the_headings() -> None:
    assert names("Name;E-Mail\nAnna, Berta, Carla;a@x.de") == [(2, "Anna, Berta, Carla")]


def test_a_first_line_that_names_the_delimiter_is_not_counted() -> None:
    assert names("sep=;\r\nName;E-Mail\r\nAnna, B.;a@x.de\r\n") == [(2, "Anna, B.")]


def test_lines_are_counted_as_a_spreadsheet_counts_them() -> None:
    data = 'Name;E-Mail\n\nAnna;a@x.de\n;;\n"Berta\nvon\nOrt";b@x.de\nCarla;c@x.de\n'
    assert names(data) == [(3, "Anna"), (5, "Berta\nvon\nOrt"), (6, "Carla")]


def test_blank_lines_may_stand_before_the_headings() -> None:
    assert names("\n;\nName;E-Mail\nAnna;a@x.de") == [(4, "Anna")]


def test_cells_that_are_missing_at_the_end_are_empty() -> None:
    lines, errors = read("Name;E-Mail;Ort\nAnna;a@x.de")
    assert (errors, lines[0]["Ort"]) == ([], "")


def test_quoted_cells_hold_delimiters_and_quotation_marks() -> None:
    assert names('Name;E-Mail\n"Anna; ""die Große""";a@x.de') == [(2, 'Anna; "die Große"')]
    assert names('Name, E-Mail\n"Meier, Anna", a@x.de') == [(2, "Meier, Anna")]


def test_formulas_and_html_stay_text() -> None:
    assert names("Name;E-Mail\n=1+1;a@x.de\n<script>;b@x.de") == [(2, "=1+1"), (3, "<script>")]


@pytest.mark.parametrize("data", ["", "\n\n", "Name;E-Mail\n", "Name;E-Mail\n;\n\n"])
def test_an_empty_list_is_named_as_such(data: str) -> None:
    assert Fault.EMPTY in [why for _, _, why in faults(data)]
    assert len(faults(data)) == 1


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04\0\0\0", b"\xff\xfeN", b"Name;E-Mail\nAn\0na;a@x.de", b"\x81\x8d"]
)
def test_what_is_no_text_is_named_as_such(data: bytes) -> None:
    assert faults(data) == [(1, "", Fault.NO_TEXT)]


def test_all_missing_and_double_columns_are_named() -> None:
    assert faults("\nOrt;Ort;Stadt\nMagdeburg;;") == [
        (2, "E-Mail", Fault.COLUMN_MISSING),
        (2, "Ort", Fault.COLUMN_TWICE),
    ]
    assert faults("Telefon\n0391") == [(1, "Name", Fault.COLUMN_MISSING), (1, "E-Mail", Fault.COLUMN_MISSING)]


def test_a_line_with_more_cells_than_headings_is_a_fault() -> None:
    assert faults("Name;E-Mail\nMeier;Anna;a@x.de\nBerta;b@x.de;;\n") == [(2, "", Fault.TOO_MANY_CELLS)]


@pytest.mark.parametrize("broken", ['"Berta;b@x.de\nCarla;c@x.de\n', '"Ber"ta;b@x.de\n'])
def test_a_forgotten_quotation_mark_swallows_no_lines_in_silence(broken: str) -> None:
    lines, errors = read("Name;E-Mail\nAnna;a@x.de\n" + broken)
    assert [line["Name"] for line in lines] == ["Anna"]
    assert errors == [RowError(3, "", "", Fault.LINE_BROKEN)]


def test_a_cell_without_end_is_a_fault() -> None:
    assert faults("Name;E-Mail\n" + "x" * 2**20 + ";a@x.de") == [(2, "", Fault.LINE_BROKEN)]


def test_what_is_shown_of_a_cell_is_short() -> None:
    line = Line(2, {"Name": "x" * 5000})
    assert len(line.error("Name", Fault.TOO_LONG).value) == 100


@given(st.binary())
def test_any_file_at_all_is_read_or_refused(data: bytes) -> None:
    lines, errors = read(data)
    assert lines or errors


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\ufeff"), max_size=20)


@given(st.lists(st.tuples(CELL.filter(lambda cell: bool(cell.strip())), CELL)), st.sampled_from(",;\t"))
def test_what_a_spreadsheet_writes_is_read_again(rows: list[tuple[str, str]], delimiter: str) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([("Name", "E-Mail"), *rows])
    lines, _ = read(written.getvalue())
    assert [(line["Name"], line["E-Mail"]) for line in lines] == [
        (name.strip(), email.strip()) for name, email in rows
    ]
