"""Another program that shows a picture at a place of the screen. Arguments: file, x, y."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QLabel


def main(path: str, x: str, y: str) -> int:
    app = QApplication(sys.argv[:1])
    picture = QLabel()
    picture.setWindowTitle("formula viewer")
    picture.setWindowFlags(Qt.WindowType.FramelessWindowHint)
    picture.setPixmap(QPixmap(path))
    picture.setStyleSheet("background: white; padding: 40px")
    picture.move(int(x), int(y))
    picture.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
