"""The process that holds a document open for the window: pictures, text and formulas of its pages.

MuPDF keeps the interpreter's lock while it draws, so in a thread it would stop the window; and a file that
brings it down takes this process with it and nothing else.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
import numpy.typing as npt

from scipix.app.documents import page_requests as asked
from scipix.app.documents.page_text import PageText
from scipix.app.documents.pdf import Document, open_document
from scipix.engine.errors import EngineError
from scipix.engine.types import Box

if TYPE_CHECKING:
    from scipix.app.documents.page_formulas import FormulaFinder
    from scipix.app.documents.page_scans import ScanFinder

log = logging.getLogger(__name__)

FIRST_SIZES = 16
"""Pages whose sizes come with the answer to opening."""
_POINTS_AN_INCH = 72.0
_NIGHT_PAPER = 30
"""The grey that white becomes at night."""


def serve(connection: Connection, niceness: int = 0) -> None:
    """Answer requests until the other end is closed. The answer to a failure is the EngineError.

    ``niceness``: by how much all else on the machine comes first.
    """
    # Ctrl+C in a terminal goes to all its processes; this one ends with its connection.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if niceness and hasattr(os, "nice"):
        os.nice(niceness)
    desk = Desk()
    with contextlib.suppress(EOFError, OSError):
        while True:
            connection.send(_answer(desk, connection.recv()))


def _answer(desk: Desk, request: asked.Request) -> asked.Reply | EngineError:
    try:
        return desk.answer(request)
    except EngineError as error:
        return error
    except Exception as error:  # an odd file must not end the process
        log.exception("request failed: %s", type(request).__name__)
        return EngineError(
            "Page cannot be read",
            f"Something went wrong that should not ({type(error).__name__}).",
            "The other pages are not affected.",
        )


@dataclass(slots=True)
class Desk:
    """The open document and what answers about it."""

    _document: Document | None = None
    _finder: FormulaFinder | None = field(default=None)
    _scans: ScanFinder | None = field(default=None)

    def answer(self, request: asked.Request) -> asked.Reply:
        """The reply to a request; raises EngineError."""
        match request:
            case asked.OpenFile():
                return self._open(request)
            case asked.PageSizes():
                return self._sizes(request.start, request.stop)
            case asked.Tile():
                return draw(self.document, request)
            case asked.TextOf():
                return self._text(request.page)
            case asked.Find():
                return self._find(request)
            case asked.FormulasOf():
                return self.finder.page(request.page)
            case asked.ScannedFormulasOf():
                return self.scans(request.provider).page(request.page)
            case asked.Region():
                return self.finder.region(request)

    @property
    def document(self) -> Document:
        assert self._document is not None, "nothing is open"
        return self._document

    @property
    def finder(self) -> FormulaFinder:
        if self._finder is None:
            # The layout takes longer to import than a page to draw: the first page is to be seen before.
            from scipix.app.documents.page_formulas import FormulaFinder

            self._finder = FormulaFinder.of(self.document)
        return self._finder

    def scans(self, provider: str | None) -> ScanFinder:
        """What looks at pictures of pages; the models load when it is first asked for."""
        if self._scans is None:
            from scipix.app.documents.page_scans import ScanFinder

            self._scans = ScanFinder.of(self.document, provider)
        return self._scans

    def _open(self, request: asked.OpenFile) -> asked.Opened:
        if self._document is not None:
            self._document.close()
        self._document, self._finder, self._scans = None, None, None
        document = open_document(request.path, request.password)
        self._document = document
        count = len(document)
        sizes = self._sizes(0, min(FIRST_SIZES, count))
        return asked.Opened(request.path, document.title, count, document.repaired, document.outline(), sizes)

    def _sizes(self, start: int, stop: int) -> tuple[asked.Size | None, ...]:
        return tuple(self._size(number) for number in range(start, stop))

    def _size(self, number: int) -> asked.Size | None:
        try:
            return self.document.size(number)
        except EngineError:
            return None

    def _text(self, number: int) -> PageText:
        return self.document.text(number)

    def _find(self, request: asked.Find) -> tuple[asked.Found, ...]:
        found: list[asked.Found] = []
        for number in range(request.start, request.stop):
            with contextlib.suppress(EngineError):
                found += [asked.Found(number, box) for box in self.document.search(number, request.text)]
        return tuple(found)


def draw(document: Document, tile: asked.Tile) -> asked.Pixels:
    """The pixels of a tile."""
    zoom = tile.zoom
    clip = Box(
        tile.left / zoom, tile.top / zoom, (tile.left + tile.width) / zoom, (tile.top + tile.height) / zoom
    )
    picture = document.picture(tile.page, _POINTS_AN_INCH * zoom, clip)
    if tile.night:
        picture = at_night(picture)
    height, width = picture.shape[:2]
    return asked.Pixels(width, height, cv2.cvtColor(picture, cv2.COLOR_RGB2BGRA).tobytes())


def at_night(picture: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Light and dark of an RGB picture turned about; hues stay, and paper becomes dark grey, not black."""
    channels = cv2.split(picture)
    largest = cv2.max(cv2.max(channels[0], channels[1]), channels[2])
    smallest = cv2.min(cv2.min(channels[0], channels[1]), channels[2])
    shift = 255 - (largest.astype(np.int16) + smallest)
    turned: npt.NDArray[Any] = picture + shift[:, :, None]
    share = (255 - _NIGHT_PAPER) / 255
    return (turned * np.float32(share) + np.float32(_NIGHT_PAPER)).astype(np.uint8)
