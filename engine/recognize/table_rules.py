"""Rules between the cells of arrays: found by their ink, taken out of the picture, put back into the tree.

The parser knows no relation for them: it was trained on arrays without. So the symbols are read as if the
rules were not there, and afterwards each has to fit between two columns or two rows of one array. Where one
does not, the picture shows something else, such as a determinant's bar or the line of a fraction, and is
read as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scipix.engine.preprocess.pipeline import TARGET_EM
from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.ink import inked, piece_boxes

_TALL, _LONG = round(1.9 * TARGET_EM) | 1, round(1.5 * TARGET_EM) | 1
"""Pixels: a vertical rule stands beside two rows at least, a horizontal one under a cell. Odd, as kernels of
an even size move what they leave."""
_THIN = 0.2 * TARGET_EM
"""Pixels: rules are thinner."""
_NEAREST, _FARTHEST = 0.2 * TARGET_EM, 1.3 * TARGET_EM
"""Pixels between a rule and the widest cell beside it: LaTeX sets 0.5 em. Bars of determinants are nearer to
what they multiply."""
_ROWS = 0.35
"""The first and the last cell on either side lie so much of a rule's height apart, between their middles."""
_LOW, _HIGH = 0.6, 0.8
"""Shares of a rule's height: symbols of cells are lower, delimiters of another array higher."""
_DOUBLE = 0.34 * TARGET_EM
"""Pixels between two rules that are one double rule."""
_REACH = 4
"""Pixels within which the ends of rules meet."""
_OVERHANG = 0.3 * TARGET_EM
"""Pixels by which a rule is longer than its rows at both ends; the line of a fraction is not."""
_BAND, _FURTHER = round(1.0 * TARGET_EM), round(2.5 * TARGET_EM)
"""Pixels above and below a rule where its rows are looked for, and where nothing may be wider than it."""
_GAP = round(0.6 * TARGET_EM)
"""Pixels of white between two columns, above a rule and below it."""
_AROUND = 0.5
"""em of white around drawn boxes."""
_HALO = 2
"""Pixels around a rule that its anti-aliased edge may reach."""
_AT_THE_END, _BEYOND, _INTO = 1.3, 0.95, 0.12
"""em: how far a rule may lie outside of the first or last column, reach beyond the first or last row, and
into the estimated box of a cell."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Boxes of the vertical (N, 4) and horizontal (M, 4) rules of a picture."""

    vertical: FloatArray
    horizontal: FloatArray

    def __len__(self) -> int:
        return len(self.vertical) + len(self.horizontal)

    def holds(self, boxes: FloatArray) -> npt.NDArray[np.bool_]:
        """Which boxes (N, 4) have their middles on a rule."""
        lines = np.concatenate([self.vertical, self.horizontal])
        x, y = boxes[:, ::2].mean(1)[:, None], boxes[:, 1::2].mean(1)[:, None]
        on = (lines[:, 0] <= x) & (x <= lines[:, 2]) & (lines[:, 1] <= y) & (y <= lines[:, 3])
        held: npt.NDArray[np.bool_] = on.any(1)
        return held

    def per(self, em: float) -> Rules:
        """The same in em, from pixels."""
        return Rules(self.vertical / np.float32(em), self.horizontal / np.float32(em))


NONE = Rules(np.zeros((0, 4), np.float32), np.zeros((0, 4), np.float32))


def found(gray: npt.NDArray[np.uint8]) -> Rules:
    """The rules in a prepared picture that look like an array's, in pixels."""
    ink = inked(gray)
    upright = _runs(ink, (1, _TALL))
    upright = upright[upright[:, 2] - upright[:, 0] <= _THIN]
    level = _runs(ink, (_LONG, 1))
    level = level[level[:, 3] - level[:, 1] <= _THIN]
    if not len(upright) and not len(level):
        return NONE
    pieces = piece_boxes(ink)
    # a bracket is straight, too, but it has ends, and no long lines hang on it
    whole = [_is_whole(rule, pieces) or _meets(rule, level) for rule in upright]
    upright = upright[np.array(whole, bool)]
    symbols = piece_boxes(_without(ink, np.concatenate([upright, level])))
    parts = np.array([_parts_cells(rule, pieces, symbols) for rule in upright], bool)
    under = np.array([_meets(rule, upright[parts]) or _overhangs(rule, ink, pieces) for rule in level], bool)
    parts |= np.array([_meets_ends(rule, level[under]) for rule in upright], bool)
    return Rules(upright[parts], level[under])


def of_boxes(boxes: FloatArray, em: float) -> Rules:
    """The same, told by the boxes (N, 4) of all that there is, lines and symbols, in the unit of ``em``."""
    scale = np.float32(TARGET_EM / em)
    origin = boxes.min(0)[[0, 1, 0, 1]] - np.float32(_AROUND * em)
    placed = np.rint((boxes - origin) * scale).astype(int)
    right, bottom = placed.max(0)[2:] + round(_AROUND * TARGET_EM)
    gray = np.full((bottom, right), 255, np.uint8)
    for x0, y0, x1, y1 in placed:
        gray[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)] = 0
    rules = found(gray)
    return Rules(rules.vertical / scale + origin, rules.horizontal / scale + origin)


def erased(gray: npt.NDArray[np.uint8], rules: Rules) -> npt.NDArray[np.uint8]:
    """The picture without the rules; letters that touch one keep what lies beside it."""
    if not len(rules):
        return gray
    gray = gray.copy()
    for box in rules.horizontal:
        _erase(gray, box)
    for box in rules.vertical:
        _erase(gray.T, box[[1, 0, 3, 2]])
    return gray


def _erase(gray: npt.NDArray[np.uint8], rule: FloatArray) -> None:
    """Make a horizontal rule white, and the rows beside it lighter by what they mostly have of it."""
    x0, y0, x1, y1 = (int(value) for value in rule)
    columns, top = slice(max(0, x0 - _HALO), x1 + _HALO), max(0, y0 - _HALO)
    strip = gray[top : y1 + _HALO, columns].astype(np.int16)
    strip += 255 - np.median(strip, 1, keepdims=True).astype(np.int16)
    gray[top : y1 + _HALO, columns] = np.minimum(strip, 255)
    gray[y0:y1, columns] = 255


def _runs(ink: npt.NDArray[np.uint8], size: tuple[int, int]) -> FloatArray:
    """Boxes (N, 4) of straight runs of ink of at least so many columns and rows."""
    kernel = np.ones(size[::-1], np.uint8)
    return piece_boxes(np.asarray(cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel), np.uint8))


def _without(ink: npt.NDArray[np.uint8], lines: FloatArray) -> npt.NDArray[np.uint8]:
    """The ink but for lines, which letters may touch."""
    ink = ink.copy()
    for x0, y0, x1, y1 in lines.astype(int):
        ink[max(0, y0 - _HALO) : y1 + _HALO, max(0, x0 - _HALO) : x1 + _HALO] = 0
    return ink


def _is_whole(rule: FloatArray, pieces: FloatArray) -> bool:
    """Whether nothing else is connected with a vertical rule."""
    x0, y0, x1, y1 = rule
    around = (pieces[:, 0] <= x0) & (pieces[:, 2] >= x1) & (pieces[:, 1] <= y0) & (pieces[:, 3] >= y1)
    return bool((around & (pieces[:, 2] - pieces[:, 0] <= _THIN)).any())


def _parts_cells(rule: FloatArray, pieces: FloatArray, symbols: FloatArray) -> bool:
    """Whether several rows stand on both sides of a vertical rule, as near as cells do.

    ``pieces`` (N, 4) are those of all ink, ``symbols`` (M, 4) those without straight lines.
    """
    height = rule[3] - rule[1]
    symbols = _beside(rule, symbols)
    symbols = symbols[symbols[:, 3] - symbols[:, 1] < _LOW * height]
    high = _beside(rule, pieces)
    high = high[high[:, 3] - high[:, 1] >= _HIGH * height]
    for sign in (-1, 1):
        away = _distance(rule, high, sign)
        delimiters = away[away > _DOUBLE]
        away = _distance(rule, symbols, sign)
        near = (away >= 0) & (away < delimiters.min(initial=np.inf))
        if not near.any() or not _NEAREST <= away[near].min() <= _FARTHEST:
            return False
        rows = symbols[near][:, (1, 3)].mean(1)
        if np.ptp(rows) < _ROWS * height:
            return False
    return True


def _beside(rule: FloatArray, boxes: FloatArray) -> FloatArray:
    """Boxes (N, 4) whose middles are as low as some of a vertical rule."""
    middles = boxes[:, (1, 3)].mean(1)
    found: FloatArray = boxes[(middles > rule[1]) & (middles < rule[3])]
    return found


def _distance(rule: FloatArray, boxes: FloatArray, sign: int) -> FloatArray:
    """Pixels from a vertical rule to boxes (N, 4) right (1) or left (-1) of it, negative for the others."""
    away: FloatArray = boxes[:, 0] - rule[2] if sign > 0 else rule[0] - boxes[:, 2]
    return away


def _meets(rule: FloatArray, others: FloatArray) -> bool:
    """Whether a rule touches or crosses one of the others."""
    across = (others[:, 0] < rule[2] + _REACH) & (others[:, 2] > rule[0] - _REACH)
    return bool((across & (others[:, 1] < rule[3] + _REACH) & (others[:, 3] > rule[1] - _REACH)).any())


def _meets_ends(rule: FloatArray, level: FloatArray) -> bool:
    """Whether a vertical rule ends at a horizontal one."""
    across = (level[:, 0] < rule[2] + _REACH) & (level[:, 2] > rule[0] - _REACH)
    above = np.abs(level[:, 1] - rule[1]) < _REACH
    below = np.abs(level[:, 3] - rule[3]) < _REACH
    return bool((across & (above | below)).any())


def _overhangs(rule: FloatArray, ink: npt.NDArray[np.uint8], pieces: FloatArray) -> bool:
    """Whether a horizontal line with nothing at its ends is longer than the columns above and below it."""
    x0, y0, x1, y1 = (int(value) for value in rule)
    own = (pieces[:, 0] <= x0) & (pieces[:, 2] >= x1) & (pieces[:, 1] <= y0) & (pieces[:, 3] >= y1)
    if not (own & (pieces[:, 3] - pieces[:, 1] <= _THIN + _HALO)).any():
        return False
    above, below = ink[: max(0, y0 - _HALO), x0:x1][::-1], ink[y1 + _HALO :, x0:x1]
    for band in (above[:_BAND], below[:_BAND], above[:_FURTHER], below[:_FURTHER]):
        columns = np.flatnonzero(band.any(0))
        if not len(columns) or columns[0] < _OVERHANG or x1 - x0 - 1 - columns[-1] < _OVERHANG:
            return False
    columns = np.flatnonzero(above[:_BAND].any(0) | below[:_BAND].any(0))
    return bool(np.diff(columns).max(initial=0) > _GAP)


def between_columns(
    rule: FloatArray, spans: Sequence[tuple[float, float]], rows: tuple[float, float]
) -> int | None:
    """How many columns of an array are left of a vertical rule; None where it is not the array's.

    Args:
        rule: its box, in em.
        spans: left and right end of each column.
        rows: middles of the first and the last row.
    """
    if not rows[0] - _BEYOND < rule[1] < rows[0] or not rows[1] < rule[3] < rows[1] + _BEYOND:
        return None
    return _place((float(rule[0]), float(rule[2])), spans)


def between_rows(
    rule: FloatArray, spans: Sequence[tuple[float, float]], columns: tuple[float, float]
) -> int | None:
    """How many rows of an array are above a horizontal rule; None where it is not the array's.

    Args:
        rule: its box, in em.
        spans: top and bottom of each row.
        columns: left end of the first column and right end of the last one.
    """
    left, right = columns[0] - float(rule[0]), float(rule[2]) - columns[1]
    if not -_INTO < left < _AT_THE_END or not -_INTO < right < _AT_THE_END:
        return None
    return _place((float(rule[1]), float(rule[3])), spans)


def _place(rule: tuple[float, float], spans: Sequence[tuple[float, float]]) -> int | None:
    """How many spans end before a rule, if all others begin behind it and one is near."""
    before = sum(start + end < rule[0] + rule[1] for start, end in spans)
    if before and not rule[0] - _AT_THE_END < spans[before - 1][1] < rule[1] + _INTO:
        return None
    if before < len(spans) and not rule[0] - _INTO < spans[before][0] < rule[1] + _AT_THE_END:
        return None
    return before
