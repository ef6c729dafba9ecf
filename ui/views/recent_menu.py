"""The menu behind the button that opens files: the documents that were open last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


class RecentMenu(QMenu):
    """``recent`` is asked each time the menu opens."""

    chosen = Signal(object)
    """Path."""
    forget_wanted = Signal()

    def __init__(self, open_file: QAction, recent: Callable[[], Sequence[Path]], parent: QWidget) -> None:
        super().__init__(parent)
        self._open_file, self._recent = open_file, recent
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Show what is recent now; a file that has gone stands there, but cannot be chosen."""
        self.clear()
        self.addAction(self._open_file)
        self.addSection(self.tr("Recent documents"))
        paths = self._recent()
        for path in paths:
            self._add(path)
        if paths:
            self.addSeparator()
            self.addAction(self.tr("Forget these"), self.forget_wanted.emit)
        else:
            self.addAction(self.tr("None yet")).setEnabled(False)

    def _add(self, path: Path) -> None:
        action = self.addAction(path.name.replace("&", "&&"), lambda: self.chosen.emit(path))
        action.setToolTip(str(path))
        action.setEnabled(path.is_file())
