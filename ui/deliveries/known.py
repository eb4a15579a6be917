"""Of which day what is shown is known, and who said it."""

from __future__ import annotations

from datetime import date

from deliveries.promises import judged_on
from deliveries.status.found import LineStatus
from ui.escaping import as_html
from ui.places import day
from ui.staff.fields import joined
from ui.texts import Texts


def as_of_words(as_of: date, source: str, t: Texts) -> str:
    """ "Stand: 5. Februar 2024 · Quelle: lieferstand.csv"."""
    told = t.deliveries.source.format(source=source) if source else t.deliveries.by_hand
    return joined((t.deliveries.as_of.format(day=day(as_of, t)), told))


def tells_of_the_past(as_of: date, today: date) -> bool:
    """Whether the last list is too old to say how things are today."""
    return judged_on(as_of, today) != today


def own_day_html(status: LineStatus, as_of: date | None, t: Texts) -> str:
    """Of which day a line is known, where the newest of the page (`as_of`) is much younger: then "late" is
    said as of that day."""
    line = status.line
    if not line.pieces.coming or as_of is None or not tells_of_the_past(line.as_of, as_of):
        return ""
    return f'<p class="known">{as_html(t.deliveries.as_of.format(day=day(line.as_of, t)))}</p>'


def as_of_html(as_of: date, source: str, today: date, t: Texts) -> str:
    old = f" <strong>{as_html(t.deliveries.long_ago)}</strong>" if tells_of_the_past(as_of, today) else ""
    return f'<p class="known">{as_html(as_of_words(as_of, source, t))}{old}</p>'
