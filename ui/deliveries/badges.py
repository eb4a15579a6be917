"""How a line stands, in two or three words with a colour and a sign; never the colour alone."""

from __future__ import annotations

from deliveries.promises import Standing
from deliveries.status.lines import LineStatus, Situation
from ui.escaping import as_html
from ui.texts import Texts

DAYS_OF_A_MONTH = 30.44
IN_MONTHS = 60  # days from which a delay is told in months


def badge_html(status: LineStatus, t: Texts) -> str:
    return f'<span class="standing-badge {status.situation}">{as_html(badge(status, t))}</span>'


def badge(status: LineStatus, t: Texts) -> str:
    """The one thing that matters of the line."""
    d = t.deliveries
    match status.situation:
        case Situation.LATE:
            return late(status.judgement.days, t)
        case Situation.BLOCKED:
            return d.is_blocked
        case Situation.COMING:
            return _coming(status.judgement.standing, t)
        case Situation.HERE:
            return d.is_here
        case Situation.USABLE:
            return d.came_late if status.judgement.standing is Standing.CAME_LATE else d.is_usable
        case Situation.STOPPED:
            return d.is_cancelled


def late(days: int, t: Texts) -> str:
    """ "14 Tage verspätet", "3 Monate verspätet"."""
    d = t.deliveries
    if days >= IN_MONTHS:
        return d.months_late.format(count=round(days / DAYS_OF_A_MONTH))
    return d.one_day_late if days == 1 else d.days_late.format(count=days)


def _coming(standing: Standing, t: Texts) -> str:
    d = t.deliveries
    return {Standing.MOVED: d.is_moved, Standing.UNPROMISED: d.is_unpromised}.get(standing, d.is_coming)
