"""The filmstrip: a small picture of each page, to go to it."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from scipix.ui.models.thumbnails import PICTURE, ThumbnailModel
from scipix.ui.theme import SPACE, current_colours
from scipix.ui.views.page_paint import NIGHT_PAPER
from scipix.ui.views.page_view import THUMBNAIL_ROOM

_LABEL = 3 * SPACE


class Thumbnails(QListView):
    """Shows a ThumbnailModel; tells which pages come into view without a picture."""

    page_chosen = Signal(int)
    wanted = Signal(object)
    """list[int]: pages without a picture that are to be seen, in place of those wanted before."""

    def __init__(self, model: ThumbnailModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.night = False
        self._pages = model
        self.setModel(model)
        self.setItemDelegate(_Sheet(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Pages as small pictures"))
        self.clicked.connect(lambda index: self.page_chosen.emit(index.row()))
        self.activated.connect(lambda index: self.page_chosen.emit(index.row()))
        self._soon = QTimer(self, singleShot=True, interval=60)
        self._soon.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(lambda: self._soon.start())
        model.modelReset.connect(self._soon.start)

    def show_page(self, page: int) -> None:
        """Mark the page that is read."""
        index = self._pages.index(page)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            self._soon.start()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        self._soon.start()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)
        self._soon.start()

    def _ask(self) -> None:
        if not self.isVisible() or not self._pages.rowCount():
            return
        step = self.sizeHintForRow(0) + 2 * self.spacing()
        first = max(0, self.verticalScrollBar().value() // max(1, step))
        last = min(self._pages.rowCount(), first + self.viewport().height() // max(1, step) + 2)
        self.wanted.emit([page for page in range(first, last) if not self._pages.has(page)])


class _Sheet(QStyledItemDelegate):
    """Draws a page with its number."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(THUMBNAIL_ROOM[0], THUMBNAIL_ROOM[1] + SPACE + _LABEL)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = current_colours()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        room = QRectF(option.rect)
        label = QRectF(room.left(), room.bottom() - _LABEL, room.width(), _LABEL)
        sheet = room.adjusted(SPACE, SPACE, -SPACE, -_LABEL)
        picture = index.data(PICTURE)
        painter.save()
        if picture is None:
            shown = sheet.adjusted(SPACE, 0, -SPACE, 0)
            painter.fillRect(shown, NIGHT_PAPER if self.parent().night else Qt.GlobalColor.white)
        else:
            shown = QRectF(QPointF(0, 0), QSizeF(picture.size()) / painter.device().devicePixelRatioF())
            shown.moveCenter(sheet.center())
            shown.moveTopLeft(QPointF(shown.topLeft().toPoint()))
            painter.drawImage(shown, picture)
        painter.setPen(QPen(colours.accent, 3.0) if chosen else QPen(colours.border, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(shown)
        painter.setPen(colours.accent if chosen else colours.muted)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, index.data())
        painter.restore()
