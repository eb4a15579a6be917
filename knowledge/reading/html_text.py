"""Running text of HTML: white space collapsed, pictures by what their description says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bs4.element import NavigableString, PageElement, PreformattedString, Tag

_FILE_NAME = re.compile(r"\.(png|jpe?g|gif|svg|webp|bmp|ico|tiff?|pdf)\b|^\S*[_/\\]\S*$", re.IGNORECASE)
# Some generators keep tags and the picture's size in its description.
_MARKUP = re.compile(r"<[^<>]*>|(?<!\S)--\w[\w-]*(?:=\S+)?|::br\b")
_GENERIC = re.compile(
    r"^\W*(symbol|icon|bild|image|img|foto|photo|grafik|figure|screenshot|bildschirmfoto|logo|abbildung|"
    r"tipp?|hinweis|note|notiz|warnung|warning|achtung|wichtig|caution|important|alt[- ]?text|qr[- ]?code)?"
    r"[\W\d]*$",
    re.IGNORECASE,
)


def collapsed(text: str) -> str:
    return " ".join(text.split())


def running_text(nodes: Iterable[PageElement]) -> str:
    """The text of inline nodes, pictures as their description in parentheses."""
    return collapsed("".join(_pieces(nodes, pictures=True)))


def words(nodes: Iterable[PageElement]) -> str:
    """The text of inline nodes without what pictures say."""
    return collapsed("".join(_pieces(nodes, pictures=False)))


def descriptions(nodes: Iterable[PageElement]) -> list[str]:
    """What the pictures among the nodes say, where it says something."""
    return [said for node in _flat(nodes) if isinstance(node, Tag) and (said := description(node))]


def description(picture: Tag) -> str:
    """A picture's alternative text if a reader learns something from it, else nothing."""
    if picture.name != "img":
        return ""
    text = collapsed(_MARKUP.sub("", str(picture.get("alt") or "")))
    if len(text.split()) < 2 or _FILE_NAME.search(text) or _GENERIC.match(text):
        return ""
    return text


def _pieces(nodes: Iterable[PageElement], *, pictures: bool) -> Iterator[str]:
    said = ""
    for node in _flat(nodes):
        if isinstance(node, Tag):
            if node.name in ("br", "p", "div", "li", "td", "tr", "dd", "dt"):
                yield " "
            elif pictures and (alt := description(node)) and alt.casefold() not in said.casefold():
                yield f" ({alt}) "
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            said = (said + node)[-200:]
            yield str(node)


def _flat(nodes: Iterable[PageElement]) -> Iterator[PageElement]:
    for node in nodes:
        yield node
        if isinstance(node, Tag):
            yield from node.descendants
