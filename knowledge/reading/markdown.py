"""Reads Markdown and MDX."""

from __future__ import annotations

import re
from pathlib import Path

from markdown_it import MarkdownIt
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from knowledge.reading.decoding import decode
from knowledge.reading.errors import Empty
from knowledge.reading.front_matter import split_front_matter
from knowledge.reading.html import read_page
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.markdown_dialects import plain_markdown
from knowledge.reading.section import Reading

_DEEPEST_NESTING = 40
_TITLE_COMMENT = re.compile(r"^<!--\s*title:\s*(.*?)\s*-->", re.MULTILINE)
_COMPONENT = re.compile(r"^\s*</?[A-Z]\w+[\s>]", re.MULTILINE)


def read_markdown(path: Path, limits: Limits, recognition: Recognition) -> Reading:
    """The document with what its front matter says. Raises Empty if there is no text in it."""
    facts, source = split_front_matter(decode(path.read_bytes()))
    title = facts.title or _commented_title(source)
    parser = _parser(indented_code=path.suffix.lower() != ".mdx" and not _COMPONENT.search(source))
    page = read_page(parser.render(plain_markdown(source)), title=title)
    if page is None:
        raise Empty("there is no text in this document, only its headings or pictures")
    return Reading(
        page.title or facts.label or path.stem,
        page.sections,
        date=facts.date,
        language=facts.language,
        facts=facts.facts,
    )


def _commented_title(source: str) -> str:
    found = _TITLE_COMMENT.search(source[:1_000])
    return found[1] if found else ""


def _parser(*, indented_code: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST_NESTING})
    parser.enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(deflist_plugin).use(admon_plugin)
    # In MDX the inside of a component may be indented as one likes.
    return parser if indented_code else parser.disable("code")
