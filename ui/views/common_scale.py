"""One scale for the captured picture and its rendering, so that the eye can compare them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from PySide6.QtCore import QObject, QPointF

from scipix.app.token_spans import TokenSpan
from scipix.ui.views.picture_view import PictureView
from scipix.ui.views.preview_view import PreviewView
from scipix.ui.views.zoom_view import STEP

Fractions = tuple[float, float, float, float]
_LEAST_EDGE = 0.3
"""In em: the ends of thinner things are too blurred to compare."""
_TYPICAL_HEIGHT = 0.6
"""Of a symbol, in em."""
_COMFORTABLE_GROWTH = 3.0
"""How far 'fit' may go beyond the size that the settings say."""


def guessed_em(tokens: Sequence[TokenSpan]) -> float:
    """Pixels per em of a picture, from the heights of its symbols alone."""
    heights = [token.box.y1 - token.box.y0 for token in tokens if token.box is not None]
    return max(1.0, median(heights) / _TYPICAL_HEIGHT) if heights else 20.0


def measured_em(
    tokens: Sequence[TokenSpan], boxes: Sequence[Fractions | None], width: float, height: float
) -> float | None:
    """Pixels per em of a picture, from the same symbols in its rendering (``width`` x ``height`` em).

    None where too few can be compared.
    """
    ratios = []
    for token, box in zip(tokens, boxes, strict=True):
        if token.box is None or box is None:
            continue
        across, down = (box[2] - box[0]) * width, (box[3] - box[1]) * height
        if down >= _LEAST_EDGE:
            ratios.append((token.box.y1 - token.box.y0) / down)
        elif across >= _LEAST_EDGE:
            ratios.append((token.box.x1 - token.box.x0) / across)
    em = median(ratios) if len(ratios) >= 2 else 0.0
    return em if em > 0 else None


class CommonScale(QObject):
    """Keeps zoom and place of both views together. While the user has not zoomed, all is shown."""

    def __init__(self, picture: PictureView, preview: PreviewView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture, self._preview = picture, preview
        self._em = 20.0
        self._wanted = 22.0
        self._most = 1.0
        self._by_itself = True
        self._busy = False
        for view in (picture, preview):
            view.zoomed.connect(lambda _zoom, view=view: self._follow_zoom(view))
            view.panned.connect(lambda middle, view=view: self._follow_place(view, middle))
            view.resized.connect(self.refresh)
            view.fit_wanted.connect(self.fit)
            view.actual_wanted.connect(self.actual)

    def set_formula_size(self, em: float) -> None:
        """Widget pixels per em that are comfortable to read."""
        self._wanted = em
        self.refresh()

    def set_picture_em(self, em: float) -> None:
        """Pixels per em of the picture; the picture takes the rendering's scale."""
        self._em = em
        self.refresh()
        if not self._by_itself:
            self._set(self._preview.zoom())

    def reset(self, em: float) -> None:
        """Another picture, of which the em is guessed: show all of it at a comfortable size."""
        self._em = em
        self._most = 1.0
        self._by_itself = True
        self.refresh()

    def fit(self) -> None:
        """As large as both views can show whole."""
        self._most = _COMFORTABLE_GROWTH
        self._by_itself = True
        self.refresh()

    def actual(self) -> None:
        """A pixel of the picture is a pixel of the screen."""
        self._by_itself = False
        self._set(self._em / self._picture.devicePixelRatioF())

    def zoom_in(self) -> None:
        self._picture.zoom_by(STEP)

    def zoom_out(self) -> None:
        self._picture.zoom_by(1 / STEP)

    def refresh(self) -> None:
        """Show all anew after views or contents have another size, unless the user has chosen a zoom."""
        if self._by_itself:
            most = self._wanted * self._most
            self._set(min(most, self._picture.fit_zoom() * self._em, self._preview.fit_zoom()))

    def _set(self, em: float) -> None:
        """Both views at that many widget pixels per em."""
        self._busy = True
        self._preview.set_zoom(em)
        self._picture.set_zoom(em / self._em)
        self._busy = False

    def _follow_zoom(self, leader: object) -> None:
        self._by_itself = False
        self._busy = True
        if leader is self._picture:
            self._preview.set_zoom(self._picture.zoom() * self._em)
            self._preview.set_middle(self._picture.middle())
        else:
            self._picture.set_zoom(self._preview.zoom() / self._em)
            self._picture.set_middle(self._preview.middle())
        self._busy = False

    def _follow_place(self, leader: object, middle: QPointF) -> None:
        if not self._busy:
            self._busy = True
            (self._preview if leader is self._picture else self._picture).set_middle(middle)
            self._busy = False
