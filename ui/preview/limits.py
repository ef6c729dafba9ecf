"""What is too much for a preview: checked before anything is drawn."""

from __future__ import annotations

import re

LENGTH = 5000
"""Characters; MathJax itself stops at as many."""
DEPTH = 60
"""Groups, environments and delimiters inside each other."""

_OPENING = re.compile(r"\\(?:.|$)|[{}]", re.DOTALL)
_PAIRS = re.compile(r"\\(left|right|begin|end)(?![a-zA-Z])")


def depth(latex: str) -> int:
    """How deeply the source nests: braces, or delimiters and environments."""
    return max(_deepest(_braces(latex)), _deepest(_pairs(latex)))


def _braces(latex: str) -> list[int]:
    steps = {"{": 1, "}": -1}
    return [steps.get(found.group(), 0) for found in _OPENING.finditer(latex)]


def _pairs(latex: str) -> list[int]:
    return [1 if found.group(1) in ("left", "begin") else -1 for found in _PAIRS.finditer(latex)]


def _deepest(steps: list[int]) -> int:
    level = deepest = 0
    for step in steps:
        level = max(0, level + step)
        deepest = max(deepest, level)
    return deepest
