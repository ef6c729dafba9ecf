"""The pages of a document with what is found, selected and pointed at on them."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from scipix.app.documents.page_requests import PageFormula, PageFormulas, Tile
from scipix.app.documents.page_text import PageText
from scipix.engine.types import Box
from scipix.ui.models.page_selection import PageSelection
from scipix.ui.models.picture_cache import PictureCache
from scipix.ui.models.tiles import thumbnail, tiles_of
from scipix.ui.theme import SPACE, Colours, colours, current_colours
from scipix.ui.views.page_paint import (
    paint_badge,
    paint_note,
    paint_outline,
    paint_paper,
    paint_pictures,
    paint_tint,
)
from scipix.ui.views.page_pointer import PagePointer
from scipix.ui.views.page_scroll import Fit, PageScroll

CACHE_BYTES = 160_000_000
THUMBNAIL_ROOM = (17 * SPACE, 22 * SPACE)
"""Widget pixels across and down."""
_FAR = 50
"""Pages: text and formulas of those farther away are read again when one comes back."""
_SETTLED_MS = 120
"""Milliseconds without scrolling after which neighbours, text and formulas are asked for."""


class PageView(PageScroll):
    """Tells what it needs and what is wanted; it fetches and reads nothing itself."""

    pictures_wanted = Signal(object)
    """list[Tile], most urgent first; in place of those wanted before."""
    pages_settled = Signal(object)
    """range: these pages are being looked at; their text and formulas will be of use."""
    formulas_known = Signal(int)
    """The formulas of this page have been told; of a scanned one perhaps that nobody has looked yet."""
    formula_chosen = Signal(int, object)
    """Page, PageFormula: read this one."""
    framed = Signal(int, object)
    """Page, Box in points: read what is in it."""
    copied = Signal(str)
    """The selected text, which shall go to the clipboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours: Colours = current_colours()
        self.night = False
        self.texts: dict[int, PageText] = {}
        self.formulas: dict[int, PageFormulas] = {}
        self.selection: PageSelection | None = None
        self.looking: int | None = None
        self.hits: Mapping[int, tuple[Box, ...]] = {}
        self.hit: tuple[int, Box] | None = None
        self.failed: set[int] = set()
        self.cache = PictureCache(CACHE_BYTES)
        self.pointer = PagePointer(self)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._on_settled)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(lambda: self._want(()))
        self.moved.connect(self._on_moved)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Pages of the document"))
        self.setToolTip("")

    # -- what is shown ----------------------------------------------------------------------------
    def reset(self) -> None:
        """Forget everything about a document."""
        self.cache.clear()
        self.texts.clear()
        self.formulas.clear()
        self.failed.clear()
        self.selection, self.hits, self.hit, self.looking = None, {}, None, None
        self.pointer.reset()
        self.set_sizes(None)

    @property
    def paper_colours(self) -> Colours:
        """The colours that belong to the paper, which is light in the dark theme too unless it is night."""
        return colours(self.night)

    def set_night(self, night: bool) -> None:
        """Light and dark turned about."""
        if night != self.night:
            self.night = night
            self.cache.clear()
            self._changed()

    def add_picture(self, tile: Tile, picture: QImage) -> None:
        """A picture that was wanted; one for another zoom or light is kept only while it is the best."""
        if tile.night == self.night:
            self.cache.put(tile, picture)
            self.viewport().update()

    def add_failure(self, page: int) -> None:
        """A page cannot be drawn."""
        self.failed.add(page)
        self.viewport().update()

    def add_text(self, page: int, text: PageText) -> None:
        """The text of a page, to select from."""
        self.texts[page] = text

    def add_formulas(self, formulas: PageFormulas) -> None:
        """The formulas of a page, to be pointed at."""
        self.formulas[formulas.page] = formulas
        self.formulas_known.emit(formulas.page)

    def set_looking(self, page: int | None) -> None:
        """A page that is being searched for formulas, which is said at its corner; None for none."""
        if page != self.looking:
            self.looking = page
            self.viewport().update()

    def set_hits(self, hits: Mapping[int, tuple[Box, ...]], current: tuple[int, Box] | None) -> None:
        """What a search has found, and the one that is looked at."""
        self.hits, self.hit = hits, current
        self.viewport().update()

    def select(self, selection: PageSelection | None) -> None:
        """Tint this text."""
        self.selection = selection
        self.viewport().update()

    def selected_text(self) -> str:
        """The words that are selected."""
        return self.selection.text(self.texts) if self.selection is not None else ""

    def point_at(self, page: int, formula: PageFormula) -> None:
        """Outline a formula and bring it into view, as if it were pointed at; Enter reads it."""
        self.pointer.set_formula((page, formula))
        self.show_box(page, formula.box)

    def choose_formula(self, page: int, formula: PageFormula) -> None:
        """For the pointer: a formula was clicked."""
        self.formula_chosen.emit(page, formula)

    def set_colours(self) -> None:
        """Take the colours of the theme in force."""
        self.colours = current_colours()
        self.viewport().update()

    # -- what is needed ---------------------------------------------------------------------------
    def _on_moved(self) -> None:
        self._soon.start()
        self._settled.start()

    def _on_settled(self) -> None:
        pages = self.visible_pages()
        if self.stack is not None and pages:
            self._forget_far(pages)
            near = (pages[-1] + 1, pages[0] - 1)
            self._want(tuple(page for page in near if 0 <= page < len(self.stack)))
            self.pages_settled.emit(pages)

    def _forget_far(self, pages: range) -> None:
        """Let go of what is known of pages far away; what is selected stays."""
        kept = set(range(pages[0] - _FAR, pages[-1] + _FAR))
        if self.selection is not None:
            kept.update(self.selection.pages())
        for known in (self.texts, self.formulas):
            for page in [page for page in known if page not in kept]:
                del known[page]

    def _want(self, near: tuple[int, ...]) -> None:
        if self.stack is None:
            return
        pages = [page for page in self.visible_pages() if page not in self.failed]
        first = [self.thumbnail(page) for page in pages if not any(True for _ in self.cache.of_page(page))]
        sharp = [tile for page in (*pages, *near) if page not in self.failed for tile in self._tiles(page)]
        wanted = [tile for tile in (*first, *sharp) if self.cache.get(tile) is None]
        self.pictures_wanted.emit(wanted)

    def thumbnail(self, page: int) -> Tile:
        """The small picture of a page."""
        assert self.stack is not None
        width, height = self.stack.sizes[page]
        across, down = (side * self.devicePixelRatioF() for side in THUMBNAIL_ROOM)
        return thumbnail(page, (float(width), float(height)), (across, down), self.night)

    def _tiles(self, page: int) -> list[Tile]:
        """The pictures of a page as sharp as the screen."""
        assert self.stack is not None
        ratio, rect, view = self.devicePixelRatioF(), self.page_rect(page), self.viewport()
        seen = (
            -rect.left() * ratio, -rect.top() * ratio,
            (view.width() - rect.left()) * ratio, (view.height() - rect.top()) * ratio,
        )  # fmt: skip
        width, height = self.stack.sizes[page]
        return tiles_of(page, (float(width), float(height)), self.zoom() * ratio, seen, self.night)

    # -- painting ---------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.colours.mat)
        for page in self.visible_pages():
            rect = self.page_rect(page)
            paint_paper(painter, rect, self.colours, self.night)
            self._paint_pictures(painter, page, rect)
            self._paint_marks(painter, page)
            if page == self.looking:
                seen = rect.intersected(QRectF(self.viewport().rect()))
                paint_badge(painter, seen, self.tr("Looking for formulas…"), self.paper_colours)
        self.pointer.paint(painter)
        if self.hasFocus():
            painter.setPen(QPen(self.colours.accent, 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_pictures(self, painter: QPainter, page: int, rect: QRectF) -> None:
        if page in self.failed:
            text = self.tr("Page {number} is damaged and cannot be shown.").format(number=page + 1)
            seen = rect.intersected(QRectF(self.viewport().rect()))
            paint_note(painter, seen, text, self.paper_colours.muted)
            return
        ratio = self.devicePixelRatioF()
        tiles = self._tiles(page)
        sharp = [(tile, picture) for tile in tiles if (picture := self.cache.get(tile)) is not None]
        # Until all are there, what was drawn for another zoom.
        stale = [] if len(sharp) == len(tiles) else self._stale(page)
        paint_pictures(painter, rect, (*stale, *sharp), self.zoom(), ratio)

    def _stale(self, page: int) -> list[tuple[Tile, QImage]]:
        """The sharpest picture of the whole page, and sharper ones of parts of it."""
        assert self.stack is not None
        width, height = self.stack.sizes[page]
        found: list[tuple[Tile, QImage]] = []
        for tile, picture in self.cache.of_page(page):
            whole = math.floor(width * tile.zoom), math.floor(height * tile.zoom)
            if tile.width >= whole[0] and tile.height >= whole[1]:
                found = []
            found.append((tile, picture))
        return found

    def _paint_marks(self, painter: QPainter, page: int) -> None:
        hits = (self.in_view(page, box) for box in self.hits.get(page, ()))
        colours = self.paper_colours
        paint_tint(painter, hits, colours.found, self.night)
        if self.hit is not None and self.hit[0] == page:
            around = self.in_view(page, self.hit[1]).adjusted(-2, -2, 2, 2)
            paint_outline(painter, around, colours.underline)
        if self.selection is not None:
            areas = (self.in_view(page, box) for box in self.selection.areas(page, self.texts))
            paint_tint(painter, areas, colours.selection, self.night)

    # -- events -----------------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pointer.double_click(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointer.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = self.selected_text()
        if event.matches(QKeySequence.StandardKey.Copy) and text:
            self.copied.emit(text)
        elif event.key() == Qt.Key.Key_0 and not event.modifiers():
            self.set_fit(Fit.WIDTH)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_step(1)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom_step(-1)
        elif event.key() == Qt.Key.Key_9 and not event.modifiers():
            self.set_fit(Fit.PAGE)
        elif not self.pointer.key(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
