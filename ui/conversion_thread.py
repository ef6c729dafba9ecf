"""The thread that listens to the process of a conversion."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread, Signal

from scipix.app.documents.conversion_orders import Command, ConversionOrder
from scipix.app.documents.conversion_process import ConversionProcess
from scipix.engine.errors import EngineError


class ConversionThread(QThread):
    """One conversion at a time. All but ``run`` belongs to the GUI thread."""

    told = Signal(object)
    """PageRead, ConversionEnd, or the EngineError that ended it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: ConversionProcess | None = None
        self._left = False

    def begin(self, order: ConversionOrder) -> None:
        """Start a conversion; the one before must have ended."""
        self.wait()
        self._left = False
        self._process = ConversionProcess(order)
        self.start()

    def command(self, command: Command) -> None:
        """Tell the conversion something."""
        if self._process is not None:
            self._process.command(command)

    def close(self) -> None:
        """End the conversion at once, without a word; what was read is kept."""
        self._left = True
        if self._process is not None:
            self._process.close()
        self.wait()

    def run(self) -> None:
        """The thread: tell what the process tells."""
        assert self._process is not None
        try:
            for news in self._process.news():
                self.told.emit(news)
        except EngineError as error:
            if not self._left:
                self.told.emit(error)
