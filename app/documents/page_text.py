"""The text of a page, character by character, to select from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scipix.engine.types import Box


@dataclass(frozen=True, slots=True, eq=False)
class PageText:
    """All characters in the order of the file; lines end with a line feed, paragraphs with two.

    Attributes:
        text: n characters.
        boxes: (n, 4) float32, points of the page as it is shown; those of line feeds are empty.
        rows: start and end of each line in ``text``, without its line feed.
    """

    text: str
    boxes: npt.NDArray[np.float32]
    rows: tuple[tuple[int, int], ...]

    def place_at(self, x: float, y: float) -> int | None:
        """The place between characters that is nearest to a point; None on a page without text."""
        if not self.rows:
            return None
        number = self.character_at(x, y)
        row = next(row for row in self.rows if row[0] <= number < row[1])
        x0, _, x1, _ = self.boxes[number]
        return number + 1 if x > (x0 + x1) / 2 and number < row[1] else number

    def character_at(self, x: float, y: float, reach: float = np.inf) -> int:
        """The character nearest to a point, lines before columns; -1 if none is within ``reach`` points."""
        if not self.rows:
            return -1
        sideways, down = _outside(x, self.boxes[:, [0, 2]]), _outside(y, self.boxes[:, [1, 3]])
        apart = sideways + 4 * down
        apart[[end for _, end in self.rows]] = np.inf  # line feeds
        if len(self.text) > self.rows[-1][1]:
            apart[self.text_end() :] = np.inf
        best = int(np.argmin(apart))
        return best if max(sideways[best], down[best]) <= reach else -1

    def text_end(self) -> int:
        """Where the last line ends."""
        return self.rows[-1][1] if self.rows else 0

    def word_at(self, place: int) -> tuple[int, int]:
        """Start and end of the word around a character."""
        start = end = place
        while start > 0 and not self.text[start - 1].isspace():
            start -= 1
        while end < len(self.text) and not self.text[end].isspace():
            end += 1
        return start, end

    def areas(self, start: int, end: int) -> Iterator[Box]:
        """What characters cover, a box a line."""
        for first, last in self.rows:
            boxes = self.boxes[max(first, start) : min(last, end)]
            if len(boxes):
                (x0, y0), (x1, y1) = boxes[:, :2].min(0), boxes[:, 2:].max(0)
                yield Box(float(x0), float(y0), float(x1), float(y1))


def _outside(at: float, ends: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """How far a coordinate is from each interval (n, 2)."""
    apart: npt.NDArray[np.float32] = np.maximum(np.maximum(ends[:, 0] - at, at - ends[:, 1]), 0)
    return apart
