"""Large parts of a page's picture that are no symbols: drawings, photographs, rules."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from scipix.engine.types import Box

_DARK = 170
_LARGE = 3.2
"""em: a patch of ink that is wider and higher is a drawing."""
_RULE_LENGTH, _RULE_THICKNESS = 6.0, 0.3
"""em."""


def large_parts(gray: NDArray[np.uint8], em: float, points: float) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """Drawings and rules of a straight page (dark on white), in points; ``em`` is in pixels."""
    ink = (gray < _DARK).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    drawings: list[Box] = []
    rules: list[Box] = []
    for x, y, width, height, _ in stats[1:]:
        box = Box(x * points, y * points, (x + width) * points, (y + height) * points)
        if min(width, height) > _LARGE * em:
            drawings.append(box)
        elif width > _RULE_LENGTH * em and height < _RULE_THICKNESS * em:
            rules.append(box)
    return tuple(drawings), tuple(rules)
