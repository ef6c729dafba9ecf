"""The row for searching in a document."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from scipix.ui.icons import follow_palette, icon
from scipix.ui.theme import SPACE

_TYPING_MS = 250
"""Milliseconds without typing after which the search begins."""


class DocumentFind(QWidget):
    """Hidden until ``open``. ``owner`` is where F3 works."""

    text_changed = Signal(str)
    """Search for this; empty: for nothing."""
    step_wanted = Signal(int)
    closed = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in the document"))
        self.field.setAccessibleName(self.tr("Find in the document"))
        self.field.setToolTip(self.tr("Enter goes to the next match, Shift+Enter to the one before"))
        self.field.setClearButtonEnabled(True)
        self.count = QLabel()
        self.count.setProperty("role", "hint")
        self.count.setMinimumWidth(14 * SPACE)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        before = self._button("chevron-up", self.tr("Match before (Shift+F3)"), lambda: self.step(-1))
        after = self._button("chevron-down", self.tr("Next match (F3)"), lambda: self.step(1))
        close = self._button("close", self.tr("Close the search (Esc)"), self.close_row)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, SPACE // 2)
        row.setSpacing(SPACE // 2)
        row.addWidget(self.field, 1)
        for part in (self.count, before, after, close):
            row.addWidget(part)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._tell)
        self._told = ""
        self.field.textChanged.connect(lambda: self._typing.start())
        for keys, step in (("F3", 1), ("Shift+F3", -1)):
            QShortcut(
                QKeySequence(keys), owner, lambda step=step: self.step(step),
                context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
            )  # fmt: skip
        self.hide()

    def open(self, text: str = "") -> None:
        """Show the row, with what is selected in the document as what is looked for."""
        if text and "\n" not in text.strip():
            self.field.setText(text.strip())
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_row(self) -> None:
        """Hide the row and forget the search."""
        self.hide()
        self.field.clear()
        self._tell()
        self.closed.emit()

    def step(self, step: int) -> None:
        """The next or the former match; a text that was just typed is searched for first."""
        if self._typing.isActive() or self._told != self.field.text().strip():
            self._tell()
        else:
            self.step_wanted.emit(step)

    def show_count(self, place: int, total: int, searching: bool) -> None:
        """Match ``place`` (from 1, 0 for none) of ``total``; more may come while searching."""
        more = "…" if searching else ""
        if not self._told:
            text = ""
        elif not total:
            text = self.tr("searching…") if searching else self.tr("not found")
        elif place:
            text = self.tr("{place} of {total}").format(place=place, total=f"{total}{more}")
        else:
            text = self.tr("{total} found").format(total=f"{total}{more}")
        self.count.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_row()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self._typing.stop()
        text = self.field.text().strip()
        if text != self._told:
            self._told = text
            self.text_changed.emit(text)

    def _button(self, picture: str, tip: str, clicked: object) -> QToolButton:
        button = QToolButton(self)
        follow_palette(button, lambda: button.setIcon(icon(picture)))
        button.setIconSize(QSize(18, 18))
        button.setToolTip(tip)
        button.setAccessibleName(tip.split(" (")[0])
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(clicked)
        return button
