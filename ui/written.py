"""A reply as plain text, for the command line."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.passages import block_text
from retriever.answer import Answer, Citation, EmptyLibrary, NothingFound, Reply
from ui.places import description
from ui.texts import TEXTS, Texts


def written(reply: Reply) -> str:
    """The reply in the question's language: what it says, and each place on a line of its own."""
    t = TEXTS[reply.language]
    match reply:
        case EmptyLibrary():
            return "\n".join([t.empty, t.empty_for_administration, "python manage.py prepare"])
        case NothingFound(nearest=nearest):
            return f"{t.nothing}\n\n{t.nearest}\n{_lines(nearest, t)}"
        case Answer(blocks=blocks, citations=citations):
            return "\n\n".join([*map(block_text, blocks), _lines(citations, t)])


def _lines(citations: Iterable[Citation], t: Texts) -> str:
    return "\n".join(f"[{c.number}] {c.title} · {description(c, t)} ({c.document})" for c in citations)
