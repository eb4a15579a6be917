"""The drawings of the slides; each draws on a surface of 500 × 440."""

from __future__ import annotations

from knowledge.starter.sources.scenes import (
    board,
    collecting,
    first_aid,
    ipad,
    printing,
    reporting,
    switching,
    windows,
)
from knowledge.starter.sources.scenes.shapes import Scene

SCENES: dict[str, Scene] = {
    **ipad.SCENES,
    **switching.SCENES,
    **windows.SCENES,
    **first_aid.SCENES,
    **board.SCENES,
    **printing.SCENES,
    **reporting.SCENES,
    **collecting.SCENES,
}
