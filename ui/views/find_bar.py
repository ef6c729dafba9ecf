"""Find and replace in the source: a bar above the editor that Ctrl+F or Ctrl+R opens and Esc closes."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from scipix.app.token_spans import Span
from scipix.ui.icons import follow_palette, icon
from scipix.ui.theme import SPACE
from scipix.ui.views.editor import LatexEditor
from scipix.ui.views.text_units import selected_span, span_cursor


def occurrences(text: str, wanted: str, match_case: bool) -> tuple[Span, ...]:
    """Where a string stands in a text, without overlaps; nowhere if it is empty."""
    if not wanted:
        return ()
    flags = re.NOFLAG if match_case else re.IGNORECASE
    return tuple(match.span() for match in re.finditer(re.escape(wanted), text, flags))


class FindBar(QWidget):
    """Searches one editor. It is hidden until ``open`` is called."""

    closed = Signal()

    def __init__(self, editor: LatexEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.field = QLineEdit(self)
        self.replacement = QLineEdit(self)
        self.count = QLabel(self)
        self.case = QToolButton(self)
        self._lay_out()
        self.field.textChanged.connect(self.refresh)
        self.case.toggled.connect(self.refresh)
        editor.textChanged.connect(self._on_text)
        self.hide()

    def _lay_out(self) -> None:
        self._name_fields()
        previous = self._button("chevron-up", self.tr("Previous match (Shift+Enter)"), self.previous)
        following = self._button("chevron-down", self.tr("Next match (Enter)"), self.next)
        close = self._button("close", self.tr("Close the search (Esc)"), self.close_bar)
        self.one = QPushButton(self.tr("Replace"), self)
        self.all = QPushButton(self.tr("All"), self)
        self.one.setToolTip(self.tr("Replace this match and go to the next (Enter in the field)"))
        self.all.setToolTip(self.tr("Replace all matches in one step"))
        self.one.clicked.connect(self.replace_one)
        self.all.clicked.connect(self.replace_all)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, SPACE // 2)
        grid.setSpacing(SPACE // 2)
        for column, widget in enumerate((self.field, self.count, self.case, previous, following, close)):
            grid.addWidget(widget, 0, column)
        grid.addWidget(self.replacement, 1, 0)
        grid.addWidget(self.one, 1, 1, 1, 2)
        grid.addWidget(self.all, 1, 3, 1, 3)
        grid.setColumnStretch(0, 1)

    def _name_fields(self) -> None:
        self.field.setPlaceholderText(self.tr("Find"))
        self.field.setAccessibleName(self.tr("Find in the source"))
        self.replacement.setPlaceholderText(self.tr("Replace with"))
        self.replacement.setAccessibleName(self.tr("Replace with"))
        self.count.setMinimumWidth(10 * SPACE)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.count.setProperty("role", "hint")
        self.case.setText("Aa")
        self.case.setCheckable(True)
        self.case.setToolTip(self.tr("Match upper and lower case (Alt+C)"))
        self.case.setAccessibleName(self.tr("Match case"))
        self.case.setShortcut("Alt+C")

    def _button(self, name: str, tip: str, clicked: object) -> QToolButton:
        button = QToolButton(self)
        follow_palette(button, lambda: button.setIcon(icon(name)))
        button.setIconSize(QSize(18, 18))
        button.setToolTip(tip)
        button.setAccessibleName(tip.split(" (")[0])
        button.clicked.connect(clicked)
        return button

    # -- searching ------------------------------------------------------------------------------------
    def open(self, replace: bool = False) -> None:
        """Show the bar, with what is selected in the editor as what is looked for."""
        selected = self._editor.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.field.setText(selected)
        for widget in (self.replacement, self.one, self.all):
            widget.setVisible(replace)
        self.show()
        self.refresh()
        self.field.setFocus()
        self.field.selectAll()

    def close_bar(self) -> None:
        """Hide the bar and give the editor its focus back."""
        self.hide()
        self._editor.set_finds(())
        self._editor.setFocus()
        self.closed.emit()

    def next(self) -> None:
        """Select the match behind the text cursor, round and round."""
        here = self._selection()[1]
        self._go(next((span for span in self.matches() if span[0] >= here), None), 0)

    def previous(self) -> None:
        """Select the match before the text cursor, round and round."""
        here = self._selection()[0]
        self._go(next((span for span in reversed(self.matches()) if span[1] <= here), None), -1)

    def matches(self) -> tuple[Span, ...]:
        """All matches in the source as it stands."""
        return occurrences(self._editor.latex(), self.field.text(), self.case.isChecked())

    def refresh(self) -> None:
        """Mark and count the matches."""
        found = self.matches()
        self._editor.set_finds(found)
        current = self._selection()
        if not self.field.text():
            self.count.setText("")
        elif not found:
            self.count.setText(self.tr("not found"))
        elif current in found:
            place = self.tr("%1 of %2").replace("%1", str(found.index(current) + 1))
            self.count.setText(place.replace("%2", str(len(found))))
        else:
            self.count.setText(self.tr("%1 found").replace("%1", str(len(found))))

    def _on_text(self) -> None:
        if self.isVisible():
            self.refresh()

    def _go(self, span: Span | None, otherwise: int) -> None:
        found = self.matches()
        if not found:
            return
        self._editor.setTextCursor(span_cursor(self._editor.document(), span or found[otherwise]))
        self._editor.ensureCursorVisible()
        self.refresh()

    def _selection(self) -> Span:
        return selected_span(self._editor.textCursor())

    # -- replacing ------------------------------------------------------------------------------------
    def replace_one(self) -> None:
        """Replace the match that is selected, if one is, and go to the next."""
        if self._selection() in self.matches():
            self._editor.textCursor().insertText(self.replacement.text())
        self.next()

    def replace_all(self) -> None:
        """Replace all matches in one step that can be undone."""
        step = QTextCursor(self._editor.document())
        step.beginEditBlock()
        for span in reversed(self.matches()):
            span_cursor(self._editor.document(), span).insertText(self.replacement.text())
        step.endEditBlock()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_bar()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _on_enter(self, backwards: bool) -> None:
        if self.replacement.hasFocus():
            self.replace_one()
        elif backwards:
            self.previous()
        else:
            self.next()
