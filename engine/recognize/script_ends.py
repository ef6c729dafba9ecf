"""Where a script ends: what stands as high and as low as the script's base is on its line, not in the script.

The parser links every symbol by itself, so after a full stop or a bar in a script it may go on with the next
letter of the line.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from scipix.engine.latex import symbols as S
from scipix.engine.latex.spans import split_style
from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.relations import Relation

_SAME = 0.1
"""em by which top and bottom of two letters of one line may differ. Scripts differ by 0.2 em and more."""
_SCRIPTS = (Relation.SUB, Relation.SUP)
_TELLING = S.LETTERS | S.DIGITS | S.GREEK


def ended(
    tokens: Sequence[str], parents: Sequence[int], relations: Sequence[int], boxes: FloatArray
) -> tuple[list[int], list[int]]:
    """Parents and relations with every script ended before the first symbol of its base's line.

    Args:
        tokens, parents, relations: of N symbols, as in :class:`assemble.Graph`.
        boxes: (N, 4) in em.
    """
    parents, relations = list(parents), list(relations)
    pairs = list(zip(parents, relations, strict=True))
    follower = {parent: child for child, (parent, link) in enumerate(pairs) if link == Relation.NEXT}
    letter = [split_style(token)[1] in _TELLING for token in tokens]
    for start, (base, link) in enumerate(pairs):
        if link not in _SCRIPTS or base in follower or not letter[base]:
            continue
        row = [start]
        while row[-1] in follower:  # no circle: each symbol has one parent, and the first one's is the base
            row.append(follower[row[-1]])
        for before, current in pairwise(row):
            if letter[current] and np.abs(boxes[current, [1, 3]] - boxes[base, [1, 3]]).max() < _SAME:
                del follower[before]
                parents[current], follower[base] = base, current
                break
    return parents, relations
