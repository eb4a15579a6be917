"""The other dates of the same training, and the series that a date belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from trainings.facts import BookingState
from trainings.refusals import Overlaps
from trainings.seats.listing import Offer
from ui.escaping import as_html
from ui.language import KEY as LANGUAGE
from ui.texts import Texts
from ui.trainings import acts
from ui.trainings.badges import badge, badge_html, where
from ui.trainings.choice import can_be_booked
from ui.trainings.ways import date_way, wish_link
from ui.trainings.when import span

AT_MOST = 8


def show_others(shown: Offer, coming: Sequence[Offer], t: Texts) -> None:
    """`coming` are all coming dates of the training."""
    series = series_of(shown, coming)
    if len(series) > 1:
        _show_series(shown, series, t)
    members = {other.date.id for other in series} if len(series) > 1 else {shown.date.id}
    others = [other for other in coming if other.date.id not in members]
    if others:
        st.html(f'<h2 class="section">{as_html(t.trainings.other_dates)}</h2>{_list(others[:AT_MOST], t)}')
    else:
        with st.container(key="wish-instead"):
            wish_link(t.trainings.no_date_suits, thema=shown.date.training.title)


def series_of(shown: Offer, coming: Sequence[Offer]) -> list[Offer]:
    """The coming dates of the date's series, its own among them."""
    return [other for other in coming if shown.date.series and other.date.series == shown.date.series]


def _show_series(shown: Offer, series: Sequence[Offer], t: Texts) -> None:
    heading = t.trainings.series.format(count=len(series))
    st.html(f'<h2 class="section">{as_html(heading)}</h2>{_list(series, t, shown.date.id)}')
    open_ = [each for each in series if not _is_booked(each)]
    if len(open_) < 2 or not shown.date.series or not all(can_be_booked(each) for each in open_):
        return
    overlap = any(isinstance(each.refusal, Overlaps) for each in open_)
    pattern = t.trainings.book_series_anyway if overlap else t.trainings.book_series
    if len(open_) < len(series):
        pattern = t.trainings.book_rest_of_series
    st.button(
        pattern.format(count=len(open_)),
        key="book-series",
        on_click=partial(acts.book_series, shown.date.id, shown.date.series, overlap),
    )


def _is_booked(offer: Offer) -> bool:
    return offer.standing is not None and offer.standing.state is BookingState.BOOKED


def _list(offers: Sequence[Offer], t: Texts, current: int | None = None) -> str:
    return f'<ul class="dates">{"".join(_line(offer, t, current) for offer in offers)}</ul>'


def _line(offer: Offer, t: Texts, current: int | None) -> str:
    when, place = as_html(span(offer.date, t)), as_html(where(offer.date, t))
    told = f'<span class="place">{place}</span> {badge_html(badge(offer, t))}'
    if offer.date.id == current:
        return f'<li aria-current="true"><strong>{when}</strong> {told}</li>'
    address = as_html(date_way(offer.date.id, st.query_params.get(LANGUAGE)))
    return f'<li><a href="{address}">{when}</a> {told}</li>'
