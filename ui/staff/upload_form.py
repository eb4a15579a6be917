"""The third step: what a manual is about, who may read it, what it replaces; then it goes live."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import streamlit as st

from core.local_time import HERE
from core.people.person import Person, School
from core.people.roles import Role
from knowledge.audience import OPEN, Audience
from knowledge.devices import BY_NAME
from knowledge.reading.facts import Facts, facts_of
from knowledge.upload_incoming import discard
from knowledge.upload_readers import Readers, audience_for, readers_of
from knowledge.upload_reading import Preview
from knowledge.upload_versions import UPLOAD, Version
from knowledge.uploads import LONGEST_TITLE, Overtaken, Replaced, Wish, publish
from knowledge.workshop import Workshop
from retriever.snapshot import IndexedDocument
from ui.language import texts
from ui.staff.acting import go, show_said, tell, typed
from ui.staff.fields import schools_field
from ui.staff.headings import show_section, show_words
from ui.staff.upload_acting import PLACE, attempt
from ui.texts import Texts

NEW = ""  # the code of no document; None would show Streamlit's own English words


@dataclass(frozen=True, slots=True)
class Choice:
    """A document that the upload may replace."""

    document: IndexedDocument
    replaced: Replaced


def show_form(
    preview: Preview, choices: Sequence[Choice], chosen: str | None, schools: Sequence[School], t: Texts
) -> None:
    """`chosen` is the code of the document that the visitor came to replace."""
    show_section(t.uploads.about_it)
    by_code = {choice.document.code: choice for choice in choices}
    _fill_once(preview, by_code.get(chosen or ""))
    _look_again(preview, by_code)
    st.selectbox(
        t.uploads.replaces,
        [NEW, *by_code],
        format_func=lambda code: by_code[code].document.title if code in by_code else t.uploads.is_new,
        key=_key(preview, "replaces"),
        on_change=_take_facts,
        args=(preview, by_code),
    )
    _show_same_file(preview, choices, t)
    _show_facts(preview, t)
    _show_readers(preview, schools, t)
    place = _place(preview)
    show_said(place)
    with st.container(horizontal=True):
        pressed = st.button(t.uploads.publish, type="primary", key=_key(preview, "publish"))
        st.button(
            t.uploads.discard,
            type="tertiary",
            on_click=_discard,
            args=(preview,),
            key=_key(preview, "discard"),
        )
    if pressed:
        with st.spinner(t.uploads.publishing):
            _publish(preview, by_code)
        st.rerun()


def _show_same_file(preview: Preview, choices: Sequence[Choice], t: Texts) -> None:
    if typed(_key(preview, "replaces")) != NEW:
        return
    for choice in choices:
        if choice.document.name.rpartition("/")[2] == preview.file.name:
            show_words(t.uploads.same_file.format(title=choice.document.title))
            return


def _show_facts(preview: Preview, t: Texts) -> None:
    st.text_input(t.uploads.name, key=_key(preview, "title"), max_chars=LONGEST_TITLE, autocomplete="off")
    devices = typed(_key(preview, "devices"))
    st.multiselect(
        t.uploads.devices,
        list(dict.fromkeys([*BY_NAME, *devices])),
        key=_key(preview, "devices"),
        placeholder=t.uploads.choose_devices,
        select_all=False,
    )
    _text(preview, "topics", t.uploads.topics, t.uploads.topics_hint)
    _text(preview, "audience", t.uploads.audience, t.uploads.audience_hint)
    level = typed(_key(preview, "level"))
    st.selectbox(
        t.uploads.level,
        list(dict.fromkeys(["", *t.uploads.levels, level])),
        format_func=lambda level: level or t.uploads.no_level,
        key=_key(preview, "level"),
    )
    _text(preview, "valid_for", t.uploads.valid_for, t.uploads.valid_for_hint)
    st.date_input(t.uploads.checked, key=_key(preview, "checked"), format="DD.MM.YYYY")


def _show_readers(preview: Preview, schools: Sequence[School], t: Texts) -> None:
    st.radio(
        t.uploads.who_reads,
        list(Readers),
        format_func=lambda readers: t.uploads.readers[readers],
        key=_key(preview, "readers"),
    )
    if typed(_key(preview, "readers")) is not Readers.CHOSEN:
        return
    st.multiselect(
        t.uploads.roles,
        list(Role),
        format_func=lambda role: t.frame.roles[role],
        key=_key(preview, "roles"),
        placeholder=t.uploads.choose_roles,
        select_all=False,
    )
    if schools:
        schools_field(_key(preview, "schools"), t, schools, typed(_key(preview, "kept_schools")) or ())


def _text(preview: Preview, field: str, label: str, hint: str) -> None:
    st.text_input(label, key=_key(preview, field), placeholder=hint, max_chars=300, autocomplete="off")


def _fill_once(preview: Preview, choice: Choice | None) -> None:
    """The fields begin with what was read, or with what is known of the document to replace."""
    if _key(preview, "filled") in st.session_state:
        return
    _set(preview, filled=True, title=preview.reading.title, replaces=choice.document.code if choice else NEW)
    facts = preview.reading.facts
    _set_facts(preview, facts, facts.devices or preview.devices, OPEN)
    if choice:
        _take_facts(preview, {choice.document.code: choice})


def _look_again(preview: Preview, by_code: Mapping[str, Choice]) -> None:
    """After a refusal the library may be another."""
    choice = by_code.get(typed(_key(preview, "replaces")) or "")
    if choice is None:
        _set(preview, replaces=NEW)
    elif typed(_key(preview, "overtaken")):
        _set(preview, seen=choice.replaced)


def _take_facts(preview: Preview, by_code: Mapping[str, Choice]) -> None:
    """A new version is for the same people as the old one, unless somebody says otherwise."""
    choice = by_code.get(typed(_key(preview, "replaces")) or "")
    if choice is None:
        return
    # What was looked at now is what may be replaced.
    _set(preview, seen=choice.replaced)
    document = choice.document
    _set_facts(preview, document.facts, document.facts.devices, document.audience)


def _set_facts(preview: Preview, facts: Facts, devices: Sequence[str], who: Audience) -> None:
    _set(
        preview,
        devices=list(devices),
        topics=", ".join(facts.topics),
        audience=", ".join(facts.audience),
        level=facts.level,
        valid_for=facts.valid_for,
        checked=datetime.now(HERE).date(),
        readers=readers_of(who),
        roles=[role for role in Role if role in who.roles],
        kept_schools=sorted(who.schools),
    )
    st.session_state.pop(_key(preview, "schools"), None)


def _publish(preview: Preview, by_code: Mapping[str, Choice]) -> None:
    def use_case(workshop: Workshop, by: Person, now: datetime) -> Version:
        return publish(workshop, preview, _wish(preview, by_code), by, now)

    def done(version: Version) -> None:
        said = texts().uploads
        replaced = version.number > 1 or version.replaces
        sentence = said.published_replacing if replaced else said.published
        tell(PLACE, sentence.format(title=version.title))
        go()

    # Whoever was overtaken is told so, and means the newer version with the next press.
    _set(preview, overtaken=isinstance(attempt(_place(preview), use_case, done), Overtaken))


def _wish(preview: Preview, by_code: Mapping[str, Choice]) -> Wish:
    def said(field: str) -> Any:
        return typed(_key(preview, field))

    fields = ("devices", "topics", "audience", "level", "valid_for")
    facts = facts_of({field: said(field) for field in fields} | {"checked": _day(said("checked"))})
    audience = audience_for(Readers(said("readers")), said("roles") or (), said("schools") or ())
    replaced = said("seen") if said("replaces") in by_code else None
    return Wish(said("title") or "", facts, audience, replaced)


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def _discard(preview: Preview) -> None:
    def use_case(workshop: Workshop, by: Person, now: datetime) -> None:
        discard(workshop, preview.token, by)

    def done(_: None) -> None:
        tell(PLACE, texts().uploads.discarded)
        go()

    attempt(_place(preview), use_case, done)


def choices_of(documents: Sequence[IndexedDocument], live: Mapping[str, int]) -> list[Choice]:
    """`live` are the numbers of the versions that are live, by the name of the upload."""
    return [
        Choice(
            document,
            Replaced(
                document.source, document.name, live.get(document.name, 0) if document.source == UPLOAD else 0
            ),
        )
        for document in documents
    ]


def _set(preview: Preview, **values: object) -> None:
    for field, value in values.items():
        st.session_state[_key(preview, field)] = value


def _place(preview: Preview) -> str:
    return f"upload-{preview.token}"


def _key(preview: Preview, field: str) -> str:
    return f"upload-{preview.token}-{field}"
