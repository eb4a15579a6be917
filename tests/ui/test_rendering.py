"""Blocks become lists, tables and paragraphs; what matters is marked; nothing of a document acts."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from knowledge.reading.section import Block, BlockKind
from tests.ui.test_escaping import HOSTILE
from ui.rendering import blocks_html


def page(*blocks: Block, marked: tuple[str, ...] = ()) -> BeautifulSoup:
    return BeautifulSoup(blocks_html(blocks, marked, "Tabelle"), "html.parser")


def letters(text: str) -> str:
    """The text without what a table turns into cells."""
    return "".join(text.replace("|", "").split())


def test_steps_are_a_numbered_list() -> None:
    steps = page(Block(BlockKind.STEPS, ("Erst dies.", "Dann das."))).select("ol > li")
    assert [step.text for step in steps] == ["Erst dies.", "Dann das."]


def test_an_inner_step_stands_inside_its_step() -> None:
    html = page(Block(BlockKind.STEPS, ("Quelle wählen", "  HDMI 1", "    links", "  HDMI 2", "Ton prüfen")))
    assert [item.find(string=True) for item in html.select("ol > li")] == ["Quelle wählen", "Ton prüfen"]
    assert [item.find(string=True) for item in html.select("ol > li > ul > li")] == ["HDMI 1", "HDMI 2"]
    assert [item.text for item in html.select("ul ul > li")] == ["links"]


def test_a_list_that_starts_deep_loses_nothing() -> None:
    html = page(Block(BlockKind.BULLETS, ("    tief", "  mittel", "oben")))
    assert {item.find(string=True) for item in html.select("li")} == {"tief", "mittel", "oben"}


def test_a_table_has_its_heads_and_can_be_scrolled_with_the_keyboard() -> None:
    html = page(Block(BlockKind.TABLE, ("Netz | Für wen", "Intern | Lehrkräfte", "Gast")))
    assert [cell.text for cell in html.select("th[scope=col]")] == ["Netz", "Für wen"]
    assert [[c.text for c in row.select("td")] for row in html.select("tbody tr")] == [
        ["Intern", "Lehrkräfte"],
        ["Gast", ""],
    ]
    region = html.select_one("[role=region]")
    assert region is not None
    assert (region["tabindex"], region["aria-label"]) == ("0", "Tabelle")


def test_an_empty_table_is_no_error() -> None:
    assert page(Block(BlockKind.TABLE, ())).select("td") == []


def test_the_sentence_that_answers_is_marked_where_it_stands() -> None:
    block = Block(BlockKind.PARAGRAPH, ("Vorher. Das WLAN heißt <Intern>. Nachher.",))
    html = page(block, marked=("Das WLAN heißt <Intern>.",))
    assert [mark.text for mark in html.select("mark")] == ["Das WLAN heißt <Intern>."]
    assert html.text == "Vorher. Das WLAN heißt <Intern>. Nachher."


def test_the_longer_of_two_marks_wins() -> None:
    html = page(Block(BlockKind.PARAGRAPH, ("Ein Satz. Noch einer.",)), marked=("Ein", "Ein Satz."))
    assert [mark.text for mark in html.select("mark")] == ["Ein Satz."]


def test_a_marked_row_is_marked_in_each_cell() -> None:
    html = page(Block(BlockKind.TABLE, ("Netz | Für wen", "Gast | Gäste")), marked=("Gast | Gäste",))
    assert [mark.text for mark in html.select("td mark")] == ["Gast", "Gäste"]


def test_a_note_and_code_keep_their_lines() -> None:
    html = page(Block(BlockKind.NOTE, ("eins\nzwei",)), Block(BlockKind.CODE, ("a\n  b",)))
    assert [str(node) for node in html.select(".note br")] == ["<br/>"]
    assert [node.text for node in html.select("pre code")] == ["a\n  b"]


@pytest.mark.parametrize("kind", BlockKind)
@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("marked", [True, False], ids=["marked", "plain"])
def test_hostile_words_are_shown_and_do_not_act(kind: BlockKind, text: str, marked: bool) -> None:
    html = page(Block(kind, (text, text)), marked=(text,) if marked else ())
    allowed = {
        "p",
        "ol",
        "ul",
        "li",
        "mark",
        "div",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "pre",
        "code",
    }
    assert {node.name for node in html.find_all()} <= allowed
    assert {name for node in html.find_all() for name in node.attrs} <= {
        "class", "scope", "role", "tabindex", "aria-label",
    }  # fmt: skip
    assert letters(html.text) == letters(text + text)


LINE = st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" <>&\"'$:*_|`"), max_size=40)


@given(
    st.lists(st.tuples(st.sampled_from(BlockKind), st.lists(LINE, max_size=4)), max_size=3),
    st.lists(LINE, max_size=3),
)
def test_no_word_is_lost_and_no_tag_comes_from_a_document(
    blocks: list[tuple[BlockKind, list[str]]], marked: list[str]
) -> None:
    made = [Block(kind, tuple(items)) for kind, items in blocks]
    html = page(*made, marked=tuple(marked))
    assert sorted(letters(html.text)) == sorted(letters("".join("".join(items) for _, items in blocks)))
