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
        for column, entries in ((0, rows), (2, self._of_parts() + self._of_documents())):
            for row, (keys, text) in enumerate(entries):
                label = QLabel(keys.toString(QKeySequence.SequenceFormat.NativeText))
                label.setProperty("role", "code")
                grid.addWidget(label, row, column)
                grid.addWidget(QLabel(text), row, column + 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addLayout(grid)
        layout.addWidget(buttons)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def _of_documents(self) -> list[tuple[QKeySequence, str]]:
        return [
            (QKeySequence("Ctrl+G"), self.tr("Go to a page of the document")),
            (QKeySequence("Ctrl+PgDown"), self.tr("Next page, with PgUp the one before")),
            (QKeySequence("Ctrl++"), self.tr("Zoom in, with - out")),
            (QKeySequence("0"), self.tr("Fit the width of the pages, with 9 whole pages")),
            (QKeySequence("N"), self.tr("Point at the next formula, with Shift at the one before")),
            (QKeySequence("R"), self.tr("Draw a frame by keys: arrows move it, with Shift its size")),
            (QKeySequence("Return"), self.tr("Read the formula that is pointed at, or what is framed")),
            (QKeySequence("Ctrl+E"), self.tr("Draw frames around formulas, as with Alt held")),
            (QKeySequence("Ctrl+Shift+G"), self.tr("Read pictures in place of glyphs")),
            (QKeySequence("Ctrl+F"), self.tr("Find in the document")),
            (QKeySequence("F3"), self.tr("Next match, with Shift the one before")),
            (QKeySequence("F9"), self.tr("Show pages and contents")),
            (QKeySequence("Ctrl+Shift+N"), self.tr("Pages light on dark")),
            (QKeySequence("Ctrl+Shift+E"), self.tr("Convert the document")),
            (QKeySequence("F8"), self.tr("Next doubtful formula of the conversion")),
        ]

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
