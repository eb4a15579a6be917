"""The starter library holds what it should; its Markdown documents are well written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.kinds import KIND_OF_SUFFIX
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.reader import read
from knowledge.starter import STARTER_LIBRARY

MARKDOWN = sorted(STARTER_LIBRARY.glob("*.md"))

FIELDS = [
    "title",
    "devices",
    "topics",
    "audience",
    "level",
    "language",
    "valid_for",
    "questions",
    "checked",
    "author",
]
FORBIDDEN = re.compile(
    r"/work\b|/tmp\b|\bTODO\b|pypi|localhost|\bdu\b|\bdein|[!\U0001f300-\U0001faff]", re.IGNORECASE
)

every_markdown = pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.name)


def split(path: Path) -> tuple[dict[str, Any], str]:
    _, front, body = path.read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(front), body


def chapters(body: str) -> dict[str, str]:
    parts = re.split(r"^## (.+)$", body, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def everything_written() -> str:
    texts = [path.read_text("utf-8") for path in MARKDOWN]
    others = (path for path in STARTER_LIBRARY.iterdir() if path.suffix in KIND_OF_SUFFIX.keys() - {".md"})
    readings = [read(path, Limits(), Recognition()) for path in others]
    words = [item for r in readings for s in r.sections for block in s.blocks for item in block.items]
    return "\n".join([*texts, *words])


def test_the_library_holds_only_documents_that_the_portal_reads_and_their_facts() -> None:
    files = [path for path in STARTER_LIBRARY.rglob("*") if path.is_file()]
    assert len(files) >= 60
    assert {path.suffix for path in files} <= {*KIND_OF_SUFFIX, ".yml"}


def test_the_library_holds_enough_of_every_format() -> None:
    count = {suffix: len(list(STARTER_LIBRARY.glob(f"*{suffix}"))) for suffix in KIND_OF_SUFFIX}
    for suffix, least in ((".pdf", 6), (".docx", 3), (".pptx", 3), (".odt", 2)):
        assert count[suffix] >= least, suffix


def test_files_are_small_enough_to_live_in_the_repository() -> None:
    for path in STARTER_LIBRARY.iterdir():
        assert path.stat().st_size < (3_000_000 if path.suffix == ".mp4" else 300_000), path.name


@every_markdown
def test_front_matter_is_complete(path: Path) -> None:
    front, body = split(path)
    assert list(front) == FIELDS
    assert all(front.values())
    assert f"{front['checked']:%Y-%m}" == "2026-11"
    assert front["author"] == "Medienteam"
    assert front["language"] == ("en" if path.stem.endswith(".en") else "de")
    assert body.lstrip().startswith(f"# {front['title']}\n")


@every_markdown
def test_steps_are_numbered_one_by_one_and_are_three_to_eight(path: Path) -> None:
    lists = 0
    for heading, text in chapters(split(path)[1]).items():
        numbers = [int(number) for number in re.findall(r"^(\d+)\. ", text, re.MULTILINE)]
        assert numbers == list(range(1, len(numbers) + 1)), heading
        assert not numbers or 3 <= len(numbers) <= 8, heading
        lists += bool(numbers)
    assert lists >= 3


@every_markdown
def test_each_document_says_what_to_do_when_it_does_not_work(path: Path) -> None:
    table = chapters(split(path)[1])[
        "If it does not work" if path.stem.endswith(".en") else "Wenn es nicht klappt"
    ]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("|")]
    assert rows[0] in (["Problem", "Ursache", "Abhilfe"], ["Problem", "Cause", "What to do"])
    assert len(rows) >= 6
    assert {len(row) for row in rows} == {3}


def test_no_document_shouts_or_speaks_of_things_that_do_not_concern_a_teacher() -> None:
    written = everything_written().replace("<!--", "").replace("#DIV/0!", "")
    found = FORBIDDEN.search(written)
    assert found is None, found
