"""The text of a conversion, page by page, with its doubtful formulas marked."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from scipix.app.documents.conversion_orders import PageRead
from scipix.app.documents.results import LOST
from scipix.ui.models.converted_pages import ConvertedPages, Doubt
from scipix.ui.theme import current_colours
from scipix.ui.translation import translated


class ConvertedText(QPlainTextEdit):
    """Read only. Each page begins with a line that names it."""

    page_read = Signal(int)
    """The user has scrolled to this page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = ConvertedPages()
        self.setReadOnly(True)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setAccessibleName(self.tr("Converted text"))
        self.setPlaceholderText(self.tr("The text appears here, page by page."))
        self._starts: list[int] = []
        self._current: Doubt | None = None
        self._bold = QTextCharFormat()
        self._bold.setFontWeight(QFont.Weight.Bold)
        self.verticalScrollBar().valueChanged.connect(self._on_scroll)

    def reset(self) -> None:
        """Another conversion."""
        self.pages.clear()
        self._starts, self._current = [], None
        with QSignalBlocker(self.verticalScrollBar()):
            self.clear()

    def add_page(self, page: PageRead) -> None:
        """Put a page in its place; what is read stays where it is."""
        with QSignalBlocker(self.verticalScrollBar()):
            self._insert(page)
        self._mark()

    def _insert(self, page: PageRead) -> None:
        place = self.pages.add(page)
        title, body = self._title(page), f"\n{page.text.rstrip()}\n\n"
        cursor = QTextCursor(self.document())
        at = self._starts[place] if place < len(self._starts) else self.document().characterCount() - 1
        cursor.setPosition(at)
        cursor.insertText(title, self._bold)
        cursor.insertText(body, QTextCharFormat())
        added = _units(title + body)
        self._starts = [*self._starts[:place], at, *(start + added for start in self._starts[place:])]

    def show_page(self, page: int) -> None:
        """Scroll to a page, if it is there."""
        numbers = [one.page for one in self.pages.pages]
        if page in numbers:
            block = self.document().findBlock(self._starts[numbers.index(page)])
            self.verticalScrollBar().setValue(block.firstLineNumber())

    def step_doubt(self, step: int, page: int) -> Doubt | None:
        """Select the next doubtful formula; from none that of a page or after it."""
        self._current = self.pages.step(self._current, step, page)
        if self._current is not None:
            start, end = self._span(self._current)
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.centerCursor()
        return self._current

    def set_colours(self) -> None:
        """Take the colours of the theme in force."""
        self._mark()

    def _title(self, page: PageRead) -> str:
        title = self.tr("— Page {number} —").format(number=page.page + 1)
        if page.problem:
            note = self.tr("could not be read: {problem}").format(problem=translated(page.problem))
        else:
            note = self.tr("from the picture") if page.scanned else ""
        return f"{title}  {note}" if note else title

    def _span(self, doubt: Doubt) -> tuple[int, int]:
        """Where a formula stands in the document, in Qt's units."""
        place = next(n for n, page in enumerate(self.pages.pages) if page.page == doubt.page)
        page = self.pages.pages[place]
        before = self._starts[place] + _units(self._title(page)) + 1
        start = before + _units(page.text[: doubt.formula.start])
        return start, start + _units(page.text[doubt.formula.start : doubt.formula.end])

    def _mark(self) -> None:
        colours = current_colours()
        found: list[QTextEdit.ExtraSelection] = []
        for place, page in enumerate(self.pages.pages):
            if page.problem:
                start = self._starts[place]
                found.append(self._selection(start, start + _units(self._title(page)), colours.red))
        for doubt in self.pages.doubts():
            lost = doubt.formula.confidence < LOST
            mark = self._selection(*self._span(doubt), colours.red if lost else colours.amber)
            mark.format.setBackground(colours.red_tint if lost else colours.amber_tint)
            mark.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            found.append(mark)
        self.setExtraSelections(found)

    def _selection(self, start: int, end: int, ink: QColor) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = QTextCursor(self.document())
        selection.cursor.setPosition(start)
        selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.format.setForeground(ink)
        return selection

    def _on_scroll(self) -> None:
        at = self.firstVisibleBlock().position()
        seen = [page.page for page, start in zip(self.pages.pages, self._starts, strict=True) if start <= at]
        if seen:
            self.page_read.emit(seen[-1])


def _units(text: str) -> int:
    """Qt counts in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
