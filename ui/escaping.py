"""Foreign words made harmless: nothing in a document or a question becomes markup, a formula or an icon."""

from __future__ import annotations

import html
import re

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_WORD_JOINER = "\u2060"


def as_html(text: str) -> str:
    """The text for HTML, in elements and in attributes."""
    return html.escape(text, quote=True)


def as_label(text: str) -> str:
    """The text on one line, shown as it is where Markdown is read: labels, titles of dialogs."""
    one_line = " ".join(text.split())
    # A backslash does not keep Streamlit from reading `:icon:`; an invisible joiner behind the colon does.
    return _PUNCTUATION.sub(r"\\\1", one_line).replace(r"\:", rf"\:{_WORD_JOINER}")
