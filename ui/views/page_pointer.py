"""What mouse and keys do on pages: choose a formula, draw a frame around one, select text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication

from scipix.app.documents.page_requests import PageFormula
from scipix.engine.types import Box
from scipix.ui.models.page_selection import PageSelection, Spot
from scipix.ui.views.frame_keys import first_frame, stepped_frame
from scipix.ui.views.page_paint import paint_outline

if TYPE_CHECKING:
    from scipix.ui.views.page_view import PageView

_REACH = 4.0
"""Points: a drag that begins so near to a character selects text."""
_LEAST = 3.0
"""Points: a smaller frame is a slip of the hand."""
_AROUND = 2.0
"""Points between a formula and its outline."""


class PagePointer:
    """Belongs to one view. At most one of frame and text is being drawn out at a time."""

    def __init__(self, view: PageView) -> None:
        self._view = view
        self.framing = False
        """Every drag draws a frame, text or no text."""
        self.formula: tuple[int, PageFormula] | None = None
        self._pressed: QPointF | None = None
        self._frame: tuple[QPointF, QPointF] | None = None
        self._anchor: Spot | None = None
        self._dragging = False
        self._pan: QPointF | None = None

    def reset(self) -> None:
        """Forget everything about a document."""
        self.formula = self._pressed = self._frame = self._anchor = self._pan = None

    # -- mouse ------------------------------------------------------------------------------------
    def press(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._view.stack is None:
            return
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan = at
        elif event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragging = at, False
            framing = self.framing or bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self._anchor = None if framing else self._spot(at, _REACH)
            selection = self._view.selection
            longer = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if longer and selection is not None and self._anchor is not None:
                self._anchor = selection.anchor
                self._select_to(at)
            else:
                self._view.select(None)

    def move(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._view.stack is None:
            return
        if self._pan is not None:
            self._scroll_by(at - self._pan)
            self._pan = at
        elif self._pressed is None:
            self._point(at)
        elif self._dragging or (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self._drag(at)

    def release(self, event: QMouseEvent) -> None:
        pressed, frame, dragged = self._pressed, self._frame, self._dragging
        self._pan = self._pressed = self._frame = None
        self._dragging = False
        if self._view.stack is None or pressed is None:
            return
        self._view.viewport().update()
        if frame is not None:
            self._take_frame(QRectF(*frame).normalized())
        elif not dragged and self.formula is not None:
            self._view.choose_formula(*self.formula)
        self._point(event.position())

    def double_click(self, event: QMouseEvent) -> None:
        """Select a word."""
        if self._view.stack is None or self.formula is not None:
            return
        page, x, y = self._view.on_page(event.position())
        text = self._view.texts.get(page)
        number = text.character_at(x, y, _REACH) if text is not None else -1
        if text is not None and number >= 0:
            start, end = text.word_at(number)
            self._view.select(PageSelection((page, start), (page, end)))

    def leave(self) -> None:
        """The mouse is elsewhere."""
        if self._pressed is None:
            self.set_formula(None)

    # -- keys -------------------------------------------------------------------------------------
    def key(self, event: QKeyEvent) -> bool:
        """N goes through formulas, R draws a frame, Enter reads, Esc lets go; whether it was such a key."""
        if self._frame is not None and self._pressed is None and self._frame_key(event):
            return True
        if event.key() == Qt.Key.Key_R and not event.modifiers() and self._view.stack is not None:
            self._set_frame(first_frame(QRectF(self._view.viewport().rect())))
            return True
        if event.key() == Qt.Key.Key_N and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return self._step(-1 if event.modifiers() else 1)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.formula is not None:
            self._view.choose_formula(*self.formula)
            return True
        if event.key() == Qt.Key.Key_Escape and (self._view.selection or self.formula or self._frame):
            self._frame = self._pressed = None
            self.set_formula(None)
            self._view.select(None)
            return True
        return False

    def _frame_key(self, event: QKeyEvent) -> bool:
        assert self._frame is not None
        frame = QRectF(*self._frame)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._frame = None
            self._take_frame(frame)
            self._view.viewport().update()
            return True
        room = QRectF(self._view.viewport().rect())
        stepped = stepped_frame(frame, event.key(), event.modifiers(), room)
        if stepped is not None:
            self._set_frame(stepped)
        return stepped is not None

    def _set_frame(self, frame: QRectF) -> None:
        self._frame = frame.topLeft(), frame.bottomRight()
        self.set_formula(None)
        self._view.viewport().update()

    def _step(self, step: int) -> bool:
        """The next formula of the pages whose formulas are known, beginning with the page that is read."""
        known = [
            (page, formula)
            for page in sorted(self._view.formulas)
            for formula in self._view.formulas[page].formulas
        ]
        if not known:
            return False
        if self.formula in known:
            chosen = known[(known.index(self.formula) + step) % len(known)]
        else:
            page = self._view.page()
            chosen = next((one for one in known if one[0] >= page), known[0])
        self._view.point_at(*chosen)
        return True

    # -- painting ---------------------------------------------------------------------------------
    def paint(self, painter: QPainter) -> None:
        """The outline of the formula that is pointed at, and the frame."""
        view = self._view
        if view.stack is None:
            return
        if self.formula is not None:
            page, formula = self.formula
            gap = _AROUND * view.zoom()
            rect = view.in_view(page, formula.box).adjusted(-gap, -gap, gap, gap)
            paint_outline(painter, rect, view.paper_colours.accent)
        if self._frame is not None:
            paint_outline(painter, QRectF(*self._frame).normalized(), view.paper_colours.accent)

    # -- parts ------------------------------------------------------------------------------------
    def _point(self, at: QPointF) -> None:
        page, x, y = self._view.on_page(at)
        self.set_formula(None if self.framing else self._formula_at(page, x, y))
        shape = Qt.CursorShape.CrossCursor
        if self.formula is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif not self.framing and self._spot(at, _REACH) is not None:
            shape = Qt.CursorShape.IBeamCursor
        self._view.viewport().setCursor(shape)

    def _formula_at(self, page: int, x: float, y: float) -> tuple[int, PageFormula] | None:
        known = self._view.formulas.get(page)
        around = _AROUND
        for formula in known.formulas if known is not None else ():
            box = formula.box
            if box.x0 - around <= x <= box.x1 + around and box.y0 - around <= y <= box.y1 + around:
                return page, formula
        return None

    def set_formula(self, formula: tuple[int, PageFormula] | None) -> None:
        """Point at a formula, or at none."""
        if formula != self.formula:
            self.formula = formula
            self._view.viewport().update()

    def _drag(self, at: QPointF) -> None:
        assert self._pressed is not None
        self.set_formula(None)
        if self._anchor is not None:
            self._select_to(at)
        else:
            self._frame = self._pressed, at
            self._view.viewport().update()

    def _select_to(self, at: QPointF) -> None:
        head = self._spot(at, float("inf"))
        if head is not None and self._anchor is not None:
            self._view.select(PageSelection(self._anchor, head))

    def _spot(self, at: QPointF, reach: float) -> Spot | None:
        page, x, y = self._view.on_page(at)
        text = self._view.texts.get(page)
        if text is None or text.character_at(x, y, reach) < 0:
            return None
        place = text.place_at(x, y)
        return None if place is None else (page, place)

    def _take_frame(self, rect: QRectF) -> None:
        """A frame belongs to the page of its middle."""
        page, _, _ = self._view.on_page(rect.center())
        corner, zoom = self._view.page_rect(page).topLeft(), self._view.zoom()
        assert self._view.stack is not None
        width, height = self._view.stack.sizes[page]
        box = Box(
            max(0.0, (rect.left() - corner.x()) / zoom), max(0.0, (rect.top() - corner.y()) / zoom),
            min(float(width), (rect.right() - corner.x()) / zoom),
            min(float(height), (rect.bottom() - corner.y()) / zoom),
        )  # fmt: skip
        if min(box.x1 - box.x0, box.y1 - box.y0) >= _LEAST:
            self._view.framed.emit(page, box)

    def _scroll_by(self, moved: QPointF) -> None:
        for bar, step in (
            (self._view.horizontalScrollBar(), moved.x()),
            (self._view.verticalScrollBar(), moved.y()),
        ):
            bar.setValue(bar.value() - round(step))
