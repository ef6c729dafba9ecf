"""The portal's answers, good and bad, against a double on a private bus."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from scipix.engine.errors import EngineError
from scipix.ui.platform.portal_errors import PortalCancelledError
from scipix.ui.platform.screenshot import portal as portal_module
from scipix.ui.platform.screenshot.handler import Shot
from scipix.ui.platform.screenshot.portal import PortalScreenshot
from scipix.ui.platform.session import Session

Answer = tuple[Shot, ...] | EngineError


def grab(qtbot: QtBot, seconds: float = 20) -> Answer:
    answers: list[Answer] = []
    PortalScreenshot(seconds).grab(answers.append, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=30_000)
    qtbot.wait(20)
    assert len(answers) == 1
    return answers[0]


@pytest.fixture
def picture(tmp_path: Path, qtbot: QtBot) -> Path:
    """A file with twice the screen's pixels, one of them marked."""
    screen = QGuiApplication.primaryScreen().geometry()
    image = QImage(screen.width() * 2, screen.height() * 2, QImage.Format.Format_RGB32)
    image.fill(QColor(1, 2, 3))
    image.setPixelColor(11, 7, QColor(200, 0, 0))
    path = tmp_path / "a b ü.png"
    image.save(str(path))
    return path


@pytest.mark.parametrize("plan", [{}, {"before_reply": True}, {"own_paths": True}], ids=str)
def test_the_picture_arrives_and_its_file_goes(
    plan: dict[str, Any], picture: Path, portal_double: Callable[..., Any], qtbot: QtBot
) -> None:
    """Also from a portal that answers before its call returns, and from an old one with its own path."""
    double = portal_double(uri=picture.as_uri(), **plan)
    shots = grab(qtbot)
    assert isinstance(shots, tuple)
    (shot,) = shots
    assert shot.scale == 2
    assert shot.geometry == QGuiApplication.primaryScreen().geometry()
    assert shot.image.pixelColor(11, 7) == QColor(200, 0, 0)
    assert not picture.exists()
    parent, options = double.await_call("Screenshot")["body"]
    assert parent == ""
    assert options["interactive"] is False


@pytest.mark.parametrize(
    ("plan", "kind", "word"),
    [
        ({"code": 1}, PortalCancelledError, "closed"),
        ({"code": 2}, EngineError, "without a result"),
        ({"refused": {"Screenshot": "org.freedesktop.portal.Error.NotAllowed"}}, EngineError, "Screenshot"),
        ({"refused": {"Screenshot": "org.freedesktop.DBus.Error.UnknownMethod"}}, EngineError, "Screenshot"),
        ({"uri": "file:///nowhere.png"}, EngineError, "no file"),
        ({"uri": ""}, EngineError, "no file"),
        ({"uri": "https://example.org/a.png"}, EngineError, "no file"),
    ],
    ids=["cancelled", "denied", "not allowed", "no such method", "no such file", "no uri", "remote"],
)
def test_a_refusal_is_told_with_a_hint(
    plan: dict[str, Any],
    kind: type[EngineError],
    word: str,
    portal_double: Callable[..., Any],
    qtbot: QtBot,
) -> None:
    portal_double(**plan)
    error = grab(qtbot)
    assert isinstance(error, kind)
    assert word in error.message
    assert error.hint


def test_silence_ends_with_the_time_limit_and_the_request_is_closed(
    portal_double: Callable[..., Any], qtbot: QtBot
) -> None:
    double = portal_double(silent=["Screenshot"])
    error = grab(qtbot, seconds=0.1)
    assert isinstance(error, EngineError)
    assert "did not answer" in error.title
    assert "/request/" in double.await_call("Close")["path"]


def test_a_portal_that_dies_is_no_endless_wait(
    session_bus: subprocess.Popen[str], portal_double: Callable[..., Any], qtbot: QtBot
) -> None:
    double = portal_double(silent=["Screenshot"])
    answers: list[Answer] = []
    PortalScreenshot().grab(answers.append, answers.append)
    double.await_call("Screenshot")
    session_bus.terminate()
    qtbot.waitUntil(lambda: bool(answers), timeout=30_000)
    assert isinstance(answers[0], EngineError)


def test_a_second_grab_waits_for_the_first(portal_double: Callable[..., Any], qtbot: QtBot) -> None:
    portal_double(silent=["Screenshot"])
    handler = PortalScreenshot(0.1)
    answers: list[Answer] = []
    handler.grab(answers.append, answers.append)
    handler.grab(answers.append, answers.append)
    assert "on its way" in answers[0].title
    qtbot.waitUntil(lambda: len(answers) == 2, timeout=30_000)


def test_without_a_portal_the_error_says_what_to_install(
    session_bus: subprocess.Popen[str], qtbot: QtBot
) -> None:
    error = grab(qtbot)
    assert isinstance(error, EngineError)
    assert "xdg-desktop-portal" in error.hint


@pytest.mark.parametrize("address", [None, "unix:path=/nowhere/bus", "tcp:host=localhost,port=1", "nonsense"])
def test_without_a_bus_the_error_says_so(
    address: str | None, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    if address is not None:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    error = grab(qtbot)
    assert isinstance(error, EngineError)
    assert "D-Bus" in error.message


def test_a_picture_of_another_shape_is_refused(
    tmp_path: Path, portal_double: Callable[..., Any], qtbot: QtBot
) -> None:
    path = tmp_path / "strip.png"
    image = QImage(900, 30, QImage.Format.Format_RGB32)
    image.fill(0)
    image.save(str(path))
    portal_double(uri=path.as_uri())
    error = grab(qtbot)
    assert isinstance(error, EngineError)
    assert "whole desktop" in error.title


def test_the_handler_is_for_wayland_with_a_portal(
    session_bus: subprocess.Popen[str],
    portal_double: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    handler = PortalScreenshot()
    assert "Wayland" in str(handler.problem())
    monkeypatch.setattr(portal_module, "current_session", lambda: Session.WAYLAND)
    assert "No desktop portal" in str(handler.problem())
    portal_double()
    assert handler.problem() is None


def test_each_screen_gets_its_part(qtbot: QtBot) -> None:
    """Two screens, the left one at negative coordinates and with a lower scale than the picture."""

    class Screen:
        def __init__(self, name: str, rect: QRect, scale: float) -> None:
            self.name, self.geometry, self.devicePixelRatio = (lambda: name), (lambda: rect), (lambda: scale)

    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(QColor(0, 0, 0))
    image.setPixelColor(200, 0, QColor(255, 255, 255))
    screens = [Screen("left", QRect(-100, 0, 100, 50), 1), Screen("right", QRect(0, 0, 100, 100), 2)]
    left, right = portal_module._shots(image, screens)
    assert (left.image.width(), left.image.height(), left.scale) == (200, 100, 2)
    assert (right.image.width(), right.image.height(), right.scale) == (200, 200, 2)
    assert right.image.pixelColor(0, 0) == QColor(255, 255, 255)
    assert left.geometry == QRect(-100, 0, 100, 50)
