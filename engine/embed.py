"""Pictures and formulas as unit vectors of 512 numbers: near where they look, or are built, alike.

A picture's vector is made by hand and costs a fraction of a millisecond: the ink in a grid laid over its
bounding box, and the box's aspect. So it does not change with scale, padding, colours and anti-aliasing. It
proposes candidates and proves nothing: x^2 and x^3 are near each other.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable

import cv2
import numpy as np
from numpy.typing import NDArray

from scipix.engine.latex.features import features
from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.latex.tokens import tokenize
from scipix.engine.preprocess.crop import crop, ink_box

DIMENSIONS = 512
VERSION = 1
"""Raised whenever the same picture would get another vector: stored vectors are then made anew."""
_ROWS, _COLUMNS = 16, 31
_ASPECTS = DIMENSIONS - _ROWS * _COLUMNS
_ASPECT_RANGE = (-1.5, 4.5)
_ASPECT_WEIGHT = 0.35
"""Share of the vector's length that tells how wide the formula is."""

Vector = NDArray[np.float32]


def picture_vector(gray: NDArray[np.uint8]) -> Vector:
    """(512,) float32 of length 1, from HxW uint8 with dark ink on white; NoFormulaError if it is blank."""
    return ink_vector(crop(gray, ink_box(gray)))


def ink_vector(cut: NDArray[np.uint8]) -> Vector:
    """The same from a picture that is already cut to its ink."""
    ink = np.float32(1.0) - cut.astype(np.float32) / np.float32(255.0)
    sigma = 0.5 * max(1.0, ink.shape[0] / _ROWS), 0.5 * max(1.0, ink.shape[1] / _COLUMNS)
    smooth = cv2.GaussianBlur(ink, (0, 0), sigmaX=sigma[1], sigmaY=sigma[0], borderType=cv2.BORDER_CONSTANT)
    way = cv2.INTER_AREA if min(ink.shape[0] / _ROWS, ink.shape[1] / _COLUMNS) > 1 else cv2.INTER_LINEAR
    grid = np.sqrt(np.clip(cv2.resize(smooth, (_COLUMNS, _ROWS), interpolation=way), 0.0, None))
    grid -= grid.mean()
    vector = np.empty(DIMENSIONS, np.float32)
    vector[: grid.size] = _unit(grid.ravel()) * np.sqrt(1 - _ASPECT_WEIGHT**2)
    vector[grid.size :] = _aspect(ink.shape[0], ink.shape[1]) * _ASPECT_WEIGHT
    return vector


def formula_vector(latex: str) -> Vector:
    """(512,) float32 of length 1 from the symbols and structure of the normal form; for searching.

    What does not parse is taken as its tokens; an empty formula gives the zero vector.
    """
    try:
        return features_vector(features(parse(latex)))
    except ParseError:
        return features_vector(token for token in tokenize(latex) if token != " ")


def features_vector(names: Iterable[str]) -> Vector:
    """The same from the formula's features."""
    vector = np.zeros(DIMENSIONS, np.float32)
    for name, count in Counter(names).items():
        code = zlib.crc32(name.encode())
        vector[code % DIMENSIONS] += np.sqrt(count) * (1.0 if code & 0x8000_0000 else -1.0)
    return _unit(vector)


def _aspect(height: int, width: int) -> Vector:
    """The logarithm of width by height as a bump on a line of 16 places, length 1."""
    low, high = _ASPECT_RANGE
    places = np.linspace(low, high, _ASPECTS, dtype=np.float32)
    spread = (high - low) / (_ASPECTS - 1)
    place = np.clip(np.log(width / height), low, high)
    return _unit(np.exp(-0.5 * np.square((places - place) / spread)))


def _unit(vector: Vector) -> Vector:
    length = float(np.linalg.norm(vector))
    return (vector / length).astype(np.float32) if length > 0 else vector.astype(np.float32)
