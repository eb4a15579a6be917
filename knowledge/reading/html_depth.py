"""Keeps a tree of HTML so flat that walking down it is quick and never exhausts Python's own recursion."""

from __future__ import annotations

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

DEEPEST = 100


def flatten(soup: BeautifulSoup) -> None:
    """Below the deepest level allowed only text stays."""
    depths = {id(soup): 0}
    deepest: list[Tag] = []
    for tag in soup.descendants:
        if isinstance(tag, Tag):
            depth = depths[id(tag)] = depths[id(tag.parent)] + 1
            if depth == DEEPEST:
                deepest.append(tag)
    for tag in deepest:
        texts = [str(text) for text in tag.descendants if _is_text(text)]
        tag.clear()
        tag.append(" ".join(texts))


def _is_text(node: object) -> bool:
    return isinstance(node, NavigableString) and not isinstance(node, PreformattedString)
