"""Where a script ends: before what stands on its base's line.

The parser links every symbol by itself, so after a full stop or a bar in a script it may go on with the next
letter of the line, or with the script of a letter further right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    """Parents and relations with every script ended before the symbols of its base's line.

    Args:
        tokens, parents, relations: of N symbols, as in :class:`assemble.Graph`.
        boxes: (N, 4) in em.
    """
    letters = [split_style(token)[1] in _TELLING for token in tokens]
    places = {entry: child for child, entry in enumerate(zip(parents, relations, strict=True))}
    links = _Links(letters, boxes, list(parents), list(relations), places)
    scripts = [child for child, link in enumerate(relations) if link in _SCRIPTS]
    while scripts:
        scripts.extend(links.end(scripts.pop()))
    return links.parents, links.relations


@dataclass(frozen=True, slots=True)
class _Links:
    """The links while they are changed; ``places`` holds the child of each parent and relation."""

    letters: Sequence[bool]
    boxes: FloatArray
    parents: list[int]
    relations: list[int]
    places: dict[tuple[int, int], int]

    def end(self, start: int) -> list[int]:
        """End the script that begins with ``start``; what begins a script of another base by that."""
        base, script = self.parents[start], self.relations[start]
        following = self.places.get((base, Relation.NEXT))
        current = start
        while (current := self.places.get((current, Relation.NEXT), -1)) >= 0:
            if following is None and self._is_level(current, base):
                self._hang(current, base, Relation.NEXT)
                return []
            if following is not None and self.boxes[current, 0] > self.boxes[following, 2]:
                other = self._last_before(following, current)
                if (other, script) in self.places:
                    return []
                self._hang(current, other, script)
                return [current]
        return []

    def _hang(self, child: int, parent: int, relation: int) -> None:
        del self.places[self.parents[child], self.relations[child]]
        self.places[parent, relation] = child
        self.parents[child], self.relations[child] = parent, int(relation)

    def _is_level(self, index: int, base: int) -> bool:
        """Whether a letter stands as high and as low as the base does, which a script never does."""
        apart = np.abs(self.boxes[index, [1, 3]] - self.boxes[base, [1, 3]]).max()
        return self.letters[index] and self.letters[base] and bool(apart < _SAME)

    def _last_before(self, first: int, index: int) -> int:
        """Of a row that begins with ``first``, the last symbol that ends left of a symbol's beginning."""
        found = first
        while (after := self.places.get((found, Relation.NEXT))) is not None:
            if self.boxes[after, 2] > self.boxes[index, 0]:
                break
            found = after
        return found
