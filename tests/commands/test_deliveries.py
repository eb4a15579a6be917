"""Lists of deliveries from the command line, as the contract of the command line wants it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from sqlalchemy import select

from bootstrap import open_entrance
from core.database import Database
from core.settings import Settings
from deliveries.tables import ImportRow, LineChangeRow, OrderLineRow
from manage import main

EXPORTS = Path(__file__).resolve().parents[1] / "deliveries" / "exports"
FIRST, NEXT = EXPORTS / "01-lieferstand-2024-02-05.csv", EXPORTS / "02-lieferstand-2024-03-04.csv"
HEADINGS = "Bestellnummer;Schule;Gerät;Menge;Status\n"
COUNTS = ("created", "changed", "unchanged")


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    monkeypatch.setenv("LOTSE_HOME", str(tmp_path / "home"))
    door = open_entrance(Settings(home=tmp_path / "home"))
    yield door.database
    door.database.close()


@pytest.fixture
def schools(database: Database) -> None:
    assert main(["import-schools", str(EXPORTS / "schulen.csv")]) == 0


def run(*arguments: str | Path) -> int:
    return main(["import-deliveries", *map(str, arguments)])


def reported(tmp_path: Path, *arguments: str | Path) -> tuple[int, dict[str, Any]]:
    report = tmp_path / "report.json"
    return run(*arguments, "--report", report), json.loads(report.read_text("utf-8"))


def written(tmp_path: Path, rows: str, name: str = "liste.csv") -> Path:
    file = tmp_path / name
    file.write_text(HEADINGS + rows, "utf-8")
    return file


def kept(database: Database) -> list[Any]:
    """All that an import may write."""
    with database.read() as db:
        return [
            [{k: v for k, v in vars(row).items() if k[0] != "_"} for row in db.scalars(select(table))]
            for table in (OrderLineRow, LineChangeRow, ImportRow)
        ]


def test_the_schools_of_the_lists_are_taken_in(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import-schools", str(EXPORTS / "schulen.csv")]) == 0
    lines = (EXPORTS / "schulen.csv").read_text("utf-8").splitlines()
    assert any(line.endswith(",") for line in lines), "a school of no usual kind"
    assert capsys.readouterr().out == f"{len(lines) - 1} created, 0 changed, 0 unchanged\n"
    assert main(["import-schools", str(EXPORTS / "schulen.csv")]) == 0
    assert capsys.readouterr().out == f"0 created, 0 changed, {len(lines) - 1} unchanged\n"


def test_a_list_and_the_next_one_are_taken_in(
    schools: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, report = reported(tmp_path, FIRST)
    assert (status, report["accepted"], report["rows_ok"], report["row_errors"]) == (0, True, 24, [])
    assert [report[name] for name in COUNTS] == [24, 0, 0]
    assert "24 created, 0 changed, 0 unchanged, 0 outdated, 0 faults, as of 2024-02-05" in told(capsys)
    status, report = reported(tmp_path, NEXT)
    assert (status, report["rows_ok"]) == (0, 25)
    assert report["changed"] > 0
    assert sum(report[name] for name in COUNTS) == 25


def test_the_same_list_twice_changes_nothing(schools: None, tmp_path: Path, database: Database) -> None:
    run(FIRST)
    lines, changes, _ = kept(database)
    status, report = reported(tmp_path, FIRST)
    assert (status, [report[name] for name in COUNTS]) == (0, [0, 0, 24])
    assert kept(database)[:2] == [lines, changes]


def test_a_dry_run_says_the_same_and_writes_nothing(
    schools: None, tmp_path: Path, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    status, tried = reported(tmp_path, FIRST, "--dry-run")
    assert status == 0
    assert kept(database) == [[], [], []]
    assert "dry run: nothing was written" in told(capsys)
    assert reported(tmp_path, FIRST) == (0, tried)
    assert "dry run" not in told(capsys)


def test_every_fault_stands_in_a_table_and_the_other_rows_are_taken(
    schools: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, report = reported(tmp_path, EXPORTS / "03-semikolon-cp1252.csv")
    assert (status, report["rows_ok"], len(report["row_errors"])) == (0, 10, 4)
    assert all({"line", "column", "value", "why"} <= set(error) for error in report["row_errors"])
    out = told(capsys).splitlines()
    assert out[0].split() == ["line", "column", "value", "why"]
    row = next(line for line in out if line.startswith("9 "))
    assert "Liefertermin" in row
    assert "31.02.2024" in row
    assert out[0].index("value") == row.index("31.02.2024"), "the cells stand below their headings"
    assert "10 created" in out[-1]
    assert "4 faults" in out[-1]


def test_a_sheet_is_named_where_a_workbook_has_several(
    schools: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(EXPORTS / "06-mehrere-blaetter.xlsx") == 0
    assert "\nGrundschulen 7 " in told(capsys)


def test_a_list_that_is_refused_changes_nothing_and_fails(
    schools: None, tmp_path: Path, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "other.csv"
    file.write_text("Wer;Was\nKreide;Tafel\n", "utf-8")
    for more in ([], ["--dry-run"]):
        status, report = reported(tmp_path, file, *more)
        assert (status, report["accepted"], report["rows_ok"]) == (1, False, 0)
        assert "Bestellnummer" in report["refusal"]
        error = capsys.readouterr().err
        assert error.startswith("Nothing was taken in.\n")
        assert "Bestellnummer" in error
    lines, changes, [refused] = kept(database)  # the dry run kept nothing at all
    assert (lines, changes, refused["accepted"], refused["way"]) == ([], [], False, "command")


def test_a_list_cannot_tell_of_a_day_to_come(schools: None, tmp_path: Path, database: Database) -> None:
    status, report = reported(tmp_path, FIRST, "--as-of", "2999-01-01")
    assert (status, report["accepted"]) == (1, False)
    assert kept(database)[:2] == [[], []]
    with pytest.raises(SystemExit, match="2"):
        run(FIRST, "--as-of", "5. Februar")


def test_the_day_can_be_given(schools: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(written(tmp_path, "A-1;GmS Wille;iPad;3;Montiert\n"), "--as-of", "2024-02-05") == 0
    assert "as of 2024-02-05" in told(capsys)


def test_an_older_list_counts_only_where_it_is_said(schools: None, tmp_path: Path) -> None:
    new = written(tmp_path, "A-1;GmS Wille;iPad;3;Montiert\n", "neu.csv")
    old = written(tmp_path, "A-1;GmS Wille;iPad;3;Beauftragt\n", "alt.csv")
    assert run(new, "--as-of", "2024-03-04") == 0
    _, report = reported(tmp_path, old, "--as-of", "2024-02-05")
    assert (report["outdated"], report["changed"]) == (1, 0)
    _, report = reported(tmp_path, old, "--as-of", "2024-02-05", "--older")
    assert (report["outdated"], report["changed"]) == (0, 1)


def test_what_goes_back_is_said(schools: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for stage in ("Montiert", "Beauftragt"):
        assert run(written(tmp_path, f"A-1;GmS Wille;iPad;3;{stage}\n")) == 0
    assert "A-1, position 1: goes back" in told(capsys)


def test_only_a_complete_list_asks_about_lines_that_it_lacks(
    schools: None, tmp_path: Path, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    both = "A-1;GmS Wille;iPad;3;Beauftragt\nA-2;GmS Wille;iPad;3;Beauftragt\n"
    assert run(written(tmp_path, both)) == 0
    one = written(tmp_path, both.partition("\n")[0] + "\n")
    assert run(one) == 0
    assert "is not in the list" not in told(capsys)
    _, report = reported(tmp_path, one, "--full")
    assert "A-2, position 1: is not in the list any more" in told(capsys)
    assert report["no_longer_listed"] == [{"order": "A-2", "line": 1}]
    assert len(kept(database)[0]) == 2


def test_a_hostile_list_does_nothing_to_the_terminal(
    schools: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = Workbook()
    for title in ("Eins\x9b31m", "Zwei"):
        sheet = book.create_sheet(title)
        sheet.append(HEADINGS.strip().split(";"))
        sheet.append(["A-1", f"GmS\x9b31m Nirgends{'x' * 150}", "iPad", 3, "Montiert"])
    book.save(tmp_path / "hostile.xlsx")
    assert run(tmp_path / "hostile.xlsx") == 0
    out = told(capsys)
    assert "Eins31m 2 " in out
    assert "\x9b" not in out
    assert max(map(len, out.splitlines())) < 250


def test_files_that_cannot_be_read_or_written_are_told(
    schools: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path / "gone.csv") == 1
    assert "gone.csv" in capsys.readouterr().err
    assert run(FIRST, "--report", tmp_path / "gone" / "report.json") == 1
    assert "The report could not be written" in capsys.readouterr().err


def test_the_rounds_take_the_watched_folder(
    schools: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rounds"]) == 0
    assert "lists taken" not in told(capsys)
    monkeypatch.setenv("LOTSE_DELIVERIES_FOLDER", str(tmp_path / "eingang"))
    monkeypatch.setattr("deliveries.folder.SECONDS_UNCHANGED", 0)
    (tmp_path / "eingang").mkdir()
    os.link(written(tmp_path, "A-1;GmS Wille;iPad;3;Montiert\n"), tmp_path / "eingang" / "liste.csv")
    assert main(["rounds"]) == 0
    assert "1 lists taken, 0 refused, 0 left" in told(capsys)
    assert (tmp_path / "eingang" / "erledigt" / "liste.csv").is_file()


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out
