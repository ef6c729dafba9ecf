"""The worker of the preview: lives in its own thread, owns the script engine, draws one formula at a time."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from threading import Event, Lock

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, Slot

from scipix.ui.preview import failures, limits
from scipix.ui.preview.bridge import MathJaxEngine
from scipix.ui.preview.bundle import BundleError, read_bundle
from scipix.ui.preview.fallback import draw_plainly
from scipix.ui.preview.messages import Drawing, Preview, PreviewFailure, PreviewRequest
from scipix.ui.preview.sources import MarkedSource, boxes_of, mark
from scipix.ui.preview.svg import SvgError, clean

_log = logging.getLogger(__name__)


class PreviewWorker(QObject):
    """Takes a request, gives one answer. Slots run in the worker's thread; ``interrupt`` may come from any.

    ``waiting`` tells that the script engine has got work (whoever listens keeps the time), ``answered`` gives
    a Preview or a PreviewFailure, ``told`` a quiet note.
    """

    waiting = Signal()
    answered = Signal(object)
    told = Signal(str)

    def __init__(self, folder: Path, renew_after: int) -> None:
        super().__init__()
        self._folder = folder
        self._renew_after = renew_after
        self._engine: MathJaxEngine | None = None
        self._engine_lock = Lock()
        self._engines = 0
        self._ready = False
        self._unusable = ""
        self._drawn = 0
        self._serial = 0
        self._current: tuple[PreviewRequest, MarkedSource] | None = None
        self._closing = Event()

    # --- from other threads -------------------------------------------------------------------------------

    def interrupt(self, closing: bool = False) -> None:
        """Stop the script that runs now; ``give_up`` has to follow, or ``finish`` when ``closing``."""
        if closing:
            self._closing.set()
        with self._engine_lock:
            if self._engine is not None:
                self._engine.interrupt()

    # --- slots --------------------------------------------------------------------------------------------

    @Slot()
    def prepare(self) -> None:
        """Load MathJax ahead of the first formula."""
        if self._engine is None and not self._unusable and not self._closing.is_set():
            self._load()

    @Slot(object)
    def render(self, request: PreviewRequest) -> None:
        """Draw; exactly one answer follows, unless the worker is closed before."""
        if len(request.latex) > limits.LENGTH:
            self.answered.emit(failures.too_long(request, limits.LENGTH))
        elif limits.depth(request.latex) > limits.DEPTH:
            self.answered.emit(failures.too_deep(request, limits.DEPTH))
        else:
            self._current = (request, mark(request.latex))
            self._advance()

    @Slot()
    def give_up(self) -> None:
        """The script took too long and was interrupted: a new engine, and this formula goes to the others."""
        self._discard()
        if self._current is not None:
            self._draw_plainly(None)

    @Slot()
    def finish(self) -> None:
        """End the thread."""
        self._discard()
        QThread.currentThread().quit()

    # --- the script engine --------------------------------------------------------------------------------

    def _advance(self) -> None:
        if self._current is None or self._closing.is_set():
            return
        if self._unusable:
            self._draw_plainly(self._unusable)
        elif self._engine is None:
            self._load()
        elif self._ready:
            self._ask(*self._current)
        else:
            self.waiting.emit()

    def _load(self) -> None:
        try:
            script = read_bundle(self._folder)
        except BundleError as error:
            self._refuse(str(error))
            return
        self._engines += 1
        engine = MathJaxEngine(self._engines, self)
        engine.loaded.connect(self._on_loaded)
        engine.answered.connect(self._on_answered)
        with self._engine_lock:
            self._engine = engine
        if self._current is not None:
            self.waiting.emit()
        engine.load(script)

    @Slot(int, str)
    def _on_loaded(self, number: int, problem: str) -> None:
        if self._engine is None or number != self._engines:
            return
        if problem:
            self._refuse(problem)
            return
        self._ready = True
        self._advance()

    def _refuse(self, problem: str) -> None:
        """Work without MathJax from now on."""
        self._unusable = problem
        self._discard()
        _log.warning("MathJax could not be loaded: %s", problem)
        note = QCoreApplication.translate("Preview", "MathJax could not be loaded; a plainer renderer draws.")
        self.told.emit(note)
        self._advance()

    def _ask(self, request: PreviewRequest, source: MarkedSource) -> None:
        assert self._engine is not None
        self._serial += 1
        question = {
            "latex": request.latex,
            "marked": source.text,
            "tokens": source.words,
            "display": request.display,
            "boxes": bool(request.marks),
        }
        self.waiting.emit()
        self._engine.ask(self._serial, json.dumps(question))

    def _discard(self) -> None:
        with self._engine_lock:
            engine, self._engine = self._engine, None
        self._ready = False
        self._drawn = 0
        if engine is not None:
            # Answers that are still on their way belong to nobody now.
            engine.loaded.disconnect(self._on_loaded)
            engine.answered.disconnect(self._on_answered)
            engine.deleteLater()

    # --- answers ------------------------------------------------------------------------------------------

    @Slot(int, str)
    def _on_answered(self, serial: int, text: str) -> None:
        if self._current is None or serial != self._serial:
            return
        request, source = self._current
        reply = json.loads(text)
        if "error" in reply:
            problem = failures.TexProblem(reply["id"], reply["error"], reply["token"])
            self._answer(failures.wrong_latex(request, source, problem))
        elif "svg" in reply:
            self._on_svg(request, source, reply["svg"])
        else:
            _log.warning("MathJax failed on %r: %s", request.latex, reply.get("failure"))
            self._draw_plainly(str(reply.get("failure")))
        self._drawn += 1
        if self._drawn >= self._renew_after:
            # The engine's memory grows with every formula.
            self._discard()
            self.prepare()

    def _on_svg(self, request: PreviewRequest, source: MarkedSource, svg: str) -> None:
        try:
            drawing = clean(svg)
        except SvgError as error:
            _log.warning("MathJax's picture of %r is not usable: %s", request.latex, error)
            self._draw_plainly(str(error))
            return
        self._answer(_preview(request, source, "mathjax", drawing))

    def _draw_plainly(self, reason: str | None) -> None:
        """By the other renderers; ``reason`` says why not MathJax, None that it took too long."""
        assert self._current is not None
        request, source = self._current
        drawn = draw_plainly(request.latex, request.display, self._closing.is_set)
        if drawn is not None:
            name, drawing = drawn
            if not self._unusable:
                note = QCoreApplication.translate("Preview", "MathJax did not draw this formula; {0} did.")
                self.told.emit(note.format(name))
            self._answer(_preview(request, source, name, drawing))
        elif reason is None:
            self._answer(failures.too_slow(request))
        else:
            self._answer(failures.not_drawn(request, reason))

    def _answer(self, answer: Preview | PreviewFailure) -> None:
        self._current = None
        self.answered.emit(answer)


def _preview(request: PreviewRequest, source: MarkedSource, name: str, drawing: Drawing) -> Preview:
    return Preview(
        key=request.key,
        channel=request.channel,
        latex=request.latex,
        svg=drawing.svg,
        width=drawing.width,
        height=drawing.height,
        baseline=drawing.baseline,
        renderer=name,
        boxes=tuple(boxes_of(request.marks, source, drawing.boxes)),
    )
