"""Takes out of a page what is not its content: menus, hidden parts, variants for other systems."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import PreformattedString

from knowledge.reading.word_set import word_set

_NAMES = word_set(
    """
    script style noscript template nav button input select textarea iframe object embed svg canvas audio
    video source map dialog meta link base head title footer colgroup
    """
)
_ROLES = word_set(
    """
    navigation search banner contentinfo complementary dialog menu menubar
    """
)
_CLASSES = word_set(
    """
    navheader navfooter indexterm breadcrumb breadcrumbs relatedtopics noteicon headerlink anchor-link
    hash-link sr-only visually-hidden screen-reader-text skip-link skiplink pagination pager
    pagination-nav prev-next sidebar navbar topnav menu-toggle footnote-backref cookie-banner
    cookie-notice cookie-consent site-header site-footer page-footer table-of-contents edit-link
    edit-this-page share-buttons related-posts theme-doc-footer theme-doc-breadcrumbs reportbug copyright
    mw-editsection line-numbers-rows system-message docinfo noprint
    """
)
_IDENTIFIERS = word_set(
    """
    nav navbar navigation menu sidebar footer breadcrumb breadcrumbs toc table-of-contents SearchFrame
    DonationFrame TopLeftHeader cookie-banner mw-navigation siteSub catlinks
    """
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_CONTENTS_LISTS = frozenset({"toc", "index"})
_NOTE_TABLES = frozenset({"note", "tip", "warning", "caution", "important"})


def clean(soup: BeautifulSoup, *, contents_lists: bool) -> None:
    """Removes what is not content; lists of contents stay only on request (a page may have nothing else)."""
    for text in soup.find_all(string=lambda string: isinstance(string, PreformattedString | Comment)):
        text.extract()
    for switch in soup.find_all(class_=("switch", "switchinline")):
        _choose_variant(switch)
    for tag in soup.find_all(True):
        if not tag.decomposed and (_is_clutter(tag) or (not contents_lists and _is_contents_list(tag))):
            tag.decompose()
    for note in soup.find_all(["div", "aside"], class_=list(_NOTE_TABLES)):
        _unfold_note_table(note)


def classes(tag: Tag) -> frozenset[str]:
    value = tag.get("class")
    return frozenset(value if isinstance(value, list) else str(value or "").split())


def _is_clutter(tag: Tag) -> bool:
    if tag.name in _NAMES:
        # <title> and <head> of the page itself were read before.
        return True
    if tag.name == "header":
        return tag.find_parent(["main", "article", "section"]) is None
    if not tag.attrs:
        return False
    if tag.has_attr("hidden") or tag.get("aria-hidden") == "true" or tag.get("role") in _ROLES:
        return True
    if _HIDDEN.search(str(tag.get("style") or "")):
        return True
    return bool(classes(tag) & _CLASSES) or tag.get("id") in _IDENTIFIERS


def _is_contents_list(tag: Tag) -> bool:
    return tag.name in ("div", "ul", "ol", "details") and bool(classes(tag) & _CONTENTS_LISTS)


def _choose_variant(switch: Tag) -> None:
    """LibreOffice's help holds a text for each system and module, all hidden until a script shows one.

    Windows and Linux come before macOS. In running text one variant is enough, among paragraphs all others
    stay.
    """
    variants = [child for child in switch.children if isinstance(child, Tag)]
    others = [child for child in variants if "MAC" not in classes(child)]
    if "switchinline" in classes(switch):
        others = sorted(others, key=lambda child: _variant_rank(switch, child))[:1]
    kept = set(map(id, others))
    for child in variants:
        if id(child) in kept:
            child.attrs.pop("hidden", None)
        else:
            child.decompose()


def _variant_rank(switch: Tag, variant: Tag) -> int:
    own = classes(variant)
    module = f"s{next(iter(own), '')}".lower()
    if own and module in str(switch.get("id") or ""):
        return 0
    if "WIN" in own:
        return 1
    return 2 if not own else 3


def _unfold_note_table(note: Tag) -> None:
    """DocBook lays a note out as a table of icon, title and text."""
    table = note.find("table", recursive=False)
    if table is None:
        return
    title = table.find("th")
    if title is not None:
        title.name = "p"
        title["class"] = "admonition-title"
    for layout in table.find_all(["table", "tbody", "tr", "td"], recursive=True):
        layout.name = "div"
    table.name = "div"
