"""Messages at the top of the window: what happened, why, what to do. Never a modal box."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from scipix.ui.icons import icon
from scipix.ui.models.message import Message, Severity
from scipix.ui.theme import SPACE, current_colours
from scipix.ui.translation import in_a_line

_AT_ONCE = 3
"""Older messages make room for newer ones."""


class MessageBar(QWidget):
    """A column of messages, the newest on top. A message that is already shown is not shown twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(1)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Add a message."""
        for line in self._lines():
            if line.message == message:
                line.restart()
                return
        self._layout.insertWidget(0, _Line(message, self))
        for line in self._lines()[_AT_ONCE:]:
            line.leave()
        self.show()

    def messages(self) -> tuple[Message, ...]:
        """What is shown, the newest first."""
        return tuple(line.message for line in self._lines())

    def dismiss(self, message: Message) -> None:
        """Take a message away, if it is still there."""
        for line in self._lines():
            if line.message is message:
                line.leave()

    def clear(self) -> None:
        """Take all messages away."""
        for line in self._lines():
            line.leave()

    def forget(self, line: QWidget) -> None:
        """A line leaves; without lines the bar takes no room."""
        self._layout.removeWidget(line)
        self.setVisible(bool(self._lines()))

    def _lines(self) -> list[_Line]:
        items = (self._layout.itemAt(place).widget() for place in range(self._layout.count()))
        return [item for item in items if isinstance(item, _Line)]


class _Line(QFrame):
    """One message with its action and a cross to close it."""

    def __init__(self, message: Message, bar: MessageBar) -> None:
        super().__init__(bar)
        self.message = message
        self._bar = bar
        self.setObjectName("message")
        self.setProperty("severity", message.severity.value)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE // 2, SPACE, SPACE // 2)
        layout.setSpacing(SPACE)
        layout.addWidget(self._sign())
        layout.addWidget(self._text(), 1)
        if message.action:
            layout.addWidget(self._action())
        layout.addWidget(self._cross())
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.leave)
        self.restart()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def restart(self) -> None:
        """Let the time that a passing message is shown begin anew."""
        if self.message.seconds:
            self._timer.start(1000 * self.message.seconds)

    def leave(self) -> None:
        """Go."""
        self._bar.forget(self)
        self.hide()
        self.deleteLater()

    def _sign(self) -> QLabel:
        colours = current_colours()
        colour = {
            Severity.INFO: colours.accent,
            Severity.WARNING: colours.amber,
            Severity.ERROR: colours.red,
        }[self.message.severity]
        sign = QLabel()
        sign.setPixmap(
            icon(self.message.severity.value, colour).pixmap(QSize(20, 20), self.devicePixelRatioF())
        )
        return sign

    def _text(self) -> QLabel:
        message = self.message
        label = QLabel(in_a_line(message.title, message.text, message.hint))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(label.text())
        return label

    def _action(self) -> QPushButton:
        button = QPushButton(self.message.action)
        button.clicked.connect(self._act)
        return button

    def _act(self) -> None:
        if self.message.on_action is not None:
            self.message.on_action()
        self.leave()

    def _cross(self) -> QToolButton:
        cross = QToolButton(autoRaise=True)
        cross.setIcon(icon("close", current_colours().text))
        cross.setToolTip(self.tr("Close this message"))
        cross.setAccessibleName(self.tr("Close this message"))
        cross.clicked.connect(self.leave)
        return cross
