"""The table of contents of a document."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from scipix.app.documents.outline import OutlineEntry
from scipix.ui.theme import SPACE, TARGET

_PAGE = Qt.ItemDataRole.UserRole
_SHORT = 40
"""Entries up to which all levels are unfolded at first."""


class Outline(QTreeWidget):
    """A tree of headings; click or Enter goes there."""

    page_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setIndentation(2 * SPACE)
        self.setAccessibleName(self.tr("Table of contents"))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemClicked.connect(self._go)
        self.itemActivated.connect(self._go)

    def show_entries(self, entries: Sequence[OutlineEntry]) -> None:
        """Show these in place of what was there."""
        self.clear()
        above: list[tuple[int, QTreeWidgetItem]] = []
        for entry in entries:
            # Files may leave out levels: a heading belongs to the last one that is higher.
            while above and above[-1][0] >= entry.level:
                above.pop()
            item = QTreeWidgetItem([entry.title.strip()])
            item.setToolTip(0, entry.title.strip())
            item.setData(0, _PAGE, entry.page)
            item.setSizeHint(0, QSize(0, TARGET - SPACE // 2))
            if above:
                above[-1][1].addChild(item)
            else:
                self.addTopLevelItem(item)
            above.append((entry.level, item))
        tops = (self.topLevelItem(number) for number in range(self.topLevelItemCount()))
        self.setRootIsDecorated(any(item.childCount() for item in tops))
        if len(entries) <= _SHORT:
            self.expandAll()

    def _go(self, item: QTreeWidgetItem) -> None:
        page = item.data(0, _PAGE)
        if page is not None and page >= 0:
            self.page_chosen.emit(page)
