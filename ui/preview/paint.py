"""A preview's SVG -> a picture, a PNG, or a file that stands alone."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from scipix.ui.preview.shapes import INK
from scipix.ui.preview.svg import UNITS

_LARGEST = 16384
"""Pixels a side; more is neither shown nor pasted anywhere."""

_POINTS = 12.0
"""An em of an SVG file, in points: the usual size of a text that it is pasted into."""


def paint(svg: bytes, em_px: float, colour: QColor, device_ratio: float) -> QImage:
    """Draw at ``em_px`` logical pixels an em, premultiplied ARGB on transparent, at least one pixel large."""
    renderer = QSvgRenderer(QByteArray(_coloured(svg, colour)))
    frame = renderer.viewBoxF()
    scale = em_px * device_ratio / UNITS
    scale = min(scale, _LARGEST / max(frame.width(), frame.height(), 1.0))
    size = QSize(max(1, round(frame.width() * scale)), max(1, round(frame.height() * scale)))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0.0, 0.0, size.width(), size.height()))
    painter.end()
    image.setDevicePixelRatio(device_ratio)
    return image


def to_png(svg: bytes, em_px: float, colour: QColor, background: QColor | None = None) -> bytes:
    """A PNG at ``em_px`` pixels an em; without ``background`` it is transparent."""
    drawn = paint(svg, em_px, colour, 1.0)
    image = QImage(drawn.size(), QImage.Format.Format_ARGB32)
    image.fill(background if background is not None else Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.drawImage(0, 0, drawn)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())


def to_svg_file(svg: bytes, colour: QColor) -> bytes:
    """An SVG that stands alone: in one colour where the formula names none, sized for a text of 12 points."""
    frame = QSvgRenderer(QByteArray(svg)).viewBoxF()
    width, height = (f"{side / UNITS * _POINTS:.2f}pt".encode() for side in (frame.width(), frame.height()))
    head, _, body = _coloured(svg, colour).partition(b">")
    before, _, after = head.partition(b" viewBox=")
    start = before.split(b" width=")[0]
    sized = start + b' width="' + width + b'" height="' + height + b'" viewBox=' + after
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + sized + b">" + body


def _coloured(svg: bytes, colour: QColor) -> bytes:
    return svg.replace(f'"{INK}"'.encode(), f'"{colour.name()}"'.encode())
