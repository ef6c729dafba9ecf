"""The icon in the system's tray with its menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from scipix.ui.icons import app_icon
from scipix.ui.models.entry import Entry
from scipix.ui.models.history import THUMBNAIL, HistoryModel
from scipix.ui.views.actions import Actions

_RECENT = 8
_LENGTH = 40


class Tray(QObject):
    """Snip, paste, recent results, show, quit. Does nothing where the system has no tray."""

    chosen = Signal(object)
    """Entry: one of the recent results."""
    show_wanted = Signal()

    def __init__(self, actions: Actions, history: HistoryModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._menu = QMenu()
        self._menu.addActions([actions.snip, actions.paste])
        self._recent = self._menu.addMenu(self.tr("Recent results"))
        self._recent.aboutToShow.connect(self._list_recent)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Show the window"), self.show_wanted.emit)
        self._menu.addAction(actions.settings)
        self._menu.addAction(actions.quit)
        self._menu.aboutToShow.connect(self._list_recent)
        self._icon = QSystemTrayIcon(app_icon(), self)
        self._icon.setToolTip("scipix")
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._on_activated)

    def start(self) -> None:
        """Appear, where there is a tray."""
        if self.available():
            self._icon.show()

    def available(self) -> bool:
        """Whether the system has a tray now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def close(self) -> None:
        """Disappear."""
        self._icon.hide()

    @property
    def menu(self) -> QMenu:
        """The menu of the icon."""
        return self._menu

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.show_wanted.emit()

    def _list_recent(self) -> None:
        self._recent.clear()
        entries: Sequence[Entry] = self._history.entries()[:_RECENT]
        self._recent.setEnabled(bool(entries))
        for row, entry in enumerate(entries):
            short = entry.latex if len(entry.latex) <= _LENGTH else entry.latex[: _LENGTH - 1] + "…"
            picture = QPixmap.fromImage(self._history.index(row).data(THUMBNAIL)).scaled(QSize(64, 24))
            self._recent.addAction(QIcon(picture), short.replace("&", "&&"), self._chooser(entry))

    def _chooser(self, entry: Entry) -> Callable[[], None]:
        return lambda: self.chosen.emit(entry)
