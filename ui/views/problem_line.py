"""The line below the editor: what is wrong with the source, why, what to do. A click goes there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from scipix.app.token_spans import Span
from scipix.ui.icons import icon
from scipix.ui.theme import SPACE, Colours
from scipix.ui.translation import translated

if TYPE_CHECKING:
    from scipix.engine.latex.validate import Problem


class ProblemLine(QWidget):
    """Hidden while there is no problem."""

    jump = Signal(object)
    """The Span of the problem that is shown."""
    fix_wanted = Signal(object)
    """The Fix of the problem that is shown."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._problem: Problem | None = None
        self._sign = QLabel(self)
        self.words = QLabel(self)
        self.button = QToolButton(self)
        self.fix_button = QToolButton(self)
        self._set_up()
        self.button.clicked.connect(self._jump)
        self.fix_button.clicked.connect(self._fix)
        shortcut = QShortcut(QKeySequence("F4"), self)
        shortcut.activated.connect(self._jump)
        self.hide()

    def _set_up(self) -> None:
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button.setText(self.tr("Go there"))
        self.button.setToolTip(self.tr("Select the place in the source (F4)"))
        self.button.setAccessibleName(self.tr("Go to the problem"))
        self.fix_button.setText(self.tr("Repair"))
        self.fix_button.setAccessibleName(self.tr("Repair the problem"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.fix_button)
        row.addWidget(self.button)

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        self._draw()

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """Explain the first problem, errors before warnings, and count the others."""
        ordered = sorted(problems, key=lambda problem: (problem.severity == "warning", problem.start))
        self._problem = ordered[0] if ordered else None
        self.setVisible(self._problem is not None)
        if self._problem is not None:
            count = str(len(ordered) - 1)
            more = self.tr("(and %1 more)").replace("%1", count) if len(ordered) > 1 else ""
            said = translated(self._problem.message), translated(self._problem.hint)
            text = " ".join(filter(None, (*said, more)))
            self.words.setText(text)
            self.setAccessibleName(text)
            fix = self._problem.fix
            self.fix_button.setVisible(fix is not None)
            self.fix_button.setToolTip(translated(fix.note) if fix else "")
            self._draw()

    def _draw(self) -> None:
        if self._problem is None:
            return
        warning = self._problem.severity == "warning"
        colour = self._colours.amber if warning else self._colours.red
        picture = icon("warning" if warning else "error", colour)
        self._sign.setPixmap(picture.pixmap(QSize(18, 18), self.devicePixelRatioF()))
        self.words.setProperty("role", "warning" if warning else "problem")
        self.words.style().polish(self.words)

    def _fix(self) -> None:
        if self._problem is not None and self._problem.fix is not None:
            self.fix_wanted.emit(self._problem.fix)

    def _jump(self) -> None:
        if self._problem is not None:
            span: Span = (self._problem.start, self._problem.end)
            self.jump.emit(span)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._jump()
