"""What every way to listen for a global hotkey offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from scipix.engine.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable


class HotkeyError(EngineError):
    """The hotkey cannot be listened for."""


class HotkeyHandler(Protocol):
    """One way to listen. All in the GUI thread, the callbacks too."""

    name: str

    def problem(self) -> str | None:
        """Return why it cannot work in this session, or None."""

    def register(
        self,
        sequence: str,
        fired: Callable[[], None],
        failed: Callable[[EngineError], None] | None = None,
    ) -> None:
        """Call ``fired`` at each press of the sequence (Qt's portable text) in place of the one before.

        Raises EngineError where it is known at once that it cannot be; then nothing is registered. What is
        known only later (the user says no to the desktop's question) goes to ``failed``, once.
        """

    def unregister(self) -> None:
        """Listen no more; harmless if nothing is registered."""
