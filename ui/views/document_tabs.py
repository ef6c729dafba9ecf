"""The documents that are open, a tab each; without a second one there is nothing to choose and no bar."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from scipix.ui.icons import follow_palette, icon


class DocumentTabs(QTabBar):
    """Tells what is wanted; it opens and closes nothing itself. ``owner`` is where the keys work."""

    chosen = Signal(int)
    closed = Signal(int)
    """The user wants this one closed."""
    moved_to = Signal(int, int)
    """From one place to another."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.setAccessibleName(self.tr("Open documents"))
        self.setAutoHide(True)
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.currentChanged.connect(self.chosen)
        self.tabMoved.connect(self.moved_to)
        for keys, wanted in (("Ctrl+W", self._close_current), ("Ctrl+Tab", lambda: self._step(1)),
                             ("Ctrl+Shift+Tab", lambda: self._step(-1))):  # fmt: skip
            QShortcut(QKeySequence(keys), owner, wanted, context=_HERE)

    def show_documents(self, paths: Sequence[Path], current: int) -> None:
        """Tabs for these files; ``current`` (-1 for none) is the one that is shown."""
        with QSignalBlocker(self):
            while self.count() > len(paths):
                self.removeTab(self.count() - 1)
            for place, path in enumerate(paths):
                if place == self.count():
                    self.addTab("")
                    self.setTabButton(place, QTabBar.ButtonPosition.RightSide, self._make_cross())
                self.setTabText(place, path.name.replace("&", "&&"))
                self.setTabToolTip(place, str(path))
                cross = self.tabButton(place, QTabBar.ButtonPosition.RightSide)
                cross.setAccessibleName(self.tr("Close {name}").format(name=path.name))
            self.setCurrentIndex(current)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and place >= 0:
            self.closed.emit(place)
        else:
            super().mouseReleaseEvent(event)

    def _make_cross(self) -> QToolButton:
        cross = QToolButton(self, autoRaise=True)
        follow_palette(cross, lambda: cross.setIcon(icon("close")))
        cross.setToolTip(self.tr("Close this document ({keys})").format(keys=_native("Ctrl+W")))
        cross.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        cross.clicked.connect(lambda: self._close(cross))
        return cross

    def _close(self, cross: QToolButton) -> None:
        side = QTabBar.ButtonPosition.RightSide
        places = [place for place in range(self.count()) if self.tabButton(place, side) is cross]
        for place in places:
            self.closed.emit(place)

    def _close_current(self) -> None:
        if self.currentIndex() >= 0:
            self.closed.emit(self.currentIndex())

    def _step(self, step: int) -> None:
        if self.count() > 1:
            self.setCurrentIndex((self.currentIndex() + step) % self.count())


_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
