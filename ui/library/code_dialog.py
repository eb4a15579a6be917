"""The button with the QR code of a place: to show, to copy, to download, to print."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import streamlit as st

from core.people.person import may
from core.people.roles import Right
from knowledge import scans
from retriever.catalogue import Chapter
from retriever.snapshot import IndexedDocument
from ui.escaping import as_html
from ui.language import KEY as LANGUAGE
from ui.library.ways import CARDS, scanned_way, short_way
from ui.plain.public_address import public_root
from ui.portal import entrance
from ui.sign_in.ways import way
from ui.texts import Texts
from ui.visitor import visitor

COUNTED = timedelta(days=90)


def show_code_button(
    document: IndexedDocument, chapter: Chapter | None, seconds: float | None, t: Texts
) -> None:
    """A quiet button that opens the code of the document, of one of its sections, or of a moment."""
    code = chapter.code if chapter else document.code
    title = chapter.heading_path[-1] if chapter and chapter.heading_path else document.title
    place = scanned_way(code, seconds)
    if st.button(t.codes.show_code, key=f"code-{place}", icon=":material/qr_code_2:", type="tertiary"):
        st.dialog(t.codes.dialog_title)(_show_code)(code, place, title, seconds, t)


def _show_code(code: str, place: str, title: str, seconds: float | None, t: Texts) -> None:
    seen = _seen_root()
    st.html(
        f'<div class="words"><p><strong>{as_html(title)}</strong></p>'
        f"<p>{as_html(t.codes.dialog_explained)}</p></div>"
    )
    st.image(f"{seen}{place}.svg", alt=t.codes.picture.format(title=title), width=240)
    st.html(f'<div class="words"><p>{as_html(t.codes.short_address)}</p></div>')
    moment = f"/{seconds:.0f}" if seconds else ""
    st.code(public_root(seen) + short_way(code) + moment, language=None, wrap_lines=True)
    _show_ways_on(place, code + moment, t)
    _show_scans(code, t)


def _show_ways_on(place: str, wanted: str, t: Texts) -> None:
    language = st.query_params.get(LANGUAGE)
    ways = (
        (t.codes.print_card, way(CARDS, c=wanted, lang=language), ""),
        (t.codes.print_four, way(CARDS, c=wanted, viermal="1", lang=language), " plain"),
        (t.codes.load_png, f"{place}.png?laden=1", " plain"),
        (t.codes.load_svg, f"{place}.svg?laden=1", " plain"),
    )
    with st.container(horizontal=True):
        for label, address, kind in ways:
            st.html(
                f'<a class="button{kind}" href="{as_html(address)}">{as_html(label)}</a>', width="content"
            )


def _show_scans(code: str, t: Texts) -> None:
    """For those who look after the library."""
    person = visitor()
    if person is None or not may(person, Right.MANAGE_LIBRARY):
        return
    since = (datetime.now(UTC) - COUNTED).date()
    with entrance().database.read() as db:
        count = scans.counts(db, [code], person, since).get(code, 0)
    said = {0: t.codes.never_scanned, 1: t.codes.scanned_once}.get(count, t.codes.scanned)
    st.html(f'<div class="words"><p>{as_html(said.format(count=count))}</p></div>')


def _seen_root() -> str:
    """Where the person's browser sees the portal."""
    seen = urlsplit(st.context.url or "http://localhost")
    return f"{seen.scheme}://{seen.netloc}"
