"""The other readings of the picture, drawn side by side: one click, or Alt and the number, chooses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from scipix.app.token_spans import Span, differences, shares, source_spans
from scipix.engine.types import Alternative
from scipix.ui.icons import icon
from scipix.ui.theme import SPACE, Colours
from scipix.ui.views.preview_view import Paint

if TYPE_CHECKING:
    from scipix.ui.preview.messages import Preview

MOST = 5
_EM = (11.0, 18.0)
_HEAD = 3 * SPACE
_SIZE = QSize(21 * SPACE, 9 * SPACE)


class AlternativeCard(QAbstractButton):
    """One reading: its number, its share, its rendering; what differs from the one in use is underlined."""

    def __init__(self, number: int, colours: Colours, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self.alternative = Alternative("", 0.0)
        self.preview: Preview | None = None
        self.differing: tuple[Span, ...] = ()
        self._share = 0.0
        self._colours = colours
        self._paint = paint
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_alternative(self, alternative: Alternative, share: float) -> None:
        """Take another reading; its rendering comes later."""
        self.alternative, self._share = alternative, share
        self.preview = None
        self.setShortcut(f"Alt+{self.number}")
        self._describe()
        self.update()

    def show_preview(self, preview: Preview) -> None:
        """Draw it; the preview's boxes belong to the source's tokens."""
        self.preview = preview
        self.update()

    def compare(self, chosen: str, current: bool) -> None:
        """Mark what differs from the LaTeX in use, or that this is it."""
        self.setChecked(current)
        self.differing = () if current else differences(chosen, self.alternative.latex)
        self._describe()
        self.update()

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        self.update()

    def share_text(self) -> str:
        """The share in percent; neither nothing nor all, for no reading is impossible or certain."""
        percent = round(100 * self._share)
        number = "< 1" if percent == 0 else "> 99" if percent == 100 else str(percent)
        return self.tr("%1 %").replace("%1", number)

    def sizeHint(self) -> QSize:
        return _SIZE

    def minimumSizeHint(self) -> QSize:
        return QSize(_SIZE.width() // 2, _SIZE.height())

    def _describe(self) -> None:
        use = (
            self.tr("in use")
            if self.isChecked()
            else self.tr("choose with Alt+%1").replace("%1", str(self.number))
        )
        share = self.tr("%1 among these readings").replace("%1", self.share_text())
        self.setToolTip(f"{self.alternative.latex}\n{share}, {use}")
        name = self.tr("Alternative %1").replace("%1", str(self.number))
        self.setAccessibleName(f"{name}: {self.share_text()}, {use}")
        self.setAccessibleDescription(self.alternative.latex)

    # -- painting -------------------------------------------------------------------------------------
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        self._paint_head(painter)
        if self.preview is not None:
            self._paint_formula(painter, self.preview)
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        strong = self.isChecked() or self.hasFocus()
        width = 2.0 if strong else 1.0
        pen = QPen(self._colours.accent if strong else self._colours.border, width)
        if self.hasFocus() and not self.isChecked():
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(self._colours.hover if self.underMouse() else self._colours.surface)
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6.0, 6.0)

    def _paint_head(self, painter: QPainter) -> None:
        font = self.font()
        font.setBold(self.isChecked())
        painter.setFont(font)
        head = self.rect().adjusted(SPACE, SPACE // 2, -SPACE, 0)
        head.setHeight(_HEAD - SPACE // 2)
        painter.setPen(self._colours.text if self.isChecked() else self._colours.muted)
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(self.number))
        painter.drawText(head, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.share_text())
        if self.isChecked():
            left = head.left() + painter.fontMetrics().horizontalAdvance(f"{self.number} ")
            icon("check", self._colours.accent).paint(painter, left, head.top() + 2, 16, 16)

    def _paint_formula(self, painter: QPainter, preview: Preview) -> None:
        room = QRectF(self.rect()).adjusted(SPACE, _HEAD, -SPACE, -SPACE // 2)
        fit = min(room.width() / preview.width, room.height() / preview.height)
        em = min(max(fit, min(_EM[0], room.height() / preview.height)), _EM[1])
        place = self._place(room, preview, em)
        painter.setClipRect(room.adjusted(-SPACE // 2, 0, SPACE // 2, 0))
        self._paint_differences(painter, preview, place)
        painter.drawImage(place, self._paint(preview.svg, em, self._colours.text, self.devicePixelRatioF()))

    def _place(self, room: QRectF, preview: Preview, em: float) -> QRectF:
        """In the middle; a formula that is too wide is moved so that its first difference is in view."""
        size = QRectF(0, 0, preview.width * em, preview.height * em)
        left = room.center().x() - size.width() / 2
        if size.width() > room.width():
            boxes = self._differing_boxes(preview)
            centre = (boxes[0].left() + boxes[0].right()) / 2 * size.width() if boxes else 0.0
            wanted = room.center().x() - centre
            left = min(room.left(), max(wanted, room.right() - size.width()))
        return QRectF(left, room.center().y() - size.height() / 2, size.width(), size.height())

    def _differing_boxes(self, preview: Preview) -> list[QRectF]:
        """The differences as fractions of the rendering."""
        placed = zip(source_spans(self.alternative.latex), preview.boxes, strict=False)
        return [
            QRectF(box[0], box[1], box[2] - box[0], box[3] - box[1])
            for span, box in placed
            if box and any(start <= span[0] < end for start, end in self.differing)
        ]

    def _paint_differences(self, painter: QPainter, preview: Preview, place: QRectF) -> None:
        for box in self._differing_boxes(preview):
            rect = QRectF(
                place.x() + box.x() * place.width(),
                place.y() + box.y() * place.height(),
                box.width() * place.width(),
                box.height() * place.height(),
            ).adjusted(-1, -1, 1, 1)
            painter.fillRect(rect, QColor(self._colours.twin))
            painter.setPen(QPen(self._colours.accent, 2.0))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())


class AlternativesStrip(QWidget):
    """Hidden where there is no choice."""

    chosen = Signal(int)
    """The number in the recognition, from 0."""
    render_wanted = Signal(int, str, object)
    """The number from 0, its LaTeX, and the spans of its tokens: answered by ``show_preview``."""

    def __init__(self, colours: Colours, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Alternatives"))
        self.cards = [AlternativeCard(number + 1, colours, paint, self) for number in range(MOST)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        for index, card in enumerate(self.cards):
            row.addWidget(card)
            card.clicked.connect(lambda _checked=False, index=index: self.chosen.emit(index))
        row.addStretch(1)
        self.setMaximumHeight(_SIZE.height())
        self.hide()

    def show_alternatives(self, alternatives: Sequence[Alternative]) -> None:
        """Show up to five readings, best first, and ask for their renderings."""
        shown = tuple(alternatives[:MOST]) if len(alternatives) > 1 else ()
        parts = shares(shown)
        for index, card in enumerate(self.cards):
            card.setVisible(index < len(shown))
            card.setEnabled(index < len(shown))
            if index < len(shown):
                card.show_alternative(shown[index], parts[index])
        self.setVisible(bool(shown))
        for index, alternative in enumerate(shown):
            self.render_wanted.emit(index, alternative.latex, source_spans(alternative.latex))

    def show_preview(self, index: int, preview: Preview) -> None:
        """The rendering of one; one that is no longer shown is dropped."""
        if 0 <= index < MOST and self.cards[index].alternative.latex == preview.latex:
            self.cards[index].show_preview(preview)

    def set_current(self, latex: str) -> None:
        """Mark the reading that is in use, if one is, and what the others have different."""
        for card in self.cards:
            card.compare(latex, card.alternative.latex == latex)

    def set_colours(self, colours: Colours) -> None:
        for card in self.cards:
            card.set_colours(colours)
