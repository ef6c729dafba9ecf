"""Looks for formulas on the scanned pages that a person stays on, in a process of its own."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from scipix.app.documents.page_requests import Opened, PageFormulas, ScannedFormulasOf
from scipix.engine.errors import EngineError
from scipix.ui.controllers.document import DocumentController
from scipix.ui.models.message import Message, Severity
from scipix.ui.page_service import Lane, PageService
from scipix.ui.views.document_view import DocumentView

STAYED_MS = 600
"""A page that is passed by faster is not looked at."""
_REST_MS = 60_000
"""The models are let go of when nothing was looked at for so long."""
_KEPT = 200
"""Pages whose formulas are remembered, of all documents together."""


class ScannedFormulas(QObject):
    """One page at a time, that which is read first. GUI thread only.

    ``service`` is not the one that draws the pages: they must not wait for seconds.
    """

    def __init__(
        self,
        service: PageService,
        view: DocumentView,
        documents: DocumentController,
        provider: Callable[[], str | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service, self._view, self._documents = service, view, documents
        self._provider = provider
        self._known: OrderedDict[tuple[Path, int], PageFormulas] = OrderedDict()
        self._failed: set[int] = set()
        self._opened: Path | None = None
        self._asked: int | None = None
        self._stayed = QTimer(self, singleShot=True, interval=STAYED_MS)
        self._stayed.timeout.connect(self._look)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(service.rest)
        self._rest.start()  # a window before this one may have left the models loaded
        view.pages.pages_settled.connect(lambda pages: self._stayed.start())
        view.pages.formulas_known.connect(lambda page: self._stayed.start())
        documents.entered.connect(self._on_entered)
        documents.left.connect(self._on_left)
        service.answered.connect(self._on_answer)

    def _on_entered(self, opened: Opened) -> None:
        self._failed.clear()

    def _on_left(self) -> None:
        """What is looked at belongs to another document."""
        self._stayed.stop()
        self._opened = self._asked = None
        self._service.want(Lane.FORMULAS, ())
        self._view.pages.set_looking(None)

    def _look(self) -> None:
        """Look at the next scanned page in view; one that was looked at before is shown at once."""
        document = self._documents.document
        if document is None:
            return
        wanted: list[int] = []
        for page in self._unknown():
            known = self._known.get((document.path, page))
            if known is not None:
                self._view.pages.add_formulas(known)
            elif page not in self._failed:
                wanted.append(page)
        if self._asked is None and wanted:
            self._ask(document.path, wanted[0])
        self._view.pages.set_looking(self._asked)

    def _ask(self, path: Path, page: int) -> None:
        if self._opened != path:
            self._opened = path
            self._service.open(path, self._documents.password)
        self._asked = page
        self._service.want(Lane.FORMULAS, [ScannedFormulasOf(page, self._provider())])

    def _unknown(self) -> list[int]:
        """Scanned pages in view whose formulas are not known, the one that is read first."""
        pages = self._view.pages
        scanned = [page for page in pages.visible_pages() if page in pages.formulas]
        unknown = [page for page in scanned if not pages.formulas[page].looked]
        return sorted(unknown, key=lambda page: abs(page - pages.page()))

    def _on_answer(self, request: object, reply: object) -> None:
        document = self._documents.document
        if not isinstance(request, ScannedFormulasOf) or document is None or document.path != self._opened:
            return
        self._asked = None
        self._rest.start()
        if isinstance(reply, PageFormulas):
            self._keep(document.path, reply)
            self._view.pages.add_formulas(reply)
        elif isinstance(reply, EngineError):
            self._failed.add(request.page)
            about = self.tr("Formulas on page {number} cannot be found").format(number=request.page + 1)
            self._view.messages.show_message(Message.of(reply, about, Severity.WARNING))
        self._look()

    def _keep(self, path: Path, found: PageFormulas) -> None:
        self._known[path, found.page] = found
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
