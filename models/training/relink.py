"""Layout graphs from which symbols are missing."""

from __future__ import annotations

import numpy as np

from scipix.engine.recognize.relations import Relation


def relink(parents: np.ndarray, relations: np.ndarray, gone: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Links after some symbols vanished: what followed one of them takes its place, the rest is unknown.

    Returns parents (still old indices) and relations; -2 marks an unknown parent, -1 the root's.
    """
    parents, relations = parents.astype(np.int64), relations.astype(np.int64)
    for child in range(len(parents)):
        for _ in range(len(parents)):
            parent = parents[child]
            if parent < 0 or not gone[parent]:
                break
            if relations[child] not in (Relation.NEXT, Relation.AFTER):
                parents[child] = -2
                break
            parents[child], relations[child] = parents[parent], relations[parent]
    return parents, relations
