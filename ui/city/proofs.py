"""Tables to take along: for the council, and for each funding programme."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from core.people.person import Person
from deliveries.city.proofs import programmes
from ui.city.views import show_views
from ui.city.ways import CSV, XLSX, council_way, proof_way
from ui.escaping import as_html
from ui.language import language
from ui.portal import entrance
from ui.staff.headings import show_section, show_words
from ui.texts import Texts


def show_proofs(person: Person, t: Texts) -> None:
    show_views(t)
    spoken = language()
    show_section(t.city.council, t.city.council_explained)
    st.html(_downloads("", lambda ending: council_way(ending, spoken), t))
    show_section(t.city.programmes, t.city.programmes_explained)
    with entrance().database.read() as db:
        known = programmes(db, person)
    if not known:
        show_words(t.city.no_programmes)
    for programme in known:
        st.html(_proof(programme, spoken, t))


def _proof(programme: str, spoken: str, t: Texts) -> str:
    return _downloads(programme, lambda ending: proof_way(programme, ending, spoken), t)


def _downloads(name: str, address: Callable[[str], str], t: Texts) -> str:
    """The two kinds of file, behind the name of what is in them."""
    told = name or t.city.council
    links = "".join(
        f'<a class="button plain" href="{as_html(address(ending))}" target="_self" '
        f'aria-label="{as_html(f"{told}: {label}")}">{as_html(label)}</a>'
        for ending, label in ((XLSX, t.city.as_xlsx), (CSV, t.city.as_csv))
    )
    named = f'<span class="list-name">{as_html(name)}</span>' if name else ""
    return f'<p class="city-downloads">{named}{links}</p>'
