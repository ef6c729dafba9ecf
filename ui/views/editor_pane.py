"""The editor with its search above and its first problem below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scipix.ui.theme import Colours
from scipix.ui.views.editor import LatexEditor
from scipix.ui.views.find_bar import FindBar
from scipix.ui.views.problem_line import ProblemLine

if TYPE_CHECKING:
    from scipix.engine.latex.validate import Fix, Problem


class EditorPane(QWidget):
    """Composes; everything about the text itself is the editor's."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = LatexEditor(colours, self)
        self.find_bar = FindBar(self.editor, self)
        self.problem_line = ProblemLine(colours, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.editor, 1)
        column.addWidget(self.problem_line)
        self.setFocusProxy(self.editor)
        self.problem_line.jump.connect(self.editor.select_span)
        self.problem_line.fix_wanted.connect(self._repair)
        self.editor.textChanged.connect(self._forget_problems)
        self._shortcut(QKeySequence("Ctrl+F"), False)
        self._shortcut(QKeySequence("Ctrl+R"), True)

    def _shortcut(self, keys: QKeySequence, replace: bool) -> None:
        QShortcut(keys, self).activated.connect(lambda: self.find_bar.open(replace))

    def set_colours(self, colours: Colours) -> None:
        self.editor.set_colours(colours)
        self.problem_line.set_colours(colours)

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """Underline the problems of the text as it stands, and explain the first."""
        self.editor.set_problems(problems)
        self.problem_line.set_problems(problems)

    def _repair(self, fix: Fix) -> None:
        self.editor.replace_span((fix.start, fix.end), fix.text)

    def _forget_problems(self) -> None:
        # The line stays while one types, or the editor would jump with every key; its place may not.
        if not self.editor.latex():
            self.problem_line.set_problems(())
