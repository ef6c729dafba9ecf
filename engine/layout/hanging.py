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

_BESIDE, _WORD_SPACE, _AWAY = (-0.3, 0.4), (-0.3, 1.0), 0.12
"""em of the small type: gaps between signs of a script, and of a text; how far off their line they are."""
_WORDS = 6
"""Letters: longer runs in small type are text."""
_MAIN, _HUNG, _TEXT = range(3)
"""In this order: a letter, what hangs on it, and small type that stands lower."""
_BEHIND = (-0.3, 0.35)
"""em between a base and its script."""
_RISE = (-0.5, 0.75)
"""em by which a script stands over its base's line at most, and under it."""
_TALL, _SLANTED = 1.15, -0.7
"""em: what is higher has its scripts at its ends, and an integral leans over the lower one."""
_LIMIT, _CENTRED = 0.5, 0.4
"""em: how far a limit is from its operator, and off its middle."""
_OPERATORS = frozenset(
    r"\sum \prod \coprod \bigcup \bigcap \bigoplus \bigotimes \bigvee \bigwedge \int \oint".split()
)
_PART, _AXIS, _BAR_REACH = 0.4, 0.3, 2.5
"""em: a fraction's parts are so near its bar, the bar so near its line's axis, and a letter beside it."""
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
    main = sorted((g for g in glyphs if g.size >= common), key=lambda g: (g.y, g.x))
    hosts = _Hosts(main, em)
    text, runs = _text_and_runs([glyph for glyph in glyphs if glyph.size < common])
    placed = [(hosts.above(glyph), _TEXT, glyph.x, glyph) for glyph in text]
    placed += [(number, _MAIN, glyph.x, glyph) for number, glyph in enumerate(main)]
    hung: list[tuple[int, Glyph]] = []
    stacked = _stacked(runs, bars, em)
    for number, run in enumerate(runs):
        host = _host(run, stacked.get(number), hosts, hung, em)
        hung += [(host, glyph) for glyph in run]
    placed += [(host, _HUNG, glyph.x, glyph) for host, glyph in hung]
    return [glyph for *_, glyph in sorted(placed, key=lambda item: item[:3])]


def _text_and_runs(small: Sequence[Glyph]) -> tuple[list[Glyph], list[list[Glyph]]]:
    """Small type that is text (notes, captions), and the runs of what hangs on something."""
    text: list[Glyph] = []
    for line in _runs(small, _WORD_SPACE):
        if sum(glyph.text.isalpha() for glyph in line) >= _WORDS:
            text += line
    known = {id(glyph) for glyph in text}
    return text, _runs([glyph for glyph in small if id(glyph) not in known], _BESIDE)


def _host(
    run: Sequence[Glyph], bar: Box | None, hosts: _Hosts, hung: Sequence[tuple[int, Glyph]], em: float
) -> int:
    """The number of the letter that a run hangs on; ``bar`` is that of its fraction."""
    box = around([glyph.box for glyph in run])
    found = hosts.of_fraction(bar) if bar is not None else None
    for way in (hosts.of_limit, hosts.of_script):
        found = way(box) if found is None else found
    if found is None:
        found = _of_small(box, hung, em)
    return hosts.nearest([glyph.box for glyph in run]) if found is None else found


def _of_small(box: Box, hung: Sequence[tuple[int, Glyph]], em: float) -> int | None:
    """What the small sign hangs on that a script of the second order stands right behind."""
    near: list[tuple[float, int]] = []
    for host, glyph in hung:
        gap = (box.x0 - glyph.box.x1) / em
        down = max(box.y0 - glyph.box.y1, glyph.box.y0 - box.y1) / em
        if _BEHIND[0] < gap < _BEHIND[1] and down < 0:
            near.append((abs(gap), host))
    return min(near)[1] if near else None


def _runs(small: Sequence[Glyph], gaps: tuple[float, float]) -> list[list[Glyph]]:
    """Neighbours of one size on one line."""
    found: list[list[Glyph]] = []
    for glyph in sorted(small, key=lambda one: one.x):
        for run in found:
            last = run[-1]
            gap = (glyph.box.x0 - last.box.x1) / glyph.size
            level = abs(glyph.y - last.y) < _AWAY * glyph.size or _beside(glyph.box, last.box)
            if glyph.size == last.size and level and gaps[0] < gap < gaps[1]:
                run.append(glyph)
                break
        else:
            found.append([glyph])
    return found


def _beside(a: Box, b: Box) -> bool:
    """Whether the middle of one of two boxes is at a height of the other: signs have no foot on a line."""
    return b.y0 < (a.y0 + a.y1) / 2 < b.y1 or a.y0 < (b.y0 + b.y1) / 2 < a.y1


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

    def above(self, glyph: Glyph) -> int:
        """The last letter whose line is above."""
        return max(0, int(np.searchsorted(self._levels, glyph.y)) - 1)

    def nearest(self, boxes: Sequence[Box]) -> int:
        """The letter nearest to one of the boxes."""
        gaps = [self._gaps(box) for box in boxes]
        return int(np.argmin(np.min(gaps, axis=0)))

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
        tall = y1 - y0 > _TALL * self._em
        least = np.where(tall, _SLANTED, _BEHIND[0])
        return self._best(np.where(tall, beside, level) & (gap > least) & (gap < _BEHIND[1]), np.abs(gap))

    def of_fraction(self, bar: Box) -> int | None:
        """The letter of its line that is nearest to a fraction."""
        x0, _, x1, _ = self._boxes.T
        off = np.abs(self._levels - _AXIS_HEIGHT * self._em - (bar.y0 + bar.y1) / 2)
        apart = np.maximum(x0 - bar.x1, bar.x0 - x1)
        return self._best((off < _AXIS * self._em) & (apart < _BAR_REACH * self._em), apart)

    def _gaps(self, box: Box) -> npt.NDArray[np.float64]:
        across = np.maximum(self._boxes[:, 0], box.x0) - np.minimum(self._boxes[:, 2], box.x1)
        down = np.maximum(self._boxes[:, 1], box.y0) - np.minimum(self._boxes[:, 3], box.y1)
        apart: npt.NDArray[np.float64] = np.clip(across, 0, None) + np.clip(down, 0, None)
        return apart

    @staticmethod
    def _best(fits: npt.NDArray[np.bool_], cost: npt.NDArray[np.float64]) -> int | None:
        numbers = np.flatnonzero(fits)
        return int(numbers[np.argmin(cost[numbers])]) if len(numbers) else None
