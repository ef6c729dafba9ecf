"""The icon in the system's tray with its menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from scipix.ui.icons import app_icon
from scipix.ui.models.card import Card
from scipix.ui.models.history import THUMBNAIL, HistoryModel
from scipix.ui.views.actions import Actions

_RECENT = 8
_LENGTH = 40


class Tray(QObject):
    """Snip, paste, recent results, show, quit. Does nothing where the system has no tray."""

    chosen = Signal(object)
    """Card: one of the recent results."""
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
        cards: Sequence[Card] = self._history.cards()[:_RECENT]
        self._recent.setEnabled(bool(cards))
        for row, card in enumerate(cards):
            short = card.latex if len(card.latex) <= _LENGTH else card.latex[: _LENGTH - 1] + "…"
            self._recent.addAction(self._picture(row), short.replace("&", "&&"), self._chooser(card))

    def _picture(self, row: int) -> QIcon:
        """The thumbnail; nothing where it is not there yet."""
        image = self._history.index(row, 0).data(THUMBNAIL)
        return QIcon() if image is None else QIcon(QPixmap.fromImage(image).scaled(QSize(64, 24)))

    def _chooser(self, card: Card) -> Callable[[], None]:
        return lambda: self.chosen.emit(card)
