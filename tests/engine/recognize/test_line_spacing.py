"""Lines of an array and of a display, told by what TeX puts between them."""

from __future__ import annotations

import pytest

from scipix.engine.recognize.line_spacing import Line, opened


def lines(height: float, depth: float, distance: float, count: int = 3) -> list[Line]:
    """Equal lines, their axes so far apart; height and depth from the baseline."""
    axes = [distance * number for number in range(count)]
    return [Line(axis + 0.25 - height, axis, axis + 0.25 + depth) for axis in axes]


@pytest.mark.parametrize(
    ("height", "depth", "array", "display"),
    [(0.7, 0.2, 1.2, 1.5), (0.45, 0.0, 1.2, 1.5), (1.3, 0.7, 2.0, 2.4), (0.7, 0.9, 1.74, 2.14)],
)
def test_a_display_opens_its_lines_up(height: float, depth: float, array: float, display: float) -> None:
    """The distances are TeX's, in em: struts alone, and a jot or white more."""
    assert not opened(lines(height, depth, array))
    assert opened(lines(height, depth, display))


def test_one_line_stands_apart_from_nothing() -> None:
    assert not opened(lines(0.7, 0.2, 1.5, count=1))
