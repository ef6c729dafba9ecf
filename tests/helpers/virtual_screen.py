"""A screen of the test's own: Xvfb with a window manager, mouse, keyboard and an independent eye.

``VirtualScreen.start()`` raises RuntimeError where a program is missing: such a test fails, it does not skip.
``packaging/system.sh screen`` installs them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from line_process import LineProcess

TOOLS = ("Xvfb", "xdotool", "openbox", "xclip", "import", "xprop", "xrandr")
_FOREIGN = ("WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "XAUTHORITY", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR")
_SECONDS = 120.0


class VirtualScreen:
    """A running X server. Use ``virtual_screen()``; ``environ`` is for its programs, at an even scale."""

    def __init__(self, width: int, height: int, scale: float = 1, manager: bool = True) -> None:
        missing = [tool for tool in TOOLS if shutil.which(tool) is None]
        if missing:
            raise RuntimeError(f"missing: {', '.join(missing)}; run: sh packaging/system.sh screen")
        self.width, self.height = width, height
        self._programs: list[LineProcess] = []
        number = self._start_server()
        self.environ = {key: value for key, value in os.environ.items() if key not in _FOREIGN}
        self.environ |= {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": f"{scale:g}"}
        if manager:
            self.spawn(["openbox"])
            self.until(lambda: "window id" in self._output(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]))

    def _start_server(self) -> int:
        """Start Xvfb; it chooses a free number itself and tells it when it is ready."""
        read, write = os.pipe()
        mode = f"{self.width}x{self.height}x24"
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", mode, "-nolisten", "tcp", "-noreset"]
        quiet = subprocess.DEVNULL
        self._server = subprocess.Popen(command, pass_fds=(write,), stderr=quiet)
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        return int(number)

    def spawn(self, command: list[str], **extra: str) -> LineProcess:
        """Start a program on the screen, with more environment if wanted."""
        self._programs.append(LineProcess(command, self.environ | extra))
        return self._programs[-1]

    def python(self, script: Path | str, *arguments: str, **extra: str) -> LineProcess:
        """Start a Python program (a path) on the screen."""
        return self.spawn([sys.executable, str(script), *arguments], **extra)

    def xdotool(self, *words: object) -> None:
        """Run xdotool: real events of mouse and keyboard."""
        subprocess.run(["xdotool", *map(str, words)], env=self.environ, check=True, timeout=_SECONDS)

    def divide(self, **monitors: tuple[int, int, int, int]) -> None:
        """Let the screen be several monitors: name = (x, y, width, height) in pixels."""
        output = "screen"  # the one output of Xvfb goes to the first of them
        for name, (x, y, width, height) in monitors.items():
            place = f"{width}/{width // 4}x{height}/{height // 4}+{x}+{y}"
            command = ["xrandr", "--setmonitor", name, place, output]
            subprocess.run(command, env=self.environ, check=True, timeout=_SECONDS)
            output = "none"

    def point(self, x: int, y: int) -> None:
        """Move the mouse to the pixel."""
        self.xdotool("mousemove", x, y)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag with the left button, with a few stops as a hand makes them."""
        self.point(*start)
        self.xdotool("mousedown", 1)
        for n in range(1, 5):
            self.point(*(a + (b - a) * n // 4 for a, b in zip(start, end, strict=True)))
        self.xdotool("mouseup", 1)

    def capture(self, path: Path) -> Path:
        """Write what the screen shows to a PNG, by ImageMagick and not by Qt."""
        command = ["import", "-silent", "-window", "root", f"png24:{path}"]
        subprocess.run(command, env=self.environ, check=True, timeout=_SECONDS)
        return path

    def clipboard(self) -> str:
        """Return the text on the clipboard, "" for none."""
        return self._output(["xclip", "-selection", "clipboard", "-out"])

    def windows(self, title: str) -> list[str]:
        """Return the ids of the visible windows whose title matches the expression."""
        return self._output(["xdotool", "search", "--onlyvisible", "--name", title]).split()

    def until(self, condition: Callable[[], object]) -> None:
        """Wait until the condition holds; the limit is only there so that a failure ends."""
        end = time.monotonic() + _SECONDS
        while not condition():
            if time.monotonic() > end:
                raise AssertionError("the screen never came to the expected state")
            time.sleep(0.05)

    def _output(self, command: list[str]) -> str:
        quiet = subprocess.DEVNULL
        return subprocess.run(
            command, env=self.environ, stdout=subprocess.PIPE, stderr=quiet, text=True, timeout=_SECONDS
        ).stdout

    def close(self) -> None:
        """End all programs of the screen, the server last."""
        for program in reversed(self._programs):
            program.stop()
        self._server.terminate()
        self._server.wait()


@contextmanager
def virtual_screen(
    width: int = 1280, height: int = 800, scale: float = 1, manager: bool = True
) -> Iterator[VirtualScreen]:
    """Run a screen of this many pixels for the block; Qt programs on it use the scale."""
    screen = VirtualScreen(width, height, scale, manager)
    try:
        yield screen
    finally:
        screen.close()
