"""Finds the part of a page that holds its content."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

_MARKED = (
    "main",
    '[role="main"]',
    "#DisplayArea",
    "#mw-content-text",
    "#main-content",
    "#bodyContent",
    "#content",
)
_HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
_LEAST_SHARE = 0.5


def main_content(soup: BeautifulSoup) -> Tag:
    """The part marked as main if it holds most of the text, else the body without its menus."""
    body = soup.body or soup
    whole = _prose(body)
    for selector in _MARKED:
        found = body.select_one(selector)
        if found is not None and _prose(found) >= _LEAST_SHARE * whole:
            return found
    articles = body.find_all("article", limit=2)
    if len(articles) == 1 and _prose(articles[0]) >= _LEAST_SHARE * whole:
        return articles[0]
    _drop_menus(body)
    return body


def _prose(tag: Tag) -> int:
    """Letters that stand outside of links."""
    return len(tag.get_text()) - _linked(tag)


def _linked(tag: Tag) -> int:
    return sum(len(link.get_text()) for link in tag.find_all("a", href=True))


def _drop_menus(body: Tag) -> None:
    """Lists of links before the first heading and after the last sentence are the site's menus."""
    first = body.find(_HEADINGS)
    if first is None:
        return
    for menu in first.find_all_previous(["ul", "ol", "table", "p", "div"]):
        if not menu.decomposed and _is_menu(menu):
            menu.decompose()


def _is_menu(tag: Tag) -> bool:
    if tag.find(_HEADINGS) is not None or len(tag.find_all("a", href=True, limit=3)) < 3:
        return False
    letters = len("".join(tag.get_text().split()))
    return letters < 1.5 * sum(len("".join(a.get_text().split())) for a in tag.find_all("a", href=True))
