"""Converting a document: page by page, with what was read kept, so that it can stop and go on at any page."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from scipix.app.documents.formats import DocumentFormat
from scipix.app.documents.pdf import Document
from scipix.app.documents.read import Mode, PageReader
from scipix.app.documents.results import DocumentResult, PageResult
from scipix.app.documents.review import marked
from scipix.app.documents.store import PageStore
from scipix.engine.errors import EngineError
from scipix.engine.recognize.glyph_classes import GlyphClasses
from scipix.engine.types import Checkpoint, uninterrupted
from scipix.engine.weights import read_classes, read_manifest

log = logging.getLogger(__name__)

_FIGURE_DPI = 200.0
_REMEMBERED = 12
"""Pages that the estimate of the time left looks back on."""


class Conversion:
    """The pages of one document that are to be read, and those that were. For the thread of the engine.

    A front end calls :meth:`read_next` until :attr:`remaining` is empty, or stops before: whatever was read
    can be written at any time, and a new conversion with the same store goes on with what is missing.
    """

    def __init__(
        self,
        document: Document,
        reader: PageReader,
        numbers: Sequence[int],
        store: PageStore,
        mode: Mode = "auto",
    ) -> None:
        self._document, self._reader, self._store, self._mode = document, reader, store, mode
        self._numbers = tuple(numbers)
        kept = {number: store.page(number) for number in numbers}
        self._pages: dict[int, PageResult] = {
            n: page for n, page in kept.items() if page and not page.problem
        }
        self.resumed = len(self._pages)
        """Pages that had been read before."""
        self._seconds: list[float] = []

    @property
    def total(self) -> int:
        """How many pages are to be read in all."""
        return len(self._numbers)

    @property
    def remaining(self) -> tuple[int, ...]:
        """Numbers of the pages that have not been read yet, in the order in which they will be."""
        return tuple(number for number in self._numbers if number not in self._pages)

    @property
    def seconds_left(self) -> float | None:
        """An estimate, from the last pages; None before the first."""
        if not self._seconds:
            return None
        last = self._seconds[-_REMEMBERED:]
        return sum(last) / len(last) * len(self.remaining)

    def read_next(self, checkpoint: Checkpoint = uninterrupted) -> PageResult:
        """Read the next page and keep it. A page that cannot be read is a result with a problem.

        Raises only what ``checkpoint`` raises.
        """
        number = self.remaining[0]
        start = time.perf_counter()
        page, pictures = self._read(number, checkpoint)
        self._seconds.append(time.perf_counter() - start)
        self._store.keep(page, pictures)
        self._pages[number] = page
        return page

    def result(self) -> DocumentResult:
        """What was read so far, in the order of the pages asked for."""
        pages = tuple(self._pages[number] for number in self._numbers if number in self._pages)
        return DocumentResult(self._document.title, pages, self._store.pictures())

    def write(self, kind: DocumentFormat, path: Path, *, marks: bool = False) -> None:
        """Write what was read so far, ``marks``: with its doubtful formulas marked; raises EngineError."""
        try:
            kind.write(marked(self.result()) if marks else self.result(), path)
        except OSError as error:
            raise EngineError(
                "File cannot be written", f"{path}: {error.strerror or error}.", "Choose another folder."
            ) from error

    def _read(self, number: int, checkpoint: Checkpoint) -> tuple[PageResult, Mapping[str, bytes]]:
        """A page and its figures; the errors of a page become its problem, those of ``checkpoint`` pass."""
        ended: list[BaseException] = []

        def checked() -> None:
            try:
                checkpoint()
            except BaseException as end:
                ended.append(end)
                raise

        try:
            page = self._reader.read(number, self._mode, checked)
            return page, self._figures(page)
        except EngineError as error:
            problem = f"{error.message} {error.hint}".strip()
        except Exception:  # one page must not take the other thousand with it
            if ended:
                raise
            log.exception("page %d cannot be read", number + 1)
            problem = "Something went wrong that should not; the log says what."
        return PageResult(number, 0.0, 0.0, "digital", (), 0.0, problem), {}

    def _figures(self, page: PageResult) -> dict[str, bytes]:
        return {
            block.picture: png(self._document.picture(page.number, _FIGURE_DPI, block.box))
            for block in page.blocks
            if block.picture
        }


def png(picture: NDArray[np.uint8]) -> bytes:
    """A picture (RGB) as a PNG file."""
    done, content = cv2.imencode(".png", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR))
    if not done:
        raise EngineError("Picture cannot be kept", "It cannot be written as PNG.")
    return content.tobytes()


def glyph_classes(models: Path) -> GlyphClasses:
    """The table of glyphs that belongs to the weights in a folder; raises ModelError."""
    classes, _ = read_classes(read_manifest(models).model("classes"))
    return GlyphClasses.read(models, classes)
