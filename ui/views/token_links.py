"""The same symbol in picture, rendering and source: what is hovered in one is lit in all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal

from scipix.app.confidence_words import Level, level
from scipix.app.token_spans import Span, TokenSpan
from scipix.ui.views.common_scale import Fractions
from scipix.ui.views.editor import LatexEditor
from scipix.ui.views.picture_view import PictureView
from scipix.ui.views.preview_view import PreviewView
from scipix.ui.views.token_marks import TokenMark

if TYPE_CHECKING:
    from scipix.ui.preview.messages import Preview


class TokenLinks(QObject):
    """Tokens are numbered as the answer has them; an edited one keeps its number and loses its places."""

    doubts_changed = Signal(int)
    """How many symbols are still in doubt."""

    def __init__(
        self, picture: PictureView, preview: PreviewView, editor: LatexEditor, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._picture, self._preview, self._editor = picture, preview, editor
        self._tokens: tuple[TokenSpan, ...] = ()
        self._boxes: tuple[Fractions | None, ...] = ()
        self._asked: tuple[str, tuple[int, ...]] = ("", ())
        for view in (picture, preview):
            view.hovered.connect(self.light)
            view.clicked.connect(self._select)
        editor.hovered.connect(self.light)
        editor.textChanged.connect(self.refresh)

    def set_tokens(self, tokens: Sequence[TokenSpan]) -> None:
        """The tokens of another answer; their places in its rendering are not known yet."""
        self._tokens = tuple(tokens)
        self._boxes = ()
        self._asked = ("", ())
        self.refresh()

    def marks(self, latex: str) -> tuple[Span, ...]:
        """The spans to find in the rendering of the source as it stands: tokens that are in the picture."""
        inked = [
            (number, place)
            for number, (token, place) in enumerate(zip(self._tokens, self._editor.places(), strict=False))
            if token.box is not None and place is not None
        ]
        self._asked = (latex, tuple(number for number, _ in inked))
        return tuple(place for _, place in inked)

    def set_rendering(self, preview: Preview) -> tuple[Fractions | None, ...]:
        """Take the tokens' places in a rendering; none, if it is not the one that was asked for last."""
        latex, numbers = self._asked
        placed = dict(zip(numbers, preview.boxes, strict=False)) if preview.latex == latex else {}
        self._boxes = tuple(placed.get(number) for number in range(len(self._tokens)))
        self.refresh()
        return self._boxes

    def go_to_doubt(self, step: int) -> None:
        """Select the next doubtful symbol (or with -1 the one before) and bring it into view everywhere."""
        span = self._editor.next_doubt(step)
        if span is not None:
            self._select(self._editor.places().index(span))

    def light(self, token: int) -> None:
        """Light up a token wherever it is; -1: none."""
        self._picture.highlight(token)
        self._preview.highlight(token)
        self._editor.highlight(token)

    def refresh(self) -> None:
        """Tint what is still as it was read: an edited symbol is the user's, and no longer in doubt."""
        levels = [
            level(token.probability) if place is not None else Level.SURE
            for token, place in zip(self._tokens, self._editor.places(), strict=False)
        ]
        size = self._preview.content_size()
        boxes = [_of_fractions(box, size.width(), size.height()) for box in self._boxes]
        self._picture.set_marks(tuple(map(TokenMark, map(_of_picture, self._tokens), levels)))
        self._preview.set_marks(tuple(map(TokenMark, boxes, levels)))
        self.doubts_changed.emit(len(self._editor.doubts()))

    def _select(self, token: int) -> None:
        place = self._editor.places()[token]
        if place is not None:
            self._editor.select_span(place)
            self._picture.reveal(token)
            self._preview.reveal(token)
            self.light(token)


def _of_picture(token: TokenSpan) -> QRectF | None:
    box = token.box
    return QRectF(box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0) if box is not None else None


def _of_fractions(box: Fractions | None, width: float, height: float) -> QRectF | None:
    if box is None:
        return None
    return QRectF(box[0] * width, box[1] * height, (box[2] - box[0]) * width, (box[3] - box[1]) * height)
