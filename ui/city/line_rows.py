"""Order lines of many schools in a row: which school, how it stands, and the way to the line."""

from __future__ import annotations

from collections.abc import Iterable

from deliveries.promises import Standing
from deliveries.status.lines import LineStatus
from deliveries.words.sentences import sentence
from ui.deliveries.ways import line_way, school_way
from ui.escaping import as_html
from ui.places import day
from ui.planning.words import counted
from ui.staff.fields import joined
from ui.texts import Texts


def line_rows(lines: Iterable[LineStatus], language: str, t: Texts) -> str:
    return f'<ul class="city-lines">{"".join(_row(status, language, t) for status in lines)}</ul>'


def _row(status: LineStatus, language: str, t: Texts) -> str:
    line, judgement = status.line, status.judgement
    to_school, to_line = school_way(line.school.id, language), line_way(line.id, language)
    order = t.city.order.format(order=line.order, position=line.position)
    about = joined([order, t.city.as_of.format(day=day(line.as_of, t))])
    is_late = judgement.standing is Standing.LATE
    badge = (
        f'<span class="city-late">{as_html(counted(judgement.days, t.city.one_day, t.city.days))}</span>'
        if is_late
        else ""
    )
    return (
        f'<li><p class="list-name"><a href="{as_html(to_school)}" target="_self">'
        f"{as_html(line.school.name)}</a> {badge}</p>"
        f"<p>{as_html(sentence(status, language))}</p>"
        f'<p class="about">{as_html(about)} · '
        f'<a href="{as_html(to_line)}" target="_self" aria-label="{as_html(f"{t.city.open_line}: {order}")}">'
        f"{as_html(t.city.open_line)}</a></p></li>"
    )
