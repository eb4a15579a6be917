"""Word documents (DOCX)."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from knowledge.reading.docx_styles import Role, Styles
from knowledge.reading.docx_text import is_on, text_of
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.ooxml import WORD, elements, last_change, meaningful_title, short_language
from knowledge.reading.outline import Outline, names_document
from knowledge.reading.section import BlockKind, Reading

_CONTAINERS = frozenset(
    WORD + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
_LONGEST_BOLD_HEADING = 80


def read_docx(path: Path, limits: Limits, recognition: Recognition) -> Reading:
    """The document by its heading styles; in a document without any, short bold lines are the headings.

    The title on the page goes before that of the properties, which often belongs to the file this one was
    copied from.
    """
    with path.open("rb") as file:
        document = Document(file)
    body = _Body(document)
    properties = document.core_properties
    return Reading(
        title=body.title or meaningful_title(properties.title) or path.stem,
        sections=body.outline.sections(),
        date=last_change(properties),
        language=short_language(properties.language),
    )


class _Body:
    """Walks a document once; `outline` holds what it found."""

    def __init__(self, document: DocumentObject) -> None:
        self.outline = Outline()
        self.title: str | None = None
        self._styles = Styles(document)
        self._footnotes = _footnotes(document)
        body = document.element.body
        roles = [(self._styles.role(p), p) for p in body.iter(WORD + "p")]
        self._has_headings = any(role.heading for role, _ in roles)
        self._sole_top = _sole_top_heading(roles)
        self._walk(body)

    def _walk(self, parent: etree._Element) -> None:
        for child in elements(parent):
            if child.tag == WORD + "p":
                self._paragraph(child)
            elif child.tag == WORD + "tbl":
                self._table(child)
            elif child.tag in _CONTAINERS and not _is_contents(child):
                self._walk(child)

    def _paragraph(self, paragraph: etree._Element) -> None:
        text = text_of(paragraph)
        if text:
            self._text(paragraph, text)
        for reference in paragraph.iter(WORD + "footnoteReference"):
            self.outline.note(self._footnotes.get(reference.get(WORD + "id", ""), ""))
        for box in _text_boxes(paragraph):
            self._walk(box)

    def _text(self, paragraph: etree._Element, text: str) -> None:
        role = self._styles.role(paragraph)
        if role.is_contents:
            return
        names_document = role.is_title and self.title is None
        if names_document or paragraph is self._sole_top:
            self.title = " ".join(text.split())
        elif role.heading or role.is_title:
            self.outline.heading(role.heading or 1, text)
        elif role.item:
            self.outline.item(role.item.kind, role.item.depth, text, role.item.key)
        elif role.is_code:
            self.outline.add(BlockKind.CODE, text)
        elif not self._has_headings and _looks_like_heading(paragraph, text):
            self.outline.heading(1, text)
        elif not (role.is_continued and self.outline.continuation(text)):
            self.outline.add(BlockKind.PARAGRAPH, text)

    def _table(self, table: etree._Element) -> None:
        rows = [[_cell_text(cell) for cell in _cells(row)] for row in _rows(table)]
        if any(sum(bool(cell) for cell in row) > 1 for row in rows):
            self.outline.add(BlockKind.TABLE, *(" | ".join(row) for row in rows if any(row)))
            return
        # A frame around a text, or pictures beside it, drawn as a table.
        for row in _rows(table):
            for cell in _cells(row):
                self._walk(cell)


def _sole_top_heading(roles: list[tuple[Role, etree._Element]]) -> etree._Element | None:
    """The heading that is the title of a document in which no paragraph is styled as title."""
    headings = [(role.heading, p) for role, p in roles if role.heading and text_of(p)]
    has_title = any(role.is_title for role, _ in roles)
    return headings[0][1] if not has_title and names_document([level for level, _ in headings]) else None


def _looks_like_heading(paragraph: etree._Element, text: str) -> bool:
    in_cell = next(paragraph.iterancestors(WORD + "tc"), None) is not None
    if in_cell or len(text) > _LONGEST_BOLD_HEADING or text[-1] in ".,;:!":
        return False
    runs = [run for run in paragraph.iter(WORD + "r") if any(t.text for t in run.iter(WORD + "t"))]
    return bool(runs) and all(is_on(run.find(f"{WORD}rPr/{WORD}b")) for run in runs)


def _is_contents(control: etree._Element) -> bool:
    galleries = control.iterfind(f"{WORD}sdtPr/{WORD}docPartObj/{WORD}docPartGallery")
    return any("Contents" in gallery.get(WORD + "val", "") for gallery in galleries)


def _text_boxes(paragraph: etree._Element) -> list[etree._Element]:
    """Its text boxes, each once: files hold a second copy of them for old programs."""
    boxes = list(paragraph.iter(WORD + "txbxContent"))
    new = [box for box in boxes if not any("Fallback" in str(a.tag) for a in box.iterancestors())]
    return [box for box in new if not any(outer in new for outer in box.iterancestors(WORD + "txbxContent"))]


def _rows(table: etree._Element) -> list[etree._Element]:
    rows = _inside(table, WORD + "tr")
    return [row for row in rows if row.find(f"{WORD}trPr/{WORD}del") is None]


def _cells(row: etree._Element) -> list[etree._Element]:
    return _inside(row, WORD + "tc")


def _inside(parent: etree._Element, tag: str) -> list[etree._Element]:
    """The rows of a table or cells of a row, also those within a content control."""
    found = []
    for child in elements(parent):
        if child.tag == tag:
            found.append(child)
        elif child.tag in _CONTAINERS:
            found += _inside(child, tag)
    return found


def _cell_text(cell: etree._Element) -> str:
    """Empty for a cell that only goes on with the one above."""
    merge = cell.find(f"{WORD}tcPr/{WORD}vMerge")
    if merge is not None and merge.get(WORD + "val", "continue") == "continue":
        return ""
    return " ".join(" ".join(text_of(p).split()) for p in cell.iter(WORD + "p") if text_of(p))


def _footnotes(document: DocumentObject) -> dict[str, str]:
    parts = [r.target_part for r in document.part.rels.values() if r.reltype == RELATIONSHIP_TYPE.FOOTNOTES]
    if not parts:
        return {}
    root = etree.fromstring(parts[0].blob, etree.XMLParser(resolve_entities=False, no_network=True))
    notes = root.iterfind(WORD + "footnote")
    return {
        note.get(WORD + "id", ""): " ".join(filter(None, map(text_of, note.iter(WORD + "p"))))
        for note in notes
    }
