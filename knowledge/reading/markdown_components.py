"""Components in MDX (`<Tabs>`, `<Icon … />`) as HTML: what is inside stays, labels become headings."""

from __future__ import annotations

import re
from html import escape

from knowledge.reading.word_set import word_set

_TAG = re.compile(r"<(/?)([A-Z][\w.]*|[a-z][\w-]*(?=[>\s/]))")
_LABEL = re.compile(r"""\b(label|title|summary|header|caption|value)\s*=\s*\{?\s*(["'`])(.*?)\2""", re.DOTALL)
_LONGEST_TAG = 5_000
_HTML = word_set(
    """
    a abbr address article aside audio b blockquote body br button caption center cite code col colgroup
    dd del details dfn div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6
    head header hr html i iframe img input ins kbd label legend li link main map mark meta nav noscript
    object ol optgroup option p param picture pre q s samp script section select small source span strike
    strong style sub summary sup svg path table tbody td template textarea tfoot th thead time title tr
    track tt u ul var video wbr
    """
)


def closed_tags(source: str) -> frozenset[str]:
    return frozenset(re.findall(r"</([\w.-]+)", source))


def without_components(source: str, closed: frozenset[str]) -> str:
    """Replaces components by <div> or nothing; a word in angle brackets that is no tag (closed nowhere in the
    document) stays as text."""
    pieces: list[str] = []
    end = 0
    for tag in _TAG.finditer(source):
        if tag.start() < end or (tag[2].lower() in _HTML and not tag[2][0].isupper()):
            continue
        stop = _end_of_tag(source, tag.end())
        whole = source[tag.start() : stop]
        if stop and (tag[1] or whole.endswith("/>") or tag[2] in closed):
            replacement = _replacement(source, tag, stop)
        else:
            replacement, stop = "&lt;", tag.start() + 1
        pieces += [source[end : tag.start()], replacement]
        end = stop
    return "".join([*pieces, source[end:]])


def _replacement(source: str, tag: re.Match[str], stop: int) -> str:
    line_start = source.rfind("\n", 0, tag.start()) + 1
    indent = source[line_start : tag.start()]
    opens_line = not indent.strip()
    ends_line = source[stop : stop + 200].split("\n", 1)[0].strip() == ""
    if source[tag.start() : stop].endswith("/>"):
        return ""
    if not opens_line and not ends_line:
        return ""
    # A blank line on both sides lets Markdown go on between the tags.
    return f"\n\n{_div(source, tag, stop)}\n\n"


def _div(source: str, tag: re.Match[str], stop: int) -> str:
    if tag[1]:
        return "</div>"
    attributes = {name: text for name, _, text in _LABEL.findall(source[tag.end() : stop])}
    value = attributes.pop("value", "") if tag[2].lower().startswith("tab") else ""
    label = next(iter(attributes.values()), "") or value
    return f'<div data-label="{escape(label)}">'


def _end_of_tag(source: str, start: int) -> int:
    """Where the tag ends; ">" inside quotation marks and braces does not count. 0 if it does not end."""
    quote, braces = "", 0
    for index in range(start, min(len(source), start + _LONGEST_TAG)):
        sign = source[index]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'`":
            quote = sign
        elif sign in "{}":
            braces += 1 if sign == "{" else -1
        elif sign == ">" and braces <= 0:
            return index + 1
        elif sign == "<" and not braces:
            return 0
    return 0
