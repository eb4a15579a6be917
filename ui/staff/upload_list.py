"""What has been uploaded, with its versions and the ways back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import streamlit as st

from core.people.actor import Actor
from core.people.people import names_of
from core.people.person import Person
from knowledge.codes import document_code
from knowledge.upload_readers import Readers, readers_of
from knowledge.upload_versions import UPLOAD, Uploaded, Version
from knowledge.uploads import bring_back, take_back, uploaded
from knowledge.workshop import Workshop
from ui.escaping import as_html
from ui.language import texts
from ui.library.ways import manual_way
from ui.moments import written_moment
from ui.portal import entrance
from ui.staff.acting import go, tell
from ui.staff.fields import joined
from ui.staff.headings import show_section, show_words
from ui.staff.upload_acting import PLACE, REPLACE, attempt
from ui.texts import Texts

SURE = "upload-sure"
Names = Mapping[int, str]


def all_uploads(by: Actor) -> tuple[Sequence[Uploaded], Names]:
    """The documents, and the names of those who published them."""
    with entrance().database.read() as db:
        documents = uploaded(db, by)
        people = {version.person_id for document in documents for version in document.versions}
        return documents, names_of(db, {number for number in people if number is not None})


def show_uploads(documents: Sequence[Uploaded], names: Names, t: Texts) -> None:
    show_section(t.uploads.uploaded)
    shown = [document for document in documents if document.live]
    if not documents:
        show_words(t.uploads.none_uploaded)
    for document in shown:
        _show_document(document, names, t)
    withdrawn = [document for document in documents if not document.live]
    if withdrawn:
        show_section(t.uploads.withdrawn_ones)
        for document in withdrawn:
            _show_version(document.versions[0], document, names, t, titled=True)


def code_of(version: Version) -> str:
    """The short code that leads to the document."""
    return document_code(*(version.replaces or (UPLOAD, version.name)))


def _show_document(document: Uploaded, names: Names, t: Texts) -> None:
    live = document.live
    if live is None:
        return
    with st.container(gap="small", key=f"upload-row-{live.id}"):
        title = f'<a href="{as_html(manual_way(code_of(live)))}" target="_self">{as_html(live.title)}</a>'
        st.html(
            f'<div class="source"><p class="name">{title}</p>'
            f'<p class="about">{as_html(_about(live, names, t))}</p></div>'
        )
        if st.session_state.get(SURE) == live.id:
            _ask_whether_sure(document, live, t)
        else:
            _show_actions(live, t)
        if len(document.versions) > 1:
            with st.expander(t.uploads.versions, key=f"upload-versions-{live.id}"):
                for version in document.versions:
                    if version is not live:
                        _show_version(version, document, names, t)


def _show_actions(live: Version, t: Texts) -> None:
    with st.container(horizontal=True, key=f"actions-upload-{live.id}"):
        address = {REPLACE: code_of(live)}
        st.button(
            t.uploads.replace,
            key=f"upload-replace-{live.id}",
            on_click=go,
            kwargs=address,
            icon=":material/upload_file:",
        )
        st.button(
            t.uploads.take_back,
            key=f"upload-back-{live.id}",
            on_click=_be_sure,
            args=(live.id,),
            type="tertiary",
            icon=":material/undo:",
        )


def _ask_whether_sure(document: Uploaded, live: Version, t: Texts) -> None:
    before = document.before
    if before:
        said = t.uploads.sure_back.format(
            number=live.number, before=before.number, date=written_moment(before.at, t)
        )
    else:
        said = t.uploads.sure_withdraw_replaced if live.replaces else t.uploads.sure_withdraw
    show_words(said)
    with st.container(horizontal=True):
        pressed = st.button(t.uploads.yes, type="primary", key=f"upload-yes-{live.id}")
        st.button(t.uploads.no, key=f"upload-no-{live.id}", on_click=_be_sure, args=(None,))
    if pressed:
        with st.spinner(t.uploads.working):
            _take_back(live)
        st.rerun()


def _show_version(version: Version, document: Uploaded, names: Names, t: Texts, titled: bool = False) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"line-upload-{version.id}"):
        name = f'<p class="name">{as_html(version.title)}</p>' if titled else ""
        about = joined([_about(version, names, t), t.uploads.states[version.state]])
        st.html(f'<div class="source">{name}<p class="about">{as_html(about)}</p></div>')
        pressed = st.button(t.uploads.bring_back, key=f"upload-again-{version.id}", icon=":material/history:")
    if pressed:
        with st.spinner(t.uploads.working):
            _bring_back(version, document.live)
        st.rerun()


def _about(version: Version, names: Names, t: Texts) -> str:
    who = names.get(version.person_id or 0) or t.uploads.nobody
    readers = {
        Readers.EVERYONE: t.uploads.for_everyone,
        Readers.SIGNED_IN: t.uploads.for_signed_in,
        Readers.CHOSEN: t.uploads.for_some,
    }
    return joined(
        [
            t.uploads.version.format(number=version.number),
            written_moment(version.at, t),
            who,
            readers[readers_of(version.audience)],
            t.uploads.stands_for.format(name=version.replaces[1]) if version.replaces else "",
        ]
    )


def _be_sure(number: int | None) -> None:
    st.session_state[SURE] = number


def _take_back(live: Version) -> None:
    def use_case(workshop: Workshop, by: Person, now: datetime) -> Version | None:
        return take_back(workshop, live.name, live.number, by, now)

    def done(before: Version | None) -> None:
        said = texts().uploads
        if before:
            tell(PLACE, said.taken_back.format(title=before.title, number=before.number))
        else:
            tell(PLACE, said.withdrawn.format(title=live.title))

    _be_sure(None)
    attempt(PLACE, use_case, done)


def _bring_back(version: Version, live: Version | None) -> None:
    number = live.number if live else None

    def use_case(workshop: Workshop, by: Person, now: datetime) -> Version:
        return bring_back(workshop, version.name, version.number, number, by, now)

    def done(shown: Version) -> None:
        tell(PLACE, texts().uploads.brought_back.format(title=shown.title, number=shown.number))

    _be_sure(None)
    attempt(PLACE, use_case, done)
