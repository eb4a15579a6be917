"""What a page carries besides its text: running headers and footers, page numbers, tables of contents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from knowledge.reading.pdf_runs import Run, rows_of

_MARGIN = 0.11  # of the page's height, above and below, where furniture may stand
_NUMBER = re.compile(r"\d+|\b[ivxlcdm]{1,7}\b", re.IGNORECASE)
_LEADER = re.compile(r"(?:\.\s?){4,}\s*(?:\d+|[ivxlcdm]+)?$|…{2,}\s*\d*$", re.IGNORECASE)
_ENDS_IN_NUMBER = re.compile(r"(?:^|\s)(?:\d{1,4}|[ivxlcdm]{1,6})$")
_MARKER = re.compile(r"#[.)]$")  # of a numbered list
_NEAR = 3  # points
_FEW = 3  # pages that must share it
_CONTENTS_ROWS = 5
_CONTENTS_SHARE = 0.7  # of a page's rows: nothing else stands on it


def without_furniture(
    pages: Sequence[Sequence[Run]], heights: Sequence[tuple[float, float]]
) -> list[list[Run]]:
    """The pages without runs that repeat at the same place on several pages (numbers may vary). `heights`
    are the lower and upper edge of each page."""
    needed = _FEW if len(pages) > _FEW else 2
    marked = [_in_margins(runs, edges) for runs, edges in zip(pages, heights, strict=True)]
    seen = Counter(key for keys in marked for key in set(keys.values()))
    return [
        [
            run
            for index, run in enumerate(runs)
            if not (_repeats(keys.get(index), seen, needed) or (index in keys and run.text == str(number)))
        ]
        for number, (runs, keys) in enumerate(zip(pages, marked, strict=True), 1)
    ]


_Key = tuple[str, int]


def _in_margins(runs: Sequence[Run], edges: tuple[float, float]) -> dict[int, _Key]:
    low, high = edges
    band = (high - low) * _MARGIN
    uppermost, lowest = (
        max((run.bottom for run in runs), default=0),
        min((run.top for run in runs), default=0),
    )
    keys = {}
    for index, run in enumerate(runs):
        text = _NUMBER.sub("#", run.text.casefold())
        outermost = run.top > uppermost or run.bottom < lowest
        named = any(sign.isalpha() for sign in text) or (
            outermost and "#" in text and not _MARKER.match(text)
        )
        if named and (run.bottom > high - band or run.top < low + band):
            keys[index] = (text, round(run.bottom))
    return keys


def _repeats(key: _Key | None, seen: Counter[_Key], needed: int) -> bool:
    if key is None:
        return False
    text, height = key
    return sum(seen[(text, height + shift)] for shift in range(-_NEAR, _NEAR + 1)) >= needed


def without_contents(runs: Sequence[Run]) -> list[Run]:
    """The page without the lines of a table of contents (dot leaders and page numbers)."""
    rows = rows_of(runs)
    texts = [" ".join(run.text for run in row) for row in rows]
    led = [bool(_LEADER.search(text)) for text in texts]
    if sum(led) >= _CONTENTS_ROWS or _numbers_aligned(rows) >= max(_CONTENTS_ROWS, len(rows) * 0.6):
        led = [one or bool(_ENDS_IN_NUMBER.search(text)) for one, text in zip(led, texts, strict=True)]
    if sum(led) > _CONTENTS_SHARE * len(rows):
        return []
    dropped = set(_flat(row for row, gone in zip(rows, led, strict=True) if gone))
    return [run for run in runs if run not in dropped]


def _numbers_aligned(rows: Sequence[Sequence[Run]]) -> int:
    """How many rows of several runs end in a number at the same right edge."""
    ends = Counter(round(row[-1].right) for row in rows if len(row) > 1 and row[-1].text.isdigit())
    return max(ends.values(), default=0)


def _flat(rows: Iterable[Sequence[Run]]) -> Iterable[Run]:
    return (run for row in rows for run in row)
