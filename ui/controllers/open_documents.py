"""The documents that are open: one is shown, the others wait in tabs where they were left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from scipix.app.documents.page_requests import Opened
from scipix.ui.controllers.document import DocumentController
from scipix.ui.models.recent_documents import RecentDocuments
from scipix.ui.views.document_tabs import DocumentTabs


class OpenDocuments(QObject):
    """GUI thread only. Passwords of open documents are kept in the program alone, and until they are closed.

    ``private``: whether nothing shall be remembered.
    """

    closed = Signal(object)
    """Path: nothing more is wanted of this document."""

    def __init__(
        self,
        documents: DocumentController,
        tabs: DocumentTabs,
        recent: RecentDocuments,
        private: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._documents, self._tabs, self._recent, self._private = documents, tabs, recent, private
        self.paths: list[Path] = []
        self._passwords: dict[Path, str] = {}
        documents.left.connect(self._on_left)
        documents.entered.connect(self._on_entered)
        tabs.chosen.connect(self._choose)
        tabs.closed.connect(self.close)
        tabs.moved_to.connect(self._move)

    def open(self, paths: Sequence[Path]) -> None:
        """Open files beside those that are open; the first of them is shown."""
        wanted = [path.absolute() for path in paths]
        self.paths += [path for path in dict.fromkeys(wanted) if path not in self.paths]
        if wanted:
            self._show(wanted[0])

    def take_over(self, before: OpenDocuments, shown: Path) -> None:
        """Show what another one had open."""
        self.paths, self._passwords = list(before.paths), dict(before._passwords)
        self.open([shown])

    def close(self, place: int) -> None:
        """Close one; if it was shown, its neighbour is."""
        path = self.paths.pop(place)
        if path != self._documents.path:
            self._passwords.pop(path, None)
            self._list()
        elif self.paths:
            self._show(self.paths[min(place, len(self.paths) - 1)])
            self._passwords.pop(path, None)
        else:
            self._documents.close()
            self._passwords.clear()
            self._list()
        self.closed.emit(path)

    def _show(self, path: Path) -> None:
        self._documents.open(path, self._passwords.get(path, ""))
        self._list()

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self.paths) and self.paths[place] != self._documents.path:
            self._show(self.paths[place])

    def _move(self, start: int, end: int) -> None:
        self.paths.insert(end, self.paths.pop(start))

    def _list(self) -> None:
        shown = self._documents.path
        self._tabs.show_documents(self.paths, self.paths.index(shown) if shown in self.paths else -1)

    def _on_left(self) -> None:
        if self._documents.path is not None and self._documents.password:
            self._passwords[self._documents.path] = self._documents.password

    def _on_entered(self, opened: Opened) -> None:
        if not self._private():
            self._recent.add(opened.path)
