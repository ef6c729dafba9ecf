"""A splitter whose handles are wide to the mouse and thin to the eye."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from scipix.ui.theme import SPACE, current_colours

_GRIP = 4.0 * SPACE


class ThinSplitter(QSplitter):
    """Draws a short grip in the middle of each handle instead of a bar."""

    def createHandle(self) -> QSplitterHandle:
        self.setHandleWidth(SPACE)
        return _Handle(self.orientation(), self)


class _Handle(QSplitterHandle):
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = current_colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.accent if self.underMouse() else colours.border)
        middle = QRectF(self.rect()).center()
        lying = self.orientation() == Qt.Orientation.Vertical
        width, height = (_GRIP, 3.0) if lying else (3.0, _GRIP)
        painter.drawRoundedRect(
            QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height), 1.5, 1.5
        )
        painter.end()
