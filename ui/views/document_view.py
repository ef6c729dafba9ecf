"""Document mode: the pages of a file with filmstrip, outline, search and controls."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from scipix.app.documents.outline import OutlineEntry
from scipix.ui.models.thumbnails import ThumbnailModel
from scipix.ui.theme import SPACE, current_colours
from scipix.ui.views.conversion_panel import ConversionPanel
from scipix.ui.views.document_bar import DocumentBar
from scipix.ui.views.document_find import DocumentFind
from scipix.ui.views.document_states import DocumentStates
from scipix.ui.views.document_tabs import DocumentTabs
from scipix.ui.views.message_bar import MessageBar
from scipix.ui.views.outline import Outline
from scipix.ui.views.page_view import PageView
from scipix.ui.views.thin_splitter import ThinSplitter
from scipix.ui.views.thumbnails import Thumbnails

_SIDE = 20 * SPACE
_ROOMY = 6 * _SIDE
"""Width from which on filmstrip, pages and text have room beside each other."""


class DocumentView(QWidget):
    """Puts the parts together; what is shown comes from outside, what the user does goes there."""

    other_way_wanted = Signal()
    """The formula read last shall be read the other way: picture in place of glyphs, or back."""
    doubt_wanted = Signal(int)
    """The next (1) or former (-1) doubtful formula of a conversion shall be shown."""

    def __init__(self, open_file: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Document"))
        self._window_colour = current_colours().window
        self.tabs = DocumentTabs(self)
        self.bar = DocumentBar(self)
        self.find = DocumentFind(self)
        self.messages = MessageBar()
        self.states = DocumentStates(open_file)
        self.pages = PageView()
        self.thumbnail_model = ThumbnailModel(self)
        self.thumbnails = Thumbnails(self.thumbnail_model)
        self.outline = Outline()
        self.conversion = ConversionPanel()
        self._side = QTabWidget()
        self._stack = QStackedWidget()
        self._split = ThinSplitter(Qt.Orientation.Horizontal)
        self._read_label, self._other_way, self._strip = QLabel(), QPushButton(), QWidget()
        self._arrange()
        self._connect()
        self.show_states()

    # -- what is shown ----------------------------------------------------------------------------
    def show_states(self) -> None:
        """In place of pages what ``states`` says."""
        self.pages.reset()
        self.thumbnail_model.reset(0)
        self.messages.clear()
        self.find.close_row()
        self.tell_reading("", "")
        self.bar.set_pages(0)
        self._stack.setCurrentWidget(self.states)
        self._show_parts()

    def show_document(self, sizes: npt.NDArray[np.float64], outline: Sequence[OutlineEntry]) -> None:
        """Pages of these sizes (points), none of them drawn yet."""
        self.pages.reset()
        self.pages.set_sizes(sizes)
        self.thumbnail_model.reset(len(sizes))
        self.outline.show_entries(outline)
        self._side.setTabEnabled(1, bool(outline))
        self._side.setCurrentIndex(0)
        self.bar.set_pages(len(sizes))
        self._stack.setCurrentWidget(self.pages)
        self._show_parts()
        self.pages.setFocus()

    def showing_document(self) -> bool:
        """Whether pages are shown."""
        return self._stack.currentWidget() is self.pages

    def tell_reading(self, text: str, other_way: str) -> None:
        """How the last formula was read, and the words on the button for the other way ('' for none)."""
        self._read_label.setText(text)
        self._other_way.setText(other_way)
        self._other_way.setVisible(bool(other_way))
        self._strip.setVisible(bool(text))

    def save_state(self) -> QByteArray:
        """How the room is divided."""
        return self._split.saveState()

    def restore_state(self, state: QByteArray | bytes) -> None:
        """Divide the room as ``save_state`` told; nonsense changes nothing."""
        self._split.restoreState(QByteArray(state))

    def set_night(self, night: bool) -> None:
        """Pages light on dark, or as they are."""
        self.thumbnails.night = night
        self.pages.set_night(night)
        self.thumbnail_model.reset(self.thumbnail_model.rowCount())
        self.thumbnails.show_page(self.pages.page())

    def sizeHint(self) -> QSize:
        return QSize(80 * SPACE, 60 * SPACE)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and current_colours().window != self._window_colour:
            self._window_colour = current_colours().window
            self.pages.set_colours()
            self.conversion.text.set_colours()

    def event(self, event: QEvent) -> bool:
        """F8 belongs to the conversion where there is one to look through, else to the result."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_doubt_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_doubt_key(event):
            self.doubt_wanted.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _is_doubt_key(self, event: QEvent) -> bool:
        looked_at = self.conversion.isVisible() and bool(self.conversion.text.pages.doubts())
        return looked_at and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F8

    # -- arrangement ------------------------------------------------------------------------------
    def _arrange(self) -> None:
        self._side.setDocumentMode(True)
        self._side.tabBar().setDrawBase(False)
        self._side.setAccessibleName(self.tr("Pages and contents"))
        self._side.addTab(self.thumbnails, self.tr("Pages"))
        self._side.addTab(self.outline, self.tr("Contents"))
        self._side.setMinimumWidth(_SIDE)
        self._stack.addWidget(self.states)
        self._stack.addWidget(self.pages)
        self._split.addWidget(self._side)
        self._split.addWidget(self._stack)
        self._split.addWidget(self.conversion)
        self._split.setStretchFactor(1, 1)
        self._split.setChildrenCollapsible(False)
        self._split.setSizes([_SIDE, 3 * _SIDE, 2 * _SIDE])
        self.conversion.setMinimumWidth(2 * _SIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.bar)
        column.addWidget(self.find)
        column.addWidget(self.messages)
        column.addWidget(self._split, 1)
        column.addWidget(self._make_strip())

    def _make_strip(self) -> QWidget:
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(0, SPACE // 2, 0, 0)
        self._read_label.setProperty("role", "hint")
        self._read_label.setWordWrap(True)
        self._other_way.setProperty("kind", "quiet")
        self._other_way.setAccessibleName(self.tr("Read the other way"))
        self._other_way.setToolTip(self.tr("Reads the formula again, from the picture or from the glyphs"))
        self._other_way.clicked.connect(self.other_way_wanted)
        row.addWidget(self._read_label, 1)
        row.addWidget(self._other_way)
        return self._strip

    def _connect(self) -> None:
        bar, pages = self.bar, self.pages
        bar.side_toggled.connect(self._show_parts)
        bar.convert_toggled.connect(self._show_parts)
        bar.page_wanted.connect(pages.go_to_page)
        bar.zoom_step.connect(pages.zoom_step)
        bar.share_wanted.connect(pages.set_share)
        bar.fit_wanted.connect(pages.set_fit)
        bar.find_wanted.connect(lambda: self.find.open(pages.selected_text()))
        bar.framing_toggled.connect(self._set_framing)
        bar.night_toggled.connect(self.set_night)
        self.find.closed.connect(pages.setFocus)
        self.thumbnails.page_chosen.connect(pages.go_to_page)
        self.outline.page_chosen.connect(pages.go_to_page)
        pages.zoomed.connect(bar.show_zoom)
        pages.moved.connect(self._on_moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_parts()

    def _show_parts(self) -> None:
        """What the user wants beside the pages; the filmstrip gives way where there is no room for both."""
        shown, bar = self.showing_document(), self.bar
        converting = shown and bar.convert.isChecked()
        self.conversion.setVisible(converting)
        self._side.setVisible(shown and bar.side.isChecked() and not (converting and self.width() < _ROOMY))

    def _set_framing(self, framing: bool) -> None:
        self.pages.pointer.framing = framing

    def _on_moved(self) -> None:
        page = self.pages.page()
        self.bar.show_page(page)
        self.thumbnails.show_page(page)
