"""Reads reStructuredText, with what Sphinx adds to it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from docutils import nodes
from docutils.core import publish_doctree, publish_from_doctree

from knowledge.reading.decoding import decode
from knowledge.reading.errors import Empty
from knowledge.reading.html import read_page
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.plain import plain_reading
from knowledge.reading.rst_includes import Includes
from knowledge.reading.rst_names import register
from knowledge.reading.section import Reading
from knowledge.reading.stated_date import stated_date

_SILENT = 5
# docutils also stops the unfolding of substitutions there.
_LONGEST_LINE = 20_000
_SETTINGS = {
    "report_level": _SILENT,
    "halt_level": _SILENT,
    "exit_status_level": _SILENT,
    "warning_stream": False,
    "traceback": True,
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "doctitle_xform": False,
    "sectsubtitle_xform": False,
    "syntax_highlight": "none",
    "smart_quotes": False,
    "embed_stylesheet": False,
    "stylesheet_path": "",
    "output_encoding": "unicode",
    "math_output": "LaTeX",
    "_disable_config": True,
    "line_length_limit": _LONGEST_LINE,
    "initial_header_level": "1",
    "toc_backlinks": False,
    "footnote_backlinks": False,
}
_SIGNS = {"reg": "®", "copy": "©", "trade": "™"}
_ROLE = re.compile(r":[\w:+.-]+:`([^`<]+?)(?:\s*<[^>]*>)?`|`([^`<]+?)(?:\s*<[^>]*>)?`(?:_{1,2}|:[\w:+.-]+:)?")


def read_rst(path: Path, limits: Limits, recognition: Recognition) -> Reading:
    """The document with includes from its own manual. Raises Empty if there is no text."""
    source = Includes(path).resolve(decode(path.read_bytes()))
    if any(len(line) > _LONGEST_LINE for line in source.split("\n")):
        return plain_reading(source, path.stem)
    try:
        document = _parsed(source)
        markup = str(publish_from_doctree(document, writer="html5", settings_overrides=dict(_SETTINGS)))
    except RecursionError:
        return plain_reading(source, path.stem)
    page = read_page(markup)
    if page is None:
        raise Empty("there is no text in this document, only its headings or pictures")
    return Reading(page.title or path.stem, page.sections, date=_date(document))


def _parsed(source: str) -> nodes.document:
    register(source)
    document = publish_doctree(source, settings_overrides=dict(_SETTINGS))
    for element in list(document.findall(nodes.Element)):
        if any(isinstance(child, nodes.system_message | nodes.problematic) for child in element.children):
            element.children = [
                _resolved(c) for c in element.children if not isinstance(c, nodes.system_message)
            ]
    return document


def _resolved(node: nodes.Node) -> nodes.Node:
    return nodes.Text(_readable(node.astext())) if isinstance(node, nodes.problematic) else node


def _readable(text: str) -> str:
    """What docutils could not resolve (a substitution from elsewhere, an unknown role), as its words."""
    if text.startswith("|"):
        return _SIGNS.get(text.strip("|_"), text.strip("|_"))
    return _ROLE.sub(lambda found: found[1] or found[2] or "", text).strip("`*")


def _date(document: nodes.document) -> date | None:
    for node in document.findall(nodes.date):
        return stated_date(node.astext())
    return None
