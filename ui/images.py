"""Between Qt's pictures and numpy's arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QImage

from scipix.engine.errors import ImageError

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FORMATS = {
    1: QImage.Format.Format_Grayscale8,
    3: QImage.Format.Format_RGB888,
    4: QImage.Format.Format_RGBA8888,
}


def to_array(image: QImage) -> NDArray[np.uint8]:
    """Return the pixels as a read-only, C-contiguous copy: HxWx3, or HxWx4 with straight alpha.

    Any format of Qt is welcome; 16-bit and floating-point channels are rounded to 8 bits. The device pixel
    ratio plays no part. An empty picture raises ImageError.
    """
    if image.isNull():
        raise ImageError("Empty picture", "The picture has no pixels.", "Take or open another one.")
    channels = 4 if image.hasAlphaChannel() else 3
    plain = image.convertToFormat(_FORMATS[channels])
    # Qt pads each line to a multiple of four bytes.
    lines = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    pixels = lines[:, : plain.width() * channels].reshape(plain.height(), plain.width(), channels).copy()
    pixels.flags.writeable = False
    return pixels


def to_qimage(pixels: NDArray[np.uint8]) -> QImage:
    """Return a picture with its own copy of ``pixels``: HxW grey, HxWx3 RGB or HxWx4 with straight alpha."""
    channels = 1 if pixels.ndim == 2 else pixels.shape[-1]
    if pixels.dtype != np.uint8 or pixels.ndim not in (2, 3) or channels not in _FORMATS:
        raise ValueError(f"no picture of 8-bit channels: {pixels.dtype} {pixels.shape}")
    if pixels.size == 0:
        raise ImageError("Empty picture", "The picture has no pixels.", "Take or open another one.")
    height, width = pixels.shape[:2]
    packed = np.ascontiguousarray(pixels)
    # The QImage borrows the array's memory; its copy does not.
    return QImage(packed.data, width, height, width * channels, _FORMATS[channels]).copy()
