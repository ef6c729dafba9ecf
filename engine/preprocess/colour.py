"""Any picture to a single float channel: alpha flattened, colour reduced to the axis that shows the ink."""

from __future__ import annotations

from typing import Any, cast

import cv2
import numpy as np
from numpy.typing import NDArray

from scipix.engine.preprocess.limits import check_picture

Gray = NDArray[np.float32]

# Visible pixels above this share make a panel (paper included); below, bare ink on nothing.
_PANEL_SHARE = 0.6
# Ink of which even the darkest twentieth is lighter than this was made for a dark background.
_LIGHT_INK = 0.6
# The luminance is dropped for another colour axis when that axis shows this many times more contrast.
_AXIS_GAIN = 2.5
_SAMPLES = 65_536


def to_luminance(image: NDArray[Any]) -> Gray:
    """HxW float32 in 0..1 from HxW or HxWx1..4 of bool, integers or floats; light and dark as in the picture.

    Two channels are gray with alpha, four are RGB with alpha. Floats are taken as 0..1, or as 0..255 and
    0..65535 if they go beyond; NaN becomes the median. Raises ImageError for anything else.
    """
    check_picture(image)
    # Small integers stay as they are until one channel is left: three of float32 fill the memory.
    values = image if image.dtype in (np.uint8, np.uint16) else _unit_range(image)
    if values.ndim == 2:
        return _unit_range(values)
    channels = values.shape[2]
    if channels in (1, 3):
        return _one_channel(values)
    alpha = _unit_range(values[..., -1])
    return flatten_alpha(_one_channel(values[..., :-1], mixed=False), alpha)


def _unit_range(image: NDArray[Any]) -> Gray:
    """The same array as contiguous float32 in 0..1."""
    if image.dtype == np.bool_:
        return image.astype(np.float32)
    if np.issubdtype(image.dtype, np.integer):
        top = np.float32(_integer_top(image))
        return _clipped(image.astype(np.float32) / top)
    values = image.astype(np.float32)
    finite = np.isfinite(values)
    if not finite.all():
        values = _without_gaps(values, finite)
    top = np.float32(_float_top(float(values.max())))
    return _clipped(values / top)


def _clipped(values: Gray) -> Gray:
    return cast(Gray, np.clip(values, 0.0, 1.0))


def _integer_top(image: NDArray[Any]) -> int:
    if image.dtype.itemsize <= 2:
        return int(np.iinfo(image.dtype).max)
    return 255 if int(image.max()) <= 255 else 65_535


def _float_top(largest: float) -> float:
    # A little beyond 1 is rounding of somebody's resampling, not another unit.
    if largest <= 1.5:
        return 1.0
    return 255.0 if largest <= 256.0 else 65_535.0


def _without_gaps(values: Gray, finite: NDArray[np.bool_]) -> Gray:
    """NaN becomes the median of the finite values, infinities the ends of their range."""
    known = values[finite]
    if known.size == 0:
        return np.ones_like(values)
    median, top, bottom = float(np.median(known)), float(known.max()), float(known.min())
    return np.nan_to_num(values, nan=median, posinf=top, neginf=bottom)


def _one_channel(colour: NDArray[Any], mixed: bool = True) -> Gray:
    """HxWx1 or HxWx3 of uint8, uint16 or float32 to HxW: the luminance.

    With ``mixed`` (ink and paper are both in the picture) another axis of colour is taken if the two differ
    in hue rather than in lightness.
    """
    if colour.shape[2] == 1:
        return _unit_range(np.ascontiguousarray(colour[..., 0]))
    luminance = _unit_range(cv2.cvtColor(np.ascontiguousarray(colour), cv2.COLOR_RGB2GRAY))
    step = max(1, int(np.sqrt(luminance.size / _SAMPLES)))
    axis = _hue_axis(_unit_range(colour[::step, ::step]), luminance[::step, ::step]) if mixed else None
    if axis is None:
        return luminance
    projected: Gray = _unit_range(colour) @ axis
    low, high = float(projected.min()), float(projected.max())
    scaled: Gray = (projected - low) / np.float32(high - low)
    return scaled


def _hue_axis(colour: Gray, luminance: Gray) -> Gray | None:
    """The unit vector in RGB along which the picture varies most, or None if the luminance does as well."""
    pixels = colour.reshape(-1, 3)
    if float(np.ptp(pixels, axis=1).max()) < 0.1:
        return None
    centred = pixels - np.median(pixels, axis=0)
    _, vectors = np.linalg.eigh(centred.T @ centred)
    axis = vectors[:, -1].astype(np.float32)
    if axis[np.argmax(np.abs(axis))] < 0:
        axis = -axis
    along = float(np.ptp(pixels @ axis))
    return axis if along > _AXIS_GAIN * float(np.ptp(luminance)) else None


def flatten_alpha(luminance: Gray, alpha: Gray) -> Gray:
    """HxW luminance over the paper that its alpha (HxW, 0..1) asks for.

    A panel with transparent corners gets its own colour there; bare ink gets white paper, light ink black.
    """
    if float(alpha.min()) >= 1.0:
        return luminance
    visible = luminance[alpha > 0.5]
    paper = np.float32(_paper_behind(visible, visible.size / alpha.size))
    flat: Gray = luminance * alpha + paper * (np.float32(1.0) - alpha)
    return flat


def _paper_behind(visible: Gray, share: float) -> float:
    if visible.size == 0:
        return 1.0
    if share > _PANEL_SHARE:
        return float(np.median(visible))
    return 0.0 if float(np.percentile(visible, 5)) > _LIGHT_INK else 1.0
