"""Figures and ruled tables of a page."""

from __future__ import annotations

from collections.abc import Sequence

from scipix.engine.recognize.exact import around
from scipix.engine.types import Box, PageInk

_LEAST_SIDE = 36.0
"""Points: a picture or drawing with a shorter side is no figure."""
_NEAR = 12.0
"""Points between parts of one figure."""
_SAME_EDGE = 3.0
_LEAST_RULES = 3
_MOST_PARTS = 4000
"""Paths beyond this are not looked at one by one."""


def figures(ink: PageInk) -> list[Box]:
    """Boxes of pictures and of drawings, from top to bottom."""
    parts = [*ink.pictures, *ink.drawings]
    if len(ink.drawings) > 3:
        parts += [rule for rule in ink.rules if any(_gap(rule, one) < _NEAR for one in ink.drawings[:200])]
    groups = _clusters(parts[:_MOST_PARTS])
    page = ink.width * ink.height
    found = [
        box
        for box in groups
        if min(box.x1 - box.x0, box.y1 - box.y0) >= _LEAST_SIDE
        and (box.x1 - box.x0) * (box.y1 - box.y0) < 0.9 * page
    ]
    return sorted(found, key=lambda box: box.y0)


def _clusters(boxes: Sequence[Box]) -> list[Box]:
    """Boxes that are near each other put together."""
    groups: list[Box] = []
    for box in sorted(boxes, key=lambda one: (one.y0, one.x0)):
        joined = box
        while True:
            near = [group for group in groups if _gap(group, joined) < _NEAR]
            if not near:
                break
            groups = [group for group in groups if group not in near]
            joined = around([joined, *near])
        groups.append(joined)
    return groups


def _gap(a: Box, b: Box) -> float:
    x = max(a.x0, b.x0) - min(a.x1, b.x1)
    y = max(a.y0, b.y0) - min(a.y1, b.y1)
    return max(x, y)


def ruled_tables(rules: Sequence[Box]) -> list[Box]:
    """Boxes of tables: at least three bars over each other that begin and end at the same places."""
    bars = sorted((rule for rule in rules if rule.x1 - rule.x0 > 40 > rule.y1 - rule.y0), key=lambda b: b.y0)
    groups: list[list[Box]] = []
    for bar in bars:
        for group in groups:
            last = group[-1]
            same = abs(last.x0 - bar.x0) < _SAME_EDGE and abs(last.x1 - bar.x1) < _SAME_EDGE
            if same and bar.y0 - last.y1 < 260:
                group.append(bar)
                break
        else:
            groups.append([bar])
    return [around(group) for group in groups if len(group) >= _LEAST_RULES]


def inside(box: Box, area: Box, slack: float = 1.0) -> bool:
    """Whether the middle of a box lies in an area."""
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    return area.x0 - slack <= x <= area.x1 + slack and area.y0 - slack <= y <= area.y1 + slack


def within(box: Box, area: Box, slack: float = 2.0) -> bool:
    """Whether a box lies in an area altogether."""
    across = area.x0 - slack <= box.x0 and box.x1 <= area.x1 + slack
    return across and area.y0 - slack <= box.y0 and box.y1 <= area.y1 + slack
