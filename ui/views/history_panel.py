"""The side panel with what was read before: thumbnails, a filter, and Delete."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QPainter, QPalette, QShortcut
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from scipix.ui.models.entry import Entry
from scipix.ui.models.history import ENTRY, THUMBNAIL, HistoryModel
from scipix.ui.theme import SPACE, current_colours

Index = QModelIndex | QPersistentModelIndex
_PICTURE_HEIGHT = 7 * SPACE


class HistoryPanel(QWidget):
    """A filter over a list of thumbnails. Click or Enter brings an entry back."""

    chosen = Signal(object)
    """Entry."""
    delete_wanted = Signal(int)
    """The number of an entry."""
    undo_wanted = Signal()

    def __init__(self, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("History"))
        self._filtered = QSortFilterProxyModel(self)
        self._filtered.setSourceModel(model)
        self._filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseSensitive)
        self._filter = self._make_filter()
        self._list = self._make_list()
        self._empty = QLabel()
        self._empty.setProperty("role", "hint")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.addWidget(self._filter)
        layout.addLayout(self._pages, 1)
        for changed in (self._filtered.rowsInserted, self._filtered.rowsRemoved, self._filtered.modelReset):
            changed.connect(self._show_or_explain)
        self._show_or_explain()

    def select(self, number: int) -> None:
        """Mark an entry as the one that is shown."""
        for row in range(self._filtered.rowCount()):
            index = self._filtered.index(row, 0)
            if index.data(ENTRY).number == number:
                self._list.setCurrentIndex(index)
                return
        self._list.clearSelection()

    def find(self) -> None:
        """Put the cursor into the filter."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def _make_filter(self) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(self.tr("Filter by LaTeX"))
        line.setAccessibleName(self.tr("Filter the history"))
        line.setToolTip(self.tr("Shows only formulas that contain this text"))
        line.setClearButtonEnabled(True)
        line.textChanged.connect(self._filtered.setFilterFixedString)
        line.textChanged.connect(self._show_or_explain)
        return line

    def _make_list(self) -> QListView:
        view = QListView()
        view.setAccessibleName(self.tr("Formulas read so far"))
        view.setModel(self._filtered)
        view.setItemDelegate(_Card(view))
        view.setUniformItemSizes(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.clicked.connect(self._choose)
        view.activated.connect(self._choose)
        for keys, slot in (
            (QKeySequence(Qt.Key.Key_Delete), self._delete),
            (QKeySequence(QKeySequence.StandardKey.Undo), self.undo_wanted.emit),
        ):
            QShortcut(keys, view, slot, context=Qt.ShortcutContext.WidgetShortcut)
        return view

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(ENTRY))

    def _delete(self) -> None:
        index = self._list.currentIndex()
        if index.isValid():
            self.delete_wanted.emit(index.data(ENTRY).number)

    def _show_or_explain(self) -> None:
        if self._filter.text():
            self._empty.setText(self.tr("No formula contains this text."))
        else:
            self._empty.setText(self.tr("What you read appears here. Delete removes an entry."))
        self._pages.setCurrentIndex(0 if self._filtered.rowCount() else 1)


class _Card(QStyledItemDelegate):
    """A thumbnail on a mat, the confidence and the time below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(20 * SPACE, _PICTURE_HEIGHT + option.fontMetrics.height() + 3 * SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        painter.save()
        frame = option.rect.adjusted(2, 2, -2, -2)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        colours = current_colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.accent if selected else colours.border)
        painter.setBrush(option.palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(frame, 4, 4)
        picture = frame.adjusted(SPACE, SPACE, -SPACE, 0)
        picture.setHeight(_PICTURE_HEIGHT)
        _draw_fitted(painter, index.data(THUMBNAIL), picture)
        line = QRect(
            picture.left(), picture.bottom() + SPACE // 2, picture.width(), option.fontMetrics.height()
        )
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, f"{entry.recognition.confidence:.0%}")
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, entry.when.strftime("%H:%M"))
        painter.restore()


def _draw_fitted(painter: QPainter, image: QImage, place: QRect) -> None:
    """The picture in its own colours, no larger than it is, in the middle of its place."""
    size = image.size()
    if size.width() > place.width() or size.height() > place.height():
        size = size.scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRect(0, 0, size.width(), size.height())
    target.moveCenter(place.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(target, image)
