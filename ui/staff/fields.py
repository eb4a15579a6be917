"""Fields that several forms of the administration share, and how people and schools are named in them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import streamlit as st

from core.people.names import LONGEST_NAME
from core.people.person import School
from core.people.roles import Role
from ui.texts import Texts

ROLES: tuple[Role | None, ...] = (*Role, None)


def role_name(role: Role | None, t: Texts) -> str:
    return t.frame.roles[role] if role else t.frame.no_role


def role_field(key: str, t: Texts, current: Role | None) -> None:
    st.selectbox(
        t.staff.role,
        ROLES,
        index=ROLES.index(current),
        format_func=lambda role: role_name(role, t),
        key=key,
    )


def schools_field(key: str, t: Texts, schools: Sequence[School], current: Collection[int] = ()) -> None:
    """Holds the numbers of the schools."""
    names = {school.id: school.name for school in schools}
    st.multiselect(
        t.staff.schools,
        list(names),
        default=[number for number in current if number in names],
        format_func=lambda number: names.get(number, ""),
        key=key,
        placeholder=t.staff.choose_schools,
        select_all=False,
    )


def name_field(key: str, label: str, current: str = "") -> None:
    st.text_input(label, value=current, key=key, max_chars=LONGEST_NAME, autocomplete="off")


def joined(parts: Iterable[str]) -> str:
    """Short facts on one line."""
    return " · ".join(part for part in parts if part)
