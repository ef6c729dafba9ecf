"""Key combinations in the spellings of Qt, pynput and the portal."""

import pytest

from scipix.ui.platform.hotkey.handler import HotkeyError
from scipix.ui.platform.hotkey.keys import parse, to_pynput, to_trigger


@pytest.mark.parametrize(
    ("sequence", "pynput", "trigger"),
    [
        ("Ctrl+Alt+M", "<ctrl>+<alt>+m", "CTRL+ALT+m"),
        ("ctrl+alt+m", "<ctrl>+<alt>+m", "CTRL+ALT+m"),
        ("Ctrl+Shift+A", "<ctrl>+<shift>+a", "CTRL+SHIFT+a"),
        ("Meta+Shift+S", "<shift>+<cmd>+s", "SHIFT+LOGO+s"),
        ("Ctrl+Alt+Shift+Meta+Z", "<ctrl>+<alt>+<shift>+<cmd>+z", "CTRL+ALT+SHIFT+LOGO+z"),
        ("Ctrl+1", "<ctrl>+1", "CTRL+1"),
        ("Ctrl++", "<ctrl>++", "CTRL+plus"),
        ("Ctrl+,", "<ctrl>+,", "CTRL+comma"),
        ("Alt+Ö", "<alt>+ö", "ALT+U00F6"),
        ("F9", "<f9>", "F9"),
        ("Shift+F12", "<shift>+<f12>", "SHIFT+F12"),
        ("F24", "<f24>", "F24"),
        ("Print", "<print_screen>", "Print"),
        ("Ctrl+Space", "<ctrl>+<space>", "CTRL+space"),
        ("Ctrl+PgUp", "<ctrl>+<page_up>", "CTRL+Page_Up"),
        ("Ctrl+Shift+Left", "<ctrl>+<shift>+<left>", "CTRL+SHIFT+Left"),
        ("Alt+Return", "<alt>+<enter>", "ALT+Return"),
    ],
)
def test_both_spellings(sequence: str, pynput: str, trigger: str) -> None:
    assert to_pynput(sequence) == pynput
    assert to_trigger(sequence) == trigger


def test_on_a_mac_qt_says_ctrl_for_the_command_key() -> None:
    assert to_pynput("Ctrl+Meta+M", mac=True) == "<cmd>+<ctrl>+m"


@pytest.mark.parametrize(
    "sequence",
    ["", "M", "Shift+M", "Ctrl", "Ctrl+Alt", "Ctrl+K, Ctrl+C", "Ctrl+Nonsense", "Space", "Ctrl+F30"],
)
def test_what_is_no_hotkey_is_refused_with_a_way_out(sequence: str) -> None:
    with pytest.raises(HotkeyError) as caught:
        parse(sequence)
    assert sequence in caught.value.title
    assert "Ctrl+Alt+M" in caught.value.hint


def test_shift_with_a_digit_is_refused_where_it_could_never_match() -> None:
    with pytest.raises(HotkeyError, match="another character"):
        to_pynput("Ctrl+Shift+1")
    assert to_trigger("Ctrl+Shift+1") == "CTRL+SHIFT+1"
