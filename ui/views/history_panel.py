"""The side panel with what was read before: search, thumbnails by day, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from scipix.ui.icons import follow_palette, icon
from scipix.ui.models.card import Card
from scipix.ui.models.history import CARD, HistoryModel
from scipix.ui.theme import SPACE
from scipix.ui.views.history_card import HistoryCard
from scipix.ui.views.history_strips import LastQuestion, PrivateBanner, TagLine

Index = QModelIndex | QPersistentModelIndex
_PAUSE_MS = 30
"""After the last key, before the search begins: keys that come together are one search."""
_PATIENCE_MS = 250
"""A search that takes longer says so."""


class HistoryPanel(QWidget):
    """A search over a list of thumbnails. Click or Enter brings an entry back; the rest is in its menu."""

    chosen = Signal(object)
    """Card."""
    delete_wanted = Signal(object)
    """tuple[str, ...]: keys of entries."""
    undo_wanted = Signal()
    search_wanted = Signal(str, bool)
    """What to look for, and whether among favourites only."""
    copy_wanted = Signal(object)
    """Card."""
    favourite_wanted = Signal(object, bool)
    """tuple[str, ...], whether they shall be favourites."""
    tags_wanted = Signal(object)
    """tuple[str, ...]: answered by ``tag_line.ask``."""
    export_wanted = Signal(object)
    """tuple[str, ...]; empty for all."""
    forget_wanted = Signal()
    """Answered by ``last_question.ask``."""
    private_wanted = Signal(bool)
    confidence_wanted = Signal()

    def __init__(self, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("History"))
        self._model = model
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._search)
        self.search = self._make_search()
        self.favourites = self._make_favourites()
        self._private_action = QAction(self.tr("Private mode"), self, checkable=True)
        self.menu = self._make_menu()
        self.list = self._make_list()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._empty, self.still_looking = QLabel(), self._make_still_looking()
        model.looking_changed.connect(self._on_looking)
        self.banner, self.tag_line, self.last_question = PrivateBanner(), TagLine(), LastQuestion()
        self._pages = QStackedLayout()
        self._arrange()
        for changed in (model.rowsInserted, model.rowsRemoved):
            changed.connect(self._show_or_explain)
        self._show_or_explain()

    # -- what is shown --------------------------------------------------------------------------------
    def select(self, key: str) -> None:
        """Mark an entry as the one that is shown."""
        row = self._model.row_of(key)
        if row is None:
            self.list.clearSelection()
        else:
            # Not the view's own way: with a key held down that one would add to the selection.
            choice = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(self._model.index(row, 0), choice)

    def find(self) -> None:
        """Put the cursor into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def set_private(self, private: bool) -> None:
        """Whether what is read is kept."""
        self.banner.setVisible(private)
        self._private_action.setChecked(private)

    def chosen_cards(self) -> tuple[Card, ...]:
        """The selected cards, newest first."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return tuple(self._model.cards()[row] for row in rows)

    # -- making it ------------------------------------------------------------------------------------
    def _arrange(self) -> None:
        self._empty.setProperty("role", "hint")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty)
        head = QHBoxLayout()
        head.setSpacing(SPACE // 2)
        head.addWidget(self.search, 1)
        head.addWidget(self.favourites)
        head.addWidget(self._make_menu_button())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.addLayout(head)
        layout.addWidget(self.banner)
        layout.addLayout(self._pages, 1)
        layout.addWidget(self.still_looking)
        layout.addWidget(self.tag_line)
        layout.addWidget(self.last_question)
        self.banner.ended.connect(lambda: self.private_wanted.emit(False))
        for strip in (self.tag_line, self.last_question):
            strip.left.connect(self.list.setFocus)

    def _make_search(self) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(self.tr("Search"))
        line.setAccessibleName(self.tr("Search the history"))
        line.setToolTip(
            self.tr(
                "Words, a piece of LaTeX with ? for anything (\\frac{?}{x}), tag:name, is:favourite\n"
                "(Ctrl+Shift+F)"
            )
        )
        line.setClearButtonEnabled(True)
        line.textChanged.connect(lambda: self._soon.start())
        line.returnPressed.connect(self._search)
        return line

    def _make_still_looking(self) -> QLabel:
        label = QLabel(self.tr("Looking through older entries…"))
        label.setProperty("role", "hint")
        label.hide()
        self._patience.timeout.connect(label.show)
        return label

    def _make_favourites(self) -> QToolButton:
        button = QToolButton(checkable=True)
        button.setAccessibleName(self.tr("Favourites only"))
        button.setToolTip(self.tr("Show favourites only"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.toggled.connect(self._search)

        def draw() -> None:
            button.setIcon(icon("star-filled" if button.isChecked() else "star"))

        button.toggled.connect(draw)
        follow_palette(button, draw)
        return button

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Export all…"), lambda: self.export_wanted.emit(()))
        menu.addAction(self.tr("How sure is sure…"), self.confidence_wanted.emit)
        menu.addAction(self._private_action)
        self._private_action.triggered.connect(self.private_wanted)
        menu.addSeparator()
        menu.addAction(self.tr("Forget everything…"), self.forget_wanted.emit)
        return menu

    def _make_menu_button(self) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(self.tr("More about the history"))
        button.setToolTip(self.tr("Export, private mode, forget everything"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setProperty("kind", "plain")
        button.setMenu(self.menu)
        follow_palette(button, lambda: button.setIcon(icon("more")))
        return button

    def _make_list(self) -> QListView:
        view = QListView()
        view.setAccessibleName(self.tr("Formulas read so far"))
        view.setModel(self._model)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._model.thumbnails_came.connect(view.viewport().update)
        view.setItemDelegate(HistoryCard(view))
        view.setUniformItemSizes(True)
        view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        view.clicked.connect(self._choose)
        view.activated.connect(self._choose)
        for keys, slot in (
            (QKeySequence(Qt.Key.Key_Delete), self._delete),
            (QKeySequence(QKeySequence.StandardKey.Undo), self.undo_wanted.emit),
            (QKeySequence(QKeySequence.StandardKey.Copy), self._copy),
            (QKeySequence("Ctrl+D"), self._mark),
            (QKeySequence("Ctrl+T"), self._tag),
        ):
            QShortcut(keys, view, slot, context=Qt.ShortcutContext.WidgetShortcut)
        return view

    # -- what a person does ---------------------------------------------------------------------------
    def _search(self) -> None:
        self._soon.stop()
        self.search_wanted.emit(self.search.text(), self.favourites.isChecked())

    def _choose(self, index: QModelIndex) -> None:
        if len(self.list.selectionModel().selectedIndexes()) <= 1:
            self.chosen.emit(index.data(CARD))

    def _open_menu(self, place: QPoint) -> None:
        if self.chosen_cards():
            menu = self.entry_menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(place))

    def entry_menu(self) -> QMenu:
        """What can be done with the chosen entries."""
        cards = self.chosen_cards()
        kept = bool(cards) and all(card.kept for card in cards)
        menu = QMenu(self)
        marked = kept and all(card.favourite for card in cards)
        words = self.tr("No longer a favourite") if marked else self.tr("Favourite")
        for text, keys, slot, possible in (
            (self.tr("Copy"), "Ctrl+C", self._copy, len(cards) == 1),
            (words, "Ctrl+D", self._mark, kept),
            (self.tr("Tags…"), "Ctrl+T", self._tag, kept),
            (self.tr("Export…"), "", self._export, kept),
            (self.tr("Delete"), "Del", self._delete, bool(cards)),
        ):
            action = menu.addAction(text, slot)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # the list has the keys already
            action.setEnabled(possible)
        return menu

    def _keys(self) -> tuple[str, ...]:
        return tuple(card.key for card in self.chosen_cards())

    def _delete(self) -> None:
        if self._keys():
            self.delete_wanted.emit(self._keys())

    def _copy(self) -> None:
        for card in self.chosen_cards()[:1]:
            self.copy_wanted.emit(card)

    def _mark(self) -> None:
        cards = tuple(card for card in self.chosen_cards() if card.kept)
        if cards:
            all_marked = all(card.favourite for card in cards)
            self.favourite_wanted.emit(tuple(card.key for card in cards), not all_marked)

    def _tag(self) -> None:
        keys = tuple(card.key for card in self.chosen_cards() if card.kept)
        if keys:
            self.tags_wanted.emit(keys)

    def _export(self) -> None:
        self.export_wanted.emit(self._keys())

    def _on_looking(self, looking: bool) -> None:
        if looking:
            self._patience.start()
        else:
            self._patience.stop()
            self.still_looking.hide()
            self._show_or_explain()

    def _show_or_explain(self) -> None:
        if self._model.looking:
            self._empty.clear()
        elif self.search.text() or self.favourites.isChecked():
            self._empty.setText(self.tr("Nothing like this was read so far."))
        else:
            self._empty.setText(self.tr("What you read appears here. Delete removes an entry."))
        self._pages.setCurrentIndex(0 if self._model.rowCount() else 1)
