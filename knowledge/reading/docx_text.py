"""The text of a Word paragraph as a reader sees it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from knowledge.reading.ooxml import WORD, elements

# Deleted by a tracked change, moved away, the older twin of a text box, or not text at all.
_DROPPED = frozenset(
    WORD + name
    for name in ("del", "moveFrom", "pPr", "instrText", "delText", "txbxContent", "rt", "footnoteReference")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_SIGNS = {
    WORD + "tab": " ",
    WORD + "br": "\n",
    WORD + "cr": "\n",
    WORD + "noBreakHyphen": "-",
}
_NO = ("0", "false", "off")


def text_of(paragraph: etree._Element) -> str:
    """The text with inserted changes and links, without deleted and hidden text; a line break is "\\n"."""
    return "".join(_pieces(paragraph)).strip()


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch such as <w:b/> is there and not turned off by its value."""
    return element is not None and element.get(WORD + "val", "true").lower() not in _NO


def _pieces(parent: etree._Element) -> Iterator[str]:
    for child in elements(parent):
        if child.tag == WORD + "t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield "" if child.get(WORD + "type") == "page" else _SIGNS[child.tag]
        elif child.tag not in _DROPPED and not _is_hidden(child):
            yield from _pieces(child)


def _is_hidden(run: etree._Element) -> bool:
    return run.tag == WORD + "r" and is_on(run.find(f"{WORD}rPr/{WORD}vanish"))
