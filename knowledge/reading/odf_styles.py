"""What OpenDocument's styles say: which lists are numbered, what is a title, what is hidden."""

from __future__ import annotations

from lxml import etree

from knowledge.reading.odf_package import Package, tag
from knowledge.reading.section import BlockKind

_LONGEST_CHAIN = 20


class Styles:
    """Answers from a document's styles, read once."""

    def __init__(self, package: Package) -> None:
        self._parents: dict[str, str] = {}
        self._hidden: set[str] = set()
        self._numbered: dict[str, set[int]] = {}
        for root in package.styles:
            for style in root.iter(tag("style:style")):
                self._learn(style)
            for style in root.iter(tag("text:list-style")):
                levels = style.iterfind(tag("text:list-level-style-number"))
                self._numbered[_name(style)] = {_level(level) for level in levels if _has_number(level)}

    def list_kind(self, name: str, depth: int) -> BlockKind:
        return BlockKind.STEPS if depth + 1 in self._numbered.get(name, ()) else BlockKind.BULLETS

    def is_based_on(self, name: str, wanted: str) -> bool:
        """Whether the style is `wanted` or made from it, as the automatic styles are."""
        for _ in range(_LONGEST_CHAIN):
            if name == wanted:
                return True
            name = self._parents.get(name, "")
        return False

    def is_hidden(self, name: str) -> bool:
        return name in self._hidden

    def _learn(self, style: etree._Element) -> None:
        self._parents[_name(style)] = style.get(tag("style:parent-style-name"), "")
        page = style.find(tag("style:drawing-page-properties"))
        text = style.find(tag("style:text-properties"))
        is_hidden_page = page is not None and page.get(tag("presentation:visibility")) == "hidden"
        is_hidden_text = text is not None and text.get(tag("text:display")) == "none"
        if is_hidden_page or is_hidden_text:
            self._hidden.add(_name(style))


def _name(style: etree._Element) -> str:
    return style.get(tag("style:name"), "")


def _level(level: etree._Element) -> int:
    return int(level.get(tag("text:level"), "1"))


def _has_number(level: etree._Element) -> bool:
    """An empty format is a level that shows nothing before its items."""
    return bool(level.get(tag("style:num-format")))
