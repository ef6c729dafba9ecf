"""Tokens as boxes over a picture: finding the one under the mouse, painting doubt and the twin of a hover.

Doubt is a tint and an underline: dashed for a look, solid and thick for what is probably wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from scipix.app.confidence_words import Level
from scipix.ui.theme import Colours

_REACH = 4.0
"""How far from a box the mouse still means it, in pixels: a fraction's bar is one pixel high."""
_TINT = 0.22
_PAD = 2.0


@dataclass(frozen=True, slots=True)
class TokenMark:
    """A token's box in the units of the content; None: it is not to be seen."""

    box: QRectF | None
    level: Level

    @property
    def doubtful(self) -> bool:
        return self.level in (Level.DOUBTFUL, Level.UNLIKELY)


@dataclass(frozen=True, slots=True)
class View:
    """From the content's units to pixels of the widget."""

    origin: QPointF
    zoom: float

    def rect(self, box: QRectF) -> QRectF:
        corner = self.origin + box.topLeft() * self.zoom
        return QRectF(corner.x(), corner.y(), box.width() * self.zoom, box.height() * self.zoom)


def token_at(marks: Sequence[TokenMark], view: View, point: QPointF) -> int:
    """The smallest box at a point of the widget, else the nearest within reach, or -1."""
    boxes = [(index, view.rect(mark.box)) for index, mark in enumerate(marks) if mark.box is not None]
    hits = [(rect.width() * rect.height(), index) for index, rect in boxes if rect.contains(point)]
    if hits:
        return min(hits)[1]
    near = [(_distance(rect, point), index) for index, rect in boxes]
    closest = min(near, default=(_REACH + 1.0, -1))
    return closest[1] if closest[0] <= _REACH else -1


def _distance(rect: QRectF, point: QPointF) -> float:
    dx = max(rect.left() - point.x(), 0.0, point.x() - rect.right())
    dy = max(rect.top() - point.y(), 0.0, point.y() - rect.bottom())
    return max(dx, dy)


def paint_doubts(painter: QPainter, marks: Sequence[TokenMark], view: View, colours: Colours) -> None:
    """Tint and underline what is doubtful."""
    for mark in marks:
        if mark.box is None or not mark.doubtful:
            continue
        red = mark.level is Level.UNLIKELY
        colour = colours.red if red else colours.underline
        rect = _padded(view.rect(mark.box))
        painter.fillRect(rect, _faded(colour, _TINT))
        style = Qt.PenStyle.SolidLine if red else Qt.PenStyle.CustomDashLine
        pen = QPen(colour, 3.0 if red else 2.0, style, Qt.PenCapStyle.FlatCap)
        if not red:
            pen.setDashPattern([2.0, 1.0])
        painter.setPen(pen)
        # Below the frame of a twin: both are to be seen.
        painter.drawLine(rect.bottomLeft() + QPointF(0, 2), rect.bottomRight() + QPointF(0, 2))


def paint_boxes(painter: QPainter, marks: Sequence[TokenMark], view: View, colours: Colours) -> None:
    """The faint outline of every token."""
    painter.setPen(QPen(_faded(colours.accent, 0.45), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for mark in marks:
        if mark.box is not None:
            painter.drawRoundedRect(_padded(view.rect(mark.box)), 2.0, 2.0)


def paint_twin(painter: QPainter, mark: TokenMark, view: View, colours: Colours) -> None:
    """The token that the mouse is on, here or in another view."""
    if mark.box is None:
        return
    painter.setPen(QPen(colours.accent, 1.5))
    painter.setBrush(_faded(colours.accent, 0.14))
    painter.drawRoundedRect(_padded(view.rect(mark.box)), 3.0, 3.0)


def _padded(rect: QRectF) -> QRectF:
    return rect.adjusted(-_PAD, -_PAD, _PAD, _PAD)


def _faded(colour: QColor, alpha: float) -> QColor:
    faded = QColor(colour)
    faded.setAlphaF(alpha)
    return faded
