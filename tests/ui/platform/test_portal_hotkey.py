"""The portal's global shortcut, against a double on a private bus."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from scipix.engine.errors import EngineError
from scipix.ui.platform.hotkey.handler import HotkeyError
from scipix.ui.platform.hotkey.portal import PortalHotkey
from scipix.ui.platform.portal_errors import PortalCancelledError


class Ears:
    """A registered handler and what it told."""

    def __init__(self, sequence: str = "Ctrl+Alt+M", seconds: float = 20) -> None:
        self.handler = PortalHotkey(seconds)
        self.fired: list[str] = []
        self.errors: list[EngineError] = []
        self.register(sequence)

    def register(self, sequence: str) -> None:
        self.handler.register(sequence, lambda: self.fired.append(sequence), self.errors.append)

    def wait_bound(self, qtbot: QtBot) -> None:
        qtbot.waitUntil(lambda: bool(self.handler.trigger), timeout=10_000)


def test_the_shortcut_is_bound_and_fires_once_per_press(
    portal_double: Callable[..., Any], qtbot: QtBot
) -> None:
    double, ears = portal_double(), Ears()
    ears.wait_bound(qtbot)
    session, shortcuts, parent, _ = double.await_call("BindShortcuts")["body"]
    ((name, details),) = shortcuts
    assert details["preferred_trigger"] == "CTRL+ALT+m"
    assert details["description"]
    assert parent == ""
    assert ears.handler.trigger == "Press it"
    double.obey(do="activate", session=session, id=name)
    double.obey(do="activate", session=session, id="another")
    double.obey(do="activate", session=session + "x", id=name)
    double.obey(do="activate", session=session, id=name)
    qtbot.waitUntil(lambda: len(ears.fired) == 2, timeout=10_000)
    ears.handler.unregister()
    assert not ears.errors


@pytest.mark.parametrize("method", ["CreateSession", "BindShortcuts"])
@pytest.mark.parametrize(
    ("code", "kind"), [(1, PortalCancelledError), (2, EngineError)], ids=["cancelled", "denied"]
)
def test_a_no_comes_later_and_is_told_once(
    method: str, code: int, kind: type[EngineError], portal_double: Callable[..., Any], qtbot: QtBot
) -> None:
    portal_double(codes={method: code})
    ears = Ears()
    qtbot.waitUntil(lambda: bool(ears.errors), timeout=10_000)
    (error,) = ears.errors
    assert isinstance(error, kind)
    assert error.hint


def test_a_desktop_without_this_portal_is_told(portal_double: Callable[..., Any], qtbot: QtBot) -> None:
    portal_double(refused={"CreateSession": "org.freedesktop.DBus.Error.UnknownMethod"})
    ears = Ears()
    qtbot.waitUntil(lambda: bool(ears.errors), timeout=10_000)
    assert "missing" in ears.errors[0].title


def test_silence_ends_with_the_time_limit(portal_double: Callable[..., Any], qtbot: QtBot) -> None:
    portal_double(silent=["BindShortcuts"])
    ears = Ears(seconds=0.2)
    qtbot.waitUntil(lambda: bool(ears.errors), timeout=10_000)
    assert "did not answer" in ears.errors[0].title


def test_registering_again_replaces_the_first(portal_double: Callable[..., Any], qtbot: QtBot) -> None:
    double, ears = portal_double(), Ears("F8")
    ears.wait_bound(qtbot)
    old = double.await_call("BindShortcuts")["body"][0]
    ears.register("F9")
    assert ears.handler.trigger == ""
    ears.wait_bound(qtbot)
    session, ((name, details),), *_ = double.await_call("BindShortcuts")["body"]
    assert details["preferred_trigger"] == "F9"
    double.obey(do="activate", session=old, id=name)
    double.obey(do="activate", session=session, id=name)
    qtbot.waitUntil(lambda: bool(ears.fired), timeout=10_000)
    assert ears.fired == ["F9"]


def test_unregistering_in_the_middle_is_silent(portal_double: Callable[..., Any], qtbot: QtBot) -> None:
    double, ears = portal_double(silent=["CreateSession"]), Ears()
    double.await_call("CreateSession")
    ears.handler.unregister()
    ears.handler.unregister()
    qtbot.wait(50)
    assert not ears.errors


def test_a_session_that_the_desktop_ends_is_told(portal_double: Callable[..., Any], qtbot: QtBot) -> None:
    double, ears = portal_double(), Ears()
    ears.wait_bound(qtbot)
    session = double.await_call("BindShortcuts")["body"][0]
    double.obey(do="end", session=session)
    qtbot.waitUntil(lambda: bool(ears.errors), timeout=10_000)
    assert "no more" in ears.errors[0].title


def test_a_bus_that_dies_is_told_once(
    session_bus: subprocess.Popen[str], portal_double: Callable[..., Any], qtbot: QtBot
) -> None:
    portal_double()
    ears = Ears()
    ears.wait_bound(qtbot)
    session_bus.terminate()
    qtbot.waitUntil(lambda: bool(ears.errors), timeout=10_000)
    qtbot.wait(20)
    assert len(ears.errors) == 1


def test_the_program_names_itself_to_newer_portals(
    portal_double: Callable[..., Any], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "desktopFileName", staticmethod(lambda: "org.example.scipix"))
    double, ears = portal_double(), Ears()
    assert double.await_call("Register")["body"][0] == "org.example.scipix"
    ears.wait_bound(qtbot)
    ears.handler.unregister()


def test_a_bad_sequence_leaves_the_old_one_working(portal_double: Callable[..., Any], qtbot: QtBot) -> None:
    double, ears = portal_double(), Ears("F8")
    ears.wait_bound(qtbot)
    session = double.await_call("BindShortcuts")["body"][0]
    with pytest.raises(HotkeyError):
        ears.register("M")
    double.obey(do="activate", session=session, id="snip")
    qtbot.waitUntil(lambda: ears.fired == ["F8"], timeout=10_000)


def test_without_a_bus_registering_raises(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    with pytest.raises(EngineError) as caught:
        PortalHotkey().register("F9", lambda: None)
    assert caught.value.hint
