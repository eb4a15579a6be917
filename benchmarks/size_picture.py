"""The picture beside benchmarks/size.md, written as SVG."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

Row = Mapping[str, float]

WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 70, 190, 30, 50
LEAST, MOST = 1.0, 1000.0  # milliseconds
AIM = 100
LINES = (
    ("all_p95", "#0b5cad", "Lotse, a whole question"),
    ("some_p95", "#b3541e", "the same, four fifths readable"),
    ("flat_p95", "#6b6b6b", "FAISS flat, vectors alone"),
)
STYLE = "font-family:sans-serif;font-size:13px;fill:#333"


def picture(rows: Sequence[Row]) -> str:
    """The 95th percentiles over the number of passages, both as powers of ten."""
    sizes = [row["passages"] for row in rows]
    parts = "\n".join([*_frame(sizes), *(part for line in LINES for part in _line(rows, *line))])
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" style="{STYLE}">'
    title = "<title>Milliseconds a question, 95th percentile, by number of passages</title>"
    return f'{head}\n{title}\n<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n{parts}\n</svg>\n'


def _frame(sizes: Sequence[float]) -> Iterator[str]:
    for milliseconds in (1, 10, AIM, 1000):
        y, dashes = _y(milliseconds), ' stroke-dasharray="6 4"' if milliseconds == AIM else ""
        end = WIDTH - RIGHT
        yield f'<path d="M{LEFT} {y:.1f}H{end}" stroke="{"#333" if dashes else "#ddd"}"{dashes}/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{milliseconds} ms</text>'
    for size in sizes:
        x = _x(size, sizes)
        yield f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{size:,.0f}</text>'
    yield f'<text x="{LEFT}" y="{HEIGHT - 8}">passages</text>'


def _line(rows: Sequence[Row], name: str, colour: str, label: str) -> Iterator[str]:
    sizes = [row["passages"] for row in rows]
    points = [(_x(row["passages"], sizes), _y(row[name])) for row in rows]
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    yield f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2.5"/>'
    yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in points)
    place = [line[0] for line in LINES].index(name)
    yield f'<text x="{WIDTH - RIGHT + 12}" y="{TOP + 20 * place + 10}" fill="{colour}">{label}</text>'


def _x(size: float, sizes: Sequence[float]) -> float:
    least, most = math.log10(min(sizes)), math.log10(max(sizes))
    return LEFT + (WIDTH - LEFT - RIGHT) * (math.log10(size) - least) / max(most - least, 1e-9)


def _y(milliseconds: float) -> float:
    share = math.log10(max(milliseconds, LEAST) / LEAST) / math.log10(MOST / LEAST)
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share
