"""The stages in order, and the way back from prepared pixels to those of the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from scipix.engine.preprocess import deskew, orientation, scale
from scipix.engine.preprocess.border import without_cut_pieces
from scipix.engine.preprocess.colour import to_luminance
from scipix.engine.preprocess.contrast import dark_on_white
from scipix.engine.preprocess.crop import crop, ink_box, pad
from scipix.engine.preprocess.frame import without_frame

TARGET_EM = 24.0
MARGIN_EM = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A picture made ready for the detector.

    ``gray`` is HxW uint8, read-only, dark ink on white with a white margin. ``em`` is the size of the type in
    pixels of ``gray``, ``angle`` the skew in degrees and ``quarter`` the quarter turn that were taken out.
    ``matrix`` is 3x3 float64, from coordinates of ``gray`` to those of the picture.
    """

    gray: NDArray[np.uint8]
    em: float
    angle: float
    quarter: int
    matrix: NDArray[np.float64]

    def to_picture(self, boxes: NDArray[Any]) -> NDArray[np.float32]:
        """(N, 4) float32 of x0, y0, x1, y1 in pixels of the picture, from the same in pixels of ``gray``."""
        corners = np.asarray(boxes, np.float64).reshape(-1, 4)[:, [[0, 1], [2, 1], [2, 3], [0, 3]]]
        points = corners @ self.matrix[:2, :2].T + self.matrix[:2, 2]
        return np.concatenate((points.min(axis=1), points.max(axis=1)), axis=1).astype(np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Straight:
    """A picture turned, straightened and cropped to its ink, at its own scale; fields as in ``Prepared``."""

    gray: NDArray[np.uint8]
    em: float
    angle: float
    quarter: int
    matrix: NDArray[np.float64]


def clean(image: NDArray[Any]) -> NDArray[np.uint8]:
    """HxW uint8, same size as ``image``: dark ink on white, without the edges of windows around it.

    Raises ImageError if it is no picture.
    """
    return dark_on_white(without_frame(to_luminance(image)))


def prepare(
    image: NDArray[Any], *, target_em: float = TARGET_EM, quarter: int = 0, zoom: float = 1.0
) -> Prepared:
    """``clean`` and ``prepare_clean`` in one; raises ImageError and NoFormulaError."""
    return prepare_clean(clean(image), target_em=target_em, quarter=quarter, zoom=zoom)


def prepare_clean(
    gray: NDArray[np.uint8], *, target_em: float = TARGET_EM, quarter: int = 0, zoom: float = 1.0
) -> Prepared:
    """``straighten`` and ``at_scale`` in one; raises NoFormulaError for a blank picture."""
    return at_scale(straighten(gray, quarter), target_em=target_em, zoom=zoom)


def straighten(gray: NDArray[np.uint8], quarter: int = 0) -> Straight:
    """Turn, straighten, crop and measure what ``clean`` returns; NoFormulaError for a blank picture."""
    matrix = orientation.quarter_matrix(gray.shape[0], gray.shape[1], quarter)
    cut, matrix = _cut(without_cut_pieces(orientation.rotate_quarter(gray, quarter)), matrix)
    angle = deskew.estimate_angle(cut)
    if abs(angle) > deskew.LEAST_ANGLE:
        turned, back = deskew.rotate(cut, angle)
        cut, matrix = _cut(turned, matrix @ back)
    else:
        angle = 0.0
    return Straight(cut, scale.estimate_em(cut), angle, quarter % 4, matrix)


def at_scale(straight: Straight, *, target_em: float = TARGET_EM, zoom: float = 1.0) -> Prepared:
    """Bring to ``target_em * zoom`` pixels an em, and frame with white; other zooms repeat nothing else."""
    resized, factor_x, factor_y = scale.rescale(straight.gray, straight.em, target_em * zoom)
    margin = round(MARGIN_EM * target_em)
    framed = np.ascontiguousarray(pad(resized, margin))
    framed.flags.writeable = False
    matrix = straight.matrix @ _scaling(1 / factor_x, 1 / factor_y) @ _shift(-margin, -margin)
    return Prepared(framed, straight.em * factor_y, straight.angle, straight.quarter, matrix)


def _cut(
    gray: NDArray[np.uint8], matrix: NDArray[np.float64]
) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    box = ink_box(gray)
    return crop(gray, box), matrix @ _shift(box[0], box[1])


def _shift(x: float, y: float) -> NDArray[np.float64]:
    return np.array([[1.0, 0.0, x], [0.0, 1.0, y], [0.0, 0.0, 1.0]])


def _scaling(x: float, y: float) -> NDArray[np.float64]:
    return cast(NDArray[np.float64], np.diag([x, y, 1.0]))
