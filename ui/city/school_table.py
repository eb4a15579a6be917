"""Schools and parts of the work in one table, as HTML: small bars with their percentage in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deliveries.city.overview import CitySchool, Share
from deliveries.facts import Subproject
from deliveries.words.names import subproject_word
from ui.deliveries.ways import school_way
from ui.escaping import as_html
from ui.texts import Texts


def school_table(schools: Sequence[CitySchool], language: str, t: Texts) -> str:
    """One row for each school, and one for all of them together above."""
    parts = [subproject_word(part, language) for part in Subproject]
    headings = (t.city.school, t.city.late, t.city.blocked, *parts)
    head = "".join(f'<th scope="col">{as_html(heading)}</th>' for heading in headings)
    body = "".join(_row(school, language, t) for school in schools)
    return (
        '<div class="words city-wide"><div class="table" tabindex="0"><table class="city-table">'
        f'<caption class="unseen">{as_html(t.city.table)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{_sums(schools, language, t)}{body}</tbody>"
        "</table></div></div>"
    )


def summed(schools: Sequence[CitySchool]) -> Mapping[Subproject, Share]:
    """All pieces of the schools, by part of the work."""
    sums: dict[Subproject, Share] = {}
    for school in schools:
        for part, share in school.shares.items():
            before = sums.get(part, Share(0, 0))
            sums[part] = Share(before.usable + share.usable, before.wanted + share.wanted)
    return sums


def bar(percent: int) -> str:
    """A bar that says nothing by itself: words stand beside it."""
    return f'<span class="city-bar"><span style="width: {percent:d}%"></span></span>'


def _row(school: CitySchool, language: str, t: Texts) -> str:
    address = as_html(school_way(school.school.id, language))
    name = f'<a href="{address}" target="_self">{as_html(school.school.name)}</a>'
    counts = _count(school.late, t.city.late, t) + _count(school.blocked, t.city.blocked, t)
    return f'<tr><th scope="row">{name}</th>{counts}{_shares(school.shares, language, t)}</tr>'


def _sums(schools: Sequence[CitySchool], language: str, t: Texts) -> str:
    late, blocked = sum(school.late for school in schools), sum(school.blocked for school in schools)
    counts = _count(late, t.city.late, t) + _count(blocked, t.city.blocked, t)
    shares = _shares(summed(schools), language, t)
    return f'<tr class="city-sum"><th scope="row">{as_html(t.city.all_schools)}</th>{counts}{shares}</tr>'


def _shares(shares: Mapping[Subproject, Share], language: str, t: Texts) -> str:
    return "".join(_share(shares.get(part), subproject_word(part, language), t) for part in Subproject)


def _share(share: Share | None, part: str, t: Texts) -> str:
    label = f'data-label="{as_html(part)}"'
    if share is None or not share.wanted:
        return f'<td {label} class="empty"><span class="unseen">{as_html(t.city.nothing_ordered)}</span></td>'
    told = t.city.of_pieces.format(usable=share.usable, wanted=share.wanted)
    done = ' class="done"' if share.usable == share.wanted else ""
    return (
        f'<td {label} title="{as_html(told)}"><span class="city-share">'
        f"<strong{done}>{as_html(t.city.percent.format(percent=share.percent))}</strong>{bar(share.percent)}"
        f'<span class="unseen">{as_html(told)}</span></span></td>'
    )


def _count(count: int, heading: str, t: Texts) -> str:
    label = f'data-label="{as_html(heading)}"'
    if not count:
        return f'<td {label} class="empty"><span class="unseen">{as_html(t.city.none)}</span></td>'
    return f'<td {label} class="city-count"><strong>{count}</strong></td>'
