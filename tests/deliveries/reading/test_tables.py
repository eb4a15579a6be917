"""Which rows of a list are order lines, and what stands in them."""

from __future__ import annotations

import pytest

from deliveries.reading.export import Layout, look_at, read_export
from deliveries.reading.headings import folded
from deliveries.refusals import ColumnsMissing, ColumnTwice, NotATable, RowUnreadable
from deliveries.stages import Stage
from tests.deliveries.reading.expected import HEADINGS, faults, line, read, row


def rows(*told: str) -> list[int]:
    export = read(*told)
    assert export.faults == ()
    return [line.row for line in export.lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_lists_are_read_however_they_were_saved(encoding: str, delimiter: str, ending: str) -> None:
    text = ending.join((HEADINGS, row(school="GS Brückfeld"))).replace(";", delimiter)
    assert read_export(text.encode(encoding), "liste.csv").lines[0].school == "GS Brückfeld"


def test_a_first_line_that_names_the_delimiter_is_not_counted() -> None:
    assert read(HEADINGS, row(), headings="sep=;").lines[0].row == 2


def test_headings_may_stand_below_titles_and_groups() -> None:
    headings = "\n".join(("Lieferstand;;Stand: 04.03.2024", "", ";;Schule;;;;Menge;;;;", HEADINGS))
    export = read(row(), headings=headings)
    assert [line.row for line in export.lines] == [5]
    assert str(export.as_of) == "2024-03-04"


@pytest.mark.parametrize(
    "passed_over",
    [
        "", ";;;", HEADINGS, HEADINGS.upper(), "Summe;;;;;;12;;", "Zwischensumme GS Salbke;;;;;;12;;",
        "Gesamtsumme;;;;;;12;;", ";;SUMME:;;;;12", "Quelle: Ticketsystem", "Export erstellt am 05.02.2024;;",
    ],
)  # fmt: skip
def test_rows_that_are_no_lines_are_passed_over(passed_over: str) -> None:
    assert rows(row(), passed_over, row(position="2")) == [2, 4]


def test_headings_that_are_repeated_in_another_sequence_count_from_there() -> None:
    other = "Status;Schule;Bestellnummer;Artikel;Anzahl"
    export = read(row(), "Schule;Bestellnummer;Status;Artikel;Anzahl", "GS Diesdorf;B-2;Geliefert;iPad;3")
    assert export.faults == ()
    assert [(line.order, line.school, line.ordered) for line in export.lines] == [
        ("B-1", "GS Salbke", 4),
        ("B-2", "GS Diesdorf", 3),
    ]
    assert read("Geliefert;GS Salbke;B-1;iPad;3", headings=other).lines[0].stage is Stage.DELIVERED


def test_an_order_that_only_begins_like_a_sum_is_one() -> None:
    assert line(order="Summerton-7").order == "Summerton-7"


@pytest.mark.parametrize(
    ("order", "known"),
    [
        ("A-24-77/2", ("A-24-77", 2)), ("A-24-77", ("A-24-77", 1)), ("A/24/3", ("A/24", 3)),
        ("A/x", ("A/x", 1)), ("A/0", ("A/0", 1)), ("/3", ("/3", 1)), ("0047110", ("0047110", 1)),
    ],
)  # fmt: skip
def test_without_a_column_the_position_stands_behind_the_slash(order: str, known: tuple[str, int]) -> None:
    found = read(f"{order};GS Salbke;iPad;3;Geliefert", headings="Auftrag;Schule;Gerät;Menge;Status").lines[0]
    assert (found.order, found.position) == known


def test_with_a_column_slashes_stay() -> None:
    assert (line(order="A/2", position="010").order, line(position="010").position) == ("A/2", 10)


@pytest.mark.parametrize(
    ("column", "value", "heading", "fault"),
    [
        ("order", "", "Bestellnummer", "missing"), ("position", "", "Position", "missing"),
        ("position", "1a", "Position", "not_a_number"), ("position", "0", "Position", "not_positive"),
        ("school", " ", "Schule", "missing"), ("ordered", "", "Menge bestellt", "missing"),
        ("ordered", "1000001", "Menge bestellt", "too_large"),
        ("delivered", "5", "Menge geliefert", "too_many_delivered"),
        ("stage", "unterwegs", "Status", "unknown_stage"), ("stage", "", "Status", "missing"),
        ("promise", "bald", "Liefertermin", "bad_date"), ("order", "x" * 101, "Bestellnummer", "too_long"),
        ("programme", "x" * 101, "Förderprogramm", "too_long"),
    ],
)  # fmt: skip
def test_a_fault_names_row_column_and_value(column: str, value: str, heading: str, fault: str) -> None:
    export = read(row(position="9"), row(**{column: value}))
    assert faults(export) == [(3, heading, value.strip(), fault)]
    assert [line.position for line in export.lines] == [9]


def test_all_faults_of_a_row_are_named() -> None:
    export = read(row(delivered="-1", promise="2024-13-01", school=""))
    assert [fault.column for fault in export.faults] == ["Schule", "Menge geliefert", "Liefertermin"]


def test_at_least_one_of_the_device_columns_is_filled() -> None:
    assert faults(read(row(category="", model=""))) == [(2, "Kategorie", "", "missing")]
    assert line(category="", model="", make="Apple").device.make == "Apple"


def test_faults_are_named_with_the_headings_of_the_file() -> None:
    export = read("A/1;;iPad;3;Geliefert", headings="Vorgang;STANDORT;Bezeichnung;Stückzahl;Stufe")
    assert faults(export) == [(2, "STANDORT", "", "missing")]


def test_cells_are_one_line_without_blanks_around_and_otherwise_as_they_stand() -> None:
    found = line(
        reason='"  Satz eins,\r\n Satz  zwei\u200b "', school="\xa0GS\xa0Salbke ", model="<b>*x*</b>"
    )
    assert (found.reason, found.school, found.device.model) == (
        "Satz eins, Satz  zwei",
        "GS\xa0Salbke",
        "<b>*x*</b>",
    )


def test_a_line_break_in_a_cell_does_not_move_the_rows_below_it() -> None:
    assert rows(row(reason='"eins\nzwei\n\ndrei"'), "", row(position="2")) == [2, 4]


def test_what_is_not_said_stays_open() -> None:
    found = line(delivered="")
    assert (found.delivered, found.promise, found.earmarked_until, found.room) == (None, None, None, "")


def test_rooms_measures_and_the_end_of_earmarking_are_read() -> None:
    headings = "Auftrag;Schule;Gerät;Menge;Status;Raum;Maßnahme;Zweckbindung bis"
    found = read("1;GS Salbke;iPad;3;Geliefert;204;M-7;12/2030", headings=headings).lines[0]
    assert (found.room, found.measure, str(found.earmarked_until)) == ("204", "M-7", "2030-12-31")


def test_lines_that_contradict_each_other_are_all_reported() -> None:
    export = read(row(), row(position="2"), row(delivered="4"), row(ordered="9"))
    assert [line.position for line in export.lines] == [2]
    assert faults(export) == [(number, "Position", "1", "contradiction") for number in (2, 4, 5)]


def test_the_same_line_twice_is_taken_once_however_it_is_written() -> None:
    assert rows(row(promise="2024-05-01"), row(promise="1.5.24", category="DISPLAY")) == [2]


def test_without_a_position_contradictions_name_the_order() -> None:
    headings = "Auftrag;Schule;Gerät;Menge;Status"
    export = read("A;GS Salbke;iPad;3;Geliefert", "A;GS Salbke;iPad;4;Geliefert", headings=headings)
    assert [fault.column for fault in export.faults] == ["Auftrag", "Auftrag"]


def test_all_missing_columns_are_named() -> None:
    with pytest.raises(ColumnsMissing) as raised:
        read("1;GS Salbke", headings="Bestellnummer;Schule")
    assert raised.value.columns == ("Kategorie", "Menge bestellt", "Status")


def test_two_columns_that_mean_the_same_are_refused() -> None:
    with pytest.raises(ColumnTwice):
        read(row() + ";x", headings=HEADINGS + ";Schule")


def test_a_broken_row_is_named() -> None:
    with pytest.raises(RowUnreadable) as raised:
        read(row(), row(position="2"), '"B-1" x;1')
    assert raised.value.row == 4


UNKNOWN = "Nr;Lieferort;Was;Wie viele;Stand der Dinge"


def test_a_list_with_a_layout_of_its_own_is_read_once_it_is_known() -> None:
    told = ("A-1;GS Salbke;iPad, 10 Zoll;3;angekommen?", "A-2;GS Salbke;iPad;1,0;Montiert")
    data = "\n".join(("Titel", UNKNOWN, *told)).encode()
    with pytest.raises(ColumnsMissing):
        read_export(data, "liste.csv")
    look = look_at(data, "liste.csv")
    assert look.headings == tuple(UNKNOWN.split(";"))
    assert set(look.columns.values()) == {None}
    assert look.samples[0] == ("A-1", "GS Salbke", "iPad, 10 Zoll", "3", "angekommen?")
    assert look.missing == ("Bestellnummer", "Schule", "Kategorie", "Menge bestellt", "Status")
    names = ("order", "school", "device", "ordered", "stage")
    columns = dict(zip(map(folded, look.headings), names, strict=True))
    layouts = {look.series: Layout(columns, {"angekommen?": "delivered"})}
    export = read_export(data, "liste.csv", layouts)
    assert export.faults == ()
    assert [line.stage for line in export.lines] == [Stage.DELIVERED, Stage.MOUNTED]
    assert export.series == look.series
    assert export.columns["Lieferort"] == "school"


def test_an_export_says_what_each_heading_was_taken_for() -> None:
    export = read(row() + ";x;y", headings=HEADINGS + ";Bemerkung;Preis")
    assert export.columns["Grund der Verzögerung"] == "reason"
    assert export.columns["Bemerkung"] is None
    assert export.columns["Preis"] is None
    assert export.headings == (*HEADINGS.split(";"), "Bemerkung", "Preis")


def test_a_text_is_no_table() -> None:
    with pytest.raises(NotATable):
        look_at(b"Bitte liefern Sie bald", "brief.csv")


def test_the_digest_is_that_of_the_bytes() -> None:
    assert read(row()).digest == read(row()).digest != read(row(ordered="5")).digest
