"""Blocks between ":::" lines, as Docusaurus, hyperbook and others write them, as HTML."""

from __future__ import annotations

import re
from html import escape

from knowledge.reading.markdown_code import parts
from knowledge.reading.word_set import word_set

_OPEN = re.compile(r"^([ \t>]*)(:{3,})[ \t]*([A-Za-z][\w-]*)[ \t]*(.*?)[ \t]*:*$")
_CLOSE = re.compile(r"^[ \t>]*(:{3,})[ \t]*$")
_BRACKETED = re.compile(r"^\[(.*?)\](?=\{|\s|$)")
_TITLE = re.compile(r"""\btitle\s*=\s*(["'])(.*?)\1""")
_DEEPEST = 50
_NOTES = word_set(
    """
    note tip info warning danger caution important success alert hint attention hinweis achtung tipp
    merke wichtig notice secondary callout admonition
    """
)
_RASPBERRY = re.compile(
    r"^--- (/?)([\w-]+) ---[ \t]*(?:\n|\Z)(?:---[ \t]*\n(?:title:[ \t]*(.*)\n|\w+:.*\n)+---[ \t]*\n)?",
    re.MULTILINE,
)
_HUGO = re.compile(r"\{\{[<%]\s*(/?)\s*([\w-]+)\s*([^{}]*?)\s*[%>]\}\}")


def directives_as_html(source: str) -> str:
    """Opens and closes a <div> for each directive; what is left open at the end is closed."""
    open_marks: list[str] = []
    pieces: list[str] = []
    for is_code, text in parts(source):
        pieces.append(text if is_code else _converted(text, open_marks))
    return "".join([*pieces, "\n\n", "</div>" * len(open_marks)])


def _converted(text: str, open_marks: list[str]) -> str:
    lines: list[str] = []
    for line in text.split("\n"):
        if opened := _OPEN.match(line):
            if len(open_marks) >= _DEEPEST:
                continue
            indent, mark, name, rest = opened.groups()
            open_marks.append(mark)
            lines += ["", *(indent + tag for tag in _opening(name.lower(), rest)), ""]
        elif (closed := _CLOSE.match(line)) and open_marks:
            indent = line[: closed.start(1)]
            count = _closed_by(closed[1], open_marks)
            del open_marks[-count:]
            lines += ["", indent + "</div>" * count, ""]
        elif not closed:
            lines.append(line)
    return "\n".join(lines)


def _closed_by(mark: str, open_marks: list[str]) -> int:
    if mark in open_marks:
        return open_marks[::-1].index(mark) + 1
    return 1


def shortcodes_as_directives(source: str) -> str:
    """Hugo's and Raspberry Pi's own marks for notes and parts to unfold."""
    source = _RASPBERRY.sub(_raspberry, source)
    return _HUGO.sub(_hugo, source)


def _raspberry(found: re.Match[str]) -> str:
    closing, _, title = found.groups()
    if closing:
        return "\n:::\n\n"
    return f"\n:::part[{title}]\n\n" if title else "\n:::part\n\n"


def _hugo(found: re.Match[str]) -> str:
    closing, name, rest = found.groups()
    if name.lower() not in _NOTES and name.lower() not in ("tab", "details", "expand"):
        return ""
    if closing:
        return "\n:::\n"
    words = re.findall(r'"([^"]*)"|(\S+)', rest)
    title = " ".join(quoted for quoted, _ in words if quoted)
    return f"\n:::{name}[{title}]\n" if title else f"\n:::{name}\n"


def _opening(name: str, rest: str) -> list[str]:
    title = _title(rest)
    if name in _NOTES:
        heading = [f'<p class="admonition-title">{escape(title)}</p>'] if title else []
        return [f'<div class="admonition {name}">', *heading]
    return [f'<div data-label="{escape(title)}">' if title else "<div>"]


def _title(rest: str) -> str:
    bracketed, stated = _BRACKETED.match(rest), _TITLE.search(rest)
    if bracketed:
        title = bracketed[1]
    elif stated:
        title = stated[2]
    else:
        title = re.sub(r"\{.*\}", "", rest)
    return "" if title.startswith("--") else re.sub(r"[*_`]+", "", title).strip("[] ")
