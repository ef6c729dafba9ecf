"""The pages of a document as rows with a small picture each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

from scipix.app.documents.page_requests import Tile
from scipix.ui.models.picture_cache import PictureCache

PICTURE = Qt.ItemDataRole.UserRole
_BYTES = 48_000_000

Index = QModelIndex | QPersistentModelIndex


class ThumbnailModel(QAbstractListModel):
    """GUI thread only. Pictures that were not looked at longest are forgotten."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._tiles: dict[int, Tile] = {}
        self._pictures = PictureCache(_BYTES)

    def reset(self, count: int) -> None:
        """Another document, or other colours: all pictures go."""
        self.beginResetModel()
        self._count = count
        self._tiles.clear()
        self._pictures.clear()
        self.endResetModel()

    def put(self, tile: Tile, picture: QImage) -> None:
        """The picture of a page."""
        if tile.page < self._count:
            self._tiles[tile.page] = tile
            self._pictures.put(tile, picture)
            self.dataChanged.emit(self.index(tile.page), self.index(tile.page))

    def has(self, page: int) -> bool:
        """Whether there is a picture of a page."""
        return self.picture(page) is not None

    def picture(self, page: int) -> QImage | None:
        """The picture of a page, if it is there."""
        tile = self._tiles.get(page)
        return None if tile is None else self._pictures.get(tile)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Page {number}").format(number=index.row() + 1)
        return self.picture(index.row()) if role == PICTURE else None
