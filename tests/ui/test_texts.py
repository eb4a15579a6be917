"""All words of the interface stand in one table, complete in both languages."""

from __future__ import annotations

import ast
import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from string import Formatter

import pytest

from knowledge.kinds import DocumentKind
from ui.texts import ENGLISH, GERMAN, TEXTS, Texts

ROOT = Path(__file__).resolve().parents[2]
NAMES = [field.name for field in fields(Texts)]
SHOWS_WORDS = re.compile(r"[A-Za-zÄÖÜäöüß]{3,} [A-Za-zÄÖÜäöüß]{2,}")


def strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if is_dataclass(value):
        return [text for field in fields(value) for text in strings(getattr(value, field.name))]
    if isinstance(value, dict):
        return [text for part in value.values() for text in strings(part)]
    if isinstance(value, tuple):
        return [text for part in value for text in strings(part)]
    raise TypeError(value)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("name", NAMES)
def test_no_text_is_empty_in_any_language(name: str) -> None:
    assert all(text.strip() for t in TEXTS.values() for text in strings(getattr(t, name)))


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_fill_in_the_same_things(name: str) -> None:
    german, english = strings(getattr(GERMAN, name)), strings(getattr(ENGLISH, name))
    assert [placeholders(text) for text in german] == [placeholders(text) for text in english]


@pytest.mark.parametrize("t", TEXTS.values(), ids=TEXTS)
def test_every_kind_of_document_has_a_name(t: Texts) -> None:
    assert set(t.kinds) == set(DocumentKind)


@pytest.mark.parametrize("t", TEXTS.values(), ids=TEXTS)
def test_there_are_six_questions_to_start_with_and_four_reasons(t: Texts) -> None:
    assert (len(t.starters), len(t.reasons), len(t.months.split())) == (6, 4, 12)


@pytest.mark.parametrize("t", TEXTS.values(), ids=TEXTS)
def test_the_tone_is_calm(t: Texts) -> None:
    said = " ".join(text for name in NAMES for text in strings(getattr(t, name)))
    assert "!" not in said
    assert all(ord(sign) < 0x2100 for sign in said), "no emoji"


TABLES = sorted((ROOT / "ui" / "texts").glob("*.py"))
SOURCES = sorted({*(ROOT / "pages").glob("*.py"), *(ROOT / "ui").rglob("*.py")} - set(TABLES))


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.stem)
def test_no_words_for_people_stand_outside_the_table(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    not_shown = {id(node) for call in ast.walk(tree) for node in _unseen(call)}
    texts = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in not_shown
    ]
    allowed = {"python manage.py prepare", "load portal"}
    assert [t for t in texts if SHOWS_WORDS.search(re.sub("<[^>]*>?", "", t)) and t not in allowed] == []


def _unseen(node: ast.AST) -> list[ast.AST]:
    """Docstrings, log messages and scripts for the browser: nobody reads them on the screen."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return [node.value]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        logged = isinstance(node.func.value, ast.Name) and node.func.value.id == "log"
        return list(ast.walk(node)) if logged else []
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_run_in_browser":
        return list(ast.walk(node))
    return []
