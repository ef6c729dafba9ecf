"""What was read, newest first: as much of it as has been looked at, more when the view comes to its end."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QStandardItemModel

from scipix.ui.models.card import Card

CARD = Qt.ItemDataRole.UserRole
THUMBNAIL = Qt.ItemDataRole.UserRole + 1
DAY = Qt.ItemDataRole.UserRole + 2
THUMBNAIL_SIZE = QSize(480, 160)
"""Device pixels: twice what the panel shows, for screens of scale 2."""
PICTURES = 400
"""Thumbnails in memory at once."""

Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QStandardItemModel):
    """A list of cards. GUI thread only; who owns it answers its two signals.

    Qt counts the rows: views ask for their number once for each row whenever something changes, and a hundred
    thousand answers from Python take half a second.
    """

    more_wanted = Signal()
    """The view has come to the end, and there is more: answered by ``append``."""
    thumbnail_wanted = Signal(str)
    """The key of a card that is drawn without its picture: answered by ``put_thumbnails``."""
    looking_changed = Signal(bool)
    """Whether memory looks for entries."""
    thumbnails_came = Signal()
    """Views shall draw again what they show; ``dataChanged`` would have them measure everything."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, 1, parent)
        self._cards: list[Card] = []
        self._coming: list[Card] = []
        # The first to hear of it: for views the cards change in the same moment as the rows.
        self.rowsInserted.connect(self._on_inserted)
        self.rowsRemoved.connect(self._on_removed)
        self._keys: set[str] = set()
        self._thumbnails: OrderedDict[str, QImage] = OrderedDict()
        self._more = False
        self._asked = False
        self.looking = False

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        if not index.isValid():
            return None
        card = self._cards[row]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return card.latex
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(card)
        if role == THUMBNAIL:
            return self.thumbnail(card.key)
        if role == DAY:
            return day_title(card.when) if self._begins_day(row) else ""
        return card if role == CARD else None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()

    # -- contents -------------------------------------------------------------------------------------
    def cards(self) -> tuple[Card, ...]:
        """What is there so far, newest first."""
        return tuple(self._cards)

    def row_of(self, key: str) -> int | None:
        """The row of a card, or None where it is not there."""
        if key not in self._keys:
            return None
        return next(row for row, card in enumerate(self._cards) if card.key == key)

    def set_looking(self, looking: bool) -> None:
        """Whether entries are being looked for, so that what is there may not be all."""
        if looking != self.looking:
            self.looking = looking
            self.looking_changed.emit(looking)

    def clear(self) -> None:
        """Nothing, and nothing to come; pictures stay, they are likely to be wanted again."""
        self._more = self._asked = False
        self.setRowCount(0)

    def append(self, cards: Iterable[Card], more: bool) -> None:
        """Older cards; ``more`` says whether there are still older ones."""
        new = [card for card in cards if card.key not in self._keys]
        self._more, self._asked = more, False
        if new:
            self._coming = new
            self.insertRows(len(self._cards), len(new))

    def insert(self, row: int, card: Card) -> None:
        """Put a card at a row (0 is the newest), unless it is there."""
        if card.key in self._keys:
            return
        self._coming = [card]
        self.insertRows(min(row, len(self._cards)), 1)

    def remove(self, row: int) -> Card:
        """Take a card out and return it."""
        card = self._cards[row]
        self.removeRows(row, 1)
        return card

    def replace(self, card: Card) -> None:
        """Put a new state of a card in its place; nothing happens where it is not there."""
        row = self.row_of(card.key)
        if row is not None:
            self._cards[row] = card
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def _on_inserted(self, _parent: QModelIndex, first: int, _last: int) -> None:
        self._cards[first:first] = self._coming
        self._keys.update(card.key for card in self._coming)
        self._coming = []

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._keys.difference_update(card.key for card in self._cards[first : last + 1])
        del self._cards[first : last + 1]

    # -- pictures -------------------------------------------------------------------------------------
    def thumbnail(self, key: str) -> QImage | None:
        """The picture of a card; None where it has to come first."""
        found = self._thumbnails.get(key)
        if found is None:
            self.thumbnail_wanted.emit(key)
        else:
            self._thumbnails.move_to_end(key)
        return found

    def put_thumbnails(self, pictures: Mapping[str, QImage]) -> None:
        """Pictures of cards; those not looked at longest go."""
        for key, picture in pictures.items():
            self._thumbnails[key] = picture
            self._thumbnails.move_to_end(key)
        while len(self._thumbnails) > PICTURES:
            self._thumbnails.popitem(last=False)
        self.thumbnails_came.emit()

    def forget_thumbnails(self) -> None:
        """No picture stays."""
        self._thumbnails.clear()

    def _begins_day(self, row: int) -> bool:
        return row == 0 or self._cards[row - 1].when.date() != self._cards[row].when.date()


def small(image: QImage) -> QImage:
    """A picture no larger than it is shown."""
    if image.width() <= THUMBNAIL_SIZE.width() and image.height() <= THUMBNAIL_SIZE.height():
        return image
    return image.scaled(
        THUMBNAIL_SIZE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def day_title(when: datetime, today: date | None = None) -> str:
    """Today, yesterday, or the date as people of the user's language write it."""
    today = today or date.today()
    days = (today - when.date()).days
    if days == 0:
        return QCoreApplication.translate("History", "Today")
    if days == 1:
        return QCoreApplication.translate("History", "Yesterday")
    locale = QLocale()
    if 0 < days < 7:
        return locale.standaloneDayName(when.isoweekday())
    return locale.toString(when.date(), QLocale.FormatType.LongFormat)


def _spoken(card: Card) -> str:
    """What a screen reader says of a card."""
    parts = [card.latex, card.percent, day_title(card.when), card.when.strftime("%H:%M")]
    if card.favourite:
        parts.append(QCoreApplication.translate("History", "favourite"))
    parts.append(verdict_title(card.verdict))
    return ", ".join(part for part in parts if part)


def verdict_title(verdict: str) -> str:
    """What became of an entry, in a word; empty where nothing was said."""
    if verdict == "failed":
        return QCoreApplication.translate("History", "wrong")
    if verdict == "corrected":
        return QCoreApplication.translate("History", "corrected")
    if verdict == "suboptimal":
        return QCoreApplication.translate("History", "another reading was right")
    if verdict in ("success", "acceptable", "low_confidence"):
        return QCoreApplication.translate("History", "right")
    return ""
