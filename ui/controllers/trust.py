"""The window about the confidence: what it shows is made in the thread of memory."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from scipix.ui.memory_thread import MemoryThread
from scipix.ui.reliability import Words, draw
from scipix.ui.theme import Colours, current_colours
from scipix.ui.views.confidence_dialog import PICTURE, ConfidenceDialog

if TYPE_CHECKING:
    from scipix.app.memory.learned import Report
    from scipix.app.memory.memory import Memory

_FOLDER = "learned/folder"
_NAME = "scipix-learned.json.gz"


class Trust(QObject):
    """Opens and fills the dialog. GUI thread only."""

    def __init__(
        self, window: QWidget, thread: MemoryThread, memory: QSettings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window, self._thread, self._memory = window, thread, memory
        self.dialog: ConfidenceDialog | None = None

    def open(self) -> None:
        """Show the dialog."""
        if self.dialog is None:
            self.dialog = dialog = ConfidenceDialog(self._window)
            dialog.wanted.connect(self._ask)
            dialog.export_wanted.connect(self._export)
            dialog.import_wanted.connect(self._import)
            dialog.reset_confirmed.connect(lambda: self._thread.ask(_reset, self._again, self))
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _again(self, _done: object = None) -> None:
        self._ask()

    def _ask(self) -> None:
        if self.dialog is not None:
            size = (PICTURE.width(), PICTURE.height())
            look = partial(
                _look, current_colours(), self.dialog.words(), size, self.dialog.devicePixelRatioF()
            )
            self._thread.ask(look, self._show, self)

    def _show(self, found: tuple[Report, QImage]) -> None:
        if self.dialog is not None:
            self.dialog.show_report(found[0])
            self.dialog.show_picture(found[1])

    def _export(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self.dialog, self.tr("Export what was learned"), str(self._folder() / _NAME), self._filter()
        )
        if path:
            self._remember(path)
            self._thread.ask(partial(_export, Path(path)))

    def _import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self.dialog, self.tr("Import what was learned"), str(self._folder()), self._filter()
        )
        if path:
            self._remember(path)
            self._thread.ask(partial(_import, Path(path)), self._again, self)

    def _filter(self) -> str:
        learned, anything = self.tr("What scipix has learned"), self.tr("All files")
        return f"{learned} (*.json.gz);;{anything} (*)"

    def _folder(self) -> Path:
        return Path(str(self._memory.value(_FOLDER, "")))

    def _remember(self, path: str) -> None:
        self._memory.setValue(_FOLDER, str(Path(path).parent))


# -- in the thread of memory ------------------------------------------------------------------------------
def _look(
    colours: Colours, words: Words, size: tuple[int, int], ratio: float, memory: Memory
) -> tuple[Report, QImage]:
    report = memory.learner.report()
    return report, draw(report, colours, words, size, ratio)


def _export(path: Path, memory: Memory) -> int:
    from scipix.app.memory.sharing import export_file

    return export_file(memory.database, path)


def _import(path: Path, memory: Memory) -> int:
    from scipix.app.memory.sharing import import_file

    new = import_file(memory.database, path)
    memory.learner.learn()
    return new


def _reset(memory: Memory) -> None:
    memory.learner.forget()
    memory.learning.forget()
    memory.cache.forget_corrected()
