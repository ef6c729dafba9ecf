"""Takes a snip as the program does, and nothing else. Argument: the file for the crop. Prints JSON lines."""

from __future__ import annotations

import json
import sys
from typing import Any

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from scipix.ui.platform.screenshot import Shot, choose
from scipix.ui.views.overlay import SnipOverlay


def tell(**what: Any) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main(path: str) -> int:
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    overlay = SnipOverlay()

    def taken(crop: QImage, place: QRect) -> None:
        crop.save(path)
        tell(event="taken", size=[crop.width(), crop.height()], place=list(place.getRect()))
        app.quit()

    def cancelled() -> None:
        tell(event="cancelled")
        app.quit()

    def show(shots: tuple[Shot, ...]) -> None:
        overlay.start(shots)
        watch.start(20)

    def watch_surfaces() -> None:
        surfaces = overlay.surfaces()
        if surfaces and all(surface.isVisible() for surface in surfaces) and app.focusWindow() is not None:
            watch.stop()
            tell(event="open", surfaces=len(surfaces))

    watch = QTimer()
    watch.timeout.connect(watch_surfaces)
    overlay.taken.connect(taken)
    overlay.cancelled.connect(cancelled)
    choice = choose()
    tell(event="chosen", reason=choice.reason)
    assert choice.handler is not None
    choice.handler.grab(show, lambda error: tell(event="failed", message=str(error)))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
