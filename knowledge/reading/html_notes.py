"""Notes, tips and warnings of HTML pages."""

from __future__ import annotations

from collections.abc import Iterable

from bs4 import Tag

from knowledge.reading.html_cleaning import classes
from knowledge.reading.html_text import collapsed, words
from knowledge.reading.section import Block, BlockKind
from knowledge.reading.word_set import word_set

_CLASSES = word_set(
    """
    note tip hint warning caution important danger attention admonition alert notice callout info-box
    infobox info success error seealso notification
    """
)
_TITLE_CLASSES = ["admonition-title", "alert-heading", "admonition-heading", "callout-title", "title"]
# A title that only names the kind of note tells the reader nothing that its look does not.
_GENERIC_TITLES = word_set(
    """
    note tip hint warning warning! caution caution! important attention attention! danger !danger! error
    info notice tipp hinweis anmerkung info: hinweis: tipp: note: tip: success information
    """
)


def is_note(tag: Tag) -> bool:
    if tag.name not in ("div", "aside", "section", "p", "details") or not classes(tag) & _CLASSES:
        return False
    return tag.find(["h1", "h2"]) is None


def note_title(tag: Tag) -> str:
    """Takes the note's own title out of it; nothing where it only says "Note"."""
    title = tag.find(class_=_TITLE_CLASSES)
    if title is None:
        return ""
    text = words([title])
    title.decompose()
    return "" if text.lower() in _GENERIC_TITLES else text


def note_blocks(title: str, blocks: Iterable[Block]) -> list[Block]:
    """The paragraphs of a note as notes; its lists, tables and code stay what they are."""
    done: list[Block] = []
    lead = title
    for block in blocks:
        if block.kind is not BlockKind.PARAGRAPH and block.kind is not BlockKind.NOTE:
            if lead:
                done.append(Block(BlockKind.NOTE, (lead,)))
            done.append(block)
        elif done and done[-1].kind is BlockKind.NOTE:
            done[-1] = Block(BlockKind.NOTE, (collapsed(f"{done[-1].items[0]} {block.items[0]}"),))
        else:
            text = f"{lead.rstrip(':')}: {block.items[0]}" if lead else block.items[0]
            done.append(Block(BlockKind.NOTE, (collapsed(text),)))
        lead = ""
    return [*done, Block(BlockKind.NOTE, (lead,))] if lead else done
