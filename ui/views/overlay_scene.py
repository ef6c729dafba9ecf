"""What the overlay over one screen shows, and where: the measures that painting and repainting share.

Two units occur. ``ratio`` is window pixels per logical unit: text and distances are logical. ``zoom`` is
window pixels per pixel of the shot, 1 wherever the shot has the screen's own pixels: lines and the magnifier
keep to those.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QImage

from scipix.ui.models.selection import Region, Selection, beside
from scipix.ui.theme import SPACE

# The magnifier's side in logical units, nearly; it enlarges pixels eight times.
_SIDE, _TIMES = 136, 8
_GAP = 3 * SPACE

Hints = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """One state of one overlay. ``hints`` are pairs of key and meaning; ``warning`` stands above them."""

    shot: QImage
    dimmed: QImage
    selection: Selection
    size: QSize
    ratio: float
    scale: float
    label: str
    hints: Hints
    warning: str
    active: bool

    @property
    def zoom(self) -> float:
        return self.ratio / self.scale

    @property
    def whole(self) -> QRect:
        """The window in window pixels."""
        return QRect(0, 0, *(math.ceil(n * self.ratio) for n in self.size.toTuple()))

    @property
    def marked(self) -> QRectF:
        """The selection in window pixels; empty for none."""
        region = self.selection.region
        return QRectF() if region is None else self.target(region)

    def target(self, region: Region) -> QRectF:
        """Return where a part of the shot goes, in window pixels."""
        zoom = self.zoom
        return QRectF(region.left * zoom, region.top * zoom, region.width * zoom, region.height * zoom)

    def cross(self) -> tuple[QRectF, QRectF]:
        """Return the crosshair's two lines, in window pixels: they cover the pixel that is looked at."""
        x, y = (n * self.zoom for n in self.selection.focus)
        width, whole = max(1.0, self.zoom), self.whole
        return QRectF(x, 0, width, whole.height()), QRectF(0, y, whole.width(), width)

    def line(self) -> int:
        """Return how wide a line is that looks one logical unit wide, in window pixels."""
        return max(1, round(self.ratio))

    def lens(self) -> tuple[int, int]:
        """Return the window pixels that a pixel gets in the magnifier, and how many it shows each way."""
        cell = max(1, round(_TIMES * self.zoom))
        return cell, round(_SIDE * self.ratio / cell) // 2 * 2 + 1

    def panel(self, font: QFont) -> QRectF:
        """Return where the magnifier and its label go, in logical units: away from what is selected."""
        cell, count = self.lens()
        side = count * cell / self.ratio + 2
        size = QSizeF(side, side + QFontMetricsF(bold(font)).height() + SPACE)
        focus, anchor = self.selection.focus, self.selection.anchor
        # Before the drag what follows lies to the lower right: keep that in sight.
        towards = (-1, -1)
        if anchor is not None:
            towards = (1 if focus[0] >= anchor[0] else -1, 1 if focus[1] >= anchor[1] else -1)
        at = ((focus[0] + 0.5) / self.scale, (focus[1] + 0.5) / self.scale)
        length = (math.ceil(size.width()), math.ceil(size.height()))
        return QRectF(QPoint(*beside(at, length, self.size.toTuple(), _GAP, towards)), size)


def bold(font: QFont) -> QFont:
    """Return the font, heavier."""
    heavy = QFont(font)
    heavy.setWeight(QFont.Weight.DemiBold)
    return heavy
