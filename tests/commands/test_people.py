"""The commands about people and schools, as operators type them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from manage import main


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LOTSE_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def schools(home: Path) -> Path:
    file = home / "schools.csv"
    file.write_text("Schule;Schulform;Kurzname\nGS Am Westring;GS;Westring\nHegel-Gymnasium;Gym;\n", "utf-8")
    return file


def add(email: str, role: str, *more: str) -> int:
    return main(["add-user", "--name", "Anna Meier", "--email", email, "--role", role, *more])


def test_lists_of_schools_and_people_are_taken_in(
    home: Path, schools: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = home / "people.csv"
    people.write_text(
        "Name;E-Mail;Rolle;Schulen\nAnna Meier;a@x.de;Lehrkraft;Westring|Hegel-Gymnasium\n", "utf-8"
    )
    for _ in range(2):
        assert main(["import-schools", str(schools)]) == 0
        assert main(["import-users", str(people)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "2 created, 0 changed, 0 unchanged",
        "1 created, 0 changed, 0 unchanged",
        "0 created, 0 changed, 2 unchanged",
        "0 created, 0 changed, 1 unchanged",
    ]


def test_every_fault_of_a_list_is_a_sentence(
    home: Path, schools: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import-schools", str(schools)])
    people = home / "people.csv"
    people.write_text("Name;E-Mail;Rolle;Schulen\nAnna;a@;Koch;Westringe\n;;;\n", "utf-8")
    assert main(["import-users", str(people)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "Nothing was taken in.",
        "line 2, E-Mail: “a@” is no e-mail address",
        "line 2, Rolle: “Koch” is no role (teacher, head, assistant, trainer, team, admin)",
        "line 2, Schulen: “Westringe” is no school that the portal knows; did you mean “GS Am Westring”?",
    ]
    assert main(["import-users", str(home / "nowhere.csv")]) == 1
    assert "nowhere.csv" in capsys.readouterr().err


def test_a_person_is_added_changed_taken_along_and_deleted(
    schools: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import-schools", str(schools)])
    assert add("admin@x.de", "Verwaltung") == 0
    assert add("a@x.de", "teacher", "--school", "westring", "--school", "Hegel-Gymnasium") == 0
    assert main(["set-role", "A@x.de", "head"]) == 0
    assert main(["deactivate", "a@x.de"]) == 0
    capsys.readouterr()
    assert main(["export-person", "a@x.de"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["account"]["role"], told["account"]["active"], len(told["schools"])) == ("head", False, 2)
    assert main(["delete-person", "a@x.de"]) == 0
    assert main(["export-person", "a@x.de"]) == 1
    assert "nobody with the address a@x.de" in capsys.readouterr().err
    assert main(["tidy"]) == 0


@pytest.mark.parametrize(
    ("email", "more", "told"),
    [
        ("kein", [], "kein is no e-mail address"),
        ("admin@x.de", [], "a person with the address admin@x.de already"),
        ("neu@x.de", ["--school", "Nirgendwo"], "no school called Nirgendwo"),
        ("neu@x.de", ["--name", " "], "The name is missing"),
        ("neu@x.de", ["--name", "x" * 201], "longer than 200 letters"),
    ],
)
def test_what_cannot_be_added_is_told(
    email: str, more: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    add("admin@x.de", "admin")
    assert add(email, "teacher", *more) == 1
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("command", [["deactivate"], ["delete-person"], ["set-role", "teacher"]])
def test_the_last_administrator_stays(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    add("admin@x.de", "admin")
    assert main([command[0], "admin@x.de", *command[1:]]) == 1
    assert "Nobody would be left" in capsys.readouterr().err


def test_an_unknown_role_is_told_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["set-role", "a@x.de", "Koch"])
    assert "Koch is no role; there are teacher, head" in capsys.readouterr().err


def test_who_is_added_gets_a_link_for_a_password(capsys: pytest.CaptureFixture[str]) -> None:
    add("admin@x.de", "admin")
    first = capsys.readouterr().out
    assert main(["password-link", "admin@x.de"]) == 0
    second = capsys.readouterr().out
    links = [
        re.findall(r"http://localhost:8501/passwort/neu\?link=[\w-]{43}", told) for told in (first, second)
    ]
    assert [len(found) for found in links] == [1, 1]
    assert links[0] != links[1]


def test_who_is_deactivated_gets_no_link(capsys: pytest.CaptureFixture[str]) -> None:
    add("a@x.de", "teacher")
    main(["deactivate", "a@x.de"])
    assert main(["password-link", "a@x.de"]) == 1
    assert "a@x.de is deactivated." in capsys.readouterr().err


def test_where_a_service_signs_in_there_are_no_passwords(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LOTSE_LOCAL_ACCOUNTS", "false")
    add("a@x.de", "teacher")
    assert "/passwort/neu" not in capsys.readouterr().out
