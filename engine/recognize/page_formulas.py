"""Formulas of a page that was looked at: read from the symbols seen there, looked at again only in doubt.

The size of the type is known, and the page is straight, so nothing has to be searched for.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scipix.engine.preprocess.pipeline import Straight, at_scale
from scipix.engine.recognize import table_rules
from scipix.engine.recognize.detect import Detections, Look, detect
from scipix.engine.recognize.typesize import TypeSizes
from scipix.engine.recognize.views import ENOUGH

_ZOOMS = (1.0, 1.1, 0.91, 1.2)
_OFF_SIZE = 0.12
"""What tells a size off the page's by more than this (log) is set in another size: notes, titles."""
_LEAST_SIZE, _LARGEST_SIZE = 0.6, 2.6
"""Times the page's size: what tells less or more was misread."""


@dataclass(frozen=True, slots=True, eq=False)
class SeenFormula:
    """A formula of a page.

    Attributes:
        gray: its picture (dark on white), all that is not its own made white.
        found: its symbols as the page showed them, boxes in pixels of ``gray``.
        em: the size of the page's type, in the same.
    """

    gray: npt.NDArray[np.uint8]
    found: Detections
    em: float


def type_size(formula: SeenFormula, sizes: TypeSizes) -> float:
    """The size of a formula's type in its pixels: the page's, or what enough of its symbols tell."""
    if len(formula.found) < ENOUGH or not sizes.telling[formula.found.choices[:, 0]].any():
        return formula.em
    told = sizes.em(formula.found)
    ratio = told / formula.em
    other = abs(math.log(ratio)) > _OFF_SIZE and _LEAST_SIZE < ratio < _LARGEST_SIZE
    return told if other else formula.em


def looks(
    eyes: Look, formula: SeenFormula, em: float, *, ruled: bool
) -> Iterator[tuple[Detections, table_rules.Rules]]:
    """Other looks at a formula, a little larger and smaller: symbols and rules in pixels of ``gray``.

    ``ruled``: rules between cells are taken out first; the looks end with the first that finds none.
    """
    straight = Straight(formula.gray, em, 0.0, 0, np.eye(3))
    for zoom in _ZOOMS:
        prepared = at_scale(straight, zoom=zoom)
        rules = table_rules.found(prepared.gray) if ruled else table_rules.NONE
        if ruled and not len(rules):
            return
        found = detect(eyes, table_rules.erased(prepared.gray, rules))
        if len(found):
            boxes = prepared.to_picture(found.boxes)
            placed = table_rules.Rules(*map(prepared.to_picture, (rules.vertical, rules.horizontal)))
            yield Detections(boxes, found.scores, found.choices, found.chances), placed
