"""An open PDF file: its pages as pictures, as glyphs and as text to search and select.

MuPDF works for one thread at a time: all calls for all documents belong to the same thread.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pymupdf
from numpy.typing import NDArray

from scipix.app.documents.errors import DocumentError, PageError, PasswordError
from scipix.app.documents.glyphs import GlyphReader
from scipix.app.documents.outline import OutlineEntry
from scipix.app.documents.page_text import PageText
from scipix.app.documents.text_reader import read_text, shown
from scipix.engine.types import Box, PageInk

MAX_PIXELS = 50_000_000
"""Of a page's picture: larger ones are made smaller."""
_POINTS_AN_INCH = 72.0
_BROKEN = (pymupdf.mupdf.FzErrorBase, RuntimeError, ValueError, IndexError)


class Document:
    """A PDF (or XPS, EPUB ...) file that was opened with :func:`open_document`."""

    def __init__(self, document: pymupdf.Document, path: Path, repaired: bool) -> None:
        self._document = document
        self._glyphs = GlyphReader(document)
        self.path = path
        self.repaired = repaired
        """The file was damaged, and what could be found in it was put together."""

    def __len__(self) -> int:
        return int(self._document.page_count)

    def close(self) -> None:
        """Let go of the file; nothing may be asked afterwards."""
        self._document.close()

    @property
    def title(self) -> str:
        """From the file's metadata; '' if it has none."""
        return str((self._document.metadata or {}).get("title") or "").strip()

    def outline(self) -> tuple[OutlineEntry, ...]:
        """The table of contents; () if the file has none."""
        return tuple(OutlineEntry(level, title, page - 1) for level, title, page in self._document.get_toc())

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of a page (from 0) in points."""
        rect = self._page(number).rect
        return float(rect.width), float(rect.height)

    def ink(self, number: int) -> PageInk:
        """The glyphs, rules and pictures of a page; raises PageError."""
        try:
            return self._glyphs.read(number)
        except _BROKEN as error:
            raise _page_error(number, error) from error

    def invisible(self, number: int) -> int:
        """How many characters of a page are there for searching only."""
        try:
            return self._glyphs.invisible(number)
        except _BROKEN as error:
            raise _page_error(number, error) from error

    def picture(self, number: int, dpi: float = 150.0, clip: Box | None = None) -> NDArray[np.uint8]:
        """A page, or the part of it in ``clip`` (points), as RGB, HxWx3, read-only; raises PageError.

        Where that would take more than MAX_PIXELS, the resolution is lowered.
        """
        page = self._page(number)
        area = pymupdf.Rect(clip.x0, clip.y0, clip.x1, clip.y1) & page.rect if clip else page.rect
        zoom = dpi / _POINTS_AN_INCH
        pixels = max(1.0, area.width * zoom) * max(1.0, area.height * zoom)
        zoom *= min(1.0, (MAX_PIXELS / pixels) ** 0.5)
        try:
            pixmap = page.get_pixmap(
                matrix=pymupdf.Matrix(zoom, zoom), clip=area, colorspace=pymupdf.csRGB, alpha=False
            )
        except _BROKEN as error:
            raise _page_error(number, error) from error
        rows = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.stride)
        picture = rows[:, : 3 * pixmap.width].reshape(pixmap.height, pixmap.width, 3).copy()
        picture.flags.writeable = False
        return picture

    @staticmethod
    def forget_pictures() -> None:
        """Give back what MuPDF keeps of pages that were drawn: up to 256 MiB that nobody asks for again."""
        pymupdf.TOOLS.store_shrink(100)

    def search(self, number: int, text: str) -> tuple[Box, ...]:
        """Where a page holds a text, upper and lower case alike; one box for each line of a hit."""
        page = self._page(number)
        return tuple(_box(shown(page, rect)) for rect in page.search_for(text))

    def text(self, number: int) -> PageText:
        """The characters of a page with their boxes, to select from; raises PageError."""
        try:
            return read_text(self._page(number))
        except _BROKEN as error:
            raise _page_error(number, error) from error

    def words(self, number: int) -> tuple[tuple[Box, str], ...]:
        """The words of a page with their boxes, in the order of reading, to select from."""
        return tuple(
            (_box(word[:4]), str(word[4])) for word in self._page(number).get_text("words", sort=True)
        )

    def selected_text(self, number: int, area: Box) -> str:
        """The text in a part of a page."""
        rect = pymupdf.Rect(area.x0, area.y0, area.x1, area.y1)
        return str(self._page(number).get_textbox(rect))

    def _page(self, number: int) -> pymupdf.Page:
        try:
            return self._document[number]
        except _BROKEN as error:
            raise _page_error(number, error) from error


def open_document(path: Path, password: str = "") -> Document:
    """Open a file.

    Raises:
        PasswordError: it is encrypted and ``password`` does not open it.
        DocumentError: it is missing, empty, no PDF, or has no pages that can be read.
    """
    _quiet()
    try:
        if path.stat().st_size == 0:
            raise DocumentError("Empty file", "There is nothing in it.", "Get the document again.")
        document = pymupdf.open(path)
    except OSError as error:
        raise DocumentError(
            "File cannot be read", f"{error.strerror or error}.", "Check the name and your access to it."
        ) from error
    except _BROKEN as error:
        raise _damaged(error) from error
    return _unlocked(document, path, password)


def _unlocked(document: pymupdf.Document, path: Path, password: str) -> Document:
    if document.needs_pass and not document.authenticate(password):
        document.close()
        message = "The password does not open it." if password else "It opens with a password only."
        raise PasswordError("Document is encrypted", message, "Enter the password of the document.")
    try:
        count, repaired = document.page_count, bool(document.is_repaired)
    except _BROKEN as error:
        raise _damaged(error) from error
    if not count:
        document.close()
        raise DocumentError("No pages", "No page can be found in the file.", "Get the document again.")
    return Document(document, path, repaired)


def _quiet() -> None:
    """MuPDF's remarks about odd files help nobody here; fonts keep the tags that tell subsets apart."""
    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)
    pymupdf.TOOLS.set_subset_fontnames(True)


def _damaged(error: Exception) -> DocumentError:
    return DocumentError(
        "Not a readable document",
        f"The file is damaged or is no PDF ({error}).",
        "Get the document again, or open it in another program and save it anew.",
    )


def _page_error(number: int, error: Exception) -> PageError:
    return PageError(
        "Page cannot be read", f"Page {number + 1} is damaged ({error}).", "The other pages are not affected."
    )


def _box(rect: Any) -> Box:
    x0, y0, x1, y1 = rect
    return Box(float(x0), float(y0), float(x1), float(y1))
