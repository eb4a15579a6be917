"""The names of directives and roles that docutils shall know besides its own.

docutils keeps them in tables of the whole process: they are filled once with the names that Sphinx has, and
with a name of its own that a document uses.
"""

from __future__ import annotations

import re
from functools import cache

from docutils import nodes
from docutils.parsers.rst import directives, roles
from docutils.parsers.rst.languages import en

from knowledge.reading.rst_directives import (
    Centered,
    Code,
    Labelled,
    Neutral,
    Note,
    Nothing,
    Only,
    Picture,
    Term,
)

_DIRECTIVE_NAME = re.compile(
    r"^[ \t]*\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?([A-Za-z][\w:+.-]*)[ \t]?::", re.MULTILINE
)
_ROLE_NAME = re.compile(r":([A-Za-z][\w:+.-]*):(?=`)|(?<=`):([A-Za-z][\w:+.-]*):")
_TARGET = re.compile(r"\s*(?<!\\)<[^<>]*>\s*$", re.DOTALL)

_NAMES = {
    "nothing": """
        toctree index highlight sectionauthor codeauthor tabularcolumns bibliography rst-class default-role
        currentmodule module program graphviz digraph graph mermaid uml plantuml youtube vimeo video raw
        literalinclude contents local sectnum section-numbering meta automodule autoclass autofunction include
        default-domain py:module py:currentmodule todolist cssclass class title""",
    "code": "code code-block sourcecode parsed-literal prompt doctest testcode testoutput console",
    "note": """
        seealso versionadded versionchanged deprecated versionremoved todo note tip hint important warning
        caution attention danger error admonition""",
    "labelled": """
        tab tab-item group-tab code-tab dropdown collapse details tab-set tabs grid grid-item card
        grid-item-card topic sidebar rubric""",
    "term": "option envvar confval describe object cmdoption function",
    "picture": "image figure thumbnail",
    "only": "only ifconfig",
    "centered": "centered",
    "neutral": "glossary hlist container compound epigraph highlights",
}
_KNOWN = frozenset(name for names in _NAMES.values() for name in names.split())


def register(source: str) -> None:
    """Makes docutils know all directives and roles that the source uses."""
    _register_known()
    for name in set(_DIRECTIVE_NAME.findall(source)):
        if not _is_known_directive(name.lower()):
            directives.register_directive(name.lower(), Term if ":" in name else Neutral)
    for before, after in set(_ROLE_NAME.findall(source)):
        name = (before or after).lower()
        if name not in en.roles:
            roles.register_local_role(name, _text_role)  # type: ignore[arg-type]  # gives text, not references


@cache
def _register_known() -> None:
    kinds: dict[str, type[Neutral]] = {
        "nothing": Nothing,
        "code": Code,
        "note": Note,
        "labelled": Labelled,
        "term": Term,
        "picture": Picture,
        "only": Only,
        "centered": Centered,
        "neutral": Neutral,
    }
    for kind, names in _NAMES.items():
        for name in names.split():
            directives.register_directive(name, kinds[kind])


def _is_known_directive(name: str) -> bool:
    return name in en.directives or name in _KNOWN


def _text_role(
    name: str,
    rawtext: str,
    text: str,
    lineno: int,
    inliner: object,
    options: object = None,
    content: object = (),
) -> tuple[list[nodes.Node], list[nodes.Node]]:
    """ "text <target>" gives the text; a lone target gives itself, without the marks that shorten it."""
    shown = _TARGET.sub("", text) or text.strip("<>")
    shown = shown.lstrip("!~") if _TARGET.search(text) is None else shown
    if name.rsplit(":", 1)[-1] in ("ref", "numref", "doc") and shown == text:
        shown = re.sub(r"[-_]", " ", shown.rsplit("/", 1)[-1].removesuffix("-label"))
    return [nodes.Text(nodes.unescape(shown.replace("-->", "→")))], []
