"""Which handlers are chosen in which session, and what is said about it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from scipix.ui.platform import hotkey, screenshot
from scipix.ui.platform.hotkey import listener
from scipix.ui.platform.screenshot import qt
from scipix.ui.platform.screenshot.handler import ScreenshotHandler
from scipix.ui.platform.session import Session, current_session, session_of


@pytest.mark.parametrize(
    ("system", "platform", "environ", "session"),
    [
        ("win32", "windows", {}, Session.WINDOWS),
        ("darwin", "cocoa", {}, Session.MACOS),
        ("linux", "xcb", {"DISPLAY": ":0"}, Session.X11),
        ("linux", "xcb", {"DISPLAY": ":0", "XDG_SESSION_TYPE": "x11"}, Session.X11),
        ("linux", "wayland", {"WAYLAND_DISPLAY": "wayland-0"}, Session.WAYLAND),
        ("linux", "wayland-egl", {}, Session.WAYLAND),
        ("linux", "xcb", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, Session.WAYLAND),
        ("linux", "xcb", {"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"}, Session.WAYLAND),
        ("linux", "xcb", {}, Session.NONE),
        ("linux", "offscreen", {"DISPLAY": ":0"}, Session.NONE),
        ("linux", "", {"DISPLAY": ":0"}, Session.NONE),
    ],
)
def test_the_session(system: str, platform: str, environ: dict[str, str], session: Session) -> None:
    assert session_of(system, platform, environ) is session


def test_without_a_display_nothing_is_chosen_and_the_error_says_what_to_do(qtbot: QtBot) -> None:
    assert current_session() is Session.NONE
    for choice in (screenshot.choose(), hotkey.choose()):
        assert choice.handler is None
        assert "no display" in choice.error().message
        assert choice.error().hint
        assert [name for name, _ in choice.verdicts][-1] == "portal"


class Ready:
    name = "ready"

    def problem(self) -> str | None:
        return None

    def grab(self, done: object, failed: object) -> None:
        raise AssertionError


class Broken(Ready):
    name = "broken"

    def problem(self) -> str | None:
        return "It is broken."


def test_the_first_that_works_is_taken_and_the_others_are_told() -> None:
    handlers: list[ScreenshotHandler] = [Broken(), Ready(), Broken()]
    choice = screenshot.choose(handlers)
    assert choice.handler is handlers[1]
    assert choice.reason == "broken: It is broken.; ready: chosen"


@pytest.mark.parametrize("session", [Session.X11, Session.WINDOWS, Session.MACOS])
def test_qt_and_pynput_serve_all_but_wayland(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    for module, handler in ((qt, qt.QtScreenshot()), (listener, listener.PynputHotkey())):
        monkeypatch.setattr(module, "current_session", lambda: session)
        assert handler.problem() is None
        monkeypatch.setattr(module, "current_session", lambda: Session.WAYLAND)
        assert "Wayland" in str(handler.problem())


def test_pynput_is_not_imported_where_it_cannot_work(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its import opens the display, and fails without one."""
    monkeypatch.setattr(listener, "_keyboard", lambda: pytest.fail("imported"))
    with pytest.raises(hotkey.HotkeyError, match="no display") as caught:
        listener.PynputHotkey().register("Ctrl+Alt+M", lambda: None)
    assert caught.value.hint
