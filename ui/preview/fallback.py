"""Plainer renderers for when MathJax cannot work: ziamath, then matplotlib. They know fewer commands."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from html import escape
from typing import TypeAlias

from scipix.ui.preview.deadline import OverdueError, deadline
from scipix.ui.preview.messages import Drawing
from scipix.ui.preview.shapes import INK
from scipix.ui.preview.svg import UNITS, clean

_log = logging.getLogger(__name__)

_SECONDS = 3.0


Draw: TypeAlias = Callable[[str, bool], Drawing]


def draw_plainly(latex: str, display: bool, cancelled: Callable[[], bool]) -> tuple[str, Drawing] | None:
    """The first renderer that draws the formula, with its name; None if none can, or not in time."""
    for name, load in (("ziamath", _ziamath), ("matplotlib", _matplotlib)):
        try:
            # Importing and reading fonts take their time once, and files are open then: only drawing is
            # bounded, for the bound strikes anywhere.
            draw = load()
            draw("x", display)
            with deadline(_SECONDS, cancelled):
                return name, draw(latex, display)
        except (Exception, OverdueError) as error:  # noqa: BLE001 - whatever it cannot draw, the next one may
            _log.info("%s cannot draw %r: %r", name, latex, error)
    return None


def _ziamath() -> Draw:
    from ziafont.config import config
    from ziamath.zmath import Latex

    # Shapes in place: Qt does not know <symbol> everywhere.
    config.svg2 = False

    def draw(latex: str, display: bool) -> Drawing:
        return clean(Latex(latex, size=UNITS, inline=not display, margin=0.0).svg())

    return draw


def _matplotlib() -> Draw:
    from matplotlib.textpath import TextPath

    def draw(latex: str, _display: bool) -> Drawing:
        path = TextPath((0, 0), f"${latex}$", size=UNITS)
        left, bottom, right, top = path.get_extents().extents
        data = " ".join(_command(int(code), points) for points, code in path.iter_segments(curves=True))
        box = f"{left:g} {-top:g} {right - left:g} {top - bottom:g}"
        shape = f'<path fill="{INK}" d="{escape(data)}"/>'
        return clean(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{shape}</svg>')

    return draw


def _command(code: int, points: Iterable[float]) -> str:
    """One step of a matplotlib path, whose y grows upwards, as SVG."""
    letter = {1: "M", 2: "L", 3: "Q", 4: "C", 79: "Z"}[code]
    if letter == "Z":
        return letter
    values = [f"{-value:g}" if index % 2 else f"{value:g}" for index, value in enumerate(points)]
    return letter + " ".join(values)
