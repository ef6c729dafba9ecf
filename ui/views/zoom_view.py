"""Content that is zoomed and panned by mouse, keys and touchpad.

The content has a size in units of its own (pixels of a picture, em of a formula); the zoom is widget pixels
per unit. Content that is smaller than the view stands in its middle, larger content is scrolled.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from scipix.ui.theme import SPACE, Colours

STEP = 1.25
"""One step of the zoom."""
MARGIN = 2 * SPACE


class ZoomView(QAbstractScrollArea):
    """Abstract: a subclass says how large its content is, and paints it."""

    zoomed = Signal(float)
    """The user has zoomed; the zoom that it is now."""
    panned = Signal(QPointF)
    """The middle of the view has moved; where it is now, in fractions of the content."""
    fit_wanted = Signal()
    actual_wanted = Signal()
    resized = Signal()

    def __init__(self, colours: Colours, least: float, most: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._range = (least, most)
        self._zoom = 1.0
        self._grip: QPoint | None = None
        self._dragged = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setMinimumHeight(8 * SPACE)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setSingleStep(2 * SPACE)
            bar.valueChanged.connect(self._on_scroll)

    # -- for subclasses -------------------------------------------------------------------------------
    def content_size(self) -> QSizeF:
        """The size in units; empty: there is no content."""
        raise NotImplementedError

    def paint_content(self, painter: QPainter, target: QRectF) -> None:
        """Paint the content where it belongs, in pixels of the widget."""
        raise NotImplementedError

    def pointed(self, point: QPointF) -> None:
        """The mouse is at a point of the view, and does not drag."""

    def picked(self, point: QPointF) -> None:
        """A point of the view was clicked."""

    def paint_empty(self, painter: QPainter) -> None:
        """Paint what stands there while there is no content."""

    def background(self) -> QColor:
        """The colour behind the content."""
        return self._colours.mat

    # -- zoom and place -------------------------------------------------------------------------------
    def zoom(self) -> float:
        return self._zoom

    def zoom_range(self) -> tuple[float, float]:
        return self._range

    def set_zoom(self, zoom: float, about: QPointF | None = None) -> None:
        """Zoom so that what is at the point ``about`` of the view (its middle) stays there."""
        middle = QPointF(self.viewport().rect().center())
        point = about if about is not None else middle
        held = (point - self.origin()) / self._zoom
        self._zoom = min(max(zoom, self._range[0]), self._range[1])
        self._update_bars()
        corner = held * self._zoom - point + QPointF(MARGIN, MARGIN)
        self.horizontalScrollBar().setValue(round(corner.x()))
        self.verticalScrollBar().setValue(round(corner.y()))
        self.viewport().update()

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom as the user wants it, and tell."""
        self.set_zoom(self._zoom * factor, about)
        self.zoomed.emit(self._zoom)

    def fit_zoom(self) -> float:
        """The largest zoom at which all is to be seen."""
        size, room = self.content_size(), self.maximumViewportSize()
        if size.isEmpty():
            return self._range[1]
        width, height = max(1, room.width() - 2 * MARGIN), max(1, room.height() - 2 * MARGIN)
        return min(width / size.width(), height / size.height())

    def origin(self) -> QPointF:
        """Where the content's upper left corner is in the view."""
        size, view = self.content_size() * self._zoom, self.viewport()
        return QPointF(
            _start(size.width(), view.width(), self.horizontalScrollBar().value()),
            _start(size.height(), view.height(), self.verticalScrollBar().value()),
        )

    def middle(self) -> QPointF:
        """What is in the middle of the view, in fractions of the content."""
        size = self.content_size() * self._zoom
        if size.isEmpty():
            return QPointF(0.5, 0.5)
        at = QPointF(self.viewport().rect().center()) - self.origin()
        return QPointF(at.x() / size.width(), at.y() / size.height())

    def set_middle(self, fraction: QPointF) -> None:
        """Scroll so that this place of the content is in the middle, as far as that is possible."""
        size, centre = self.content_size() * self._zoom, self.viewport().rect().center()
        self.horizontalScrollBar().setValue(round(fraction.x() * size.width() + MARGIN - centre.x()))
        self.verticalScrollBar().setValue(round(fraction.y() * size.height() + MARGIN - centre.y()))

    def content_changed(self) -> None:
        """For subclasses: the content or its size is another one now."""
        self._update_bars()
        self.viewport().update()

    def _update_bars(self) -> None:
        size, room = self.content_size() * self._zoom, self.viewport().size()
        for bar, needed, there in (
            (self.horizontalScrollBar(), size.width(), room.width()),
            (self.verticalScrollBar(), size.height(), room.height()),
        ):
            bar.setPageStep(there)
            bar.setRange(0, max(0, round(needed + 2 * MARGIN - there)))

    def _on_scroll(self) -> None:
        self.viewport().update()
        self.panned.emit(self.middle())

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        self.content_changed()

    # -- painting -------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self.background())
        size = self.content_size()
        if size.isEmpty():
            self.paint_empty(painter)
        else:
            self.paint_content(painter, QRectF(self.origin(), size * self._zoom))
        if self.hasFocus():
            painter.setPen(QPen(self._colours.accent, 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    # -- events ---------------------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_bars()
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = (event.angleDelta().y() or event.angleDelta().x()) / 120
            self.zoom_by(STEP**notches, event.position())
            event.accept()
        elif not self.verticalScrollBar().maximum() and event.angleDelta().y():
            # A wide formula has nothing to scroll but sideways.
            QApplication.sendEvent(self.horizontalScrollBar(), event)
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        zooming = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == zooming:
            self.zoom_by(1.0 + event.value(), event.position())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(STEP)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.zoom_by(1 / STEP)
        elif key == Qt.Key.Key_0:
            self.fit_wanted.emit()
        elif key == Qt.Key.Key_1 and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.actual_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._grip, self._dragged = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            self.pointed(event.position())
            return
        point = event.position().toPoint()
        moved = point - self._grip
        if self._dragged or moved.manhattanLength() >= QApplication.startDragDistance():
            self._dragged, self._grip = True, point
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            for bar, step in ((self.horizontalScrollBar(), moved.x()), (self.verticalScrollBar(), moved.y())):
                bar.setValue(bar.value() - step)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        clicked = self._grip is not None and not self._dragged
        self._grip = None
        if clicked:
            self.picked(event.position())
        self.pointed(event.position())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


def _start(size: float, room: int, scrolled: int) -> float:
    """Where content of a size begins: centred, or where the scroll bar says."""
    return (room - size) / 2 if size + 2 * MARGIN <= room else float(MARGIN - scrolled)
