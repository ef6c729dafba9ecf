"""The composition root: the one place that makes the parts of the program and knows them all."""

from __future__ import annotations

import logging
import sys
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from scipix.app.documents.page_process import PageProcess
from scipix.app.export.copying import copy_formats
from scipix.app.paths import data_dir
from scipix.app.service import RecognitionService, open_service
from scipix.app.settings import Settings, SettingsStore, load_settings
from scipix.app.worker import EngineReady, ServiceOpener
from scipix.engine.errors import EngineError
from scipix.ui.controllers.browsing import Browsing
from scipix.ui.controllers.conversion import ConversionController
from scipix.ui.controllers.copying import CopyController, format_title
from scipix.ui.controllers.desk import Desk
from scipix.ui.controllers.document import DocumentController
from scipix.ui.controllers.document_formulas import DocumentFormulas
from scipix.ui.controllers.open_documents import OpenDocuments
from scipix.ui.controllers.past import Past
from scipix.ui.controllers.preferences import Preferences, asked_provider
from scipix.ui.controllers.previews import PreviewController
from scipix.ui.controllers.recognition import RecognitionController
from scipix.ui.controllers.result import ResultController
from scipix.ui.controllers.scanned_formulas import ScannedFormulas
from scipix.ui.controllers.snip import SnipController
from scipix.ui.controllers.trust import Trust
from scipix.ui.controllers.verdicts import Verdicts
from scipix.ui.controllers.ways_in import WaysIn
from scipix.ui.conversion_thread import ConversionThread
from scipix.ui.engine_thread import EngineThread
from scipix.ui.icons import app_icon
from scipix.ui.memory_thread import MemoryThread
from scipix.ui.models.entry import SourceKind
from scipix.ui.models.recent_documents import RecentDocuments
from scipix.ui.page_service import PageService
from scipix.ui.platform.hotkey import choose as choose_hotkey
from scipix.ui.platform.screenshot import choose as choose_screenshot
from scipix.ui.preview.service import PreviewService
from scipix.ui.single_instance import InstanceServer, Wish, hand_over, server_name
from scipix.ui.theme import apply_theme
from scipix.ui.translation import apply_language
from scipix.ui.views.history_panel import HistoryPanel
from scipix.ui.views.main_window import MainWindow
from scipix.ui.views.overlay import SnipOverlay
from scipix.ui.views.recent_menu import RecentMenu
from scipix.ui.views.result_panel import ResultPanel
from scipix.ui.views.settings_dialog import SettingsDialog
from scipix.ui.views.toast import Toast
from scipix.ui.views.tray import Tray

if TYPE_CHECKING:  # memory loads in its thread, behind the window
    from scipix.app.memory.memory import Memory, MemoryOptions

_LOOKING_PATIENCE = 180.0
"""Seconds for loading the models and for one scanned page on a slow machine."""
SAMPLE = "schroedinger.png"


class Core(QObject):
    """What lives as long as the program: the threads, memory, what was read.

    ``memory`` is how the window was left; what is remembered of formulas is behind ``remembered``.
    """

    def __init__(self, app: QApplication, store: SettingsStore, opener: ServiceOpener) -> None:
        super().__init__(app)
        self.app, self.store = app, store
        self.memory = QSettings(str(data_dir() / "window.ini"), QSettings.Format.IniFormat)
        self.remembered = MemoryThread(lambda: _open_memory(store), self)
        self.past = Past(self.remembered, self)
        store.subscribe(self._on_settings)
        self.remembered.opened.connect(lambda: self._on_settings(store.current, store.current))
        self.engine = EngineThread(self._remembering(opener), asked_provider(store.current), self)
        self.recognition = RecognitionController(
            self.engine.scheduler, lambda: store.current.alternatives, self
        )
        # Queued also for events of this thread: an answer never arrives inside the call that asks.
        self.engine.event.connect(self.recognition.on_event, Qt.ConnectionType.QueuedConnection)
        self.renderer = PreviewService(self)
        self.previews = PreviewController(self.renderer, self)
        self.pages = PageService(self)
        # Loading the models and looking at a page take seconds, and the window comes first.
        self.scans = PageService(self, PageProcess(patience=_LOOKING_PATIENCE, niceness=5))
        self.conversion = ConversionThread(self)

    def start(self) -> None:
        """Open memory and load the engine, each in its thread."""
        self.remembered.start()
        self.engine.start()

    def _remembering(self, opener: ServiceOpener) -> ServiceOpener:
        """The same services with memory; called in the engine's thread, where waiting is no harm."""

        def opened(provider: str | None) -> RecognitionService:
            return replace(opener(provider), memory=self.remembered.wait())

        return opened

    def _on_settings(self, _old: Settings, new: Settings) -> None:
        memory = self.remembered.now()
        if memory is not None:
            memory.configure(_memory_options(new))

    def close(self) -> None:
        """Stop the threads."""
        self.memory.sync()
        self.renderer.close()
        self.pages.close()
        self.scans.close()
        self.conversion.close()
        self.engine.close()
        self.remembered.close()


class Face(QObject):
    """What a person sees. Made anew when the language changes."""

    settings_wanted = Signal()

    def __init__(self, core: Core) -> None:
        super().__init__(core)
        self.core = core
        store = core.store
        self.window = MainWindow(HistoryPanel(core.past.model), ResultPanel())
        self.tray = Tray(self.window.commands, core.past.recent, self)
        self.overlay = SnipOverlay(self)
        self.result = ResultController(self.window.result, core.previews, self)
        self.copying = CopyController(
            QGuiApplication.clipboard(), core.previews, store, self.result.latex, core.memory, self
        )
        self.snip = SnipController(
            choose_screenshot, self.overlay, self.window, lambda: store.current.hide_window, self
        )
        self.toast = Toast(self.copying.menu(self.window, with_keys=False))
        self.window.set_copy_menu(self.copying.menu(self.window, with_keys=True))
        self.ways_in = WaysIn(core.recognition, core.memory, self)
        self.browsing = Browsing(self.window, core.past, store, self.result, self.copying, core.memory, self)
        self.verdicts = Verdicts(self.window, core.remembered, core.past, self.result, self)
        self.trust = Trust(self.window, core.remembered, core.memory, self)
        self.desk = Desk(
            self.window, self.toast, core.past, self.browsing, store, core.recognition, self.result,
            core.previews, self.copying, self.ways_in, self.snip,
        )  # fmt: skip
        self.documents = DocumentController(
            core.pages, self.window.document, core.memory, QGuiApplication.clipboard(), self
        )
        recent = RecentDocuments(core.memory)
        self.open_documents = OpenDocuments(
            self.documents, self.window.document.tabs, recent, lambda: store.current.private_mode, self
        )
        self.recent = RecentMenu(self.window.commands.open, recent.paths, self.window)
        self.recent.forget_wanted.connect(recent.clear)
        self.window.set_open_menu(self.recent)
        self.formulas = DocumentFormulas(
            core.pages, self.window.document, self.documents, core.recognition, self
        )
        self.scanned = ScannedFormulas(
            core.scans, self.window.document, self.documents, lambda: asked_provider(store.current), self
        )
        self.conversion = ConversionController(
            core.conversion, self.window.document, self.documents,
            lambda: asked_provider(store.current), lambda: store.current.review_marks, parent=self,
        )  # fmt: skip
        self.preferences = Preferences(
            core.app, store, self.window, core.engine.scheduler, self.snip, choose_hotkey, self
        )
        self._connect()
        self.window.restore_state(core.memory)

    def open(self) -> None:
        """Appear."""
        self.window.show()
        # Not on the first button: a ring around it would look like a choice already made.
        self.window.setFocus()
        self.tray.start()

    def close(self) -> None:
        """Remember the arrangement and disappear."""
        self.documents.leave()
        self.conversion.close()
        self.window.save_state(self.core.memory)
        self.core.previews.forget()  # answers on their way have nobody to go to
        self.browsing.close()
        self.preferences.close()
        self.tray.close()
        self.overlay.close()
        self.toast.close()
        self.window.hide()
        self.toast.deleteLater()
        self.window.deleteLater()
        self.deleteLater()

    def _connect(self) -> None:
        commands = self.window.commands
        self.core.renderer.told.connect(self.window.news_label.setText)
        self.ways_in.documents_wanted.connect(self.open_documents.open)
        self.recent.chosen.connect(lambda path: self.open_documents.open([path]))
        self.documents.appeared.connect(self.window.show_document)
        self.open_documents.closed.connect(self.conversion.drop)
        self.formulas.failed.connect(self.desk.tell)
        commands.settings.triggered.connect(self.settings_wanted)
        commands.quit.triggered.connect(self.core.app.quit)
        self.window.close_asked.connect(self._on_close)
        self.window.empty.sample_wanted.connect(self._read_sample)
        self.tray.show_wanted.connect(self.window.bring_up)
        self.tray.chosen.connect(self._show_card)
        self.result.edited.connect(self.core.past.edit)
        for way in (self.window.history.confidence_wanted, self.window.result.confidence_line.details_wanted):
            way.connect(self.trust.open)
        self.copying.taken.connect(self.verdicts.on_copied)
        self.core.remembered.failed.connect(self.desk.tell)

    def _show_card(self, card: object) -> None:
        self.window.bring_up()
        self.browsing.show_card(card)

    def _read_sample(self) -> None:
        path = Path(str(files("scipix.resources"))) / "samples" / SAMPLE
        self.desk.read_files((path,), SourceKind.SAMPLE)

    def _on_close(self, event: QCloseEvent) -> None:
        if self.core.store.current.close_to_tray and self.tray.available():
            event.ignore()
            self.window.hide()
        else:
            self.core.app.quit()


class Program(QObject):
    """The running program. Made and closed in the GUI thread."""

    def __init__(self, app: QApplication, store: SettingsStore, opener: ServiceOpener = open_service) -> None:
        super().__init__(app)
        apply_language(app, store.current.language)
        apply_theme(app, store.current.theme)
        self.core = Core(app, store, opener)
        self._dialog: SettingsDialog | None = None
        self.face = self._make_face()
        self._engine: EngineReady | EngineError | None = None
        self.core.recognition.engine_ready.connect(self._remember_engine)
        self.core.recognition.engine_failed.connect(self._remember_engine)
        # After the engine, not beside it: the first snip needs the one before the other.
        self.core.recognition.engine_ready.connect(self.core.renderer.warm_up)
        store.subscribe(self._on_settings)

    def start(self, wish: Wish) -> None:
        """Show the window, then load the engine behind it."""
        self.face.open()
        QTimer.singleShot(0, self.core.start)
        self.grant(wish)

    def grant(self, wish: Wish) -> None:
        """Do what a start of the program was for."""
        if wish.snip:
            self.face.snip.start()
            return
        self.face.window.bring_up()
        if wish.files:
            self.face.desk.read_files(tuple(map(Path, wish.files)))

    def show_settings(self) -> None:
        """Open the settings, where they were left."""
        if self._dialog is None:
            formats = [(entry.id, format_title(entry)) for entry in copy_formats()]
            self._dialog = SettingsDialog(self.core.store, formats)
            self._dialog.recording.connect(lambda typing: self.face.preferences.pause_hotkey(typing))
            self._dialog.confidence_wanted.connect(lambda: self.face.trust.open())
            self._show_hotkey_problem(self.face.preferences.hotkey_problem)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def close(self) -> None:
        """End everything; afterwards no thread of the program is left."""
        if self._dialog is not None:
            self._dialog.close_test()
            self._dialog.close()
            self._dialog.deleteLater()
        self.face.close()
        self.core.close()

    def _show_hotkey_problem(self, problem: str) -> None:
        if self._dialog is not None:
            self._dialog.show_problem("hotkey", problem)

    def _remember_engine(self, state: EngineReady | EngineError) -> None:
        self._engine = state

    def _on_settings(self, old: Settings, new: Settings) -> None:
        if new.language != old.language:
            apply_language(self.core.app, new.language)
            self._new_face()

    def _make_face(self) -> Face:
        face = Face(self.core)
        face.settings_wanted.connect(self.show_settings)
        face.preferences.hotkey_checked.connect(self._show_hotkey_problem)
        return face

    def _new_face(self) -> None:
        """The same window in another language, with what it showed."""
        entry, visible = self.face.result.entry, self.face.window.isVisible()
        shown, in_document = self.face.documents.path, self.face.window.commands.document.isChecked()
        documents = self.face.open_documents
        self.face.close()
        self.face = self._make_face()
        self._show_hotkey_problem(self.face.preferences.hotkey_problem)
        self.face.desk.show_engine(self._engine)
        if shown is not None:
            self.face.open_documents.take_over(documents, shown)
        self.face.window.commands.document.setChecked(in_document)
        if entry is not None:
            self.face.browsing.show(entry)
        self.face.tray.start()
        self.face.window.setVisible(visible)
        if self._dialog is not None and self._dialog.isVisible():
            self._dialog.raise_()
            self._dialog.activateWindow()


def run(wish: Wish, opener: ServiceOpener = open_service) -> int:
    """Open the window, or hand the wish to the one that is open; returns the exit code."""
    logging.basicConfig(level=logging.WARNING, format="scipix: %(message)s", stream=sys.stderr)
    name = server_name()
    app = make_application()
    if hand_over(wish, name):
        return 0
    program = Program(app, load_settings(), opener)
    server = InstanceServer(name, program)
    server.wished.connect(program.grant)
    program.start(wish)
    code = app.exec()
    server.close()
    program.close()
    # No event loop will do it any more, and what dies after the application complains.
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return code


def _open_memory(store: SettingsStore) -> Memory:
    """In memory's thread, where loading it is no harm."""
    from scipix.app.memory.memory import open_memory

    return open_memory(store.current)


def _memory_options(settings: Settings) -> MemoryOptions:
    from scipix.app.memory.memory import options_of

    return options_of(settings)


def make_application() -> QApplication:
    """The QApplication with its name and icon."""
    # A fifth of the usual: the engine shall not hold the interpreter while the window wants to paint.
    sys.setswitchinterval(0.001)
    app = QApplication(["scipix"])
    app.setApplicationName("scipix")
    app.setDesktopFileName("scipix")
    app.setWindowIcon(app_icon())
    # The tray keeps the program alive; quitting is asked for.
    app.setQuitOnLastWindowClosed(False)
    return app
