"""How the overlay over one screen looks: always dark, whatever the theme, so that the screen stands out."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QRegion

from scipix.ui.models.selection import Region
from scipix.ui.views.overlay_hints import PANEL, PANEL_EDGE, TEXT, lay_out, paint_hints
from scipix.ui.views.overlay_scene import Scene, bold

DIM = QColor(0, 0, 0, round(0.45 * 255))
_LIGHT, _DARK = QColor(255, 255, 255), QColor(0, 0, 0, 200)
_CROSS, _CROSS_OUTSIDE = QColor(255, 255, 255, 150), QColor(255, 255, 255, 90)
# Added as a difference: seen on white, grey and black alike.
_GRID = QColor(32, 32, 32)


def dim(shot: QImage) -> QImage:
    """Return a copy of the shot, 45 % darker."""
    dimmed = shot.copy()
    painter = QPainter(dimmed)
    painter.fillRect(dimmed.rect(), DIM)
    painter.end()
    return dimmed


def paint(painter: QPainter, scene: Scene, exposed: QRegion) -> None:
    """Paint what is ``exposed`` (logical units); the painter is in logical units and clipped to it."""
    painter.save()
    painter.scale(1 / scene.ratio, 1 / scene.ratio)
    _paint_shot(painter, scene)
    if scene.active:
        _paint_cross(painter, scene)
    _paint_outline(painter, scene)
    painter.restore()
    if scene.active:
        panel = scene.panel(painter.font())
        hints = lay_out(scene, painter.font(), panel)
        if hints.box is not None and exposed.intersects(hints.box.toAlignedRect()):
            paint_hints(painter, hints)
        _paint_panel(painter, scene, panel)


def changed(old: Scene, new: Scene, font: QFont) -> QRegion:
    """Return the part of the window (logical units) that differs between two states of one overlay.

    On a large screen painting all of it takes longer than two frames of the mouse.
    """
    differs = _outlined(old) ^ _outlined(new)
    for scene in (old, new):
        for strip in _frame(_aligned(scene.marked), 2 * scene.line()):
            differs |= QRegion(strip)
        for line in scene.cross():
            differs |= QRegion(_aligned(line))
    region = QRegion()
    for part in _rects(differs):
        region |= QRegion(_logical(part, new.ratio))
    boxes = [lay_out(scene, font, scene.panel(font)).box for scene in (old, new)]
    if (old.hints, old.warning, boxes[0]) != (new.hints, new.warning, boxes[1]):
        region |= _around([box for box in boxes if box is not None])
    return region | _around([old.panel(font), new.panel(font)])


def _outlined(scene: Scene) -> QRegion:
    return QRegion(_aligned(scene.marked))


def _aligned(rect: QRectF) -> QRect:
    return rect.toAlignedRect()


def _logical(rect: QRect, ratio: float) -> QRect:
    x, y, width, height = (n / ratio for n in rect.getRect())
    return QRectF(x, y, width, height).toAlignedRect()


def _around(boxes: list[QRectF]) -> QRegion:
    """Return the boxes with their borders."""
    region = QRegion()
    for box in boxes:
        region |= QRegion(box.toAlignedRect().adjusted(-2, -2, 2, 2))
    return region


def _rects(region: QRegion) -> list[QRect]:
    return list(region)  # type: ignore[call-overload]  # the stubs do not know that it iterates


def _frame(inner: QRect, width: int) -> list[QRect]:
    """Return the strips around a rectangle; none around an empty one."""
    if inner.isEmpty():
        return []
    return _rects(QRegion(inner.adjusted(-width, -width, width, width)) - QRegion(inner))


def _source(region: Region) -> QRect:
    return QRect(region.left, region.top, region.width, region.height)


def _paint_shot(painter: QPainter, scene: Scene) -> None:
    picture = scene.target(Region(0, 0, scene.shot.width(), scene.shot.height()))
    # Of a fractional scale the window's last line may be more than the shot has.
    for strip in _rects(QRegion(scene.whole) - QRegion(picture.toRect())):
        painter.fillRect(strip, Qt.GlobalColor.black)
    painter.drawImage(picture, scene.dimmed)
    region = scene.selection.region
    if region is not None:
        painter.drawImage(scene.marked, scene.shot, QRectF(_source(region)))


def _paint_cross(painter: QPainter, scene: Scene) -> None:
    """Two lines through the pixel that is looked at, kept off the selection."""
    painter.save()
    marked = scene.selection.region is not None
    if marked:
        outside = QRegion(scene.whole) - QRegion(_aligned(scene.marked))
        painter.setClipRegion(outside, Qt.ClipOperation.IntersectClip)
    for line in scene.cross():
        painter.fillRect(line, _CROSS_OUTSIDE if marked else _CROSS)
    painter.restore()


def _paint_outline(painter: QPainter, scene: Scene) -> None:
    """A light line around the selection and a dark one around that; the selection itself stays free."""
    inner, line = _aligned(scene.marked), scene.line()
    for colour in (_LIGHT, _DARK):
        for strip in _frame(inner, line):
            painter.fillRect(strip, colour)
        inner = inner.adjusted(-line, -line, line, line) if not inner.isEmpty() else inner


def _paint_panel(painter: QPainter, scene: Scene, box: QRectF) -> None:
    """The magnifier and the size, beside the cursor."""
    cell, count = scene.lens()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(PANEL_EDGE, 1))
    painter.setBrush(PANEL)
    painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), 4, 4)
    painter.setPen(TEXT)
    painter.setFont(bold(painter.font()))
    below = box.adjusted(0, count * cell / scene.ratio + 2, 0, 0)
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, scene.label)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    # On whole window pixels, or the enlarged ones would not be equal squares.
    painter.scale(1 / scene.ratio, 1 / scene.ratio)
    painter.translate(round((box.x() + 1) * scene.ratio), round((box.y() + 1) * scene.ratio))
    _paint_magnifier(painter, scene, cell, count)
    painter.restore()


def _paint_magnifier(painter: QPainter, scene: Scene, cell: int, count: int) -> None:
    """``count`` pixels of the shot each way, ``cell`` window pixels each, around the one in focus."""
    half, side = count // 2, count * cell
    x, y = scene.selection.focus
    seen = QRect(x - half, y - half, count, count)
    # Beyond the shot's edge a copy is black.
    painter.drawImage(QRect(0, 0, side, side), scene.shot.copy(seen))
    region = scene.selection.region
    if region is not None:
        for part in _rects(QRegion(seen) - QRegion(_source(region))):
            left, top = part.x() - seen.x(), part.y() - seen.y()
            painter.fillRect(left * cell, top * cell, part.width() * cell, part.height() * cell, DIM)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    for n in range(1, count):
        painter.fillRect(n * cell, 0, 1, side, _GRID)
        painter.fillRect(0, n * cell, side, 1, _GRID)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    centre = QRect(half * cell, half * cell, cell, cell)
    for colour in (_LIGHT, _DARK):
        for strip in _frame(centre, 1):
            painter.fillRect(strip, colour)
        centre = centre.adjusted(-1, -1, 1, 1)
