"""How the overlay over one screen looks: always dark, whatever the theme, so that the screen stands out.

Two units occur. ``ratio`` is window pixels per logical unit: text and distances are logical. ``zoom`` is
window pixels per pixel of the shot, 1 wherever the shot has the screen's own pixels: lines and the magnifier
keep to those.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QRegion

from scipix.ui.models.selection import Region, Selection, beside
from scipix.ui.theme import SPACE

DIM = QColor(0, 0, 0, round(0.45 * 255))
_LIGHT, _DARK = QColor(255, 255, 255), QColor(0, 0, 0, 200)
_CROSS, _CROSS_OUTSIDE = QColor(255, 255, 255, 150), QColor(255, 255, 255, 90)
_PANEL, _PANEL_EDGE = QColor(24, 26, 30, 240), QColor(255, 255, 255, 56)
_TEXT, _AMBER = QColor(240, 242, 245), QColor(255, 200, 87)
_CAP, _CAP_EDGE = QColor(255, 255, 255, 28), QColor(255, 255, 255, 72)
# Added as a difference: seen on white, grey and black alike.
_GRID = QColor(32, 32, 32)
# The magnifier's side in logical units, nearly; it enlarges pixels eight times.
_SIDE, _TIMES = 136, 8
_GAP = 3 * SPACE

Hint = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """What one overlay shows. ``hints`` are pairs of key and meaning; ``warning`` stands above them."""

    shot: QImage
    dimmed: QImage
    selection: Selection
    size: QSize
    ratio: float
    scale: float
    label: str
    hints: Hint
    warning: str
    active: bool

    @property
    def zoom(self) -> float:
        return self.ratio / self.scale


def dim(shot: QImage) -> QImage:
    """Return a copy of the shot, 45 % darker."""
    dimmed = shot.copy()
    painter = QPainter(dimmed)
    painter.fillRect(dimmed.rect(), DIM)
    painter.end()
    return dimmed


def paint(painter: QPainter, scene: Scene) -> None:
    """Paint the whole overlay; the painter is in logical units."""
    painter.save()
    painter.scale(1 / scene.ratio, 1 / scene.ratio)
    _paint_shot(painter, scene)
    if scene.active:
        _paint_cross(painter, scene)
    _paint_outline(painter, scene)
    painter.restore()
    if scene.active:
        panel = _panel(scene, painter.font())
        _paint_hints(painter, scene, panel)
        _paint_panel(painter, scene, panel)


def _target(region: Region, zoom: float) -> QRectF:
    return QRectF(region.left * zoom, region.top * zoom, region.width * zoom, region.height * zoom)


def _source(region: Region) -> QRect:
    return QRect(region.left, region.top, region.width, region.height)


def _paint_shot(painter: QPainter, scene: Scene) -> None:
    whole = Region(0, 0, scene.shot.width(), scene.shot.height())
    # Of a fractional scale the window's last line may be more than the shot has.
    painter.fillRect(QRectF(QPointF(), QSizeF(scene.size) * scene.ratio), Qt.GlobalColor.black)
    painter.drawImage(_target(whole, scene.zoom), scene.dimmed)
    region = scene.selection.region
    if region is not None:
        painter.drawImage(_target(region, scene.zoom), scene.shot, QRectF(_source(region)))


def _paint_cross(painter: QPainter, scene: Scene) -> None:
    """Two lines through the pixel that is looked at, kept off the selection."""
    painter.save()
    region = scene.selection.region
    everything = QRect(0, 0, *(math.ceil(n * scene.ratio) for n in scene.size.toTuple()))
    if region is not None:
        painter.setClipRegion(QRegion(everything) - QRegion(_target(region, scene.zoom).toAlignedRect()))
    x, y = (n * scene.zoom for n in scene.selection.focus)
    width = max(1.0, scene.zoom)
    colour = _CROSS if region is None else _CROSS_OUTSIDE
    painter.fillRect(QRectF(x, 0, width, everything.height()), colour)
    painter.fillRect(QRectF(0, y, everything.width(), width), colour)
    painter.restore()


def _paint_outline(painter: QPainter, scene: Scene) -> None:
    """A light line around the selection and a dark one around that; the selection itself stays free."""
    region = scene.selection.region
    if region is None:
        return
    line = max(1, round(scene.ratio))
    inner = _target(region, scene.zoom).toAlignedRect()
    for colour in (_LIGHT, _DARK):
        outer = inner.adjusted(-line, -line, line, line)
        for strip in QRegion(outer) - QRegion(inner):
            painter.fillRect(strip, colour)
        inner = outer


def _paint_panel(painter: QPainter, scene: Scene, box: QRectF) -> None:
    """The magnifier and the size, beside the cursor on the side away from the selection."""
    cell, count = _lens(scene)
    side = count * cell / scene.ratio
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(_PANEL_EDGE, 1))
    painter.setBrush(_PANEL)
    painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), 4, 4)
    painter.setPen(_TEXT)
    painter.setFont(_bold(painter.font()))
    painter.drawText(box.adjusted(0, side + 2, 0, 0), Qt.AlignmentFlag.AlignCenter, scene.label)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    # On whole window pixels, or the enlarged ones would not be equal squares.
    painter.scale(1 / scene.ratio, 1 / scene.ratio)
    painter.translate(round((box.x() + 1) * scene.ratio), round((box.y() + 1) * scene.ratio))
    _paint_magnifier(painter, scene, cell, count)
    painter.restore()


def _lens(scene: Scene) -> tuple[int, int]:
    """Return the window pixels that the magnifier gives to a pixel, and how many it shows each way: odd."""
    cell = max(1, round(_TIMES * scene.zoom))
    return cell, round(_SIDE * scene.ratio / cell) // 2 * 2 + 1


def _panel(scene: Scene, font: QFont) -> QRectF:
    """Return where the magnifier and its label go."""
    cell, count = _lens(scene)
    side = count * cell / scene.ratio + 2
    size = QSizeF(side, side + QFontMetricsF(_bold(font)).height() + SPACE)
    return QRectF(_place(scene, size), size)


def _place(scene: Scene, panel: QSizeF) -> QPoint:
    focus, anchor = scene.selection.focus, scene.selection.anchor
    # Before the drag what follows lies to the lower right: keep that in sight.
    towards = (-1, -1)
    if anchor is not None:
        towards = (1 if focus[0] >= anchor[0] else -1, 1 if focus[1] >= anchor[1] else -1)
    at = ((focus[0] + 0.5) / scene.scale, (focus[1] + 0.5) / scene.scale)
    size = (math.ceil(panel.width()), math.ceil(panel.height()))
    return QPoint(*beside(at, size, (scene.size.width(), scene.size.height()), _GAP, towards))


def _paint_magnifier(painter: QPainter, scene: Scene, cell: int, count: int) -> None:
    """``count`` pixels of the shot each way, ``cell`` window pixels each, around the one in focus."""
    half, side = count // 2, count * cell
    x, y = scene.selection.focus
    seen = QRect(x - half, y - half, count, count)
    # Beyond the shot's edge a copy is black.
    painter.drawImage(QRect(0, 0, side, side), scene.shot.copy(seen))
    region = scene.selection.region
    if region is not None:
        for part in QRegion(seen) - QRegion(_source(region)):
            x0, y0, width, height = part.translated(-seen.topLeft()).getRect()
            painter.fillRect(x0 * cell, y0 * cell, width * cell, height * cell, DIM)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    for n in range(1, count):
        painter.fillRect(n * cell, 0, 1, side, _GRID)
        painter.fillRect(0, n * cell, side, 1, _GRID)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    centre = QRect(half * cell, half * cell, cell, cell)
    for colour in (_LIGHT, _DARK):
        outer = centre.adjusted(-1, -1, 1, 1)
        for strip in QRegion(outer) - QRegion(centre):
            painter.fillRect(strip, colour)
        centre = outer


def _paint_hints(painter: QPainter, scene: Scene, panel: QRectF) -> None:
    """Keys and what they do, at the lower or upper edge, wherever the user is not busy."""
    font, bold = painter.font(), _bold(painter.font())
    rows = _rows(scene, font, bold)
    height = QFontMetricsF(font).height() + SPACE
    warned = height if scene.warning else 0.0
    widths = [sum(_hint_width(hint, font, bold) for hint in row) + 2 * SPACE * (len(row) - 1) for row in rows]
    widest = max([*widths, QFontMetricsF(bold).horizontalAdvance(scene.warning)])
    size = QSizeF(widest + 4 * SPACE, warned + height * len(rows) + SPACE * (len(rows) + 1))
    box = _free_place(scene, size, panel)
    if box is None:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(_PANEL_EDGE, 1))
    painter.setBrush(_PANEL)
    painter.drawRoundedRect(box, SPACE, SPACE)
    if scene.warning:
        painter.setFont(bold)
        painter.setPen(_AMBER)
        line = QRectF(box.left(), box.top() + SPACE / 2, box.width(), height)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, scene.warning)
    y = box.top() + SPACE + warned
    for row, width in zip(rows, widths, strict=True):
        x = box.center().x() - width / 2
        for hint in row:
            _paint_hint(painter, hint, QRectF(x, y, _hint_width(hint, font, bold), height), font, bold)
            x += _hint_width(hint, font, bold) + 2 * SPACE
        y += height + SPACE
    painter.restore()


def _rows(scene: Scene, font: QFont, bold: QFont) -> list[list[tuple[str, str]]]:
    """Break the hints into as many rows as the window's width needs."""
    rows: list[list[tuple[str, str]]] = [[]]
    left = room = scene.size.width() - 8 * SPACE
    for hint in scene.hints:
        width = _hint_width(hint, font, bold) + 2 * SPACE
        if rows[-1] and width > left:
            rows.append([])
            left = room
        rows[-1].append(hint)
        left -= width
    return rows


def _free_place(scene: Scene, size: QSizeF, panel: QRectF) -> QRectF | None:
    """Return the box at the lower or the upper edge that hides neither focus, selection nor panel."""
    x = (scene.size.width() - size.width()) / 2
    low = QRectF(QPointF(x, scene.size.height() - size.height() - 3 * SPACE), size)
    high = QRectF(QPointF(x, 3 * SPACE), size)
    focus = QPointF(*(n / scene.scale for n in scene.selection.focus))
    region = scene.selection.region
    marked = QRectF() if region is None else _target(region, 1 / scene.scale)
    margin = 6 * SPACE
    for box in (low, high):
        near = box.adjusted(-margin, -margin, margin, margin)
        if not (near.contains(focus) or box.intersects(marked) or box.intersects(panel)):
            return box
    return None


def _hint_width(hint: tuple[str, str], font: QFont, bold: QFont) -> float:
    key, meaning = hint
    words = QFontMetricsF(bold).horizontalAdvance(key) + QFontMetricsF(font).horizontalAdvance(meaning)
    return words + 3 * SPACE


def _paint_hint(painter: QPainter, hint: tuple[str, str], box: QRectF, font: QFont, bold: QFont) -> None:
    """The key on a cap, its meaning beside it."""
    key, meaning = hint
    cap = QRectF(box.topLeft(), QSizeF(QFontMetricsF(bold).horizontalAdvance(key) + 2 * SPACE, box.height()))
    painter.setPen(QPen(_CAP_EDGE, 1))
    painter.setBrush(_CAP)
    painter.drawRoundedRect(cap, 4, 4)
    painter.setPen(_TEXT)
    painter.setFont(bold)
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
    painter.setFont(font)
    rest = box.adjusted(cap.width() + SPACE, 0, 0, 0)
    painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, meaning)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
