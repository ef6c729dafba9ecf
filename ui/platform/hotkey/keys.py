"""Key combinations in three spellings: Qt's portable text, pynput's and the shortcuts portal's."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence

from scipix.ui.platform.hotkey.handler import HotkeyError

_Key = Qt.Key
# Qt's key: pynput's name, the keysym's name.
_NAMED = {
    _Key.Key_Space: ("space", "space"),
    _Key.Key_Tab: ("tab", "Tab"),
    _Key.Key_Escape: ("esc", "Escape"),
    _Key.Key_Return: ("enter", "Return"),
    _Key.Key_Enter: ("enter", "KP_Enter"),
    _Key.Key_Backspace: ("backspace", "BackSpace"),
    _Key.Key_Insert: ("insert", "Insert"),
    _Key.Key_Delete: ("delete", "Delete"),
    _Key.Key_Home: ("home", "Home"),
    _Key.Key_End: ("end", "End"),
    _Key.Key_PageUp: ("page_up", "Page_Up"),
    _Key.Key_PageDown: ("page_down", "Page_Down"),
    _Key.Key_Left: ("left", "Left"),
    _Key.Key_Right: ("right", "Right"),
    _Key.Key_Up: ("up", "Up"),
    _Key.Key_Down: ("down", "Down"),
    _Key.Key_Print: ("print_screen", "Print"),
    _Key.Key_Pause: ("pause", "Pause"),
    _Key.Key_ScrollLock: ("scroll_lock", "Scroll_Lock"),
    _Key.Key_Menu: ("menu", "Menu"),
    **{_Key(_Key.Key_F1.value + n): (f"f{n + 1}", f"F{n + 1}") for n in range(24)},
}
# Nobody types text with these: they may stand alone.
_ALONE = frozenset({_Key.Key_Print, _Key.Key_Pause, _Key.Key_ScrollLock}) | frozenset(
    _Key(_Key.Key_F1.value + n) for n in range(24)
)
_KEYSYMS = {
    "!": "exclam", '"': "quotedbl", "#": "numbersign", "$": "dollar", "%": "percent", "&": "ampersand",
    "'": "apostrophe", "(": "parenleft", ")": "parenright", "*": "asterisk", "+": "plus", ",": "comma",
    "-": "minus", ".": "period", "/": "slash", ":": "colon", ";": "semicolon", "<": "less", "=": "equal",
    ">": "greater", "?": "question", "@": "at", "[": "bracketleft", "\\": "backslash", "]": "bracketright",
    "^": "asciicircum", "_": "underscore", "`": "grave", "{": "braceleft", "|": "bar", "}": "braceright",
    "~": "asciitilde",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Combination:
    """One key with its modifiers; ``char`` is what it types (lower case), "" for a named key."""

    control: bool
    alt: bool
    shift: bool
    meta: bool
    key: Qt.Key
    char: str


def parse(sequence: str) -> Combination:
    """Read Qt's portable text, e.g. ``Ctrl+Alt+M``. Raises HotkeyError for what is no usable hotkey."""
    keys = QKeySequence.fromString(sequence, QKeySequence.SequenceFormat.PortableText)
    if keys.count() != 1 or keys[0].key() in (_Key.Key_unknown, _Key(0)):
        raise _unusable(
            sequence, QCoreApplication.translate("Hotkey", "It is not one key with its modifiers.")
        )
    modifiers, key = keys[0].keyboardModifiers(), keys[0].key()
    char = "" if key in _NAMED else _char(key)
    if not char and key not in _NAMED:
        raise _unusable(
            sequence, QCoreApplication.translate("Hotkey", "This key cannot be heard everywhere.")
        )
    has = Qt.KeyboardModifier
    found = Combination(
        control=bool(modifiers & has.ControlModifier),
        alt=bool(modifiers & has.AltModifier),
        shift=bool(modifiers & has.ShiftModifier),
        meta=bool(modifiers & has.MetaModifier),
        key=key,
        char=char,
    )
    if not (found.control or found.alt or found.meta or key in _ALONE):
        raise _unusable(
            sequence,
            QCoreApplication.translate("Hotkey", "Without Ctrl, Alt or Meta it is needed for typing."),
        )
    return found


def to_pynput(sequence: str, *, mac: bool = False) -> str:
    """Return pynput's spelling, e.g. ``<ctrl>+<alt>+m``. On a Mac Qt's Ctrl is the command key."""
    keys = parse(sequence)
    if keys.shift and keys.char and not keys.char.isalpha():
        # pynput compares what is typed, and that depends on the layout of the keyboard.
        raise _unusable(
            sequence, QCoreApplication.translate("Hotkey", "With Shift it types another character.")
        )
    control, meta = ("<cmd>", "<ctrl>") if mac else ("<ctrl>", "<cmd>")
    held = ((keys.control, control), (keys.alt, "<alt>"), (keys.shift, "<shift>"), (keys.meta, meta))
    last = keys.char or f"<{_NAMED[keys.key][0]}>"
    return "+".join([name for on, name in held if on] + [last])


def to_trigger(sequence: str) -> str:
    """Return the spelling of the XDG shortcuts specification, e.g. ``CTRL+ALT+m``."""
    keys = parse(sequence)
    held = ((keys.control, "CTRL"), (keys.alt, "ALT"), (keys.shift, "SHIFT"), (keys.meta, "LOGO"))
    last = _keysym(keys.char) if keys.char else _NAMED[keys.key][1]
    return "+".join([name for on, name in held if on] + [last])


def unsupported(sequence: str) -> HotkeyError:
    """Return the error for a key that this system's keyboard library does not know."""
    return _unusable(sequence, QCoreApplication.translate("Hotkey", "This system does not offer the key."))


def _char(key: Qt.Key) -> str:
    """Return the character that the key types, "" for none. Qt numbers such keys by their upper case."""
    char = chr(key.value).lower() if key.value < 0x110000 else ""
    return char if len(char) == 1 and char.isprintable() and not char.isspace() else ""


def _keysym(char: str) -> str:
    if char in _KEYSYMS:
        return _KEYSYMS[char]
    return char if char.isascii() else f"U{ord(char):04X}"


def _unusable(sequence: str, why: str) -> HotkeyError:
    title = QCoreApplication.translate("Hotkey", "“{}” cannot be the hotkey").format(sequence)
    hint = QCoreApplication.translate("Hotkey", "Choose something like Ctrl+Alt+M or F9 in the settings.")
    return HotkeyError(title, why, hint)
