"""A document's own page: what it is, what can be done with it, and all that stands in it."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

import streamlit as st

from knowledge.kinds import RECORDINGS, DocumentKind
from retriever.narrowing import devices_of
from retriever.snapshot import IndexedDocument
from ui.addresses import file_address
from ui.desk import Desk
from ui.escaping import as_html, as_label
from ui.library import labels
from ui.library.code_dialog import show_code_button
from ui.library.links import ask_link, library_link, manual_link
from ui.library.pages import show_pages
from ui.library.place import Shown, shown
from ui.library.recording import show_recording
from ui.library.rows import show_rows
from ui.library.scripts import run_scripts
from ui.library.sections import section_id, show_sections
from ui.library.trainings_for import show_trainings_for
from ui.library.ways import PRINT, short_way
from ui.library.within import show_search_within
from ui.plain.public_address import public_root
from ui.prose import show_title
from ui.sign_in.ways import way
from ui.texts import Texts


def show_manual(desk: Desk, language: str, t: Texts) -> None:
    """What the address names, or that it is not there."""
    place = shown(desk)
    library_link(t.library.to_library)
    if place is None:
        show_title(t.library.not_there, t.library.not_there_explained)
        return
    document = place.manual.document
    _show_head(document, t)
    _show_actions(place, desk, language, t)
    words = show_search_within(place, t)
    _show_content(place, words, desk, t)
    show_trainings_for(document, desk.person, t)
    _show_related(document, desk, t)
    run_scripts(section_id(place.chapter) if place.chapter else None)


def _show_head(document: IndexedDocument, t: Texts) -> None:
    kind = labels.joined([t.kinds[document.kind], labels.length(document, t)])
    said, long_ago = labels.checked(document, datetime.now(UTC).date(), t)
    mark = f' <strong class="old">{as_html(t.library.checked_long_ago)}</strong>' if long_ago else ""
    facts = "".join(
        f"<div><dt>{as_html(name)}</dt><dd>{as_html(text)}</dd></div>" for name, text in _facts(document, t)
    )
    st.html(
        f'<h1>{as_html(document.title)}</h1><p class="about">{as_html(kind)}</p>'
        f'<p class="checked">{as_html(said)}{mark}</p><dl class="facts">{facts}</dl>'
    )


def _facts(document: IndexedDocument, t: Texts) -> list[tuple[str, str]]:
    facts = document.facts
    rows = [
        (t.library.devices, labels.words(devices_of(document), t)),
        (t.library.topics, labels.words(facts.topics, t)),
        (t.library.for_whom, labels.words(facts.audience, t)),
        (t.library.level, labels.words([facts.level], t)),
        (t.library.valid_for, facts.valid_for),
    ]
    return [(name, text) for name, text in rows if text]


def _show_actions(place: Shown, desk: Desk, language: str, t: Texts) -> None:
    document = place.manual.document
    devices = devices_of(document)
    with st.container(horizontal=True, key="manual-actions", vertical_alignment="center"):
        ask_link(t.library.ask_about, **({"geraet": devices[0]} if devices else {}))
        if desk.original(document.id):
            address = file_address(document.id, desk.person, _page_of_file(place))
            _button(t.library.open_file, address, ":material/open_in_new:")
        _button(t.library.print, way(PRINT + document.code, lang=language), ":material/print:")
        show_code_button(document, place.chapter, place.seconds, t)
        _show_translation(document, desk, t)
    _show_short_address(document, t)


def _page_of_file(place: Shown) -> int | None:
    return place.page if place.manual.document.kind is DocumentKind.PDF and place.page > 1 else None


def _button(label: str, address: str, icon: str) -> None:
    st.link_button(label, address, icon=icon, type="tertiary")


def _show_translation(document: IndexedDocument, desk: Desk, t: Texts) -> None:
    other = desk.translation(document)
    if other:
        label = t.library.in_language.get(other.language or "", other.title)
        manual_link(other.code, as_label(label), ":material/translate:")


def _show_short_address(document: IndexedDocument, t: Texts) -> None:
    address = as_html(root() + short_way(document.code))
    st.html(
        f'<p class="short">{as_html(t.library.short_address)}: <a href="{address}">{address}</a> '
        f'<button type="button" class="copy" data-copy="{address}">{as_html(t.library.copy)}</button> '
        f'<span role="status" data-copied="{as_html(t.library.copied)}"></span></p>'
    )


def root() -> str:
    """Where everyone reaches the portal."""
    seen = urlsplit(st.context.url or "http://localhost")
    return public_root(f"{seen.scheme}://{seen.netloc}")


def _show_content(place: Shown, words: str, desk: Desk, t: Texts) -> None:
    kind, kept = place.manual.document.kind, desk.original(place.manual.document.id)
    if kind is DocumentKind.PDF and kept:
        show_pages(place, words, desk, t)
    elif kind in RECORDINGS | {DocumentKind.TRANSCRIPT}:
        show_recording(place, words, desk, t)
    else:
        show_sections(place, words, root(), t)


def _show_related(document: IndexedDocument, desk: Desk, t: Texts) -> None:
    if others := desk.related(document):
        st.html(f'<h2 class="section">{as_html(t.library.related)}</h2>')
        show_rows(others, t)
