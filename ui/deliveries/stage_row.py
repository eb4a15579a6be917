"""Where the pieces of a line are: the stages as a row of stops, with those marked at which pieces are."""

from __future__ import annotations

from deliveries.facts import Line
from deliveries.pieces import Pieces
from deliveries.stages import PROGRESS, STAGES, Stage
from deliveries.words.names import stage_word
from ui.escaping import as_html
from ui.texts import Texts


def stage_row_html(line: Line, language: str, t: Texts) -> str:
    """On a phone there is room for the stops only; what is where stands below them in words."""
    furthest = _furthest(line.pieces)
    stops = "".join(_stop(stage, line.pieces, furthest, language) for stage in PROGRESS)
    blocked = " blocked" if line.stage is Stage.BLOCKED else ""
    label = as_html(t.deliveries.stages_of)
    where = as_html(where_words(line.pieces, language))
    return (
        f'<ol class="stops{blocked}" aria-label="{label}">{stops}</ol>'
        f'<p class="stops-where" aria-hidden="true">{where}</p>'
    )


def where_words(pieces: Pieces, language: str) -> str:
    """ "12 montiert, 8 bestellt", those furthest on first."""
    return ", ".join(
        f"{count} {STAGES[stage].of_pieces[language]}" for stage, count in reversed(list(pieces))
    )


def colour(stage: Stage) -> str:
    """For a style: of a light and of a dark page."""
    light, dark = STAGES[stage].colours
    return f"light-dark({light},{dark})"


def _stop(stage: Stage, pieces: Pieces, furthest: Stage | None, language: str) -> str:
    count = pieces[stage]
    passed = furthest is not None and PROGRESS.index(stage) <= PROGRESS.index(furthest)
    names = " ".join(name for name, holds in (("here", count), ("passed", passed)) if holds)
    current = ' aria-current="step"' if stage is furthest else ""
    number = f"<b>{count}</b>" if count else ""
    word = as_html(stage_word(stage, language))
    return f'<li class="{names}" style="--stage:{colour(stage)}"{current}><span>{word}</span>{number}</li>'


def _furthest(pieces: Pieces) -> Stage | None:
    """The last stage at which there is a piece; None where all are cancelled."""
    return next((stage for stage in reversed(PROGRESS) if pieces[stage]), None)
