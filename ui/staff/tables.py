"""Tables of foreign words: plain HTML, read aloud and printed as such. A cell may have several lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from ui.escaping import as_html

NEW_LINE = "\n"


def show_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    head = "".join(f'<th scope="col">{as_html(heading)}</th>' for heading in headings)
    body = "".join(f"<tr>{_cells(row)}</tr>" for row in rows)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    st.html(f'<div class="words"><div class="table" tabindex="0">{table}</div></div>')


def _cells(row: Sequence[str]) -> str:
    return "".join(f"<td>{as_html(cell).replace(NEW_LINE, '<br>')}</td>" for cell in row)
