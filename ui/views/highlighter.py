"""Colours for LaTeX source."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from scipix.ui.theme import Colours
from scipix.ui.views.text_units import to_units

_PARTS = re.compile(
    r"(?P<comment>%.*)"
    r"|(?P<environment>\\(?:begin|end)\s*\{[^{}]*\})"
    r"|(?P<command>\\(?:[a-zA-Z]+\*?|.))"
    r"|(?P<brace>[{}])"
    r"|(?P<script>[\^_&])"
    r"|(?P<number>\d+(?:\.\d+)?)"
)


class LatexHighlighter(QSyntaxHighlighter):
    """One pass over a line; LaTeX formulas need no state from line to line."""

    def __init__(self, document: QTextDocument, colours: Colours) -> None:
        super().__init__(document)
        self._formats = _formats(colours)

    def set_colours(self, colours: Colours) -> None:
        """Colour the whole document anew."""
        self._formats = _formats(colours)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Called by Qt for each line that changed."""
        for match in _PARTS.finditer(text):
            start = to_units(text, match.start())
            end = to_units(text, match.end())
            self.setFormat(start, end - start, self._formats[match.lastgroup or ""])


def _formats(colours: Colours) -> dict[str, QTextCharFormat]:
    formats = {
        "comment": _format(colours.comment),
        "environment": _format(colours.keyword),
        "command": _format(colours.keyword),
        "brace": _format(colours.brace),
        "script": _format(colours.brace),
        "number": _format(colours.number),
    }
    formats["comment"].setFontItalic(True)
    formats["environment"].setFontWeight(QFont.Weight.Bold)
    formats["script"].setFontWeight(QFont.Weight.Bold)
    return formats


def _format(colour: QColor) -> QTextCharFormat:
    text_format = QTextCharFormat()
    text_format.setForeground(colour)
    return text_format
