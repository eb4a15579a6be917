"""The lines on paper and as files: what is shown is what one gets."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from core.people.person import School
from ui.deliveries.choice import KIND, STATE, Choice
from ui.deliveries.ways import AS_CSV, AS_XLSX, PRINTED, SCHOOL
from ui.escaping import as_html
from ui.language import KEY as LANGUAGE
from ui.texts import Texts


def show_take_along(school: School, choice: Choice, t: Texts) -> None:
    d, query = t.deliveries, query_of(school, choice, st.query_params.get(LANGUAGE))
    ways = (
        (PRINTED, d.print_it, ' target="_blank" rel="noopener"'),
        (AS_XLSX, d.as_workbook, ""),
        (AS_CSV, d.as_csv, ""),
    )
    links = "".join(
        f'<a class="button plain" href="{as_html(f"{path}?{query}")}"{more}>{as_html(label)}</a>'
        for path, label, more in ways
    )
    st.html(f'<p class="take-along"><span>{as_html(d.take_along)}</span>{links}</p>')


def query_of(school: School, choice: Choice, lang: str | None) -> str:
    """What an address needs to show the same lines."""
    named = [(SCHOOL, str(school.id)), (STATE, choice.state or ""), *((KIND, kind) for kind in choice.kinds)]
    return urlencode([(name, given) for name, given in (*named, (LANGUAGE, lang or "")) if given])
