"""The formula as it typesets, in the colour of the theme's text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from scipix.ui.theme import SPACE, Colours
from scipix.ui.views.token_view import TokenView

if TYPE_CHECKING:
    from scipix.ui.preview.messages import Preview, PreviewFailure

Paint = Callable[[bytes, float, QColor, float], QImage]
"""SVG, pixels per em, colour and device pixel ratio to a picture."""
_STALE = 0.35
_LARGEST = 8192
"""Device pixels of the longer edge up to which the formula is drawn anew for each zoom."""


class PreviewView(TokenView):
    """Units are em. While the source is wrong the last good rendering stays, faded, under a note."""

    def __init__(self, colours: Colours, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(colours, 4.0, 400.0, parent)
        self._paint = paint
        self._preview: Preview | None = None
        self._stale = False
        self._picture = QImage()
        self._drawn: tuple[float, str, float] | None = None
        self.note = QLabel(self.viewport())
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setProperty("role", "warning")
        self.note.hide()
        self.setAccessibleName(self.tr("Rendered formula"))
        self.setToolTip(
            self.tr(
                "The LaTeX as it typesets, at the scale of the picture. Zoom: Ctrl+wheel, + and -; 0 fits"
            )
        )

    def show_preview(self, preview: Preview) -> None:
        """Show a good rendering; its boxes come by ``set_marks``."""
        self._preview = preview
        self._stale = False
        self._drawn = None
        self.note.hide()
        self.setAccessibleDescription(preview.latex)
        self.content_changed()

    def show_failure(self, failure: PreviewFailure) -> None:
        """Fade the last good rendering and say so; what is wrong is told beside the source."""
        self._stale = True
        last = self.tr("This is the last rendering that worked.")
        self.note.setText(last if self._preview else f"{failure.title}: {failure.message}")
        self.note.show()
        self._place_note()
        self.viewport().update()

    def clear(self) -> None:
        """Show nothing."""
        self._preview = None
        self._stale = False
        self.note.hide()
        self.setAccessibleDescription("")
        self.set_marks(())
        self.content_changed()

    def is_stale(self) -> bool:
        """Whether what is shown is older than the source."""
        return self._stale

    def preview(self) -> Preview | None:
        return self._preview

    def background(self) -> QColor:
        return self._colours.surface

    def content_size(self) -> QSizeF:
        return QSizeF(self._preview.width, self._preview.height) if self._preview else QSizeF()

    def paint_content(self, painter: QPainter, target: QRectF) -> None:
        self._draw(self.devicePixelRatioF())
        if self._stale:
            painter.setOpacity(_STALE)
        else:
            self.paint_marks(painter)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, self._picture)
        painter.setOpacity(1.0)
        painter.setPen(self._colours.muted)
        corner = self.viewport().rect().adjusted(SPACE // 2, SPACE // 2, 0, 0)
        painter.drawText(corner, Qt.AlignmentFlag.AlignLeft, self.tr("Rendered"))

    def paint_empty(self, painter: QPainter) -> None:
        painter.setPen(self._colours.muted)
        words = self.tr("The rendering appears here.")
        painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, words)

    def _draw(self, ratio: float) -> None:
        """Draw anew what another zoom, theme or screen needs."""
        assert self._preview is not None
        longest = max(self._preview.width, self._preview.height) * ratio
        em = min(self.zoom(), _LARGEST / max(longest, 1e-9))
        wanted = (em, self._colours.text.name(), ratio)
        if wanted != self._drawn:
            self._drawn = wanted
            self._picture = self._paint(self._preview.svg, em, self._colours.text, ratio)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_note()

    def _place_note(self) -> None:
        width = self.viewport().width() - 2 * SPACE
        height = self.note.heightForWidth(width)
        self.note.setGeometry(SPACE, self.viewport().height() - height - SPACE // 2, width, height)
