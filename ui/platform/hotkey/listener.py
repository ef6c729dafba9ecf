"""X11, Windows and macOS: pynput listens to the keyboard in a thread of its own."""

from __future__ import annotations

import importlib
import logging
import sys
import threading
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from scipix.ui.platform.hotkey.handler import HotkeyError
from scipix.ui.platform.hotkey.keys import to_pynput, unsupported
from scipix.ui.platform.session import Session, current_session

if TYPE_CHECKING:
    from collections.abc import Callable

    from scipix.engine.errors import EngineError

_log = logging.getLogger(__name__)
# With Shift the Alt keys have these two names on X11, Meta_L and Meta_R.
_META = frozenset({0xFFE7, 0xFFE8})
_START_SECONDS = 3.0
_STOP_SECONDS = 3.0


class PynputHotkey(QObject):
    """pynput's GlobalHotKeys. It hears the keys and leaves them to the focused program as well."""

    name = "pynput"
    # Emitted in pynput's thread, received in the GUI's.
    _pressed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._fired: Callable[[], None] | None = None
        self._listener: Any = None
        # A press that was on its way when the hotkey changed belongs to nobody.
        self._turn = 0
        self._pressed.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def problem(self) -> str | None:
        """Return why the keyboard cannot be listened to in this session."""
        match current_session():
            case Session.WAYLAND:
                return QCoreApplication.translate("Hotkey", "Wayland lets no program listen to the keyboard.")
            case Session.NONE:
                return QCoreApplication.translate("Hotkey", "There is no display.")
            case _:
                return None

    def register(
        self,
        sequence: str,
        fired: Callable[[], None],
        failed: Callable[[EngineError], None] | None = None,
    ) -> None:
        """Listen for the sequence; returns when the listener is ready. Raises HotkeyError.

        All that can go wrong is known at once: ``failed`` is never called.
        """
        problem = self.problem()
        if problem is not None:
            raise _deaf(problem)
        keys = to_pynput(sequence, mac=sys.platform == "darwin")
        keyboard = _keyboard()
        turn = self._turn + 1
        try:
            listener = _hotkeys(keyboard)({keys: lambda: self._pressed.emit(turn)})
        except (ValueError, AttributeError) as error:
            raise unsupported(sequence) from error
        if getattr(listener, "IS_TRUSTED", True) is False:
            raise _distrusted()
        self.unregister()
        _start(listener)
        self._turn, self._listener, self._fired = turn, listener, fired

    def unregister(self) -> None:
        """Stop the listener's thread."""
        self._turn += 1
        self._fired = None
        listener, self._listener = self._listener, None
        if listener is not None:
            _stop(listener)

    def _call(self, turn: int) -> None:
        if turn == self._turn and self._fired is not None:
            self._fired()


def _keyboard() -> Any:
    """Import pynput now: without a display its import fails."""
    try:
        return importlib.import_module("pynput.keyboard")
    except ImportError as error:
        raise _deaf(QCoreApplication.translate("Hotkey", "The keyboard library found no display.")) from error


def _hotkeys(keyboard: Any) -> Any:
    """Return pynput's class, taught that Alt is Alt on X11 even where Shift was pressed before it."""

    class HotKeys(keyboard.GlobalHotKeys):  # type: ignore[misc]
        def canonical(self, key: Any) -> Any:
            return keyboard.Key.alt if getattr(key, "vk", None) in _META else super().canonical(key)

    return HotKeys


def _start(listener: Any) -> None:
    """Start the thread and wait until it listens: it would wait for ever if the thread dies before."""
    ready = threading.Event()

    def wait() -> None:
        listener.wait()
        ready.set()

    listener.start()
    threading.Thread(target=wait, name="hotkey-ready", daemon=True).start()
    if not ready.wait(_START_SECONDS):
        listener.stop()
        raise _deaf(QCoreApplication.translate("Hotkey", "The window system refused to report keys."))


def _stop(listener: Any) -> None:
    """Stop the listener and wait for the end of its thread.

    A listener whose connection was closed refuses to stop; the program ends all the same, or listens anew.
    """
    try:
        listener.stop()
    except Exception as error:  # noqa: BLE001  # each platform has errors of its own
        _log.warning("the keyboard listener could not be stopped: %s", error)
        return
    context = getattr(listener, "_context", None)
    if context is not None:
        # On X11 pynput leaves its own request unsent until the next key; over another connection it goes.
        display = importlib.import_module("Xlib.display").Display()
        display.record_disable_context(context)
        display.sync()
        display.close()
    threading.Thread.join(listener, _STOP_SECONDS)


def _deaf(message: str) -> HotkeyError:
    return HotkeyError(
        QCoreApplication.translate("Hotkey", "No global hotkey"),
        message,
        QCoreApplication.translate("Hotkey", "Use the Snip button or the tray menu instead."),
    )


def _distrusted() -> HotkeyError:
    return HotkeyError(
        QCoreApplication.translate("Hotkey", "No global hotkey"),
        QCoreApplication.translate("Hotkey", "macOS does not let scipix hear keys that other programs get."),
        QCoreApplication.translate(
            "Hotkey",
            "Allow scipix in System Settings, Privacy & Security, Accessibility and Input Monitoring, and "
            "start it again.",
        ),
    )
