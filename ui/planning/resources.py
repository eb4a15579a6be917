"""Rooms and machines: each one can be taken by one date at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person
from core.people.roles import Right
from trainings.facts import Resource, ResourceKind
from trainings.planning.resources import add_resource, change_resource, delete_resource, resources_of
from ui.escaping import as_html, as_label
from ui.language import texts
from ui.planning.acting import show_news
from ui.planning.views import show_views
from ui.planning.ways import NEW, RESOURCE, RESOURCES
from ui.portal import entrance
from ui.staff.acting import attempt, forget, go, show_said, tell, typed
from ui.staff.fields import joined
from ui.staff.headings import show_heading, show_section, show_way_back, show_words
from ui.staff.numbers import NOBODY, as_number
from ui.texts import Texts
from ui.view_row import VIEW

PLACE = "plan-resources"
FIELDS = ("name", "kind", "place", "active")
LONGEST = 200


def show_resources(person: Person, t: Texts) -> None:
    show_views(t)
    show_news(PLACE)
    resources = _resources(person)
    st.button(
        t.planning.new_resource, type="primary", icon=":material/add:", on_click=go, kwargs={RESOURCE: NEW}
    )
    if not resources:
        show_words(t.planning.no_resources)
    for kind in ResourceKind:
        of_kind = [each for each in resources if each.kind is kind]
        if of_kind:
            _show_kind(t.planning.resource_kinds[kind], of_kind, t)


def show_resource(written: str, person: Person, t: Texts) -> None:
    """The room or machine with the number that stands in the address, or a new one."""
    number = NOBODY if written == NEW else as_number(written)
    resource = next((each for each in _resources(person) if each.id == number), None)
    show_way_back(t.planning.to_resources, go_back)
    if resource is None and written != NEW:
        show_heading(t.planning.resource_gone, t.planning.resource_gone_explained)
        return
    show_heading(resource.name if resource else t.planning.new_resource_title)
    _show_form(number, resource, t)


def go_back() -> None:
    go(**{VIEW: RESOURCES})


def _resources(person: Person) -> list[Resource]:
    with entrance().database.read() as db:
        return resources_of(db, person)


def _show_kind(heading: str, resources: Sequence[Resource], t: Texts) -> None:
    show_section(heading)
    for each in resources:
        with st.container(gap=None, key=f"plan-row-resource-{each.id}"):
            st.button(
                f"**{as_label(each.name)}**",
                key=f"open-resource-{each.id}",
                type="tertiary",
                on_click=go,
                kwargs={RESOURCE: str(each.id)},
            )
            about = joined([each.place, "" if each.active else t.planning.out_of_use])
            if about:
                st.html(f'<div class="plan-about"><p class="plan-where">{as_html(about)}</p></div>')


def _show_form(number: int, resource: Resource | None, t: Texts) -> None:
    name, kind, place, active = _keys(number)
    with st.form(_place(number)):
        if resource is None:
            st.segmented_control(
                t.planning.resource_kind,
                list(ResourceKind),
                default=ResourceKind.MACHINE,
                required=True,
                format_func=lambda each: t.planning.resource_kind_names[each],
                key=kind,
            )
        _text(
            name, t.planning.resource_name, t.planning.resource_name_hint, resource.name if resource else ""
        )
        _text(
            place,
            t.planning.resource_place,
            t.planning.resource_place_hint,
            resource.place if resource else "",
        )
        if resource:
            st.checkbox(t.planning.in_use, value=resource.active, key=active)
        show_said(_place(number))
        st.form_submit_button(
            t.planning.save if resource else t.planning.save_resource,
            type="primary",
            on_click=_save,
            args=(number,),
        )
    if resource:
        st.button(
            t.planning.delete_resource,
            type="tertiary",
            icon=":material/delete:",
            on_click=_delete,
            args=(number, resource.name),
            key=f"delete-resource-{number}",
        )


def _text(key: str, label: str, hint: str, current: str) -> None:
    st.text_input(label, value=current, key=key, placeholder=hint, max_chars=LONGEST, autocomplete="off")


def _save(number: int) -> None:
    name, kind, place, active = (typed(key) for key in _keys(number))

    def use_case(db: Session, by: Person, now: datetime) -> Resource:
        if number == NOBODY:
            return add_resource(db, name or "", ResourceKind(kind), place or "", by, now)
        return change_resource(db, number, name or "", place or "", bool(active), by, now)

    def done(resource: Resource) -> None:
        forget(*_keys(number))
        go_back()
        tell(PLACE, texts().planning.resource_saved.format(name=resource.name))

    attempt(_place(number), Right.PLAN_TRAININGS, use_case, done)


def _delete(number: int, name: str) -> None:
    def use_case(db: Session, by: Person, now: datetime) -> None:
        delete_resource(db, number, by, now)

    def done(_: None) -> None:
        forget(*_keys(number))
        go_back()
        tell(PLACE, texts().planning.resource_deleted.format(name=name))

    attempt(_place(number), Right.PLAN_TRAININGS, use_case, done)


def _keys(number: int) -> Sequence[str]:
    return [f"plan-resource-{number}-{field}" for field in FIELDS]


def _place(number: int) -> str:
    return f"plan-resource-{number}"
