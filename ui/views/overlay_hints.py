"""The overlay's line of keys and what they do, at the lower or upper edge, wherever the user is not busy."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from scipix.ui.theme import SPACE
from scipix.ui.views.overlay_scene import Hints, Scene, bold

PANEL, PANEL_EDGE = QColor(24, 26, 30, 240), QColor(255, 255, 255, 56)
TEXT, AMBER = QColor(240, 242, 245), QColor(255, 200, 87)
_CAP, _CAP_EDGE = QColor(255, 255, 255, 28), QColor(255, 255, 255, 72)


@dataclass(frozen=True, slots=True)
class HintLayout:
    """Rows of hints with their widths; ``box`` is None where they would be in the way. Logical units."""

    rows: tuple[Hints, ...]
    widths: tuple[float, ...]
    height: float
    warning: str
    box: QRectF | None


def lay_out(scene: Scene, font: QFont, panel: QRectF) -> HintLayout:
    """Break the hints into rows and find a place for them that hides neither focus, selection nor panel."""
    rows = _rows(scene, font)
    widths = tuple(sum(_width(hint, font) for hint in row) + 2 * SPACE * (len(row) - 1) for row in rows)
    height = QFontMetricsF(font).height() + SPACE
    widest = max(*widths, QFontMetricsF(bold(font)).horizontalAdvance(scene.warning), 0)
    lines = len(rows) + bool(scene.warning)
    size = QSizeF(widest + 4 * SPACE, height * lines + SPACE * (len(rows) + 1))
    return HintLayout(rows, widths, height, scene.warning, _free_place(scene, size, panel))


def paint_hints(painter: QPainter, layout: HintLayout) -> None:
    """Paint the keys on caps with their meanings; the painter is in logical units."""
    box, height = layout.box, layout.height
    if box is None:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(PANEL_EDGE, 1))
    painter.setBrush(PANEL)
    painter.drawRoundedRect(box, SPACE, SPACE)
    font, top = painter.font(), box.top() + SPACE
    if layout.warning:
        painter.setFont(bold(font))
        painter.setPen(AMBER)
        line = QRectF(box.left(), top - SPACE / 2, box.width(), height)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, layout.warning)
        top += height
    for row, width in zip(layout.rows, layout.widths, strict=True):
        left = box.center().x() - width / 2
        for hint in row:
            _paint_hint(painter, hint, QRectF(left, top, _width(hint, font), height), font)
            left += _width(hint, font) + 2 * SPACE
        top += height + SPACE
    painter.restore()


def _rows(scene: Scene, font: QFont) -> tuple[Hints, ...]:
    rows: list[list[tuple[str, str]]] = [[]]
    left = room = scene.size.width() - 8 * SPACE
    for hint in scene.hints:
        width = _width(hint, font) + 2 * SPACE
        if rows[-1] and width > left:
            rows.append([])
            left = room
        rows[-1].append(hint)
        left -= width
    return tuple(tuple(row) for row in rows)


def _free_place(scene: Scene, size: QSizeF, panel: QRectF) -> QRectF | None:
    x = (scene.size.width() - size.width()) / 2
    low = QRectF(QPointF(x, scene.size.height() - size.height() - 3 * SPACE), size)
    high = QRectF(QPointF(x, 3 * SPACE), size)
    focus = QPointF(*(n / scene.scale for n in scene.selection.focus))
    marked = QRectF(scene.marked.topLeft() / scene.ratio, scene.marked.size() / scene.ratio)
    margin = 6 * SPACE
    for box in (low, high):
        near = box.adjusted(-margin, -margin, margin, margin)
        if not (near.contains(focus) or box.intersects(marked) or box.intersects(panel)):
            return box
    return None


def _width(hint: tuple[str, str], font: QFont) -> float:
    key, meaning = hint
    words = QFontMetricsF(bold(font)).horizontalAdvance(key) + QFontMetricsF(font).horizontalAdvance(meaning)
    return words + 3 * SPACE


def _paint_hint(painter: QPainter, hint: tuple[str, str], box: QRectF, font: QFont) -> None:
    """The key on a cap, its meaning beside it."""
    key, meaning = hint
    width = QFontMetricsF(bold(font)).horizontalAdvance(key) + 2 * SPACE
    cap = QRectF(box.topLeft(), QSizeF(width, box.height()))
    painter.setPen(QPen(_CAP_EDGE, 1))
    painter.setBrush(_CAP)
    painter.drawRoundedRect(cap, 4, 4)
    painter.setPen(TEXT)
    painter.setFont(bold(font))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
    painter.setFont(font)
    rest = box.adjusted(width + SPACE, 0, 0, 0)
    painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, meaning)
