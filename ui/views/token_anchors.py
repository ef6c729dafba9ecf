"""The answer's tokens tied to the text of a document: they move with edits, and an edited one is lost."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor, QTextDocument

from scipix.app.token_spans import Span, TokenSpan, follow, source_spans
from scipix.ui.views.text_units import span_cursor, to_index


class TokenAnchors:
    """One text cursor a token. All spans here are characters of the document's text, not Qt's units."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._latex = ""
        self._known: tuple[Span, ...] = ()
        self._cursors: tuple[QTextCursor | None, ...] = ()
        self._places: tuple[Span | None, ...] = ()
        self._length = 0
        document.contentsChange.connect(self._on_change)

    def set(self, latex: str, tokens: Sequence[TokenSpan]) -> None:
        """Tie the tokens of ``latex`` to the document, wherever its text says the same."""
        self._latex = latex
        self._known = tuple((token.start, token.end) for token in tokens)
        self._tie()

    def places(self) -> tuple[Span | None, ...]:
        """Where each token stands now; None for one that was edited away."""
        return self._places

    def at(self, index: int) -> int:
        """The token that holds a character of the text, or -1."""
        for number, place in enumerate(self._places):
            if place and place[0] <= index < place[1]:
                return number
        return -1

    def _on_change(self, position: int, removed: int, added: int) -> None:
        length = self._document.characterCount() - 1
        # Who replaces everything (an alternative, undoing it) leaves no cursor to follow: compare instead.
        replaced_all = position == 0 and removed >= self._length
        self._length = length
        if replaced_all:
            self._tie()
        else:
            self._update()

    def _tie(self) -> None:
        text = self._document.toPlainText()
        places = follow(self._latex, text, self._known)
        self._cursors = tuple(self._cursor(text, place) if place else None for place in places)
        self._places = places
        self._length = self._document.characterCount() - 1

    def _cursor(self, text: str, place: Span) -> QTextCursor:
        cursor = span_cursor(self._document, place, text)
        # What is typed right behind a token does not belong to it.
        cursor.setKeepPositionOnInsert(True)
        return cursor

    def _update(self) -> None:
        """A token lives as long as its text is the same and a token by itself: not ``\\pi`` in ``\\pix``."""
        text = self._document.toPlainText()
        plain = text.isascii()
        real = set(source_spans(text))
        places: list[Span | None] = []
        for cursor, (start, end) in zip(self._cursors, self._known, strict=True):
            place = (cursor.selectionStart(), cursor.selectionEnd()) if cursor else None
            if place and not plain:
                place = to_index(text, place[0]), to_index(text, place[1])
            alive = place in real and place is not None and text[slice(*place)] == self._latex[start:end]
            places.append(place if alive else None)
        self._places = tuple(places)
