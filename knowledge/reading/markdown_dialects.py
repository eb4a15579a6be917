"""Turns what site generators add to Markdown into plain Markdown and HTML."""

from __future__ import annotations

import re

from knowledge.reading.markdown_code import outside_code, outside_fences
from knowledge.reading.markdown_components import closed_tags, without_components
from knowledge.reading.markdown_directives import directives_as_html, shortcodes_as_directives

_HIGHLIGHT = re.compile(r"\{%-?\s*highlight\b[^%\n]*%\}")
_END_HIGHLIGHT = re.compile(r"\{%-?\s*endhighlight\s*-?%\}")
_IMPORT = re.compile(r"^import\s[^;]{0,500}?['\"][^'\"\n]*['\"];?[ \t]*$", re.MULTILINE)
_EXPORT = re.compile(r"^export\s+(?:const|let|var|default|function)\b.*\n(?:.+\n)*", re.MULTILINE)
_CONTENTS = re.compile(r"^\s*(?:\[\[_?toc_?\]\]|\[toc\]|\$\{toc\})\s*$", re.MULTILINE | re.IGNORECASE)
_CHECKBOX = re.compile(r"^(\s*(?:[-*+]|\d+[.)])\s+)\[[ xX]\]\s+", re.MULTILINE)
_ATTRIBUTES = re.compile(r"[ \t]?\{[ \t]*[:#.][^{}\n]*\}|(?<=[)\]])\{[^{}\n]*\}")
_EMPTY_EXPRESSION = re.compile(r"""\{\s*(?:["'`]\s*["'`])?\s*\}""")
_MENU_ICON = re.compile(r":mdi\[(?:chevron|arrow)Right\](?:\{[^{}\n]*\})?")
_ICON = re.compile(r":(?:mdi|icon|fa|fas|bi)\[[^\]\n]*\](?:\{[^{}\n]*\})?[ \t]?")
_INLINE_DIRECTIVE = re.compile(
    r"(?<![A-Za-z0-9:]):{1,2}[A-Za-z][\w-]*(?:\[([^\]\n]{0,200})\](?:\{[^{}\n]{0,300}\})?|\{[^{}\n]{0,300}\})"
)
_EMOJI = re.compile(r"(?<![\w:/.-]):[a-z][a-z0-9_+-]*:(?![\w:/])")
_JSX_VALUE = re.compile(r"(?<=[\w\"'])\s+(?!label|title)[\w-]+=\{\{?[^{}\n]*\}?\}")
# Links that CommonMark does not take for links: blanks in the address.
_HIDDEN_LINK = re.compile(r"(?<!!)\[((?:[^\[\]\n]|\[[^\[\]\n]*\]){0,300})\]\((?:mailto:|#)[^()\n]*\)")
_PAGE_BREAK = re.compile(r"^\s*\\(?:newpage|pagebreak|clearpage)\s*$", re.MULTILINE)
_HEADLESS_TABLE = re.compile(r"(?<=\n)\n(\|(?:[ \t]*:?-+:?[ \t]*\|)+)[ \t]*\n(?=[ \t]*\|)")


def plain_markdown(source: str) -> str:
    """The document without imports, templates, components and attributes; their text is kept."""
    source = _END_HIGHLIGHT.sub("\n```\n", _HIGHLIGHT.sub("\n```\n", source))
    source = outside_fences(source, _blocks)
    closed = closed_tags(source)
    source = outside_code(source, lambda text: _inline(text, closed))
    return directives_as_html(source)


def _blocks(text: str) -> str:
    text = _without(text, "{/*", "*/}")
    text = shortcodes_as_directives(text)
    text = _EXPORT.sub("", _IMPORT.sub("", text))
    text = _HEADLESS_TABLE.sub(
        lambda rule: "\n" + re.sub(r"[-:]", " ", rule[1]) + "\n" + rule[0].strip("\n") + "\n", text
    )
    return _CHECKBOX.sub(r"\1", _PAGE_BREAK.sub("", _CONTENTS.sub("", text)))


def _inline(text: str, closed: frozenset[str]) -> str:
    for start, end in (("{%", "%}"), ("{{<", ">}}"), ("{{%", "%}}")):
        text = _without(text, start, end)
    text = without_components(_JSX_VALUE.sub("", _HIDDEN_LINK.sub(r"\1", text)), closed)
    text = _without(text, "{{", "}}")
    text = _EMPTY_EXPRESSION.sub(" ", _ATTRIBUTES.sub("", text))
    text = _ICON.sub("", _MENU_ICON.sub("›", text))
    return _EMOJI.sub("", _INLINE_DIRECTIVE.sub(lambda found: found[1] or "", text))


def _without(text: str, start: str, end: str) -> str:
    """The text without what stands between the marks."""
    pieces: list[str] = []
    position = 0
    while (first := text.find(start, position)) >= 0:
        last = text.find(end, first + len(start))
        if last < 0:
            break
        pieces.append(text[position:first])
        position = last + len(end)
    return "".join([*pieces, text[position:]])
