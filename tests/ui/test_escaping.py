"""What stands in documents and questions is shown as it is, and never acts."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ui.escaping import as_html, as_label

HOSTILE = [
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "**fett** _schräg_ `Code` ~~weg~~",
    "[hier](javascript:alert(1)) ![x](http://example.org/x.png)",
    "$x^2$ und $$y$$",
    ":smile: :material/home: :red[rot] :blue-background[blau]",
    "# Titel",
    "1. Schritt",
    "- Punkt",
    "| a | b |",
    "<!-- weg -->",
    "&lt;b&gt; &amp;",
    "\\* schon geschützt",
    "https://example.org www.example.org",
]


def shown(markdown: str) -> str:
    """What a Markdown reader shows of a line, without marks; fails where it makes anything but text of it."""
    tokens = MarkdownIt("commonmark").enable(["strikethrough", "table"]).parse(markdown)
    kinds = {child.type for token in tokens for child in token.children or []}
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert kinds <= {"text", "text_special"}
    return "".join(child.content for token in tokens for child in token.children or [])


@pytest.mark.parametrize("text", HOSTILE)
def test_a_label_shows_the_text_as_it_is(text: str) -> None:
    assert shown(as_label(text)).replace("\u2060", "") == text


@given(st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" "), max_size=60))
def test_no_text_becomes_markup_in_a_label(text: str) -> None:
    one_line = " ".join(text.split())
    if one_line:
        assert shown(as_label(text)).replace("\u2060", "") == one_line.replace("\u2060", "")


@given(st.text(max_size=60))
def test_no_colon_is_left_for_an_icon_or_a_colour(text: str) -> None:
    assert all(after == "\u2060" for sign, after in zip(as_label(text), as_label(text)[1:]) if sign == ":")  # noqa: B905
    assert not as_label(text).endswith(":")


@given(st.text(max_size=60))
def test_escaped_text_holds_no_markup_and_reads_as_before(text: str) -> None:
    assert html.unescape(as_html(text)) == html.unescape(html.unescape(as_html(text))) or "&" in text
    assert not set(as_html(text)) & set("<>\"'")
