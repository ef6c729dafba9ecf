"""Document mode: opens files, feeds the view with what it wants, remembers where one was."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QClipboard, QImage

from scipix.app.documents.errors import PasswordError
from scipix.app.documents.page_requests import FormulasOf, Opened, PageFormulas, PageSizes, TextOf, Tile
from scipix.app.documents.page_text import PageText
from scipix.engine.errors import EngineError
from scipix.ui.controllers.document_search import DocumentSearch
from scipix.ui.models.document_memory import DocumentMemory, Leaving
from scipix.ui.models.message import Message, Severity
from scipix.ui.models.page_stack import sized
from scipix.ui.page_service import Lane, PageService
from scipix.ui.translation import told
from scipix.ui.views.document_view import DocumentView
from scipix.ui.views.page_scroll import Fit

_SIZES = 200
"""Pages of one request for sizes."""
_NIGHT, _SIDE, _SPLIT = "document/night", "document/side", "document/split"


class DocumentController(QObject):
    """One document at a time. GUI thread only."""

    appeared = Signal()
    """A file is being opened: the document is what shall be seen."""
    entered = Signal(object)
    """Opened: its pages are shown."""
    left = Signal()
    """The document is being closed; another one may follow."""

    def __init__(
        self,
        service: PageService,
        view: DocumentView,
        memory: QSettings,
        clipboard: QClipboard,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service, self._view, self._memory, self._clipboard = service, view, memory, clipboard
        self._places = DocumentMemory(memory)
        self._search = DocumentSearch(service, view, self)
        self._asked_password = False
        self.path: Path | None = None
        self.password = ""
        self.document: Opened | None = None
        self._sizes = sized((), 1)
        self._connect()
        self._restore()

    def open(self, path: Path, password: str = "") -> None:
        """Open a file in place of the one before; ``password`` is one that has opened it already."""
        self.leave()
        self.path, self.password, self._asked_password = path, password, False
        self._view.states.show_loading(path.name)
        self._view.show_states()
        self._service.open(path, password)
        self.appeared.emit()

    def close(self) -> None:
        """Show no document."""
        self.leave()
        self.path, self.password = None, ""
        self._view.states.show_empty()
        self._view.show_states()

    def leave(self) -> None:
        """Remember where the document is left, and the arrangement."""
        pages = self._view.pages
        if self.document is not None and pages.stack is not None:
            leaving = Leaving(pages.place(), pages.fit.value, pages.share())
            self._places.keep(self.document.path, leaving)
        self.document = None
        self.left.emit()
        self._memory.setValue(_NIGHT, pages.night)
        self._memory.setValue(_SIDE, self._view.bar.side.isChecked())
        self._memory.setValue(_SPLIT, self._view.save_state())

    # -- what the process tells -------------------------------------------------------------------
    def _on_opened(self, opened: Opened) -> None:
        if self.path is None:
            return  # it was closed meanwhile
        self.document = opened
        self._sizes = sized(opened.sizes, opened.count)
        self._view.show_document(self._sizes, opened.outline)
        self._mark_unreadable(0, opened.sizes)
        self._take_up(self._places.recall(opened.path))
        self._search.reset()
        starts = range(len(opened.sizes), opened.count, _SIZES)
        self._service.want(
            Lane.SIZES, [PageSizes(start, min(opened.count, start + _SIZES)) for start in starts]
        )
        if opened.repaired:
            self._view.messages.show_message(
                Message(
                    Severity.WARNING,
                    self.tr("The file is damaged"),
                    self.tr("What could be found in it is shown; pages may be missing."),
                )
            )
        self.entered.emit(opened)

    def _take_up(self, leaving: Leaving) -> None:
        pages = self._view.pages
        if leaving.fit == Fit.NONE:
            pages.set_share(leaving.share)
        else:
            pages.set_fit(Fit.PAGE if leaving.fit == Fit.PAGE else Fit.WIDTH)
        pages.go_to(leaving.place)

    def _on_refused(self, path: Path, error: EngineError) -> None:
        if self.path is None:
            return
        states = self._view.states
        if isinstance(error, PasswordError):
            states.ask_password(path.name, self._asked_password)
        else:
            title, text, hint = told(error)
            states.show_problem(f"{path.name}: {title}", text, hint)
        self._view.show_states()

    def _on_password(self, password: str) -> None:
        if self.path is not None:
            self._asked_password, self.password = True, password
            self._service.open(self.path, password)

    def _on_answer(self, request: object, reply: object) -> None:
        view = self._view
        match request, reply:
            case Tile(), QImage():
                self._take_picture(request, reply)
            case Tile(), EngineError():
                view.pages.add_failure(request.page)
            case TextOf(), PageText():
                view.pages.add_text(request.page, reply)
            case FormulasOf(), PageFormulas():
                view.pages.add_formulas(reply)
            case PageSizes(), tuple():
                self._take_sizes(request.start, reply)

    def _take_picture(self, tile: Tile, picture: QImage) -> None:
        pages = self._view.pages
        pages.add_picture(tile, picture)
        if pages.stack is not None and tile == pages.thumbnail(tile.page):
            self._view.thumbnail_model.put(tile, picture)

    def _take_sizes(self, start: int, sizes: tuple[tuple[float, float] | None, ...]) -> None:
        before = self._sizes.copy()
        known = [(start + number, size) for number, size in enumerate(sizes) if size is not None]
        for number, size in known:
            self._sizes[number] = size
        if not np.array_equal(before, self._sizes):
            self._view.pages.set_sizes(self._sizes.copy())
        self._mark_unreadable(start, sizes)

    def _mark_unreadable(self, start: int, sizes: tuple[object, ...]) -> None:
        for number, size in enumerate(sizes):
            if size is None:
                self._view.pages.add_failure(start + number)

    # -- what the view wants ----------------------------------------------------------------------
    def _on_settled(self, pages: range) -> None:
        shown = self._view.pages
        self._service.want(Lane.TEXT, [TextOf(page) for page in pages if page not in shown.texts])
        self._service.want(Lane.FORMULAS, [FormulasOf(page) for page in pages if page not in shown.formulas])

    def _copy(self, text: str) -> None:
        self._clipboard.setText(text)

    def _want_thumbnails(self, pages: list[int]) -> None:
        if self._view.pages.stack is not None:
            self._service.want(Lane.THUMBNAILS, [self._view.pages.thumbnail(page) for page in pages])

    def _connect(self) -> None:
        self._service.opened.connect(self._on_opened)
        self._service.refused.connect(self._on_refused)
        self._service.answered.connect(self._on_answer)
        view = self._view
        view.states.password_entered.connect(self._on_password)
        view.pages.pictures_wanted.connect(lambda tiles: self._service.want(Lane.PICTURES, tiles))
        view.pages.pages_settled.connect(self._on_settled)
        view.pages.copied.connect(self._copy)
        view.thumbnails.wanted.connect(self._want_thumbnails)

    def _restore(self) -> None:
        view, memory = self._view, self._memory
        view.bar.side.setChecked(memory.value(_SIDE, True, bool))
        view.bar.night.setChecked(memory.value(_NIGHT, False, bool))
        view.restore_state(memory.value(_SPLIT, b""))
