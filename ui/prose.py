"""Pages to read: headings, paragraphs, lists and tables as HTML, every word made harmless."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from ui.escaping import as_html


def show_title(title: str, lead: str = "") -> None:
    """The page's one heading of the first level, and a sentence below it."""
    below = f'<p class="explanation">{as_html(lead)}</p>' if lead else ""
    st.html(f"<h1>{as_html(title)}</h1>{below}")


def show_section(heading: str, *parts: str) -> None:
    """A heading of the second level and what stands below it; the parts are HTML."""
    st.html(f'<h2 class="section">{as_html(heading)}</h2><div class="words">{"".join(parts)}</div>')


def show_words(*parts: str) -> None:
    """What stands below no heading of its own; the parts are HTML."""
    st.html(f'<div class="words">{"".join(parts)}</div>')


def paragraph(text: str) -> str:
    return f"<p>{as_html(text)}</p>"


def subheading(text: str) -> str:
    return f"<h3>{as_html(text)}</h3>"


def bullets(texts: Iterable[str]) -> str:
    return listed(map(as_html, texts))


def listed(items: Iterable[str]) -> str:
    """A list of what is HTML already."""
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def link(address: str, text: str) -> str:
    return f'<a href="{as_html(address)}">{as_html(text)}</a>'


def facts(rows: Sequence[tuple[str, str]]) -> str:
    """Pairs of a name and what it is."""
    lines = "".join(
        f'<tr><th scope="row">{as_html(name)}</th><td>{as_html(is_)}</td></tr>' for name, is_ in rows
    )
    return f'<div class="table"><table>{lines}</table></div>'
