"""What of a school's lines stands on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from starlette.requests import Request

from deliveries.stages import COMING, PROGRESS, STAGES
from deliveries.status.lines import LineStatus, SchoolStatus
from deliveries.words.names import stage_word
from deliveries.words.sentences import next_step, sentence, summary
from ui.deliveries.badges import badge
from ui.deliveries.cards import expected
from ui.deliveries.choice import Choice
from ui.deliveries.known import as_of_words, tells_of_the_past
from ui.deliveries.naming import about_line, line_name, title
from ui.deliveries.progress import Bar, bars, said_of
from ui.deliveries.stage_row import where_words
from ui.deliveries.ways import STYLE, school_way
from ui.places import day
from ui.plain import print_routes
from ui.plain.public_address import root_of
from ui.sign_in.screens import asked_language, texts_of
from ui.staff.fields import joined
from ui.texts import Texts

WIDTH = 1000  # of a bar, in the units of its picture


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bar: from where, how wide, and in which colour of a light page."""

    x: int
    width: int
    colour: str
    pale: bool  # still to come


def on_paper(
    request: Request, shown: SchoolStatus, lines: Sequence[LineStatus], choice: Choice, today: date
) -> dict[str, Any]:
    language, t = texts_of(request)
    d = t.deliveries
    return {
        "heading": title(shown.school, language, t),
        "summary": summary(shown, language) if shown.lines else d.empty_explained,
        "known": as_of_words(shown.as_of, shown.source, t) if shown.as_of else "",
        "long_ago": shown.as_of is not None and tells_of_the_past(shown.as_of, today),
        "chosen": joined((d.states[choice.state] if choice.state else "", *choice.kinds)),
        "bars": [_bar(bar, language, t) for bar in bars(lines, t)],
        "legend": _legend(lines, language),
        "rows": [_row(status, language, t) for status in lines],
        "printed_on": d.printed_on.format(day=day(today, t)),
        "address": root_of(request) + school_way(shown.school.id),
        "back": school_way(shown.school.id, asked_language(request)),
        "style": print_routes.STYLE,
        "own_style": STYLE,
        "script": print_routes.SCRIPT,
    }


def parts_of(bar: Bar) -> list[Part]:
    """They fill the whole bar, whatever is rounded."""
    ends, done = [0], 0
    for _stage, count in bar.parts:
        done += count
        ends.append(done * WIDTH // bar.pieces.wanted)
    spans = zip(bar.parts, ends, ends[1:], strict=False)
    return [Part(x, end - x, STAGES[stage].colours[0], stage in COMING) for (stage, _), x, end in spans]


def _bar(bar: Bar, language: str, t: Texts) -> dict[str, Any]:
    return {
        "name": bar.name,
        "said": said_of(bar.pieces, t),
        "where": where_words(bar.pieces, language),
        "parts": parts_of(bar),
    }


def _legend(lines: Iterable[LineStatus], language: str) -> list[tuple[str, bool, str]]:
    there = {stage for status in lines for stage, _ in status.line.pieces}
    return [
        (STAGES[stage].colours[0], stage in COMING, stage_word(stage, language))
        for stage in reversed(PROGRESS)
        if stage in there
    ]


def _row(status: LineStatus, language: str, t: Texts) -> dict[str, str]:
    return {
        "name": line_name(status.line, language, t),
        "about": about_line(status.line),
        "badge": badge(status, language, t),
        "said": sentence(status, language),
        "expected": expected(status, language),
        "next": next_step(status, language),
    }
