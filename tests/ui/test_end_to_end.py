"""GIVEN a formula that another program shows, WHEN it is snipped with real keys and a real mouse,
THEN its LaTeX is on the clipboard. The program as it ships, on a screen of its own with a window manager."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import formula_viewer
import pytest
from virtual_screen import VirtualScreen, virtual_screen

from scipix.engine.latex.parse import parse
from scipix.engine.latex.write import write

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
SAMPLE = "quadratic.png"
LATEX = write(parse(json.loads((SAMPLES / "samples.json").read_text())[SAMPLE]))
OVERLAY = "^scipix: select a formula$"
SCREEN = (1400, 900)
PLACE = (820, 560)
"""Where the viewer stands; clear of the program's own window, which is at the left."""


class Desktop:
    """The screen, the viewer and the program on it."""

    def __init__(self, screen: VirtualScreen, home: Path) -> None:
        self.screen = screen
        for name in ("CONFIG", "DATA", "CACHE"):
            screen.environ[f"SCIPIX_{name}_DIR"] = str(home / name.lower())
        self.viewer = screen.python(Path(formula_viewer.__file__), str(SAMPLES / SAMPLE), *map(str, PLACE))
        screen.until(lambda: screen.windows("^formula viewer$"))
        self.program = screen.spawn([sys.executable, "-m", "scipix.ui"])
        screen.until(lambda: screen.windows("^scipix$"))

    def drag_over_formula(self) -> None:
        """Drag a rectangle around the formula, as soon as the overlay is desktop."""
        self.screen.until(lambda: self.screen.windows(OVERLAY))
        # Nobody drags in the same moment that the overlay appears: the window manager is still placing it.
        self.screen.xdotool("sleep", 0.5)
        left, top = (edge + 20 for edge in PLACE)
        self.screen.drag((left, top), (left + 190, top + 87))

    def latex_arrives(self) -> bool:
        return self.screen.clipboard() == LATEX


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    with virtual_screen(*SCREEN) as screen:
        yield Desktop(screen, tmp_path)


def test_hotkey_drag_clipboard(desktop):
    # The key may come before the program listens; a person would press it again, too.
    desktop.screen.until(lambda: press_hotkey(desktop.screen))
    desktop.drag_over_formula()
    desktop.screen.until(desktop.latex_arrives)


def press_hotkey(screen: VirtualScreen) -> list[str]:
    screen.xdotool("key", "ctrl+alt+m")
    screen.xdotool("sleep", "0.5")
    return screen.windows(OVERLAY)


def test_the_button_works_too_and_escape_leaves_everything_as_it_was(desktop):
    screen = desktop.screen
    (window,) = screen.windows("^scipix$")
    screen.xdotool("windowactivate", "--sync", window, "key", "ctrl+n")
    screen.until(lambda: screen.windows(OVERLAY))
    screen.xdotool("key", "Escape")
    screen.until(lambda: not screen.windows(OVERLAY))
    screen.until(lambda: screen.windows("^scipix$"))
    assert screen.clipboard() == ""
    screen.xdotool("windowactivate", "--sync", window, "key", "ctrl+n")
    desktop.drag_over_formula()
    screen.until(desktop.latex_arrives)


def test_scipix_snip_speaks_to_the_window_that_is_open(desktop):
    second = desktop.screen.spawn([sys.executable, "-m", "scipix.ui", "snip"])
    desktop.drag_over_formula()
    desktop.screen.until(desktop.latex_arrives)
    assert second.wait() == 0


def test_quitting_after_a_snip_ends_the_process_cleanly(desktop):
    desktop.screen.spawn([sys.executable, "-m", "scipix.ui", "snip"])
    desktop.drag_over_formula()
    desktop.screen.until(desktop.latex_arrives)
    (window,) = desktop.screen.windows("^scipix$")
    desktop.screen.xdotool("windowactivate", "--sync", window, "key", "ctrl+q")
    assert desktop.program.wait() == 0
