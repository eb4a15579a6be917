"""A document to read: its contents as links, and all its sections."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from retriever.catalogue import Chapter
from retriever.within import hits
from ui.escaping import as_html
from ui.library.marking import marked
from ui.library.outline import Part, outline
from ui.library.place import Shown
from ui.library.ways import short_way
from ui.rendering import blocks_html
from ui.texts import Texts

SHORT = 12  # sections: longer contents are folded


def section_id(chapter: Chapter) -> str:
    """The id of the section's place in the page."""
    return f"abschnitt-{chapter.code}"


def show_sections(place: Shown, words: str, root: str, t: Texts) -> None:
    """All of it; `root` is where the portal is reached."""
    parts = list(outline(place.manual, t))
    blocks = [block for part in parts for block in part.chapter.blocks]
    marks = marked(words, blocks, hits(place.manual, words))
    headed = [part for part in parts if part.heading]
    if len(headed) > 1:
        st.html(_contents(headed, place, t))
    sections = "".join(_section(part, place, marks, root, t) for part in parts)
    st.html(f'<div class="words manual">{sections}</div>')


def _section(part: Part, place: Shown, marks: Sequence[str], root: str, t: Texts) -> str:
    current = ' class="current"' if part.chapter is place.chapter else ""
    above = _headline(part, root, t) if part.heading else ""
    text = blocks_html(part.chapter.blocks, marks, t.table)
    return f'<section id="{section_id(part.chapter)}"{current}>{above}{text}</section>'


def _headline(part: Part, root: str, t: Texts) -> str:
    address = as_html(root + short_way(part.chapter.code))
    label = as_html(t.library.copy_section.format(heading=part.heading))
    hint = f'<span class="unseen">{label}</span>'
    copy = f'<a class="anchor" href="{address}" data-copy="{address}" title="{label}">{hint}</a>'
    heading = f"<h{part.level}>{as_html(part.heading)}</h{part.level}>"
    return f'<div class="headline">{heading}{copy}</div>'


def _contents(parts: Sequence[Part], place: Shown, t: Texts) -> str:
    entries = "".join(_entry(part, place) for part in parts)
    unfolded = " open" if len(parts) <= SHORT else ""
    label = as_html(t.library.contents)
    return (
        f'<details class="contents"{unfolded}><summary>{label}</summary>'
        f'<nav aria-label="{label}"><ol>{entries}</ol></nav></details>'
    )


def _entry(part: Part, place: Shown) -> str:
    current = ' aria-current="location"' if part.chapter is place.chapter else ""
    link = f'<a href="#{section_id(part.chapter)}"{current}>{as_html(part.heading)}</a>'
    return f'<li class="depth-{part.level - 1}">{link}</li>'
