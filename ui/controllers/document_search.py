"""Searching a document: page by page from the one that is read, while results already show."""

from __future__ import annotations

from PySide6.QtCore import QObject

from scipix.app.documents.page_requests import Find, Found
from scipix.ui.models.page_hits import PageHits
from scipix.ui.page_service import Lane, PageService
from scipix.ui.views.document_view import DocumentView

_CHUNK = 8
"""Pages of one request: other requests come between."""


class DocumentSearch(QObject):
    """GUI thread only."""

    def __init__(self, service: PageService, view: DocumentView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service, self._view = service, view
        self._hits = PageHits()
        self._text = ""
        self._left = 0
        self._jump = False
        service.answered.connect(self._on_answer)
        view.find.text_changed.connect(self.search)
        view.find.step_wanted.connect(self._step)

    def reset(self) -> None:
        """Another document."""
        self.search("")

    def search(self, text: str) -> None:
        """Look for a text, in place of the one before; '' for none."""
        self._text = text
        self._hits.clear()
        stack, page = self._view.pages.stack, self._view.pages.page()
        requests = _requests(text, len(stack), page) if stack is not None and text else []
        self._left, self._jump = len(requests), bool(requests)
        self._service.want(Lane.SEARCH, requests)
        self._show()

    def _on_answer(self, request: object, reply: object) -> None:
        if not isinstance(request, Find) or request.text != self._text:
            return
        self._left -= 1
        if isinstance(reply, tuple):
            self._hits.add(one for one in reply if isinstance(one, Found))
        if self._jump and len(self._hits):
            self._jump = False
            self._step(1)
        else:
            self._show()

    def _step(self, step: int) -> None:
        hit = self._hits.step(step, self._view.pages.page())
        if hit is not None:
            self._view.pages.show_box(hit.page, hit.box)
        self._show()

    def _show(self) -> None:
        hit = self._hits.current
        self._view.find.show_count(self._hits.place, len(self._hits), self._left > 0)
        self._view.pages.set_hits(self._hits.by_page, (hit.page, hit.box) if hit is not None else None)


def _requests(text: str, count: int, page: int) -> list[Find]:
    """All pages once: from a page to the end, then from the beginning."""
    parts = [*_chunks(page, count), *_chunks(0, page)]
    return [Find(start, stop, text) for start, stop in parts]


def _chunks(start: int, stop: int) -> list[tuple[int, int]]:
    return [(at, min(stop, at + _CHUNK)) for at in range(start, stop, _CHUNK)]
