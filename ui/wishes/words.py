"""Wishes in words."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from trainings.wishes.facts import OtherWish
from ui.escaping import as_html
from ui.texts import Texts


def people(count: int, t: Texts) -> str:
    return t.wishes.one_person if count == 1 else t.wishes.many_people.format(count=count)


def school(wish: OtherWish, t: Texts) -> str:
    """Where the wish comes from."""
    return wish.school or t.wishes.some_school


def school_and_people(wish: OtherWish, t: Texts) -> str:
    return t.wishes.school_and_people.format(school=school(wish, t), people=people(wish.people, t))


def listed(wishes: Iterable[OtherWish], t: Texts) -> str:
    return ", ".join(school_and_people(wish, t) for wish in wishes)


def show_lines(*lines: str) -> None:
    """A paragraph for each line that says something; a line may hold foreign words."""
    shown = "".join(f"<p>{as_html(line)}</p>" for line in lines if line)
    if shown:
        st.html(f'<div class="words">{shown}</div>')
