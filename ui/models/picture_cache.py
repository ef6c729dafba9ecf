"""Pictures of parts of pages, as many as fit a number of bytes; what was not looked at longest goes first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator

from PySide6.QtGui import QImage

from scipix.app.documents.page_requests import Tile


class PictureCache:
    """GUI thread only. One picture always stays, however large."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._pictures: OrderedDict[Tile, QImage] = OrderedDict()
        self._by_page: dict[int, set[Tile]] = {}
        self.used = 0

    def get(self, tile: Tile) -> QImage | None:
        """A picture, which counts as looked at."""
        found = self._pictures.get(tile)
        if found is not None:
            self._pictures.move_to_end(tile)
        return found

    def put(self, tile: Tile, picture: QImage) -> None:
        """Keep a picture."""
        self.drop(tile)
        self._pictures[tile] = picture
        self._by_page.setdefault(tile.page, set()).add(tile)
        self.used += picture.sizeInBytes()
        while self.used > self._limit and len(self._pictures) > 1:
            self.drop(next(iter(self._pictures)))

    def drop(self, tile: Tile) -> None:
        """Let a picture go, if it is there."""
        picture = self._pictures.pop(tile, None)
        if picture is not None:
            self.used -= picture.sizeInBytes()
            self._by_page[tile.page].discard(tile)

    def of_page(self, page: int) -> Iterator[tuple[Tile, QImage]]:
        """All pictures of a page, the least sharp first."""
        for tile in sorted(self._by_page.get(page, ()), key=lambda tile: tile.zoom):
            yield tile, self._pictures[tile]

    def clear(self) -> None:
        """Keep nothing."""
        self._pictures.clear()
        self._by_page.clear()
        self.used = 0
