"""Pages below each other, scrolled and zoomed by mouse, keys and touchpad; a subclass paints them."""

from __future__ import annotations

import enum

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from scipix.engine.types import Box
from scipix.ui.models.page_stack import (
    GAP,
    LEAST_ZOOM,
    MOST_ZOOM,
    PageStack,
    Place,
    share_of,
    stepped,
    zoom_of,
)
from scipix.ui.theme import SPACE

_LINE = 5 * SPACE
"""Pixels that an arrow key or a notch of the wheel's third scrolls."""
_WHEEL_STEP = 1.1


class Fit(enum.StrEnum):
    """How the zoom follows the room there is."""

    WIDTH = "width"
    PAGE = "page"
    NONE = "none"


class PageScroll(QAbstractScrollArea):
    """Geometry only; ``stack`` is None while there is no document."""

    moved = Signal()
    """Another part of the document is to be seen."""
    zoomed = Signal(float, object)
    """The zoom as a fraction of the real size, and Fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stack: PageStack | None = None
        self.fit = Fit.WIDTH
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(QSize(20 * SPACE, 20 * SPACE))
        # Always there: a page that fits the width must not change it by coming to need a bar.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setSingleStep(_LINE)
            bar.valueChanged.connect(self._on_scroll)

    # -- document ---------------------------------------------------------------------------------
    def set_sizes(self, sizes: npt.NDArray[np.float64] | None) -> None:
        """Sizes of all pages in points, (n, 2), or None for no document; what is seen stays in its place."""
        place = self.place()
        self.stack = None if sizes is None else PageStack.of(sizes, self.zoom() or zoom_of(1.0))
        self._refit(place)

    def zoom(self) -> float:
        """Pixels of the widget per point; 0 without a document."""
        return self.stack.zoom if self.stack is not None else 0.0

    def share(self) -> float:
        """The zoom as a fraction of the real size."""
        return share_of(self.zoom())

    def place(self) -> Place:
        """What stands at the top of the view."""
        if self.stack is None:
            return Place(0)
        return self.stack.place(self.verticalScrollBar().value() + GAP)

    def page(self) -> int:
        """The page that counts as the one that is read: at a third of the view."""
        if self.stack is None:
            return 0
        return self.stack.page_at(self.verticalScrollBar().value() + self.viewport().height() / 3)

    def visible_pages(self) -> range:
        """The pages of which something is to be seen."""
        if self.stack is None:
            return range(0)
        top = self.verticalScrollBar().value()
        return self.stack.visible(top, top + self.viewport().height())

    def page_rect(self, page: int) -> QRectF:
        """Where a page is, in the view's coordinates."""
        assert self.stack is not None
        width, height = self.stack.size(page)
        room = max(self.viewport().width(), self.stack.width)
        left = (room - width) // 2 - self.horizontalScrollBar().value()
        return QRectF(left, self.stack.top(page) - self.verticalScrollBar().value(), width, height)

    def on_page(self, point: QPointF) -> tuple[int, float, float]:
        """The page under a point of the view (or next to it), and where on it, in points."""
        assert self.stack is not None
        page = self.stack.page_at(point.y() + self.verticalScrollBar().value())
        at = (point - self.page_rect(page).topLeft()) / self.stack.zoom
        return page, at.x(), at.y()

    def in_view(self, page: int, box: Box) -> QRectF:
        """A box of a page (points), in the view's coordinates."""
        corner, zoom = self.page_rect(page).topLeft(), self.zoom()
        size = QSizeF(box.x1 - box.x0, box.y1 - box.y0) * zoom
        return QRectF(corner + QPointF(box.x0, box.y0) * zoom, size)

    # -- going ------------------------------------------------------------------------------------
    def go_to(self, place: Place) -> None:
        """Let a place stand at the top of the view."""
        if self.stack is not None:
            self.verticalScrollBar().setValue(self.stack.height_of(place) - GAP)

    def go_to_page(self, page: int) -> None:
        """Show a page from its top."""
        self.go_to(Place(page))

    def show_box(self, page: int, box: Box) -> None:
        """Scroll as little as needed for a box of a page to be seen, with some room around it."""
        if self.stack is None:
            return
        rect, view = self.in_view(page, box), QRectF(self.viewport().rect())
        margin = 6.0 * SPACE
        if not (view.top() + margin <= rect.top() and rect.bottom() <= view.bottom() - margin):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(rect.center().y() - view.height() / 3))
        if not (view.left() <= rect.left() and rect.right() <= view.right()):
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + round(rect.center().x() - view.width() / 2))

    # -- zoom -------------------------------------------------------------------------------------
    def set_fit(self, fit: Fit) -> None:
        """Let the zoom follow the room."""
        self.fit = fit
        self._refit(self.place())

    def set_share(self, share: float, about: QPointF | None = None) -> None:
        """Zoom to a fraction of the real size; what is at ``about`` (the view's middle) stays there."""
        self.fit = Fit.NONE
        self._set_zoom(zoom_of(share), about)

    def zoom_step(self, step: int) -> None:
        """One step in (1) or out (-1)."""
        if self.stack is not None:
            self.set_share(share_of(stepped(self.zoom(), step)))

    def _refit(self, place: Place) -> None:
        """Take the zoom that the room asks for, and show the place again."""
        if self.stack is not None:
            self._take_zoom(self._fitting(place.page))
            self._update_bars()
            self.go_to(place)
            self.zoomed.emit(self.share(), self.fit)
        else:
            self._update_bars()
        self._changed()

    def _fitting(self, page: int) -> float:
        assert self.stack is not None
        view = self.viewport().size()
        width = (view.width() - 2 * GAP) / float(np.median(self.stack.sizes[:, 0]))
        if self.fit is Fit.WIDTH:
            return width
        if self.fit is Fit.PAGE:
            page = min(page, len(self.stack) - 1)
            return min(
                (view.width() - 2 * GAP) / float(self.stack.sizes[page, 0]),
                (view.height() - 2 * GAP) / float(self.stack.sizes[page, 1]),
            )
        return self.zoom()

    def _set_zoom(self, zoom: float, about: QPointF | None) -> None:
        if self.stack is None:
            return
        point = about if about is not None else QPointF(self.viewport().rect().center())
        page, x, y = self.on_page(point)
        self._take_zoom(zoom)
        self._update_bars()
        now = self.page_rect(page).topLeft() + QPointF(x, y) * self.zoom()
        sideways, down = self.horizontalScrollBar(), self.verticalScrollBar()
        sideways.setValue(sideways.value() + round(now.x() - point.x()))
        down.setValue(down.value() + round(now.y() - point.y()))
        self.zoomed.emit(self.share(), self.fit)
        self._changed()

    def _take_zoom(self, zoom: float) -> None:
        assert self.stack is not None
        zoom = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        if zoom != self.stack.zoom:
            self.stack = PageStack.of(self.stack.sizes, zoom)

    def _update_bars(self) -> None:
        view = self.viewport().size()
        width, height = (self.stack.width, self.stack.height) if self.stack is not None else (0, 0)
        for bar, needed, there in (
            (self.horizontalScrollBar(), width, view.width()),
            (self.verticalScrollBar(), height, view.height()),
        ):
            bar.setPageStep(max(1, there - _LINE))
            bar.setRange(0, max(0, needed - there))

    def _changed(self) -> None:
        self.viewport().update()
        self.moved.emit()

    def _on_scroll(self) -> None:
        self._changed()

    # -- events -----------------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.stack is None or self.verticalScrollBar().value() == 0:
            super().resizeEvent(event)
            self._refit(self.place())
            return
        # What is read stays where it is, a third of the view down; at its top there may be another page.
        read = self.stack.place(self.verticalScrollBar().value() + event.oldSize().height() / 3)
        super().resizeEvent(event)
        self._refit(self.place())
        self.verticalScrollBar().setValue(self.stack.height_of(read) - event.size().height() // 3)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / 120
            self.set_share(self.share() * _WHEEL_STEP**notches, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        zooming = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == zooming:
            self.set_share(self.share() * (1.0 + event.value()), event.position())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        bar, key = self.verticalScrollBar(), event.key()
        if key == Qt.Key.Key_Space:
            bar.setValue(bar.value() + (-1 if shift else 1) * bar.pageStep())
        elif key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)
