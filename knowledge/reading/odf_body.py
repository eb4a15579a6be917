"""Walks the content of an OpenDocument file: text, lists, tables and frames."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from knowledge.reading.odf_package import tag
from knowledge.reading.odf_styles import Styles
from knowledge.reading.ooxml import elements
from knowledge.reading.outline import Outline
from knowledge.reading.section import BlockKind

_SKIPPED = frozenset(
    map(
        tag,
        (
            "text:tracked-changes",  # what was deleted
            "text:table-of-content",
            "text:alphabetical-index",
            "text:illustration-index",
            "text:table-index",
            "text:bibliography",
            "office:annotation",
            "office:forms",
            "presentation:notes",
        ),
    )
)
_SIGNS = {tag("text:s"): " ", tag("text:tab"): " ", tag("text:line-break"): "\n"}
_APART = (
    frozenset(map(tag, ("text:note", "draw:frame", "draw:custom-shape", "draw:g", "text:ruby-text")))
    | _SKIPPED
)
_ANCHORED = frozenset(map(tag, ("text:note", "draw:text-box", "draw:custom-shape")))
_ROWS = frozenset(map(tag, ("table:table-header-rows", "table:table-rows", "table:table-row-group")))


class Body:
    """Puts what it walks over into `outline`; `title` is the first paragraph styled as title.

    `sole_top` is a heading that is to be taken as title; `page` goes to every block.
    """

    def __init__(self, styles: Styles, outline: Outline, sole_top: etree._Element | None = None) -> None:
        self.title: str | None = None
        self.page: int | None = None
        self._styles = styles
        self._outline = outline
        self._sole_top = sole_top
        self._lists: dict[str, object] = {}

    def walk(self, parent: etree._Element) -> None:
        for child in elements(parent):
            if child.tag == tag("text:h"):
                self._heading(child)
            elif child.tag == tag("text:p"):
                self._paragraph(child)
            elif child.tag == tag("text:list"):
                self._list(child, 0, child.get(tag("text:style-name"), ""), self._list_key(child))
            elif child.tag == tag("table:table"):
                self._table(child)
            elif child.tag not in _SKIPPED:
                self.walk(child)

    def _heading(self, heading: etree._Element) -> None:
        text = text_of(heading, self._styles)
        if heading is self._sole_top:
            self.title = text
        elif text:
            self._outline.heading(int(heading.get(tag("text:outline-level"), "1")), text)
        self._apart(heading)

    def _paragraph(self, paragraph: etree._Element) -> None:
        text, style = text_of(paragraph, self._styles), paragraph.get(tag("text:style-name"), "")
        if text and self.title is None and self._styles.is_based_on(style, "Title"):
            self.title = text
        elif self._styles.is_based_on(style, "Preformatted_20_Text"):
            self._outline.add(BlockKind.CODE, text, page=self.page)
        else:
            self._outline.add(BlockKind.PARAGRAPH, text, page=self.page)
        self._apart(paragraph)

    def _list(self, element: etree._Element, depth: int, style: str, key: object) -> None:
        for item in elements(element):
            is_first = item.tag == tag("text:list-item")
            for child in elements(item):
                if child.tag == tag("text:list"):
                    self._list(child, depth + 1, child.get(tag("text:style-name"), style), key)
                elif child.tag == tag("text:h"):
                    self._heading(child)
                elif child.tag == tag("text:p"):
                    is_first = not self._item(child, depth, style, key, is_first) and is_first

    def _item(self, paragraph: etree._Element, depth: int, style: str, key: object, is_first: bool) -> bool:
        """Adds a paragraph of a list's item; only the first makes an item, the others belong to it."""
        text = text_of(paragraph, self._styles)
        if text and (is_first or not self._outline.continuation(text)):
            kind = self._styles.list_kind(style, depth)
            self._outline.item(kind, depth, text, key, page=self.page)
        self._apart(paragraph)
        return bool(text)

    def _list_key(self, element: etree._Element) -> object:
        """A list that goes on after a remark has the key of the one it goes on with."""
        style = "style " + element.get(tag("text:style-name"), "")
        key: object = object()
        if continued := element.get(tag("text:continue-list")):
            key = self._lists.get(continued, key)
        elif element.get(tag("text:continue-numbering")) == "true":
            key = self._lists.get(style, key)
        self._lists[style] = self._lists[element.get(tag("xml:id"), style)] = key
        return key

    def _table(self, table: etree._Element) -> None:
        rows = [list(_cells(row)) for row in _rows(table)]
        texts = [[self._cell_text(cell) for cell in row] for row in rows]
        if any(sum(map(bool, row)) > 1 for row in texts):
            kept = (" | ".join(row) for row in texts if any(row))
            self._outline.add(BlockKind.TABLE, *kept, page=self.page)
            return
        # A frame around a text, or pictures beside it, drawn as a table.
        for cell in (cell for row in rows for cell in row):
            self.walk(cell)

    def _cell_text(self, cell: etree._Element) -> str:
        paragraphs = cell.iter(tag("text:p"), tag("text:h"))
        return " ".join(" ".join(text_of(p, self._styles).split()) for p in paragraphs).strip()

    def _apart(self, paragraph: etree._Element) -> None:
        """Footnotes and frames are anchored inside a paragraph but stand outside its text."""
        for child in _anchored(paragraph):
            if child.tag == tag("text:note"):
                note = child.iter(tag("text:p"))
                self._outline.note(" ".join(text_of(p, self._styles) for p in note), page=self.page)
            else:
                self.walk(child)


def text_of(paragraph: etree._Element, styles: Styles) -> str:
    """The text without notes, frames and hidden text; a line break is "\\n"."""
    return "".join(_pieces(paragraph, styles)).strip()


def _pieces(parent: etree._Element, styles: Styles) -> Iterator[str]:
    # A file's own line ends and runs of blanks count as one blank; those that are meant are elements.
    yield " ".join((parent.text or "").split("\n"))
    for child in parent:
        if child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif isinstance(child.tag, str) and child.tag not in _APART and not _is_hidden(child, styles):
            yield from _pieces(child, styles)
        yield " ".join((child.tail or "").split("\n"))


def _anchored(parent: etree._Element) -> Iterator[etree._Element]:
    for child in elements(parent):
        if child.tag in _ANCHORED:
            yield child
        else:
            yield from _anchored(child)


def _is_hidden(span: etree._Element, styles: Styles) -> bool:
    return styles.is_hidden(span.get(tag("text:style-name"), ""))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in elements(table):
        if child.tag == tag("table:table-row"):
            yield child
        elif child.tag in _ROWS:
            yield from _rows(child)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    """Cells in their columns. Of a merged cell only the first is there; below it stands an empty one."""
    beside = 0
    for cell in elements(row):
        if cell.tag == tag("table:table-cell"):
            yield cell
            beside = int(cell.get(tag("table:number-columns-spanned"), "1")) - 1
        elif cell.tag == tag("table:covered-table-cell"):
            if beside <= 0:
                yield cell
            beside -= 1
