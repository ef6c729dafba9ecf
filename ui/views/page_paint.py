"""How pages look: paper, pictures as sharp as there are, and the marks on them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from scipix.app.documents.page_requests import Tile
from scipix.ui.theme import Colours

NIGHT_PAPER = QColor(30, 30, 30)
_CORNER = 3.0


def paint_paper(painter: QPainter, rect: QRectF, colours: Colours, night: bool) -> None:
    """An empty page with its edge."""
    painter.fillRect(rect, NIGHT_PAPER if night else QColor("white"))
    painter.setPen(QPen(colours.border, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))


def paint_pictures(
    painter: QPainter, rect: QRectF, pictures: Iterable[tuple[Tile, QImage]], zoom: float, ratio: float
) -> None:
    """The pictures of a page, those that come later over the earlier ones.

    Args:
        rect: the page. zoom: widget pixels per point. ratio: screen pixels per widget pixel.
    """
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    for tile, picture in pictures:
        scale = zoom / tile.zoom
        corner = rect.topLeft() + QPointF(tile.left, tile.top) * scale
        exact = abs(scale * ratio - 1) < 1e-6
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not exact)
        size = QSizeF(picture.size()) * (1 / ratio if exact else scale)
        painter.drawImage(QRectF(corner, size), picture)
    painter.restore()


def paint_tint(painter: QPainter, rects: Iterable[QRectF], colour: QColor, night: bool) -> None:
    """Tint the paper under what is found or selected; ink stays as it is."""
    mode = QPainter.CompositionMode
    painter.setCompositionMode(mode.CompositionMode_Screen if night else mode.CompositionMode_Multiply)
    for rect in rects:
        painter.fillRect(rect, colour)
    painter.setCompositionMode(mode.CompositionMode_SourceOver)


def paint_outline(painter: QPainter, rect: QRectF, colour: QColor, fill: bool = True) -> None:
    """The outline of a formula or of what the mouse has drawn."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 2.0))
    tint = QColor(colour)
    tint.setAlpha(28)
    painter.setBrush(tint if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, _CORNER, _CORNER)
    painter.restore()


def paint_badge(painter: QPainter, rect: QRectF, text: str, colours: Colours) -> None:
    """A few quiet words at the upper right corner of what is seen of a page."""
    painter.save()
    size = painter.fontMetrics().size(0, text)
    badge = QRectF(rect.right() - size.width() - 28, rect.top() + 8, size.width() + 20, size.height() + 8)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.border, 1.0))
    painter.setBrush(colours.window)
    painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
    painter.setPen(colours.muted)
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def paint_note(painter: QPainter, rect: QRectF, text: str, colour: QColor) -> None:
    """Words in the middle of a page."""
    painter.setPen(colour)
    painter.drawText(
        rect.adjusted(16, 16, -16, -16), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text
    )
