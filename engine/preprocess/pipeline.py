"""The stages in order, and the way back from prepared pixels to those of the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from scipix.engine.preprocess import deskew, orientation, scale
from scipix.engine.preprocess.colour import to_luminance
from scipix.engine.preprocess.contrast import dark_on_white
from scipix.engine.preprocess.crop import crop, ink_box, pad

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


def clean(image: NDArray[Any]) -> NDArray[np.uint8]:
    """HxW uint8, same size as ``image``: dark ink on white. Raises ImageError if it is no picture."""
    return dark_on_white(to_luminance(image))


def prepare(
    image: NDArray[Any], *, target_em: float = TARGET_EM, quarter: int = 0, zoom: float = 1.0
) -> Prepared:
    """``clean`` and ``prepare_clean`` in one; raises ImageError and NoFormulaError."""
    return prepare_clean(clean(image), target_em=target_em, quarter=quarter, zoom=zoom)


def prepare_clean(
    gray: NDArray[np.uint8], *, target_em: float = TARGET_EM, quarter: int = 0, zoom: float = 1.0
) -> Prepared:
    """Turn, straighten, crop, bring to ``target_em * zoom`` pixels an em, and frame with white.

    ``gray`` is what ``clean`` returns; another quarter or zoom of the same repeats no colour work.
    Raises NoFormulaError for a blank picture.
    """
    matrix = orientation.quarter_matrix(gray.shape[0], gray.shape[1], quarter)
    cut, matrix = _cut(orientation.rotate_quarter(gray, quarter), matrix)
    angle = deskew.estimate_angle(cut)
    if abs(angle) > deskew.LEAST_ANGLE:
        turned, back = deskew.rotate(cut, angle)
        cut, matrix = _cut(turned, matrix @ back)
    else:
        angle = 0.0
    em = scale.estimate_em(cut)
    resized, factor_x, factor_y = scale.rescale(cut, em, target_em * zoom)
    margin = round(MARGIN_EM * target_em)
    framed = np.ascontiguousarray(pad(resized, margin))
    framed.flags.writeable = False
    matrix = matrix @ _scaling(1 / factor_x, 1 / factor_y) @ _shift(-margin, -margin)
    return Prepared(framed, em * factor_y, angle, quarter % 4, matrix)


def _cut(
    gray: NDArray[np.uint8], matrix: NDArray[np.float64]
) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    box = ink_box(gray)
    return crop(gray, box), matrix @ _shift(box[0], box[1])


def _shift(x: float, y: float) -> NDArray[np.float64]:
    return np.array([[1.0, 0.0, x], [0.0, 1.0, y], [0.0, 0.0, 1.0]])


def _scaling(x: float, y: float) -> NDArray[np.float64]:
    return cast(NDArray[np.float64], np.diag([x, y, 1.0]))
