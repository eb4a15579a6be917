"""Walks a cleaned HTML tree and puts its blocks into an outline."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from bs4.element import PageElement, Tag

from knowledge.reading import html_tables
from knowledge.reading.html_cleaning import classes
from knowledge.reading.html_depth import DEEPEST
from knowledge.reading.html_notes import is_note, note_blocks, note_title
from knowledge.reading.html_outline import HtmlOutline, item_lines
from knowledge.reading.html_text import collapsed, descriptions, running_text, words
from knowledge.reading.section import Block, BlockKind
from knowledge.reading.word_set import word_set

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CONTAINERS = word_set(
    """
    html body div section article main aside header footer address center form fieldset figure figcaption
    details summary tbody thead tr td th li dd dt p blockquote hr tabitem hgroup
    """
)
_CAPTION_NUMBER = re.compile(r"^(abbildung|bild|abb\.|figure|fig\.)\s*[\d.]+[.:]?\s*", re.IGNORECASE)
_COPYRIGHT = re.compile(r"^(©|\(c\)\s|copyright\b)", re.IGNORECASE)
_NAVIGATION = word_set(
    """
    next previous prev up home top back index contents weiter zurück nach oben hoch anfang zum
    seitenanfang vorherige nächste seite start inhalt | · « » < > ← → ↑ -
    """
)
_ALERT = re.compile(r"^\s*\[!\w+\][ \t]*")
_DIAGRAMS = frozenset({"language-mermaid", "language-plantuml", "language-dot", "language-graphviz"})


def walk(node: Tag, outline: HtmlOutline, depth: int = 0) -> None:
    """Adds the blocks inside `node`, in their order."""
    if depth > DEEPEST:
        outline.add(BlockKind.PARAGRAPH, [collapsed(node.get_text(" "))])
        return
    run: list[PageElement] = []
    for child in node.children:
        if isinstance(child, Tag) and _is_block(child):
            _paragraph(run, outline)
            run = []
            _HANDLERS.get(child.name, _container)(child, outline, depth + 1)
        else:
            run.append(child)
    _paragraph(run, outline)


def blocks_inside(nodes: Iterable[Tag], depth: int) -> list[Block]:
    inner = HtmlOutline(flat=True)
    for node in nodes:
        walk(node, inner, depth + 1)
    return inner.blocks


def _is_block(tag: Tag) -> bool:
    if tag.name in _HANDLERS or tag.name in _CONTAINERS:
        return True
    return any(
        isinstance(inner, Tag) and (inner.name in _HANDLERS or inner.name in _CONTAINERS)
        for inner in tag.descendants
    )


def _paragraph(run: list[PageElement], outline: HtmlOutline) -> None:
    if not run:
        return
    text = running_text(run)
    if not words(run):
        said = [alt for alt in descriptions(run) if len(alt.split()) > 3 and not outline.says(alt)]
        outline.add(BlockKind.PARAGRAPH, said)
    elif not _is_navigation(text, run) and not (_COPYRIGHT.match(text) and len(text) < 200):
        outline.add(BlockKind.PARAGRAPH, [text])


def _is_navigation(text: str, run: list[PageElement]) -> bool:
    has_link = any(isinstance(node, Tag) and (node.name == "a" or node.find("a")) for node in run)
    return has_link and len(text) < 120 and all(word in _NAVIGATION for word in text.lower().split())


def _container(tag: Tag, outline: HtmlOutline, depth: int) -> None:
    own = classes(tag)
    if is_note(tag):
        outline.extend(note_blocks(note_title(tag), blocks_inside([tag], depth)))
    elif label := _label(tag):
        with outline.group(label):
            walk(tag, outline, depth)
    elif "line-block" in own:
        outline.add(BlockKind.PARAGRAPH, [running_text([tag])])
    elif "footnote" in own or "footnote-list" in own:
        _footnote(tag, outline, depth)
    else:
        walk(tag, outline, depth)


def _label(tag: Tag) -> str:
    """What a tab or a part to unfold is called."""
    if "labelled" in classes(tag) and (title := tag.find("p", class_="label", recursive=False)) is not None:
        return words([title.extract()])
    return collapsed(str(tag.get("data-label") or ""))


def _heading(tag: Tag, outline: HtmlOutline, depth: int) -> None:
    text = words([tag]).rstrip("#¶ ").strip()
    if any(letter.isalnum() for letter in text):
        outline.heading(int(tag.name[1]), text)


def _list(tag: Tag, outline: HtmlOutline, depth: int) -> None:
    items = [child for child in tag.children if isinstance(child, Tag)]
    if any(item.find(_HEADINGS) for item in items):
        walk(tag, outline, depth)
        return
    lines: list[str] = []
    for item in items:
        inner = item_lines(blocks_inside([item], depth))
        # An inner list without an <li> of its own belongs to the item before it.
        lines += [f"  {line}" for line in inner] if item.name in ("ul", "ol") and lines else inner
    if "footnotes-list" in classes(tag):
        outline.extend(Block(BlockKind.PARAGRAPH, (f"[{n}] {line}",)) for n, line in enumerate(lines, 1))
    elif tag.name == "ol":
        start = str(tag.get("start") or "")
        outline.steps(lines, int(start) if start.isdecimal() and len(start) < 6 else 1)
    else:
        outline.add(BlockKind.BULLETS, lines)


def _definitions(tag: Tag, outline: HtmlOutline, depth: int) -> None:
    parts = [part for part in tag.find_all(["dt", "dd"]) if part.find_parent("dl") is tag]
    if any(part.find(_HEADINGS) for part in parts):
        walk(tag, outline, depth)
        return
    lines: list[str] = []
    terms: list[str] = []
    for part in parts:
        if part.name == "dt":
            terms.append(running_text([part]))
            continue
        inner = item_lines(blocks_inside([part], depth)) or [""]
        term, terms = ", ".join(filter(None, terms)), []
        lines += [f"{term}: {inner[0]}".strip() if term and inner[0] else term or inner[0], *inner[1:]]
    outline.add(BlockKind.BULLETS, [*lines, ", ".join(filter(None, terms))])


def _table(tag: Tag, outline: HtmlOutline, depth: int) -> None:
    caption = tag.find("caption", recursive=False)
    if caption is not None:
        outline.add(BlockKind.PARAGRAPH, [words([caption])])
    if next(html_tables.cells(tag), None) is None:
        walk(tag, outline, depth)
    elif html_tables.is_layout(tag):
        for cell in html_tables.cells(tag):
            walk(cell, outline, depth)
    else:
        outline.add(BlockKind.TABLE, html_tables.rows(tag, lambda cell: _cell_text(cell, depth)))


def _cell_text(cell: Tag, depth: int) -> str:
    pieces: list[str] = []
    for block in blocks_inside([cell], depth):
        is_list = block.kind in (BlockKind.BULLETS, BlockKind.STEPS)
        pieces.append(("; " if is_list else " ").join(item.strip() for item in block.items))
    return collapsed(" ".join(pieces))


def _code(tag: Tag, outline: HtmlOutline, depth: int) -> None:
    inner = tag.find("code")
    if classes(tag) & _DIAGRAMS or (inner is not None and classes(inner) & _DIAGRAMS):
        return
    outline.add(BlockKind.CODE, [tag.get_text().strip("\n").rstrip()])


def _quote(tag: Tag, outline: HtmlOutline, depth: int) -> None:
    """A quotation, or a note in the way of GitHub: `> [!TIP]`."""
    first = next((text for text in tag.strings if text.strip()), None)
    alert = _ALERT.match(first) if first is not None else None
    if first is None or alert is None:
        walk(tag, outline, depth)
        return
    first.replace_with(first[alert.end() :])
    outline.extend(note_blocks("", blocks_inside([tag], depth)))


def _details(tag: Tag, outline: HtmlOutline, depth: int) -> None:
    summary = tag.find("summary", recursive=False)
    label = words([summary]) if summary is not None else ""
    if summary is not None:
        summary.extract()
    with outline.group(label):
        walk(tag, outline, depth)


def _figure(tag: Tag, outline: HtmlOutline, depth: int) -> None:
    """A caption says more than the description of the picture above it."""
    _drop_described_pictures(tag)
    walk(tag, outline, depth)


def _drop_described_pictures(tag: Tag) -> None:
    if tag.find("figcaption") is not None:
        for picture in tag.find_all("img"):
            picture.decompose()


def _footnote(tag: Tag, outline: HtmlOutline, depth: int) -> None:
    if tag.find(class_="footnote") is not None:
        walk(tag, outline, depth)
        return
    for line in item_lines(blocks_inside([tag], depth)):
        outline.add(BlockKind.PARAGRAPH, [line])


def _caption_or_paragraph(tag: Tag, outline: HtmlOutline, depth: int) -> None:
    if "title" in classes(tag) and (parent := tag.parent) is not None and "figure" in classes(parent):
        caption = _CAPTION_NUMBER.sub("", words([tag]))
        for picture in parent.find_all("img"):
            picture.decompose()
        if not outline.says(caption):
            outline.add(BlockKind.PARAGRAPH, [caption])
    elif is_note(tag):
        outline.extend(note_blocks("", [Block(BlockKind.PARAGRAPH, (running_text([tag]),))]))
    else:
        walk(tag, outline, depth)


def _nothing(tag: Tag, outline: HtmlOutline, depth: int) -> None:
    pass


_HANDLERS: dict[str, Callable[[Tag, HtmlOutline, int], None]] = {
    **dict.fromkeys(_HEADINGS, _heading),
    "ul": _list,
    "ol": _list,
    "menu": _list,
    "dl": _definitions,
    "table": _table,
    "pre": _code,
    "blockquote": _quote,
    "details": _details,
    "figure": _figure,
    "p": _caption_or_paragraph,
    "hr": _nothing,
}
