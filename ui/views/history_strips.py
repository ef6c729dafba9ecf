"""What opens inside the history panel instead of boxes over it: tags, the last question, private mode."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from scipix.ui.icons import follow_palette, icon
from scipix.ui.theme import SPACE


class TagLine(QFrame):
    """The tags of some entries in one line, separated by commas. Enter keeps them, Esc leaves them."""

    kept = Signal(object, object)
    """tuple[str, ...] keys, tuple[str, ...] tags."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "mat")
        self._keys: tuple[str, ...] = ()
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Tags, separated by commas"))
        self.line.setPlaceholderText(self.tr("Tags, separated by commas"))
        self.line.setToolTip(self.tr("Enter keeps the tags, Esc leaves them as they were"))
        self.line.returnPressed.connect(self._keep)
        keep = _button(self.tr("Keep tags"), self.tr("Give the chosen entries these tags (Enter)"))
        keep.clicked.connect(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.addWidget(self.line)
        column.addWidget(keep, 0, Qt.AlignmentFlag.AlignRight)
        QShortcut(
            QKeySequence("Esc"), self, self._leave, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self.hide()

    def ask(self, keys: Sequence[str], tags: Sequence[str]) -> None:
        """Open with the tags of now."""
        self._keys = tuple(keys)
        self.line.setText(", ".join(tags))
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.line.selectAll()

    def _keep(self) -> None:
        names = [name.strip() for name in self.line.text().split(",")]
        self.kept.emit(self._keys, tuple(dict.fromkeys(name for name in names if name)))
        self._leave()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()


class LastQuestion(QFrame):
    """Asks in place before something that cannot be undone. Nothing happens unless its button is pressed."""

    confirmed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("severity", "error")
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.yes = _button("", "")
        self.yes.setProperty("kind", "danger")
        self.no = _button(self.tr("Cancel"), self.tr("Leave everything as it is (Esc)"))
        self.yes.clicked.connect(lambda: self._leave(True))
        self.no.clicked.connect(lambda: self._leave(False))
        row = QVBoxLayout()
        row.addWidget(self.no)
        row.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.addWidget(self.words)
        column.addLayout(row)
        QShortcut(
            QKeySequence("Esc"), self, lambda: self._leave(False),
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )  # fmt: skip
        self.hide()

    def ask(self, words: str, yes: str) -> None:
        """Open; the button that changes nothing has the focus."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.yes.setText(yes)
        self.yes.setAccessibleName(yes)
        self.yes.setToolTip(words)
        self.show()
        self.no.setFocus(Qt.FocusReason.PopupFocusReason)

    def _leave(self, sure: bool) -> None:
        self.hide()
        if sure:
            self.confirmed.emit()
        self.left.emit()


class PrivateBanner(QFrame):
    """Says that nothing is kept, and ends that."""

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("severity", "info")
        words = self.tr("Private mode: nothing is kept.")
        self.setAccessibleName(words)
        sign, label = QLabel(), QLabel(words)
        label.setWordWrap(True)
        follow_palette(
            sign, lambda: sign.setPixmap(icon("private").pixmap(QSize(18, 18), self.devicePixelRatioF()))
        )
        end = _button(self.tr("End"), self.tr("End private mode: what is read is kept again"))
        end.setAccessibleName(self.tr("End private mode"))
        end.setProperty("kind", "quiet")
        end.clicked.connect(self.ended)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, SPACE // 2, SPACE // 2, SPACE // 2)
        row.addWidget(sign)
        row.addWidget(label, 1)
        row.addWidget(end)
        self.hide()


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.setToolTip(tip)
    button.setAccessibleName(text)
    return button
