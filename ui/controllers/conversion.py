"""Converting the open document: from the wish to the file, with the text beside the pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog

from scipix.app.documents.conversion_orders import Command, ConversionEnd, ConversionOrder, PageRead
from scipix.app.documents.formats import document_format
from scipix.app.documents.page_requests import PageFormula
from scipix.app.documents.pages import parse_pages
from scipix.engine.errors import EngineError
from scipix.ui.controllers.document import DocumentController
from scipix.ui.conversion_thread import ConversionThread
from scipix.ui.translation import in_a_line, told
from scipix.ui.views.document_view import DocumentView

AskTarget = Callable[[Path, str], Path | None]
"""From a proposed file and the title of its format to the file that the user wants."""


class ConversionController(QObject):
    """One conversion at a time; it goes on while other documents are looked at. GUI thread only."""

    def __init__(
        self,
        thread: ConversionThread,
        view: DocumentView,
        documents: DocumentController,
        provider: Callable[[], str | None],
        marks: Callable[[], bool],
        ask_target: AskTarget | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._thread, self._view, self._documents = thread, view, documents
        self._panel = view.conversion
        self._provider, self._marks = provider, marks
        self._ask_target = ask_target or self._ask_by_dialog
        self._following = False
        self._path: Path | None = None
        self._news: list[object] = []
        thread.told.connect(self._on_told)
        documents.left.connect(self._panel.reset)
        documents.entered.connect(lambda opened: self._show_again(opened.path))
        self._panel.start_wanted.connect(self.start)
        self._panel.pause_toggled.connect(self._pause)
        self._panel.stop_wanted.connect(self._stop)
        self._panel.doubt_wanted.connect(self._show_doubt)
        self._panel.text.page_read.connect(self._follow_text)
        view.pages.moved.connect(self._follow_pages)
        view.doubt_wanted.connect(self._show_doubt)

    def start(self, format_id: str, pages: str) -> None:
        """Convert pages of the document that is open; what cannot be understood is told in the panel."""
        document = self._documents.document
        if document is None:
            return
        if self._thread.isRunning() and self._path is not None:
            text = self.tr("{name} is being converted. This document can be converted after it.")
            self._panel.show_failure(text.format(name=self._path.name))
            return
        try:
            parse_pages(pages, document.count)
        except EngineError as error:
            self._fail(error)
            return
        kind = document_format(format_id)
        title = QCoreApplication.translate("Formats", kind.title)
        target = self._ask_target(document.path.with_name(document.path.stem + kind.suffix), title)
        if target is not None:
            self._path, self._news = document.path, []
            self._panel.show_start()
            self._thread.begin(
                ConversionOrder(
                    document.path,
                    self._documents.password,
                    pages,
                    format_id,
                    target,
                    self._provider(),
                    self._marks(),
                )
            )

    def _pause(self, paused: bool) -> None:
        self._thread.command(Command.PAUSE if paused else Command.GO_ON)

    def _stop(self) -> None:
        self._thread.command(Command.STOP)

    def drop(self, path: Path) -> None:
        """A document is closed: its conversion ends, and what was read of it stays kept."""
        if path == self._path:
            self.close()

    def close(self) -> None:
        """End the conversion."""
        self._path, self._news = None, []
        self._thread.close()

    def _show_again(self, path: Path) -> None:
        """A document is shown again: so is what is known of its conversion."""
        if path == self._path:
            self._panel.show_start()
            for news in self._news:
                self._show(news)

    def _on_told(self, news: object) -> None:
        if self._path is None:
            return
        self._news.append(news)
        if self._documents.document is not None and self._documents.document.path == self._path:
            self._show(news)

    def _show(self, news: object) -> None:
        if isinstance(news, PageRead):
            self._panel.add_page(news)
        elif isinstance(news, ConversionEnd):
            self._panel.show_end(news)
        elif isinstance(news, EngineError):
            self._fail(news)

    def _fail(self, error: EngineError) -> None:
        self._panel.show_failure(in_a_line(*told(error)))

    # -- text and pages side by side --------------------------------------------------------------
    def _show_doubt(self, step: int) -> None:
        doubt = self._panel.text.step_doubt(step, self._view.pages.page())
        if doubt is not None:
            self._following = True
            self._view.pages.point_at(doubt.page, PageFormula(doubt.formula.box, None))
            self._following = False

    def _follow_text(self, page: int) -> None:
        if not self._following and self._panel.text.hasFocus() | self._panel.text.underMouse():
            self._following = True
            self._view.pages.go_to_page(page)
            self._following = False

    def _follow_pages(self) -> None:
        if not self._following and self._panel.isVisible():
            self._following = True
            self._panel.text.show_page(self._view.pages.page())
            self._following = False

    def _ask_by_dialog(self, proposed: Path, title: str) -> Path | None:
        suffix = "".join(proposed.suffixes[-2:]) if proposed.name.endswith(".tex.zip") else proposed.suffix
        name, _ = QFileDialog.getSaveFileName(
            self._view, self.tr("Convert into"), str(proposed), f"{title} (*{suffix})"
        )
        return Path(name) if name else None
