"""One result: the picture over its rendering over the source over the alternatives, all linked to each other.

The panel renders nothing itself. It emits ``render_wanted`` and is given previews or failures.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scipix.app.token_spans import TokenSpan, spans
from scipix.engine.types import Recognition
from scipix.ui.preview.paint import paint as paint_svg
from scipix.ui.theme import current_colours
from scipix.ui.views.alternatives import AlternativesStrip
from scipix.ui.views.common_scale import CommonScale, guessed_em, measured_em
from scipix.ui.views.confidence import ConfidenceLine
from scipix.ui.views.editor_pane import EditorPane
from scipix.ui.views.picture_view import PictureView
from scipix.ui.views.preview_view import Paint, PreviewView
from scipix.ui.views.render_problem import RenderProblem
from scipix.ui.views.thin_splitter import ThinSplitter
from scipix.ui.views.token_links import TokenLinks
from scipix.ui.views.zoom_bar import ZoomBar

if TYPE_CHECKING:
    from scipix.engine.latex.validate import Problem
    from scipix.ui.preview.messages import Preview, PreviewFailure

MAIN = "main"


class ResultPanel(QWidget):
    """Composes and links; what is shown comes from outside, what the user does goes there."""

    latex_changed = Signal(str)
    """The user's edit has settled: typed, undone, or an alternative was taken."""
    alternative_chosen = Signal(int)
    """The number in Recognition.alternatives."""
    render_wanted = Signal(str, str, object)
    """Channel ("main", "alternative-<number from 0>"), LaTeX, spans of tokens to find in the rendering."""
    invert_toggled = Signal(bool)
    """The user wants pictures as negatives in dark mode, or no longer."""
    picture_pasted = Signal()
    """Paste was asked for in the editor while the clipboard holds no text but a picture or files."""

    def __init__(self, parent: QWidget | None = None, *, paint: Paint = paint_svg) -> None:
        super().__init__(parent)
        colours = current_colours()
        self._window = colours.window
        self._tokens: tuple[TokenSpan, ...] = ()
        self._latex = ""
        self._inverts = False
        self.zoom_bar = ZoomBar(self)
        self.picture = PictureView(colours, self)
        self.preview = PreviewView(colours, paint, self)
        self.editor_pane = EditorPane(colours, self)
        self.editor = self.editor_pane.editor
        self.alternatives = AlternativesStrip(colours, paint, self)
        self.confidence_line = ConfidenceLine(colours, self)
        self.links = TokenLinks(self.picture, self.preview, self.editor, self)
        self.scale = CommonScale(self.picture, self.preview, self)
        self._splitter = ThinSplitter(Qt.Orientation.Vertical, self)
        self._recognition: Recognition | None = None
        self._lay_out()
        self._connect()
        self._show_inversion()

    def _lay_out(self) -> None:
        above = QWidget(self)
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.zoom_bar)
        column.addWidget(self.picture, 1)
        for part, share in ((above, 5), (self.preview, 4), (self.editor_pane, 3), (self.alternatives, 0)):
            self._splitter.addWidget(part)
            self._splitter.setStretchFactor(self._splitter.count() - 1, share)
            self._splitter.setCollapsible(self._splitter.count() - 1, False)
        self._splitter.setSizes([200, 160, 120, 72])
        self.setFocusProxy(self.editor)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter, 1)
        whole.addWidget(self.confidence_line)

    def _connect(self) -> None:
        for view in (self.picture, self.preview):
            view.zoomed.connect(self._show_percent)
            view.resized.connect(self._show_percent)
        bar, scale = self.zoom_bar, self.scale
        for signal, slot in (
            (bar.in_wanted, scale.zoom_in),
            (bar.out_wanted, scale.zoom_out),
            (bar.fit_wanted, scale.fit),
            (bar.actual_wanted, scale.actual),
        ):
            signal.connect(slot)
            signal.connect(self._show_percent)
        bar.invert_toggled.connect(self.set_inverts)
        bar.invert_toggled.connect(self.invert_toggled)
        self.links.doubts_changed.connect(self.confidence_line.set_doubts)
        self.editor.latex_changed.connect(self._on_latex)
        self.editor.picture_pasted.connect(self.picture_pasted)
        self.alternatives.chosen.connect(self._choose)
        self.alternatives.render_wanted.connect(self._ask_alternative)
        self.confidence_line.next_doubt.connect(lambda: self.go_to_doubt(1))
        QShortcut(QKeySequence("F8"), self).activated.connect(lambda: self.go_to_doubt(1))
        QShortcut(QKeySequence("Shift+F8"), self).activated.connect(lambda: self.go_to_doubt(-1))

    # -- what is shown --------------------------------------------------------------------------------
    def show_result(self, image: QImage, recognition: Recognition) -> None:
        """Show another answer in place of everything; asks for the renderings it needs."""
        self._recognition = recognition
        self._latex = recognition.latex
        self._tokens = spans(recognition.latex, recognition.tokens)
        self.preview.clear()
        self.picture.set_image(image)
        self.scale.reset(guessed_em(self._tokens))
        self.editor_pane.set_problems(())
        self.editor.show_latex(recognition.latex, self._tokens)
        self.confidence_line.show_recognition(recognition)
        self.links.set_tokens(self._tokens)
        self._show_percent()
        self._ask(recognition.latex)
        self.alternatives.show_alternatives(recognition.alternatives)
        self.alternatives.set_current(recognition.latex)

    def set_latex(self, latex: str) -> None:
        """Another source for the same picture, in one step that can be undone; told like an edit."""
        self.editor.replace_latex(latex)

    def latex(self) -> str:
        """The source as it stands in the editor."""
        return self.editor.latex()

    def clear(self) -> None:
        """Show nothing."""
        self._recognition = None
        self._tokens, self._latex = (), ""
        self.picture.set_image(QImage())
        self.preview.clear()
        self.editor_pane.set_problems(())
        self.editor.show_latex("")
        self.links.set_tokens(())
        self.alternatives.show_alternatives(())
        self.confidence_line.clear()

    def show_preview(self, preview: Preview) -> None:
        """The rendering of channel "main"."""
        self.preview.show_preview(preview)
        boxes = self.links.set_rendering(preview)
        if preview.latex == self._latex:
            em = measured_em(self._tokens, boxes, preview.width, preview.height)
            if em is not None:
                self.scale.set_picture_em(em)
        else:
            self.scale.refresh()
        self._show_percent()

    def show_preview_failure(self, failure: PreviewFailure) -> None:
        """The source of channel "main" cannot be rendered: the last good rendering stays, faded.

        Where the check of the source has found nothing, the renderer's complaint stands in for it.
        """
        self.preview.show_failure(failure)
        if failure.latex == self.latex() and not self.editor.problem_spans():
            self.editor_pane.set_problems((RenderProblem.of(failure),))

    def show_alternative_preview(self, index: int, preview: Preview) -> None:
        """The rendering of channel "alternative-<index>"."""
        self.alternatives.show_preview(index, preview)

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """What is wrong with the source as it stands."""
        self.editor_pane.set_problems(problems)

    # -- settings -------------------------------------------------------------------------------------
    def set_inverts(self, inverts: bool) -> None:
        """Whether pictures are shown as negatives while the theme is dark."""
        self._inverts = inverts
        self._show_inversion()

    def set_formula_size(self, em: float) -> None:
        """Widget pixels per em that are comfortable to read."""
        self.scale.set_formula_size(em)
        self._show_percent()

    def save_state(self) -> QByteArray:
        """How the room is divided."""
        return self._splitter.saveState()

    def restore_state(self, state: QByteArray | bytes) -> None:
        """Divide the room as ``save_state`` told; nonsense changes nothing."""
        self._splitter.restoreState(QByteArray(state))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and current_colours().window != self._window:
            colours = current_colours()
            self._window = colours.window
            for part in (
                self.picture,
                self.preview,
                self.editor_pane,
                self.alternatives,
                self.confidence_line,
            ):
                part.set_colours(colours)
            self._show_inversion()

    def _show_inversion(self) -> None:
        dark = self._window.lightnessF() < 0.5
        self.picture.set_inverted(self._inverts and dark)
        self.zoom_bar.set_invert(dark, self._inverts)

    def _show_percent(self) -> None:
        self.zoom_bar.set_percent(self.picture.percent())

    # -- what the user does ---------------------------------------------------------------------------
    def go_to_doubt(self, step: int) -> None:
        """Select the next doubtful symbol, or with -1 the one before."""
        self.links.go_to_doubt(step)

    def _on_latex(self, latex: str) -> None:
        self._ask(latex)
        self.alternatives.set_current(latex)
        self.latex_changed.emit(latex)

    def _ask(self, latex: str) -> None:
        self.render_wanted.emit(MAIN, latex, self.links.marks(latex))

    def _ask_alternative(self, index: int, latex: str, marks: object) -> None:
        self.render_wanted.emit(f"alternative-{index}", latex, marks)

    def _choose(self, index: int) -> None:
        if self._recognition is not None:
            self.editor.replace_latex(self._recognition.alternatives[index].latex)
            self.alternative_chosen.emit(index)
