"""The picture that was captured, on a neutral mat."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

from scipix.ui.theme import Colours
from scipix.ui.theme import colours as colours_of
from scipix.ui.views.token_view import TokenView

_CRISP = 4.0
"""The zoom from which on the picture's pixels are shown as they are."""
_SAMPLE = 48


class PictureView(TokenView):
    """Units are the picture's pixels."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(colours, 0.02, 32.0, parent)
        self._image = QImage()
        self._shown = QImage()
        self._scaled = QImage()
        self._halves = [self._shown]
        self._on_paper = colours
        self._inverted = False
        self.setAccessibleName(self.tr("Captured picture"))
        self.setToolTip(
            self.tr(
                "The captured picture. Zoom: Ctrl+wheel, + and -; 0 fits, 1 shows every pixel; drag to move"
            )
        )

    def set_image(self, image: QImage) -> None:
        """Show a picture; a null one shows nothing."""
        self._image = image
        self._prepare()

    def set_inverted(self, inverted: bool) -> None:
        """Show it as a negative: dark mode for black on white."""
        if inverted != self._inverted:
            self._inverted = inverted
            self._prepare()

    def inverted(self) -> bool:
        return self._inverted

    def shown(self) -> QImage:
        """The picture as it is painted at zoom 1."""
        return self._shown

    def percent(self) -> int:
        """The zoom in percent of the screen's own pixels."""
        return round(100 * self.zoom() * self.devicePixelRatioF())

    def content_size(self) -> QSizeF:
        return QSizeF(self._shown.size())

    def paint_content(self, painter: QPainter, target: QRectF) -> None:
        ratio = self.devicePixelRatioF()
        scale = self.zoom() * ratio
        image = self._shown
        if scale < 1.0:
            image = self._reduced(
                QSize(max(1, round(target.width() * ratio)), max(1, round(target.height() * ratio)))
            )
        blend = self.zoom() < _CRISP and scale != 1.0
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, blend)
        painter.drawImage(target, image)
        painter.setPen(QPen(self._colours.border, 1.0))
        painter.drawRect(target.adjusted(-0.5, -0.5, 0.5, 0.5))
        self.paint_marks(painter)

    def mark_colours(self) -> Colours:
        """Those of the theme that the paper belongs to: dark amber on white, light amber on black."""
        return self._on_paper

    def _reduced(self, size: QSize) -> QImage:
        """A smaller copy with all pixels averaged: the painter would skip some."""
        if self._scaled.size() != size:
            source = next(half for half in reversed(self._halves) if half.width() >= size.width())
            # Each half is made once: a huge picture must not be averaged anew while the window is resized.
            while source.width() >= 2 * size.width() and source.height() >= 2 * size.height():
                source = _smooth(source, source.size() / 2)
                self._halves.append(source)
            self._scaled = _smooth(source, size)
        return self._scaled

    def _prepare(self) -> None:
        self._shown = opaque(self._image)
        if self._inverted and not self._shown.isNull():
            self._shown = self._shown.copy()
            self._shown.invertPixels()
        self._scaled = QImage()
        self._halves = [self._shown]
        self._on_paper = colours_of(_is_dark(self._shown))
        self.content_changed()


def opaque(image: QImage) -> QImage:
    """The picture on paper that its ink is to be seen on: white, or dark for light ink on nothing."""
    if image.isNull() or not image.hasAlphaChannel():
        return image.convertToFormat(QImage.Format.Format_RGB32) if not image.isNull() else image
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(QColor("#202020") if _has_light_ink(image) else QColor("white"))
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper


def _is_dark(image: QImage) -> bool:
    """Whether most of an opaque picture is dark: formulas are little ink on much paper."""
    if image.isNull():
        return False
    return _smooth(image, QSize(1, 1)).pixelColor(0, 0).lightnessF() < 0.5


def _has_light_ink(image: QImage) -> bool:
    """Whether what is visible of a picture with transparent parts is mostly light."""
    small = _smooth(image, QSize(_SAMPLE, _SAMPLE))
    colours = [small.pixelColor(x, y) for x in range(_SAMPLE) for y in range(_SAMPLE)]
    ink = sum(colour.alphaF() for colour in colours)
    if not ink or ink > 0.9 * len(colours):
        return False
    return sum(colour.alphaF() * colour.lightnessF() for colour in colours) / ink > 0.6


def _smooth(image: QImage, size: QSize) -> QImage:
    return image.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
