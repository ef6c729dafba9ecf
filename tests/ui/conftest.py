"""Qt without a screen: chosen before anything imports Qt."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def clear_clipboard() -> Iterator[None]:
    """The offscreen platform frees what its clipboard holds after Python is gone, and crashes."""
    yield
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def no_window_is_left() -> Iterator[None]:
    """A window that a test leaves open takes the mouse from the next one's."""
    yield
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return
    left = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    for one in left:
        one.hide()
    assert left == []


@pytest.fixture(autouse=True)
def mouse_away() -> None:
    """The mouse begins in a corner: where the last test left it, a move to the same place is none."""
    from PySide6.QtGui import QCursor
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is not None:
        QCursor.setPos(0, 0)
