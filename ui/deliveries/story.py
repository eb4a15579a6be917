"""What happened to an order line so far: the newest first, in sentences, with who said it and when."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

import streamlit as st

from deliveries.facts import Change, Field
from deliveries.words.changes import change_sentence
from ui.escaping import as_html
from ui.places import day
from ui.staff.fields import joined
from ui.texts import Texts

# A line begins in a stage, at the school whose page this is, with all its pieces in that stage.
SAID_BY_BEGINNING = frozenset({Field.PIECES, Field.SCHOOL, Field.STAGE})


def show_story(changes: Sequence[Change], language: str, t: Texts) -> None:
    heading = f'<h2 class="section" id="verlauf">{as_html(t.deliveries.history)}</h2>'
    if changes:
        st.html(f'{heading}<ol class="story">{events_html(changes, language, t)}</ol>')
    else:
        st.html(f'{heading}<p class="quiet">{as_html(t.deliveries.no_history)}</p>')


def events_html(changes: Iterable[Change], language: str, t: Texts) -> str:
    """Changes that came together are one event."""
    together = groupby(changes, key=lambda change: (change.at, change.source, change.by))
    return "".join(_event_html(list(within), language, t) for _, within in together)


def _event_html(changes: Sequence[Change], language: str, t: Texts) -> str:
    first = changes[0]
    told = as_html(joined((day(first.as_of, t), _who(first, t))))
    items = "".join(_change_html(change, language, t) for change in _in_order(changes))
    whys = dict.fromkeys(change.why for change in changes if change.why and not change.source)
    why = "".join(f'<p class="why">{as_html(each)}</p>' for each in whys)
    return f'<li><p class="when">{told}</p><ul>{items}</ul>{why}</li>'


def _in_order(changes: Sequence[Change]) -> list[Change]:
    """As a person tells what came together: the stage first, the reason last, which says its kind itself."""
    said = {change.field for change in changes}
    return [change for change in reversed(changes) if not _goes_without_saying(change, said)]


def _goes_without_saying(change: Change, said: Collection[Field]) -> bool:
    if change.field is Field.REASON_KIND:
        return Field.REASON in said
    if Field.CREATED not in said:
        return False
    nothing_yet = change.field is Field.DELIVERED and change.new == "0"
    return change.field in SAID_BY_BEGINNING or nothing_yet


def _change_html(change: Change, language: str, t: Texts) -> str:
    back = f' <span class="back">{as_html(t.deliveries.went_back)}</span>' if change.backwards else ""
    return f"<li>{as_html(change_sentence(change, language))}{back}</li>"


def _who(change: Change, t: Texts) -> str:
    if change.source:
        return t.deliveries.told_by_list.format(source=change.source)
    if change.by:
        return t.deliveries.told_by_person.format(name=change.by)
    return t.deliveries.told_by_nobody
