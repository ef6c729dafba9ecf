"""Where everything meets: what is read goes to history, panel, clipboard and toast; what fails is told."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QRect, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QImage, QPixmap

from scipix.app.settings import SettingsStore
from scipix.app.worker import EngineReady
from scipix.engine.errors import EngineError
from scipix.ui.controllers.browsing import Browsing
from scipix.ui.controllers.copying import AFTER_START, CopyController, format_title
from scipix.ui.controllers.past import Past
from scipix.ui.controllers.previews import PreviewController
from scipix.ui.controllers.recognition import RecognitionController
from scipix.ui.controllers.result import ResultController
from scipix.ui.controllers.snip import SnipController
from scipix.ui.controllers.ways_in import WaysIn
from scipix.ui.images import to_array
from scipix.ui.models.entry import Entry, Source, SourceKind
from scipix.ui.models.message import Message, Severity
from scipix.ui.preview.messages import Preview, PreviewFailure
from scipix.ui.preview.paint import paint
from scipix.ui.theme import current_colours
from scipix.ui.translation import in_a_line, translated
from scipix.ui.views.main_window import MainWindow
from scipix.ui.views.shortcuts import ShortcutsDialog
from scipix.ui.views.toast import Toast

_NEWS_MS = 4000
_TOAST_EM = 20


class Desk(QObject):
    """Connects controllers and views. GUI thread only; all parts are given to it."""

    def __init__(
        self,
        window: MainWindow,
        toast: Toast,
        past: Past,
        browsing: Browsing,
        store: SettingsStore,
        recognition: RecognitionController,
        result: ResultController,
        previews: PreviewController,
        copying: CopyController,
        ways_in: WaysIn,
        snip: SnipController,
    ) -> None:
        super().__init__(window)
        self._window, self._toast, self._store = window, toast, store
        self._past, self._browsing = past, browsing
        self._recognition, self._result, self._previews = recognition, result, previews
        self._copying, self._ways_in, self._snip = copying, ways_in, snip
        self._place: QRect | None = None
        self._engine_ready = False
        self._waiting = (0, 0)
        self._connect_work()
        self._connect_window()
        QTimer.singleShot(AFTER_START, self, self._name_copy_button)
        self._label_engine(self.tr("Loading the models…"), "")

    # -- the ways in ------------------------------------------------------------------------------
    @Slot()
    def paste(self) -> None:
        """Read the picture in the clipboard."""
        self._take(lambda: self._ways_in.take(QGuiApplication.clipboard().mimeData(), SourceKind.CLIPBOARD))

    def read_files(self, paths: tuple[Path, ...], kind: SourceKind = SourceKind.FILE) -> None:
        """Read files."""
        self._take(lambda: self._ways_in.read_files(paths, kind))

    def _take(self, way: object) -> None:
        try:
            way()
        except EngineError as error:
            self.tell(error)

    def _on_taken(self, image: QImage, place: QRect) -> None:
        self._place = place
        self._recognition.read_picture(to_array(image), Source(SourceKind.SNIP))

    # -- what comes of it -------------------------------------------------------------------------
    def _on_recognised(self, entry: Entry) -> None:
        self._past.add(entry)
        self._browsing.show(entry)
        if entry.source.kind is SourceKind.SNIP:
            if self._store.current.copy_after_snip:
                self._copying.copy(by_hand=False)
            self._show_toast(entry)

    def _on_failed(self, source: Source, error: EngineError) -> None:
        self.tell(error, source.name)
        if source.kind is SourceKind.SNIP and not self._window.isVisible() and self._place is not None:
            message = Message.of(error)
            self._toast.show_result(self._place, in_a_line(message.title, message.hint))

    def tell(self, error: EngineError, about: str = "") -> None:
        """Show an error at the top of the window."""
        self._window.messages.show_message(Message.of(error, about))

    def _show_toast(self, entry: Entry) -> None:
        hidden = not self._window.isVisible()
        if self._place is None or not (self._store.current.toast or hidden):
            return
        self._toast.show_result(self._place, self._toast_text(entry))
        self._previews.render("toast", entry.latex, self._show_in_toast)

    def _toast_text(self, entry: Entry) -> str:
        sure = self.tr("{percent} sure").format(percent=f"{entry.recognition.confidence:.0%}")
        if self._store.current.copy_after_snip:
            return self.tr("{sure} · copied as {format}").format(
                sure=sure, format=format_title(self._copying.last_format())
            )
        return sure

    def _show_in_toast(self, answer: Preview | PreviewFailure) -> None:
        if isinstance(answer, Preview):
            ratio = self._toast.devicePixelRatioF()
            picture = paint(answer.svg, _TOAST_EM, current_colours().text, ratio)
            self._toast.show_picture(QPixmap.fromImage(picture))

    # -- the engine -------------------------------------------------------------------------------
    def _on_engine_ready(self, ready: EngineReady) -> None:
        self._engine_ready = True
        self._label_engine(
            self.tr("{provider} · model {model}").format(provider=ready.provider.upper(), model=ready.model),
            self.tr("Proved by a trial run. Loaded in {ms} ms.").format(ms=round(ready.milliseconds)),
        )
        if ready.notice:
            self._window.messages.show_message(Message(Severity.WARNING, translated(ready.notice)))
        self._on_waiting(*self._waiting)

    def _on_engine_failed(self, error: EngineError) -> None:
        self._engine_ready = False
        self._label_engine(self.tr("No engine"), translated(error.message))
        self.tell(error)

    def show_engine(self, state: EngineReady | EngineError | None) -> None:
        """What is known of the engine already when the window is made anew."""
        if isinstance(state, EngineReady):
            self._on_engine_ready(state)
        elif state is not None:
            self._on_engine_failed(state)

    def _label_engine(self, text: str, tip: str) -> None:
        self._window.engine_label.setText(text)
        self._window.engine_label.setToolTip(tip)

    def _on_waiting(self, done: int, total: int) -> None:
        self._waiting = done, total
        if not total:
            self._window.show_progress("")
        elif not self._engine_ready:
            self._window.show_progress(self.tr("The models are loading, your picture comes next…"))
        elif total == 1:
            self._window.show_progress(self.tr("Reading…"))
        else:
            text = self.tr("Reading {number} of {total}…").format(number=done + 1, total=total)
            self._window.show_progress(text, done, total)

    # -- connections ------------------------------------------------------------------------------
    def _connect_work(self) -> None:
        self._recognition.recognised.connect(self._on_recognised)
        self._recognition.failed.connect(self._on_failed)
        self._recognition.waiting.connect(self._on_waiting)
        self._recognition.engine_ready.connect(self._on_engine_ready)
        self._recognition.engine_failed.connect(self._on_engine_failed)
        self._snip.taken.connect(self._on_taken)
        self._snip.failed.connect(self.tell)
        self._copying.copied.connect(self._on_copied)
        self._copying.saved.connect(self._on_saved)
        self._copying.failed.connect(self.tell)

    def _connect_window(self) -> None:
        window, commands = self._window, self._window.commands
        commands.snip.triggered.connect(self._snip.start)
        commands.paste.triggered.connect(self.paste)
        commands.open.triggered.connect(lambda: self._take(lambda: self._ways_in.ask_for_files(window)))
        commands.copy.triggered.connect(lambda: self._copying.copy())
        commands.save.triggered.connect(lambda: self._copying.save(window))
        commands.cancel.triggered.connect(self._recognition.cancel)
        commands.find.triggered.connect(self._find)
        commands.shortcuts.triggered.connect(self._show_shortcuts)
        window.dropped.connect(lambda data: self._take(lambda: self._ways_in.take(data, SourceKind.DROP)))
        window.result.picture_pasted.connect(self.paste)
        self._toast.copy_wanted.connect(lambda: self._copying.copy())
        self._toast.open_wanted.connect(window.bring_up)

    def _find(self) -> None:
        self._window.commands.history.setChecked(True)
        self._window.history.find()

    def _show_shortcuts(self) -> None:
        ShortcutsDialog(self._window.actions(), self._window).open()

    def _on_saved(self, path: str) -> None:
        self._window.statusBar().showMessage(self.tr("Saved as {path}").format(path=path), _NEWS_MS)

    def _name_copy_button(self) -> None:
        title = format_title(self._copying.last_format())
        self._window.commands.copy.setText(self.tr("Copy {format}").format(format=title))

    def _on_copied(self, title: str) -> None:
        text = self.tr("Copied as {format}").format(format=title)
        self._window.statusBar().showMessage(text, _NEWS_MS)
        self._name_copy_button()
        if self._toast.isVisible():
            self._toast.show_text(text)
