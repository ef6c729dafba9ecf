"""Where the pages of a document are when they stand below each other: geometry without Qt.

Sizes of pages are in points, everything else in pixels of the widget; y counts from the top of the margin
above the first page. ``zoom`` is pixels per point.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

GAP = 16
"""Pixels around each page, whatever the zoom."""
POINTS_AN_INCH = 72.0
SCREEN_DPI = 96.0
LEAST_ZOOM, MOST_ZOOM = 0.05, 16.0
STEPS = (
    0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0,
)  # fmt: skip
"""Zooms to step through, as fractions of the real size."""
USUAL = (595.0, 842.0)
"""The size of pages that have none of their own, A4 in points."""


@dataclass(frozen=True, slots=True)
class Place:
    """What stands at the top of the view: a page from 0, and how far down in it, 0..1."""

    page: int
    fraction: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class PageStack:
    """Sizes of all pages, (n, 2) in points, at a zoom."""

    sizes: npt.NDArray[np.float64]
    zoom: float
    _tops: npt.NDArray[np.int64]

    @classmethod
    def of(cls, sizes: npt.NDArray[np.float64], zoom: float) -> PageStack:
        """The stack at a zoom."""
        heights = np.maximum(1, np.round(sizes[:, 1] * zoom)).astype(np.int64) + GAP
        return cls(sizes, zoom, np.concatenate([[GAP], GAP + np.cumsum(heights)]).astype(np.int64))

    def __len__(self) -> int:
        return len(self.sizes)

    @property
    def height(self) -> int:
        """Of all pages with their gaps."""
        return int(self._tops[-1])

    @property
    def width(self) -> int:
        """Of the widest page with its gaps."""
        return round(float(self.sizes[:, 0].max()) * self.zoom) + 2 * GAP

    def top(self, page: int) -> int:
        """Where a page begins."""
        return int(self._tops[page])

    def size(self, page: int) -> tuple[int, int]:
        """Width and height of a page."""
        width, height = self.sizes[page]
        return max(1, round(width * self.zoom)), max(1, round(height * self.zoom))

    def page_at(self, y: float) -> int:
        """The page at a height, or the one below the gap there; the nearest beyond the ends."""
        found = int(np.searchsorted(self._tops[1:], y, side="right"))
        return min(max(found, 0), len(self) - 1)

    def visible(self, top: float, bottom: float) -> range:
        """The pages of which something is between two heights."""
        return range(self.page_at(top), self.page_at(bottom) + 1)

    def place(self, y: float) -> Place:
        """What is at a height."""
        page = self.page_at(y)
        return Place(page, min(1.0, max(-0.02, (y - self.top(page)) / self.size(page)[1])))

    def height_of(self, place: Place) -> int:
        """Where a place is."""
        page = min(max(place.page, 0), len(self) - 1)
        return self.top(page) + round(place.fraction * self.size(page)[1])


def sized(first: Sequence[tuple[float, float] | None], count: int) -> npt.NDArray[np.float64]:
    """Sizes of all pages while only some are known: the others are as the first known one."""
    known = next((size for size in first if size is not None), USUAL)
    sizes = np.tile(np.array(known, np.float64), (count, 1))
    for number, size in enumerate(first):
        if size is not None:
            sizes[number] = size
    return np.maximum(sizes, 1.0)


def zoom_of(share: float) -> float:
    """Pixels per point for a fraction of the real size."""
    return share * SCREEN_DPI / POINTS_AN_INCH


def share_of(zoom: float) -> float:
    """The fraction of the real size for pixels per point."""
    return zoom * POINTS_AN_INCH / SCREEN_DPI


def stepped(zoom: float, step: int) -> float:
    """The next larger (1) or smaller (-1) zoom."""
    share = share_of(zoom)
    if step > 0:
        found = next((one for one in STEPS if one > share * 1.01), share)
    else:
        found = next((one for one in reversed(STEPS) if one < share * 0.99), share)
    return zoom_of(found)
