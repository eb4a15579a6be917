"""Changes Markdown source only where it is not code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_FENCE = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(`{3,}|~{3,})(.*)$")
_SPAN = re.compile(r"((?<!`)(`{1,2})(?!`)[^\n`]+(?<!`)\2(?!`))")

Change = Callable[[str], str]


def outside_fences(source: str, change: Change) -> str:
    return "".join(text if is_code else change(text) for is_code, text in parts(source))


def outside_code(source: str, change: Change) -> str:
    """Leaves fenced blocks and code in running text as they are."""
    return outside_fences(source, lambda text: _outside_spans(text, change))


def _outside_spans(text: str, change: Change) -> str:
    pieces: list[str] = []
    end = 0
    for span in _SPAN.finditer(text):
        pieces += [change(text[end : span.start()]), span[0]]
        end = span.end()
    return "".join([*pieces, change(text[end:])])


def parts(source: str) -> Iterator[tuple[bool, str]]:
    """The source in pieces, each with whether it is a fenced block of code."""
    lines: list[str] = []
    fence = ""
    for line in source.splitlines(keepends=True):
        mark = _FENCE.match(line.rstrip("\n"))
        if not fence and mark and not (mark[1][0] == "`" and "`" in mark[2]):
            yield False, "".join(lines)
            lines, fence = [line], mark[1]
        elif fence and mark and mark[1].startswith(fence) and not mark[2].strip():
            yield True, "".join([*lines, line])
            lines, fence = [], ""
        else:
            lines.append(line)
    yield bool(fence), "".join(lines)
