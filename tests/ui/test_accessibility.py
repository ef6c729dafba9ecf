"""Every control says what it is, by name and by tooltip, and can be reached by the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_recognizer import FakeOpener
from formula_pictures import fraction_line
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from scipix.app.settings import load_settings
from scipix.ui.images import to_qimage
from scipix.ui.main import Program
from scipix.ui.single_instance import Wish

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox)


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("CONFIG", "DATA", "CACHE"):
        monkeypatch.setenv(f"SCIPIX_{name}_DIR", str(tmp_path / name.lower()))
    monkeypatch.setenv("SCIPIX_HOTKEY", "")
    made = Program(qapp, load_settings(), FakeOpener())
    made.start(Wish())
    made.face.snip.taken.emit(to_qimage(fraction_line()), QRect(0, 0, 10, 10))
    qtbot.waitUntil(lambda: made.core.past.model.rowCount() == 1)
    yield made
    made.close()


def controls(root: QWidget) -> list[QWidget]:
    """The controls that a person can see and use; not the parts that Qt itself puts into its widgets."""
    found = [one for kind in CONTROLS for one in root.findChildren(kind) if one.isVisibleTo(root)]
    return [one for one in found if not one.objectName().startswith("qt_")]


def name_of(control: QWidget) -> str:
    text = control.text() if isinstance(control, QAbstractButton) else ""
    return control.accessibleName() or text


def test_every_control_of_the_window_has_a_name(program: Program):
    nameless = [one for one in controls(program.face.window) if not name_of(one)]
    assert nameless == []


def test_every_button_without_text_has_a_tooltip(program: Program):
    buttons = [one for one in controls(program.face.window) if isinstance(one, QAbstractButton)]
    assert [one.accessibleName() for one in buttons if not one.text() and not one.toolTip()] == []


def test_every_control_can_be_reached_by_the_keyboard(program: Program):
    unreachable = [
        name_of(one)
        for one in controls(program.face.window)
        if one.isEnabled() and not one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert unreachable == []


def test_every_command_has_keys_in_its_tooltip_and_no_keys_are_used_twice(program: Program):
    actions = [action for action in program.face.window.actions() if not action.shortcut().isEmpty()]
    keys = [action.shortcut().toString() for action in actions]
    assert len(set(keys)) == len(keys)
    named = [action for action in actions if action.objectName()]
    assert all(action.shortcut().toString() in action.toolTip() for action in named)


def test_the_settings_and_the_toast_have_names_too(program: Program):
    program.show_settings()
    assert [one for one in controls(program._dialog) if not name_of(one)] == []
    assert [one for one in controls(program.face.toast) if not name_of(one)] == []
