"""The command line as others rely on it, with the real model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bootstrap import open_entrance
from core.settings import load_settings
from manage import main
from ui.texts import GERMAN


@pytest.fixture
def home(prepared_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home that borrows the model."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "models").symlink_to(prepared_home / "models")
    monkeypatch.setenv("LOTSE_HOME", str(home))
    return home


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "manuals" / "drucker"
    folder.mkdir(parents=True)
    guide = "# Drucker\n\n## Papierstau\n\n1. Klappe öffnen.\n2. Papier herausziehen.\n"
    (folder / "stau.md").write_text(guide, "utf-8")
    (folder / "kaputt.pdf").write_bytes(b"%PDF-1.4 kaputt")
    return folder.parent


def test_sync_ask_and_search_keep_their_contract(
    home: Path, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "report.json"
    assert main(["sync", str(folder), "--report", str(report)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("added") and "drucker/stau.md" in line for line in lines)
    assert any(line.startswith("failed") and "drucker/kaputt.pdf" in line for line in lines)
    assert lines[-1].startswith("1 added, 0 changed, 0 unchanged, 0 removed, 1 failed")
    assert json.loads(report.read_text("utf-8"))["counts"]["added"] == 1

    assert main(["ask", "Was tun bei Papierstau im Drucker?", "--json"]) == 0
    reply = json.loads(capsys.readouterr().out)
    assert reply["outcome"] in {"answer", "nothing_found"}
    places = reply.get("citations") or reply["nearest"]
    assert places[0]["document"] == "drucker/stau.md"

    questions, out = tmp_path / "questions.jsonl", tmp_path / "out.jsonl"
    questions.write_text('{"id": "a", "question": "Papierstau"}\n\n{"id": "b", "text": "Klappe"}\n', "utf-8")
    assert main(["search", "--questions", str(questions), "--out", str(out), "--limit", "3"]) == 0
    found = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [row["id"] for row in found] == ["a", "b"]
    assert set(found[0]) == {"id", "answered", "confidence", "milliseconds", "hits"}
    hit = found[0]["hits"][0]
    assert set(hit) == {"document", "heading", "page", "seconds", "score", "text"}
    assert hit["heading"] == "Drucker > Papierstau"


def test_a_folder_in_which_nothing_can_be_read_ends_with_one(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "leer.txt").write_bytes(b"")
    assert main(["sync", str(folder)]) == 1


def test_an_empty_folder_is_refused_until_it_is_meant(
    home: Path, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert main(["sync", str(empty)]) == 1
    assert main(["sync", str(folder)]) == 0
    assert main(["sync", str(empty)]) == 1
    assert "--allow-empty" in capsys.readouterr().err
    assert main(["sync", str(empty), "--allow-empty"]) == 0
    assert "1 removed" in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_refused_in_one_line(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sync", str(tmp_path / "nowhere")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_an_unknown_setting_is_refused_with_its_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LOTSE_HOMME", "/somewhere")
    assert main(["doctor"]) == 1
    assert "LOTSE_HOMME" in capsys.readouterr().err


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '{"question": "ohne Nummer"}'])
def test_a_bad_line_of_questions_is_named(
    home: Path, tmp_path: Path, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text(f'{{"id": 1, "question": "gut"}}\n{line}\n', "utf-8")
    assert main(["search", "--questions", str(questions), "--out", str(tmp_path / "out.jsonl")]) == 1
    assert "line 2" in capsys.readouterr().err


def test_an_empty_library_is_said_in_the_questions_language(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", "Wie geht das?"]) == 0
    assert GERMAN.empty in capsys.readouterr().out


def test_doctor_tells_what_is_there(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    assert "database: not ready" in capsys.readouterr().out


def test_preparing_again_does_nothing(
    prepared_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LOTSE_HOME", str(prepared_home))
    assert main(["prepare"]) == 0
    assert capsys.readouterr().out == ""


def test_an_answer_is_written_with_its_numbered_places(
    prepared_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LOTSE_HOME", str(prepared_home))
    assert main(["ask", "Wie spiegele ich mein iPad auf das Display?"]) == 0
    out = capsys.readouterr().out
    assert "1. Prüfen Sie, ob iPad und Display im selben Netzwerk sind." in out
    assert "[1] Bildschirm spiegeln: iPad, Windows, Android, Chromebook · Handreichung (PDF) · Seite 2" in out


def test_doctor_says_that_nobody_can_give_roles_yet(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["tidy"])
    main(["doctor"])
    assert "people: nobody can manage them" in capsys.readouterr().out
    main(["add-user", "--name", "Ruth", "--email", "ruth@schule.example", "--role", "admin"])
    main(["doctor"])
    said = capsys.readouterr().out
    assert "people: 1, of them 1 who can manage the others" in said
    assert "nobody can manage them" not in said


def test_doctor_warns_of_what_a_demonstration_has_left(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    open_entrance(load_settings(env_file=None).model_copy(update={"demo": True})).database.close()
    main(["add-user", "--name", "Ruth", "--email", "ruth@schule.example", "--role", "admin"])
    capsys.readouterr()
    main(["doctor"])
    assert "people: 6 are left over from a demonstration" in capsys.readouterr().out
