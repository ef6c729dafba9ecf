"""Settings that change something that runs: theme, shortcut, provider, sizes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from scipix.app.jobs import Scheduler
from scipix.app.settings import Settings, SettingsStore
from scipix.engine.errors import EngineError
from scipix.ui.controllers.snip import SnipController
from scipix.ui.models.message import Message, Severity
from scipix.ui.platform.hotkey import Choice, HotkeyHandler
from scipix.ui.theme import apply_theme
from scipix.ui.translation import in_a_line, translated
from scipix.ui.views.main_window import MainWindow


class Preferences(QObject):
    """Applies the settings at the start and whenever they change. GUI thread only."""

    hotkey_checked = Signal(str)
    """What is wrong with the global shortcut, empty for nothing."""

    def __init__(
        self,
        app: QApplication,
        store: SettingsStore,
        window: MainWindow,
        scheduler: Scheduler,
        snip: SnipController,
        choose_hotkey: Callable[[], Choice],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app, self._store, self._window = app, store, window
        self._scheduler, self._snip = scheduler, snip
        self._choose_hotkey = choose_hotkey
        self._hotkey: HotkeyHandler | None = None
        self.hotkey_problem = ""
        self._unsubscribe = store.subscribe(self._on_change)
        window.result.invert_toggled.connect(self._set_inverts)
        self._register(store.current.hotkey)
        self._look(store.current)
        self._report()

    def close(self) -> None:
        """Give the shortcut back and hear of no changes any more."""
        self._unsubscribe()
        self._release()

    def pause_hotkey(self, paused: bool) -> None:
        """Let the shortcut go while another one is being typed, and take it again."""
        if paused:
            self._release()
        else:
            self._register(self._store.current.hotkey)

    def _on_change(self, old: Settings, new: Settings) -> None:
        if new.hotkey != old.hotkey:
            self._register(new.hotkey)
        if new.provider != old.provider:
            self._scheduler.reload(asked_provider(new))
        self._look(new)

    def _look(self, settings: Settings) -> None:
        apply_theme(self._app, settings.theme)
        self._window.result.set_formula_size(settings.formula_size)
        self._window.result.set_inverts(settings.invert_picture)

    def _set_inverts(self, inverts: bool) -> None:
        self._store.update(invert_picture=inverts)

    def _register(self, keys: str) -> None:
        """Take the global shortcut; where that fails, say so and go on without."""
        self._release()
        try:
            if keys:
                self._hotkey = self._listen(keys)
        except EngineError as error:
            self._on_hotkey_failed(error)
            return
        self._tell_hotkey("")
        self._window.empty.show_hotkey(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))

    def _listen(self, keys: str) -> HotkeyHandler:
        """The handler that listens now; raises EngineError where none can."""
        choice = self._choose_hotkey()
        if choice.handler is None:
            raise choice.error()
        choice.handler.register(keys, self._snip.start, self._on_hotkey_failed)
        return choice.handler

    def _release(self) -> None:
        if self._hotkey is not None:
            self._hotkey.unregister()
            self._hotkey = None

    def _on_hotkey_failed(self, error: EngineError) -> None:
        self._window.empty.show_hotkey("")
        message = Message.of(error, severity=Severity.WARNING)
        self._window.messages.show_message(message)
        self._tell_hotkey(in_a_line(message.title, message.text, message.hint))

    def _tell_hotkey(self, problem: str) -> None:
        self.hotkey_problem = problem
        self.hotkey_checked.emit(problem)

    def _report(self) -> None:
        """What was wrong with the settings' file."""
        if self._store.problem is not None:
            self._window.messages.show_message(Message.of(self._store.problem))
        for note in self._store.notes:
            self._window.messages.show_message(Message(Severity.INFO, translated(note)))


def asked_provider(settings: Settings) -> str | None:
    """The provider as the engine wants it: None for the best."""
    return None if settings.provider == "auto" else settings.provider
