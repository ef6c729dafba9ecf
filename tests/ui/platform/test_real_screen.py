"""On a real X server, with real events: the crop, pixel for pixel, and the global hotkey."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from line_process import LineProcess
from virtual_screen import VirtualScreen, virtual_screen

HELPERS = Path(__file__).parents[2] / "helpers"
SIZE = (900, 640)


def next_event(process: LineProcess) -> dict[str, Any]:
    event: dict[str, Any] = json.loads(process.line())
    return event


def order(process: LineProcess, line: str) -> dict[str, Any]:
    process.send(line)
    return next_event(process)


def show_noise(screen: VirtualScreen, folder: Path) -> np.ndarray:
    """Let another program fill the screen with noise; return what the screen then really shows, as BGR."""
    pixels = np.random.default_rng(3).integers(0, 256, (SIZE[1], SIZE[0], 3), dtype=np.uint8)
    cv2.imwrite(str(folder / "noise.png"), pixels)
    screen.spawn(["display", "-window", "root", str(folder / "noise.png")])

    def captured() -> np.ndarray:
        return cv2.imread(str(screen.capture(folder / "before.png")))

    screen.until(lambda: (captured() == pixels).all())
    return captured()


@pytest.fixture(params=["1", "1.25", "2"])
def screen(request: pytest.FixtureRequest) -> Iterator[VirtualScreen]:
    with virtual_screen(*SIZE, scale=float(request.param)) as running:
        yield running


def start_snip(screen: VirtualScreen, folder: Path, screens: int = 1, **environ: str) -> LineProcess:
    program = screen.python(HELPERS / "snip_program.py", str(folder / "crop.png"), **environ)
    assert next_event(program)["reason"] == "Qt: chosen"
    assert next_event(program) == {"event": "open", "surfaces": screens}
    return program


def test_the_crop_equals_an_independent_capture(screen: VirtualScreen, tmp_path: Path) -> None:
    """Odd pixels at both ends: none of them lies on a whole logical unit at scale 2."""
    before = show_noise(screen, tmp_path)
    program = start_snip(screen, tmp_path)
    screen.drag((101, 203), (457, 331))
    assert next_event(program)["event"] == "taken"
    crop = cv2.imread(str(tmp_path / "crop.png"))
    np.testing.assert_array_equal(crop, before[203:332, 101:458])
    assert program.wait() == 0


def test_the_whole_screen_backwards(screen: VirtualScreen, tmp_path: Path) -> None:
    before = show_noise(screen, tmp_path)
    program = start_snip(screen, tmp_path)
    screen.drag((SIZE[0] - 1, SIZE[1] - 1), (0, 0))
    next_event(program)
    np.testing.assert_array_equal(cv2.imread(str(tmp_path / "crop.png")), before)


def test_keys_adjust_the_crop_and_enter_takes_it(screen: VirtualScreen, tmp_path: Path) -> None:
    before = show_noise(screen, tmp_path)
    program = start_snip(screen, tmp_path)
    screen.point(300, 200)
    screen.xdotool("mousedown", 1)
    screen.point(349, 229)
    screen.xdotool("key", "Right", "Down", "shift+Right", "Return")
    assert next_event(program)["size"] == [51, 30]
    np.testing.assert_array_equal(cv2.imread(str(tmp_path / "crop.png")), before[201:231, 301:352])
    screen.xdotool("mouseup", 1)


def test_a_click_does_nothing_and_escape_cancels(screen: VirtualScreen, tmp_path: Path) -> None:
    program = start_snip(screen, tmp_path)
    screen.drag((200, 200), (200, 200))
    screen.xdotool("key", "Escape")
    assert next_event(program) == {"event": "cancelled"}
    assert not (tmp_path / "crop.png").exists()


@pytest.mark.parametrize(
    ("start", "end"), [((31, 203), (257, 331)), ((433, 17), (899, 239))], ids=["scale 1", "scale 2"]
)
def test_two_monitors_with_different_scales_give_their_own_pixels(
    start: tuple[int, int], end: tuple[int, int], tmp_path: Path
) -> None:
    """The left one hangs lower and has scale 1, the right one scale 2; each drag stays on one of them."""
    with virtual_screen(*SIZE) as screen:
        screen.divide(left=(0, 140, 400, 500), right=(400, 0, 500, 640))
        before = show_noise(screen, tmp_path)
        program = start_snip(screen, tmp_path, 2, QT_SCREEN_SCALE_FACTORS="left=1;right=2")
        screen.drag(start, end)
        next_event(program)
        crop = cv2.imread(str(tmp_path / "crop.png"))
        np.testing.assert_array_equal(crop, before[start[1] : end[1] + 1, start[0] : end[0] + 1])


@pytest.fixture(scope="module")
def plain_screen() -> Iterator[VirtualScreen]:
    with virtual_screen(*SIZE) as running:
        yield running


@pytest.fixture
def listener(plain_screen: VirtualScreen) -> Iterator[LineProcess]:
    program = plain_screen.python(HELPERS / "hotkey_program.py")
    assert next_event(program)["reason"] == "pynput: chosen"
    yield program
    if program.running():
        program.send("quit")
        assert program.wait() == 0


@pytest.mark.parametrize(
    ("sequence", "pressed"),
    [
        ("Ctrl+Alt+M", "ctrl+alt+m"),
        ("Ctrl+Shift+A", "ctrl+shift+a"),
        ("Ctrl+Alt+Shift+K", "ctrl+alt+shift+k"),
        ("Ctrl+Alt+Shift+K", "shift+alt+ctrl+k"),
        ("Meta+S", "super+s"),
        ("Ctrl+1", "ctrl+1"),
        ("F9", "F9"),
        ("Shift+F12", "shift+F12"),
        ("Ctrl+Space", "ctrl+space"),
        ("Alt+PgUp", "alt+Prior"),
        ("Print", "Print"),
    ],
)
def test_a_press_fires_once_in_the_gui_thread(
    sequence: str, pressed: str, listener: LineProcess, plain_screen: VirtualScreen
) -> None:
    order(listener, f"register {sequence}")
    plain_screen.xdotool("key", pressed)
    assert next_event(listener) == {"event": "fired", "keys": sequence, "gui_thread": True}
    plain_screen.xdotool("key", "m", "ctrl+m", "alt+x")
    # A second report of the press would come before this answer.
    assert order(listener, "unregister")["event"] == "done"


def test_registering_again_replaces_and_leaves_no_thread(
    listener: LineProcess, plain_screen: VirtualScreen
) -> None:
    before = order(listener, "unregister")["threads"]
    first = order(listener, "register F7")["threads"]
    for _ in range(5):
        again = order(listener, "register F8")["threads"]
    assert again == first
    plain_screen.xdotool("key", "F7", "F8")
    assert next_event(listener)["keys"] == "F8"
    assert order(listener, "unregister")["threads"] == before
    plain_screen.xdotool("key", "F8")
    assert order(listener, "unregister")["event"] == "done"


def test_a_bad_key_is_refused_and_the_old_one_stays(
    listener: LineProcess, plain_screen: VirtualScreen
) -> None:
    order(listener, "register F6")
    for keys in ("M", "Ctrl+Shift+1", "F24"):
        assert order(listener, f"register {keys}")["event"] == "refused"
    plain_screen.xdotool("key", "F6")
    assert next_event(listener)["keys"] == "F6"
