"""What is known of an order line, as pairs of a name and what it is."""

from __future__ import annotations

from datetime import date

from deliveries.facts import Funding
from deliveries.status.lines import LineStatus
from deliveries.words.names import reason_word
from deliveries.words.periods import period_words
from ui.escaping import as_html
from ui.places import day
from ui.texts import Texts

Rows = dict[str, str]


def facts_html(status: LineStatus, language: str, t: Texts) -> str:
    """Without what is not known; who pays stands there for those only who may know."""
    shown = _block(t.deliveries.good_to_know, _facts(status, language, t))
    funding = status.line.funding
    return shown + (_block(t.deliveries.funding, _funding(funding, t)) if funding else "")


def _facts(status: LineStatus, language: str, t: Texts) -> Rows:
    d, line, judgement = t.deliveries, status.line, status.judgement
    return {
        d.ordered: str(line.ordered),
        d.delivered: d.not_said if line.delivered is None else str(line.delivered),
        d.promised: period_words(line.promise, language) if line.promise else "",
        d.before: period_words(judgement.before, language) if judgement.before else "",
        d.why: _reason(status, language),
        d.delivered_on: _day(line.delivered_on, t),
        d.usable_on: _day(line.usable_on, t),
        d.room: line.room,
        d.order: d.order_and_position.format(order=line.order, position=line.position),
    }


def _reason(status: LineStatus, language: str) -> str:
    """As it was written; the kind where nothing was."""
    kind = status.line.reason_kind
    return status.line.reason or (reason_word(kind, language) if kind else "")


def _funding(funding: Funding, t: Texts) -> Rows:
    d = t.deliveries
    return {
        d.programme: funding.programme,
        d.measure: funding.measure,
        d.earmarked_until: _day(funding.earmarked_until, t),
    }


def _day(when: date | None, t: Texts) -> str:
    return day(when, t) if when else ""


def _block(heading: str, facts: Rows) -> str:
    rows = "".join(
        f"<div><dt>{as_html(name)}</dt><dd>{as_html(told)}</dd></div>" for name, told in facts.items() if told
    )
    if not rows:
        return ""
    return f'<h2 class="section">{as_html(heading)}</h2><dl class="good-to-know">{rows}</dl>'
