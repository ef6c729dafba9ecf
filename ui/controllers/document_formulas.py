"""Formulas on pages: what is clicked or framed is read, from the file's glyphs or from the picture."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from scipix.app.documents.page_requests import PageFormula, Region, RegionContent
from scipix.engine.errors import EngineError
from scipix.engine.types import Box
from scipix.ui.controllers.document import DocumentController
from scipix.ui.controllers.recognition import RecognitionController
from scipix.ui.images import to_array
from scipix.ui.models.entry import Source, SourceKind
from scipix.ui.page_service import PageService
from scipix.ui.views.document_view import DocumentView

_DPI = 200.0
"""Of the pictures that formulas are read from."""
_MARGIN = 2.5
"""Points of paper around a formula that was found."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """A region that was asked for, and whether its picture shall be read whatever glyphs there are."""

    region: Region
    picture: bool


class DocumentFormulas(QObject):
    """One formula at a time: a newer wish takes the place of an older one. GUI thread only."""

    failed = Signal(object, str)
    """EngineError, the place it is about."""

    def __init__(
        self,
        service: PageService,
        view: DocumentView,
        documents: DocumentController,
        recognition: RecognitionController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service, self._view, self._documents = service, view, documents
        self._recognition = recognition
        self._wish: _Wish | None = None
        self._exact = False
        service.answered.connect(self._on_answer)
        view.pages.formula_chosen.connect(self.read_formula)
        view.pages.framed.connect(self.read_frame)
        view.other_way_wanted.connect(self._read_other_way)

    def read_formula(self, page: int, formula: PageFormula) -> None:
        """Read a formula that was found on a page."""
        if formula.picture:
            self._read_scanned(page, formula)
            return
        box = formula.box
        around = Box(
            max(0.0, box.x0 - _MARGIN), max(0.0, box.y0 - _MARGIN), box.x1 + _MARGIN, box.y1 + _MARGIN
        )
        self._ask(_Wish(Region(page, around, _DPI, formula.exact), self._view.bar.picture.isChecked()))

    def _read_scanned(self, page: int, formula: PageFormula) -> None:
        """A formula that was found in a picture, all around it made white and put straight."""
        self._wish, self._exact = None, False
        picture = to_array(QImage.fromData(formula.picture))
        self._recognition.read_picture(picture, Source(SourceKind.DOCUMENT, self._about(page)))
        self._tell(page, has_glyphs=False)

    def read_frame(self, page: int, box: Box) -> None:
        """Read what is in a part of a page."""
        self._ask(_Wish(Region(page, box, _DPI), self._view.bar.picture.isChecked()))

    def _read_other_way(self) -> None:
        if self._wish is not None:
            self._ask(_Wish(self._wish.region, self._exact))

    def _ask(self, wish: _Wish) -> None:
        self._wish = wish
        self._service.ask(wish.region)

    def _on_answer(self, request: object, reply: object) -> None:
        wish = self._wish
        if wish is None or request != wish.region:
            return
        if isinstance(reply, EngineError):
            self.failed.emit(reply, self._about(wish.region.page))
        elif isinstance(reply, RegionContent):
            self._read(wish, reply)

    def _read(self, wish: _Wish, content: RegionContent) -> None:
        source = Source(SourceKind.DOCUMENT, self._about(wish.region.page))
        self._exact = content.exact is not None and not wish.picture
        if content.exact is not None and not wish.picture:
            self._recognition.read_symbols(content.picture, content.exact, source)
        else:
            self._recognition.read_picture(content.picture, source)
        self._tell(wish.region.page, content.exact is not None)

    def _tell(self, page: int, has_glyphs: bool) -> None:
        """Say which way was taken, and offer the other where there is one."""
        if self._exact:
            text = self.tr("Page {number}: read from the file's own glyphs, without looking.")
            other = self.tr("Read the picture instead")
        elif has_glyphs:
            text = self.tr("Page {number}: read from the picture, as you wished.")
            other = self.tr("Read the glyphs instead")
        else:
            text = self.tr("Page {number}: read from the picture; the file names no glyphs here.")
            other = ""
        self._view.tell_reading(text.format(number=page + 1), other)

    def _about(self, page: int) -> str:
        name = self._documents.path.name if self._documents.path is not None else ""
        return self.tr("{name}, page {number}").format(name=name, number=page + 1)
