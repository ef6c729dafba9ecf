"""Which parts of a page are drawn as pictures: the whole page while it is small, else squares."""

from __future__ import annotations

import math

from scipix.app.documents.page_requests import Tile

WHOLE = 4_000_000
"""Pixels: a page of no more is one picture."""
SIDE = 1024


def tiles_of(
    page: int, size: tuple[float, float], zoom: float, seen: tuple[float, float, float, float], night: bool
) -> list[Tile]:
    """The pictures that show what is seen of a page.

    Args:
        size: of the page, in points. zoom: pixels of the screen per point.
        seen: left, top, right, bottom of what is to be seen, in pixels of the screen from the page's corner.
    """
    width, height = math.ceil(size[0] * zoom), math.ceil(size[1] * zoom)
    if width * height <= WHOLE:
        return [Tile(page, zoom, 0, 0, width, height, night)]
    columns = _steps(seen[0], seen[2], width)
    return [
        Tile(page, zoom, left, top, min(SIDE, width - left), min(SIDE, height - top), night)
        for top in _steps(seen[1], seen[3], height)
        for left in columns
    ]


def thumbnail(page: int, size: tuple[float, float], room: tuple[float, float], night: bool) -> Tile:
    """A small picture of a page, which fits into that many pixels across and down."""
    zoom = min(room[0] / size[0], room[1] / size[1])
    return Tile(page, zoom, 0, 0, math.ceil(size[0] * zoom), math.ceil(size[1] * zoom), night)


def _steps(start: float, end: float, length: int) -> range:
    first = max(0, int(start) // SIDE) * SIDE
    return range(first, max(first, min(length, math.ceil(end))), SIDE)
