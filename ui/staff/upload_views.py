"""The views of the page for uploads: the start with all that was uploaded, and one upload on its way."""

from __future__ import annotations

import streamlit as st

from core.people.person import Person
from core.people.schools import all_schools
from knowledge.reading.errors import Unreadable
from knowledge.upload_incoming import NoSuchUpload
from retriever.snapshot import IndexedDocument
from ui.escaping import as_label
from ui.portal import entrance, portal
from ui.staff.acting import go, show_said
from ui.staff.headings import show_heading, show_section, show_way_back
from ui.staff.upload_acting import PLACE, REPLACE
from ui.staff.upload_file import read_before, show_uploader
from ui.staff.upload_form import choices_of, show_form
from ui.staff.upload_list import all_uploads, show_uploads
from ui.staff.upload_look import show_trial, show_what_was_read, summary
from ui.staff.upload_refusals import sentence
from ui.texts import Texts


def show_start(replaced: str | None, person: Person, t: Texts) -> None:
    """`replaced` is the code of a document that the visitor wants to replace, as it stands in the address."""
    document = _document(replaced, person)
    if document is not None:
        show_way_back(t.uploads.way_back, go)
        show_heading(t.uploads.replace_title.format(title=document.title), t.uploads.replace_explained)
        show_uploader(person, t, **{REPLACE: document.code})
        return
    show_heading(t.uploads.title, t.uploads.explained)
    show_said(PLACE)
    show_section(t.uploads.new)
    show_uploader(person, t)
    show_uploads(*all_uploads(person), t)


def show_one_upload(token: str, replaced: str | None, person: Person, t: Texts) -> None:
    show_way_back(t.uploads.way_back, go)
    try:
        preview = read_before(token, person, t)
    except NoSuchUpload:
        show_heading(t.uploads.forgotten, t.uploads.forgotten_explained)
        return
    except Unreadable as refusal:
        show_heading(t.uploads.title)
        st.error(as_label(sentence(refusal, t)), icon=":material/error:")
        return
    show_heading(preview.reading.title, summary(preview, t))
    show_what_was_read(preview, t)
    show_trial(preview, t)
    documents, _ = all_uploads(person)
    live = {each.name: each.live.number for each in documents if each.live}
    with entrance().database.read() as db:
        schools = all_schools(db)
    show_form(preview, choices_of(portal().catalogue(person), live), replaced, schools, t)


def _document(code: str | None, person: Person) -> IndexedDocument | None:
    found = portal().target(code, person) if code else None
    return found.document if found else None
