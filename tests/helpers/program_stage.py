"""The whole program on a test's application, with short words for what tests do."""

from __future__ import annotations

from formula_pictures import fraction_line
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scipix.app.settings import load_settings
from scipix.ui.images import to_qimage
from scipix.ui.main import Program
from scipix.ui.single_instance import Wish


class Stage:
    """A program and what is done to it."""

    def __init__(self, app: QApplication, qtbot: QtBot, opener: object) -> None:
        self.qtbot = qtbot
        self.store = load_settings()
        self.program = Program(app, self.store, opener)
        QGuiApplication.clipboard().clear()

    @property
    def face(self):
        return self.program.face

    @property
    def window(self):
        return self.program.face.window

    def start(self, wish: Wish | None = None) -> Stage:
        self.program.start(wish or Wish())
        return self

    def entries(self):
        return self.program.core.past.model.cards()

    def wait_for_entries(self, count: int) -> None:
        """Until the history has so many and nothing is being read.

        An entry may be in the history before it is shown: memory has it as soon as the engine's thread
        has read it, and a search that ends then brings it.
        """
        self.qtbot.waitUntil(lambda: len(self.entries()) == count and not self.reading())

    def reading(self) -> bool:
        """Whether a picture is read or waits."""
        return self.window.commands.cancel.isEnabled()

    def wait_for_message(self, part: str):
        def there() -> bool:
            return any(part in self.words(message) for message in self.window.messages.messages())

        self.qtbot.waitUntil(there)

    @staticmethod
    def words(message: object) -> str:
        return f"{message.title} {message.text} {message.hint}"

    def snip(self, image: QImage | None = None) -> None:
        self.face.snip.taken.emit(image or to_qimage(fraction_line()), QRect(10, 20, 300, 60))
