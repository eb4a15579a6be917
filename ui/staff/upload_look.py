"""The second step: what was read in an upload, and whether a question finds it."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from knowledge.reading.section import Section
from knowledge.upload_preview import Hit, Searchable, best_passage, problems, searchable
from knowledge.upload_reading import Preview
from ui.escaping import as_html
from ui.places import clock
from ui.portal import portal
from ui.staff.fields import joined
from ui.staff.headings import show_section, show_words
from ui.staff.tables import show_table
from ui.staff.upload_refusals import notice
from ui.texts import Texts

SHOWN = 100
FIRST_WORDS = 160
TRIED = "upload-tried"


def summary(preview: Preview, t: Texts) -> str:
    """Kind, extent and language on one line."""
    reading = preview.reading
    counted = t.uploads.one_page if reading.pages == 1 else t.uploads.pages.format(number=reading.pages)
    return joined(
        [
            t.kinds[preview.kind],
            counted if reading.pages else "",
            t.uploads.minutes.format(time=clock(reading.duration)) if reading.duration else "",
            t.uploads.languages.get(reading.language or "", ""),
            t.uploads.not_live,
        ]
    )


def show_what_was_read(preview: Preview, t: Texts) -> None:
    show_section(t.uploads.what_was_read)
    noted = [t.uploads.problems[problem] for problem in problems(preview)]
    noted += [notice(text, t) for text in preview.reading.notices]
    if noted:
        st.html("".join(f'<p class="upload-note">{as_html(text)}</p>' for text in noted))
    else:
        show_words(t.uploads.nothing_wrong)
    if preview.devices:
        show_words(t.uploads.recognised.format(devices=", ".join(preview.devices)))
    _show_sections(preview.reading.sections, t)


def _show_sections(sections: tuple[Section, ...], t: Texts) -> None:
    one = len(sections) == 1
    label = t.uploads.one_section if one else t.uploads.sections.format(number=len(sections))
    with st.expander(label):
        show_table((t.uploads.heading, t.uploads.beginning), _rows(sections[:SHOWN], t))
        if len(sections) > SHOWN:
            show_words(t.uploads.more_sections.format(number=len(sections) - SHOWN))


def _rows(sections: tuple[Section, ...], t: Texts) -> Iterator[tuple[str, str]]:
    for section in sections:
        text = " ".join(" ".join(item.split()) for block in section.blocks for item in block.items)
        first = text if len(text) <= FIRST_WORDS else f"{text[:FIRST_WORDS].rsplit(' ', 1)[0]} …"
        yield " › ".join(section.heading_path) or t.uploads.without_heading, first


def show_trial(preview: Preview, t: Texts) -> None:
    show_section(t.uploads.is_it_found)
    question = st.text_input(
        t.uploads.question,
        key=f"upload-question-{preview.token}",
        placeholder=t.uploads.question_hint,
        max_chars=500,
    )
    if not (question or "").strip():
        return
    with st.spinner(t.uploads.searching):
        hit = best_passage(_searchable(preview), question, portal().embedder)
    _show_hit(hit, t)


def _searchable(preview: Preview) -> Searchable:
    """Embedding takes a while, so it is done once for all questions."""
    token, known = st.session_state.get(TRIED, ("", None))
    if token != preview.token or known is None:
        known = searchable(preview, portal().embedder)
        st.session_state[TRIED] = (preview.token, known)
    found: Searchable = known
    return found


def _show_hit(hit: Hit, t: Texts) -> None:
    where = [" › ".join(hit.heading_path)]
    where += [t.page.format(number=hit.page)] if hit.page else []
    where += [t.moment.format(time=clock(hit.seconds))] if hit.seconds is not None else []
    text = as_html(hit.text).replace("\n", "<br>")
    st.html(
        f'<div class="words"><p class="quiet">{as_html(t.uploads.found)}</p>'
        f'<p class="path">{as_html(joined(where))}</p><p class="note">{text}</p></div>'
    )
