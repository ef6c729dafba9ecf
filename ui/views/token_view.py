"""A zoomed view of a formula whose tokens have boxes: hover, twins, doubt."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter

from scipix.ui.theme import Colours
from scipix.ui.views.token_marks import TokenMark, View, paint_boxes, paint_doubts, paint_twin, token_at
from scipix.ui.views.zoom_view import ZoomView


class TokenView(ZoomView):
    """Abstract like its base. Tokens are numbered by their place in what ``set_marks`` was given."""

    hovered = Signal(int)
    """The token under the mouse; -1: none."""
    clicked = Signal(int)
    """A token was clicked."""

    _marks: tuple[TokenMark, ...] = ()
    _hovered = -1
    _twin = -1

    def set_marks(self, marks: Sequence[TokenMark]) -> None:
        """The tokens' boxes and levels; forgets which one was lit up."""
        self._marks = tuple(marks)
        self._hovered = self._twin = -1
        self.viewport().update()

    def marks(self) -> tuple[TokenMark, ...]:
        return self._marks

    def highlight(self, token: int) -> None:
        """Light up one token; -1: none."""
        if token != self._twin:
            self._twin = token
            self.viewport().update()

    def highlighted(self) -> int:
        return self._twin

    def token_at(self, point: QPointF) -> int:
        """The token at a point of the view, or -1."""
        return token_at(self._marks, self._view(), point)

    def token_rect(self, token: int) -> QRectF:
        """Where a token is in the view; empty if it has no box."""
        box = self._marks[token].box if 0 <= token < len(self._marks) else None
        return QRectF() if box is None else self._view().rect(box)

    def reveal(self, token: int) -> None:
        """Scroll so that a token is to be seen, if it is not."""
        rect = self.token_rect(token)
        if rect.isEmpty() or QRectF(self.viewport().rect()).contains(rect):
            return
        size = self.content_size() * self.zoom()
        at = rect.center() - self.origin()
        self.set_middle(QPointF(at.x() / size.width(), at.y() / size.height()))

    def pointed(self, point: QPointF) -> None:
        token = self.token_at(point)
        shape = Qt.CursorShape.PointingHandCursor if token >= 0 else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self._hover(token)

    def picked(self, point: QPointF) -> None:
        token = self.token_at(point)
        if token >= 0:
            self.clicked.emit(token)

    def mark_colours(self) -> Colours:
        """For subclasses: the colours that are to be seen on the content."""
        return self._colours

    def paint_marks(self, painter: QPainter) -> None:
        """For subclasses: doubts, boxes under the mouse, the twin."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view, colours = self._view(), self.mark_colours()
        paint_doubts(painter, self._marks, view, colours)
        if self.viewport().underMouse():
            paint_boxes(painter, self._marks, view, colours)
        if 0 <= self._twin < len(self._marks):
            paint_twin(painter, self._marks[self._twin], view, colours)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Leave, QEvent.Type.Enter):
            self._hover(-1)
            self.viewport().update()
        return super().viewportEvent(event)

    def _view(self) -> View:
        return View(self.origin(), self.zoom())

    def _hover(self, token: int) -> None:
        if token != self._hovered:
            self._hovered = token
            self.hovered.emit(token)
