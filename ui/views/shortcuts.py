"""All keys on one page."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from scipix.ui.theme import SPACE


class ShortcutsDialog(QDialog):
    """The keys of actions, and those of single parts of the window."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * SPACE)
        grid.setVerticalSpacing(SPACE // 2)
        rows = [
            (action.shortcut(), action.statusTip() or action.text())
            for action in actions
            if not action.shortcut().isEmpty()
        ]
        for row, (keys, text) in enumerate(rows + self._of_parts()):
            label = QLabel(keys.toString(QKeySequence.SequenceFormat.NativeText))
            label.setProperty("role", "code")
            grid.addWidget(label, row, 0)
            grid.addWidget(QLabel(text), row, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addLayout(grid)
        layout.addWidget(buttons)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def _of_parts(self) -> list[tuple[QKeySequence, str]]:
        return [
            (QKeySequence("F8"), self.tr("Next doubtful symbol")),
            (QKeySequence("Shift+F8"), self.tr("Previous doubtful symbol")),
            (QKeySequence("Alt+1"), self.tr("Take the first alternative, and so on to Alt+5")),
            (QKeySequence("F4"), self.tr("Go to the first problem in the LaTeX")),
            (QKeySequence("Ctrl+F"), self.tr("Find in the LaTeX")),
            (QKeySequence("Ctrl+R"), self.tr("Replace in the LaTeX")),
            (QKeySequence("Ctrl+Z"), self.tr("Undo an edit, or bring back a removed entry")),
            (QKeySequence("Delete"), self.tr("Remove the entry from the history")),
        ]
