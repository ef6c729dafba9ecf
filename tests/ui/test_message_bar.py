from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from scipix.engine.errors import ImageError
from scipix.ui.models.message import Message, Severity
from scipix.ui.views.message_bar import MessageBar


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    made = MessageBar()
    qtbot.addWidget(made)
    return made


def test_it_takes_no_room_without_messages(bar: MessageBar, qtbot: QtBot):
    assert bar.isHidden()
    bar.show_message(Message(Severity.INFO, "News"))
    assert not bar.isHidden()
    bar.clear()
    assert bar.isHidden()


def test_an_error_says_what_happened_why_and_what_to_do(bar: MessageBar):
    bar.show_message(Message.of(ImageError("Not a picture", "It is a text.", "Open another."), "a.txt"))
    (shown,) = bar.messages()
    assert (shown.title, shown.text, shown.hint) == ("a.txt: Not a picture", "It is a text.", "Open another.")
    assert shown.severity is Severity.ERROR


def test_the_same_message_is_shown_once_and_the_newest_is_on_top(bar: MessageBar):
    old, new = Message(Severity.INFO, "old"), Message(Severity.WARNING, "new")
    for message in (old, new, old):
        bar.show_message(message)
    assert bar.messages() == (new, old)


def test_only_the_newest_three_stay(bar: MessageBar):
    for number in range(5):
        bar.show_message(Message(Severity.INFO, str(number)))
    assert [message.title for message in bar.messages()] == ["4", "3", "2"]


def test_the_action_is_done_once_and_the_message_leaves(bar: MessageBar, qtbot: QtBot):
    done: list[bool] = []
    bar.show_message(Message(Severity.INFO, "Removed", action="Undo", on_action=lambda: done.append(True)))
    qtbot.mouseClick(bar.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert done == [True]
    assert bar.messages() == ()


def test_the_cross_closes(bar: MessageBar, qtbot: QtBot):
    bar.show_message(Message(Severity.ERROR, "Bad"))
    qtbot.mouseClick(bar.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert bar.messages() == ()


def test_a_passing_message_passes(bar: MessageBar, qtbot: QtBot):
    bar.show_message(Message(Severity.INFO, "News", seconds=1))
    qtbot.waitUntil(lambda: bar.messages() == (), timeout=5000)
