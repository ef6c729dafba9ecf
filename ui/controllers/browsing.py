"""The history panel at work: what is asked in it goes to Past, what becomes of it is told in the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QFileDialog

from scipix.app.settings import Settings, SettingsStore
from scipix.ui.controllers.copying import CopyController
from scipix.ui.controllers.past import Past
from scipix.ui.controllers.result import ResultController
from scipix.ui.models.card import Card
from scipix.ui.models.entry import Entry
from scipix.ui.models.message import Message, Severity
from scipix.ui.views.main_window import MainWindow

_UNDO_SECONDS = 10
_NEWS_MS = 4000
_FOLDER = "history/folder"


class Browsing(QObject):
    """Connects the panel of a window. GUI thread only."""

    def __init__(
        self,
        window: MainWindow,
        past: Past,
        store: SettingsStore,
        result: ResultController,
        copying: CopyController,
        memory: QSettings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._past, self._store = window, past, store
        self._result, self._copying, self._memory = result, copying, memory
        self._panel = window.history
        self._unsubscribe = store.subscribe(self._on_settings)
        self._connect()
        self._panel.set_private(store.current.private_mode)
        past.find("", False)

    def close(self) -> None:
        """Hear of no changes any more."""
        self._unsubscribe()

    def show_card(self, card: Card) -> None:
        """Bring an entry back."""
        self._past.open(card, self.show)

    def show(self, entry: Entry) -> None:
        """Show an entry in the panel of results, as it is now."""
        self._window.show_result()
        self._result.show(entry)
        self._panel.select(entry.key)

    def _connect(self) -> None:
        panel, past = self._panel, self._past
        panel.chosen.connect(self.show_card)
        panel.search_wanted.connect(past.find)
        panel.delete_wanted.connect(past.delete)
        panel.undo_wanted.connect(past.bring_back)
        panel.favourite_wanted.connect(past.set_favourite)
        panel.copy_wanted.connect(lambda card: past.open(card, self._copy))
        panel.tags_wanted.connect(self._ask_tags)
        panel.tag_line.kept.connect(past.set_tags)
        panel.export_wanted.connect(self._export)
        panel.forget_wanted.connect(lambda: past.count(self._ask_forget, self))
        panel.last_question.confirmed.connect(self._forget)
        panel.private_wanted.connect(lambda private: self._store.update(private_mode=private))
        past.deleted.connect(self._on_deleted)
        past.returned.connect(self.show_card)
        past.searched.connect(self._mark_shown)

    def _on_settings(self, _old: Settings, new: Settings) -> None:
        self._panel.set_private(new.private_mode)

    def _mark_shown(self) -> None:
        if self._result.entry is not None:
            self._panel.select(self._result.entry.key)

    def _copy(self, entry: Entry) -> None:
        self.show(entry)
        self._copying.copy()

    def _on_deleted(self, keys: tuple[str, ...]) -> None:
        if self._result.entry is not None and self._result.entry.key in keys:
            self._clear()
        count = len(keys)
        many = self.tr("%n entries removed from the history.", "", count)
        self._window.messages.show_message(
            Message(
                Severity.INFO,
                self.tr("Removed from the history.") if count == 1 else many,
                action=self.tr("Undo"),
                on_action=self._past.bring_back,
                seconds=_UNDO_SECONDS,
            )
        )

    def _clear(self) -> None:
        self._result.clear()
        self._window.show_empty()

    def _ask_tags(self, keys: tuple[str, ...]) -> None:
        self._past.tags(keys[0], partial(self._panel.tag_line.ask, keys), self)

    def _export(self, keys: tuple[str, ...]) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export the history"),
            str(Path(str(self._memory.value(_FOLDER, ""))) / "scipix-history.jsonl"),
            self.tr("JSON, an entry a line (*.jsonl)"),
        )
        if path:
            self._memory.setValue(_FOLDER, str(Path(path).parent))
            self._past.export(keys, Path(path), partial(self._on_exported, path), self)

    def _on_exported(self, path: str, count: int) -> None:
        text = self.tr("%n entries written to {path}", "", count).format(path=path)
        self._window.statusBar().showMessage(text, _NEWS_MS)

    def _ask_forget(self, count: int) -> None:
        words = self.tr(
            "%n entries go with their pictures, everything that was corrected, and everything that was"
            " learned from it. Files you exported stay. This cannot be undone.",
            "",
            count,
        )
        self._panel.last_question.ask(words, self.tr("Forget everything"))

    def _forget(self) -> None:
        self._clear()
        self._past.forget_everything()
        self._window.statusBar().showMessage(self.tr("Everything is forgotten."), _NEWS_MS)
