"""What a Word paragraph is (heading, item of a list, text), by its style and the numbering definitions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docx.document import Document
from lxml import etree

from knowledge.reading.ooxml import WORD
from knowledge.reading.section import BlockKind

_HEADING = re.compile(r"(?:heading|überschrift)\s*(\d)", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titel)", re.IGNORECASE)
_NUMBERED_STYLE = re.compile(r"(?:list number|listennummer)\s*(\d?)", re.IGNORECASE)
_BULLET_STYLE = re.compile(r"(?:list bullet|aufzählungszeichen)\s*(\d?)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc |table of figures|index |verzeichnis |inhaltsverzeichnis)", re.IGNORECASE)
_CONTINUED = re.compile(r"list (?:paragraph|continue)|listenabsatz|listenfortsetzung", re.IGNORECASE)
_CODE = re.compile(r"html preformatted|macro text|preformatted text|source code|.*\bcode\b.*", re.IGNORECASE)
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph's place in a list; `key` is the same for all items of one list."""

    kind: BlockKind
    depth: int
    key: str


@dataclass(frozen=True, slots=True)
class Role:
    """At most one of these is set; none means a paragraph."""

    heading: int | None = None
    item: Item | None = None
    is_title: bool = False
    is_contents: bool = False
    is_continued: bool = False
    is_code: bool = False


class Styles:
    """Answers from a document's styles and numbering parts, read once."""

    def __init__(self, document: Document) -> None:
        self._styles = {
            str(style.get(f"{WORD}styleId")): style for style in document.styles.element.iter(f"{WORD}style")
        }
        self._default = next(
            (
                name
                for name, style in self._styles.items()
                if style.get(f"{WORD}type") == "paragraph" and style.get(f"{WORD}default") in ("1", "true")
            ),
            "",
        )
        self._formats = _number_formats(document)

    def role(self, paragraph: etree._Element) -> Role:
        chain = self._chain(_value(paragraph, "pPr", "pStyle") or self._default)
        names = [_value(style, "name") or "" for style in chain]
        if any(_CONTENTS.match(name) for name in names):
            return Role(is_contents=True)
        if names and _TITLE.fullmatch(names[0]):
            return Role(is_title=True)
        if level := self._heading_level(paragraph, chain, names):
            return Role(heading=level)
        if item := self._item(paragraph, chain, names):
            return Role(item=item)
        if any(_CODE.fullmatch(name) for name in names):
            return Role(is_code=True)
        return Role(is_continued=any(_CONTINUED.match(name) for name in names[:1]))

    def _chain(self, name: str) -> list[etree._Element]:
        """The style and those it is based on."""
        chain: list[etree._Element] = []
        while name in self._styles and len(chain) < _LONGEST_CHAIN:
            chain.append(self._styles[name])
            name = _value(chain[-1], "basedOn") or ""
        return chain

    def _heading_level(
        self, paragraph: etree._Element, chain: list[etree._Element], names: list[str]
    ) -> int | None:
        by_name = next((int(match[1]) for name in names if (match := _HEADING.match(name))), None)
        outlines = (_value(element, "pPr", "outlineLvl") for element in [paragraph, *chain])
        outline = next((int(level) for level in outlines if level and level.isdigit()), None)
        if outline is not None:
            return outline + 1 if outline < 9 else None
        return by_name

    def _item(self, paragraph: etree._Element, chain: list[etree._Element], names: list[str]) -> Item | None:
        for element in [paragraph, *chain]:
            number = _value(element, "pPr", "numPr", "numId")
            if number is not None:
                own_level = _value(paragraph, "pPr", "numPr", "ilvl") or _value(
                    element, "pPr", "numPr", "ilvl"
                )
                named = _item_by_name(names)
                depth = min(int(own_level or 0) or (named.depth if named else 0), 8)
                numeric = self._formats.get((number, depth), "bullet") not in ("bullet", "none")
                kind = BlockKind.STEPS if numeric else BlockKind.BULLETS
                return Item(kind, depth, number) if number != "0" else None
        return _item_by_name(names)


def _item_by_name(names: list[str]) -> Item | None:
    for pattern, kind in ((_NUMBERED_STYLE, BlockKind.STEPS), (_BULLET_STYLE, BlockKind.BULLETS)):
        match = next((found for name in names if (found := pattern.match(name))), None)
        if match:
            return Item(kind, int(match[1] or 1) - 1, kind.value)
    return None


def _number_formats(document: Document) -> dict[tuple[str, int], str]:
    """The format ("decimal", "bullet" …) of each list and level."""
    try:
        numbering = document.part.numbering_part.element
    except (KeyError, NotImplementedError):  # a document without lists has no such part
        return {}
    abstract = {a.get(f"{WORD}abstractNumId"): _levels(a) for a in numbering.findall(f"{WORD}abstractNum")}
    formats: dict[tuple[str, int], str] = {}
    for number in numbering.findall(f"{WORD}num"):
        levels = dict(abstract.get(_value(number, "abstractNumId"), {}))
        for override in number.findall(f"{WORD}lvlOverride"):
            levels |= _levels(override)
        formats |= {(str(number.get(f"{WORD}numId")), level): name for level, name in levels.items()}
    return formats


def _levels(parent: etree._Element) -> dict[int, str]:
    return {
        int(level.get(f"{WORD}ilvl") or 0): _value(level, "numFmt") or "decimal"
        for level in parent.findall(f"{WORD}lvl")
    }


def _value(parent: etree._Element, *path: str) -> str | None:
    found = parent.find("/".join(WORD + name for name in path))
    return None if found is None else found.get(f"{WORD}val")
