"""Reading in a list: see what it would change, or what is wrong with it, before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.csv_reading import RowError
from core.people.importing import Imported, ImportRefused
from core.people.person import Person
from core.people.roles import Right
from ui.escaping import as_label
from ui.language import texts
from ui.portal import entrance
from ui.staff.acting import attempt, go, show_said, tell, typed
from ui.staff.headings import show_heading, show_section, show_way_back, show_words
from ui.staff.refusals import REFUSALS, sentence
from ui.staff.tables import show_table
from ui.texts import Texts
from ui.texts.staff import ListTexts

SHOWN = 100
LARGEST_MB = 5


@dataclass(frozen=True, slots=True)
class ListKind:
    """A kind of list that can be read in. `take_over` reads the file's bytes and writes what they say."""

    key: str
    right: Right
    texts: Callable[[Texts], ListTexts]
    take_over: Callable[[Session, bytes, Person, datetime], Imported]


def show_reading(kind: ListKind, person: Person, t: Texts) -> None:
    said = kind.texts(t)
    show_way_back(said.way_back, go)
    show_heading(said.heading, said.explanation)
    show_said(kind.key)
    file = st.file_uploader(said.choose, key=_field(kind), max_upload_size=LARGEST_MB, help=t.staff.file_help)
    if file is None:
        show_section(t.staff.columns, said.columns)
        st.code(said.example, language=None, wrap_lines=True)
    else:
        _show_preview(kind, file.getvalue(), person, t)


def _show_preview(kind: ListKind, data: bytes, person: Person, t: Texts) -> None:
    try:
        imported = _tried(kind, data, person)
    except ImportRefused as refusal:
        _show_errors(refusal.errors, t)
    except REFUSALS as refusal:
        st.error(as_label(sentence(refusal, t)))
    else:
        show_section(t.staff.preview, _counts(imported, t))
        if imported.created or imported.changed:
            st.button(t.staff.take_over, type="primary", on_click=_take_over, args=(kind,), key="take-over")
        else:
            show_words(t.staff.nothing_new)


def _tried(kind: ListKind, data: bytes, person: Person) -> Imported:
    """What taking the list over comes to; nothing of it stays."""
    with entrance().database.write() as db:
        imported = kind.take_over(db, data, person, datetime.now(UTC))
        db.rollback()
    return imported


def _take_over(kind: ListKind) -> None:
    file = typed(_field(kind))
    if file is None:
        return

    def use_case(db: Session, by: Person, now: datetime) -> Imported:
        return kind.take_over(db, file.getvalue(), by, now)

    def done(imported: Imported) -> None:
        t = texts()
        tell(kind.key, t.staff.taken_over.format(counts=_counts(imported, t)))
        # A field with another key is empty: Streamlit lets nobody empty this one.
        st.session_state[_turn(kind)] = st.session_state.get(_turn(kind), 0) + 1

    attempt(kind.key, kind.right, use_case, done)


def _show_errors(errors: Sequence[RowError], t: Texts) -> None:
    st.error(t.staff.one_fault if len(errors) == 1 else t.staff.faults.format(count=len(errors)))
    shown = ((str(error.line), error.column, error.value, _advice(error, t)) for error in errors[:SHOWN])
    show_table((t.staff.line, t.staff.column, t.staff.value, t.staff.advice), shown)
    if len(errors) > SHOWN:
        show_words(t.staff.more_faults.format(count=len(errors) - SHOWN))


def _advice(error: RowError, t: Texts) -> str:
    meant = t.staff.meant.format(name=error.suggestion) if error.suggestion else ""
    return f"{t.staff.advices[error.why]} {meant}".strip()


def _counts(imported: Imported, t: Texts) -> str:
    return t.staff.counts.format(
        created=imported.created, changed=imported.changed, unchanged=imported.unchanged
    )


def _turn(kind: ListKind) -> str:
    return f"{kind.key}-turn"


def _field(kind: ListKind) -> str:
    return f"{kind.key}-file-{st.session_state.get(_turn(kind), 0)}"
