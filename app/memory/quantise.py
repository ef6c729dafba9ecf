"""Unit vectors in few bytes: 32 bit floats (setting 0), or 8 or 4 bits a number with one scale a vector."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.uint8]
Vectors = NDArray[np.float32]

BITS = (0, 4, 8)
_SCALE_BYTES = 4


def row_bytes(dimensions: int, bits: int) -> int:
    """Bytes of one vector."""
    return dimensions * 4 if bits == 0 else _SCALE_BYTES + dimensions * bits // 8


def bits_of(size: int, dimensions: int) -> int:
    """The setting that gives vectors of ``size`` bytes; ValueError where none does."""
    for bits in BITS:
        if row_bytes(dimensions, bits) == size:
            return bits
    raise ValueError(f"no vector of {dimensions} numbers has {size} bytes")


def pack(vectors: Vectors, bits: int) -> Rows:
    """(N, D) float32 to (N, bytes) uint8; D even."""
    vectors = np.ascontiguousarray(vectors, np.float32)
    if bits == 0:
        return vectors.view(np.uint8)
    top = 127 if bits == 8 else 7
    scale = np.maximum(np.abs(vectors).max(axis=1, keepdims=True), 1e-12) / np.float32(top)
    whole = np.rint(vectors / scale).astype(np.int8)
    codes = whole.view(np.uint8)
    if bits == 4:
        codes = (codes[:, 0::2] & 15) | ((codes[:, 1::2] & 15) << 4)
    return np.concatenate((np.ascontiguousarray(scale, np.float32).view(np.uint8), codes), axis=1)


def unpack(rows: NDArray[Any], dimensions: int) -> Vectors:
    """(N, D) float32 from what ``pack`` made of them, whatever the setting was then."""
    rows = np.ascontiguousarray(rows, np.uint8)
    bits = bits_of(rows.shape[1], dimensions)
    if bits == 0:
        return rows.view(np.float32)
    scale = np.ascontiguousarray(rows[:, :_SCALE_BYTES]).view(np.float32)
    codes = np.ascontiguousarray(rows[:, _SCALE_BYTES:])
    if bits == 8:
        return cast(Vectors, codes.view(np.int8).astype(np.float32) * scale)
    whole = np.empty((len(rows), dimensions), np.int8)
    whole[:, 0::2] = (codes << 4).view(np.int8) >> 4
    whole[:, 1::2] = codes.view(np.int8) >> 4
    return cast(Vectors, whole.astype(np.float32) * scale)
