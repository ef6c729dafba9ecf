"""The controls for one setting each: what the table says about a value decides which one it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QWidget,
)

from scipix.app.options import Option, Value
from scipix.ui.icons import follow_palette, icon
from scipix.ui.theme import SPACE

Choices = Sequence[tuple[str, str]]
"""Values with their titles, already in the user's language."""

WIDTH = 26 * SPACE


def words(text: str) -> str:
    """A title or help text of the table in the user's language."""
    return QCoreApplication.translate("Settings", text)


class Field(QObject):
    """A control and its value. ``chosen`` is emitted when a person changes it, not by ``show_value``.

    ``refused`` carries why an input was not taken, and an empty text when that is over.
    """

    chosen = Signal(object)
    refused = Signal(str)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.widget = widget

    def show_value(self, value: Value) -> None:
        """Show a value without emitting."""
        raise NotImplementedError

    def focus_target(self) -> QWidget:
        """The control that takes the focus and carries the accessible name."""
        return self.widget


class CheckField(Field):
    """Yes or no. Its title is part of the control, so that a click on it counts."""

    def __init__(self, row: Option) -> None:
        self._box = QCheckBox(words(row.title))
        super().__init__(self._box)
        self._box.toggled.connect(self.chosen.emit)

    def show_value(self, value: Value) -> None:
        with QSignalBlocker(self._box):
            self._box.setChecked(bool(value))


class ChoiceField(Field):
    """One of several."""

    def __init__(self, choices: Choices) -> None:
        self._box = _Combo()
        super().__init__(self._box)
        self._box.setFixedWidth(WIDTH)
        for value, title in choices:
            self._box.addItem(title, value)
        self._box.activated.connect(lambda at: self.chosen.emit(self._box.itemData(at)))

    def show_value(self, value: Value) -> None:
        if self._box.findData(value) < 0:  # a format whose registry is not here
            self._box.addItem(str(value), value)
        self._box.setCurrentIndex(self._box.findData(value))


class NumberField(Field):
    """A whole number within its limits."""

    def __init__(self, row: Option) -> None:
        self._box = _Spin()
        super().__init__(self._box)
        self._box.setFixedWidth(WIDTH // 2)
        self._box.setRange(row.minimum or 0, row.maximum or 0)
        self._box.setSuffix(f" {row.unit}" if row.unit else "")
        self._box.setKeyboardTracking(False)
        self._box.valueChanged.connect(self.chosen.emit)

    def show_value(self, value: Value) -> None:
        with QSignalBlocker(self._box):
            self._box.setValue(int(value))


class TextField(Field):
    """A line of text, taken when it is finished."""

    def __init__(self) -> None:
        self._line = QLineEdit()
        super().__init__(self._line)
        self._line.setFixedWidth(WIDTH)
        self._line.editingFinished.connect(lambda: self.chosen.emit(self._line.text()))

    def show_value(self, value: Value) -> None:
        self._line.setText(str(value))


class KeysField(Field):
    """Records a key sequence. ``recording`` tells when keys are caught, so that the old one can be let go."""

    recording = Signal(bool)

    def __init__(self) -> None:
        row = QWidget()
        super().__init__(row)
        self._value = ""
        self._refused = False
        self._edit = _Recorder()
        self._edit.setMaximumSequenceLength(1)
        self._edit.setFixedWidth(WIDTH - 5 * SPACE)
        self._clear = QToolButton()
        follow_palette(self._clear, lambda: self._clear.setIcon(icon("close")))
        self._clear.setAccessibleName(self.tr("Clear the shortcut"))
        self._clear.setToolTip(self.tr("Clear the shortcut"))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._edit)
        layout.addWidget(self._clear)
        self._edit.editingFinished.connect(self._take)
        self._edit.recording.connect(self._record)
        self._clear.clicked.connect(self._empty)

    def show_value(self, value: Value) -> None:
        self._value = str(value)
        self._edit.setKeySequence(QKeySequence(self._value, QKeySequence.SequenceFormat.PortableText))
        self._clear.setEnabled(bool(self._value))

    def focus_target(self) -> QWidget:
        return self._edit

    def _record(self, active: bool) -> None:
        if active and self._refused:
            self._refused = False
            self.refused.emit("")
        self.recording.emit(active)

    def _take(self) -> None:
        keys = self._edit.keySequence()
        if not keys.isEmpty() and not _has_modifier(keys):
            self.show_value(self._value)
            self._refused = True
            self.refused.emit(self.tr("Hold Ctrl, Alt or the system key with another key, or use F1 to F24."))
            return
        text = keys.toString(QKeySequence.SequenceFormat.PortableText)
        if text != self._value:
            self.chosen.emit(text)

    def _empty(self) -> None:
        self._edit.clear()
        self._take()


class _Recorder(QKeySequenceEdit):
    """Leaves Esc to the dialog; without modifiers it is no shortcut anyway."""

    recording = Signal(bool)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _is_escape(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_escape(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.recording.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.recording.emit(False)


class _Combo(QComboBox):
    """Does not change when the page is scrolled over it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Spin(QSpinBox):
    """Does not change when the page is scrolled over it."""

    def __init__(self) -> None:
        super().__init__()
        # The padding of a style sheet does not reach the line within.
        self.lineEdit().setTextMargins(SPACE - 1, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def field_for(row: Option, formats: Choices) -> Field:
    """The control for a row of the table; ``formats`` are the choices where the form says ``format``."""
    if isinstance(row.default, bool):
        return CheckField(row)
    if isinstance(row.default, int):
        return NumberField(row)
    if row.form == "keys":
        return KeysField()
    if row.form == "format":
        return ChoiceField(formats)
    if row.choices:
        return ChoiceField([(value, words(title)) for value, title in row.choices.items()])
    return TextField()


def _is_escape(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Escape
        and event.modifiers() == Qt.KeyboardModifier.NoModifier
    )


def _has_modifier(keys: QKeySequence) -> bool:
    """Whether the keys leave ordinary typing alone."""
    combination = keys[0]  # type: ignore[index]  # Qt's stubs do not know of it
    held = combination.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier
    function = Qt.Key.Key_F1 <= combination.key() <= Qt.Key.Key_F24
    return function or bool(held & ~Qt.KeyboardModifier.KeypadModifier)
