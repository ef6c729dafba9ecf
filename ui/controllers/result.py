"""What is in the result panel: an entry of the history, its renderings, its problems, its edits."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from scipix.engine.latex.validate import validate
from scipix.ui.controllers.previews import PreviewController
from scipix.ui.images import to_qimage
from scipix.ui.models.entry import Entry
from scipix.ui.preview.messages import Preview, PreviewFailure
from scipix.ui.views.result_panel import ResultPanel

MAIN = "main"
ALTERNATIVE = "alternative-"


class ResultController(QObject):
    """Fills the panel and tells the edits in it. GUI thread only."""

    shown = Signal(object)
    """Entry."""
    edited = Signal(object)
    """Entry with another LaTeX."""
    cleared = Signal()

    def __init__(
        self,
        panel: ResultPanel,
        previews: PreviewController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel, self._previews = panel, previews
        self._entry: Entry | None = None
        panel.render_wanted.connect(self._render)
        panel.latex_changed.connect(self._on_edit)

    @property
    def entry(self) -> Entry | None:
        """What is shown, with the LaTeX as it is now."""
        return self._entry

    def latex(self) -> str:
        """The LaTeX as it stands in the editor; empty where nothing is shown."""
        return self._panel.latex() if self._entry is not None else ""

    def show(self, entry: Entry) -> None:
        """Show an entry in place of the one before."""
        self._leave()
        self._previews.forget()
        self._entry = None  # edits that the panel reports while it is filled are not the user's
        self._panel.show_result(to_qimage(entry.image), entry.recognition)
        if entry.latex != entry.recognition.latex:
            self._panel.set_latex(entry.latex)
        self._entry = entry
        self._panel.set_problems(validate(entry.latex))
        self.shown.emit(entry)

    def clear(self) -> None:
        """Show nothing."""
        self._previews.forget()
        self._entry = None
        self._panel.clear()
        self.cleared.emit()

    def _leave(self) -> None:
        """An edit that the panel has not told yet is not lost."""
        if self._entry is not None and self._panel.latex() != self._entry.latex:
            self.edited.emit(replace(self._entry, latex=self._panel.latex()))

    def _on_edit(self, latex: str) -> None:
        self._panel.set_problems(validate(latex))
        if self._entry is not None and latex != self._entry.latex:
            self._entry = replace(self._entry, latex=latex)
            self.edited.emit(self._entry)

    def _render(self, channel: str, latex: str, marks: tuple[tuple[int, int], ...]) -> None:
        self._previews.render(channel, latex, partial(self._on_rendered, channel), marks)

    def _on_rendered(self, channel: str, answer: Preview | PreviewFailure) -> None:
        if channel.startswith(ALTERNATIVE):
            if isinstance(answer, Preview):
                self._panel.show_alternative_preview(int(channel.removeprefix(ALTERNATIVE)), answer)
        elif isinstance(answer, Preview):
            self._panel.show_preview(answer)
        else:
            self._panel.show_preview_failure(answer)
