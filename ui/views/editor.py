"""The LaTeX editor: plain text with colours, linked tokens, brackets and problems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontDatabase,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QToolTip, QWidget

from scipix.app.confidence_words import Level, is_doubtful, level
from scipix.app.token_spans import Span, TokenSpan
from scipix.ui.theme import Colours
from scipix.ui.views.brackets import pair_at
from scipix.ui.views.editor_marks import Marks, selections, visible
from scipix.ui.views.highlighter import LatexHighlighter
from scipix.ui.views.text_units import character_under, selected_span, span_cursor
from scipix.ui.views.token_anchors import TokenAnchors

if TYPE_CHECKING:
    from scipix.engine.latex.validate import Problem

DEBOUNCE = 70
"""Milliseconds of silence before an edit is told: longer than between two keys, shorter than one notices."""
_POINTS = (8, 40)


class LatexEditor(QPlainTextEdit):
    """Positions in signals and methods are characters of the source, not Qt's UTF-16 units."""

    latex_changed = Signal(str)
    """The user's edits have settled, or an edit from outside was made that can be undone."""
    hovered = Signal(int)
    """The token of the answer under the mouse or the text cursor; -1: none."""
    picture_pasted = Signal()
    """Paste was asked for while the clipboard holds a picture or files."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._tokens: tuple[TokenSpan, ...] = ()
        self._text = ""
        self._hovered = -1
        self._marks = Marks()
        self._anchors = TokenAnchors(self.document())
        self._highlighter = LatexHighlighter(self.document(), colours)
        self._silence = QTimer(self, singleShot=True, interval=DEBOUNCE)
        self._silence.timeout.connect(self._tell)
        self._set_up()
        self.textChanged.connect(self._on_text)
        self.cursorPositionChanged.connect(self._on_cursor)

    def _set_up(self) -> None:
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.zoomIn(2)
        self.setAccessibleName(self.tr("LaTeX source"))
        self.setPlaceholderText(self.tr("The LaTeX appears here; you can also type your own."))
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setMouseTracking(True)
        self.document().setDocumentMargin(8)

    # -- the text -------------------------------------------------------------------------------------
    def latex(self) -> str:
        """The source as it stands."""
        return self.toPlainText()

    def show_latex(self, latex: str, tokens: Sequence[TokenSpan] = ()) -> None:
        """A new answer: replaces everything, history included, and tells nobody."""
        self._tokens = tuple(tokens)
        self._marks = Marks()
        self._hovered = -1
        self.setPlainText(latex)
        self._silence.stop()
        self._anchors.set(latex, self._tokens)
        self._mark_tokens()

    def replace_latex(self, latex: str) -> None:
        """Another text in one step that can be undone; told at once."""
        span_cursor(self.document(), (0, len(self.latex()))).insertText(latex)
        self._tell()

    def replace_span(self, span: Span, text: str) -> None:
        """Another text for a part, in one step that can be undone; told at once."""
        span_cursor(self.document(), span).insertText(text)
        self._tell()

    def _on_text(self) -> None:
        text = self.latex()
        if text == self._text:
            return  # only its colours changed
        self._text = text
        # What was wrong is judged anew soon; until then old marks would stand at wrong places.
        self._marks = replace(self._marks, problems=(), finds=(), token=None)
        self._mark_tokens()
        self._silence.start()

    def _tell(self) -> None:
        self._silence.stop()
        self.latex_changed.emit(self.latex())

    # -- marks ----------------------------------------------------------------------------------------
    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        self._highlighter.set_colours(colours)
        self._mark()

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """Underline what is wrong with the text as it stands."""
        self._mark(problems=tuple(problems))

    def set_finds(self, spans: Sequence[Span]) -> None:
        """Mark the places that a search has found."""
        self._mark(finds=tuple(spans))

    def highlight(self, token: int) -> None:
        """Light up one token of the answer; -1 or an edited one: none."""
        places = self._anchors.places()
        self._mark(token=places[token] if 0 <= token < len(places) else None)

    def places(self) -> tuple[Span | None, ...]:
        """Where each token of the answer stands now; None for one that was edited."""
        return self._anchors.places()

    def problem_spans(self) -> tuple[Span, ...]:
        """The spans that are underlined as problems."""
        length = len(self.latex())
        return tuple(visible((problem.start, problem.end), length) for problem in self._marks.problems)

    def _mark_tokens(self) -> None:
        placed = zip(self._tokens, self._anchors.places(), strict=False)
        self._mark(
            doubts=tuple(
                (place, level(token.probability))
                for token, place in placed
                if place and is_doubtful(token.probability)
            )
        )

    def _mark(self, **changes: object) -> None:
        self._marks = replace(self._marks, **changes)  # type: ignore[arg-type]  # fields of Marks
        self.setExtraSelections(selections(self.document(), self._marks, self._colours))

    # -- moving about ---------------------------------------------------------------------------------
    def select_span(self, span: Span) -> None:
        """Select a part of the source, bring it into view and give the editor the focus."""
        self.setTextCursor(span_cursor(self.document(), visible(span, len(self.latex()))))
        self.ensureCursorVisible()
        self.setFocus()

    def doubts(self) -> tuple[tuple[Span, Level], ...]:
        """The doubtful tokens that still stand, in order."""
        return self._marks.doubts

    def next_doubt(self, step: int = 1) -> Span | None:
        """The next doubtful token behind (or, with -1, before) the text cursor, round and round."""
        spans = [span for span, _ in self._marks.doubts]
        if not spans:
            return None
        start, end = selected_span(self.textCursor())
        if step > 0:
            return next((span for span in spans if span[0] >= end), spans[0])
        return next((span for span in reversed(spans) if span[1] <= start), spans[-1])

    def _on_cursor(self) -> None:
        start, end = selected_span(self.textCursor())
        self._mark(bracket=pair_at(self.latex(), start) if start == end else None)
        if self.hasFocus():
            self._hover(self._anchors.at(start))

    def _hover(self, token: int) -> None:
        if token != self._hovered:
            self._hovered = token
            self.hovered.emit(token)

    # -- events ---------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()  # it comes here only where no other widget takes the focus
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = character_under(self, event.position().toPoint())
        self._hover(self._anchors.at(index) if index >= 0 else -1)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hover(-1)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tool_tip_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def tool_tip_at(self, point: QPoint) -> str:
        """What there is to say about a point of the viewport: its problem, else how sure its token is."""
        index = character_under(self, point)
        if index < 0:
            return ""
        for problem, span in zip(self._marks.problems, self.problem_spans(), strict=True):
            if span[0] <= index < span[1]:
                return f"{problem.message}\n{problem.hint}".strip()
        token = self._anchors.at(index)
        if token < 0 or not is_doubtful(self._tokens[token].probability):
            return ""
        percent = round(100 * self._tokens[token].probability)
        return self.tr("%1 % sure of this symbol: compare it with the picture.").replace("%1", str(percent))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        steps = (event.angleDelta().y() > 0) - (event.angleDelta().y() < 0)
        if _POINTS[0] <= self.font().pointSize() + steps <= _POINTS[1]:
            self.zoomIn(steps)
        event.accept()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text only: what is dropped otherwise goes on to the window."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.canInsertFromMimeData(source):
            self.insertPlainText(source.text())
        elif source.hasImage() or source.hasUrls():
            self.picture_pasted.emit()
