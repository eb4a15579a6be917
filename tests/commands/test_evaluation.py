"""`manage.py evaluate`: most of it on runs that were kept, so that no model is needed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import quality
from manage import main
from tests.retriever.evaluation.runs import QUESTIONS, RESULTS, Line, hit, question, result

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("LOTSE_HOME", str(home))
    monkeypatch.setenv("LOTSE_DATABASE_URL", "")
    return home


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """The arguments: questions, and a run of `search` on them."""
    return [
        written(tmp_path / "questions.jsonl", QUESTIONS),
        "--results",
        written(tmp_path / "run.jsonl", RESULTS),
    ]


def written(path: Path, rows: list[Line]) -> str:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return str(path)


def refuse(constant: str) -> Any:
    raise AssertionError(f"{constant} is no JSON")


def refused(arguments: list[str], capsys: Printed) -> str:
    assert main(["evaluate", *arguments]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1
    return printed.err


def test_a_kept_run_is_judged(files: list[str], capsys: Printed) -> None:
    assert main(["evaluate", *files, "--misses", "1"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "all (6 questions)"
    assert "how (3 questions)" in told
    assert told[-4:-2] == ["4 misses", "  –  never: Wie never?"]


def test_questions_are_parted_by_another_field(files: list[str], capsys: Printed) -> None:
    assert main(["evaluate", *files, "--by", "answerable"]) == 0
    told = capsys.readouterr().out
    assert "True (4 questions)" in told
    assert "False (2 questions)" in told


def test_json_is_json(files: list[str], capsys: Printed) -> None:
    assert main(["evaluate", *files, "--json", "--against", files[-1]]) == 0
    told = json.loads(capsys.readouterr().out, parse_constant=refuse)
    assert told["figures"]["all"]["mrr@10"]["value"] == 0.4375
    assert told["gains"]["hit@1"]["value"] == 0
    assert told["moved"] == []


@pytest.mark.parametrize("part", [QUESTIONS[:4], QUESTIONS[4:]], ids=["none to refuse", "none to answer"])
def test_questions_of_one_sort_are_enough(
    part: list[Line], files: list[str], tmp_path: Path, capsys: Printed
) -> None:
    files[0] = written(tmp_path / "part.jsonl", part)
    assert main(["evaluate", *files, "--against", files[-1]]) == 0
    assert capsys.readouterr().out.startswith(f"all ({len(part)} questions)")
    assert main(["evaluate", *files, "--against", files[-1], "--json"]) == 0
    json.loads(capsys.readouterr().out, parse_constant=refuse)


def test_a_run_may_take_the_place_of_the_one_that_it_is_compared_with(
    files: list[str], tmp_path: Path, capsys: Printed
) -> None:
    kept = written(tmp_path / "kept.jsonl", [result("first", "b", "a"), *RESULTS[1:]])
    assert main(["evaluate", *files, "--against", kept, "--out", kept]) == 0
    assert "2 → 1  first: Wie first?" in capsys.readouterr().out
    assert Path(kept).read_text("utf-8") == Path(files[-1]).read_text("utf-8")


def test_questions_that_came_later_are_not_compared(
    files: list[str], tmp_path: Path, capsys: Printed
) -> None:
    earlier = written(tmp_path / "earlier.jsonl", RESULTS[:2])
    assert main(["evaluate", *files, "--against", earlier]) == 0
    assert "question by question (2 questions)" in capsys.readouterr().out
    other = written(tmp_path / "other.jsonl", [result("other")])
    assert "none of these questions" in refused([*files, "--against", other], capsys)


def test_line_separators_in_a_text_do_not_end_a_line(tmp_path: Path, capsys: Printed) -> None:
    asked = written(tmp_path / "q.jsonl", [question("q", "a")])
    told = written(tmp_path / "r.jsonl", [result("q", hits=[hit("a", text="eins\u2028zwei\x85drei")])])
    assert main(["evaluate", asked, "--results", told, "--out", str(tmp_path / "out.jsonl")]) == 0
    assert main(["evaluate", asked, "--results", str(tmp_path / "out.jsonl")]) == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "holds no question"),
        ("\n \n", "holds no question"),
        ('{"id": 1, "question": "Wie?"', "line 1: not JSON"),
        ('{"id": 1}', 'line 1: needs "id" and "question"'),
        ('{"id": "q", "question": "Wie?"}', "q: can be answered, but"),
        ('{"id": "q", "question": "Wie?", "answerable": "no"}', "neither true nor false"),
    ],
)
def test_bad_questions_are_refused_in_one_line(
    content: str, said: str, files: list[str], capsys: Printed
) -> None:
    Path(files[0]).write_text(content, "utf-8")
    assert said in refused(files, capsys)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "no result for 6 of 6 questions, first: first"),
        ("keine Zeilen", "is no run of `search`"),
        ("[]", 'a line has no "id"'),
        ('{"hits": []}', 'a line has no "id"'),
        ("\udcff", "is no run of `search`"),
    ],
)
@pytest.mark.parametrize("argument", ["--results", "--against"])
def test_a_bad_run_is_refused_in_one_line(
    argument: str, content: str, said: str, files: list[str], tmp_path: Path, capsys: Printed
) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text(content, "utf-8", "surrogateescape")
    said = "none of these questions" if argument == "--against" and not content else said
    assert said in refused([*files, argument, str(bad)], capsys)


def test_a_run_without_hits_is_refused(files: list[str], tmp_path: Path, capsys: Printed) -> None:
    bad = written(tmp_path / "bad.jsonl", [{"id": each["id"]} for each in QUESTIONS])
    assert 'first: the result has no "hits"' in refused([*files, "--results", bad], capsys)


@pytest.mark.parametrize("place", [0, 2])
def test_a_file_that_is_not_there_is_named(place: int, files: list[str], capsys: Printed) -> None:
    files[place] = "nowhere.jsonl"
    assert "nowhere.jsonl cannot be read" in refused(files, capsys)


def test_a_field_that_no_question_has_is_refused(files: list[str], capsys: Printed) -> None:
    assert 'no question has a field "typ"' in refused([*files, "--by", "typ"], capsys)


def test_a_folder_that_is_not_there_is_said_before_the_search(
    files: list[str], tmp_path: Path, capsys: Printed
) -> None:
    out = str(tmp_path / "nowhere" / "run.jsonl")
    assert "there is no such folder" in refused([files[0], "--out", out], capsys)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "manuals"
    folder.mkdir()
    guide = "# Drucker\n\n## Papierstau\n\n1. Klappe öffnen.\n2. Papier herausziehen.\n"
    (folder / "stau.md").write_text(guide, "utf-8")
    return folder


def about_the_printer(folder: Path) -> str:
    place = {"path": "stau.md", "section": "Papierstau", "grade": 2}
    asked = [
        question("stau", "-", question="Papierstau im Drucker", relevant=[place]),
        question("elsewhere", "fort.md", question="Wo ist die Klappe?"),
        question("none", question="Wie wird morgen das Wetter?"),
    ]
    return written(folder / "asked.jsonl", asked)


def test_a_library_is_searched_and_its_run_kept(
    home: Path, library: Path, prepared_home: Path, tmp_path: Path, capsys: Printed
) -> None:
    (home / "models").symlink_to(prepared_home / "models")
    asked, kept = about_the_printer(tmp_path), tmp_path / "run.jsonl"
    assert main(["sync", str(library)]) == 0
    capsys.readouterr()
    assert main(["evaluate", asked, "--json", "--out", str(kept)]) == 0
    printed = capsys.readouterr()
    found = json.loads(printed.out)["figures"]["all"]
    assert (found["hit@1"]["value"], found["section@5"]["value"]) == (0.5, 1)
    assert printed.err == "labels that name no document of the library: 1, first: elsewhere: fort.md\n"
    assert main(["evaluate", asked, "--json", "--results", str(kept), "--against", str(kept)]) == 0
    assert json.loads(capsys.readouterr().out)["figures"]["all"] == found


def test_the_table_of_all_sets_has_a_line_for_each(
    home: Path, library: Path, prepared_home: Path, tmp_path: Path, capsys: Printed
) -> None:
    (home / "documents").mkdir()
    (home / "documents" / "models").symlink_to(prepared_home / "models")
    given = ["--home", str(home), "--documents", str(library), about_the_printer(tmp_path)]
    assert quality.main(given) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("1 documents, ")
    assert told[2].startswith("| set | questions | hit@1 |")
    assert told[4].startswith("| asked | 3 | 0.50 [0.00, 1.00] |")
    assert len({line.count("|") for line in told[2:]}) == 1
    assert not (home / "lotse.sqlite").exists(), "a portal's own home is never touched"


def test_a_bad_set_is_refused_before_anything_is_read(library: Path, tmp_path: Path, capsys: Printed) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{", "utf-8")
    assert quality.main(["--documents", str(library), str(bad)]) == 1
    assert "line 1: not JSON" in capsys.readouterr().err
