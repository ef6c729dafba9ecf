"""Converting a document: what into what, how far it is, and what came out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from scipix.app.documents.conversion_orders import ConversionEnd, PageRead
from scipix.app.documents.formats import document_formats
from scipix.ui.theme import SPACE
from scipix.ui.views.converted_text import ConvertedText


class ConversionPanel(QWidget):
    """Tells what is wanted; it converts nothing itself."""

    start_wanted = Signal(str, str)
    """The id of a format, and the pages as text ('' for all)."""
    pause_toggled = Signal(bool)
    stop_wanted = Signal()
    doubt_wanted = Signal(int)
    """The next (1) or former (-1) doubtful formula shall be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Conversion"))
        self.format, self.pages = self._make_format(), self._make_pages()
        self.start = _button(self.tr("Convert…"), self.tr("Asks for the file to write"), self._start)
        self.start.setProperty("kind", "primary")
        self.pause = _button(self.tr("Pause"), self.tr("Pauses, and goes on"), None)
        self.pause.setCheckable(True)
        self.pause.toggled.connect(self._toggle_pause)
        self.stop = _button(
            self.tr("Stop"), self.tr("Writes what was read so far; the next conversion goes on there"),
            self.stop_wanted.emit,
        )  # fmt: skip
        self.bar, self.state = QProgressBar(), QLabel()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Pages that were read"))
        self.state.setWordWrap(True)
        self.state.setProperty("role", "hint")
        self.text = ConvertedText()
        self.doubt = _button(
            self.tr("Next doubtful (F8)"), self.tr("Goes to the next formula that may be wrong"),
            lambda: self.doubt_wanted.emit(1),
        )  # fmt: skip
        self.open = _button(
            self.tr("Open the file"), self.tr("In the program that the system has for it"), self._open
        )
        self._running, self._target = QWidget(), Path()
        self._arrange()
        self.reset()

    # -- what is shown ----------------------------------------------------------------------------
    def reset(self) -> None:
        """Ready for a conversion; nothing of one before is left."""
        self.text.reset()
        self._show_running(False)
        self.state.setText("")
        self.open.hide()
        self.doubt.hide()

    def show_start(self) -> None:
        """A conversion begins."""
        self.reset()
        self._show_running(True)
        self.bar.setRange(0, 0)
        self.state.setText(self.tr("The models are loading…"))

    def add_page(self, page: PageRead) -> None:
        """A page was read."""
        self.bar.setRange(0, page.total)
        self.bar.setValue(page.done)
        text = self.tr("{done} of %n pages", "", page.total).format(done=page.done)
        left = "" if page.seconds_left is None else f" · {self._left(page.seconds_left)}"
        self.state.setText(text + left)
        self.text.add_page(page)
        self.doubt.setVisible(bool(self.text.pages.doubts()))

    def show_end(self, end: ConversionEnd) -> None:
        """What came of it."""
        self._show_running(False)
        words = [self.tr("{done} of %n pages.", "", end.total).format(done=end.done)]
        if end.target is not None:
            words.append(self.tr("Written to {name}.").format(name=end.target.name))
            self._target = end.target
        if end.failed:
            pages = ", ".join(str(page + 1) for page in end.failed)
            words.append(self.tr("Pages that could not be read: {pages}.").format(pages=pages))
        if end.done < end.total:
            words.append(self.tr("Convert again to go on."))
        self.state.setText(" ".join(words))
        self.open.setVisible(end.target is not None)

    def show_failure(self, text: str) -> None:
        """It ended with an error."""
        self._show_running(False)
        self.state.setText(text)

    def _left(self, seconds: float) -> str:
        if seconds < 90:
            return self.tr("about {seconds} s left").format(seconds=max(1, round(seconds)))
        return self.tr("about {minutes} min left").format(minutes=round(seconds / 60))

    def _show_running(self, running: bool) -> None:
        self._running.setVisible(running)
        for part in (self.start, self.format, self.pages):
            part.setEnabled(not running)
        self.pause.setChecked(False)

    # -- what the user does -----------------------------------------------------------------------
    def _start(self) -> None:
        self.start_wanted.emit(self.format.currentData(), self.pages.text().strip())

    def _toggle_pause(self, paused: bool) -> None:
        self.pause.setText(self.tr("Go on") if paused else self.tr("Pause"))
        self.pause_toggled.emit(paused)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target)))

    # -- arrangement ------------------------------------------------------------------------------
    def _make_format(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Format"))
        box.setToolTip(self.tr("What the document is converted to"))
        for one in document_formats():
            box.addItem(QCoreApplication.translate("Formats", one.title), one.id)
        return box

    def _make_pages(self) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(self.tr("Pages to convert"))
        field.setPlaceholderText(self.tr("all pages"))
        field.setToolTip(self.tr("For example 2-5,8,-1; -1 is the last page"))
        field.returnPressed.connect(self._start)
        return field

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(SPACE)
        grid.addWidget(self.format, 0, 0, 1, 2)
        grid.addWidget(self.pages, 1, 0)
        grid.addWidget(self.start, 1, 1)
        grid.setColumnStretch(0, 1)
        row = QHBoxLayout(self._running)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar, 1)
        row.addWidget(self.pause)
        row.addWidget(self.stop)
        below = QHBoxLayout()
        below.addWidget(self.doubt)
        below.addStretch(1)
        below.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(grid)
        column.addWidget(self._running)
        column.addWidget(self.state)
        column.addWidget(self.text, 1)
        column.addLayout(below)


def _button(words: str, tip: str, clicked: object) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(tip)
    button.setAccessibleName(words.split(" (")[0].rstrip("…"))
    if clicked is not None:
        button.clicked.connect(clicked)
    return button
