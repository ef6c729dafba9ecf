"""The pictures of this run, newest first."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QImage

from scipix.ui.images import to_qimage
from scipix.ui.models.entry import Entry

ENTRY = Qt.ItemDataRole.UserRole
THUMBNAIL = Qt.ItemDataRole.UserRole + 1
LIMIT = 300
"""More entries than this are not kept; the oldest goes."""
THUMBNAIL_SIZE = QSize(480, 160)
"""Device pixels: twice what the panel shows, for screens of scale 2."""

Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractListModel):
    """A list of entries. GUI thread only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._thumbnails: dict[int, QImage] = {}

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return entry.latex
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.latex}, {entry.recognition.confidence:.0%}"
        if role == THUMBNAIL:
            return self._thumbnails[entry.number]
        return entry if role == ENTRY else None

    def entries(self) -> tuple[Entry, ...]:
        """All entries, newest first."""
        return tuple(self._entries)

    def row_of(self, number: int) -> int | None:
        """The row of an entry, or None where it is gone."""
        return next((row for row, entry in enumerate(self._entries) if entry.number == number), None)

    def insert(self, row: int, entry: Entry) -> None:
        """Put an entry at a row (0 is the newest); the oldest leaves where there are too many."""
        row = min(row, len(self._entries))
        self.beginInsertRows(QModelIndex(), row, row)
        self._entries.insert(row, entry)
        self._thumbnails[entry.number] = _thumbnail(entry)
        self.endInsertRows()
        if len(self._entries) > LIMIT:
            self.remove(len(self._entries) - 1)

    def remove(self, row: int) -> Entry:
        """Take the entry out and return it."""
        self.beginRemoveRows(QModelIndex(), row, row)
        entry = self._entries.pop(row)
        del self._thumbnails[entry.number]
        self.endRemoveRows()
        return entry

    def replace(self, entry: Entry) -> None:
        """Put a new state of an entry in its place; nothing happens where it is gone."""
        row = self.row_of(entry.number)
        if row is not None:
            self._entries[row] = entry
            self.dataChanged.emit(self.index(row), self.index(row))


def _thumbnail(entry: Entry) -> QImage:
    image = to_qimage(entry.image)
    if image.width() <= THUMBNAIL_SIZE.width() and image.height() <= THUMBNAIL_SIZE.height():
        return image
    return image.scaled(
        THUMBNAIL_SIZE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
