"""The entries that the index does not know yet: few, compared one by one."""

from __future__ import annotations

import numpy as np

from scipix.app.memory.index import Match, scores
from scipix.engine.embed import Vector


class Tail:
    """Vectors by number, ascending. Written by one thread; others may search and cut meanwhile."""

    def __init__(self, dimensions: int, last: int) -> None:
        self.last = last
        self._ids = np.zeros(64, np.int64)
        self._vectors = np.zeros((64, dimensions), np.float32)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, number: int, vector: Vector) -> None:
        """Append an entry; ``vector`` is brought to length 1."""
        if self._count == len(self._ids):
            self._ids = np.concatenate((self._ids, np.zeros_like(self._ids)))
            self._vectors = np.concatenate((self._vectors, np.zeros_like(self._vectors)))
        self._ids[self._count] = number
        self._vectors[self._count] = vector / max(float(np.linalg.norm(vector)), 1e-12)
        self._count += 1
        self.last = max(self.last, number)

    def search(self, vector: Vector, count: int) -> list[Match]:
        """At most ``count`` nearest, nearest first."""
        size = self._count
        if not size:
            return []
        found = scores(self._vectors[:size], vector)
        best = np.argsort(-found, kind="stable")[:count]
        return [(int(self._ids[place]), float(found[place])) for place in best]

    def after(self, number: int) -> Tail:
        """A tail of the entries beyond a number."""
        rest = Tail(self._vectors.shape[1], number)
        for place in range(int(np.searchsorted(self._ids[: self._count], number, side="right")), self._count):
            rest.add(int(self._ids[place]), self._vectors[place])
        return rest
