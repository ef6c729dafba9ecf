"""What a careless snip shows beside the formula: its number at the margin, lines of text above and below.

They are told by the symbols that were seen: a number is a pair of parentheses around digits, alone at one
side of a wide white gap; a line of text consists of upright letters in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from scipix.engine.latex.spans import split_style
from scipix.engine.recognize.detect import Detections
from scipix.engine.recognize.geometry import FloatArray

Numbers = npt.NDArray[np.intp]

_MARGIN = 2.2
"""em of white before the number of an equation: more than the widest space that formulas are set with."""
_LABEL_SIZES = range(3, 9)
"""How many symbols a number has, its parentheses included."""
_LABEL_HEIGHT = 1.4
"""em: the parentheses of a number have their natural size."""
_WORD_GAP = 0.2
"""em between two words, at least."""
_TEXT_LETTERS, _TEXT_WORDS = 10, 3
"""A line of text has so many letters and words, at least."""
_TEXT_SHARE = 0.75
"""So much of it is letters; the rest may be symbols between the words."""
_LINE_GAP = 0.1
"""em of white between two lines, at least."""


def formula_alone(found: Detections, em: float, classes: Sequence[str]) -> Detections:
    """The symbols without those of numbers and of lines of text; all, where nothing else would be left.

    Args:
        found: symbols of one picture.
        em: pixels of their boxes.
        classes: names of the classes.
    """
    if not len(found):
        return found
    names = [classes[index] for index in found.choices[:, 0]]
    boxes = (found.boxes / np.float32(em)).astype(np.float32)
    rest = _without_text(np.arange(len(found)), names, boxes)
    rest = _without_number(rest, names, boxes)
    return found if len(rest) == len(found) else found.only(rest)


# -- numbers of equations ----------------------------------------------------------------------------------
def _without_number(rest: Numbers, names: Sequence[str], boxes: FloatArray) -> Numbers:
    """The symbols before the last wide gap, where numbers alone stand behind it; or the other way round."""
    parts = _apart(rest, boxes[:, 0], boxes[:, 2], _MARGIN)
    if len(parts) < 2:
        return rest
    for number, others in ((parts[-1], parts[:-1]), (parts[0], parts[1:])):
        kept = np.sort(np.concatenate(others))
        lines = _apart(number, boxes[:, 1], boxes[:, 3], _LINE_GAP)
        if all(_is_number(line, names, boxes) for line in lines) and _beside(number, kept, boxes):
            return kept
    return rest


def _is_number(line: Numbers, names: Sequence[str], boxes: FloatArray) -> bool:
    """Whether a line is ``(3)``, ``(2.14a)``, ``(A.1)``: digits and dots, perhaps a letter at one end."""
    line = line[np.argsort(boxes[line, 0])]
    written = [split_style(names[index])[1] for index in line]
    if len(line) not in _LABEL_SIZES or written[0] != "(" or written[-1] != ")":
        return False
    inside = [letter for letter in written[1:-1] if letter not in (".", "-", r"\prime")]
    letters = [place for place, one in enumerate(inside) if not one.isdigit()]
    heights = boxes[line[[0, -1]], 3] - boxes[line[[0, -1]], 1]
    return (
        len(inside) > len(letters)
        and letters in ([], [0], [len(inside) - 1])
        and all(len(inside[place]) == 1 and inside[place].isalpha() for place in letters)
        and float(heights.max()) < _LABEL_HEIGHT
    )


def _beside(number: Numbers, kept: Numbers, boxes: FloatArray) -> bool:
    """Whether the number stands beside the rest and not above or below it, and the rest is a formula."""
    middle = (boxes[number, 1] + boxes[number, 3]) / 2
    top, bottom = boxes[kept, 1].min(), boxes[kept, 3].max()
    return len(kept) > 1 and bool(np.all((middle > top) & (middle < bottom)))


# -- lines of text -----------------------------------------------------------------------------------------
def _without_text(rest: Numbers, names: Sequence[str], boxes: FloatArray) -> Numbers:
    """The symbols without lines of text above and below; a line of text between two others stays."""
    lines = _apart(rest, boxes[:, 1], boxes[:, 3], _LINE_GAP)
    formulas = [place for place, line in enumerate(lines) if not _is_text(line, names, boxes)]
    if not formulas:
        return rest
    return np.sort(np.concatenate(lines[formulas[0] : formulas[-1] + 1]))


def _is_text(line: Numbers, names: Sequence[str], boxes: FloatArray) -> bool:
    line = line[np.argsort(boxes[line, 0])]
    letters = np.array([_is_upright(names[index]) for index in line])
    told = letters.sum()
    if told < _TEXT_LETTERS or told < _TEXT_SHARE * len(line):
        return False
    ends = np.maximum.accumulate(boxes[line, 2])
    gaps = boxes[line[1:], 0] - ends[:-1]
    return 1 + int((gaps > _WORD_GAP).sum()) >= _TEXT_WORDS


def _is_upright(name: str) -> bool:
    style, letter = split_style(name)
    return style == r"\mathrm" and letter.isalpha()


def _apart(
    numbers: Numbers, starts: npt.NDArray[np.float32], ends: npt.NDArray[np.float32], gap: float
) -> list[Numbers]:
    """The symbols in groups between which there is a gap along one direction, in order of it."""
    order = numbers[np.argsort(starts[numbers], kind="stable")]
    reached = np.maximum.accumulate(ends[order])
    cuts = np.flatnonzero(starts[order[1:]] - reached[:-1] > gap) + 1
    return list(_split(order, cuts))


def _split(order: Numbers, cuts: Numbers) -> Iterator[Numbers]:
    for start, end in zip([0, *cuts.tolist()], [*cuts.tolist(), len(order)], strict=True):
        yield order[start:end]
