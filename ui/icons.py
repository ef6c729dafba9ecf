"""Icons: strokes of one colour, drawn anew for each size, so that they are crisp on every screen."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

_FAINT = 0.4
"""How much of the colour is left where an icon is disabled."""


def icon(name: str, colour: QColor | None = None) -> QIcon:
    """The icon of that name; without a colour it takes that of the palette's text, also when that changes.

    Raises FileNotFoundError for a name that has no picture.
    """
    return QIcon(_StrokeEngine(_folder().joinpath(f"{name}.svg").read_bytes(), colour))


def app_icon() -> QIcon:
    """The icon of the program, in its own colours."""
    return QIcon(_StrokeEngine(_folder().joinpath("scipix.svg").read_bytes(), None))


def names() -> tuple[str, ...]:
    """All icons but the program's own."""
    return tuple(sorted(path.stem for path in _folder().glob("*.svg") if path.stem != "scipix"))


def _folder() -> Path:
    return Path(str(files("scipix.resources"))) / "icons"


class _StrokeEngine(QIconEngine):
    """Draws an SVG with ``currentColor`` replaced; faint where disabled."""

    def __init__(self, svg: bytes, colour: QColor | None) -> None:
        super().__init__()
        self._svg = svg
        self._colour = QColor(colour) if colour is not None else None

    def clone(self) -> QIconEngine:
        return _StrokeEngine(self._svg, self._colour)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = self._ink(mode)
        if colour.alpha() == 255:
            self._draw(painter, rect, colour)
            return
        # Drawn as a whole first: strokes that cross would be darker there.
        ratio = painter.device().devicePixelRatioF()
        layer = QPixmap(rect.size() * ratio)
        layer.setDevicePixelRatio(ratio)
        layer.fill(Qt.GlobalColor.transparent)
        brush = QPainter(layer)
        self._draw(brush, QRect(QPoint(0, 0), rect.size()), colour)
        brush.end()
        painter.save()
        painter.setOpacity(painter.opacity() * colour.alphaF())
        painter.drawPixmap(rect.topLeft(), layer)
        painter.restore()

    def _draw(self, painter: QPainter, rect: QRect, colour: QColor) -> None:
        """Draw in the colour without its transparency."""
        svg = self._svg.replace(b"currentColor", colour.name().encode("ascii"))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(QByteArray(svg)).render(painter, _square(rect))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802  # Qt's name
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """``size`` is in device pixels."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def _ink(self, mode: QIcon.Mode) -> QColor:
        colour = self._colour or QGuiApplication.palette().color(QPalette.ColorRole.WindowText)
        ink = QColor(colour)
        if mode == QIcon.Mode.Disabled:
            ink.setAlphaF(ink.alphaF() * _FAINT)
        return ink


def _square(rect: QRect) -> QRectF:
    """The largest square in the middle: icons are never stretched."""
    side = min(rect.width(), rect.height())
    return QRectF(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side)
