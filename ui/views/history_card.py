"""How the history draws an entry: a thumbnail on a mat, confidence, marks and time below it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from scipix.ui.icons import icon
from scipix.ui.models.card import Card
from scipix.ui.models.history import CARD, DAY, THUMBNAIL
from scipix.ui.theme import SPACE, Colours, current_colours

Index = QModelIndex | QPersistentModelIndex
_PICTURE_HEIGHT = 7 * SPACE
_MARK = 14
_SIGNS = {
    "success": "check", "acceptable": "check", "low_confidence": "check", "suboptimal": "check",
    "corrected": "check", "failed": "cross",
}  # fmt: skip


class HistoryCard(QStyledItemDelegate):
    """All cards are of one height, so that a long list needs no measuring: the first of a day gives some of
    its picture's room to the name of the day."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks: dict[tuple[str, str, float], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(20 * SPACE, _PICTURE_HEIGHT + option.fontMetrics.height() + 3 * SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: Card = index.data(CARD)
        colours = current_colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = option.rect.adjusted(2, 2, -2, -2)
        day: str = index.data(DAY)
        if day:
            frame = self._paint_day(painter, frame, day, colours)
        self._paint_frame(painter, frame, option, colours)
        line = frame.adjusted(SPACE, 0, -SPACE, -SPACE // 2)
        line.setTop(line.bottom() - option.fontMetrics.height() + 1)
        picture = frame.adjusted(SPACE, SPACE // 2, -SPACE, 0)
        picture.setBottom(line.top() - SPACE // 2)
        thumbnail: QImage | None = index.data(THUMBNAIL)
        if thumbnail is not None and not thumbnail.isNull():
            _draw_fitted(painter, thumbnail, picture)
        self._paint_line(painter, line, card, option, colours)
        painter.restore()

    def _paint_day(self, painter: QPainter, frame: QRect, day: str, colours: Colours) -> QRect:
        """The name of the day; returns the room that is left."""
        font = QFont(painter.font())
        font.setBold(True)
        painter.setFont(font)
        head = QRect(frame.left() + 2, frame.top(), frame.width() - 2, painter.fontMetrics().height())
        painter.setPen(colours.muted)
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, day)
        font.setBold(False)
        painter.setFont(font)
        return frame.adjusted(0, head.height() + 2, 0, 0)

    def _paint_frame(
        self, painter: QPainter, frame: QRect, option: QStyleOptionViewItem, colours: Colours
    ) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(colours.accent if selected else colours.border)
        painter.setBrush(option.palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(frame, 4, 4)

    def _paint_line(
        self, painter: QPainter, line: QRect, card: Card, option: QStyleOptionViewItem, colours: Colours
    ) -> None:
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, card.percent)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, card.when.strftime("%H:%M"))
        left = line.left() + option.fontMetrics.horizontalAdvance("100%") + SPACE
        ratio = painter.device().devicePixelRatioF()
        for name, colour in self._marks_of(card, colours):
            top = line.center().y() - _MARK // 2 + 1
            painter.drawPixmap(left, top, self._mark(name, colour, ratio))
            left += _MARK + SPACE // 2

    @staticmethod
    def _marks_of(card: Card, colours: Colours) -> list[tuple[str, QColor]]:
        """Icons with their colours: favourite, right or wrong, not kept."""
        found = [("star-filled", colours.amber)] if card.favourite else []
        sign = _SIGNS.get(card.verdict)
        if sign is not None:
            found.append((sign, colours.green if sign == "check" else colours.red))
        return found if card.kept else [*found, ("private", colours.muted)]

    def _mark(self, name: str, colour: QColor, ratio: float) -> QPixmap:
        key = (name, colour.name(), ratio)
        if key not in self._marks:
            self._marks[key] = icon(name, colour).pixmap(QSize(_MARK, _MARK), ratio)
        return self._marks[key]


def _draw_fitted(painter: QPainter, image: QImage, place: QRect) -> None:
    """The picture in its own colours, no larger than it is, in the middle of its place."""
    size = image.size()
    if size.width() > place.width() or size.height() > place.height():
        size = size.scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRect(0, 0, size.width(), size.height())
    target.moveCenter(place.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(target, image)
