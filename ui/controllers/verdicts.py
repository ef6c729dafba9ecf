"""What a person says about answers, by buttons or by what they do, and taking it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from scipix.ui.controllers.past import Past
from scipix.ui.controllers.result import ResultController
from scipix.ui.memory_thread import MemoryThread
from scipix.ui.models.entry import Entry
from scipix.ui.models.said import Kind, Said, adds_something, kind_of
from scipix.ui.views.main_window import MainWindow

if TYPE_CHECKING:
    from scipix.app.memory.memory import Memory

_NEWS_MS = 4000


class Verdicts(QObject):
    """Right and Wrong, copying, choosing and editing become facts of memory. GUI thread only.

    Silence says nothing, and so does the copying that happens by itself after a snip.
    """

    def __init__(
        self,
        window: MainWindow,
        thread: MemoryThread,
        past: Past,
        result: ResultController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._thread, self._past, self._result = window, thread, past, result
        self._said: Said | None = None
        commands = window.commands
        commands.right.triggered.connect(self.right)
        commands.wrong.triggered.connect(self.wrong)
        window.changes.undo_wanted.connect(self.take_back)
        window.result.alternative_chosen.connect(self._on_alternative)
        result.shown.connect(self._on_shown)
        result.edited.connect(self._show)
        result.cleared.connect(self._on_cleared)

    # -- what a person does ---------------------------------------------------------------------------
    def right(self) -> None:
        """The formula as it stands is right; once more takes that back."""
        if self._is_right():
            self.take_back()
        else:
            self._accept(Kind.CONFIRMED)

    def wrong(self) -> None:
        """The answer is wrong; once more takes that back."""
        entry = self._entry()
        if entry is None:
            self._show()
        elif self._said is not None and self._said.kind is Kind.REJECTED:
            self.take_back()
        else:
            self._said = Said(Kind.REJECTED)
            self._tell(entry, partial(_reject, entry))

    def on_copied(self) -> None:
        """The formula was copied or saved by the person: they took it for right."""
        self._accept(Kind.COPIED)

    def take_back(self) -> None:
        """What was said was not meant: the answer stands again, and all effects go."""
        entry = self._entry()
        if entry is None or self._said is None:
            return
        self._said = None
        self._tell(entry, partial(_undo, entry))
        if self._result.latex() != entry.recognition.latex:
            self._window.result.set_latex(entry.recognition.latex)

    def _on_alternative(self, index: int) -> None:
        if index:
            self._accept(Kind.CHOSEN)
        elif self._said is not None:
            self.take_back()

    def _accept(self, given: Kind) -> None:
        entry, latex = self._entry(), self._result.latex()
        if entry is None or not latex.strip():
            if given is Kind.CONFIRMED:
                self._explain()
            return
        answer = entry.recognition
        readings = tuple(one.latex for one in answer.alternatives)
        said = Said(kind_of(latex, answer.latex, readings, given), latex)
        if self._said is not None and said.kind is Kind.COPIED and self._said.kind is not Kind.REJECTED:
            said = said if self._said.latex == latex else Said(Kind.CONFIRMED, latex)
        if adds_something(said, self._said):
            self._said = said
            self._tell(entry, partial(_accept, entry, said))

    def _entry(self) -> Entry | None:
        """The entry that is shown, if memory has it."""
        entry = self._result.entry
        return None if entry is None or entry.key.startswith("#") else entry

    def _explain(self) -> None:
        """Why a verdict has no effect."""
        if self._result.entry is not None:
            text = self.tr("This entry is not kept (private mode), so nothing is learned from it.")
            self._window.statusBar().showMessage(text, _NEWS_MS)
        self._show()

    def _tell(self, entry: Entry, work: object) -> None:
        self._thread.ask(work, lambda _: self._past.refresh(entry.key), self)
        self._show()

    # -- what is shown --------------------------------------------------------------------------------
    def _on_shown(self, entry: Entry) -> None:
        self._said = None
        self._show()
        if not entry.key.startswith("#"):
            self._thread.ask(partial(_what_was_said, entry.key), partial(self._on_known, entry.key), self)

    def _on_known(self, key: str, said: Said | None) -> None:
        entry = self._result.entry
        if entry is not None and entry.key == key and self._said is None:
            self._said = said
            self._show()

    def _on_cleared(self) -> None:
        self._said = None
        self._show()

    def _is_right(self) -> bool:
        said = self._said
        spoken = said is not None and said.kind not in (Kind.COPIED, Kind.REJECTED)
        return spoken and said is not None and said.latex == self._result.latex()

    def _show(self) -> None:
        entry = self._result.entry
        commands = self._window.commands
        commands.right.setChecked(self._is_right())
        commands.wrong.setChecked(self._said is not None and self._said.kind is Kind.REJECTED)
        read = "" if entry is None else entry.recognition.latex
        self._window.changes.show_state(read, self._result.latex(), self._said)


# -- in the thread of memory ------------------------------------------------------------------------------
def _accept(entry: Entry, said: Said, memory: Memory) -> None:
    if entry.whole or memory.learning.of_entry(entry.key) is not None:
        memory.accept(entry.recognition, said.latex, said.kind)
    else:
        _mark(entry, said.latex, memory)


def _reject(entry: Entry, memory: Memory) -> None:
    if entry.whole or memory.learning.of_entry(entry.key) is not None:
        memory.reject(entry.recognition)
    else:
        _mark(entry, "", memory)


def _mark(entry: Entry, latex: str, memory: Memory) -> None:
    """A verdict on an old reading of which too little is left to learn from."""
    from scipix.app.memory.learning import verdict

    answer = entry.recognition
    found = verdict(answer.latex, answer.confidence, [one.latex for one in answer.alternatives], latex)
    memory.history.set_latex(entry.key, latex or answer.latex, found)


def _undo(entry: Entry, memory: Memory) -> None:
    if not memory.undo(entry.key):
        memory.history.set_latex(entry.key, entry.recognition.latex, "unknown")


def _what_was_said(key: str, memory: Memory) -> Said | None:
    known = memory.learning.of_entry(key)
    if known is None or known.undone:
        return None
    if not known.final:
        return Said(Kind.REJECTED)
    readings = tuple(latex for latex, _ in known.beam)
    given = Kind.CONFIRMED if known.kind == Kind.REJECTED else Kind(known.kind)
    return Said(kind_of(known.final, known.predicted, readings, given), known.final)
