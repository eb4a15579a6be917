"""Reads HTML pages: their main content, without menus, navigation and what is hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from knowledge.reading.decoding import decode
from knowledge.reading.errors import Empty
from knowledge.reading.html_cleaning import clean
from knowledge.reading.html_depth import flatten
from knowledge.reading.html_facts import page_date, page_language, page_title, without_site_name
from knowledge.reading.html_main import main_content
from knowledge.reading.html_outline import HtmlOutline
from knowledge.reading.html_walk import walk
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.section import Reading, Section

_HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


@dataclass(frozen=True, slots=True)
class Page:
    """What one page of HTML gives; `title` is empty where it has none."""

    title: str
    sections: tuple[Section, ...]
    date: date | None
    language: str | None


def read_html(path: Path, limits: Limits, recognition: Recognition) -> Reading:
    """The page's main content. Raises Empty if there is no text in it."""
    markup = decode(path.read_bytes())
    page = read_page(markup) or read_page(markup, contents_lists=True)
    if page is None:
        raise Empty("there is no text in this page")
    return Reading(page.title or path.stem, page.sections, date=page.date, language=page.language)


def read_page(markup: str, *, title: str = "", contents_lists: bool = False) -> Page | None:
    """Reads markup; None if there is no text. A `title` that is already known wins over the page's own."""
    # Beautiful Soup warns about XML declarations and about text that looks like a file name.
    soup = BeautifulSoup("\n" + _XML_DECLARATION.sub("", markup), "lxml")
    flatten(soup)
    head, day, language = page_title(soup), page_date(soup), page_language(soup)
    clean(soup, contents_lists=contents_lists)
    content = main_content(soup)
    title = title or _first_heading(content, head) or without_site_name(head)
    _drop_title_heading(content, title)
    outline = HtmlOutline()
    walk(content, outline)
    sections = outline.sections()
    return Page(title, sections, day, language) if sections else None


def _first_heading(content: Tag, head: str) -> str:
    """The text of the first h1; of the first lower heading only if it is what <title> says."""
    main = content.find("h1")
    if main is not None and (text := _text(main)):
        return text
    first = content.find(_HEADINGS)
    if first is None:
        return ""
    if _same(_text(first), head) or (not head and _stands_above_all(first, content)):
        return _text(first)
    return ""


def _stands_above_all(first: Tag, content: Tag) -> bool:
    """Whether nothing comes before the heading and no other heading has its rank or a higher one."""
    if any(text.strip() for text in first.find_all_previous(string=True)):
        return False
    return all(heading is first or heading.name > first.name for heading in content.find_all(_HEADINGS))


def _drop_title_heading(content: Tag, title: str) -> None:
    """The title would stand in front of every heading path."""
    for heading in content.find_all(_HEADINGS, limit=3):
        if _same(_text(heading), title):
            heading.decompose()
            return


def _text(heading: Tag) -> str:
    return " ".join(heading.get_text().split()).rstrip("#¶ ")


def _same(one: str, other: str) -> bool:
    def letters(text: str) -> str:
        return re.sub(r"\W+", "", text).casefold()

    return letters(one) == letters(other)
