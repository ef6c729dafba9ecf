"""A frame that is moved and resized by keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt

from scipix.ui.theme import SPACE

_STEPS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_LEAST = 2.0 * SPACE


def first_frame(room: QRectF) -> QRectF:
    """Where a frame begins: wide and low in the middle of the view."""
    frame = QRectF(0, 0, room.width() / 3, room.height() / 10)
    frame.moveCenter(room.center())
    return frame


def stepped_frame(frame: QRectF, key: int, keys: Qt.KeyboardModifier, room: QRectF) -> QRectF | None:
    """The frame after a key: arrows move it, with Shift its far corner; Ctrl goes by single pixels.

    None where the key is none of them. The frame stays in the room.
    """
    if key not in _STEPS:
        return None
    step = _STEPS[Qt.Key(key)] * (1 if keys & Qt.KeyboardModifier.ControlModifier else SPACE)
    if keys & Qt.KeyboardModifier.ShiftModifier:
        corner = frame.bottomRight() + step
        x = min(max(corner.x(), frame.left() + _LEAST), room.right())
        y = min(max(corner.y(), frame.top() + _LEAST), room.bottom())
        return QRectF(frame.topLeft(), QPointF(x, y))
    moved = frame.translated(step)
    x = min(max(moved.left(), room.left()), room.right() - moved.width())
    y = min(max(moved.top(), room.top()), room.bottom() - moved.height())
    moved.moveTopLeft(QPointF(x, y))
    return moved
