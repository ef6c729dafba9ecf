"""Small symbols that were seen, each with the letter that it hangs on, in an order as a file would have them.

A file draws a script right behind its base and a limit behind its operator; a picture tells only where they
are. A script may be nearer to the next line than to its own.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from scipix.engine.recognize.exact import around
from scipix.engine.types import Box, Glyph

_BESIDE, _AWAY = (-0.3, 0.4), 0.12
"""em (of the small type): gaps between signs of one script, and how far off its line they are."""
_WORDS = 6
"""Letters: longer runs in small type are text, whose letters stand by themselves."""
_BEHIND = (-0.3, 0.35)
"""em between a base and its script."""
_RISE = (-0.5, 0.75)
"""em by which a script stands over its base's line at most, and under it."""
_TALL = 1.15
"""em: what is higher has its scripts at its ends."""
_LIMIT, _CENTRED = 0.5, 0.4
"""em: how far a limit is from its operator, and off its middle."""
_OPERATORS = frozenset(r"\sum \prod \coprod \bigcup \bigcap \bigoplus \bigotimes \bigvee \bigwedge \int \oint".split())
_PART, _AXIS, _BAR_REACH = 0.4, 0.3, 2.5
"""em: the parts of a fraction are so near its bar, the bar so near its line's axis, and a letter beside it."""
_AXIS_HEIGHT = 0.25


def in_order(glyphs: Sequence[Glyph], bars: Sequence[Box], em: float) -> list[Glyph]:
    """Line by line; what is small behind what it hangs on.

    Args:
        glyphs: of a page, their baselines put right.
        bars: of fractions. em: in points.
    """
    if not glyphs:
        return []
    common = max({glyph.size for glyph in glyphs}, key=lambda size: sum(g.size == size for g in glyphs))
    main = sorted((g for g in glyphs if g.size >= common), key=lambda g: (round(g.y, 1), g.x))
    hosts = _Hosts(main, em)
    placed: list[tuple[int, float, Glyph]] = [(number, -1.0, glyph) for number, glyph in enumerate(main)]
    runs = _runs([glyph for glyph in glyphs if glyph.size < common])
    stacked = _stacked(runs, bars, em)
    for number, run in enumerate(runs):
        bar = stacked.get(number)
        if len(run) >= _WORDS and bar is None:
            placed += [(hosts.nearest(glyph.box), glyph.x, glyph) for glyph in run]
            continue
        box = around([glyph.box for glyph in run])
        host = hosts.of_fraction(bar) if bar is not None else None
        for way in (hosts.of_limit, hosts.of_script):
            host = way(box) if host is None else host
        if host is None:
            host = _of_small(box, placed[len(main) :], em)
        if host is None:
            host = min((hosts.gap(glyph.box), hosts.nearest(glyph.box)) for glyph in run)[1]
        placed += [(host, glyph.x, glyph) for glyph in run]
    return [glyph for _, _, glyph in sorted(placed, key=lambda item: item[:2])]


def _of_small(box: Box, placed: Sequence[tuple[int, float, Glyph]], em: float) -> int | None:
    """What the small sign hangs on that a script of the second order stands right behind."""
    near: list[tuple[float, int]] = []
    for host, _, glyph in placed:
        gap = (box.x0 - glyph.box.x1) / em
        down = max(box.y0 - glyph.box.y1, glyph.box.y0 - box.y1) / em
        if _BEHIND[0] < gap < _BEHIND[1] and down < 0:
            near.append((abs(gap), host))
    return min(near)[1] if near else None


def _runs(small: Sequence[Glyph]) -> list[list[Glyph]]:
    """Neighbours of one size on one line."""
    found: list[list[Glyph]] = []
    for glyph in sorted(small, key=lambda one: one.x):
        for run in found:
            last = run[-1]
            gap = (glyph.box.x0 - last.box.x1) / glyph.size
            level = abs(glyph.y - last.y) < _AWAY * glyph.size or _beside(glyph.box, last.box)
            if glyph.size == last.size and level and _BESIDE[0] < gap < _BESIDE[1]:
                run.append(glyph)
                break
        else:
            found.append([glyph])
    return found


def _beside(a: Box, b: Box) -> bool:
    """Whether the middle of each of two boxes is at a height of the other: signs have no foot on a line."""
    return b.y0 < (a.y0 + a.y1) / 2 < b.y1 and a.y0 < (b.y0 + b.y1) / 2 < a.y1


def _stacked(runs: Sequence[Sequence[Glyph]], bars: Sequence[Box], em: float) -> dict[int, Box]:
    """Runs that stand on a bar or hang under it, with the bar."""
    boxes = [around([glyph.box for glyph in run]) for run in runs]
    found: dict[int, Box] = {}
    for bar in bars:
        over = [n for n, box in enumerate(boxes) if _within(box, bar) and 0 < bar.y0 - box.y1 < _PART * em]
        under = [n for n, box in enumerate(boxes) if _within(box, bar) and 0 < box.y0 - bar.y1 < _PART * em]
        if over and under:
            found |= dict.fromkeys((*over, *under), bar)
    return found


def _within(box: Box, bar: Box) -> bool:
    return bar.x0 < (box.x0 + box.x1) / 2 < bar.x1


class _Hosts:
    """Letters that others may hang on, by number."""

    def __init__(self, glyphs: Sequence[Glyph], em: float) -> None:
        self._em = em
        self._boxes = np.array([(g.box.x0, g.box.y0, g.box.x1, g.box.y1) for g in glyphs], np.float64)
        self._levels = np.array([glyph.y for glyph in glyphs])
        self._operators = np.array([glyph.name in _OPERATORS for glyph in glyphs])

    def nearest(self, box: Box) -> int:
        """The letter nearest to a box."""
        return int(np.argmin(self._gaps(box)))

    def gap(self, box: Box) -> float:
        """How far the nearest letter is."""
        return float(self._gaps(box).min())

    def of_limit(self, box: Box) -> int | None:
        """The operator that a limit stands over or under."""
        x0, y0, x1, y1 = self._boxes.T
        off = np.abs((x0 + x1) - (box.x0 + box.x1)) / 2
        apart = np.maximum(y0 - box.y1, box.y0 - y1)
        fits = self._operators & (off < _CENTRED * self._em) & (apart > -0.1 * self._em)
        return self._best(fits & (apart < _LIMIT * self._em), off + apart)

    def of_script(self, box: Box) -> int | None:
        """The base that a script stands right behind."""
        _, y0, x1, y1 = self._boxes.T
        gap = (box.x0 - x1) / self._em
        middle = (box.y0 + box.y1) / 2
        rise = (self._levels - box.y1) / self._em
        level = (rise > _RISE[0]) & (rise < _RISE[1])
        beside = (middle > y0 - 0.5 * self._em) & (middle < y1 + 0.45 * self._em)
        fits = np.where(y1 - y0 > _TALL * self._em, beside, level)
        return self._best(fits & (gap > _BEHIND[0]) & (gap < _BEHIND[1]), np.abs(gap))

    def of_fraction(self, bar: Box) -> int | None:
        """The letter of its line that is nearest to a fraction."""
        x0, _, x1, _ = self._boxes.T
        off = np.abs(self._levels - _AXIS_HEIGHT * self._em - (bar.y0 + bar.y1) / 2)
        apart = np.maximum(x0 - bar.x1, bar.x0 - x1)
        return self._best((off < _AXIS * self._em) & (apart < _BAR_REACH * self._em), apart)

    def _gaps(self, box: Box) -> npt.NDArray[np.float64]:
        across = np.maximum(self._boxes[:, 0], box.x0) - np.minimum(self._boxes[:, 2], box.x1)
        down = np.maximum(self._boxes[:, 1], box.y0) - np.minimum(self._boxes[:, 3], box.y1)
        return np.clip(across, 0, None) + np.clip(down, 0, None)  # type: ignore[no-any-return]

    @staticmethod
    def _best(fits: npt.NDArray[np.bool_], cost: npt.NDArray[np.float64]) -> int | None:
        numbers = np.flatnonzero(fits)
        return int(numbers[np.argmin(cost[numbers])]) if len(numbers) else None
