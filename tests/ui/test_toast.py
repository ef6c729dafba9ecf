from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from scipix.ui.views.toast import Toast, beside

SCREEN = QRect(-1920, 0, 1920, 1080)


def test_it_stands_below_the_snip():
    assert beside(QRect(-1000, 200, 300, 40), QSize(200, 80), SCREEN) == QPoint(-1000, 248)


def test_it_stands_above_where_there_is_no_room_below():
    assert beside(QRect(-1000, 1000, 300, 70), QSize(200, 80), SCREEN) == QPoint(-1000, 912)


@given(
    x=st.integers(-2000, 100), y=st.integers(-100, 1200),
    width=st.integers(1, 1920), height=st.integers(1, 1080),
)  # fmt: skip
def test_it_never_leaves_the_screen(x: int, y: int, width: int, height: int):
    size = QSize(420, 200)
    assert SCREEN.contains(QRect(beside(QRect(x, y, width, height), size, SCREEN), size))


def test_it_asks_to_copy_and_leaves_by_escape(qtbot: QtBot):
    menu = QMenu()
    toast = Toast(menu)
    qtbot.addWidget(toast)
    toast.show_result(QRect(10, 10, 50, 20), "97 % sure")
    toast.show_picture(QPixmap(2000, 500))
    assert toast.isVisible()
    assert toast.width() < 600
    with qtbot.waitSignal(toast.copy_wanted):
        qtbot.keyClick(toast, Qt.Key.Key_Return)
    qtbot.keyClick(toast, Qt.Key.Key_Escape)
    assert not toast.isVisible()
