"""A key combination that works while another program has the keyboard."""

from __future__ import annotations

from scipix.ui.platform.choice import Choice
from scipix.ui.platform.hotkey.choose import choose, hotkey_handlers
from scipix.ui.platform.hotkey.handler import HotkeyError, HotkeyHandler

__all__ = ["Choice", "HotkeyError", "HotkeyHandler", "choose", "hotkey_handlers"]
