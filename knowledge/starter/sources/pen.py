"""Drawing on a page with the origin at the top left, as one reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from knowledge.starter.sources.look import INK, STRONG
from knowledge.starter.sources.outlines import draw_outlined

Align = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Pen:
    """Draws in its own units: (0, 0) lies at (`left`, `top`) of the canvas, y grows downwards.
    An `outlined` pen draws words as shapes."""

    canvas: Canvas
    left: float
    top: float
    scale: float = 1.0
    outlined: bool = False

    def at(self, x: float, y: float, scale: float = 1.0) -> Pen:
        """A pen whose origin is this pen's point (x, y)."""
        return Pen(self.canvas, self._x(x), self._y(y), self.scale * scale, self.outlined)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        radius: float = 0,
        fill: Color | None = None,
        stroke: Color | None = None,
        weight: float = 1.5,
    ) -> None:
        self._style(fill, stroke, weight)
        self.canvas.roundRect(
            self._x(x),
            self._y(y + height),
            width * self.scale,
            height * self.scale,
            radius * self.scale,
            stroke=int(stroke is not None),
            fill=int(fill is not None),
        )

    def disc(
        self,
        x: float,
        y: float,
        radius: float,
        fill: Color | None = None,
        stroke: Color | None = None,
        weight: float = 1.5,
    ) -> None:
        self._style(fill, stroke, weight)
        self.canvas.circle(
            self._x(x),
            self._y(y),
            radius * self.scale,
            stroke=int(stroke is not None),
            fill=int(fill is not None),
        )

    def shape(
        self, *points: tuple[float, float], fill: Color, stroke: Color | None = None, weight: float = 1.5
    ) -> None:
        """A filled polygon; a wide stroke of the same colour rounds its corners."""
        self._style(fill, stroke, weight)
        path = self.canvas.beginPath()
        path.moveTo(self._x(points[0][0]), self._y(points[0][1]))
        for x, y in points[1:]:
            path.lineTo(self._x(x), self._y(y))
        path.close()
        self.canvas.drawPath(path, stroke=int(stroke is not None), fill=1)

    def line(
        self, *points: tuple[float, float], color: Color = INK, weight: float = 1.5, dashed: bool = False
    ) -> None:
        self._style(None, color, weight)
        self.canvas.setDash([weight * self.scale * 2.2, weight * self.scale * 2.2] if dashed else [])
        path = self.canvas.beginPath()
        path.moveTo(self._x(points[0][0]), self._y(points[0][1]))
        for x, y in points[1:]:
            path.lineTo(self._x(x), self._y(y))
        self.canvas.drawPath(path)
        self.canvas.setDash([])

    def arrow(
        self, start: tuple[float, float], end: tuple[float, float], color: Color, weight: float = 3
    ) -> None:
        """A line with an open head at `end`; straight up, down, left or right."""
        self.line(start, end, color=color, weight=weight)
        dx, dy = (end[0] > start[0]) - (end[0] < start[0]), (end[1] > start[1]) - (end[1] < start[1])
        size = weight * 3
        back = (end[0] - dx * size, end[1] - dy * size)
        self.line(
            (back[0] + dy * size, back[1] + dx * size),
            end,
            (back[0] - dy * size, back[1] - dx * size),
            color=color,
            weight=weight,
        )

    def arc(
        self, x: float, y: float, radius: float, start: float, sweep: float, color: Color, weight: float
    ) -> None:
        self._style(None, color, weight)
        px, py, r = self._x(x), self._y(y), radius * self.scale
        self.canvas.arc(px - r, py - r, px + r, py + r, start, sweep)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float = 11,
        *,
        font: str = STRONG,
        color: Color = INK,
        align: Align = "left",
    ) -> None:
        """Words whose base line lies at `y`."""
        self.canvas.setFillColor(color)
        shift = {"left": 0.0, "center": 0.5, "right": 1.0}[align]
        left = self._x(x) - shift * pdfmetrics.stringWidth(words, font, size * self.scale)
        if self.outlined:
            draw_outlined(self.canvas, words, left, self._y(y), font, size * self.scale)
            return
        self.canvas.setFont(font, size * self.scale)
        self.canvas.drawString(left, self._y(y), words)

    def _x(self, x: float) -> float:
        return self.left + x * self.scale

    def _y(self, y: float) -> float:
        return self.top - y * self.scale

    def _style(self, fill: Color | None, stroke: Color | None, weight: float) -> None:
        self.canvas.setLineCap(1)
        self.canvas.setLineJoin(1)
        self.canvas.setLineWidth(weight * self.scale)
        if fill is not None:
            self.canvas.setFillColor(fill)
        if stroke is not None:
            self.canvas.setStrokeColor(stroke)
