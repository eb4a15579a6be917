"""How a line stands, in two or three words with a colour and a sign; never the colour alone."""

from __future__ import annotations

from deliveries.promises import Standing
from deliveries.status.lines import LineStatus, Situation
from deliveries.words.delays import delay_words
from ui.escaping import as_html
from ui.texts import Texts


def badge_html(status: LineStatus, language: str, t: Texts) -> str:
    return f'<span class="standing-badge {status.situation}">{as_html(badge(status, language, t))}</span>'


def badge(status: LineStatus, language: str, t: Texts) -> str:
    """The one thing that matters of the line."""
    d = t.deliveries
    match status.situation:
        case Situation.LATE:
            return late(status.judgement.days, language, t)
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


def late(days: int, language: str, t: Texts) -> str:
    """ "12 Tage verspätet", "3 Monate verspätet": as long as the line's sentence says."""
    return t.deliveries.late_by.format(delay=delay_words(days, language))


def _coming(standing: Standing, t: Texts) -> str:
    d = t.deliveries
    return {Standing.MOVED: d.is_moved, Standing.UNPROMISED: d.is_unpromised}.get(standing, d.is_coming)
