"""What stands in place of the pages: nothing yet, loading, a password to enter, or why there are none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from scipix.ui.theme import SPACE

_WIDEST = 56 * SPACE


class DocumentStates(QWidget):
    """One of the states at a time. ``open_file`` is the action that opens another file."""

    password_entered = Signal(str)

    def __init__(self, open_file: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _label("title")
        self.text = _label("")
        self.hint = _label("hint")
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("Password"))
        self.password.setAccessibleName(self.tr("Password of the document"))
        self.password.setToolTip(self.tr("It is not kept"))
        self.unlock = QPushButton(self.tr("Open"))
        self.unlock.setProperty("kind", "primary")
        self.unlock.setAccessibleName(self.tr("Open with this password"))
        self.unlock.setToolTip(self.tr("Open with this password"))
        self.password.returnPressed.connect(self._enter)
        self.unlock.clicked.connect(self._enter)
        self.other = QPushButton(self.tr("Open a file"))
        self.other.setToolTip(open_file.toolTip())
        self.other.clicked.connect(open_file.trigger)
        self._form = QWidget()
        self._arrange()
        self.show_empty()

    def show_empty(self) -> None:
        """No document yet."""
        self._show(self.tr("Read formulas in a document"), self.tr("Drop a PDF anywhere in this window."), "")

    def show_loading(self, name: str) -> None:
        """A file is being opened."""
        self._show(self.tr("Opening {name}…").format(name=name), "", "")
        self.other.hide()

    def show_problem(self, title: str, text: str, hint: str) -> None:
        """A file was not opened."""
        self._show(title, text, hint)
        self.other.setFocus()

    def ask_password(self, name: str, wrong: bool) -> None:
        """The file is encrypted; ``wrong``: a password was tried."""
        text = self.tr("It opens with a password only.")
        if wrong:
            text = self.tr("That password does not open it.")
        self._show(self.tr("{name} is encrypted").format(name=name), text, "")
        self._form.show()
        self.password.clear()
        self.password.setFocus()

    def _show(self, title: str, text: str, hint: str) -> None:
        for label, words in ((self.title, title), (self.text, text), (self.hint, hint)):
            label.setText(words)
            label.setVisible(bool(words))
        self._form.hide()
        self.other.show()

    def _enter(self) -> None:
        if self.password.text():
            self.password_entered.emit(self.password.text())

    def _arrange(self) -> None:
        row = QHBoxLayout(self._form)
        row.setContentsMargins(0, SPACE, 0, 0)
        row.addStretch(1)
        row.addWidget(self.password)
        row.addWidget(self.unlock)
        row.addStretch(1)
        self.password.setMinimumWidth(28 * SPACE)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE)
        column.addStretch(2)
        for part in (self.title, self.text, self.hint, self._form):
            column.addWidget(part)
        column.addSpacing(SPACE)
        column.addWidget(self.other, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
