"""What a page says about itself: title, date, language."""

from __future__ import annotations

import re
from datetime import date

from bs4 import BeautifulSoup, Tag

from knowledge.reading.html_text import collapsed
from knowledge.reading.stated_date import stated_date, stated_language

_DATES = (
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "modified",
    "dcterms.date",
    "dc.date",
    "article:published_time",
    "date",
)
_SITE_NAME = re.compile(r"\s+[|–—·»:]\s+|\s+-\s+")


def page_title(soup: BeautifulSoup) -> str:
    """The text of <title>."""
    head = soup.find("title")
    return collapsed(head.get_text()) if head is not None else ""


def without_site_name(title: str) -> str:
    """ "Drucken | Schulportal" is a page called "Drucken"."""
    return _SITE_NAME.split(title)[0] or title


def page_date(soup: BeautifulSoup) -> date | None:
    stated = {_meta_name(meta): str(meta.get("content") or "") for meta in soup.find_all("meta")}
    for name in _DATES:
        if found := stated_date(stated.get(name)):
            return found
    return None


def page_language(soup: BeautifulSoup) -> str | None:
    root = soup.find("html")
    if root is None:
        return None
    return stated_language(root.get("lang") or root.get("xml:lang"))


def _meta_name(meta: Tag) -> str:
    for attribute in ("name", "property", "itemprop", "http-equiv"):
        if value := meta.get(attribute):
            return str(value).lower()
    return ""
