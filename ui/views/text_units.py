"""Python counts characters, Qt counts UTF-16 units: they differ behind each character beyond U+FFFF."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

_END_OF_LINE = "\u2029"


def to_units(text: str, index: int) -> int:
    """The position in UTF-16 units of a character of ``text``; clamped to the text."""
    head = text[: max(0, index)]
    return len(head) if head.isascii() else len(head) + sum(char > "\uffff" for char in head)


def to_index(text: str, units: int) -> int:
    """The character at a position in UTF-16 units; the inverse of ``to_units``."""
    if text.isascii():
        return min(max(0, units), len(text))
    position = 0
    for index, char in enumerate(text):
        if position >= units:
            return index
        position += 1 + (char > "\uffff")
    return len(text)


def span_cursor(document: QTextDocument, span: tuple[int, int], text: str | None = None) -> QTextCursor:
    """A text cursor that selects characters; ``text`` is the document's, if it is at hand."""
    text = document.toPlainText() if text is None else text
    cursor = QTextCursor(document)
    cursor.setPosition(to_units(text, span[0]))
    cursor.setPosition(to_units(text, span[1]), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def selected_span(cursor: QTextCursor) -> tuple[int, int]:
    """The characters that a text cursor selects; an empty span where it stands if it selects none."""
    text = cursor.document().toPlainText()
    return to_index(text, cursor.selectionStart()), to_index(text, cursor.selectionEnd())


def character_under(editor: QPlainTextEdit, point: QPoint) -> int:
    """The character at a point of the editor's viewport, or -1; Qt alone would give the nearest."""
    cursor = editor.cursorForPosition(point)
    box = editor.cursorRect(cursor)
    if not box.top() <= point.y() <= box.bottom():
        return -1
    position = cursor.position() - (point.x() < box.left())
    character = editor.document().characterAt(position) if position >= 0 else _END_OF_LINE
    return -1 if character == _END_OF_LINE else to_index(editor.toPlainText(), position)
