"""What is marked in the source: doubt, the token under the mouse, brackets, finds, problems.

Marks are extra selections: they do not touch the document, so they are neither undone nor copied.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QTextEdit

from scipix.app.confidence_words import Level
from scipix.app.token_spans import Span
from scipix.ui.theme import Colours
from scipix.ui.views.brackets import Pair
from scipix.ui.views.text_units import span_cursor

if TYPE_CHECKING:
    from scipix.engine.latex.validate import Problem

Underline = QTextCharFormat.UnderlineStyle
Selection = QTextEdit.ExtraSelection


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything that is marked now; later ones are painted over earlier ones."""

    doubts: tuple[tuple[Span, Level], ...] = ()
    finds: tuple[Span, ...] = ()
    token: Span | None = None
    bracket: Pair | None = None
    problems: tuple[Problem, ...] = ()


def selections(document: QTextDocument, marks: Marks, colours: Colours) -> list[Selection]:
    """The marks as Qt's extra selections of a document."""
    painter = _Painter(document, colours)
    return [
        *(painter.doubt(span, level) for span, level in marks.doubts),
        *painter.each(marks.finds, _background(colours.found)),
        *painter.each([marks.token] if marks.token else [], _background(colours.twin)),
        *(painter.bracket(marks.bracket) if marks.bracket else ()),
        *(painter.problem(problem) for problem in marks.problems),
    ]


def visible(span: Span, length: int) -> Span:
    """A span that can be underlined in a text of that length: an empty one takes a neighbour."""
    start = min(max(0, span[0]), length)
    end = min(max(start, span[1]), length)
    if start == end:
        start, end = (start, end + 1) if end < length else (max(0, start - 1), end)
    return start, end


class _Painter:
    def __init__(self, document: QTextDocument, colours: Colours) -> None:
        self._document = document
        self._text = document.toPlainText()
        self._colours = colours

    def each(self, spans: Iterable[Span], text_format: QTextCharFormat) -> list[Selection]:
        return [self._selection(span, text_format) for span in spans]

    def doubt(self, span: Span, level: Level) -> Selection:
        red = level is Level.UNLIKELY
        text_format = _background(self._colours.red_tint if red else self._colours.amber_tint)
        _underline(
            text_format,
            self._colours.red if red else self._colours.amber,
            Underline.SingleUnderline if red else Underline.DashUnderline,
        )
        return self._selection(span, text_format)

    def bracket(self, pair: Pair) -> Sequence[Selection]:
        text_format = _background(self._colours.match if pair.complete else self._colours.red_tint)
        return self.each(pair.spans(), text_format)

    def problem(self, problem: Problem) -> Selection:
        text_format = QTextCharFormat()
        warning = problem.severity == "warning"
        colour = self._colours.amber if warning else self._colours.red
        _underline(text_format, colour, Underline.WaveUnderline)
        return self._selection(visible((problem.start, problem.end), len(self._text)), text_format)

    def _selection(self, span: Span, text_format: QTextCharFormat) -> Selection:
        selection = Selection()
        selection.cursor = span_cursor(self._document, span, self._text)
        selection.format = text_format
        return selection


def _background(colour: QColor) -> QTextCharFormat:
    text_format = QTextCharFormat()
    text_format.setBackground(colour)
    return text_format


def _underline(text_format: QTextCharFormat, colour: QColor, style: Underline) -> None:
    text_format.setUnderlineStyle(style)
    text_format.setUnderlineColor(colour)
