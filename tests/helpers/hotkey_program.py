"""Listens for a hotkey. Reads ``register KEYS``, ``unregister``, ``quit``; prints JSON lines."""

from __future__ import annotations

import json
import sys
import threading
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtWidgets import QApplication

from scipix.engine.errors import EngineError
from scipix.ui.platform.hotkey import choose


def tell(**what: Any) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


class Program(QObject):
    """Obeys the lines in the GUI thread."""

    line = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        choice = choose()
        tell(event="chosen", reason=choice.reason)
        assert choice.handler is not None
        self.handler = choice.handler
        self.line.connect(self.obey)
        threading.Thread(target=self.read, daemon=True).start()

    def read(self) -> None:
        for line in sys.stdin:
            self.line.emit(line.strip())
        self.line.emit("quit")

    def obey(self, line: str) -> None:
        word, _, keys = line.partition(" ")
        if word == "quit":
            self.handler.unregister()
            QApplication.quit()
            return
        if word == "unregister":
            self.handler.unregister()
        else:
            try:
                self.handler.register(keys, lambda: self.fire(keys))
            except EngineError as error:
                tell(event="refused", title=error.title, hint=error.hint)
                return
        names = sorted(thread.name for thread in threading.enumerate())
        tell(event="done", line=line, threads=len(names))

    def fire(self, keys: str) -> None:
        gui = QThread.currentThread() is QApplication.instance().thread()
        tell(event="fired", keys=keys, gui_thread=gui)


if __name__ == "__main__":
    app = QApplication(sys.argv)
    program = Program()
    sys.exit(app.exec())
