"""Nearest vectors among a hundred thousand: an index that never changes once built, mapped from files.

A random projection to 64 numbers finds candidates: by an Annoy index where there are many and that library
is installed, else by an exact scan. The candidates are then compared as whole vectors, quantised as they are
stored. An index is a folder of its own and counts from the moment its name stands in ``current.json``; so a
crash at any moment leaves the old one or the new one. What is damaged or belongs to another database is not
opened.
"""

from __future__ import annotations

import importlib
import json
import logging
import os
import shutil
import uuid
import zlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from scipix.app.memory.quantise import Vectors, row_bytes, unpack
from scipix.engine.types import Checkpoint, uninterrupted

try:
    annoy: Any = importlib.import_module("annoy")
except ImportError:  # it has to be compiled, and here it was not: the exact scan serves
    annoy = None

log = logging.getLogger(__name__)

PROJECTED = 64
_CURRENT = "current.json"
SCANNED = 20_000
"""So many entries are looked through one by one as fast as by trees, and none is missed."""
_TREES = 6
_CANDIDATES = 96
_SEARCHED = 2000
"""Nodes of the trees that one search looks at."""
_SEED = 20_240_601
_SLICE = 512
"""Vectors at a time: other threads wait no longer than these take."""

Match = tuple[int, float]
"""Number of an entry, similarity (cosine) -1..1."""


@dataclass(frozen=True, slots=True)
class About:
    """What ``current.json`` says: the folder, whose entries, how many, the last one's number, in which
    form."""

    folder: str
    owner: str
    count: int
    last: int
    dimensions: int
    bits: int
    engine: str
    checksum: int


def projection(dimensions: int) -> Vectors:
    """(D, 64) float32 whose columns are random directions, always the same ones."""
    matrix = np.random.default_rng(_SEED).standard_normal((dimensions, PROJECTED))
    return cast(Vectors, (matrix / np.sqrt(PROJECTED)).astype(np.float32))


def scores(vectors: NDArray[Any], vector: Vectors) -> Vectors:
    """Scalar products of rows with one vector.

    By one thread: several, as a matrix product has them, wait for each other, and that takes ten times as
    long where the processor is busy.
    """
    return cast(Vectors, np.einsum("ij,j->i", vectors, vector))


def similarities(rows: NDArray[Any], vector: Vectors) -> Vectors:
    """Cosines of packed rows with one unit vector; quantising has changed their length a little."""
    vectors = unpack(rows, len(vector))
    lengths = np.maximum(np.linalg.norm(vectors, axis=1), 1e-12)
    return cast(Vectors, scores(vectors, vector) / lengths)


class Index:
    """An index in its folder, opened for reading; safe to share between threads."""

    def __init__(self, root: Path, about: About) -> None:
        folder = root / about.folder
        self.about = about
        self.ids = np.load(folder / "ids.npy", mmap_mode="r")
        self.rows = np.load(folder / "rows.npy", mmap_mode="r")
        if self.ids.shape != (about.count,) or self.rows.shape != (
            about.count,
            row_bytes(about.dimensions, about.bits),
        ):
            raise ValueError("the index does not have the size that it should")
        self._projection = np.ascontiguousarray(projection(about.dimensions).T)
        self._trees: Any = None
        self._scan: Vectors | None = None
        if about.engine == "annoy":
            self._trees = _opened_trees(folder / "trees.ann", about)
        else:
            self._scan = np.load(folder / "projected.npy", mmap_mode="r")

    def search(self, vector: Vectors, count: int) -> list[Match]:
        """At most ``count`` entries near a unit vector, nearest first."""
        small = scores(self._projection, vector)
        places = self._near(small, max(count, _CANDIDATES))
        if not len(places):
            return []
        found = similarities(self.rows[places], vector)
        order = np.argsort(-found, kind="stable")[:count]
        return [(int(self.ids[places[i]]), float(found[i])) for i in order]

    def _near(self, small: Vectors, count: int) -> NDArray[np.intp]:
        if self._trees is not None:
            return np.sort(np.array(self._trees.get_nns_by_vector(small, count, _SEARCHED), np.intp))
        near = scores(cast(Vectors, self._scan), small)
        if count >= len(near):
            return np.arange(len(near))
        return np.sort(np.argpartition(-near, count)[:count])


def _opened_trees(path: Path, about: About) -> Any:
    """The Annoy file, checked byte for byte: a damaged one could crash the process."""
    if annoy is None:
        raise ValueError("the library that made the index is not installed")
    if _checksum(path) != about.checksum:
        raise ValueError("the index is damaged")
    trees = annoy.AnnoyIndex(PROJECTED, "angular")
    trees.load(str(path))
    return trees


def _checksum(path: Path) -> int:
    value = 0
    with path.open("rb") as file:
        while part := file.read(1 << 20):
            value = zlib.crc32(part, value)
    return value


def build(
    root: Path, owner: str, batches: Iterable[tuple[NDArray[np.int64], NDArray[np.uint8]]], dimensions: int,
    bits: int, checkpoint: Checkpoint = uninterrupted,
) -> Index:  # fmt: skip
    """Write an index of all vectors (numbers ascending, packed rows) and make it the current one.

    ``checkpoint`` is called every few milliseconds, except while the trees grow: that takes a second for a
    hundred thousand and holds no other thread up. Raises OSError where it cannot be written, and what the
    checkpoint raises; then the old one stays.
    """
    folder = root / f"index-{uuid.uuid4().hex[:12]}"
    folder.mkdir(parents=True)
    try:
        about = _written(folder, owner, batches, dimensions, bits, checkpoint)
        index = Index(root, about)
        _make_current(root, about)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    _sweep(root, about.folder)
    return index


def _written(
    folder: Path, owner: str, batches: Iterable[tuple[NDArray[np.int64], NDArray[np.uint8]]], dimensions: int,
    bits: int, checkpoint: Checkpoint,
) -> About:  # fmt: skip
    directions = projection(dimensions)
    all_ids = [np.zeros(0, np.int64)]
    all_rows = [np.zeros((0, row_bytes(dimensions, bits)), np.uint8)]
    all_small = [np.zeros((0, PROJECTED), np.float32)]
    for ids, rows in batches:
        all_ids.append(ids)
        all_rows.append(rows)
        for start in range(0, len(rows), _SLICE):
            checkpoint()
            all_small.append(_projected(rows[start : start + _SLICE], directions))
    numbers, small = np.concatenate(all_ids), np.concatenate(all_small)
    np.save(folder / "ids.npy", numbers)
    np.save(folder / "rows.npy", np.concatenate(all_rows))
    checkpoint()
    checksum, engine = 0, "scan"
    if annoy is not None and len(small) >= SCANNED:
        _grow(folder / "trees.ann", small, checkpoint)
        checksum, engine = _checksum(folder / "trees.ann"), "annoy"
    else:
        np.save(folder / "projected.npy", small)
    last = int(numbers.max()) if len(numbers) else 0
    return About(folder.name, owner, len(numbers), last, dimensions, bits, engine, checksum)


def _projected(rows: NDArray[np.uint8], directions: Vectors) -> Vectors:
    """(N, 64) of length 1, for their scalar products shall be cosines."""
    small = unpack(rows, len(directions)) @ directions
    return cast(Vectors, small / np.maximum(np.linalg.norm(small, axis=1, keepdims=True), 1e-12))


def _grow(path: Path, small: Vectors, checkpoint: Checkpoint) -> None:
    trees = annoy.AnnoyIndex(PROJECTED, "angular")
    trees.set_seed(_SEED)
    for place, vector in enumerate(small):
        if place % _SLICE == 0:
            checkpoint()
        trees.add_item(place, vector)
    trees.build(_TREES, 1)
    checkpoint()
    trees.save(str(path))


def _make_current(root: Path, about: About) -> None:
    part = root / f"{_CURRENT}.{os.getpid()}.part"
    part.write_text(json.dumps(asdict(about)), "utf-8")
    os.replace(part, root / _CURRENT)


def _sweep(root: Path, keep: str) -> None:
    """Remove other indices. One that another process has open may stay where the system insists."""
    for path in root.glob("index-*"):
        if path.name != keep:
            shutil.rmtree(path, ignore_errors=True)


def open_current(root: Path, owner: str, dimensions: int, bits: int) -> Index | None:
    """The current index of this owner, None where there is none, or a stale, foreign or damaged one."""
    try:
        about = About(**json.loads((root / _CURRENT).read_text("utf-8")))
        if (about.owner, about.dimensions, about.bits) != (owner, dimensions, bits):
            return None
        if about.engine == "scan" and annoy is not None and about.count >= SCANNED:
            return None
        return Index(root, about)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError) as error:
        log.info("the index is built anew: %s", error)
        return None
