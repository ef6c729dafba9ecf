"""The process that converts a document: with an engine of its own, it stops neither the window nor snips."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
from dataclasses import dataclass
from multiprocessing.connection import Connection

from scipix.app.documents.conversion_orders import (
    Command,
    ConversionEnd,
    ConversionOrder,
    PageRead,
    ReadFormula,
)
from scipix.app.documents.convert import Conversion, glyph_classes
from scipix.app.documents.formats import document_format
from scipix.app.documents.judging import judge
from scipix.app.documents.ocr import line_reader
from scipix.app.documents.pages import parse_pages
from scipix.app.documents.pdf import Document, open_document
from scipix.app.documents.read import PageReader
from scipix.app.documents.results import DocumentResult, PageResult
from scipix.app.documents.store import PageStore, store_for
from scipix.app.documents.writers.markdown import MMD, to_markdown
from scipix.app.paths import cache_dir, data_dir, models_dir
from scipix.app.service import open_service
from scipix.engine.errors import EngineError

log = logging.getLogger(__name__)

_NICENESS = 5
"""The window and what is snipped meanwhile come first."""


class _Stopped(Exception):  # noqa: N818  # no error, but the end that somebody asked for
    """Raised at a checkpoint after the command to stop."""


def convert(connection: Connection, order: ConversionOrder) -> None:
    """Do the order; send PageRead for each page and at last ConversionEnd, or an EngineError."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    with contextlib.suppress(EOFError, BrokenPipeError):
        try:
            _convert(connection, order)
        except EngineError as error:
            connection.send(error)
        except Exception as error:  # told to a person in place of a log that nobody reads
            log.exception("conversion failed")
            text = f"Something went wrong that should not ({type(error).__name__})."
            connection.send(EngineError("Conversion failed", text, "The pages read so far are kept."))


def _convert(connection: Connection, order: ConversionOrder) -> None:
    document = open_document(order.path, order.password)
    numbers = parse_pages(order.pages, len(document))
    service = open_service(order.provider)
    # The same store as the command line's: what one has begun the other ends.
    store = store_for(cache_dir(), order.path, f"{service.model} auto")
    models = models_dir()
    judged = judge(models, data_dir() / "memory")
    reader = PageReader(document, service.recognizer, glyph_classes(models), line_reader(), judged)
    _Run(connection, order, document, Conversion(document, reader, numbers, store), store).work()


@dataclass(slots=True)
class _Run:
    connection: Connection
    order: ConversionOrder
    document: Document
    conversion: Conversion
    store: PageStore

    def work(self) -> None:
        """All pages, or those until the command to stop."""
        with contextlib.suppress(_Stopped):
            for page in self.conversion.result().pages:
                self._tell(page)
            while self.conversion.remaining:
                self._checkpoint()
                self._tell(self.conversion.read_next(self._checkpoint))
        self._write()

    def _write(self) -> None:
        conversion, result = self.conversion, self.conversion.result()
        failed = tuple(page.number for page in result.failed)
        target = self.order.target if result.pages else None
        if target is not None:
            conversion.write(document_format(self.order.format), target, marks=self.order.marks)
        if not conversion.remaining and not failed:
            self.store.clear()
        self.connection.send(ConversionEnd(target, len(result.pages), conversion.total, failed))

    def _tell(self, page: PageResult) -> None:
        conversion = self.conversion
        text = to_markdown(DocumentResult("", (page,), {}), MMD)
        done = conversion.total - len(conversion.remaining)
        self.connection.send(
            PageRead(
                page.number, text, _formulas(page, text), page.source == "scanned", page.problem, done,
                conversion.total, conversion.seconds_left,
            )
        )  # fmt: skip

    def _checkpoint(self) -> None:
        """Obey what was commanded; a pause lasts until the next command."""
        waits = self.connection.poll()
        while waits:
            command = self.connection.recv()
            if command == Command.STOP:
                raise _Stopped
            waits = command == Command.PAUSE or self.connection.poll()


def _formulas(page: PageResult, text: str) -> tuple[ReadFormula, ...]:
    """Where the formulas of a page stand in its text; those that the format writes otherwise are left out."""
    found: list[ReadFormula] = []
    at = 0
    for formula in page.formulas():
        start = text.find(formula.latex, at) if formula.latex else -1
        if start >= 0:
            at = start + len(formula.latex)
            found.append(ReadFormula(start, at, formula.box, formula.confidence))
    return tuple(found)
